/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-initialiser.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

/* Numbers that are turned between two looks at cancel. */
#define NUMBERS_PER_STEP (64 * 1024)

/**
 * sema_initialiser_get_linear_bound:
 * @vocab: rows, 1 or more
 *
 * Returns: within what torch.nn.Linear draws uniformly: sqrt (3) times 1/sqrt (3 vocab), and calculated so
 */
double
sema_initialiser_get_linear_bound (guint64 vocab)
{
  return sqrt (3.0) * (sqrt (2.0 / (1 + 5)) / sqrt ((double)vocab));
}

/**
 * sema_initialiser_get_deviation:
 * @kind: one that draws normal numbers
 * @dim: numbers of a row, 1 or more
 *
 * Returns: their standard deviation
 */
double
sema_initialiser_get_deviation (SemaInitialiser kind, gsize dim)
{
  return kind == SEMA_INITIALISER_SCALED ? 1 / sqrt ((double)dim) : 1;
}

static gboolean
turn (const float *weight, float *values, guint64 vocab, gsize dim, SemaProgress *progress)
{
  for (gsize column = 0; column < dim; column++)
    for (guint64 id = 0; id < vocab; id++)
      {
        if ((column * vocab + id) % (NUMBERS_PER_STEP) == 0 && sema_progress_is_cancelled (progress))
          return FALSE;
        values[id * dim + column] = weight[column * vocab + id];
      }
  return TRUE;
}

/* The weight of a linear layer has a row for each dimension, and is drawn row by row. */
static gboolean
fill_linear (SemaTorchRandom *random, float *values, guint64 vocab, gsize dim, SemaProgress *progress, GError **error)
{
  float   *weight = sema_memory_alloc_n (vocab * dim, sizeof *weight, error);
  double   bound = sema_initialiser_get_linear_bound (vocab);
  gboolean fine;

  if (weight == NULL)
    return FALSE;
  fine = sema_torch_random_fill_uniform (random, weight, vocab * dim, -bound, bound, progress) && turn (weight, values, vocab, dim, progress);
  sema_memory_free (weight);
  if (!fine)
    sema_set_cancelled (error);
  return fine;
}

static gboolean
fill_normal (SemaTorchRandom *random, float *values, guint64 n, double deviation, SemaProgress *progress, GError **error)
{
  gboolean fine = sema_torch_random_fill_normal (random, values, n, deviation, progress);

  if (!fine)
    sema_set_cancelled (error);
  return fine;
}

/**
 * sema_initialiser_fill:
 * @kind: how
 * @random: a stream of torch's random numbers, which goes on
 * @values: (vocab, dim) where the matrix goes: a row for each token id
 * @vocab: rows, 1 or more
 * @dim: numbers of a row, 1 or more; @vocab * @dim fits 64 bits
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_CANCELLED, or %SEMA_CORE_ERROR_NO_MEMORY, which only %SEMA_INITIALISER_LINEAR takes
 *
 * Makes the matrix that torch makes with the same seed; see sema_torch_random_fill_normal() on how exactly. O(@vocab * @dim).
 *
 * Returns: whether nothing failed
 */
gboolean
sema_initialiser_fill (SemaInitialiser kind, SemaTorchRandom *random, float *values, guint64 vocab, gsize dim, SemaProgress *progress, GError **error)
{
  guint64 n = vocab * dim;

  switch (kind)
    {
    case SEMA_INITIALISER_LINEAR:
      return fill_linear (random, values, vocab, dim, progress, error);
    case SEMA_INITIALISER_ZEROS:
      memset (values, 0, n * sizeof *values);
      return TRUE;
    case SEMA_INITIALISER_SCALED:
    case SEMA_INITIALISER_NORMAL:
    default:
      return fill_normal (random, values, n, sema_initialiser_get_deviation (kind, dim), progress, error);
    }
}

/**
 * sema_initialiser_print_torch:
 * @kind: how
 * @vocab: rows
 * @dim: numbers of a row
 * @name: what the matrix is called in the line
 *
 * Returns: (transfer full): the line of Python that makes the same matrix after torch.manual_seed()
 */
char *
sema_initialiser_print_torch (SemaInitialiser kind, guint64 vocab, gsize dim, const char *name)
{
  switch (kind)
    {
    case SEMA_INITIALISER_LINEAR:
      return g_strdup_printf ("%s = torch.nn.Linear(%" PRIu64 ", %zu, bias=False).weight.T", name, vocab, dim);
    case SEMA_INITIALISER_ZEROS:
      return g_strdup_printf ("%s = torch.zeros(%" PRIu64 ", %zu)", name, vocab, dim);
    case SEMA_INITIALISER_SCALED:
      return g_strdup_printf ("%s = torch.nn.init.normal_(torch.empty(%" PRIu64 ", %zu), std=%zu ** -0.5)", name, vocab, dim, dim);
    case SEMA_INITIALISER_NORMAL:
    default:
      return g_strdup_printf ("%s = torch.nn.Embedding(%" PRIu64 ", %zu).weight", name, vocab, dim);
    }
}
