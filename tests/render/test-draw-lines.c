/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <math.h>

static void
draw (Picture *picture, SemaLineMark mark, SemaLineLayer layer)
{
  g_autoptr (GArray) lines = picture_collect (&mark, sizeof mark, 1);

  picture_init (picture, 100, 100, SEMA_RIMS_NONE);
  sema_draw_lines (&picture->canvas, lines, layer);
}

static void
test_layers (void)
{
  const SemaLineLayer layers[] = {
    [SEMA_LINE_AXIS] = SEMA_LINES_UNDER_POINTS,
    [SEMA_LINE_LEADER] = SEMA_LINES_UNDER_POINTS,
    [SEMA_LINE_ANALOGY] = SEMA_LINES_OVER_POINTS,
    [SEMA_LINE_ANALOGY_DASHED] = SEMA_LINES_OVER_POINTS,
    [SEMA_LINE_MISS] = SEMA_LINES_OVER_POINTS,
    [SEMA_LINE_TARGET] = SEMA_LINES_OVER_POINTS,
    [SEMA_LINE_TORN] = SEMA_LINES_UNDER_POINTS,
    [SEMA_LINE_FALSE] = SEMA_LINES_OVER_POINTS,
    [SEMA_LINE_SELECTION] = SEMA_LINES_OF_SELECTION,
    [SEMA_LINE_TREE] = SEMA_LINES_UNDER_POINTS,
    [SEMA_LINE_FRAME] = SEMA_LINES_OVER_POINTS,
  };

  for (SemaLineRole role = SEMA_LINE_AXIS; role <= SEMA_LINE_FRAME; role++)
    for (SemaLineLayer layer = SEMA_LINES_UNDER_POINTS; layer <= SEMA_LINES_OF_SELECTION; layer++)
      {
        Picture picture;

        draw (&picture, (SemaLineMark) {10, 50, 90, 50, role, 4, FALSE}, layer);
        g_assert_true ((picture_count (&picture, 0) < 100 * 100) == (layers[role] == layer));
        picture_clear (&picture);
      }
}

static void
test_colour_and_width (void)
{
  Picture picture;
  int     left, top, right, bottom;

  draw (&picture, (SemaLineMark) {10, 50, 90, 50, SEMA_LINE_ANALOGY, 4, FALSE}, SEMA_LINES_OVER_POINTS);
  picture_get_ink (&picture, &left, &top, &right, &bottom);
  g_assert_cmpint (left, ==, 10);
  g_assert_cmpint (right, ==, 89);
  g_assert_cmpint (top, ==, 48);
  g_assert_cmpint (bottom, ==, 51);
  g_assert_cmphex (picture_get (&picture, 50, 50), ==, picture_pack (sema_theme_get_line_colour (picture.canvas.theme, SEMA_LINE_ANALOGY)));
  picture_clear (&picture);
}

/* The head is at the second end, its tip on the end itself, and wider than the line. */
static void
test_arrow (void)
{
  Picture picture;
  int     left, top, right, bottom;

  draw (&picture, (SemaLineMark) {10, 50, 90, 50, SEMA_LINE_ANALOGY, 2, TRUE}, SEMA_LINES_OVER_POINTS);
  picture_get_ink (&picture, &left, &top, &right, &bottom);
  g_assert_cmpint (left, ==, 10);
  g_assert_cmpint (right, >=, 88);
  g_assert_cmpint (right, <=, 89);
  g_assert_cmpint (bottom - top, >=, 7);
  g_assert_cmphex (picture_get (&picture, 20, 47), ==, 0);
  g_assert_cmphex (picture_get (&picture, 79, 46), !=, 0);
  picture_clear (&picture);
  /* Shorter than its head: still no longer than asked for. */
  draw (&picture, (SemaLineMark) {50, 50, 53, 50, SEMA_LINE_ANALOGY, 2, TRUE}, SEMA_LINES_OVER_POINTS);
  picture_get_ink (&picture, &left, &top, &right, &bottom);
  g_assert_cmpint (right, <=, 53);
  picture_clear (&picture);
}

static gsize
count_gaps (SemaLineRole role)
{
  Picture picture;
  gsize   n = 0;

  draw (&picture, (SemaLineMark) {0, 50.5, 100, 50.5, role, 3, FALSE}, SEMA_LINES_OVER_POINTS);
  for (int x = 1; x < 100; x++)
    n += (picture_get (&picture, x, 50) == 0) && (picture_get (&picture, x - 1, 50) != 0);
  picture_clear (&picture);
  return n;
}

static void
test_dashes (void)
{
  g_assert_cmpuint (count_gaps (SEMA_LINE_ANALOGY), ==, 0);
  g_assert_cmpuint (count_gaps (SEMA_LINE_FALSE), ==, 0);
  g_assert_cmpuint (count_gaps (SEMA_LINE_ANALOGY_DASHED), >=, 4);
  g_assert_cmpuint (count_gaps (SEMA_LINE_MISS), >, count_gaps (SEMA_LINE_ANALOGY_DASHED));
}

static void
test_nothing (void)
{
  const SemaLineMark marks[] = {
    {50, 50, 50, 50, SEMA_LINE_ANALOGY, 3, TRUE},
    {NAN, 50, 50, 50, SEMA_LINE_ANALOGY, 3, TRUE},
    {50, 50, INFINITY, 50, SEMA_LINE_ANALOGY, 3, TRUE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      Picture picture;

      draw (&picture, marks[i], SEMA_LINES_OVER_POINTS);
      g_assert_cmpuint (picture_count (&picture, 0), ==, 100 * 100);
      g_assert_cmpint (cairo_status (picture.canvas.cr), ==, CAIRO_STATUS_SUCCESS);
      picture_clear (&picture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw-lines/layers", test_layers);
  g_test_add_func ("/draw-lines/colour-and-width", test_colour_and_width);
  g_test_add_func ("/draw-lines/arrow", test_arrow);
  g_test_add_func ("/draw-lines/dashes", test_dashes);
  g_test_add_func ("/draw-lines/nothing", test_nothing);
  return g_test_run ();
}
