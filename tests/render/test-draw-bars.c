/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

static void
test_bars (void)
{
  const SemaBarMark  marks[] = {{10, 20, 5, 30, -1}, {20, 20, 5, 30, 1}};
  g_autoptr (GArray) bars = picture_collect (marks, sizeof *marks, 2);
  const SemaTheme   *theme = sema_theme_get (SEMA_THEME_LIGHT);
  Picture            picture;

  picture_init (&picture, 100, 100, SEMA_RIMS_NONE);
  sema_draw_bars (&picture.canvas, bars);
  g_assert_cmphex (picture_get (&picture, 10, 20), ==, picture_pack (sema_theme_get_bar_colour (theme, -1)));
  g_assert_cmphex (picture_get (&picture, 24, 49), ==, picture_pack (sema_theme_get_bar_colour (theme, 1)));
  g_assert_cmphex (picture_get (&picture, 15, 20), ==, 0);
  g_assert_cmphex (picture_get (&picture, 10, 50), ==, 0);
  g_assert_cmpuint (picture_count (&picture, 0), ==, 100 * 100 - 2 * 5 * 30);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw-bars/bars", test_bars);
  return g_test_run ();
}
