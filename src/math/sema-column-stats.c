/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-column-stats.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

/* Numbers of a chunk, and the most chunks: each has its own sums. */
#define CHUNK_NUMBERS (512 * 1024)
#define MOST_CHUNKS 64

/**
 * Sums:
 * @shift: the first finite number, from which the others are counted, so that little is lost
 */
typedef struct
{
  double  least;
  double  most;
  double  shift;
  double  sum;
  double  squares;
  guint64 n;
} Sums;

typedef struct
{
  const SemaMatrix *matrix;
  Sums             *sums; /* (n_chunks, dim) */
} Job;

static void
add (Sums *self, double value)
{
  double gap;

  if (!isfinite (value))
    return;
  if (self->n == 0)
    *self = (Sums) {value, value, value, 0, 0, 0};
  gap = value - self->shift;
  self->least = MIN (self->least, value);
  self->most = MAX (self->most, value);
  self->sum += gap;
  self->squares += gap * gap;
  self->n++;
}

static void
measure_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Job              *job = data;
  gsize             dim = sema_matrix_get_dim (job->matrix);
  Sums             *sums = job->sums + chunk * dim;
  g_autofree float *space = sema_matrix_new_space (job->matrix, 1);

  for (gsize column = 0; column < dim; column++)
    sums[column] = (Sums) {0};
  for (guint64 row = first; row < end; row++)
    {
      const SemaFloat *values = sema_matrix_read_row (job->matrix, row, space);

      for (gsize column = 0; column < dim; column++)
        add (&sums[column], (double)values[column]);
    }
}

/* Mean and sum of squared deviations of two parts together (Chan, Golub and LeVeque 1979). */
static void
merge (SemaColumnStats *self, const Sums *part)
{
  double n = (double)self->n, m = (double)part->n;
  double mean, gap;

  if (part->n == 0)
    return;
  mean = part->shift + part->sum / m;
  gap = mean - (self->n > 0 ? self->mean : mean);
  self->deviation += part->squares - part->sum * part->sum / m + gap * gap * n * m / (n + m);
  self->mean = self->n > 0 ? self->mean + gap * m / (n + m) : mean;
  self->least = self->n > 0 ? MIN (self->least, part->least) : part->least;
  self->most = self->n > 0 ? MAX (self->most, part->most) : part->most;
  self->n += part->n;
}

static SemaColumnStats
finish (const Sums *sums, gsize dim, guint64 n_chunks)
{
  SemaColumnStats stats = {0};

  for (guint64 chunk = 0; chunk < n_chunks; chunk++)
    merge (&stats, &sums[chunk * dim]);
  if (stats.n == 0)
    return (SemaColumnStats) {NAN, NAN, NAN, NAN, 0};
  stats.deviation = sqrt (MAX (stats.deviation, 0) / (double)stats.n);
  return stats;
}

static guint64
choose_rows (const SemaMatrix *matrix)
{
  guint64 rows = MAX (CHUNK_NUMBERS / sema_matrix_get_dim (matrix), 1);

  return MAX (rows, sema_parallel_count_chunks (sema_matrix_get_n_rows (matrix), MOST_CHUNKS));
}

/**
 * sema_column_stats_measure:
 * @matrix: (n_rows, dim) a matrix
 * @limit: (out): the largest absolute value of all finite numbers, 0 when there is none
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Measures the columns of a matrix in one pass, in double. The same on any number of threads. O(n_rows dim).
 *
 * Returns: (transfer full) (nullable): (dim) what was found; free it with sema_memory_free()
 */
SemaColumnStats *
sema_column_stats_measure (const SemaMatrix *matrix, double *limit, SemaProgress *progress, GError **error)
{
  gsize            dim = sema_matrix_get_dim (matrix);
  guint64          rows = choose_rows (matrix);
  guint64          n_chunks = sema_parallel_count_chunks (sema_matrix_get_n_rows (matrix), rows);
  Job              job = {matrix, sema_memory_alloc_n (n_chunks * dim, sizeof (Sums), error)};
  SemaColumnStats *stats = job.sums != NULL ? sema_memory_alloc_n (dim, sizeof *stats, error) : NULL;

  *limit = 0;
  if (stats != NULL && !sema_parallel_rows (sema_matrix_get_n_rows (matrix), rows, progress, measure_rows, &job))
    {
      sema_set_cancelled (error);
      g_clear_pointer (&stats, sema_memory_free);
    }
  for (gsize column = 0; column < dim && stats != NULL; column++)
    {
      stats[column] = finish (job.sums + column, dim, n_chunks);
      if (stats[column].n > 0)
        *limit = MAX (*limit, MAX (fabs (stats[column].least), fabs (stats[column].most)));
    }
  sema_memory_free (job.sums);
  return stats;
}
