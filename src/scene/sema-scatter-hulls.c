/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

#include "sema-hull.h"
#include "sema-palette.h"

#define MARGIN 22.0  /* logical units at size 1 */
#define UNCROWDED 80 /* words under whose hulls the page is still light */

/* What is farther off the page than this is as good as there: a drawing library has no greater numbers. */
#define FARTHEST 1e6

static double
keep_near (double place)
{
  return CLAMP (place, -FARTHEST, FARTHEST);
}

/* As words crowd, hulls lie over each other, and each must be paler for the page to stay light. */
static double
find_strength (const SemaScatter *scatter)
{
  return scatter->points->len <= UNCROWDED ? 1 : sqrt (UNCROWDED / (double)scatter->points->len);
}

static void
add_outline (SemaScatterPage *self, const double *points, gsize n, int cluster, gboolean lit)
{
  g_autofree gsize *order = g_new (gsize, n);
  gsize             n_corners = sema_hull_find (points, n, order);
  double           *corners = sema_scene_add_corners (self->scene, n_corners);
  SemaHullMark      mark = {corners, n_corners, MARGIN * self->size, sema_scatter_get_style (self->scatter, cluster).colour, lit, find_strength (self->scatter)};

  for (gsize i = 0; i < n_corners; i++)
    sema_camera_to_page (&self->camera, &self->layout.frame, points[2 * order[i]], points[2 * order[i] + 1], &corners[2 * i], &corners[2 * i + 1]);
  for (gsize i = 0; i < 2 * n_corners; i++)
    corners[i] = keep_near (corners[i]);
  g_array_append_val (self->scene->hulls, mark);
}

static gboolean
is_in_cluster (const SemaScatter *scatter, const SemaScatterPoint *point)
{
  if (point->cluster < 0 || (gsize)point->cluster >= scatter->clusters->len || sema_scatter_get_cluster (scatter, (gsize)point->cluster)->has_no_hull)
    return FALSE;
  return isfinite (point->x) && isfinite (point->y);
}

/* Where the points of each cluster with an outline begin when they lie one cluster after the other: (n clusters + 1). */
static gsize *
find_starts (const SemaScatter *scatter)
{
  gsize *starts = g_new0 (gsize, scatter->clusters->len + 1);

  for (gsize i = 0; i < scatter->points->len; i++)
    {
      const SemaScatterPoint *point = sema_scatter_get_point (scatter, i);

      if (is_in_cluster (scatter, point))
        starts[point->cluster + 1]++;
    }
  for (gsize c = 0; c < scatter->clusters->len; c++)
    starts[c + 1] += starts[c];
  return starts;
}

/* The points' places, cluster after cluster. */
static double *
gather (const SemaScatter *scatter, const gsize *starts)
{
  double           *gathered = g_new (double, 2 * scatter->points->len + 1);
  g_autofree gsize *ends = g_memdup2 (starts, (scatter->clusters->len + 1) * sizeof (gsize));

  for (gsize i = 0; i < scatter->points->len; i++)
    {
      const SemaScatterPoint *point = sema_scatter_get_point (scatter, i);

      if (!is_in_cluster (scatter, point))
        continue;
      gathered[2 * ends[point->cluster]] = point->x;
      gathered[2 * ends[point->cluster] + 1] = point->y;
      ends[point->cluster]++;
    }
  return gathered;
}

static void
add_hulls (SemaScatterPage *self, int only, gboolean lit)
{
  gsize              n_clusters = self->scatter->clusters->len;
  g_autofree gsize  *starts = find_starts (self->scatter);
  g_autofree double *points = gather (self->scatter, starts);

  for (gsize c = 0; c < n_clusters; c++)
    if ((only < 0 || (gsize)only == c) && starts[c + 1] - starts[c] > 1)
      add_outline (self, points + 2 * starts[c], starts[c + 1] - starts[c], (int)c, lit);
}

/**
 * sema_scatter_page_add_hulls:
 * @self: a page
 *
 * Adds the outline of each cluster of two points or more that has one. O(n log n).
 */
void
sema_scatter_page_add_hulls (SemaScatterPage *self)
{
  add_hulls (self, -1, FALSE);
}

/**
 * sema_scatter_page_add_hull:
 * @self: a page
 * @cluster: number of a cluster; less than 0 adds nothing
 * @lit: whether one of its points is pointed at
 *
 * Adds the outline of one cluster, if it has two points or more.
 */
void
sema_scatter_page_add_hull (SemaScatterPage *self, int cluster, gboolean lit)
{
  if (cluster >= 0)
    add_hulls (self, cluster, lit);
}
