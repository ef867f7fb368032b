/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-input.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "sema-error.h"
#include "sema-lookup.h"
#include "sema-memory.h"
#include "sema-number.h"
#include "sema-token-ids.h"

/* What is quick is repeated until so much time has gone, in microseconds. */
#define LEAST_TIME 2000

/* Terms of a product that are written out. */
#define MOST_TERMS 8

static int
compare_ids (const void *a, const void *b)
{
  guint64 x = *(const guint64 *)a, y = *(const guint64 *)b;

  return (x > y) - (x < y);
}

static void
find_lit (SemaLayerInput *self)
{
  self->lit = g_memdup2 (self->ids, self->n * sizeof *self->ids);
  qsort (self->lit, self->n, sizeof *self->lit, compare_ids);
  for (gsize i = 0; i < self->n; i++)
    if (i == 0 || self->lit[i] != self->lit[self->n_lit - 1])
      self->lit[self->n_lit++] = self->lit[i];
}

static void
add_positions (float *values, const SemaMatrix *positions, gsize n)
{
  gsize dim = sema_matrix_get_dim (positions);

  for (gsize i = 0; i < n; i++)
    for (gsize column = 0; column < dim; column++)
      values[i * dim + column] += sema_matrix_get_row (positions, i)[column];
}

/* What is timed: done @times times over; FALSE when it was cancelled. */
typedef gboolean (*Work) (const SemaLayerInput *self, const SemaMatrix *weight, float *values, guint64 times, SemaProgress *progress);

static gboolean
look_up_again (const SemaLayerInput *self, const SemaMatrix *weight, float *values, guint64 times, SemaProgress *progress)
{
  for (guint64 i = 0; i < times; i++)
    sema_lookup_rows (weight, self->ids, self->n, values);
  return TRUE;
}

static gboolean
multiply_again (const SemaLayerInput *self, const SemaMatrix *weight, float *values, guint64 times, SemaProgress *progress)
{
  for (guint64 i = 0; i < times; i++)
    if (!sema_lookup_multiply (weight, self->ids, self->n, values, progress))
      return FALSE;
  return TRUE;
}

/* Twice as often until it takes a while: the clock itself takes as long as a lookup. */
static gboolean
measure (const SemaLayerInput *self, const SemaMatrix *weight, Work work, float *values, double *seconds, SemaProgress *progress)
{
  for (guint64 times = 1;; times *= 2)
    {
      gint64 start = g_get_monotonic_time (), taken;

      if (!work (self, weight, values, times, progress))
        return FALSE;
      taken = g_get_monotonic_time () - start;
      *seconds = (double)taken / 1e6 / (double)times;
      if (taken >= LEAST_TIME)
        return TRUE;
    }
}

static gboolean
time_product (SemaLayerInput *self, const SemaMatrix *weight, const float *rows, SemaProgress *progress, GError **error)
{
  gsize    n = self->n * sema_matrix_get_dim (weight);
  float   *product = sema_memory_alloc_n (n, sizeof *product, error);
  gboolean fine = product != NULL && measure (self, weight, multiply_again, product, &self->product_seconds, progress);

  if (product != NULL && !fine)
    sema_set_cancelled (error);
  if (fine)
    self->difference = sema_lookup_compare (rows, product, n);
  sema_memory_free (product);
  return fine;
}

static gboolean
make_one_hot (SemaLayerInput *self, guint64 vocab, GError **error)
{
  float *values;

  if (vocab > SEMA_LAYER_INPUT_MOST_ONE_HOT / self->n)
    return TRUE;
  values = sema_memory_alloc_n (self->n * vocab, sizeof *values, error);
  if (values == NULL)
    return FALSE;
  memset (values, 0, self->n * vocab * sizeof *values);
  for (gsize i = 0; i < self->n; i++)
    values[i * vocab + self->ids[i]] = 1;
  self->one_hot = sema_matrix_new_take (values, self->n, vocab);
  return TRUE;
}

static gboolean
look_up (SemaLayerInput *self, const SemaLayerContent *content, gboolean with_product, SemaProgress *progress, GError **error)
{
  const SemaMatrix *weight = sema_layer_content_get_weight (content);
  gsize             dim = sema_matrix_get_dim (weight);
  float            *values = sema_memory_alloc_n (self->n * dim, sizeof *values, error);
  gboolean          fine;

  if (values == NULL)
    return FALSE;
  measure (self, weight, look_up_again, values, &self->lookup_seconds, NULL);
  fine = make_one_hot (self, sema_matrix_get_n_rows (weight), error) && (!with_product || time_product (self, weight, values, progress, error));
  if (!fine)
    {
      sema_memory_free (values);
      return FALSE;
    }
  if (sema_layer_content_get_positions (content) != NULL)
    add_positions (values, sema_layer_content_get_positions (content), self->n);
  self->output = sema_matrix_new_take (values, self->n, dim);
  return TRUE;
}

