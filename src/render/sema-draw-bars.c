/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-draw.h"

/**
 * sema_draw_bars:
 * @canvas: where to draw
 * @bars: (element-type SemaBarMark): rectangles in the colours of the diverging scale
 */
void
sema_draw_bars (const SemaCanvas *canvas, const GArray *bars)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const SemaBarMark *bar = &g_array_index (bars, SemaBarMark, i);

      sema_draw_set_colour (canvas->cr, sema_theme_get_bar_colour (canvas->theme, bar->value));
      cairo_rectangle (canvas->cr, bar->x, bar->y, bar->width, bar->height);
      cairo_fill (canvas->cr);
    }
}
