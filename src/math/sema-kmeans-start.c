/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-kmeans-start.h"

#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-kmeans-seeds.h"
#include "sema-memory.h"

#define MAX_ITERATIONS 100

/**
 * Lloyd:
 * @start: what has been reached
 * @stride: length of a row of @lower
 * @upper: (n) no vector is farther than this from the centre of its cluster
 * @lower: (n, stride) and no nearer than this to each centre
 * @sums: (k, dim) sum of each cluster's members, kept as they come and go
 * @old: (k, dim) the centres before the last move
 * @moves: (k) how far they moved
 * @counts: (k) members of each cluster
 *
 * The bounds, by the triangle inequality, spare most of the distances and change no result (Elkan 2003).
 */
typedef struct
{
  const double    *vectors;
  gsize            n;
  gsize            dim;
  SemaKmeansStart *start;
  gsize            stride;
  double          *upper;
  double          *lower;
  double          *sums;
  double          *old;
  double          *moves;
  gsize           *counts;
} Lloyd;

static void
lloyd_clear (Lloyd *self)
{
  sema_memory_free (self->upper);
  sema_memory_free (self->lower);
  sema_memory_free (self->sums);
  sema_memory_free (self->old);
  sema_memory_free (self->moves);
  sema_memory_free (self->counts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lloyd, lloyd_clear)

static gboolean
allocate (Lloyd *self, gsize k, GError **error)
{
  return (self->start->labels = sema_memory_alloc_n (self->n, sizeof (guint), error)) != NULL &&
         (self->start->centres = sema_memory_alloc_n (k, self->dim * sizeof (double), error)) != NULL &&
         (self->upper = sema_memory_alloc_n (self->n, sizeof (double), error)) != NULL &&
         (self->lower = sema_memory_alloc_n (self->n, k * sizeof (double), error)) != NULL &&
         (self->sums = sema_memory_alloc_n (k, self->dim * sizeof (double), error)) != NULL &&
         (self->old = sema_memory_alloc_n (k, self->dim * sizeof (double), error)) != NULL &&
         (self->moves = sema_memory_alloc_n (k, sizeof (double), error)) != NULL &&
         (self->counts = sema_memory_alloc_n (k, sizeof (gsize), error)) != NULL;
}

static double
measure (const Lloyd *self, gsize i, gsize cluster)
{
  return sqrt (sema_dot_squared_distance (self->vectors + i * self->dim, self->start->centres + cluster * self->dim, self->dim));
}

/* The first clusters: each vector goes to its nearest seed, the first on ties. */
static void
assign_to_seeds (Lloyd *self, const gsize *seeds)
{
  for (gsize c = 0; c < self->start->k; c++)
    memcpy (self->start->centres + c * self->dim, self->vectors + seeds[c] * self->dim, self->dim * sizeof (double));
  for (gsize i = 0; i < self->n; i++)
    {
      const double *distances = self->lower + i * self->stride;
      guint         label = 0;

      for (gsize c = 1; c < self->start->k; c++)
        if (distances[c] < distances[label])
          label = c;
      self->start->labels[i] = label;
      self->upper[i] = distances[label];
    }
}

static void
add_vector (double *restrict sum, const double *restrict vector, double sign, gsize dim)
{
  for (gsize d = 0; d < dim; d++)
    sum[d] += sign * vector[d];
}

static void
sum_members (Lloyd *self)
{
  memset (self->counts, 0, self->start->k * sizeof (gsize));
  memset (self->sums, 0, self->start->k * self->dim * sizeof (double));
  for (gsize i = 0; i < self->n; i++)
    {
      guint label = self->start->labels[i];

      add_vector (self->sums + label * self->dim, self->vectors + i * self->dim, 1, self->dim);
      self->counts[label]++;
    }
}

static gboolean
begin (Lloyd *self, guint64 seed, GError **error)
{
  g_autofree gsize *seeds = g_new (gsize, self->stride);
  SemaRandom        random;

  sema_random_init (&random, seed);
  self->start->k = sema_kmeans_seeds_choose (self->vectors, self->n, self->dim, self->stride, &random, seeds, self->lower, error);
  if (self->start->k == 0)
    return FALSE;
  assign_to_seeds (self, seeds);
  sum_members (self);
  return TRUE;
}

static void
average_members (Lloyd *self)
{
  for (gsize c = 0; c < self->start->k; c++)
    for (gsize d = 0; d < self->dim; d++)
      self->start->centres[c * self->dim + d] = self->sums[c * self->dim + d] / self->counts[c];
}

static void
relabel (Lloyd *self, gsize i, guint label)
{
  const double *vector = self->vectors + i * self->dim;
  guint         before = self->start->labels[i];

  add_vector (self->sums + before * self->dim, vector, -1, self->dim);
  add_vector (self->sums + label * self->dim, vector, 1, self->dim);
  self->counts[before]--;
  self->counts[label]++;
  self->start->labels[i] = label;
}

static void
move_centres (Lloyd *self)
{
  SemaKmeansStart *start = self->start;

  memcpy (self->old, start->centres, start->k * self->dim * sizeof (double));
  average_members (self);

  for (gsize c = 0; c < start->k; c++)
    self->moves[c] = sqrt (sema_dot_squared_distance (self->old + c * self->dim, start->centres + c * self->dim, self->dim));
  for (gsize i = 0; i < self->n; i++)
    {
      self->upper[i] += self->moves[start->labels[i]];
      for (gsize c = 0; c < start->k; c++)
        self->lower[i * self->stride + c] -= self->moves[c];
    }
}

/* Moves a vector to the nearest centre, the one it has on ties. */
static gboolean
assign (Lloyd *self, gsize i)
{
  guint    before = self->start->labels[i], label = before;
  double  *lower = self->lower + i * self->stride;
  double   nearest = self->upper[i];
  gboolean exact = FALSE;

  for (gsize c = 0; c < self->start->k; c++)
    {
      if (c == before || lower[c] >= nearest)
        continue;
      if (!exact)
        {
          nearest = lower[before] = measure (self, i, before);
          exact = TRUE;
          if (lower[c] >= nearest)
            continue;
        }
      lower[c] = measure (self, i, c);
      if (lower[c] < nearest)
        {
          nearest = lower[c];
          label = c;
        }
    }
  self->upper[i] = nearest;
  if (label == before)
    return FALSE;
  relabel (self, i, label);
  return TRUE;
}

/* Gives an empty cluster the vector farthest from its centre; there is one away from it in a cluster of several. */
static void
fill_cluster (Lloyd *self, guint empty)
{
  double farthest = -1;
  gsize  member = 0;

  for (gsize i = 0; i < self->n; i++)
    if (self->counts[self->start->labels[i]] > 1)
      {
        double distance = measure (self, i, self->start->labels[i]);

        if (distance > farthest)
          {
            farthest = distance;
            member = i;
          }
      }
  relabel (self, member, empty);
  self->upper[member] = measure (self, member, empty);
}

static gboolean
assign_all (Lloyd *self)
{
  gboolean changed = FALSE;

  for (gsize i = 0; i < self->n; i++)
    changed |= assign (self, i);
  for (gsize c = 0; c < self->start->k; c++)
    if (self->counts[c] == 0)
      {
        fill_cluster (self, c);
        changed = TRUE;
      }
  return changed;
}

/* Sums anew, so that equal clusters end with equal centres whatever way they came. */
static void
finish (Lloyd *self)
{
  sum_members (self);
  average_members (self);
  self->start->inertia = 0;
  for (gsize i = 0; i < self->n; i++)
    {
      double distance = measure (self, i, self->start->labels[i]);

      self->start->inertia += distance * distance;
    }
}

/**
 * sema_kmeans_start_new:
 * @vectors: (n, dim) finite vectors, one after another
 * @n: number of vectors, at least 1
 * @dim: their length, at least 1
 * @k: number of clusters wanted, at least 1
 * @seed: chooses the first centres
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Runs k-means once: centres by sema_kmeans_seeds_choose(), then Lloyd's iteration until nothing changes, at most 100 times. Where
 * there are fewer distinct vectors than @k there are as many clusters as distinct vectors. On one thread.
 * O(n k dim) an iteration, much less in the later ones.
 *
 * Returns: (transfer full): the clusters, or %NULL with @error set
 */
SemaKmeansStart *
sema_kmeans_start_new (const double *vectors, gsize n, gsize dim, gsize k, guint64 seed, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaKmeansStart) start = g_new0 (SemaKmeansStart, 1);
  g_auto (Lloyd)              lloyd = {vectors, n, dim, start, MIN (k, n)};
  guint                       iteration = 0;

  g_return_val_if_fail (n > 0 && dim > 0 && k > 0, NULL);

  if (!allocate (&lloyd, lloyd.stride, error) || !begin (&lloyd, seed, error))
    return NULL;
  do
    {
      if (sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return NULL;
        }
      move_centres (&lloyd);
    }
  while (++iteration < MAX_ITERATIONS && assign_all (&lloyd));

  finish (&lloyd);
  return g_steal_pointer (&start);
}

/**
 * sema_kmeans_start_free:
 * @self: (transfer full) (nullable): a start
 *
 * Frees it and its arrays.
 */
void
sema_kmeans_start_free (SemaKmeansStart *self)
{
  if (self == NULL)
    return;
  sema_memory_free (self->labels);
  sema_memory_free (self->centres);
  g_free (self);
}
