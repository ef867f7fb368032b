/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-scene.h"

#include <math.h>
#include <string.h>

#include "scatter-fixture.h"

static SemaScene *
compose (const SemaScatter *scatter, const SemaScatterView *view)
{
  SemaMeasure measure = fixture_get_measure ();

  return sema_scatter_compose (scatter, view, &measure);
}

static void
test_view (void)
{
  SemaScatterView view;

  sema_scatter_view_init (&view, 640, 480);
  g_assert_cmpfloat (view.width, ==, 640);
  g_assert_cmpfloat (view.text_scale, ==, 1);
  g_assert_true (view.title && view.legend && view.caption);
  g_assert_cmpfloat (view.camera.scale, ==, 0);
  g_assert_cmpint (view.hovered, ==, -1);
  g_assert_null (view.selected);
}

static void
test_all_parts (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (26, 3, 1);
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;
  SemaFrame               frame;

  scatter->title = g_strdup ("Words");
  fixture_add_analogy (scatter, 0, 1, 2, 3);
  sema_scatter_view_init (&view, 1280, 800);
  sema_scatter_view_get_frame (scatter, &view, &frame);
  scene = compose (scatter, &view);
  g_assert_cmpmem (&scene->clip, sizeof frame, &frame, sizeof frame);
  g_assert_cmpuint (scene->points->len, ==, 26);
  g_assert_cmpuint (scene->hulls->len, ==, 3);
  g_assert_cmpuint (scene->markers->len, ==, 3);
  g_assert_cmpuint (scene->stars->len, ==, 1);
  g_assert_cmpuint (fixture_count_texts (scene, SEMA_TEXT_TITLE), ==, 1);
  g_assert_cmpuint (fixture_count_texts (scene, SEMA_TEXT_CAPTION), ==, 1);
  g_assert_cmpuint (fixture_count_texts (scene, SEMA_TEXT_LEGEND), ==, 3);
  g_assert_cmpuint (fixture_count_texts (scene, SEMA_TEXT_ANALOGY), ==, 1);
  g_assert_cmpuint (fixture_count_texts (scene, SEMA_TEXT_LABEL), ==, scene->n_labels);
}

static void
test_same_again (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (300, 9, 1);
  g_autoptr (SemaScene)   one = NULL;
  g_autoptr (SemaScene)   two = NULL;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  one = compose (scatter, &view);
  two = compose (scatter, &view);
  g_assert_cmpuint (one->texts->len, ==, two->texts->len);
  for (guint i = 0; i < one->texts->len; i++)
    {
      const SemaTextMark *a = &g_array_index (one->texts, SemaTextMark, i);
      const SemaTextMark *b = &g_array_index (two->texts, SemaTextMark, i);

      g_assert_cmpstr (a->text, ==, b->text);
      g_assert_true (a->x == b->x && a->y == b->y);
    }
  g_assert_cmpmem (one->points->data, one->points->len * sizeof (SemaPointMark), two->points->data, two->points->len * sizeof (SemaPointMark));
}

static void
test_no_points (void)
{
  g_autoptr (SemaScatter) scatter = sema_scatter_new ();
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  scene = compose (scatter, &view);
  g_assert_cmpuint (scene->points->len + scene->lines->len + scene->texts->len + scene->hulls->len, ==, 0);
  g_assert_cmpuint (scene->n_points, ==, 0);
}

/* One word, two at one place, three on a line: all are in the plot and labelled. */
static void
test_few_points (void)
{
  for (int kind = 0; kind < 3; kind++)
    {
      g_autoptr (SemaScatter) scatter = sema_scatter_new ();
      g_autoptr (SemaScene)   scene = NULL;
      SemaScatterView         view;

      for (int i = 0; i <= kind; i++)
        fixture_add_point (scatter, "word", kind == 2 ? i : 1, 0, -1);
      sema_scatter_view_init (&view, 1280, 800);
      scene = compose (scatter, &view);
      g_assert_cmpuint (scene->points->len, ==, (guint)kind + 1);
      g_assert_cmpuint (scene->n_labels, ==, (gsize)kind + 1);
      for (guint i = 0; i < scene->points->len; i++)
        g_assert_true (isfinite (g_array_index (scene->points, SemaPointMark, i).x));
    }
}

/* Everything that has a place has a finite one, at any page's size, text scale and camera. */
static void
test_odd_views (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (40, 3, 7);
  const double            sizes[][2] = {{1, 1}, {240, 180}, {20, 2000}, {32767, 32767}};
  const double            scales[] = {0.01, 1, 40, 0, NAN};
  const SemaCamera        cameras[] = {{0, 0, 0}, {0, 0, 1e-12}, {1e12, 0, 1e12}, {0, 0, 1e300}, {NAN, 0, 5}, {0, 0, INFINITY}};

  sema_scatter_get_point (scatter, 5)->x = NAN;
  sema_scatter_get_point (scatter, 6)->y = 1e300;
  fixture_add_analogy (scatter, 1, 2, 3, 4);
  fixture_add_analogy (scatter, 5, 2, 3, 4);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
      for (guint k = 0; k < G_N_ELEMENTS (cameras); k++)
        {
          g_autoptr (SemaScene) scene = NULL;
          SemaScatterView       view;

          sema_scatter_view_init (&view, sizes[i][0], sizes[i][1]);
          view.text_scale = scales[j];
          view.camera = cameras[k];
          scene = compose (scatter, &view);
          for (guint t = 0; t < scene->texts->len; t++)
            g_assert_true (isfinite (g_array_index (scene->texts, SemaTextMark, t).x + g_array_index (scene->texts, SemaTextMark, t).y));
          for (guint t = 0; t < scene->lines->len; t++)
            g_assert_true (isfinite (g_array_index (scene->lines, SemaLineMark, t).x1 + g_array_index (scene->lines, SemaLineMark, t).y1));
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-scene/view", test_view);
  g_test_add_func ("/scene/scatter-scene/all-parts", test_all_parts);
  g_test_add_func ("/scene/scatter-scene/same-again", test_same_again);
  g_test_add_func ("/scene/scatter-scene/no-points", test_no_points);
  g_test_add_func ("/scene/scatter-scene/few-points", test_few_points);
  g_test_add_func ("/scene/scatter-scene/odd-views", test_odd_views);
  return g_test_run ();
}
