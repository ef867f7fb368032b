/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-moves.h"

#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-lapack.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-vectors.h"

#define ROWS_PER_CHUNK 256

typedef struct
{
  const SemaCommonRows *common;
  const double         *rotation;
  gsize                 dim;
  SemaProgress         *progress;
  double               *cosines;
  double               *distances;
} Job;

static void
measure (const Job *job, guint32 i, const double *a, const double *b)
{
  double norm_a = sema_set_get_norm (job->common->a, job->common->rows_a[i]);
  double norm_b = sema_set_get_norm (job->common->b, job->common->rows_b[i]);

  job->cosines[i] = job->distances[i] = NAN;
  if (!isfinite (norm_a) || !isfinite (norm_b))
    return;
  job->distances[i] = sqrt (sema_dot_squared_distance (a, b, job->dim));
  if (norm_a > 0 && norm_b > 0)
    job->cosines[i] = CLAMP (sema_dot (a, b, job->dim) / norm_a / norm_b, -1, 1);
}

static void
measure_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Job               *job = data;
  gsize              dim = job->dim, n = (gsize)(end - first);
  g_autofree double *a = g_new (double, dim);
  g_autofree double *b = g_new (double, n *dim);
  g_autofree double *turned = job->rotation != NULL ? g_new (double, n *dim) : NULL;

  for (gsize i = 0; i < n; i++)
    sema_vectors_get (job->common->b, job->common->rows_b[first + i], SEMA_VECTORS_RAW, b + i * dim);
  if (turned != NULL)
    sema_lapack_multiply (b, n, dim, job->rotation, turned);
  for (gsize i = 0; i < n; i++)
    {
      sema_vectors_get (job->common->a, job->common->rows_a[first + i], SEMA_VECTORS_RAW, a);
      measure (job, (guint32)(first + i), a, (turned != NULL ? turned : b) + i * dim);
    }
  sema_progress_add_done (job->progress, n);
}

/**
 * sema_moves_measure:
 * @common: words of two sets of one dimension
 * @rotation: (dim, dim) (nullable): what turns the second set first, see sema_procrustes_rows_find(); %NULL: nothing
 * @cosines: (n) where the cosine of the angle between both rows of each word goes; NaN where one is zero or not finite
 * @distances: (n) where their Euclidean distance goes; NaN where one is not finite
 * @progress: (nullable): its done grows by 1 for each word; cancels
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Measures how far words moved from one set to another, in double. The same bits on any number of threads. O(n dim), with a rotation
 * O(n dim²).
 *
 * Returns: whether it was done
 */
gboolean
sema_moves_measure (const SemaCommonRows *common, const double *rotation, double *cosines, double *distances, SemaProgress *progress, GError **error)
{
  Job job = {common, rotation, sema_set_get_dim (common->a), progress, cosines, distances};

  g_return_val_if_fail (job.dim == sema_set_get_dim (common->b), FALSE);

  if (rotation != NULL && !sema_lapack_begin (sema_parallel_get_threads (), error))
    return FALSE;
  if (sema_parallel_rows (common->n, ROWS_PER_CHUNK, progress, measure_rows, &job))
    return TRUE;
  sema_set_cancelled (error);
  return FALSE;
}
