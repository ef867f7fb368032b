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
  return g_steal_pointer (&page->scene);
}

static const SemaPointMark *
get_mark (const SemaScene *scene, guint at)
{
  return &g_array_index (scene->points, SemaPointMark, at);
}

static void
test_order (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (6, 0, 3);
  g_autoptr (SemaScene)   scene = NULL;
  const double            qualities[] = {0.5, 0.9, NAN, 0.1, 0.5, 0.2};
  const gsize             expected[] = {2, 5, 0, 1, 4, 3};
  const guint8            selected[] = {0, 0, 0, 0, 1, 0};
  SemaScatterView         view;

  for (gsize i = 0; i < 6; i++)
    sema_scatter_get_point (scatter, i)->quality = qualities[i];
  sema_scatter_view_init (&view, 1280, 800);
  view.selected = selected;
  sema_scatter_get_point (scatter, 2)->is_odd = TRUE;
  view.hovered = 3;
  scene = compose (scatter, &view);
  g_assert_cmpuint (scene->points->len, ==, 6);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpuint (get_mark (scene, i)->index, ==, expected[i]);
  g_assert_true (get_mark (scene, 4)->selected);
  g_assert_true (get_mark (scene, 0)->odd && !get_mark (scene, 4)->odd);
  g_assert_true (get_mark (scene, 5)->hovered);
  g_assert_false (get_mark (scene, 3)->selected || get_mark (scene, 3)->hovered);
}

static void
test_styles (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (0, 10, 3);
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  fixture_add_point (scatter, "a", 0, 0, 9);
  fixture_add_point (scatter, "b", 1, 0, -1);
  sema_scatter_get_point (scatter, 1)->quality = 0.75;
  sema_scatter_view_init (&view, 1280, 800);
  scene = compose (scatter, &view);
  g_assert_cmpint (get_mark (scene, 0)->colour, ==, 1);
  g_assert_cmpint (get_mark (scene, 0)->shape, ==, SEMA_SHAPE_SQUARE);
  g_assert_cmpfloat (get_mark (scene, 0)->strength, ==, 0.5);
  g_assert_cmpint (get_mark (scene, 1)->colour, ==, SEMA_NO_COLOUR);
  g_assert_cmpfloat (get_mark (scene, 1)->strength, ==, 0.75);
}

/* Only points that are seen, at least in part. */
static void
test_culled (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (500, 0, 3);
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;
  const double            slack = 20;

  sema_scatter_view_init (&view, 1280, 800);
  view.camera = (SemaCamera) {0, 0, 3000};
  scene = compose (scatter, &view);
  g_assert_cmpuint (scene->points->len, >, 0);
  g_assert_cmpuint (scene->points->len, <, 500);
  for (guint i = 0; i < scene->points->len; i++)
    {
      g_assert_cmpfloat (get_mark (scene, i)->x, >, scene->clip.x - slack);
      g_assert_cmpfloat (get_mark (scene, i)->x, <, scene->clip.x + scene->clip.width + slack);
      g_assert_cmpfloat (get_mark (scene, i)->y, >, scene->clip.y - slack);
      g_assert_cmpfloat (get_mark (scene, i)->y, <, scene->clip.y + scene->clip.height + slack);
    }
}

static void
test_no_place (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (3, 0, 3);
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  sema_scatter_get_point (scatter, 1)->x = NAN;
  sema_scatter_view_init (&view, 1280, 800);
  scene = compose (scatter, &view);
  g_assert_cmpuint (scene->points->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-points/order", test_order);
  g_test_add_func ("/scene/scatter-points/styles", test_styles);
  g_test_add_func ("/scene/scatter-points/culled", test_culled);
  g_test_add_func ("/scene/scatter-points/no-place", test_no_place);
  return g_test_run ();
}
