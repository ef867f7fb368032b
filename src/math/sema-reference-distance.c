/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-reference-distance.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-pca.h"

#define CHUNK_NUMBERS (512 * 1024)
#define MOST_CHUNKS 64 /* of rows that are added up: each has its own sums */

/**
 * Job:
 * @rows: (n) (nullable): which rows are added up; %NULL: all
 * @shift: (dim) the first of them, from which the others are counted, so that the mean of equal rows is exactly that row
 * @sums: (n_chunks, dim)
 * @counts: (n_chunks) rows in them
 * @mean: (dim) of the rows of reference
 * @centre: (dim) (nullable): what is subtracted before angles are measured
 * @axis: (dim) (nullable): the direction that is taken away before
 * @reference: (dim) the mean without what is taken away
 * @floor: a vector that is no longer is nothing but rounding
 */
typedef struct
{
  const SemaSet *set;
  const guint32 *rows;
  SemaProgress  *progress;
  double        *shift;
  double        *sums;
  guint64       *counts;

  double *mean;
  double *centre;
  double *axis;
  double *reference;
  double  floor;
  double *cosines;
  double *distances;
} Job;

static gboolean
is_finite_row (const SemaSet *set, guint64 row)
{
  return isfinite (sema_set_get_norm (set, row));
}

static guint64
get_row (const Job *job, guint64 i)
{
  return job->rows != NULL ? job->rows[i] : i;
}

static void
add_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Job              *job = data;
  gsize             dim = sema_set_get_dim (job->set);
  double           *sums = job->sums + chunk * dim;
  g_autofree float *space = sema_set_new_space (job->set, 1);

  memset (sums, 0, dim * sizeof *sums);
  job->counts[chunk] = 0;
  for (guint64 i = first; i < end; i++)
    {
      const SemaFloat *values = sema_set_read_row (job->set, get_row (job, i), space);

      if (!is_finite_row (job->set, get_row (job, i)))
        continue;
      for (gsize d = 0; d < dim; d++)
        sums[d] += (double)values[d] - job->shift[d];
      job->counts[chunk]++;
    }
  sema_progress_add_done (job->progress, end - first);
}

static void
find_shift (Job *job, guint64 n)
{
  gsize             dim = sema_set_get_dim (job->set);
  g_autofree float *space = sema_set_new_space (job->set, 1);

  memset (job->shift, 0, dim * sizeof *job->shift);
  for (guint64 i = 0; i < n; i++)
    if (is_finite_row (job->set, get_row (job, i)))
      {
        const SemaFloat *values = sema_set_read_row (job->set, get_row (job, i), space);

        for (gsize d = 0; d < dim; d++)
          job->shift[d] = (double)values[d];
        return;
      }
}

static void
join (const Job *job, guint64 n_chunks, double *mean)
{
  gsize   dim = sema_set_get_dim (job->set);
  guint64 n = 0;

  memset (mean, 0, dim * sizeof *mean);
  for (guint64 chunk = 0; chunk < n_chunks; chunk++)
    {
      n += job->counts[chunk];
      for (gsize d = 0; d < dim; d++)
        mean[d] += job->sums[chunk * dim + d];
    }
  for (gsize d = 0; d < dim; d++)
    mean[d] = n > 0 ? job->shift[d] + mean[d] / (double)n : NAN;
}

/* Of @n rows, all or some; those that are not finite are left out. NaN where none is left. */
static gboolean
find_mean (Job *job, const guint32 *rows, guint64 n, double *mean, GError **error)
{
  gsize    dim = sema_set_get_dim (job->set);
  guint64  per_chunk = MAX (MAX (CHUNK_NUMBERS / dim, 1), sema_parallel_count_chunks (n, MOST_CHUNKS));
  guint64  n_chunks = sema_parallel_count_chunks (n, per_chunk);
  guint64  counts[MOST_CHUNKS];
  gboolean done;

  job->rows = rows;
  job->counts = counts;
  job->sums = sema_memory_alloc_n (MAX (n_chunks, 1), dim * sizeof *job->sums, error);
  if (job->sums == NULL)
    return FALSE;
  find_shift (job, n);
  done = sema_parallel_rows (n, per_chunk, job->progress, add_rows, job);
  if (done)
    join (job, n_chunks, mean);
  else
    sema_set_cancelled (error);
  sema_memory_free (job->sums);
  return done;
}

static gboolean
find_axis (Job *job, double *axis, GError **error)
{
  g_autoptr (SemaProgress)   step = sema_progress_new_step (job->progress);
  g_autoptr (SemaPcaScatter) scatter = sema_pca_scatter_new (job->set, SEMA_VECTORS_RAW, step, error);
  g_autoptr (SemaPca)        pca = scatter != NULL ? sema_pca_new_from_scatter (scatter, 1, error) : NULL;

  if (pca == NULL)
    return FALSE;
  if (pca->k > 0)
    memcpy (axis, pca->axes, pca->dim * sizeof *axis);
  else
    memset (axis, 0, pca->dim * sizeof *axis);
  return TRUE;
}

