/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-norms.h"

#include <math.h>

#include "sema-clones.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

/* Numbers of a chunk: under a millisecond of work between two looks at the progress. */
#define CHUNK_NUMBERS (256 * 1024)

typedef struct
{
  const SemaMatrix *matrix;
  double           *norms;
} Job;

/* Eight lanes: the compiler splits them where registers are shorter. */
typedef struct
{
  SemaQuad low;
  SemaQuad high;
} Lanes;

/* WIDEN (p) are the four numbers at p as doubles. The squares go to eight lanes by turns. */
#define ADD_SQUARES(lanes, row, dim, i, WIDEN)    \
  G_STMT_START                                    \
  {                                               \
    for (; (i) + 8 <= (dim); (i) += 8)            \
      {                                           \
        SemaQuad first_ = WIDEN ((row) + (i));    \
        SemaQuad next_ = WIDEN ((row) + (i) + 4); \
                                                  \
        (lanes).low += first_ * first_;           \
        (lanes).high += next_ * next_;            \
      }                                           \
  }                                               \
  G_STMT_END

static inline double
sum_lanes (Lanes *lanes, const SemaFloat *row, gsize dim, gsize i)
{
  double sum = 0.0;

  for (gsize lane = 0; i < dim; i++, lane++)
    {
      if (lane < 4)
        lanes->low[lane] += (double)row[i] * (double)row[i];
      else
        lanes->high[lane - 4] += (double)row[i] * (double)row[i];
    }
  for (gsize lane = 0; lane < 4; lane++)
    sum += lanes->low[lane];
  for (gsize lane = 0; lane < 4; lane++)
    sum += lanes->high[lane];
  return sum;
}

static double
sum_squares (const SemaFloat *row, gsize dim)
{
  Lanes lanes = {{0}, {0}};
  gsize i = 0;

  ADD_SQUARES (lanes, row, dim, i, SEMA_WIDEN);
  return sum_lanes (&lanes, row, dim, i);
}

#ifdef SEMA_AVX2
SEMA_AVX2 static double
sum_squares_avx2 (const SemaFloat *row, gsize dim)
{
  Lanes lanes = {{0}, {0}};
  gsize i = 0;

  ADD_SQUARES (lanes, row, dim, i, SEMA_WIDEN_AVX2);
  return sum_lanes (&lanes, row, dim, i);
}
#else
#define sum_squares_avx2 sum_squares
#endif

/**
 * sema_norms_measure:
 * @row: (dim) a row's numbers, at any address
 * @dim: how many, may be 0
 *
 * Returns: the row's Euclidean length: the squares are summed in double in eight lanes, which are added up in one fixed
 *   order, so it has the same bits on every processor. A double holds the square of any float32, so it is finite as long as
 *   the numbers are. O(dim).
 */
double
sema_norms_measure (const SemaFloat *row, gsize dim)
{
  return sqrt (SEMA_HAS_AVX2 ? sum_squares_avx2 (row, dim) : sum_squares (row, dim));
}

static void
measure_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Job  *job = data;
  gsize dim = sema_matrix_get_dim (job->matrix);

  for (guint64 row = first; row < end; row++)
    job->norms[row] = sema_norms_measure (sema_matrix_get_row (job->matrix, row), dim);
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
