/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-silhouette.h"

#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

#define ROWS_PER_CHUNK 16

/**
 * Work:
 * @n_labels: one more than the largest label of any labelling
 * @counts: (n_labellings, n_labels) members of each cluster
 * @sums: (n_chunks, n_labellings, n_labels) a vector's distances, summed over each cluster
 * @values: (n, n_labellings) the silhouettes
 */
typedef struct
{
  const double       *vectors;
  gsize               n;
  gsize               dim;
  const guint *const *labellings;
  gsize               n_labellings;
  gsize               n_labels;
  double             *counts;
  double             *sums;
  double             *values;
} Work;

static void
work_clear (Work *work)
{
  sema_memory_free (work->counts);
  sema_memory_free (work->sums);
  sema_memory_free (work->values);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static void
count_labels (Work *work)
{
  memset (work->counts, 0, work->n_labellings * work->n_labels * sizeof (double));
  for (gsize l = 0; l < work->n_labellings; l++)
    for (gsize i = 0; i < work->n; i++)
      work->counts[l * work->n_labels + work->labellings[l][i]]++;
}

static gsize
find_n_labels (const Work *work)
{
  guint largest = 0;

  for (gsize l = 0; l < work->n_labellings; l++)
    for (gsize i = 0; i < work->n; i++)
      largest = MAX (largest, work->labellings[l][i]);
  return (gsize)largest + 1;
}

static gboolean
prepare (Work *work, GError **error)
{
  gsize n_chunks = sema_parallel_count_chunks (work->n, ROWS_PER_CHUNK);
  gsize size;

  work->n_labels = find_n_labels (work);
  if (__builtin_mul_overflow (work->n_labellings * sizeof (double), work->n_labels, &size))
    size = G_MAXSIZE;
  if ((work->counts = sema_memory_alloc_n (1, size, error)) == NULL ||
      (work->sums = sema_memory_alloc_n (n_chunks, size, error)) == NULL ||
      (work->values = sema_memory_alloc_n (work->n, work->n_labellings * sizeof (double), error)) == NULL)
    return FALSE;
  count_labels (work);
  return TRUE;
}

/* Every distance is used for all the labellings at once, so none has to be kept. */
static void
sum_distances (const Work *work, gsize i, double *sums)
{
  const double *vector = work->vectors + i * work->dim;

  memset (sums, 0, work->n_labellings * work->n_labels * sizeof (double));
  for (gsize j = 0; j < work->n; j++)
    {
      double distance = sqrt (sema_dot_squared_distance (vector, work->vectors + j * work->dim, work->dim));

      for (gsize l = 0; l < work->n_labellings; l++)
        sums[l * work->n_labels + work->labellings[l][j]] += distance;
    }
}

static double
find_silhouette (const double *sums, const double *counts, gsize n_labels, guint own)
{
  double within, between = INFINITY;

  if (counts[own] == 1)
    return 0;
  within = sums[own] / (counts[own] - 1);
  for (gsize label = 0; label < n_labels; label++)
    if (label != own && counts[label] > 0)
      between = MIN (between, sums[label] / counts[label]);
  if (isinf (between) || MAX (within, between) == 0)
    return 0;
  return (between - within) / MAX (within, between);
}

static void
measure_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  const Work *work = data;
  double     *sums = work->sums + chunk * work->n_labellings * work->n_labels;

  for (gsize i = first; i < end; i++)
    {
      sum_distances (work, i, sums);
      for (gsize l = 0; l < work->n_labellings; l++)
        work->values[i * work->n_labellings + l] = find_silhouette (sums + l * work->n_labels, work->counts + l * work->n_labels,
                                                                    work->n_labels, work->labellings[l][i]);
    }
}

/**
 * sema_silhouette_find:
 * @vectors: (n, dim) finite vectors, one after another
 * @n: number of vectors, may be 0
 * @dim: their length
 * @labellings: (n_labellings) different ways to cluster them, each (n) labels from 0
 * @n_labellings: how many
 * @progress: (nullable): for cancelling
 * @means: (n_labellings) where the mean silhouettes go, -1 to 1
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Measures how well each labelling separates the vectors: the mean over all of them of (b - a) / max (a, b), where a is
 * the mean Euclidean distance to the other members of a vector's cluster and b the smallest mean distance to another
 * cluster (Rousseeuw 1987). A vector alone in its cluster counts as 0, and so does everything where there is only one
 * cluster. Exact; the same bits with any number of threads. O(n² (dim + n_labellings)).
 *
 * Returns: whether it came to an end
 */
gboolean
sema_silhouette_find (const double *vectors, gsize n, gsize dim, const guint *const *labellings, gsize n_labellings, SemaProgress *progress, double *means, GError **error)
{
  g_auto (Work) work = {vectors, n, dim, labellings, n_labellings};

  if (!prepare (&work, error))
    return FALSE;
  if (!sema_parallel_rows (n, ROWS_PER_CHUNK, progress, measure_rows, &work))
    {
      sema_set_cancelled (error);
      return FALSE;
    }

  for (gsize l = 0; l < n_labellings; l++)
    {
      means[l] = 0;
      for (gsize i = 0; i < n; i++)
        means[l] += work.values[i * n_labellings + l];
      means[l] = n > 0 ? means[l] / n : 0;
    }
  return TRUE;
}
