/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-glide.h"

#include <math.h>

typedef struct
{
  double x;
  double y;
} Place;

/* Row -> index of the point, by the first point of a row. */
static GHashTable *
index_rows (const SemaScatter *scatter)
{
  GHashTable *rows = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (gsize i = scatter->points->len; i-- > 0;)
    g_hash_table_insert (rows, &sema_scatter_get_point (scatter, i)->row, sema_scatter_get_point (scatter, i));
  return rows;
}

static gboolean
has_cluster (const SemaScatter *scatter, const SemaScatterPoint *point)
{
  return point->cluster >= 0 && (gsize)point->cluster < scatter->clusters->len;
}

/* Where the old points of each new cluster were, on average; the origin for those without any. */
static Place *
find_origins (const SemaScatter *to, GHashTable *old_points)
{
  Place            *means = g_new0 (Place, to->clusters->len + 1);
  g_autofree gsize *counts = g_new0 (gsize, to->clusters->len + 1);

  for (gsize i = 0; i < to->points->len; i++)
    {
      const SemaScatterPoint *point = sema_scatter_get_point (to, i);
      const SemaScatterPoint *old = g_hash_table_lookup (old_points, &point->row);

      if (old == NULL || !has_cluster (to, point))
        continue;
      means[point->cluster].x += old->x;
      means[point->cluster].y += old->y;
      counts[point->cluster]++;
    }
  for (gsize c = 0; c < to->clusters->len; c++)
    {
      means[c].x /= MAX (counts[c], 1);
      means[c].y /= MAX (counts[c], 1);
    }
  return means;
}

static void
move_point (SemaScatterPoint *point, Place from, double t)
{
  point->x = from.x + t * (point->x - from.x);
  point->y = from.y + t * (point->y - from.y);
}

static void
move_points (const SemaScatter *from, const SemaScatter *to, double t, SemaScatter *between)
{
  g_autoptr (GHashTable) old_points = index_rows (from);
  g_autofree Place      *origins = find_origins (to, old_points);

  for (gsize i = 0; i < between->points->len; i++)
    {
      SemaScatterPoint       *point = sema_scatter_get_point (between, i);
      const SemaScatterPoint *old = g_hash_table_lookup (old_points, &point->row);
      Place                   start = {0, 0};

      if (old != NULL)
        start = (Place) {old->x, old->y};
      else if (has_cluster (to, point))
        start = origins[point->cluster];
      move_point (point, start, t);
    }
}

/**
 * sema_scatter_glide:
 * @from: where the points come from
 * @to: where they go
 * @t: 0 to 1, how much of the way they have gone
 *
 * Makes a scatter on its way: what @to shows, with each point between its places in both, matched by row. A point that is
 * new starts from the mean of its cluster's old points, or from the origin. The
 * cloud is that of @to from the start: millions of words do not fly; so are the trust and the axes. O(n).
 *
 * Returns: (transfer full): the scatter; @to itself from 1 on
 */
SemaScatter *
sema_scatter_glide (const SemaScatter *from, SemaScatter *to, double t)
{
  SemaScatter *between;

  if (t >= 1)
    return sema_scatter_ref (to);
  between = sema_scatter_new_like (to);
  move_points (from, to, t, between);
  sema_scatter_aim_analogies (between); /* and so the targets end at their own places */
  between->cloud = to->cloud != NULL ? sema_cloud_ref (to->cloud) : NULL;
  between->trust = to->trust != NULL ? sema_trust_ref (to->trust) : NULL;
  between->questions = to->questions != NULL ? sema_question_axes_ref (to->questions) : NULL;
  between->ratios[0] = to->ratios[0];
  between->ratios[1] = to->ratios[1];
  between->has_steps = to->has_steps;
  between->title = g_strdup (to->title);
  between->source = g_strdup (to->source);
  between->remarks = g_strdupv (to->remarks);
  return between;
}
