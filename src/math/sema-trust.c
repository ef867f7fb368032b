/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-trust.h"

#include <math.h>
#include <stdlib.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

#define MOST_NEAR 10

/* So few that a chunk takes less than the 10 ms in which a job is given up, with some thousand points of 300 numbers. */
#define ROWS_PER_CHUNK 8

/* Squared distances this near to each other are equal: a plane that keeps a square must not be blamed for its rounding. */
#define TIE 1e-12

/**
 * Work:
 * @places: (n, 2)
 * @distances: (n_chunks, 2, n) squared distances of a point to all, in the space and in the plane
 * @reaches: (n) squared distance in the plane to the last of the k nearest there
 */
typedef struct
{
  const double *vectors;
  const double *places;
  gsize         dim;
  double       *distances;
  double       *reaches;
  SemaTrust    *trust;
} Work;

static void
work_clear (Work *work)
{
  sema_memory_free (work->distances);
  sema_memory_free (work->reaches);
  g_clear_pointer (&work->trust, sema_trust_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
alloc_all (Work *work, gsize n, GError **error)
{
  SemaTrust *trust = work->trust = g_new0 (SemaTrust, 1);
  gsize      size = sizeof (guint32) * sema_trust_get_k (n), row_size;

  if (__builtin_mul_overflow (n, 2 * sizeof (double), &row_size))
    row_size = G_MAXSIZE;
  g_atomic_ref_count_init (&trust->ref_count);
  trust->n = n;
  trust->k = sema_trust_get_k (n);
  return (trust->precision = sema_memory_alloc_n (n, sizeof (double), error)) != NULL &&
         (trust->recall = sema_memory_alloc_n (n, sizeof (double), error)) != NULL &&
         (trust->near_space = sema_memory_alloc_n (n, size, error)) != NULL &&
         (trust->near_plane = sema_memory_alloc_n (n, size, error)) != NULL &&
         (trust->plane_ranks = sema_memory_alloc_n (n, size, error)) != NULL &&
         (trust->space_ranks = sema_memory_alloc_n (n, size, error)) != NULL &&
         (work->reaches = sema_memory_alloc_n (n, sizeof (double), error)) != NULL &&
         (work->distances = sema_memory_alloc_n (sema_parallel_count_chunks (n, ROWS_PER_CHUNK), row_size, error)) != NULL;
}

/* To itself a point is infinitely far: it is nobody's own neighbour. */
static void
measure (const double *vectors, gsize n, gsize dim, gsize i, double *distances)
{
  for (gsize j = 0; j < n; j++)
    distances[j] = sema_dot_squared_distance (vectors + i * dim, vectors + j * dim, dim);
  distances[i] = INFINITY;
}

/* The k nearest, of equally near ones the earlier. k is small, so they are kept in order. */
static void
find_nearest (const double *distances, gsize n, gsize k, guint32 *nearest)
{
  gsize n_found = 0;

  for (gsize j = 0; j < n; j++)
    {
      gsize at = n_found;

      if (n_found == k && !(distances[j] < distances[nearest[k - 1]]))
        continue;
      if (n_found < k)
        n_found++;
      else
        at = k - 1;
      for (; at > 0 && distances[j] < distances[nearest[at - 1]]; at--)
        nearest[at] = nearest[at - 1];
      nearest[at] = (guint32)j;
    }
}

static guint32
find_rank (const double *distances, gsize n, gsize j)
{
  double  limit = distances[j] * (1 - TIE);
  guint32 rank = 1;

  for (gsize l = 0; l < n; l++)
    rank += distances[l] < limit;
  return rank;
}

static void
rank_point (const Work *work, gsize i, double *in_space, double *in_plane)
{
  SemaTrust *trust = work->trust;
  gsize      n = trust->n, k = trust->k, at = i * k;

  measure (work->vectors, n, work->dim, i, in_space);
  measure (work->places, n, 2, i, in_plane);
  find_nearest (in_space, n, k, trust->near_space + at);
  find_nearest (in_plane, n, k, trust->near_plane + at);
  work->reaches[i] = in_plane[trust->near_plane[at + k - 1]];
  for (; at < (i + 1) * k; at++)
    {
      trust->plane_ranks[at] = find_rank (in_plane, n, trust->near_space[at]);
      trust->space_ranks[at] = find_rank (in_space, n, trust->near_plane[at]);
    }
}

static void
rank_points (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  const Work *work = data;
  double     *distances = work->distances + chunk * 2 * work->trust->n;

  for (gsize i = first; i < end; i++)
    rank_point (work, i, distances, distances + work->trust->n);
}

/* Within the radius, rounding apart. */
static gboolean
is_near (const SemaTrust *trust, double squared_distance)
{
  return squared_distance <= trust->radius * trust->radius * (1 + TIE);
}

static void
count_near (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  const Work *work = data;
  SemaTrust  *trust = work->trust;
  double     *in_plane = work->distances + chunk * 2 * trust->n;

  for (gsize i = first; i < end; i++)
    {
      gsize n_near = 0, n_right = 0;

      measure (work->places, trust->n, 2, i, in_plane);
      for (gsize j = 0; j < trust->n; j++)
        n_near += is_near (trust, in_plane[j]);
      for (gsize m = 0; m < trust->k; m++)
        n_right += is_near (trust, in_plane[trust->near_space[i * trust->k + m]]);
      trust->precision[i] = n_near > 0 ? n_right / (double)n_near : NAN;
      trust->recall[i] = n_right / (double)trust->k;
    }
}

static int
compare_doubles (const void *a, const void *b)
{
  const double *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* The median (of two the lower): one circle for all, in which half of the points have k others or more. */
static double
choose_radius (double *reaches, gsize n)
{
  qsort (reaches, n, sizeof (double), compare_doubles);
  return sqrt (reaches[(n - 1) / 2]);
}

/* The sum of how far ranks lie beyond k, against the largest there can be. */
static double
judge (const guint32 *ranks, gsize n, gsize k)
{
  guint64 beyond = 0;

  for (gsize at = 0; at < n * k; at++)
    beyond += ranks[at] > k ? ranks[at] - k : 0;
  return 1 - beyond * (2 / ((double)n * k * (2.0 * n - 3.0 * k - 1)));
}

/* Too few points to have neighbours that could be wrong. */
static void
leave_open (SemaTrust *trust)
{
  trust->trustworthiness = trust->continuity = NAN;
  for (gsize i = 0; i < trust->n; i++)
    trust->precision[i] = trust->recall[i] = NAN;
}

static gboolean
find_trust (Work *work, SemaProgress *progress)
{
  SemaTrust *trust = work->trust;

  if (!sema_parallel_rows (trust->n, ROWS_PER_CHUNK, progress, rank_points, work))
    return FALSE;
  trust->radius = choose_radius (work->reaches, trust->n);
  trust->trustworthiness = judge (trust->space_ranks, trust->n, trust->k);
  trust->continuity = judge (trust->plane_ranks, trust->n, trust->k);
  return sema_parallel_rows (trust->n, ROWS_PER_CHUNK, progress, count_near, work);
}

/**
 * sema_trust_get_k:
 * @n: number of points
 *
 * Returns: how many nearest points make a neighbourhood: 10, or where there are few points the most that are fewer than
 *   n / 2, so that trustworthiness and continuity stay in 0 to 1. 0 for fewer than three points: each is the other's
 *   nearest, whatever the plane does.
 */
gsize
sema_trust_get_k (gsize n)
{
  return n < 3 ? 0 : MIN (MOST_NEAR, (n - 1) / 2);
}

/**
 * sema_trust_new:
 * @vectors: (n, dim) finite vectors, as the picture shows them
 * @n: number of points, may be 0, less than 2³²
 * @dim: length of a vector
 * @places: (n, 2) their places in the plane
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Measures what a plane does to neighbourhoods, by Euclidean distances in both. Trustworthiness (Venna and Kaski 2001) is
 *
 *   1 - 2 / (n k (2 n - 3 k - 1)) · sum over all i, and over j among the k nearest of i in the plane, of max (0, r (i, j) - k)
 *
 * where j is the r-th nearest of i in the space; the factor, which holds for k < n / 2, makes it 0 where it is at its worst.
 * It is that of sklearn.manifold.trustworthiness(). Continuity is the same with space and plane changed about. A point
 * equally near as others has the best of their ranks.
 *
 * Precision and recall of a point are those of Venna et al. 2010 (JMLR 11, section 2), who see the plane as the answer to
 * "what is like this point?": relevant are its k nearest in the space; retrieved are those that one sees near it, within a
 * radius in the plane that is the same for all points: the median over them of the distance to the k-th nearest in the
 * plane. So a point in a crowd has a high recall and a low precision, and one at the edge the other way round.
 *
 * Exact; the same bits with any number of threads. O(n² (dim + k)).
 *
 * Returns: (transfer full) (nullable): the measures, or %NULL on error
 */
SemaTrust *
sema_trust_new (const double *vectors, gsize n, gsize dim, const double *places, SemaProgress *progress, GError **error)
{
  g_auto (Work) work = {.vectors = vectors, .places = places, .dim = dim};

  g_return_val_if_fail (n < G_MAXUINT32, NULL);

  if (!alloc_all (&work, n, error))
    return NULL;
  if (work.trust->k == 0)
    leave_open (work.trust);
  else if (!find_trust (&work, progress))
    {
      sema_set_cancelled (error);
      return NULL;
    }
  return g_steal_pointer (&work.trust);
}

/**
 * sema_trust_ref:
 * @self: measures
 *
 * Returns: (transfer full): @self
 */
SemaTrust *
sema_trust_ref (SemaTrust *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sema_trust_unref:
 * @self: (transfer full): measures
 */
void
sema_trust_unref (SemaTrust *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  sema_memory_free (self->precision);
  sema_memory_free (self->recall);
  sema_memory_free (self->near_space);
  sema_memory_free (self->near_plane);
  sema_memory_free (self->plane_ranks);
  sema_memory_free (self->space_ranks);
  g_free (self);
}
