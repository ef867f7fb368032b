/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-kmeans.h"

#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-kmeans-start.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-silhouette.h"

/* Few vectors are cheap to start again and again, and have more ways to go wrong. */
#define LEAST_STARTS 10
#define MOST_STARTS 40
#define VECTORS_TO_START 10000

/* Squared distances this near to each other are equal: rounding must not choose the member that names a cluster, nor the
 * number of clusters. */
#define TIE 1e-12

typedef struct
{
  const double    *vectors;
  gsize            n;
  gsize            dim;
  gsize            k;
  guint64          seed;
  SemaProgress    *progress;
  gsize            n_starts;
  SemaKmeansStart *starts[MOST_STARTS];
  GError          *errors[MOST_STARTS];
} Contest;

static void
contest_clear (Contest *contest)
{
  for (gsize s = 0; s < contest->n_starts; s++)
    {
      sema_kmeans_start_free (contest->starts[s]);
      g_clear_error (&contest->errors[s]);
    }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contest, contest_clear)

static void
run_starts (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Contest *contest = data;

  for (guint64 s = first; s < end; s++)
    contest->starts[s] = sema_kmeans_start_new (contest->vectors, contest->n, contest->dim, contest->k, contest->seed + s,
                                                contest->progress, &contest->errors[s]);
}

static SemaKmeansStart *
take_best (Contest *contest)
{
  gsize best = 0;

  for (gsize s = 1; s < contest->n_starts; s++)
    if (contest->starts[s]->inertia < contest->starts[best]->inertia)
      best = s;
  return g_steal_pointer (&contest->starts[best]);
}

static SemaKmeansStart *
run_contest (const double *vectors, gsize n, gsize dim, gsize k, guint64 seed, SemaProgress *progress, GError **error)
{
  g_auto (Contest) contest = {vectors, n, dim, k, seed, progress, CLAMP (VECTORS_TO_START / n, LEAST_STARTS, MOST_STARTS)};

  if (!sema_parallel_rows (contest.n_starts, 1, progress, run_starts, &contest))
    {
      sema_set_cancelled (error);
      return NULL;
    }
  for (gsize s = 0; s < contest.n_starts; s++)
    if (contest.errors[s] != NULL)
      {
        g_propagate_error (error, g_steal_pointer (&contest.errors[s]));
        return NULL;
      }
  return take_best (&contest);
}

static void
number_by_first_member (SemaKmeans *self, const SemaKmeansStart *start)
{
  g_autofree guint *numbers = g_new (guint, start->k);
  guint             next = 0;

  memset (numbers, 0xff, start->k * sizeof (guint));
  for (gsize i = 0; i < self->n; i++)
    {
      guint label = start->labels[i];

      if (numbers[label] == G_MAXUINT)
        {
          memcpy (self->centres + next * self->dim, start->centres + label * self->dim, self->dim * sizeof (double));
          numbers[label] = next++;
        }
      self->labels[i] = numbers[label];
    }
}

static void
find_nearest (SemaKmeans *self, const double *vectors)
{
  g_autofree double *least = g_new (double, self->k);

  for (gsize c = 0; c < self->k; c++)
    least[c] = INFINITY;
  for (gsize i = 0; i < self->n; i++)
    {
      guint  label = self->labels[i];
      double distance = sema_dot_squared_distance (vectors + i * self->dim, self->centres + label * self->dim, self->dim);

      if (distance < least[label] * (1 - TIE))
        {
          least[label] = distance;
          self->nearest[label] = i;
        }
    }
}

