/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pairs.h"

#include <math.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-vectors.h"

/* So few that a chunk takes less than the 10 ms in which a job is given up, with some thousand rows of 300 numbers. */
#define ROWS_PER_CHUNK 4

/**
 * Work:
 * @vectors: (n, dim) the raw rows
 * @norms: (n) their norms; NaN where the row has no direction
 */
typedef struct
{
  SemaPairs *pairs;
  double    *vectors;
  double    *norms;
  gsize      dim;
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->pairs, sema_pairs_free);
  sema_memory_free (work->vectors);
  sema_memory_free (work->norms);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static double *
alloc_square (gsize n, GError **error)
{
  gsize row_size;

  if (__builtin_mul_overflow (n, sizeof (double), &row_size))
    row_size = G_MAXSIZE;
  return sema_memory_alloc_n (n, row_size, error);
}

static gboolean
prepare (Work *work, const SemaSet *set, const guint64 *rows, gsize n, GError **error)
{
  SemaPairs *pairs = g_new0 (SemaPairs, 1);

  work->pairs = pairs;
  work->dim = sema_set_get_dim (set);
  pairs->n = n;
  if ((pairs->cosine = alloc_square (n, error)) == NULL ||
      (pairs->dot = alloc_square (n, error)) == NULL ||
      (pairs->distance = alloc_square (n, error)) == NULL ||
      (work->norms = sema_memory_alloc_n (n, sizeof (double), error)) == NULL ||
      (work->vectors = sema_vectors_gather (set, rows, n, SEMA_VECTORS_RAW, error)) == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    work->norms[i] = sema_vectors_is_usable (set, rows[i], SEMA_VECTORS_UNIT) ? sema_set_get_norm (set, rows[i]) : NAN;
  return TRUE;
}

/* Equal vectors have the cosine 1, which the quotient misses by its rounding. The product of two norms of float32 rows
 * neither overflows nor vanishes, and it is the same in either order. */
static double
find_cosine (double dot, double distance, double norm_i, double norm_j)
{
  if (isnan (norm_i) || isnan (norm_j))
    return NAN;
  return distance == 0 ? 1 : CLAMP (dot / (norm_i * norm_j), -1, 1);
}

static void
compare (const Work *work, gsize i, gsize j)
{
  const double *a = work->vectors + i * work->dim, *b = work->vectors + j * work->dim;
  SemaPairs    *pairs = work->pairs;
  gsize         at = i * pairs->n + j, mirrored = j * pairs->n + i;

  pairs->dot[at] = pairs->dot[mirrored] = sema_dot (a, b, work->dim);
  pairs->distance[at] = pairs->distance[mirrored] = sqrt (sema_dot_squared_distance (a, b, work->dim));
  pairs->cosine[at] = pairs->cosine[mirrored] = find_cosine (pairs->dot[at], pairs->distance[at], work->norms[i], work->norms[j]);
}

static void
compare_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  const Work *work = data;

  for (gsize i = first; i < end; i++)
    for (gsize j = i; j < work->pairs->n; j++)
      compare (work, i, j);
}

/**
 * sema_pairs_new:
 * @set: a set
 * @rows: (n) rows of it, from 0, in any order and more than once if wished
 * @n: number of rows, may be 0
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Compares every row with every other, in double. A row compared with itself, or with one of the same numbers, has exactly
 * the cosine 1 and the distance 0. The same bits with any number of threads. O(n² dim).
 *
 * Returns: (transfer full) (nullable): the matrices, or %NULL on error
 */
SemaPairs *
sema_pairs_new (const SemaSet *set, const guint64 *rows, gsize n, SemaProgress *progress, GError **error)
{
  g_auto (Work) work = {0};

  if (!prepare (&work, set, rows, n, error))
    return NULL;
  if (!sema_parallel_rows (n, ROWS_PER_CHUNK, progress, compare_rows, &work))
    {
      sema_set_cancelled (error);
      return NULL;
    }
  return g_steal_pointer (&work.pairs);
}

/**
 * sema_pairs_free:
 * @self: (transfer full): matrices
 */
void
sema_pairs_free (SemaPairs *self)
{
  sema_memory_free (self->cosine);
  sema_memory_free (self->dot);
  sema_memory_free (self->distance);
  g_free (self);
}

/**
 * sema_pairs_get_angle:
 * @self: matrices
 * @i: below their n
 * @j: below their n
 *
 * Returns: the angle between two rows in degrees, 0 to 180: the arc cosine of their cosine, so an angle near 0 is good to
 *   1e-6 degrees only; NaN where one of them is zero or not finite
 */
double
sema_pairs_get_angle (const SemaPairs *self, gsize i, gsize j)
{
  g_return_val_if_fail (i < self->n && j < self->n, NAN);

  return acos (self->cosine[i * self->n + j]) * (180 / G_PI);
}
