/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-candidates.h"

#include <math.h>

#include "cloud-fixture.h"

static const SemaFrame frame = {0, 0, 800, 500};

static gboolean
has (const GArray *rows, guint32 row)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, guint32, i) == row)
      return TRUE;
  return FALSE;
}

/* Whether any word of a less row has its place in the same cell. */
static gboolean
is_first (const SemaCloud *cloud, guint32 row, guint level)
{
  double  x = 0, y = 0;
  guint   shift = 2 * (SEMA_CLOUD_DEPTH - level);
  guint64 cell;

  sema_cloud_get_place (cloud, row, &x, &y);
  cell = sema_cloud_cells_find (cloud, x, y);
  for (guint32 other = 0; other < row; other++)
    if (sema_cloud_get_place (cloud, other, &x, &y) && (guint64)sema_cloud_cells_find (cloud, x, y) >> shift == cell >> shift)
      return FALSE;
  return TRUE;
}

/* The part of the data that the page shows. */
static SemaCloudBox
get_box (const SemaCamera *camera)
{
  SemaCloudBox box;

  sema_camera_to_data (camera, &frame, frame.x, frame.y, &box.min_x, &box.max_y);
  sema_camera_to_data (camera, &frame, frame.x + frame.width, frame.y + frame.height, &box.max_x, &box.min_y);
  return box;
}

/* From far away to so near that cells are no longer known, each first word of a square is there, and no other. */
static void
test_firsts (void)
{
  g_autoptr (SemaCloud) cloud = fixture_make_cloud (3000, 7);

  for (guint level = 0; level <= SEMA_CLOUD_DEPTH; level++)
    {
      SemaCamera         camera = {1.3, -1.7, 50.0 * (1 << level) / cloud->side};
      SemaCloudBox       box = get_box (&camera);
      g_autoptr (GArray) rows = sema_cloud_candidates_find (cloud, &camera, &frame, &frame, 1);

      for (guint32 row = 0; row < cloud->n; row++)
        {
          gboolean is_candidate = has (rows, row);

          if (fixture_is_in_box (cloud, row, &box))
            g_assert_cmpint (is_candidate, ==, is_first (cloud, row, level));
          else if (is_candidate)
            g_assert_true (is_first (cloud, row, level));
        }
      for (guint i = 1; i < rows->len; i++)
        g_assert_cmpuint (g_array_index (rows, guint32, i - 1), <, g_array_index (rows, guint32, i));
    }
}

/* Who comes nearer sees candidates come, not go. */
static void
test_zooming_in (void)
{
  g_autoptr (SemaCloud) cloud = fixture_make_cloud (20000, 7);
  g_autoptr (GArray)    before = NULL;

  for (double scale = 10; scale < 1e8; scale *= 1.7)
    {
      SemaCamera   camera = {1.05, -1.95, scale};
      SemaCloudBox box = get_box (&camera);
      GArray      *rows = sema_cloud_candidates_find (cloud, &camera, &frame, &frame, 1);

      for (guint i = 0; before != NULL && i < before->len; i++)
        {
          guint32 row = g_array_index (before, guint32, i);

          g_assert_true (!fixture_is_in_box (cloud, row, &box) || has (rows, row));
        }
      g_clear_pointer (&before, g_array_unref);
      before = rows;
    }
}

/* Below the finest cells all words are candidates, but not all of a million in one place. */
static void
test_one_place (void)
{
  g_autofree float     *places = g_new0 (float, 2 * 5001);
  g_autoptr (SemaCloud) cloud = NULL;
  g_autoptr (GArray)    rows = NULL;
  SemaCamera            camera = {0, 0, 1e9};

  places[2 * 5000] = 1;
  cloud = fixture_make_cloud_of (places, 5001);
  rows = sema_cloud_candidates_find (cloud, &camera, &frame, &frame, 1);
  g_assert_cmpuint (rows->len, ==, 1024);
  g_assert_cmpuint (g_array_index (rows, guint32, 1023), ==, 1023);
}

static void
test_nothing (void)
{
  g_autoptr (SemaCloud) cloud = fixture_make_cloud_of (NULL, 0);
  g_autoptr (GArray)    near = NULL;
  g_autoptr (GArray)    far = NULL;
  SemaCamera            camera = {0, 0, 100};

  near = sema_cloud_candidates_find (cloud, &camera, &frame, &frame, 1);
  camera.scale = 1e12;
  far = sema_cloud_candidates_find (cloud, &camera, &frame, &frame, 1);
  g_assert_cmpuint (near->len + far->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/cloud-candidates/firsts", test_firsts);
  g_test_add_func ("/scene/cloud-candidates/zooming-in", test_zooming_in);
  g_test_add_func ("/scene/cloud-candidates/one-place", test_one_place);
  g_test_add_func ("/scene/cloud-candidates/nothing", test_nothing);
  return g_test_run ();
}
