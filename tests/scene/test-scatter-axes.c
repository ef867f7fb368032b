/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

#include "scatter-fixture.h"

static SemaScene *
compose (const SemaScatter *scatter, const SemaScatterView *view)
{
  SemaMeasure                 measure = fixture_get_measure ();
  g_autoptr (SemaScatterPage) page = sema_scatter_page_new (scatter, view, &measure);

  sema_scatter_page_add_points (page);
  sema_scatter_page_add_axes (page);
  return g_steal_pointer (&page->scene);
}

static SemaScatter *
make_corners (void)
{
  SemaScatter *scatter = sema_scatter_new ();

  fixture_add_point (scatter, "a", -1, -1, -1);
  fixture_add_point (scatter, "b", 1, 1, -1);
  scatter->ratios[0] = 0.231;
  scatter->ratios[1] = 0.158;
  return scatter;
}

/* The lines go through the origin, from edge to edge; the names are where one looks for them. */
static void
test_names (void)
{
  g_autoptr (SemaScatter) scatter = make_corners ();
  g_autoptr (SemaScene)   scene = NULL;
  const SemaTextMark     *across, *up;
  const SemaLineMark     *lines;
  SemaScatterView         view;
  SemaFrame               frame;

  sema_scatter_view_init (&view, 1280, 800);
  scene = compose (scatter, &view);
  frame = scene->clip;
  lines = &g_array_index (scene->lines, SemaLineMark, 0);
  g_assert_cmpfloat (lines[0].x0, ==, frame.x);
  g_assert_cmpfloat (lines[0].x1, ==, frame.x + frame.width);
  g_assert_cmpfloat_with_epsilon (lines[0].y0, frame.y + frame.height / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (lines[1].x0, frame.x + frame.width / 2, 1e-9);
  g_assert_cmpfloat (lines[1].y0, ==, frame.y);
  across = fixture_find_text (scene, "PC 1 · 23 % of the variance");
  up = fixture_find_text (scene, "PC 2 · 16 %");
  g_assert_nonnull (across);
  g_assert_cmpfloat_with_epsilon (across->x + across->width, frame.x + frame.width, 1e-9);
  g_assert_cmpfloat (across->y + across->height, <=, lines[0].y0);
  g_assert_nonnull (up);
  g_assert_cmpuint (up->turn, ==, 1);
  g_assert_cmpfloat (up->height, >, up->width);
  g_assert_cmpfloat (up->y, ==, frame.y);
  g_assert_cmpfloat (up->x, >=, lines[1].x0);
}

/* Where the origin is out of sight the axis keeps to the edge. */
static void
test_clamped (void)
{
  g_autoptr (SemaScatter) scatter = make_corners ();
  g_autoptr (SemaScene)   scene = NULL;
  const SemaLineMark     *lines;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  view.camera = (SemaCamera) {50, 50, 400};
  scene = compose (scatter, &view);
  lines = &g_array_index (scene->lines, SemaLineMark, 0);
  g_assert_cmpfloat (lines[0].y0, ==, scene->clip.y + scene->clip.height);
  g_assert_cmpfloat (lines[1].x0, ==, scene->clip.x);
  g_assert_nonnull (fixture_find_text (scene, "PC 1 · 23 % of the variance"));
}

/* A point where the name would go moves the name. */
static void
test_name_off_points (void)
{
  g_autoptr (SemaScatter) scatter = make_corners ();
  g_autoptr (SemaScene)   plain = NULL;
  g_autoptr (SemaScene)   moved = NULL;
  const SemaTextMark     *name;
  SemaScatterView         view;
  SemaCamera              camera;
  SemaFrame               frame;
  double                  x, y;

  sema_scatter_view_init (&view, 1280, 800);
  plain = compose (scatter, &view);
  name = fixture_find_text (plain, "PC 1 · 23 % of the variance");
  sema_scatter_view_get_frame (scatter, &view, &frame);
  sema_scatter_view_get_camera (scatter, &view, &camera);
  sema_camera_to_data (&camera, &frame, name->x + 5, name->y + 5, &x, &y);
  fixture_add_point (scatter, "c", x, y, -1);
  view.camera = camera;
  moved = compose (scatter, &view);
  g_assert_cmpfloat (fixture_find_text (moved, "PC 1 · 23 % of the variance")->y, >, name->y);
}

/* Every number is right under its tick, and the ticks are at one distance across and up. */
static void
test_ticks (void)
{
  g_autoptr (SemaScatter) scatter = make_corners ();
  g_autoptr (SemaScene)   scene = NULL;
  const SemaTextMark     *one, *zero;
  SemaScatterView         view;
  SemaCamera              camera;

  sema_scatter_view_init (&view, 1280, 800);
  sema_scatter_view_get_camera (scatter, &view, &camera);
  scene = compose (scatter, &view);
  zero = fixture_find_text (scene, "0.0");
  one = fixture_find_text (scene, "1.0");
  g_assert_nonnull (zero);
  g_assert_nonnull (one);
  g_assert_cmpfloat_with_epsilon (one->x + one->width / 2 - zero->x - zero->width / 2, camera.scale, 1e-6);
  g_assert_cmpfloat (zero->y, >, scene->clip.y + scene->clip.height);
  g_assert_nonnull (fixture_find_text (scene, "−0.5"));
}

static void
test_numbers_are_on_the_page (void)
{
  g_autoptr (SemaScatter) scatter = make_corners ();

  for (double zoom = 1e-6; zoom < 1e12; zoom *= 7)
    {
      g_autoptr (SemaScene) scene = NULL;
      SemaScatterView       view;

      sema_scatter_view_init (&view, 1280, 800);
      view.camera = (SemaCamera) {0.123456789, 0.2, zoom};
      scene = compose (scatter, &view);
      g_assert_cmpuint (scene->texts->len, <, 60);
      for (guint i = 0; i < scene->texts->len; i++)
        {
          const SemaTextMark *text = &g_array_index (scene->texts, SemaTextMark, i);

          g_assert_true (text->x >= 0 && text->y >= 0 && text->x + text->width <= 1280 && text->y + text->height <= 800);
        }
    }
}

static void
test_no_points (void)
{
  g_autoptr (SemaScatter) scatter = sema_scatter_new ();
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  scene = compose (scatter, &view);
  g_assert_cmpuint (scene->lines->len + scene->texts->len, ==, 0);
}

/* Axes that are no components have lines and numbers, but no names. */
static void
test_nameless (void)
{
  g_autoptr (SemaScatter) turned = make_corners ();
  g_autoptr (SemaScatter) moving = make_corners ();
  g_autoptr (SemaScene)   turned_scene = NULL;
  g_autoptr (SemaScene)   moving_scene = NULL;
  SemaScatterView         view;

  turned->is_turned = TRUE;
  moving->ratios[0] = moving->ratios[1] = NAN;
  sema_scatter_view_init (&view, 1280, 800);
  turned_scene = compose (turned, &view);
  moving_scene = compose (moving, &view);
  g_assert_null (fixture_find_text (turned_scene, "PC 1 · 23 % of the variance"));
  g_assert_null (fixture_find_text (turned_scene, "PC 2 · 16 %"));
  g_assert_cmpuint (turned_scene->texts->len, >, 4);
  g_assert_cmpuint (moving_scene->texts->len, ==, turned_scene->texts->len);
  g_assert_cmpuint (moving_scene->lines->len, ==, turned_scene->lines->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-axes/names", test_names);
  g_test_add_func ("/scene/scatter-axes/clamped", test_clamped);
  g_test_add_func ("/scene/scatter-axes/name-off-points", test_name_off_points);
  g_test_add_func ("/scene/scatter-axes/ticks", test_ticks);
  g_test_add_func ("/scene/scatter-axes/numbers-are-on-the-page", test_numbers_are_on_the_page);
  g_test_add_func ("/scene/scatter-axes/no-points", test_no_points);
  g_test_add_func ("/scene/scatter-axes/nameless", test_nameless);
  return g_test_run ();
}
