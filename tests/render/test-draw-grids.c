/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <math.h>

#include "sema-memory.h"

static const double values[] = {-1, 0, 1, 3, NAN, -0.5};

static void
draw (Picture *picture, double width, double height, double gap)
{
  const SemaGridMark mark = {10, 20, width, height, 2, 3, values, 2, gap};
  g_autoptr (GArray) grids = picture_collect (&mark, sizeof mark, 1);

  picture_init (picture, 100, 100, SEMA_RIMS_NONE);
  sema_draw_grids (&picture->canvas, grids);
  cairo_surface_flush (picture->surface);
}

static guint32
get_colour (double value)
{
  return picture_pack (sema_theme_get_bar_colour (sema_theme_get (SEMA_THEME_LIGHT), value));
}

/* The first cell and the last, the one beyond the limit, the one without a value; nothing outside. */
static void
check_cells (const Picture *picture)
{
  g_assert_cmphex (picture_get (picture, 15, 25), ==, get_colour (-0.5));
  g_assert_cmphex (picture_get (picture, 25, 25), ==, get_colour (0));
  g_assert_cmphex (picture_get (picture, 35, 25), ==, get_colour (0.5));
  g_assert_cmphex (picture_get (picture, 15, 35), ==, get_colour (1));
  g_assert_cmphex (picture_get (picture, 25, 35), ==, 0);
  g_assert_cmphex (picture_get (picture, 35, 35), ==, get_colour (-0.25));
  g_assert_cmphex (picture_get (picture, 9, 25), ==, 0);
  g_assert_cmphex (picture_get (picture, 41, 25), ==, 0);
  g_assert_cmphex (picture_get (picture, 15, 41), ==, 0);
}

static void
test_with_gaps (void)
{
  Picture picture;

  draw (&picture, 30, 20, 2);
  check_cells (&picture);
  g_assert_cmphex (picture_get (&picture, 20, 25), ==, 0);
  g_assert_cmpuint (picture_count (&picture, 0), ==, 100 * 100 - 5 * 8 * 8);
  picture_clear (&picture);
}

static void
test_image (void)
{
  Picture picture;

  draw (&picture, 30, 20, 0);
  check_cells (&picture);
  g_assert_cmphex (picture_get (&picture, 19, 25), ==, get_colour (-0.5));
  g_assert_cmphex (picture_get (&picture, 20, 25), ==, get_colour (0));
  g_assert_cmpuint (picture_count (&picture, 0), ==, 100 * 100 - 5 * 10 * 10);
  picture_clear (&picture);
}

/* Without memory for the image the cells are drawn one by one: the same picture. */
static void
test_no_memory (void)
{
  Picture image, cells;

  draw (&image, 30, 20, 0);
  sema_memory_fail_at (1);
  draw (&cells, 30, 20, 0);
  sema_memory_fail_at (0);
  check_cells (&cells);
  g_assert_cmpint (picture_compare (&image, &cells), ==, 0);
  picture_clear (&image);
  picture_clear (&cells);
}

/* Cells of half a pixel: a pixel is the mean of what lies in it. */
static void
test_small (void)
{
  g_autofree double *many = g_new (double, 40 * 40);
  SemaGridMark       mark = {10, 10, 20, 20, 40, 40, many, 1, 0};
  g_autoptr (GArray) grids = NULL;
  guint32            ends[2] = {get_colour (-1), get_colour (1)};
  guint32            pixel;
  Picture            picture;

  for (gsize i = 0; i < 40 * 40; i++)
    many[i] = i % 2 == 0 ? -1 : 1;
  grids = picture_collect (&mark, sizeof mark, 1);
  picture_init (&picture, 100, 100, SEMA_RIMS_NONE);
  sema_draw_grids (&picture.canvas, grids);
  cairo_surface_flush (picture.surface);
  pixel = picture_get (&picture, 20, 20);
  for (int shift = 0; shift < 24; shift += 8)
    g_assert_cmpint (ABS ((int)((pixel >> shift) & 0xff) - (int)(((ends[0] >> shift) & 0xff) + ((ends[1] >> shift) & 0xff)) / 2), <=, 12);
  g_assert_cmphex (picture_get (&picture, 10, 20) & 0xff000000, ==, pixel & 0xff000000);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw-grids/with-gaps", test_with_gaps);
  g_test_add_func ("/draw-grids/image", test_image);
  g_test_add_func ("/draw-grids/no-memory", test_no_memory);
  g_test_add_func ("/draw-grids/small", test_small);
  return g_test_run ();
}
