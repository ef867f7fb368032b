/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-draw.h"

/* How far a halo reaches, in logical units at text scale 1. */
#define HALO 2.0

/* Puts the origin at the text's own upper left corner; a quarter turn moves that to another corner of its box. */
static void
turn_to_text (cairo_t *cr, const SemaTextMark *text, double width, double height)
{
  switch (text->turn % 4)
    {
    case 1:
      cairo_translate (cr, text->x + height, text->y);
      break;
    case 2:
      cairo_translate (cr, text->x + width, text->y + height);
      break;
    case 3:
      cairo_translate (cr, text->x, text->y + width);
      break;
    case 0:
    default:
      cairo_translate (cr, text->x, text->y);
      break;
    }
  cairo_rotate (cr, (text->turn % 4) * G_PI / 2);
}

static void
draw_halo (const SemaCanvas *canvas, PangoLayout *layout, double reach)
{
  sema_draw_set_colour (canvas->cr, sema_theme_get_background (canvas->theme));
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (canvas->cr, 2 * reach);
  cairo_move_to (canvas->cr, 0, 0);
  pango_cairo_layout_path (canvas->cr, layout);
  cairo_stroke (canvas->cr);
}

static void
draw_text (const SemaCanvas *canvas, const SemaTextMark *text)
{
  PangoLayout *layout = sema_text_layouts_get (canvas->layouts, text->text, text->role, text->scale);
  double       width;
  double       height;

  sema_text_layouts_measure (canvas->layouts, text->text, text->role, text->scale, &width, &height);
  cairo_save (canvas->cr);
  turn_to_text (canvas->cr, text, width, height);
  if (text->halo && canvas->rims)
    draw_halo (canvas, layout, HALO * text->scale);
  sema_draw_set_colour (canvas->cr, sema_theme_get_text_colour (canvas->theme, text->role));
  cairo_move_to (canvas->cr, 0, 0);
  pango_cairo_show_layout (canvas->cr, layout);
  cairo_restore (canvas->cr);
}

/**
 * sema_draw_texts:
 * @canvas: where to draw
 * @texts: (element-type SemaTextMark): lines of text, at the place of their boxes
 */
void
sema_draw_texts (const SemaCanvas *canvas, const GArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    draw_text (canvas, &g_array_index (texts, SemaTextMark, i));
}
