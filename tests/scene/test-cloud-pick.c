/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-pick.h"

#include <math.h>

#include "cloud-fixture.h"
#include "sema-random.h"

static const SemaFrame frame = {20, 10, 800, 500};

/* The plain way: a look at each word, the first of the nearest. */
static gint64
pick_plainly (const SemaCloud *cloud, const SemaCamera *camera, double page_x, double page_y, double reach)
{
  double least = reach / camera->scale * (reach / camera->scale);
  gint64 nearest = -1;
  double x, y, at_x, at_y;

  sema_camera_to_data (camera, &frame, page_x, page_y, &at_x, &at_y);
  for (guint64 row = 0; row < cloud->n; row++)
    {
      double distance;

      if (!sema_cloud_get_place (cloud, row, &x, &y))
        continue;
      distance = (x - at_x) * (x - at_x) + (y - at_y) * (y - at_y);
      if (distance < least || (distance == least && nearest < 0))
        {
          least = distance;
          nearest = (gint64)row;
        }
    }
  return nearest;
}

static void
test_against_brute_force (void)
{
  const guint64 sizes[] = {0, 1, 2, 300, 20000};
  SemaRandom    random;
  guint         n_found = 0, n_missed = 0;

  sema_random_init (&random, 6);
  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (SemaCloud) cloud = fixture_make_cloud (sizes[s], 4);

      for (int i = 0; i < 150; i++)
        {
          SemaCamera camera = {1.05, -1.95, pow (10, 2 + 2 * sema_random_uniform (&random))};
          double     size = i % 2 == 0 ? 800 : 60;
          double     x = 420 + size * (sema_random_uniform (&random) - 0.5);
          double     y = 260 + size * (sema_random_uniform (&random) - 0.5);
          double     reach = i % 10 == 0 ? INFINITY : 30 * sema_random_uniform (&random);
          gint64     row = sema_cloud_pick_at (cloud, &camera, &frame, x, y, reach);

          g_assert_cmpint (row, ==, pick_plainly (cloud, &camera, x, y, reach));
          n_found += row >= 0;
          n_missed += row < 0;
        }
    }
  g_assert_cmpuint (n_found, >, 150);
  g_assert_cmpuint (n_missed, >, 100);
}

/* Of words in the same place the most frequent is meant; the rim of the reach counts. */
static void
test_ties (void)
{
  const float           places[] = {NAN, 0, 1, 1, 0, 0, 0, 0, 1, 1};
  g_autoptr (SemaCloud) cloud = fixture_make_cloud_of (places, 5);
  SemaCamera            camera = {0, 0, 64};

  g_assert_cmpint (sema_cloud_pick_at (cloud, &camera, &frame, 420, 260, 5), ==, 2);
  g_assert_cmpint (sema_cloud_pick_at (cloud, &camera, &frame, 420, 260, 0), ==, 2);
  g_assert_cmpint (sema_cloud_pick_at (cloud, &camera, &frame, 428, 260, 8), ==, 2);
  g_assert_cmpint (sema_cloud_pick_at (cloud, &camera, &frame, 428.1, 260, 8), ==, -1);
  g_assert_cmpint (sema_cloud_pick_at (cloud, &camera, &frame, 486, 194, 20), ==, 1);
  g_assert_cmpint (sema_cloud_pick_at (cloud, &camera, &frame, 452, 228, 1000), ==, 1);
  g_assert_cmpint (sema_cloud_pick_at (cloud, &camera, &frame, NAN, 0, 1000), ==, -1);
}

static void
test_label (void)
{
  g_autoptr (SemaScene) scene = sema_scene_new (400, 300);
  SemaTextMark          label = {.x = 120, .y = 90, .width = 40, .height = 20, .text = "label", .role = SEMA_TEXT_CLOUD, .index = -1, .row = 55};
  SemaTextMark          other = {.x = 0, .y = 280, .width = 400, .height = 20, .text = "caption", .role = SEMA_TEXT_CAPTION, .index = -1};

  sema_scene_add_text (scene, &label);
  sema_scene_add_text (scene, &other);
  g_assert_cmpint (sema_cloud_pick_label (scene, 159, 91), ==, 55);
  g_assert_cmpint (sema_cloud_pick_label (scene, 161, 91), ==, -1);
  g_assert_cmpint (sema_cloud_pick_label (scene, 10, 290), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/cloud-pick/against-brute-force", test_against_brute_force);
  g_test_add_func ("/scene/cloud-pick/ties", test_ties);
  g_test_add_func ("/scene/cloud-pick/label", test_label);
  return g_test_run ();
}
