/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-procrustes-rows.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-lapack.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-vectors.h"

/* As in sema-pca-scatter.c: a part has a (dim, dim) matrix of its own, and the words decide how many parts there are, never the threads. */
#define MAX_PARTS 32
#define BYTES_OF_PARTS ((guint64)256 << 20)
#define MIN_ROWS_PER_PART 2048
#define ROWS_PER_BLOCK 64

typedef struct
{
  const SemaCommonRows *common;
  SemaProgress         *progress;
  gsize                 dim;
  double               *products; /* (n_parts, dim, dim) */
  double               *blocks;   /* (n_parts, 2, ROWS_PER_BLOCK, dim) */
} Job;

static gboolean
is_finite_pair (const SemaCommonRows *common, guint32 i)
{
  return isfinite (sema_set_get_norm (common->a, common->rows_a[i])) && isfinite (sema_set_get_norm (common->b, common->rows_b[i]));
}

/* Of the next words, those that are finite in both. Returns how many. */
static gsize
fill (const Job *job, guint64 first, guint64 end, double *from, double *to)
{
  gsize n = 0;

  for (guint64 i = first; i < end; i++)
    {
      if (!is_finite_pair (job->common, (guint32)i))
        continue;
      sema_vectors_get (job->common->b, job->common->rows_b[i], SEMA_VECTORS_RAW, from + n * job->dim);
      sema_vectors_get (job->common->a, job->common->rows_a[i], SEMA_VECTORS_RAW, to + n * job->dim);
      n++;
    }
  return n;
}

static void
sum_rows (guint64 first, guint64 end, guint64 part, gpointer data)
{
  Job    *job = data;
  double *products = job->products + part * job->dim * job->dim;
  double *from = job->blocks + part * 2 * ROWS_PER_BLOCK * job->dim;
  double *to = from + ROWS_PER_BLOCK * job->dim;

  memset (products, 0, job->dim * job->dim * sizeof *products);
  for (guint64 row = first; row < end && !sema_progress_is_cancelled (job->progress); row += ROWS_PER_BLOCK)
    {
      guint64 stop = MIN (row + ROWS_PER_BLOCK, end);
      gsize   n = fill (job, row, stop, from, to);

      sema_lapack_add_cross_products (from, to, n, job->dim, products);
      sema_progress_add_done (job->progress, stop - row);
    }
}

static guint64
choose_rows (guint64 n, gsize dim)
{
  guint64 square;
  guint64 room = __builtin_mul_overflow (dim, dim * sizeof (double), &square) ? 1 : CLAMP (BYTES_OF_PARTS / square, 1, MAX_PARTS);

  return n / CLAMP (n / MIN_ROWS_PER_PART, 1, room) + 1;
}

static gboolean
sum_all (Job *job, guint64 n_parts, guint64 rows_per_part, double *rotation, GError **error)
{
  gsize size = job->dim * job->dim;

  if (!sema_lapack_begin (sema_parallel_get_threads (), error))
    return FALSE;
  if (!sema_parallel_rows (job->common->n, rows_per_part, job->progress, sum_rows, job) || sema_progress_is_cancelled (job->progress))
    {
      sema_set_cancelled (error);
      return FALSE;
    }
  for (guint64 part = 1; part < n_parts; part++)
    for (gsize i = 0; i < size; i++)
      job->products[i] += job->products[part * size + i];
  if (n_parts == 0)
    memset (job->products, 0, size * sizeof *job->products);
  return sema_lapack_find_polar_factor (job->products, job->dim, rotation, error);
}

/**
 * sema_procrustes_rows_find:
 * @common: words of two sets of one dimension
 * @rotation: (dim, dim) where an orthogonal matrix goes
 * @progress: (nullable): its done grows by 1 for each word; polled but for one O(dim³) step; cancels
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_MATH_ERROR_LAPACK
 *
 * The rotation, or reflection, that brings the rows of the second set nearest to those of the first: the sum of the squared distances of
 * b @rotation and a is the least over the words whose rows are finite in both (Schönemann 1966). The rows are raw; nothing is centred and
 * nothing is scaled, so that lengths and angles of the second set stay what they are. Where the words span fewer directions than there are,
 * the others are turned somehow, which moves none of the words. Products are summed in double and in a fixed order: the same bits on any
 * number of threads. O(n dim² + dim³), and at most 32 (dim, dim) matrices.
 *
 * Returns: whether it was found
 */
gboolean
sema_procrustes_rows_find (const SemaCommonRows *common, double *rotation, SemaProgress *progress, GError **error)
{
  Job      job = {.common = common, .progress = progress, .dim = sema_set_get_dim (common->a)};
  guint64  rows_per_part = choose_rows (common->n, job.dim);
  guint64  n_parts = sema_parallel_count_chunks (common->n, rows_per_part);
  gboolean done;

  g_return_val_if_fail (job.dim == sema_set_get_dim (common->b), FALSE);

  job.products = sema_memory_alloc_n (MAX (n_parts, 1) * job.dim, job.dim * sizeof *job.products, error);
  job.blocks = job.products != NULL ? sema_memory_alloc_n (MAX (n_parts, 1) * 2 * ROWS_PER_BLOCK, job.dim * sizeof *job.blocks, error) : NULL;
  done = job.blocks != NULL && sum_all (&job, n_parts, rows_per_part, rotation, error);
  sema_memory_free (job.products);
  sema_memory_free (job.blocks);
  return done;
}
