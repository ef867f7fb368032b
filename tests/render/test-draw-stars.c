/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <math.h>

static void
draw (Picture *picture, SemaStarMark mark, SemaRims rims)
{
  g_autoptr (GArray) stars = picture_collect (&mark, sizeof mark, 1);

  picture_init (picture, 100, 100, rims);
  sema_draw_stars (&picture->canvas, stars);
}

static void
test_five_points (void)
{
  guint32 ink = picture_pack (sema_theme_get_line_colour (sema_theme_get (SEMA_THEME_LIGHT), SEMA_LINE_ANALOGY));
  Picture picture;

  draw (&picture, (SemaStarMark) {50, 50, 30}, SEMA_RIMS_NONE);
  g_assert_cmphex (picture_get (&picture, 50, 50), ==, ink);
  for (int i = 0; i < 5; i++)
    {
      double angle = -G_PI / 2 + i * 2 * G_PI / 5;
      double between = angle + G_PI / 5;

      g_assert_cmphex (picture_get (&picture, (int)(50 + 24 * cos (angle)), (int)(50 + 24 * sin (angle))), ==, ink);
      g_assert_cmphex (picture_get (&picture, (int)(50 + 16 * cos (between)), (int)(50 + 16 * sin (between))), ==, 0);
    }
  g_assert_cmpuint (picture_count (&picture, 0xffffff), ==, 0);
  picture_clear (&picture);
}

static void
test_rim (void)
{
  Picture picture;

  draw (&picture, (SemaStarMark) {50, 50, 30}, SEMA_RIMS_EXACT);
  g_assert_cmpuint (picture_count (&picture, 0xffffff), >, 20);
  picture_clear (&picture);
}

/* The outline of the star, and what it lies on within. */
static void
test_hollow (void)
{
  guint32 ink = picture_pack (sema_theme_get_line_colour (sema_theme_get (SEMA_THEME_LIGHT), SEMA_LINE_ANALOGY));
  Picture picture;

  draw (&picture, (SemaStarMark) {50, 50, 30, TRUE}, SEMA_RIMS_EXACT);
  g_assert_cmphex (picture_get (&picture, 50, 50), ==, 0);
  g_assert_cmphex (picture_get (&picture, 53, 30), ==, ink);
  g_assert_cmpuint (picture_count (&picture, ink), >, 60);
  g_assert_cmpuint (picture_count (&picture, 0xffffff), >, 40);
  picture_clear (&picture);
}

static void
test_nowhere (void)
{
  Picture picture;

  draw (&picture, (SemaStarMark) {NAN, 50, 30}, SEMA_RIMS_EXACT);
  g_assert_cmpuint (picture_count (&picture, 0), ==, 100 * 100);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw-stars/five-points", test_five_points);
  g_test_add_func ("/draw-stars/rim", test_rim);
  g_test_add_func ("/draw-stars/hollow", test_hollow);
  g_test_add_func ("/draw-stars/nowhere", test_nowhere);
  return g_test_run ();
}
