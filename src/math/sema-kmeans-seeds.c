/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-kmeans-seeds.h"

#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-memory.h"

/**
 * Draw:
 * @nearest: (n) distance of each vector to the nearest seed
 * @tried: (n) distances to a vector that may become a seed
 * @best: (n) distances to the best one tried
 */
typedef struct
{
  const double *vectors;
  gsize         n;
  gsize         dim;
  SemaRandom   *random;
  double       *nearest;
  double       *tried;
  double       *best;
} Draw;

static double
get_weight (const Draw *draw, gsize i)
{
  return draw->nearest[i] * draw->nearest[i];
}

/* A vector with a chance in proportion to the square of its distance to the nearest seed; none where all are 0. */
static gboolean
draw_seed (const Draw *draw, gsize *seed)
{
  double   total = 0, sum = 0, target;
  gboolean found = FALSE;

  for (gsize i = 0; i < draw->n; i++)
    total += get_weight (draw, i);
  target = sema_random_uniform (draw->random) * total;
  for (gsize i = 0; i < draw->n && sum <= target; i++)
    if (draw->nearest[i] > 0)
      {
        sum += get_weight (draw, i);
        *seed = i;
        found = TRUE;
      }
  return found;
}

/* The inertia that would be left if @seed were the next one. */
static double
try_seed (Draw *draw, gsize seed)
{
  double left = 0;

  for (gsize i = 0; i < draw->n; i++)
    {
      double nearest;

      draw->tried[i] = sqrt (sema_dot_squared_distance (draw->vectors + i * draw->dim, draw->vectors + seed * draw->dim, draw->dim));
      nearest = MIN (draw->tried[i], draw->nearest[i]);
      left += nearest * nearest;
    }
  return left;
}

static void
keep_tried (Draw *draw)
{
  double *other = draw->best;

  draw->best = draw->tried;
  draw->tried = other;
}

/* Draws several and keeps the one that leaves the least inertia. */
static gboolean
choose_seed (Draw *draw, gsize n_tries, gsize *best)
{
  double   least = INFINITY;
  gboolean found = FALSE;
  gsize    seed;

  for (gsize try = 0; try < n_tries && draw_seed (draw, &seed); try++)
    {
      double left = try_seed (draw, seed);

      found = TRUE;
      if (left >= least)
        continue;
      least = left;
      *best = seed;
      keep_tried (draw);
    }
  return found;
}

static void
take_best (Draw *draw, double *distances, gsize stride)
{
  for (gsize i = 0; i < draw->n; i++)
    {
      distances[i * stride] = draw->best[i];
      draw->nearest[i] = MIN (draw->nearest[i], draw->best[i]);
    }
}

static gsize
choose_all (Draw *draw, gsize k, gsize *seeds, double *distances)
{
  gsize n_tries = 2 + (gsize)log (k);
  gsize n_seeds = 0;
  gsize seed = sema_random_below (draw->random, draw->n);

  for (gsize i = 0; i < draw->n; i++)
    draw->nearest[i] = INFINITY;
  try_seed (draw, seed);
  keep_tried (draw);
  do
    {
      take_best (draw, distances + n_seeds, k);
      seeds[n_seeds++] = seed;
    }
  while (n_seeds < k && choose_seed (draw, n_tries, &seed));
  return n_seeds;
}

/**
 * sema_kmeans_seeds_choose:
 * @vectors: (n, dim) finite vectors, one after another
 * @n: number of vectors, at least 1
 * @dim: their length, at least 1
 * @k: number of seeds wanted, at least 1
 * @random: where the chances come from
 * @seeds: (k) where the seeds go, indices of vectors no two of which are equal
 * @distances: (n, k) where the distances of the vectors to the seeds go; only the columns of the seeds found are written
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Chooses vectors to begin k-means with, by greedy k-means++ (Arthur and Vassilvitskii 2007): each seed is the best of
 * 2 + ln k vectors, drawn with a chance in proportion to the square of their distance to the seeds before. O(n k dim ln k).
 *
 * Returns: the number of seeds: @k, or the number of distinct vectors where there are fewer; 0 with @error set
 */
gsize
sema_kmeans_seeds_choose (const double *vectors, gsize n, gsize dim, gsize k, SemaRandom *random, gsize *seeds, double *distances, GError **error)
{
  Draw    draw = {vectors, n, dim, random};
  double *block;
  gsize   n_seeds;

  g_return_val_if_fail (n > 0 && dim > 0 && k > 0, 0);

  block = sema_memory_alloc_n (n, 3 * sizeof (double), error);
  if (block == NULL)
    return 0;
  draw.nearest = block;
  draw.tried = block + n;
  draw.best = block + 2 * n;
  n_seeds = choose_all (&draw, k, seeds, distances);
  sema_memory_free (block);
  return n_seeds;
}