static SemaKmeans *
new_empty (gsize n, gsize dim, gsize k, GError **error)
{
  g_autoptr (SemaKmeans) self = g_new0 (SemaKmeans, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n = n;
  self->dim = dim;
  self->k = k;
  if ((self->labels = sema_memory_alloc_n (n, sizeof (guint), error)) == NULL ||
      (self->centres = sema_memory_alloc_n (k, dim * sizeof (double), error)) == NULL ||
      (self->nearest = sema_memory_alloc_n (k, sizeof (gsize), error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

static SemaKmeans *
new_from_start (const SemaKmeansStart *start, const double *vectors, gsize n, gsize dim, GError **error)
{
  SemaKmeans *self = new_empty (n, dim, start->k, error);

  if (self == NULL)
    return NULL;
  self->inertia = start->inertia;
  number_by_first_member (self, start);
  find_nearest (self, vectors);
  return self;
}

/**
 * sema_kmeans_new:
 * @vectors: (n, dim) finite vectors, one after another
 * @n: number of vectors, may be 0
 * @dim: their length, at least 1
 * @k: number of clusters wanted, at least 1
 * @seed: the same seed gives the same clusters, with any number of threads
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Clusters the vectors by k-means (Lloyd 1982), the best by inertia of 10 starts, of up to 40 where the vectors are few;
 * the first of equal ones. There are never more clusters than distinct vectors, and none for @n = 0. Of members that are
 * equally near to their centre the first is @nearest. O(n k dim) an iteration of a start.
 *
 * Returns: (transfer full): the clusters, or %NULL with @error set
 */
SemaKmeans *
sema_kmeans_new (const double *vectors, gsize n, gsize dim, gsize k, guint64 seed, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaKmeansStart) best = NULL;

  g_return_val_if_fail (dim > 0 && k > 0, NULL);

  if (n == 0)
    return new_empty (0, dim, 0, error);
  best = run_contest (vectors, n, dim, k, seed, progress, error);
  return best != NULL ? new_from_start (best, vectors, n, dim, error) : NULL;
}

/* The best clusters for k = 2, 3, … up to @max_k or to as many as there are distinct vectors. */
static gboolean
run_contests (GPtrArray *candidates, const double *vectors, gsize n, gsize dim, gsize max_k, guint64 seed, SemaProgress *progress, GError **error)
{
  for (gsize k = 2; k <= MIN (max_k, n - 1); k++)
    {
      SemaKmeansStart *candidate = run_contest (vectors, n, dim, k, seed, progress, error);

      if (candidate == NULL)
        return FALSE;
      if (candidate->k < k)
        {
          sema_kmeans_start_free (candidate);
          break;
        }
      g_ptr_array_add (candidates, candidate);
    }
  return TRUE;
}

static const SemaKmeansStart *
choose_by_silhouette (GPtrArray *candidates, const double *vectors, gsize n, gsize dim, SemaProgress *progress, GError **error)
{
  g_autofree const guint **labellings = g_new (const guint *, candidates->len);
  g_autofree double       *means = g_new (double, candidates->len);
  gsize                    best = 0;

  for (gsize c = 0; c < candidates->len; c++)
    labellings[c] = ((SemaKmeansStart *)g_ptr_array_index (candidates, c))->labels;
  if (!sema_silhouette_find (vectors, n, dim, labellings, candidates->len, progress, means, error))
    return NULL;

  for (gsize c = 1; c < candidates->len; c++)
    if (means[c] > means[best] + TIE)
      best = c;
  return g_ptr_array_index (candidates, best);
}

/**
 * sema_kmeans_new_auto:
 * @vectors: (n, dim) finite vectors, one after another
 * @n: number of vectors, may be 0
 * @dim: their length, at least 1
 * @max_k: most clusters wanted
 * @seed: the same seed gives the same clusters, with any number of threads
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Clusters the vectors by sema_kmeans_new() with the number of clusters, 2 to min (@max_k, @n - 1), that has the largest
 * mean silhouette; the smallest of equal ones. One cluster where there is no choice: fewer than 3 vectors, @max_k below 2
 * or all vectors equal. O(n² dim) beside the clustering.
 *
 * Returns: (transfer full): the clusters, or %NULL with @error set
 */
SemaKmeans *
sema_kmeans_new_auto (const double *vectors, gsize n, gsize dim, gsize max_k, guint64 seed, SemaProgress *progress, GError **error)
{
  g_autoptr (GPtrArray)  candidates = g_ptr_array_new_with_free_func ((GDestroyNotify)sema_kmeans_start_free);
  const SemaKmeansStart *best;

  g_return_val_if_fail (dim > 0, NULL);

  if (n >= 3 && !run_contests (candidates, vectors, n, dim, max_k, seed, progress, error))
    return NULL;
  if (candidates->len == 0)
    return sema_kmeans_new (vectors, n, dim, 1, seed, progress, error);
  best = choose_by_silhouette (candidates, vectors, n, dim, progress, error);
  return best != NULL ? new_from_start (best, vectors, n, dim, error) : NULL;
}

/**
 * sema_kmeans_ref:
 * @self: clusters
 *
 * Returns: (transfer full): @self
 */
SemaKmeans *
sema_kmeans_ref (SemaKmeans *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sema_kmeans_unref:
 * @self: (transfer full) (nullable): clusters
 *
 * The last one frees them and all their arrays.
 */
void
sema_kmeans_unref (SemaKmeans *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  sema_memory_free (self->labels);
  sema_memory_free (self->centres);
  sema_memory_free (self->nearest);
  g_free (self);
}
