/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-draw.h"

#include <math.h>

/* How far a halo reaches, in logical units at text scale 1. */
#define HALO 2.0

/* Puts the origin at the text's own upper left corner; a quarter turn moves that to another corner of its box. */
static void
turn_to_text (const SemaCanvas *canvas, const SemaTextMark *text)
{
  guint  turn = text->turn % 4;
  double width;
  double height;

  sema_text_layouts_measure (canvas->layouts, text->text, text->role, text->scale, &width, &height);
  cairo_translate (canvas->cr, text->x, text->y);
  if (turn == 1)
    cairo_translate (canvas->cr, height, 0);
  else if (turn == 2)
    cairo_translate (canvas->cr, width, height);
  else if (turn == 3)
    cairo_translate (canvas->cr, 0, width);
  cairo_rotate (canvas->cr, turn * G_PI / 2);
}

static void
stroke_halo (const SemaCanvas *canvas, const SemaTextMark *text, double reach)
{
  cairo_t *cr = canvas->cr;

  cairo_save (cr);
  turn_to_text (canvas, text);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * reach);
  cairo_move_to (cr, 0, 0);
  pango_cairo_layout_path (cr, sema_text_layouts_get (canvas->layouts, text->text, text->role, text->scale));
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Pixels of the target for one unit, where the page is neither turned nor stretched; else 0. */
static double
get_pixels (cairo_t *cr)
{
  cairo_matrix_t matrix;
  double         scale_x;
  double         scale_y;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &scale_x, &scale_y);
  if (matrix.xy != 0 || matrix.yx != 0 || matrix.xx * scale_x != matrix.yy * scale_y)
    return 0;
  return MAX (matrix.xx * scale_x, 0);
}

/* A mask that falls between pixels would be drawn slowly, and blurred. */
static void
snap_to_pixels (cairo_t *cr, double *x, double *y)
{
  double scale_x;
  double scale_y;

  cairo_surface_get_device_scale (cairo_get_group_target (cr), &scale_x, &scale_y);
  cairo_user_to_device (cr, x, y);
  *x = round (*x * scale_x) / scale_x;
  *y = round (*y * scale_y) / scale_y;
  cairo_device_to_user (cr, x, y);
}

static void
draw_halo (const SemaCanvas *canvas, const SemaTextMark *text, double pixels)
{
  double reach = HALO * text->scale;
  double x = text->x;
  double y = text->y;

  if (canvas->rims == SEMA_RIMS_EXACT || text->turn % 4 != 0 || pixels == 0)
    {
      stroke_halo (canvas, text, reach);
      return;
    }
  snap_to_pixels (canvas->cr, &x, &y);
  cairo_mask_surface (canvas->cr, sema_text_layouts_get_halo (canvas->layouts, text->text, text->role, text->scale, pixels, reach), x, y);
}

static void
draw_text (const SemaCanvas *canvas, const SemaTextMark *text)
{
  cairo_save (canvas->cr);
  turn_to_text (canvas, text);
  sema_draw_set_colour (canvas->cr, sema_theme_get_text_colour (canvas->theme, text->role));
  cairo_move_to (canvas->cr, 0, 0);
  pango_cairo_show_layout (canvas->cr, sema_text_layouts_get (canvas->layouts, text->text, text->role, text->scale));
  cairo_restore (canvas->cr);
}

/**
 * sema_draw_texts:
 * @canvas: where to draw
 * @texts: (element-type SemaTextMark): lines of text, at the place of their boxes. All halos lie under all texts, so
 *   that none eats into a neighbour
 */
void
sema_draw_texts (const SemaCanvas *canvas, const GArray *texts)
{
  double pixels = get_pixels (canvas->cr);

  sema_draw_set_colour (canvas->cr, sema_theme_get_background (canvas->theme));
  for (guint i = 0; i < texts->len && canvas->rims != SEMA_RIMS_NONE; i++)
    {
      const SemaTextMark *text = &g_array_index (texts, SemaTextMark, i);

      if (text->halo)
        draw_halo (canvas, text, pixels);
    }
  for (guint i = 0; i < texts->len; i++)
    draw_text (canvas, &g_array_index (texts, SemaTextMark, i));
}
