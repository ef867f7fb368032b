/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <string.h>

#include "cloud-fixture.h"
#include "scatter-fixture.h"

static SemaScatter *
make_scatter (guint64 n)
{
  SemaScatter *scatter = sema_scatter_new ();

  scatter->cloud = fixture_make_cloud (n, 3);
  scatter->ratios[0] = 0.1;
  scatter->ratios[1] = 0.02;
  scatter->source = g_strdup ("FILE (unit vectors)");
  return scatter;
}

static SemaScene *
compose (const SemaScatter *scatter, SemaScatterView *view)
{
  SemaMeasure measure = fixture_get_measure ();

  return sema_scatter_compose (scatter, view, &measure);
}

static const char *
get_caption (const SemaScene *scene)
{
  for (guint i = 0; i < scene->texts->len; i++)
    if (g_array_index (scene->texts, SemaTextMark, i).role == SEMA_TEXT_CAPTION)
      return g_array_index (scene->texts, SemaTextMark, i).text;
  return "";
}

/* A cloud alone: axes, labels and a caption, all words in sight. */
static void
test_alone (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter (2000);
  g_autoptr (SemaScene)   scene = NULL;
  g_autofree char        *expected = NULL;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1000, 700);
  scene = compose (scatter, &view);
  g_assert_cmpuint (scene->n_points, ==, scatter->cloud->n_placed);
  g_assert_cmpuint (scene->n_labels, ==, fixture_count_texts (scene, SEMA_TEXT_CLOUD));
  g_assert_cmpuint (scene->n_labels, >, 10);
  g_assert_cmpuint (scene->points->len, ==, 0);
  g_assert_nonnull (fixture_find_text (scene, "PC 1 · 10 % of the variance"));
  expected = g_strdup_printf ("2000 words · FILE (unit vectors) · PCA keeps 12 %% of the variance · %zu of %zu labelled · stronger colour = more words",
                              scene->n_labels, scene->n_points);
  g_assert_cmpstr (get_caption (scene), ==, expected);
}

static guint64
count_dots_under (const SemaScatter *scatter, SemaScatterView *view, const SemaTextMark *text)
{
  SemaFrame    frame, part = {text->x, text->y, text->width, text->height};
  SemaCamera   camera;
  SemaCloudBox box;

  sema_scatter_view_get_frame (scatter, view, &frame);
  sema_scatter_view_get_camera (scatter, view, &camera);
  sema_cloud_cells_find_box (&camera, &frame, &part, &box);
  return sema_cloud_cells_count (scatter->cloud, &box);
}

/* The names of the axes stand where no dots are, and where dots are everywhere on a ground of their own. */
static void
test_axis_names (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter (200000);
  g_autoptr (SemaScene)   whole = NULL;
  g_autoptr (SemaScene)   near = NULL;
  const SemaTextMark     *name;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1000, 700);
  whole = compose (scatter, &view);
  name = fixture_find_text (whole, "PC 1 · 10 % of the variance");
  g_assert_cmpuint (count_dots_under (scatter, &view, name), ==, 0);
  g_assert_false (name->plate);
  name = fixture_find_text (whole, "PC 2 · 2 %");
  g_assert_cmpuint (count_dots_under (scatter, &view, name), ==, 0);
  g_assert_false (name->plate);
  sema_scatter_view_get_camera (scatter, &view, &view.camera);
  view.camera = (SemaCamera) {1.05, -1.95, 400 * view.camera.scale}; /* in the crowd */
  near = compose (scatter, &view);
  name = fixture_find_text (near, "PC 1 · 10 % of the variance");
  g_assert_cmpuint (count_dots_under (scatter, &view, name), >, 0);
  g_assert_true (name->plate);
}

