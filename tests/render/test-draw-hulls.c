/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <math.h>

static void
draw (Picture *picture, const double *corners, gsize n_corners, double margin)
{
  SemaHullMark       mark = {corners, n_corners, margin, 0, FALSE, 1};
  g_autoptr (GArray) hulls = picture_collect (&mark, sizeof mark, 1);

  picture_init (picture, 100, 100, SEMA_RIMS_NONE);
  sema_draw_hulls (&picture->canvas, hulls);
}

/* What the translucent fill makes of black, laid on once. */
static guint32
get_fill (void)
{
  SemaColour colour = sema_theme_get_hull_colour (sema_theme_get (SEMA_THEME_LIGHT), 0, FALSE);

  colour.red *= colour.alpha;
  colour.green *= colour.alpha;
  colour.blue *= colour.alpha;
  return picture_pack (colour);
}

static void
assert_filled (const Picture *picture, int x, int y, gboolean filled)
{
  guint32 seen = picture_get (picture, x, y);
  guint32 fill = filled ? get_fill () : 0;

  for (int shift = 0; shift < 24; shift += 8)
    g_assert_cmpint (ABS ((int)((seen >> shift) & 0xff) - (int)((fill >> shift) & 0xff)), <=, 1);
}

/* The distance of a place from a filled square, by definition and not by arcs. */
static double
measure_distance (double x, double y)
{
  double dx = MAX (MAX (30 - x, x - 70), 0);
  double dy = MAX (MAX (30 - y, y - 70), 0);

  return hypot (dx, dy);
}

static void
test_square (void)
{
  const double clockwise[] = {30, 30, 70, 30, 70, 70, 30, 70};
  const double counter[] = {30, 70, 70, 70, 70, 30, 30, 30};
  Picture      one, other;

  draw (&one, clockwise, 4, 15);
  draw (&other, counter, 4, 15);
  g_assert_cmpint (picture_compare (&one, &other), ==, 0);
  for (int y = 0; y < 100; y++)
    for (int x = 0; x < 100; x++)
      if (fabs (measure_distance (x + 0.5, y + 0.5) - 15) > 1)
        assert_filled (&one, x, y, measure_distance (x + 0.5, y + 0.5) < 15);
  picture_clear (&one);
  picture_clear (&other);
}

static void
test_capsule (void)
{
  const double corners[] = {30, 50, 70, 50};
  Picture      picture;

  draw (&picture, corners, 2, 12);
  assert_filled (&picture, 50, 50, TRUE);
  assert_filled (&picture, 50, 39, TRUE);
  assert_filled (&picture, 50, 36, FALSE);
  assert_filled (&picture, 80, 50, TRUE);
  assert_filled (&picture, 83, 50, FALSE);
  assert_filled (&picture, 80, 40, FALSE);
  picture_clear (&picture);
}

static void
test_one_corner (void)
{
  const double corners[] = {50, 50};
  const double repeated[] = {50, 50, 50, 50, 50, 50};
  Picture      one, other;

  draw (&one, corners, 1, 12);
  draw (&other, repeated, 3, 12);
  assert_filled (&one, 50, 50, TRUE);
  assert_filled (&one, 60, 50, TRUE);
  assert_filled (&one, 60, 60, FALSE);
  g_assert_cmpint (picture_compare (&one, &other), ==, 0);
  picture_clear (&one);
  picture_clear (&other);
}

/* Corners in the middle of a side, and side by side with nothing between, change nothing. */
static void
test_straight_corners (void)
{
  const double plain[] = {20, 20, 80, 20, 50, 70};
  const double more[] = {20, 20, 20, 20, 50, 20.0000001, 65, 20, 80, 20, 50, 70, 20, 20};
  Picture      one, other;

  draw (&one, plain, 3, 9);
  draw (&other, more, 7, 9);
  g_assert_cmpint (picture_compare (&one, &other), <=, 1);
  picture_clear (&one);
  picture_clear (&other);
}

/* Points on one line, there and back: the area is nil and its sign is chance. */
static void
test_line (void)
{
  const double corners[] = {20, 20, 50, 50, 80, 80};
  const double ends[] = {20, 20, 80, 80};
  Picture      one, other;

  draw (&one, corners, 3, 8);
  draw (&other, ends, 2, 8);
  g_assert_cmpint (picture_compare (&one, &other), <=, 2);
  picture_clear (&one);
  picture_clear (&other);
}

static void
test_odd_corners (void)
{
  const double corners[] = {NAN, 10, 10, INFINITY};
  Picture      picture;

  draw (&picture, corners, 2, 12);
  g_assert_cmpuint (picture_count (&picture, 0), ==, 100 * 100);
  picture_clear (&picture);
  draw (&picture, corners, 0, 12);
  g_assert_cmpuint (picture_count (&picture, 0), ==, 100 * 100);
  picture_clear (&picture);
}

static void
test_strength (void)
{
  const double       corners[] = {50, 50};
  SemaHullMark       weak = {corners, 1, 12, 0, FALSE, 0};
  SemaHullMark       lit = {corners, 1, 12, 0, TRUE, 0};
  g_autoptr (GArray) hulls = picture_collect (&weak, sizeof weak, 1);
  g_autoptr (GArray) lit_hulls = picture_collect (&lit, sizeof lit, 1);
  Picture            picture;

  picture_init (&picture, 100, 100, SEMA_RIMS_NONE);
  sema_draw_hulls (&picture.canvas, hulls);
  g_assert_cmpuint (picture_get (&picture, 50, 50) & 0xffffff, ==, 0);
  sema_draw_hulls (&picture.canvas, lit_hulls);
  g_assert_cmpuint (picture_get (&picture, 50, 50) & 0xffffff, !=, 0);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw-hulls/square", test_square);
  g_test_add_func ("/draw-hulls/capsule", test_capsule);
  g_test_add_func ("/draw-hulls/one-corner", test_one_corner);
  g_test_add_func ("/draw-hulls/straight-corners", test_straight_corners);
  g_test_add_func ("/draw-hulls/line", test_line);
  g_test_add_func ("/draw-hulls/odd-corners", test_odd_corners);
  g_test_add_func ("/draw-hulls/strength", test_strength);
  return g_test_run ();
}
