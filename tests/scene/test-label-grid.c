/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-label-grid.h"

#include <math.h>

#include "sema-random.h"

static const SemaFrame frame = {50, 30, 600, 400};

static SemaLabelHit
probe (SemaLabelGrid *grid, double x, double y, double width, double height)
{
  SemaFrame    box = {x, y, width, height};
  SemaLabelHit hit;

  sema_label_grid_probe_box (grid, &box, 5, -1, -1, &hit);
  return hit;
}

static void
test_empty (void)
{
  g_autoptr (SemaLabelGrid) grid = sema_label_grid_new (&frame, 40);
  SemaSegment               line = {60, 60, 500, 300};

  g_assert_false (probe (grid, 60, 60, 500, 300).blocked);
  g_assert_true (sema_label_grid_is_line_free (grid, &line));
}

/* A disc blocks boxes by its roundness, not by its square. */
static void
test_disc (void)
{
  g_autoptr (SemaLabelGrid) grid = sema_label_grid_new (&frame, 40);

  sema_label_grid_add_disc (grid, 300, 200, 10);
  g_assert_true (probe (grid, 309, 195, 50, 10).blocked);
  g_assert_true (probe (grid, 250, 150, 100, 100).blocked);
  g_assert_false (probe (grid, 310.5, 195, 50, 10).blocked);
  g_assert_true (probe (grid, 310.5, 195, 50, 10).near);
  g_assert_false (probe (grid, 316, 195, 50, 10).near);
  g_assert_false (probe (grid, 308, 208, 50, 10).blocked);
  g_assert_true (probe (grid, 307, 207, 50, 10).blocked);
}

static void
test_lines_and_discs (void)
{
  g_autoptr (SemaLabelGrid) grid = sema_label_grid_new (&frame, 40);
  SemaSegment               over = {200, 191, 400, 191};
  SemaSegment               beside = {200, 189, 400, 189};

  sema_label_grid_add_disc (grid, 300, 200, 10);
  g_assert_false (sema_label_grid_is_line_free (grid, &over));
  g_assert_true (sema_label_grid_is_line_free (grid, &beside));
}

static void
test_own_disc_is_not_near (void)
{
  g_autoptr (SemaLabelGrid) grid = sema_label_grid_new (&frame, 40);
  SemaFrame                 box = {312, 195, 50, 10};
  SemaLabelHit              hit;

  sema_label_grid_add_disc (grid, 300, 200, 10);
  sema_label_grid_probe_box (grid, &box, 5, 300, 200, &hit);
  g_assert_false (hit.near);
  sema_label_grid_probe_box (grid, &box, 5, 300, 201, &hit);
  g_assert_true (hit.near);
}

static void
test_owned_boxes (void)
{
  g_autoptr (SemaLabelGrid) grid = sema_label_grid_new (&frame, 40);
  SemaFrame                 one = {100, 100, 100, 20};
  SemaFrame                 two = {100, 125, 100, 20};
  gsize                     first = sema_label_grid_add_owned_box (grid, &one, 7);

  sema_label_grid_add_owned_box (grid, &two, 8);
  g_assert_cmpuint (probe (grid, 150, 110, 100, 12).n_owners, ==, 1);
  g_assert_cmpuint (probe (grid, 150, 110, 100, 12).owner, ==, 7);
  g_assert_cmpuint (probe (grid, 150, 110, 100, 18).n_owners, ==, 2);
  g_assert_false (probe (grid, 150, 110, 100, 18).blocked);
  g_assert_cmpuint (probe (grid, 200, 100, 50, 20).n_owners, ==, 0);
  sema_label_grid_remove (grid, first);
  g_assert_cmpuint (probe (grid, 150, 110, 100, 12).n_owners, ==, 0);
}

static void
test_boxes_and_lines (void)
{
  g_autoptr (SemaLabelGrid) grid = sema_label_grid_new (&frame, 40);
  SemaFrame                 box = {100, 100, 100, 20};
  SemaSegment               line = {300, 100, 400, 200};
  SemaSegment               through_box = {90, 90, 210, 130};
  SemaSegment               through_line = {300, 200, 400, 100};
  SemaSegment               beside = {300, 110, 390, 200};

  sema_label_grid_add_box (grid, &box);
  sema_label_grid_add_line (grid, &line);
  g_assert_true (probe (grid, 190, 110, 50, 50).blocked);
  g_assert_true (probe (grid, 340, 150, 20, 20).blocked);
  g_assert_false (probe (grid, 380, 110, 20, 20).blocked);
  g_assert_false (sema_label_grid_is_line_free (grid, &through_box));
  g_assert_false (sema_label_grid_is_line_free (grid, &through_line));
  g_assert_true (sema_label_grid_is_line_free (grid, &beside));
}

/* What the grid says is what all discs one by one say. */
static void
test_against_all (void)
{
  g_autoptr (SemaLabelGrid) grid = sema_label_grid_new (&frame, 40);
  double                    discs[300][3];
  SemaRandom                random;
  guint                     n_blocked = 0;

  sema_random_init (&random, 11);
  for (guint i = 0; i < 300; i++)
    {
      discs[i][0] = 40 + 620 * sema_random_uniform (&random);
      discs[i][1] = 20 + 420 * sema_random_uniform (&random);
      discs[i][2] = 3 + 4 * sema_random_uniform (&random);
      sema_label_grid_add_disc (grid, discs[i][0], discs[i][1], discs[i][2]);
    }
  for (guint i = 0; i < 5000; i++)
    {
      SemaFrame box = {50 + 560 * sema_random_uniform (&random), 30 + 380 * sema_random_uniform (&random), 40, 20};
      gboolean  blocked = FALSE;

      for (guint j = 0; j < 300; j++)
        {
          double dx = discs[j][0] - CLAMP (discs[j][0], box.x, box.x + box.width);
          double dy = discs[j][1] - CLAMP (discs[j][1], box.y, box.y + box.height);

          blocked |= hypot (dx, dy) < discs[j][2];
        }
      g_assert_cmpint (probe (grid, box.x, box.y, box.width, box.height).blocked, ==, blocked);
      n_blocked += blocked ? 1 : 0;
    }
  g_assert_cmpuint (n_blocked, >, 500);
  g_assert_cmpuint (n_blocked, <, 4500);
}

static void
test_huge_frame (void)
{
  SemaFrame                 huge = {0, 0, 32767, 32767};
  g_autoptr (SemaLabelGrid) grid = sema_label_grid_new (&huge, 0.001);

  sema_label_grid_add_disc (grid, 32000, 32000, 5);
  sema_label_grid_add_disc (grid, -1e6, 1e9, 5);
  g_assert_true (probe (grid, 31990, 31990, 20, 20).blocked);
  g_assert_false (probe (grid, 10, 32700, 20, 20).blocked);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/label-grid/empty", test_empty);
  g_test_add_func ("/scene/label-grid/disc", test_disc);
  g_test_add_func ("/scene/label-grid/own-disc-is-not-near", test_own_disc_is_not_near);
  g_test_add_func ("/scene/label-grid/lines-and-discs", test_lines_and_discs);
  g_test_add_func ("/scene/label-grid/owned-boxes", test_owned_boxes);
  g_test_add_func ("/scene/label-grid/boxes-and-lines", test_boxes_and_lines);
  g_test_add_func ("/scene/label-grid/against-all", test_against_all);
  g_test_add_func ("/scene/label-grid/huge-frame", test_huge_frame);
  return g_test_run ();
}
