/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "heatmap-fixture.h"
#include "sema-heatmap-pick.h"

static void
check (SemaHeatmap *made)
{
  g_autoptr (SemaHeatmap) heatmap = made;
  SemaHeatmapLayout       layout;

  fixture_find_layout (heatmap, 900, 600, &layout);
  for (gssize row = -1; row < 5; row++)
    for (gssize column = -1; column < 5; column++)
      {
        const SemaFrame *beside = &layout.row_labels;
        const SemaFrame *along = &layout.column_labels;
        SemaFrame        frame;
        SemaHeatmapSpot  spot;

        sema_heatmap_find_frame (heatmap, &layout, (SemaHeatmapSpot) {row, column}, &frame);
        if (row < 0 && column < 0)
          {
            g_assert_cmpfloat (frame.width, ==, 0);
            continue;
          }
        spot = sema_heatmap_pick (heatmap, &layout, column < 0 ? beside->x + beside->width / 2 : frame.x + frame.width / 2,
                                  row < 0 ? along->y + along->height / 2 : frame.y + frame.height / 2);
        g_assert_cmpint (spot.row, ==, row);
        g_assert_cmpint (spot.column, ==, column);
      }
}

static void
test_there_and_back (void)
{
  SemaHeatmap *with_trees = fixture_make_heatmap (5, 5);

  fixture_add_trees (with_trees);
  check (fixture_make_heatmap (5, 5));
  check (with_trees);
  check (fixture_make_strips (5, 5));
}

/* Between the strips and the one that stands apart there is nothing. */
static void
test_gap (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_strips (5, 300);
  SemaHeatmapLayout       layout;
  SemaHeatmapSpot         spot;
  SemaFrame               frame;

  fixture_find_layout (heatmap, 900, 600, &layout);
  sema_heatmap_find_frame (heatmap, &layout, (SemaHeatmapSpot) {4, 7}, &frame);
  spot = sema_heatmap_pick (heatmap, &layout, frame.x + frame.width / 2, frame.y - 5);
  g_assert_cmpint (spot.row, ==, -1);
  g_assert_cmpint (spot.column, ==, -1);
}

static void
test_outside (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (3, 4);
  g_autoptr (SemaHeatmap) empty = fixture_make_heatmap (0, 0);
  SemaHeatmapLayout       layout, nothing;
  SemaHeatmapSpot         spot;
  SemaFrame               frame;

  fixture_find_layout (heatmap, 900, 600, &layout);
  fixture_find_layout (empty, 900, 600, &nothing);
  for (guint i = 0; i < 4; i++)
    {
      spot = sema_heatmap_pick (i % 2 == 0 ? heatmap : empty, i % 2 == 0 ? &layout : &nothing, i < 2 ? -5 : 899, i < 2 ? 2 : 599);
      g_assert_cmpint (spot.row, ==, -1);
      g_assert_cmpint (spot.column, ==, -1);
    }
  sema_heatmap_find_frame (heatmap, &layout, (SemaHeatmapSpot) {3, 0}, &frame);
  g_assert_cmpfloat (frame.width, ==, 0);
  sema_heatmap_find_frame (heatmap, &layout, (SemaHeatmapSpot) {0, 4}, &frame);
  g_assert_cmpfloat (frame.width, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heatmap-pick/there-and-back", test_there_and_back);
  g_test_add_func ("/heatmap-pick/gap", test_gap);
  g_test_add_func ("/heatmap-pick/outside", test_outside);
  return g_test_run ();
}
