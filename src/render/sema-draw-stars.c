/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-draw.h"

#include <math.h>

#define RIM 1.4
#define OUTLINE 2.0 /* of a hollow star */
/* A pentagram's inner corners lie this far out. */
#define INNER 0.382

static void
add_star (cairo_t *cr, const SemaStarMark *star)
{
  cairo_new_path (cr);
  for (int i = 0; i < 10; i++)
    {
      double reach = star->radius * (i % 2 == 0 ? 1.0 : INNER);
      double angle = -G_PI / 2 + i * G_PI / 5;

      cairo_line_to (cr, star->x + reach * cos (angle), star->y + reach * sin (angle));
    }
  cairo_close_path (cr);
}

/* The middle of a hollow star stays open: what it lies on is seen there. */
static void
draw_star (const SemaCanvas *canvas, const SemaStarMark *star)
{
  cairo_t *cr = canvas->cr;

  add_star (cr, star);
  sema_draw_set_colour (cr, sema_theme_get_background (canvas->theme));
  cairo_set_line_width (cr, star->hollow ? OUTLINE + 2 * RIM : 2 * RIM);
  if (canvas->rims != SEMA_RIMS_NONE)
    cairo_stroke_preserve (cr);
  sema_draw_set_colour (cr, sema_theme_get_line_colour (canvas->theme, SEMA_LINE_ANALOGY));
  cairo_set_line_width (cr, OUTLINE);
  if (star->hollow)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

/**
 * sema_draw_stars:
 * @canvas: where to draw
 * @stars: (element-type SemaStarMark): five-pointed, one point up, filled or hollow; those that are not finite are left out
 */
void
sema_draw_stars (const SemaCanvas *canvas, const GArray *stars)
{
  cairo_t *cr = canvas->cr;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < stars->len; i++)
    {
      const SemaStarMark *star = &g_array_index (stars, SemaStarMark, i);

      if (isfinite (star->x) && isfinite (star->y))
        draw_star (canvas, star);
    }
  cairo_restore (cr);
}
