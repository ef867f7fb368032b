/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "heatmap-fixture.h"

#include <math.h>

#include "sema-memory.h"

static void
test_numbers (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (3, 3);
  g_autoptr (SemaScene)   scene = NULL;
  const SemaTextMark     *mark;

  heatmap->values[1] = NAN;
  heatmap->values[2] = -0.001;
  heatmap->values[5] = -7;
  scene = fixture_compose (heatmap, 800, 600);
  g_assert_cmpuint (fixture_count_texts (scene, SEMA_TEXT_CELL), ==, 8);
  g_assert_nonnull (fixture_find_text (scene, "–"));
  g_assert_null (fixture_find_text (scene, "−0.00"));
  g_assert_cmpfloat (fixture_find_text (scene, "0.02")->ground, ==, 0.02);
  mark = fixture_find_text (scene, "−7.00");
  g_assert_cmpfloat (mark->ground, ==, -1);
  g_assert_cmpfloat (mark->x, >, g_array_index (scene->grids, SemaGridMark, 0).x);
}

/* Where one number does not fit none is written, and nothing is measured where cells are pixels. */
static void
test_no_room (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (30, 30);
  g_autoptr (SemaScene)   roomy = fixture_compose (heatmap, 1600, 1000);
  g_autoptr (SemaScene)   narrow = fixture_compose (heatmap, 500, 500);
  g_autoptr (SemaScene)   wide = NULL;

  g_assert_cmpuint (fixture_count_texts (roomy, SEMA_TEXT_CELL), ==, 900);
  g_assert_cmpuint (fixture_count_texts (narrow, SEMA_TEXT_CELL), ==, 0);
  heatmap->values[7] = 123456789;
  wide = fixture_compose (heatmap, 1600, 1000);
  g_assert_cmpuint (fixture_count_texts (wide, SEMA_TEXT_CELL), ==, 0);
}

static void
test_grid (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (2, 3);
  g_autoptr (SemaScene)   scene = fixture_compose (heatmap, 800, 600);
  const SemaGridMark     *grid = &g_array_index (scene->grids, SemaGridMark, 0);

  g_assert_cmpuint (grid->n_rows, ==, 2);
  g_assert_cmpuint (grid->n_columns, ==, 3);
  g_assert_true (grid->values == heatmap->values);
  g_assert_cmpfloat (grid->limit, ==, 1);
}

/* Each strip is a grid of its own while there is room between two; every value is drawn once. */
static void
test_strips (void)
{
  static const gsize counts[] = {4, 20, 2001};

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (SemaHeatmap) heatmap = fixture_make_strips (counts[i], 300);
      g_autoptr (SemaScene)   scene = fixture_compose (heatmap, 800, 600);
      gsize                   n_rows = 0;
      double                  bottom = 0;

      for (guint g = 0; g < scene->grids->len; g++)
        {
          const SemaGridMark *grid = &g_array_index (scene->grids, SemaGridMark, g);

          if (grid->n_columns != 300)
            continue;
          g_assert_true (grid->values == heatmap->values + n_rows * 300);
          g_assert_cmpfloat (grid->y, >, bottom);
          bottom = grid->y + grid->height;
          n_rows += grid->n_rows;
        }
      g_assert_cmpuint (n_rows, ==, counts[i]);
    }
}

static void
test_frames (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (3, 3);
  g_autoptr (SemaScene)   scene = NULL;

  heatmap->marked = sema_memory_alloc_n (9, 1, NULL);
  for (gsize i = 0; i < 9; i++)
    heatmap->marked[i] = i == 4 || i == 5;
  scene = fixture_compose (heatmap, 800, 600);
  g_assert_cmpuint (fixture_count_lines (scene, SEMA_LINE_FRAME), ==, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heatmap-cells/numbers", test_numbers);
  g_test_add_func ("/heatmap-cells/no-room", test_no_room);
  g_test_add_func ("/heatmap-cells/grid", test_grid);
  g_test_add_func ("/heatmap-cells/strips", test_strips);
  g_test_add_func ("/heatmap-cells/frames", test_frames);
  return g_test_run ();
}
