/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "heatmap-fixture.h"

static const SemaLineMark *
get_line (const SemaScene *scene, guint nth)
{
  for (guint i = 0; i < scene->lines->len; i++)
    {
      const SemaLineMark *line = &g_array_index (scene->lines, SemaLineMark, i);

      if (line->role == SEMA_LINE_TREE && nth-- == 0)
        return line;
    }
  g_assert_not_reached ();
}

/* Merges of 0 and 1, and of 2 and both, whose leaf comes first: three lines each, beside the middles of the rows, the last as high as there is room. */
static void
test_places (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (3, 3);
  g_autoptr (SemaScene)   scene = NULL;
  const SemaLineMark     *first, *second, *last;
  SemaHeatmapLayout       layout;

  fixture_add_trees (heatmap);
  fixture_find_layout (heatmap, 800, 600, &layout);
  scene = fixture_compose (heatmap, 800, 600);
  first = get_line (scene, 0);
  second = get_line (scene, 1);
  last = get_line (scene, 5);
  g_assert_cmpfloat_with_epsilon (first->y0, layout.cells.y + 1.5 * layout.cell_height, 1e-6);
  g_assert_cmpfloat_with_epsilon (second->y0, layout.cells.y + 2.5 * layout.cell_height, 1e-6);
  g_assert_cmpfloat (first->x0, <, layout.cells.x);
  g_assert_cmpfloat (first->x1, ==, second->x1);
  g_assert_cmpfloat (last->x0, ==, last->x1);
  g_assert_cmpfloat_with_epsilon (last->x0, layout.row_tree.x + 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (first->x0 - last->x0, 2 * (first->x0 - first->x1), 1e-6);
  g_assert_cmpfloat_with_epsilon (MIN (last->y0, last->y1), layout.cells.y + 0.5 * layout.cell_height, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_line (scene, 6)->x0, layout.cells.x + 1.5 * layout.cell_width, 1e-6);
  g_assert_cmpfloat (get_line (scene, 6)->y0, >, get_line (scene, 6)->y1);
}

static void
test_none (void)
{
  g_autoptr (SemaHeatmap) plain = fixture_make_heatmap (3, 3);
  g_autoptr (SemaHeatmap) one = fixture_make_heatmap (1, 1);
  g_autoptr (SemaHeatmap) alike = fixture_make_heatmap (2, 2);
  SemaHeatmapPage         page = {.scene = sema_scene_new (800, 600)};

  fixture_add_trees (one);
  fixture_add_trees (alike);
  alike->row_tree->merges[0].height = 0;
  page.heatmap = plain;
  sema_heatmap_page_add_trees (&page);
  page.heatmap = one;
  sema_heatmap_page_add_trees (&page);
  g_assert_cmpuint (page.scene->lines->len, ==, 0);
  page.heatmap = alike;
  fixture_find_layout (alike, 800, 600, &page.layout);
  sema_heatmap_page_add_trees (&page);
  g_assert_cmpfloat (get_line (page.scene, 0)->x0, ==, get_line (page.scene, 0)->x1);
  sema_scene_free (page.scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heatmap-tree/places", test_places);
  g_test_add_func ("/heatmap-tree/none", test_none);
  return g_test_run ();
}
