/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-draw.h"

#include <math.h>

typedef struct
{
  double x;
  double y;
} Corner;

/* The corners without those that repeat the one before: an edge of no length has no direction. */
static GArray *
collect_corners (const SemaHullMark *hull)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (Corner));

  for (gsize i = 0; i < hull->n_corners; i++)
    {
      Corner        corner = {hull->corners[2 * i], hull->corners[2 * i + 1]};
      const Corner *first = corners->len > 0 ? &g_array_index (corners, Corner, 0) : NULL;
      const Corner *last = corners->len > 0 ? &g_array_index (corners, Corner, corners->len - 1) : NULL;

      if (!isfinite (corner.x) || !isfinite (corner.y))
        continue;
      if (last != NULL && ((last->x == corner.x && last->y == corner.y) || (first->x == corner.x && first->y == corner.y)))
        continue;
      g_array_append_val (corners, corner);
    }
  return corners;
}

/* Twice the signed area: over 0 when the corners go round as cairo's angles grow. */
static double
measure_turn (const GArray *corners)
{
  double area = 0;

  for (guint i = 0; i < corners->len; i++)
    {
      const Corner *a = &g_array_index (corners, Corner, i);
      const Corner *b = &g_array_index (corners, Corner, (i + 1) % corners->len);

      area += a->x * b->y - b->x * a->y;
    }
  return area;
}

static void
reverse (GArray *corners)
{
  for (guint i = 0, j = corners->len - 1; i < j; i++, j--)
    {
      Corner corner = g_array_index (corners, Corner, i);

      g_array_index (corners, Corner, i) = g_array_index (corners, Corner, j);
      g_array_index (corners, Corner, j) = corner;
    }
}

/* The angle of the outward normal of the edge between two corners. */
static double
find_normal (const Corner *from, const Corner *to)
{
  return atan2 (from->x - to->x, to->y - from->y);
}

/* Round every corner goes an arc from one edge's normal to the next's; two corners make a capsule. */
static void
add_outline (cairo_t *cr, const GArray *corners, double margin)
{
  guint n = corners->len;

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    {
      const Corner *before = &g_array_index (corners, Corner, (i + n - 1) % n);
      const Corner *here = &g_array_index (corners, Corner, i);
      const Corner *after = &g_array_index (corners, Corner, (i + 1) % n);
      double        from = find_normal (before, here);
      double        turn = fmod (find_normal (here, after) - from + 4 * G_PI, 2 * G_PI);

      /* Rounding may turn a straight edge a hair backwards, which is no full circle. */
      if (turn > 1.5 * G_PI)
        turn = 0;
      cairo_arc (cr, here->x, here->y, margin, from, from + turn);
    }
  cairo_close_path (cr);
}

static void
draw_hull (const SemaCanvas *canvas, const SemaHullMark *hull)
{
  g_autoptr (GArray) corners = collect_corners (hull);
  SemaColour         colour = sema_theme_get_hull_colour (canvas->theme, hull->colour, hull->lit);

  if (corners->len == 0)
    return;
  if (corners->len == 1)
    {
      const Corner *only = &g_array_index (corners, Corner, 0);

      cairo_new_path (canvas->cr);
      cairo_arc (canvas->cr, only->x, only->y, hull->margin, 0, 2 * G_PI);
    }
  else
    {
      if (measure_turn (corners) < 0)
        reverse (corners);
      add_outline (canvas->cr, corners, hull->margin);
    }
  colour.alpha *= hull->lit ? 1 : hull->strength;
  sema_draw_set_colour (canvas->cr, colour);
  cairo_fill (canvas->cr);
}

/**
 * sema_draw_hulls:
 * @canvas: where to draw
 * @hulls: (element-type SemaHullMark): polygons, each drawn as the places within its margin; corners that are not
 *   finite are left out
 */
void
sema_draw_hulls (const SemaCanvas *canvas, const GArray *hulls)
{
  for (guint i = 0; i < hulls->len; i++)
    draw_hull (canvas, &g_array_index (hulls, SemaHullMark, i));
}
