/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-norms.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

/* Sums side by side, so that additions do not wait for one another; added up in one fixed order. */
#define LANES 8

/* Numbers of a chunk: under a millisecond of work between two looks at the progress. */
#define CHUNK_NUMBERS (256 * 1024)

typedef struct
{
  const SemaMatrix *matrix;
  double           *norms;
} Job;

/* A double holds the square of any float32, and their sum is finite as long as the numbers are. */
static double
get_norm (const SemaFloat *row, gsize dim)
{
  double sums[LANES] = {0.0};
  double sum = 0.0;
  gsize  i = 0;

  for (; i + LANES <= dim; i += LANES)
    for (gsize lane = 0; lane < LANES; lane++)
      sums[lane] += (double)row[i + lane] * (double)row[i + lane];
  for (; i < dim; i++)
    sums[i % LANES] += (double)row[i] * (double)row[i];
  for (gsize lane = 0; lane < LANES; lane++)
    sum += sums[lane];
  return sqrt (sum);
}

static void
measure_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Job  *job = data;
  gsize dim = sema_matrix_get_dim (job->matrix);

  for (guint64 row = first; row < end; row++)
    job->norms[row] = get_norm (sema_matrix_get_row (job->matrix, row), dim);
}

/**
 * sema_norms_new:
 * @matrix: (n, dim) rows
 * @progress: (nullable): polled often; its counts are left alone
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): (n) the Euclidean length of each row, summed in double; NaN where a row holds NaN,
 *   infinite where it holds an infinite number and no NaN; free it with sema_memory_free(). O(n dim), on all threads.
 */
double *
sema_norms_new (const SemaMatrix *matrix, SemaProgress *progress, GError **error)
{
  guint64 n_rows = sema_matrix_get_n_rows (matrix);
  guint64 rows_per_chunk = CHUNK_NUMBERS / sema_matrix_get_dim (matrix);
  Job     job = {matrix, sema_memory_alloc_n (n_rows, sizeof (double), error)};

  if (job.norms == NULL)
    return NULL;
  if (sema_parallel_rows (n_rows, MAX (rows_per_chunk, 1), progress, measure_rows, &job))
    return job.norms;
  sema_memory_free (job.norms);
  sema_set_cancelled (error);
  return NULL;
}
