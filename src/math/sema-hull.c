/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-hull.h"

#include <float.h>
#include <math.h>

static int
compare_points (gconstpointer a, gconstpointer b, gpointer data)
{
  gsize         left = *(const gsize *)a, right = *(const gsize *)b;
  const double *p = (const double *)data + 2 * left;
  const double *q = (const double *)data + 2 * right;

  if (p[0] != q[0])
    return p[0] < q[0] ? -1 : 1;
  if (p[1] != q[1])
    return p[1] < q[1] ? -1 : 1;
  return left < right ? -1 : left > right;
}

/* Whether a, b, c turn left by more than rounding. */
static gboolean
turns_left (const double *points, gsize a, gsize b, gsize c)
{
  const double *p = points + 2 * a, *q = points + 2 * b, *r = points + 2 * c;
  double        forth = (q[0] - p[0]) * (r[1] - p[1]);
  double        back = (q[1] - p[1]) * (r[0] - p[0]);

  return forth - back > 8 * DBL_EPSILON * (fabs (forth) + fabs (back));
}

/* Adds a point to a chain that began at @first, dropping the corners that it makes flat or hollow. */
static gsize
extend (const double *points, gsize *corners, gsize first, gsize n_corners, gsize point)
{
  while (n_corners >= first + 2 && !turns_left (points, corners[n_corners - 2], corners[n_corners - 1], point))
    n_corners--;
  corners[n_corners] = point;
  return n_corners + 1;
}

static gsize
sort_distinct (const double *points, gsize n, gsize *order)
{
  gsize n_distinct = 0;

  for (gsize i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof (gsize), compare_points, (gpointer)points);
  for (gsize i = 0; i < n; i++)
    {
      const double *point = points + 2 * order[i];
      const double *last = points + 2 * order[n_distinct > 0 ? n_distinct - 1 : 0];

      if (n_distinct == 0 || point[0] != last[0] || point[1] != last[1])
        order[n_distinct++] = order[i];
    }
  return n_distinct;
}

/**
 * sema_hull_find:
 * @points: (n, 2) finite x, y pairs, y upwards; doubles among them are fine
 * @n: number of points, may be 0
 * @corners: (n) where the indices of the corners go
 *
 * Finds the convex hull by Andrew's monotone chain (1979): the corners counter-clockwise from the leftmost, the lowest
 * of those, with no three on a line; of equal points the first. Points all on a line give their two ends, equal points
 * give one. O(n log n).
 *
 * Returns: the number of corners
 */
gsize
sema_hull_find (const double *points, gsize n, gsize *corners)
{
  g_autofree gsize *order = g_new (gsize, n);
  g_autofree gsize *chain = g_new (gsize, n + 1);
  gsize             n_points = sort_distinct (points, n, order);
  gsize             n_corners = 0;
  gsize             lower;

  for (gsize i = 0; i < n_points; i++)
    n_corners = extend (points, chain, 0, n_corners, order[i]);
  lower = n_corners;
  for (gsize i = n_points; i-- > 1;)
    n_corners = extend (points, chain, lower - 1, n_corners, order[i - 1]);

  /* The upper chain ends where the lower one began. */
  n_corners = n_points > 1 ? n_corners - 1 : n_points;
  for (gsize i = 0; i < n_corners; i++)
    corners[i] = chain[i];
  return n_corners;
}
