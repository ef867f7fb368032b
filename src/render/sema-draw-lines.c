/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-draw.h"

#include <math.h>

/* An arrow head's length and half its breadth, in widths of the line; its back is notched by a quarter. */
#define HEAD_LENGTH 6.5
#define HEAD_BREADTH 2.6
#define HEAD_NOTCH 0.25

static SemaLineLayer
get_layer (SemaLineRole role)
{
  switch (role)
    {
    case SEMA_LINE_AXIS:
    case SEMA_LINE_LEADER:
    case SEMA_LINE_TORN:
    case SEMA_LINE_TREE:
      return SEMA_LINES_UNDER_POINTS;
    case SEMA_LINE_SELECTION:
      return SEMA_LINES_OF_SELECTION;
    case SEMA_LINE_ANALOGY:
    case SEMA_LINE_ANALOGY_DASHED:
    case SEMA_LINE_MISS:
    case SEMA_LINE_TARGET:
    case SEMA_LINE_FALSE:
    case SEMA_LINE_FRAME:
    case SEMA_LINE_ODD:
    default:
      return SEMA_LINES_OVER_POINTS;
    }
}

/* Dashes keep their looks when a line gets wider. */
static void
set_dashes (cairo_t *cr, SemaLineRole role, double width)
{
  const double dashed[] = {3.2 * width, 2.4 * width};
  const double dotted[] = {0, 2.4 * width};

  cairo_set_line_cap (cr, role == SEMA_LINE_MISS ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (role == SEMA_LINE_MISS)
    cairo_set_dash (cr, dotted, G_N_ELEMENTS (dotted), 0);
  else if (role == SEMA_LINE_ANALOGY_DASHED || role == SEMA_LINE_SELECTION)
    cairo_set_dash (cr, dashed, G_N_ELEMENTS (dashed), 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_head (cairo_t *cr, const SemaLineMark *line, double dx, double dy, double width)
{
  double back_x = line->x1 - dx * HEAD_LENGTH * width;
  double back_y = line->y1 - dy * HEAD_LENGTH * width;
  double side_x = -dy * HEAD_BREADTH * width;
  double side_y = dx * HEAD_BREADTH * width;

  cairo_move_to (cr, line->x1, line->y1);
  cairo_line_to (cr, back_x + side_x, back_y + side_y);
  cairo_line_to (cr, back_x + dx * HEAD_NOTCH * HEAD_LENGTH * width, back_y + dy * HEAD_NOTCH * HEAD_LENGTH * width);
  cairo_line_to (cr, back_x - side_x, back_y - side_y);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_line (const SemaCanvas *canvas, const SemaLineMark *line)
{
  cairo_t *cr = canvas->cr;
  double   width = line->width > 0 ? line->width : 1.0;
  double   dx = line->x1 - line->x0;
  double   dy = line->y1 - line->y0;
  double   length = hypot (dx, dy);
  double   shaft = length;

  if (!(length > 0) || !isfinite (length))
    return;
  dx /= length;
  dy /= length;
  if (line->arrow)
    shaft -= MIN (length, HEAD_LENGTH * width * (1 - HEAD_NOTCH));
  sema_draw_set_colour (cr, sema_theme_get_line_colour (canvas->theme, line->role));
  cairo_set_line_width (cr, width);
  set_dashes (cr, line->role, width);
  cairo_move_to (cr, line->x0, line->y0);
  cairo_line_to (cr, line->x0 + shaft * dx, line->y0 + shaft * dy);
  cairo_stroke (cr);
  if (line->arrow)
    draw_head (cr, line, dx, dy, width);
}

/**
 * sema_draw_lines:
 * @canvas: where to draw
 * @lines: (element-type SemaLineMark): lines of any layer; those without a length, or that are not finite, are left out
 * @layer: which of them to draw
 */
void
sema_draw_lines (const SemaCanvas *canvas, const GArray *lines, SemaLineLayer layer)
{
  cairo_save (canvas->cr);
  for (guint i = 0; i < lines->len; i++)
    {
      const SemaLineMark *line = &g_array_index (lines, SemaLineMark, i);

      if (get_layer (line->role) == layer)
        draw_line (canvas, line);
    }
  cairo_restore (canvas->cr);
}
