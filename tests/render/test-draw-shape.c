/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <math.h>

static void
get_extents (SemaShape shape, double radius, double margin, double extents[4])
{
  Picture picture;

  picture_init (&picture, 1, 1, SEMA_RIMS_NONE);
  sema_draw_shape_path (picture.canvas.cr, shape, 0, 0, radius, margin);
  cairo_path_extents (picture.canvas.cr, &extents[0], &extents[1], &extents[2], &extents[3]);
  picture_clear (&picture);
}

/* Covered area, by counting how bright the pixels are. */
static double
measure_area (SemaShape shape, double radius, double margin)
{
  Picture picture;
  double  sum = 0;

  picture_init (&picture, 120, 120, SEMA_RIMS_NONE);
  cairo_set_source_rgb (picture.canvas.cr, 1, 1, 1);
  sema_draw_shape_path (picture.canvas.cr, shape, 60, 60, radius, margin);
  cairo_fill (picture.canvas.cr);
  for (int y = 0; y < 120; y++)
    for (int x = 0; x < 120; x++)
      sum += (picture_get (&picture, x, y) & 0xff) / 255.0;
  picture_clear (&picture);
  return sum;
}

static void
test_areas (void)
{
  for (SemaShape shape = SEMA_SHAPE_CIRCLE; shape < SEMA_N_SHAPES; shape++)
    g_assert_cmpfloat_with_epsilon (measure_area (shape, 20, 0) / (G_PI * 400), 1, 0.1);
}

/* Growing by a small margin adds margin × outline: so each side moves out by the margin. */
static void
test_margins (void)
{
  const double outlines[SEMA_N_SHAPES] = {
    [SEMA_SHAPE_CIRCLE] = 2 * G_PI,
    [SEMA_SHAPE_SQUARE] = 8 * 0.89,
    [SEMA_SHAPE_TRIANGLE] = 3 * 1.5 * 1.7320508,
    [SEMA_SHAPE_DIAMOND] = 4 * 1.25 * 1.4142136,
    [SEMA_SHAPE_CROSS] = 4 * (2 * 0.42 + 2 * (1.22 - 0.42)),
  };

  for (SemaShape shape = SEMA_SHAPE_CIRCLE; shape < SEMA_N_SHAPES; shape++)
    {
      double grown = measure_area (shape, 20, 0.5) - measure_area (shape, 20, -0.5);

      g_assert_cmpfloat_with_epsilon (grown / (20 * outlines[shape]), 1, 0.02);
    }
}

static void
test_reach (void)
{
  for (SemaShape shape = SEMA_SHAPE_CIRCLE; shape < SEMA_N_SHAPES; shape++)
    for (double margin = 0; margin < 8; margin += 2.5)
      {
        double extents[4];

        get_extents (shape, 7, margin, extents);
        for (int i = 0; i < 4; i++)
          g_assert_cmpfloat (fabs (extents[i]), <=, SEMA_SHAPE_REACH * (7 + margin));
      }
}

static void
test_shapes_differ (void)
{
  for (SemaShape a = SEMA_SHAPE_CIRCLE; a < SEMA_N_SHAPES; a++)
    for (SemaShape b = SEMA_SHAPE_CIRCLE; b < a; b++)
      {
        Picture p, q;

        picture_init (&p, 30, 30, SEMA_RIMS_NONE);
        picture_init (&q, 30, 30, SEMA_RIMS_NONE);
        cairo_set_source_rgb (p.canvas.cr, 1, 1, 1);
        cairo_set_source_rgb (q.canvas.cr, 1, 1, 1);
        sema_draw_shape_path (p.canvas.cr, a, 15, 15, 7, 0);
        sema_draw_shape_path (q.canvas.cr, b, 15, 15, 7, 0);
        cairo_fill (p.canvas.cr);
        cairo_fill (q.canvas.cr);
        g_assert_cmpint (picture_compare (&p, &q), >, 128);
        picture_clear (&p);
        picture_clear (&q);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw-shape/areas", test_areas);
  g_test_add_func ("/draw-shape/margins", test_margins);
  g_test_add_func ("/draw-shape/reach", test_reach);
  g_test_add_func ("/draw-shape/shapes-differ", test_shapes_differ);
  return g_test_run ();
}