static gboolean
check_positions (const SemaLayerInput *self, const SemaLayerContent *content, GError **error)
{
  const SemaMatrix *positions = sema_layer_content_get_positions (content);

  if (positions == NULL || self->n <= sema_matrix_get_n_rows (positions))
    return TRUE;
  g_set_error (error, SEMA_TOKEN_IDS_ERROR, SEMA_TOKEN_IDS_ERROR_MANY, _ ("There are %zu ids for %" PRIu64 " positions."), self->n, sema_matrix_get_n_rows (positions));
  return FALSE;
}

/**
 * sema_layer_input_new:
 * @content: a layer
 * @text: token ids, as for sema_token_ids_parse()
 * @with_product: whether the one-hot matrix is really multiplied with the weight, to be compared and timed
 * @progress: (nullable): cancels
 * @error: %SEMA_TOKEN_IDS_ERROR, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Looks up ids. To be called in a thread: the product takes n vocab dim multiply-adds.
 *
 * Returns: (transfer full) (nullable): what they come to
 */
SemaLayerInput *
sema_layer_input_new (const SemaLayerContent *content, const char *text, gboolean with_product, SemaProgress *progress, GError **error)
{
  g_autoptr (GArray)         ids = sema_token_ids_parse (text, sema_layer_content_get_settings (content)->vocab, error);
  g_autoptr (SemaLayerInput) self = NULL;

  if (ids == NULL)
    return NULL;
  self = g_new0 (SemaLayerInput, 1);
  g_atomic_ref_count_init (&self->n_refs);
  self->n = ids->len;
  self->ids = g_memdup2 (ids->data, ids->len * sizeof *self->ids);
  if (self->n == 0)
    return g_steal_pointer (&self);
  find_lit (self);
  return check_positions (self, content, error) && look_up (self, content, with_product, progress, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_layer_input_ref:
 * @self: an input
 *
 * Returns: (transfer full): @self, with one owner more
 */
SemaLayerInput *
sema_layer_input_ref (SemaLayerInput *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * sema_layer_input_unref:
 * @self: (transfer full): an input; the last owner's call frees it
 */
void
sema_layer_input_unref (SemaLayerInput *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_free (self->ids);
  g_free (self->lit);
  g_clear_pointer (&self->output, sema_matrix_unref);
  g_clear_pointer (&self->one_hot, sema_matrix_unref);
  g_free (self);
}

static void
append_number (GString *text, double value)
{
  char number[SEMA_NUMBER_SIZE];

  sema_number_print_fixed (value < 0 ? -value : value, 4, number);
  g_string_append_printf (text, value < 0 ? "(−%s)" : "%s", number);
}

static void
append_term (GString *text, const SemaMatrix *weight, guint64 id, guint64 row, gsize column)
{
  g_string_append (text, text->len > 0 ? " + " : "");
  g_string_append (text, id == row ? "1 × " : "0 × ");
  append_number (text, (double)sema_matrix_get_number (weight, row, column));
}

/**
 * sema_layer_input_work_out:
 * @self: an input
 * @content: its layer
 * @row: of the output
 * @column: likewise
 *
 * Returns: (transfer full): how a cell of one-hot × weight comes about, such as "0 × 0.3374 + 1 × 0.9178 + … = 0.9178"; of a large
 *   vocabulary the term that counts, and how many there are with zeros
 */
char *
sema_layer_input_work_out (const SemaLayerInput *self, const SemaLayerContent *content, gsize row, gsize column)
{
  const SemaMatrix *weight = sema_layer_content_get_weight (content);
  guint64           vocab = sema_matrix_get_n_rows (weight), id = self->ids[row];
  GString          *text = g_string_new (NULL);

  if (vocab <= MOST_TERMS)
    for (guint64 i = 0; i < vocab; i++)
      append_term (text, weight, id, i, column);
  else
    {
      append_term (text, weight, id, id, column);
      g_string_append_printf (text, ngettext (" + %" PRIu64 " product with 0", " + %" PRIu64 " products with 0", (gulong)(vocab - 1)), vocab - 1);
    }
  g_string_append (text, " = ");
  append_number (text, (double)sema_matrix_get_number (weight, id, column));
  return g_string_free (text, FALSE);
}
