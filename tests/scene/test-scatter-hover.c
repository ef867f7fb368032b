/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-scene.h"

#include "cloud-fixture.h"
#include "scatter-fixture.h"

static SemaScene *
compose_base (const SemaScatter *scatter, SemaScatterView view)
{
  SemaMeasure measure = fixture_get_measure ();

  view.hovered = -1;
  return sema_scatter_compose (scatter, &view, &measure);
}

static SemaScene *
compose (const SemaScatter *scatter, const SemaScatterView *view)
{
  SemaMeasure           measure = fixture_get_measure ();
  g_autoptr (SemaScene) base = compose_base (scatter, *view);

  return sema_scatter_compose_hover (scatter, view, &measure, base);
}

static void
test_labelled (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (8, 2, 1);
  g_autoptr (SemaScene)   scene = NULL;
  g_autoptr (SemaScene)   base = NULL;
  const SemaPointMark    *point;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  view.hovered = 5;
  base = compose_base (scatter, view);
  scene = compose (scatter, &view);
  g_assert_nonnull (fixture_find_label (base, 5));
  g_assert_cmpuint (scene->texts->len, ==, 0);
  g_assert_cmpuint (scene->points->len, ==, 1);
  g_assert_cmpuint (scene->lines->len, ==, 0);
  point = &g_array_index (scene->points, SemaPointMark, 0);
  g_assert_cmpuint (point->index, ==, 5);
  g_assert_true (point->hovered);
  for (guint i = 0; i < base->points->len; i++)
    {
      const SemaPointMark *same = &g_array_index (base->points, SemaPointMark, i);

      if (same->index != 5)
        continue;
      g_assert_true (same->x == point->x && same->y == point->y);
      g_assert_cmpfloat (point->radius, >, same->radius);
    }
  g_assert_cmpuint (scene->hulls->len, ==, 1);
  g_assert_true (g_array_index (scene->hulls, SemaHullMark, 0).lit);
  g_assert_cmpmem (&scene->clip, sizeof scene->clip, &base->clip, sizeof base->clip);
}

/* What has no label in the picture gets one here, in the plot. */
static void
test_unlabelled (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (600, 2, 1);
  g_autoptr (SemaScene)   base = NULL;
  SemaScatterView         view;
  guint                   n_found = 0;

  sema_scatter_view_init (&view, 1280, 800);
  base = compose_base (scatter, view);
  for (gssize i = 0; i < 600 && n_found < 5; i++)
    {
      g_autoptr (SemaScene) scene = NULL;
      const SemaTextMark   *label;

      if (fixture_find_label (base, i) != NULL)
        continue;
      n_found++;
      view.hovered = i;
      scene = compose (scatter, &view);
      label = fixture_find_label (scene, i);
      g_assert_nonnull (label);
      g_assert_cmpint (label->role, ==, SEMA_TEXT_LABEL_STRONG);
      g_assert_cmpfloat (label->x, >=, scene->clip.x);
      g_assert_cmpfloat (label->x + label->width, <=, scene->clip.x + scene->clip.width);
    }
  g_assert_cmpuint (n_found, ==, 5);
}

static void
test_nothing (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (8, 2, 1);
  const gssize            points[] = {-1, 8, 999};
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autoptr (SemaScene) scene = NULL;

      view.hovered = points[i];
      scene = compose (scatter, &view);
      g_assert_cmpuint (scene->points->len + scene->hulls->len + scene->texts->len, ==, 0);
    }
}

static void
test_out_of_sight (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (8, 2, 1);
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  view.camera = (SemaCamera) {1000, 1000, 10};
  view.hovered = 3;
  scene = compose (scatter, &view);
  g_assert_cmpuint (scene->points->len, ==, 0);
}

/* A word of a cloud: its dot where it is, and its label unless the picture has it. */
static void
test_word (void)
{
  g_autoptr (SemaScatter) scatter = sema_scatter_new ();
  g_autoptr (SemaScene)   base = NULL;
  SemaMeasure             measure = fixture_get_measure ();
  SemaScatterView         view;
  guint                   n_labelled = 0, n_other = 0, n_hidden = 0;

  scatter->cloud = fixture_make_cloud (400, 3);
  sema_scatter_view_init (&view, 1280, 800);
  view.camera = (SemaCamera) {3, 0, 200};
  base = compose_base (scatter, view);
  for (guint32 row = 0; row < 400; row++)
    {
      g_autoptr (SemaScene) scene = sema_scatter_compose_word_hover (scatter, &view, &measure, base, row, row % 2 == 0);
      const SemaPointMark  *point = &g_array_index (scene->points, SemaPointMark, 0);
      gboolean              labelled = FALSE;
      double                x, y, page_x, page_y;
      g_autofree char      *label = sema_cloud_dup_label (scatter->cloud, row);

      for (guint i = 0; i < base->texts->len; i++)
        labelled = labelled || (g_array_index (base->texts, SemaTextMark, i).role == SEMA_TEXT_CLOUD && g_array_index (base->texts, SemaTextMark, i).row == row);
      if (scene->points->len == 0)
        {
          g_assert_false (labelled);
          g_assert_cmpuint (scene->texts->len, ==, 0);
          n_hidden++;
          continue;
        }
      g_assert_true (sema_cloud_get_place (scatter->cloud, row, &x, &y));
      sema_camera_to_page (&view.camera, &scene->clip, x, y, &page_x, &page_y);
      g_assert_cmpfloat (point->x, ==, page_x);
      g_assert_cmpfloat (point->y, ==, page_y);
      g_assert_cmpfloat (point->radius, >=, 4);
      g_assert_true (point->hovered);
      g_assert_cmpuint (scene->texts->len, ==, labelled ? 0 : 1);
      if (!labelled)
        g_assert_cmpstr (g_array_index (scene->texts, SemaTextMark, 0).text, ==, label);
      n_labelled += labelled;
      n_other += !labelled;
    }
  g_assert_cmpuint (n_labelled, >, 20);
  g_assert_cmpuint (n_other, >, 20);
  g_assert_cmpuint (n_hidden, >, 4);
}

static void
test_no_word (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (8, 2, 1);
  g_autoptr (SemaScene)   base = NULL;
  const gint64            rows[] = {-1, 3, 8};
  SemaMeasure             measure = fixture_get_measure ();
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  base = compose_base (scatter, view);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SemaScene) scene = sema_scatter_compose_word_hover (scatter, &view, &measure, base, rows[i % 3], FALSE);

      g_assert_cmpuint (scene->points->len, ==, i == 4 ? 1 : 0);
      if (i == 2)
        scatter->cloud = fixture_make_cloud (8, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-hover/labelled", test_labelled);
  g_test_add_func ("/scene/scatter-hover/unlabelled", test_unlabelled);
  g_test_add_func ("/scene/scatter-hover/nothing", test_nothing);
  g_test_add_func ("/scene/scatter-hover/out-of-sight", test_out_of_sight);
  g_test_add_func ("/scene/scatter-hover/word", test_word);
  g_test_add_func ("/scene/scatter-hover/no-word", test_no_word);
  return g_test_run ();
}
