/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-draw.h"

#include <math.h>

/* In logical units: the rim that keeps neighbours apart, the ring of a selected point, the glow of one pointed at. */
#define RIM 1.4
#define RING 2.0
#define GLOW 6.0

static void
fill_shape (cairo_t *cr, const SemaPointMark *point, double margin, SemaColour colour)
{
  sema_draw_set_colour (cr, colour);
  sema_draw_shape_path (cr, point->shape, point->x, point->y, point->radius, margin);
  cairo_fill (cr);
}

static void
draw_glow (const SemaCanvas *canvas, const SemaPointMark *point)
{
  SemaColour colour = sema_theme_get_cluster_colour (canvas->theme, point->colour);

  colour.alpha = 0.35;
  sema_draw_set_colour (canvas->cr, colour);
  sema_draw_shape_path (canvas->cr, SEMA_SHAPE_CIRCLE, point->x, point->y, point->radius, GLOW);
  cairo_fill (canvas->cr);
}

static void
draw_point (const SemaCanvas *canvas, const SemaPointMark *point)
{
  const SemaTheme *theme = canvas->theme;

  if (!isfinite (point->x) || !isfinite (point->y))
    return;
  if (point->hovered)
    draw_glow (canvas, point);
  if (point->selected)
    fill_shape (canvas->cr, point, RIM + RING, sema_theme_get_line_colour (theme, SEMA_LINE_SELECTION));
  if (canvas->rims != SEMA_RIMS_NONE || point->selected)
    fill_shape (canvas->cr, point, RIM, sema_theme_get_background (theme));
  fill_shape (canvas->cr, point, 0, sema_theme_get_point_colour (theme, point->colour, point->strength));
}

/**
 * sema_draw_points:
 * @canvas: where to draw
 * @points: (element-type SemaPointMark): later ones lie over earlier ones; those that are not finite are left out
 */
void
sema_draw_points (const SemaCanvas *canvas, const GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    draw_point (canvas, &g_array_index (points, SemaPointMark, i));
}
