/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <math.h>

static void
draw (Picture *picture, const SemaPointMark *marks, guint n, SemaRims rims)
{
  g_autoptr (GArray) points = picture_collect (marks, sizeof *marks, n);

  picture_init (picture, 100, 100, rims);
  sema_draw_points (&picture->canvas, points);
}

static guint32
get_colour (int colour, double strength)
{
  return picture_pack (sema_theme_get_point_colour (sema_theme_get (SEMA_THEME_LIGHT), colour, strength));
}

static void
test_rims (void)
{
  SemaPointMark  mark = {.x = 50, .y = 50, .radius = 20, .colour = 2, .strength = 0.5};
  const SemaRims rims[] = {SEMA_RIMS_NONE, SEMA_RIMS_QUICK, SEMA_RIMS_EXACT};

  for (gsize i = 0; i < G_N_ELEMENTS (rims); i++)
    {
      Picture picture;

      draw (&picture, &mark, 1, rims[i]);
      g_assert_cmphex (picture_get (&picture, 50, 50), ==, get_colour (2, 0.5));
      g_assert_cmpuint (picture_count (&picture, 0xffffff) > 0, ==, rims[i] != SEMA_RIMS_NONE);
      g_assert_cmphex (picture_get (&picture, 50, 50 + 23), ==, 0);
      picture_clear (&picture);
    }
}

/* A ring that nobody takes for that of a selected point, which it lies round. */
static void
test_odd (void)
{
  const guint32 ring = picture_pack (sema_theme_get_line_colour (sema_theme_get (SEMA_THEME_LIGHT), SEMA_LINE_ODD));
  const guint32 selection = picture_pack (sema_theme_get_line_colour (sema_theme_get (SEMA_THEME_LIGHT), SEMA_LINE_SELECTION));

  for (int selected = 0; selected < 2; selected++)
    {
      SemaPointMark mark = {.x = 50.5, .y = 50.2, .radius = 20, .colour = 2, .strength = 1, .odd = TRUE, .selected = selected};
      Picture       picture;

      draw (&picture, &mark, 1, SEMA_RIMS_EXACT);
      g_assert_cmphex (picture_get (&picture, 50, 50 + (selected ? 25 : 22)), ==, ring);
      g_assert_cmphex (picture_get (&picture, 50, 50 + 27), ==, 0);
      g_assert_cmpuint (picture_count (&picture, selection) > 50, ==, selected);
      g_assert_cmphex (picture_get (&picture, 50, 50), ==, get_colour (2, 1));
      picture_clear (&picture);
    }
}

/* Masks and paths show the same, but for their rounding to parts of a pixel. */
static void
test_quick_is_exact (void)
{
  for (SemaShape shape = SEMA_SHAPE_CIRCLE; shape < SEMA_N_SHAPES; shape++)
    {
      SemaPointMark marks[] = {
        {.x = 30.3, .y = 40.7, .radius = 6.51, .shape = shape, .colour = 1, .strength = 1, .selected = TRUE},
        {.x = 70.1, .y = 60.9, .radius = 5.13, .shape = shape, .colour = 3, .strength = 0.2, .hovered = TRUE},
      };
      Picture quick, exact;

      draw (&quick, marks, 2, SEMA_RIMS_QUICK);
      draw (&exact, marks, 2, SEMA_RIMS_EXACT);
      g_assert_cmpint (picture_compare (&quick, &exact), <=, 64);
      g_assert_cmphex (picture_get (&quick, 30, 41), ==, picture_get (&exact, 30, 41));
      g_assert_cmpuint (sema_point_masks_get_n_kept (quick.canvas.masks), ==, 6);
      g_assert_cmpuint (sema_point_masks_get_n_kept (exact.canvas.masks), ==, 0);
      picture_clear (&quick);
      picture_clear (&exact);
    }
}

static void
test_order (void)
{
  SemaPointMark marks[] = {
    {.x = 45, .y = 50, .radius = 10, .colour = 0, .strength = 1},
    {.x = 55, .y = 50, .radius = 10, .colour = 5, .strength = 1},
  };
  Picture picture;

  draw (&picture, marks, 2, SEMA_RIMS_QUICK);
  g_assert_cmphex (picture_get (&picture, 50, 50), ==, get_colour (5, 1));
  g_assert_cmphex (picture_get (&picture, 40, 50), ==, get_colour (0, 1));
  picture_clear (&picture);
}

static void
test_selected_and_hovered (void)
{
  SemaPointMark mark = {.x = 50, .y = 50, .radius = 10, .colour = 0, .strength = 1, .selected = TRUE};
  guint32       ring = picture_pack (sema_theme_get_line_colour (sema_theme_get (SEMA_THEME_LIGHT), SEMA_LINE_SELECTION));
  Picture       picture;
  int           left, top, right, bottom, plain_right;

  draw (&picture, &mark, 1, SEMA_RIMS_NONE);
  g_assert_cmpuint (picture_count (&picture, ring), >, 20);
  picture_clear (&picture);
  mark.selected = FALSE;
  draw (&picture, &mark, 1, SEMA_RIMS_NONE);
  g_assert_cmpuint (picture_count (&picture, ring), ==, 0);
  picture_get_ink (&picture, &left, &top, &plain_right, &bottom);
  picture_clear (&picture);
  mark.hovered = TRUE;
  draw (&picture, &mark, 1, SEMA_RIMS_NONE);
  picture_get_ink (&picture, &left, &top, &right, &bottom);
  g_assert_cmpint (right, >=, plain_right + 5);
  picture_clear (&picture);
}

static void
test_odd_places (void)
{
  const double odd[] = {NAN, INFINITY, -INFINITY, 1e12, -1e300};

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    for (SemaRims rims = SEMA_RIMS_NONE; rims <= SEMA_RIMS_EXACT; rims++)
      {
        SemaPointMark mark = {.x = odd[i], .y = 50, .radius = 6, .strength = 1};
        Picture       picture;

        draw (&picture, &mark, 1, rims);
        g_assert_cmpuint (picture_count (&picture, 0), ==, 100 * 100);
        g_assert_cmpint (cairo_status (picture.canvas.cr), ==, CAIRO_STATUS_SUCCESS);
        picture_clear (&picture);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw-points/rims", test_rims);
  g_test_add_func ("/draw-points/odd", test_odd);
  g_test_add_func ("/draw-points/quick-is-exact", test_quick_is_exact);
  g_test_add_func ("/draw-points/order", test_order);
  g_test_add_func ("/draw-points/selected-and-hovered", test_selected_and_hovered);
  g_test_add_func ("/draw-points/odd-places", test_odd_places);
  return g_test_run ();
}
