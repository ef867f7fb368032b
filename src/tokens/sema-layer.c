/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer.h"

#include <inttypes.h>

#include "sema-memory.h"

/**
 * sema_layer_settings_equal:
 * @a: settings
 * @b: others
 *
 * Returns: whether they make the same layer
 */
gboolean
sema_layer_settings_equal (const SemaLayerSettings *a, const SemaLayerSettings *b)
{
  return a->vocab == b->vocab && a->dim == b->dim && a->positions == b->positions && a->seed == b->seed && a->initialiser == b->initialiser;
}

/**
 * sema_layer_settings_print_torch:
 * @self: settings
 *
 * Returns: (transfer full): the Python that makes the same numbers with torch: a line for each statement, without a line feed
 *   after the last
 */
char *
sema_layer_settings_print_torch (const SemaLayerSettings *self)
{
  g_autofree char *weight = sema_initialiser_print_torch (self->initialiser, self->vocab, self->dim, "W");
  g_autofree char *positions = sema_initialiser_print_torch (self->initialiser, self->positions, self->dim, "P");

  return g_strdup_printf ("torch.manual_seed(%" PRIu64 ")\n%s%s%s", self->seed, weight, self->positions > 0 ? "\n" : "", self->positions > 0 ? positions : "");
}

static SemaMatrix *
make_matrix (const SemaLayerSettings *settings, guint64 n_rows, SemaTorchRandom *random, SemaProgress *progress, GError **error)
{
  guint64 n;
  float  *values;

  if (__builtin_mul_overflow (n_rows, settings->dim, &n))
    n = G_MAXUINT64;
  values = sema_memory_alloc_n (n, sizeof *values, error);
  if (values == NULL)
    return NULL;
  if (sema_initialiser_fill (settings->initialiser, random, values, n_rows, settings->dim, progress, error))
    return sema_matrix_new_take (values, n_rows, settings->dim);
  sema_memory_free (values);
  return NULL;
}

/**
 * sema_layer_make:
 * @settings: of what size, and how
 * @positions: (out) (transfer full) (nullable): (positions, dim) the second matrix, %NULL when there is none
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Makes the matrices of an embedding layer that has not learnt anything, with torch's numbers.
 *
 * Returns: (transfer full) (nullable): (vocab, dim) the weight matrix: row i is the vector of token id i
 */
SemaMatrix *
sema_layer_make (const SemaLayerSettings *settings, SemaMatrix **positions, SemaProgress *progress, GError **error)
{
  SemaTorchRandom        random;
  g_autoptr (SemaMatrix) weight = NULL;

  *positions = NULL;
  sema_torch_random_init (&random, settings->seed);
  weight = make_matrix (settings, settings->vocab, &random, progress, error);
  if (weight == NULL || settings->positions == 0)
    return g_steal_pointer (&weight);
  *positions = make_matrix (settings, settings->positions, &random, progress, error);
  return *positions != NULL ? g_steal_pointer (&weight) : NULL;
}
