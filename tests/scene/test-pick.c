/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pick.h"

#include <math.h>

static void
add_point (SemaScene *scene, gsize index, double x, double y)
{
  SemaPointMark mark = {.x = x, .y = y, .radius = 6, .index = index};

  g_array_append_val (scene->points, mark);
}

/* Marks are not in the order of their indices. */
static SemaScene *
make_scene (void)
{
  SemaScene   *scene = sema_scene_new (400, 300);
  SemaTextMark label = {.x = 120, .y = 90, .width = 40, .height = 20, .text = "label", .index = 5};
  SemaTextMark caption = {.x = 0, .y = 280, .width = 400, .height = 20, .text = "caption", .index = -1};

  scene->clip = (SemaFrame) {0, 0, 400, 280};
  add_point (scene, 5, 100, 100);
  add_point (scene, 2, 200, 100);
  add_point (scene, 0, 210, 150);
  add_point (scene, 9, 100, 250);
  sema_scene_add_text (scene, &caption);
  sema_scene_add_text (scene, &label);
  return scene;
}

static void
test_at (void)
{
  g_autoptr (SemaScene) scene = make_scene ();

  g_assert_cmpint (sema_pick_at (scene, 103, 104, 14), ==, 5);
  g_assert_cmpint (sema_pick_at (scene, 196, 90, 14), ==, 2);
  g_assert_cmpint (sema_pick_at (scene, 100, 113.9, 14), ==, 5);
  g_assert_cmpint (sema_pick_at (scene, 100, 114.1, 14), ==, -1);
  g_assert_cmpint (sema_pick_at (scene, 204, 124, 1000), ==, 2);
  g_assert_cmpint (sema_pick_at (scene, 204, 128, 1000), ==, 0);
}

static void
test_label (void)
{
  g_autoptr (SemaScene) scene = make_scene ();

  g_assert_cmpint (sema_pick_at (scene, 155, 105, 14), ==, 5);
  g_assert_cmpint (sema_pick_at (scene, 165, 105, 14), ==, -1);
  g_assert_cmpint (sema_pick_at (scene, 300, 290, 14), ==, -1);
}

static void
test_uppermost (void)
{
  g_autoptr (SemaScene) scene = make_scene ();

  add_point (scene, 7, 100, 100);
  g_assert_cmpint (sema_pick_at (scene, 101, 100, 14), ==, 7);
}

static void
test_inside (void)
{
  g_autoptr (SemaScene) scene = make_scene ();
  guint8                selected[10] = {0, 1};

  sema_pick_inside (scene, 220, 160, 90, 90, selected);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpuint (selected[i], ==, i == 0 || i == 1 || i == 2 || i == 5);
}

static void
test_towards (void)
{
  g_autoptr (SemaScene) scene = make_scene ();

  g_assert_cmpint (sema_pick_towards (scene, 5, 1, 0), ==, 2);
  g_assert_cmpint (sema_pick_towards (scene, 2, 0, 1), ==, 0);
  g_assert_cmpint (sema_pick_towards (scene, 5, 0, 1), ==, 9);
  g_assert_cmpint (sema_pick_towards (scene, 0, -1, 0), ==, 5);
  g_assert_cmpint (sema_pick_towards (scene, 5, -1, 0), ==, -1);
  g_assert_cmpint (sema_pick_towards (scene, 5, 0, 0), ==, -1);
}

static void
test_towards_from_nothing (void)
{
  g_autoptr (SemaScene) scene = make_scene ();
  g_autoptr (SemaScene) empty = sema_scene_new (400, 300);

  g_assert_cmpint (sema_pick_towards (scene, -1, 1, 0), ==, 0);
  g_assert_cmpint (sema_pick_towards (scene, 77, 1, 0), ==, 0);
  g_assert_cmpint (sema_pick_towards (empty, -1, 1, 0), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/pick/at", test_at);
  g_test_add_func ("/scene/pick/label", test_label);
  g_test_add_func ("/scene/pick/uppermost", test_uppermost);
  g_test_add_func ("/scene/pick/inside", test_inside);
  g_test_add_func ("/scene/pick/towards", test_towards);
  g_test_add_func ("/scene/pick/towards-from-nothing", test_towards_from_nothing);
  return g_test_run ();
}
