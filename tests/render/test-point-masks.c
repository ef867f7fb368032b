/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

static void
paint (Picture *picture, double x, double y)
{
  picture_init (picture, 60, 60, SEMA_RIMS_QUICK);
  cairo_set_source_rgb (picture->canvas.cr, 1, 1, 1);
  sema_point_masks_paint (picture->canvas.masks, picture->canvas.cr, SEMA_SHAPE_SQUARE, x, y, 8, 0.88);
}

/* A square of half side 0.89 × 8 + 0.88 = 8: its sides fall on pixels when its middle does. */
static void
test_place (void)
{
  Picture picture;

  paint (&picture, 30, 20);
  g_assert_cmphex (picture_get (&picture, 22, 12), >=, 0xf0f0f0);
  g_assert_cmphex (picture_get (&picture, 37, 27), >=, 0xf0f0f0);
  g_assert_cmpuint (picture_get (&picture, 21, 20) & 0xff, <, 16);
  g_assert_cmpuint (picture_get (&picture, 38, 20) & 0xff, <, 16);
  picture_clear (&picture);
  paint (&picture, 30.5, 20);
  g_assert_cmpuint (picture_get (&picture, 22, 20) & 0xff, >, 100);
  g_assert_cmpuint (picture_get (&picture, 22, 20) & 0xff, <, 155);
  picture_clear (&picture);
}

/* Moving by whole pixels moves the picture, below zero as well. */
static void
test_negative (void)
{
  for (double part = 0; part < 1; part += 0.25)
    {
      Picture here, there;

      paint (&here, 8 + part, 9);
      paint (&there, -2 + part, -1);
      for (int y = 0; y < 30; y++)
        for (int x = 0; x < 30; x++)
          g_assert_cmphex (picture_get (&there, x, y), ==, picture_get (&here, x + 10, y + 10));
      picture_clear (&here);
      picture_clear (&there);
    }
}

static void
test_kept_and_bounded (void)
{
  g_autoptr (SemaPointMasks) masks = sema_point_masks_new ();
  Picture                    picture;

  picture_init (&picture, 60, 60, SEMA_RIMS_QUICK);
  sema_point_masks_paint (masks, picture.canvas.cr, SEMA_SHAPE_CIRCLE, 10, 10, 5, 1);
  sema_point_masks_paint (masks, picture.canvas.cr, SEMA_SHAPE_CIRCLE, 40.01, 20, 5, 1);
  g_assert_cmpuint (sema_point_masks_get_n_kept (masks), ==, 1);
  sema_point_masks_paint (masks, picture.canvas.cr, SEMA_SHAPE_CIRCLE, 10.5, 10, 5, 1);
  sema_point_masks_paint (masks, picture.canvas.cr, SEMA_SHAPE_CIRCLE, 10, 10.5, 5, 1);
  sema_point_masks_paint (masks, picture.canvas.cr, SEMA_SHAPE_CIRCLE, 10, 10, 6, 1);
  sema_point_masks_paint (masks, picture.canvas.cr, SEMA_SHAPE_CIRCLE, 10, 10, 5, 2);
  sema_point_masks_paint (masks, picture.canvas.cr, SEMA_SHAPE_CROSS, 10, 10, 5, 1);
  g_assert_cmpuint (sema_point_masks_get_n_kept (masks), ==, 6);
  for (int i = 0; i < SEMA_POINT_MASKS_MAX; i++)
    sema_point_masks_paint (masks, picture.canvas.cr, SEMA_SHAPE_CIRCLE, i % 4 * 0.25, i / 4 % 4 * 0.25, 1 + i / 16 / 8.0, 0);
  g_assert_cmpuint (sema_point_masks_get_n_kept (masks), <=, SEMA_POINT_MASKS_MAX);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/point-masks/place", test_place);
  g_test_add_func ("/point-masks/negative", test_negative);
  g_test_add_func ("/point-masks/kept-and-bounded", test_kept_and_bounded);
  return g_test_run ();
}
