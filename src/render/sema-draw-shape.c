/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-draw.h"

#include <math.h>

/* All shapes look equally large: a square's half side, a diamond's half diagonal and a triangle's distance from centre
 * to corner are near those of the disc's area; a cross is made of two bars. */
#define SQUARE 0.89
#define DIAMOND 1.25
#define TRIANGLE 1.5
#define CROSS_REACH 1.22
#define CROSS_HALF 0.42

/* How far a corner goes out when its sides go out by 1. */
#define TRIANGLE_CORNER 2.0
#define DIAMOND_CORNER 1.41421356

static void
add_polygon (cairo_t *cr, double x, double y, double reach, int n_corners, double angle)
{
  for (int i = 0; i < n_corners; i++)
    {
      double turn = angle + i * 2 * G_PI / n_corners;

      cairo_line_to (cr, x + reach * cos (turn), y + reach * sin (turn));
    }
  cairo_close_path (cr);
}

/* A plus sign turned by an eighth: along each arm two outer corners, then the inner one. */
static void
add_cross (cairo_t *cr, double x, double y, double reach, double half)
{
  for (int arm = 0; arm < 4; arm++)
    {
      double along_x = cos (G_PI / 4 + arm * G_PI / 2);
      double along_y = sin (G_PI / 4 + arm * G_PI / 2);

      cairo_line_to (cr, x + reach * along_x + half * along_y, y + reach * along_y - half * along_x);
      cairo_line_to (cr, x + reach * along_x - half * along_y, y + reach * along_y + half * along_x);
      cairo_line_to (cr, x + half * (along_x - along_y), y + half * (along_y + along_x));
    }
  cairo_close_path (cr);
}

/**
 * sema_draw_shape_path:
 * @cr: where is drawn
 * @shape: which marker
 * @x: its middle
 * @y: its middle
 * @radius: of the circle; the other shapes cover about the same area
 * @margin: how far the outline lies outside the marker's own
 *
 * Makes the marker's outline the current path.
 */
void
sema_draw_shape_path (cairo_t *cr, SemaShape shape, double x, double y, double radius, double margin)
{
  double side = SQUARE * radius + margin;

  cairo_new_path (cr);
  switch (shape)
    {
    case SEMA_SHAPE_SQUARE:
      cairo_rectangle (cr, x - side, y - side, 2 * side, 2 * side);
      break;
    case SEMA_SHAPE_TRIANGLE:
      add_polygon (cr, x, y, TRIANGLE * radius + TRIANGLE_CORNER * margin, 3, -G_PI / 2);
      break;
    case SEMA_SHAPE_DIAMOND:
      add_polygon (cr, x, y, DIAMOND * radius + DIAMOND_CORNER * margin, 4, 0);
      break;
    case SEMA_SHAPE_CROSS:
      add_cross (cr, x, y, CROSS_REACH * radius + margin, CROSS_HALF * radius + margin);
      break;
    case SEMA_SHAPE_CIRCLE:
    case SEMA_N_SHAPES:
    default:
      cairo_arc (cr, x, y, radius + margin, 0, 2 * G_PI);
    }
}
