/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "heatmap-fixture.h"

#include <math.h>

static gboolean
is_on_page (const SemaFrame *frame, double width, double height)
{
  return frame->x >= 0 && frame->y >= 0 && frame->x + frame->width <= width + 1e-6 && frame->y + frame->height <= height + 1e-6;
}

/* However many there are, and on any page, all of it lies on the page. */
static void
test_on_page (void)
{
  static const gsize  counts[][2] = {{1, 1}, {2, 2}, {26, 26}, {200, 200}, {2000, 2000}, {2000, 3}, {3, 300}};
  static const double pages[][2] = {{1600, 1000}, {400, 300}, {300, 900}};

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    for (gsize page = 0; page < G_N_ELEMENTS (pages); page++)
      for (guint trees = 0; trees < 2; trees++)
        {
          g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (counts[i][0], counts[i][1]);
          double                  width = pages[page][0], height = pages[page][1];
          SemaHeatmapLayout       layout;

          if (trees == 1 && counts[i][0] == counts[i][1] && counts[i][0] < 1000)
            fixture_add_trees (heatmap);
          fixture_find_layout (heatmap, width, height, &layout);
          g_assert_cmpfloat (layout.cells.width, >, 0.2 * MIN (width, 400));
          g_assert_true (is_on_page (&layout.cells, width, height));
          g_assert_true (is_on_page (&layout.row_labels, width, height));
          g_assert_true (is_on_page (&layout.column_labels, width, height));
          g_assert_true (is_on_page (&layout.row_tree, width, height));
          g_assert_true (is_on_page (&layout.column_tree, width, height));
          g_assert_cmpfloat (layout.bar.x + layout.bar.width, <, width);
          g_assert_cmpfloat (layout.cells.y + layout.cells.height, <=, layout.caption.y);
        }
}

static void
test_cells (void)
{
  g_autoptr (SemaHeatmap) few = fixture_make_heatmap (2, 2);
  g_autoptr (SemaHeatmap) many = fixture_make_heatmap (400, 400);
  SemaHeatmapLayout       layout;

  fixture_find_layout (few, 1600, 1000, &layout);
  g_assert_false (layout.is_turned);
  g_assert_cmpfloat (layout.gap, >, 0);
  g_assert_cmpfloat (layout.cell_width, ==, floor (layout.cell_width));
  g_assert_cmpfloat (layout.cell_width, <=, 120);
  fixture_find_layout (many, 1600, 1000, &layout);
  g_assert_true (layout.is_turned);
  g_assert_cmpfloat (layout.gap, ==, 0);
  g_assert_cmpfloat_with_epsilon (layout.cells.height, 400 * layout.cell_height, 1e-6);
}

/* With a tree left of the cells and above them, labels go to the other sides. */
static void
test_sides (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (5, 5);
  SemaHeatmapLayout       layout;

  fixture_find_layout (heatmap, 800, 600, &layout);
  g_assert_cmpfloat (layout.row_labels.x, <, layout.cells.x);
  g_assert_cmpfloat (layout.column_labels.y, <, layout.cells.y);
  fixture_add_trees (heatmap);
  fixture_find_layout (heatmap, 800, 600, &layout);
  g_assert_cmpfloat (layout.row_labels.x, ==, layout.cells.x + layout.cells.width);
  g_assert_cmpfloat (layout.row_tree.x + layout.row_tree.width, ==, layout.cells.x);
  g_assert_cmpfloat (layout.column_tree.y + layout.column_tree.height, ==, layout.cells.y);
}

/* Strips take the page's width, and are as high as there is room; the one that stands apart is seen beside 2,000 others. */
static void
test_strips (void)
{
  static const gsize counts[][2] = {{2, 2}, {3, 100}, {27, 300}, {6, 4096}, {2001, 100}, {2001, 4096}};

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gsize                   last = counts[i][0] - 1;
      g_autoptr (SemaHeatmap) heatmap = fixture_make_strips (counts[i][0], counts[i][1]);
      SemaHeatmapLayout       layout;

      fixture_find_layout (heatmap, 800, 600, &layout);
      g_assert_true (is_on_page (&layout.cells, 800, 600));
      g_assert_false (layout.is_turned);
      if (counts[i][1] >= 100)
        g_assert_cmpfloat (layout.cells.width, >, 400);
      if (counts[i][0] < 100)
        g_assert_cmpfloat (layout.cell_height, ==, floor (layout.cell_height));
      g_assert_cmpfloat (layout.cells.height, >, last > 10 ? 400 : 50);
      g_assert_cmpfloat (sema_heatmap_layout_get_height (&layout, heatmap, last), >=, 16);
      g_assert_cmpfloat (sema_heatmap_layout_get_top (&layout, heatmap, last), >=, sema_heatmap_layout_get_top (&layout, heatmap, last - 1) + layout.cell_height + 10);
      g_assert_cmpfloat_with_epsilon (sema_heatmap_layout_get_top (&layout, heatmap, last + 1), layout.cells.y + layout.cells.height, 1e-6);
    }
}

static void
test_nothing (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (0, 3);
  SemaHeatmapLayout       layout;

  fixture_find_layout (heatmap, 800, 600, &layout);
  g_assert_cmpfloat (layout.cells.width, ==, 0);
  g_assert_cmpfloat (layout.title.width, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heatmap-layout/on-page", test_on_page);
  g_test_add_func ("/heatmap-layout/cells", test_cells);
  g_test_add_func ("/heatmap-layout/sides", test_sides);
  g_test_add_func ("/heatmap-layout/strips", test_strips);
  g_test_add_func ("/heatmap-layout/nothing", test_nothing);
  return g_test_run ();
}