/* Nearer, the words in the plot are counted. */
static void
test_near (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter (2000);
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;
  gsize                   n = 0;

  sema_scatter_view_init (&view, 1000, 700);
  view.camera = (SemaCamera) {3, 0, 300};
  scene = compose (scatter, &view);
  for (guint64 row = 0; row < scatter->cloud->n; row++)
    {
      double x, y, page_x, page_y;

      if (!sema_cloud_get_place (scatter->cloud, row, &x, &y))
        continue;
      sema_camera_to_page (&view.camera, &scene->clip, x, y, &page_x, &page_y);
      n += page_x >= scene->clip.x && page_x <= scene->clip.x + scene->clip.width && page_y >= scene->clip.y && page_y <= scene->clip.y + scene->clip.height;
    }
  g_assert_cmpuint (scene->n_points, ==, n);
  g_assert_cmpuint (n, <, 1000);
  g_assert_nonnull (strstr (get_caption (scene), "here labelled"));
}

/* Chosen words keep their own labels, and the words of the cloud keep off them. */
static void
test_chosen (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter (2000);
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;
  guint                   n_chosen = 0;

  for (guint64 row = 0; row < 6; row++)
    {
      SemaScatterPoint point = {g_strdup_printf ("chosen%u", (guint)row), row, 0, 0, 1, -1};

      sema_cloud_get_place (scatter->cloud, row, &point.x, &point.y);
      g_array_append_val (scatter->points, point);
    }
  sema_scatter_view_init (&view, 1000, 700);
  view.camera = (SemaCamera) {3, 0, 150};
  scene = compose (scatter, &view);
  for (guint i = 0; i < scene->texts->len; i++)
    {
      const SemaTextMark *text = &g_array_index (scene->texts, SemaTextMark, i);

      n_chosen += text->index >= 0;
      if (text->role == SEMA_TEXT_CLOUD)
        g_assert_cmpuint (text->row, >=, 6);
      for (guint j = 0; j < i; j++)
        {
          const SemaTextMark *other = &g_array_index (scene->texts, SemaTextMark, j);

          if (text->role == SEMA_TEXT_CLOUD)
            g_assert_false (text->x < other->x + other->width && other->x < text->x + text->width && text->y < other->y + other->height && other->y < text->y + text->height);
        }
    }
  g_assert_cmpuint (n_chosen, >, 0);
  g_assert_cmpuint (scene->n_labels, ==, n_chosen + fixture_count_texts (scene, SEMA_TEXT_CLOUD));
}

/* Where all words are chosen none is labelled twice, though many labels are too long for the right side of their points. */
static void
test_all_chosen (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter (40);
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  for (guint64 row = 0; row < 40; row++)
    {
      SemaScatterPoint point = {g_strdup ("one of the longest words that there are"), row, 0, 0, 0, -1};

      if (sema_cloud_get_place (scatter->cloud, row, &point.x, &point.y))
        g_array_append_val (scatter->points, point);
      else
        g_free (point.label);
    }
  sema_scatter_view_init (&view, 1000, 700);
  view.camera = (SemaCamera) {3, 0, 200};
  scene = compose (scatter, &view);
  g_assert_cmpuint (fixture_count_texts (scene, SEMA_TEXT_LABEL), >, 5);
  g_assert_cmpuint (fixture_count_texts (scene, SEMA_TEXT_CLOUD), ==, 0);
}

/* A cloud of nothing is like none at all. */
static void
test_nothing (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter (0);
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1000, 700);
  g_assert_true (sema_scatter_is_empty (scatter));
  scene = compose (scatter, &view);
  g_assert_cmpuint (scene->texts->len, ==, 0);
  g_assert_cmpuint (scene->n_points, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-cloud/alone", test_alone);
  g_test_add_func ("/scene/scatter-cloud/axis-names", test_axis_names);
  g_test_add_func ("/scene/scatter-cloud/near", test_near);
  g_test_add_func ("/scene/scatter-cloud/chosen", test_chosen);
  g_test_add_func ("/scene/scatter-cloud/all-chosen", test_all_chosen);
  g_test_add_func ("/scene/scatter-cloud/nothing", test_nothing);
  return g_test_run ();
}