/* Takes from a vector what all rows have in common. */
static void
take_away (const Job *job, double *vector)
{
  gsize  dim = sema_set_get_dim (job->set);
  double along;

  for (gsize d = 0; job->centre != NULL && d < dim; d++)
    vector[d] -= job->centre[d];
  if (job->axis == NULL)
    return;
  along = sema_dot (vector, job->axis, dim);
  for (gsize d = 0; d < dim; d++)
    vector[d] -= along * job->axis[d];
}

static gboolean
prepare (Job *job, const guint32 *rows, guint32 n, SemaCentring centring, double *space, GError **error)
{
  gsize   dim = sema_set_get_dim (job->set);
  guint64 n_rows = sema_set_get_n_rows (job->set);

  job->shift = space;
  job->mean = space + dim;
  job->reference = space + 2 * dim;
  if (!find_mean (job, rows, n, job->mean, error))
    return FALSE;
  if (centring == SEMA_CENTRING_MEAN && !find_mean (job, NULL, n_rows, job->centre = space + 3 * dim, error))
    return FALSE;
  if (centring == SEMA_CENTRING_AXIS && !find_axis (job, job->axis = space + 3 * dim, error))
    return FALSE;
  memcpy (job->reference, job->mean, dim * sizeof *job->mean);
  take_away (job, job->reference);
  job->floor = centring != SEMA_CENTRING_NONE ? (double)dim * DBL_EPSILON : 0;
  return TRUE;
}

static double
get_cosine_distance (const Job *job, double *vector, double norm)
{
  gsize  dim = sema_set_get_dim (job->set);
  double length, to, dot;

  take_away (job, vector);
  length = sqrt (sema_dot (vector, vector, dim));
  to = sqrt (sema_dot (job->reference, job->reference, dim));
  dot = sema_dot (vector, job->reference, dim);
  if (!(length > job->floor * norm) || !(to > job->floor * sqrt (sema_dot (job->mean, job->mean, dim))))
    return NAN;
  return 1 - CLAMP (dot / length / to, -1, 1);
}

static void
measure_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Job               *job = data;
  gsize              dim = sema_set_get_dim (job->set);
  g_autofree float  *space = sema_set_new_space (job->set, 1);
  g_autofree double *vector = g_new (double, dim);

  for (guint64 row = first; row < end; row++)
    {
      const SemaFloat *values = sema_set_read_row (job->set, row, space);

      job->cosines[row] = job->distances[row] = NAN;
      if (!is_finite_row (job->set, row))
        continue;
      for (gsize d = 0; d < dim; d++)
        vector[d] = (double)values[d];
      job->distances[row] = sqrt (sema_dot_squared_distance (vector, job->mean, dim));
      job->cosines[row] = get_cosine_distance (job, vector, sema_set_get_norm (job->set, row));
    }
  sema_progress_add_done (job->progress, end - first);
}

/**
 * sema_reference_distance_measure:
 * @set: (n_rows, dim) vectors
 * @rows: (n) the rows of reference, each once; those that are not finite are left out of their mean
 * @n: how many, may be 0
 * @centring: what is taken from the rows, and from the mean of those of reference, before angles are measured
 * @cosines: (n_rows) where the cosine distances go: 1 - cosine, 0 to 2; NaN where a vector is not finite, or is zero or no longer than
 *   rounding once that is taken away, and everywhere without a row of reference
 * @distances: (n_rows) where the Euclidean distances go, with nothing taken away; NaN where a row is not finite
 * @progress: (nullable): its done grows by at most 3 for each row; cancels
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_MATH_ERROR_LAPACK
 *
 * How far each row is from the mean of some rows, in double: the indicators of Land and Bartolo (2024), “Fishing for Magikarp”, which find
 * tokens that a model hardly met in training by how near they are to rows known to be unused. As there, the mean is that of the raw rows,
 * and the axis is that of a PCA, while what is taken away is the part of the uncentred vector along it. A cosine with a zero row, which they
 * make 0, is undefined here. The same bits on any number of threads. O(n_rows dim), with %SEMA_CENTRING_AXIS O(n_rows dim² + dim³).
 *
 * Returns: whether it was done
 */
gboolean
sema_reference_distance_measure (const SemaSet *set, const guint32 *rows, guint32 n, SemaCentring centring, double *cosines, double *distances, SemaProgress *progress, GError **error)
{
  gsize    dim = sema_set_get_dim (set);
  Job      job = {.set = set, .progress = progress, .cosines = cosines, .distances = distances};
  double  *space = sema_memory_alloc_n (4 * (guint64)dim, sizeof *space, error);
  gboolean done = space != NULL && prepare (&job, rows, n, centring, space, error);

  if (done && !sema_parallel_rows (sema_set_get_n_rows (set), MAX (CHUNK_NUMBERS / dim, 1), progress, measure_rows, &job))
    {
      sema_set_cancelled (error);
      done = FALSE;
    }
  sema_memory_free (space);
  return done;
}
