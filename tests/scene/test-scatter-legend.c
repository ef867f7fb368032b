/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-legend.h"

#include "scatter-fixture.h"
#include "sema-scatter-page.h"

static SemaScene *
compose (const SemaScatter *scatter, double width, double height)
{
  SemaMeasure                 measure = fixture_get_measure ();
  SemaScatterView             view;
  g_autoptr (SemaScatterPage) page = NULL;

  sema_scatter_view_init (&view, width, height);
  page = sema_scatter_page_new (scatter, &view, &measure);
  sema_scatter_page_add_legend (page);
  return g_steal_pointer (&page->scene);
}

static SemaScatter *
make_clusters (gsize n)
{
  SemaScatter *scatter = fixture_make_scatter (0, n, 1);

  for (gsize i = 0; i < n; i++)
    fixture_add_point (scatter, "word", (double)i, 0, (int)i);
  return scatter;
}

static void
test_entries (void)
{
  g_autoptr (SemaScatter) scatter = make_clusters (3);
  g_autoptr (SemaScene)   scene = compose (scatter, 1280, 800);

  g_assert_cmpuint (scene->markers->len, ==, 3);
  g_assert_cmpuint (scene->texts->len, ==, 3);
  g_assert_cmpuint (scene->points->len, ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      const SemaPointMark *marker = &g_array_index (scene->markers, SemaPointMark, i);
      const SemaTextMark  *text = &g_array_index (scene->texts, SemaTextMark, i);

      g_assert_cmpint (marker->colour, ==, (int)i);
      g_assert_cmpint (text->role, ==, SEMA_TEXT_LEGEND);
      g_assert_cmpint (text->index, ==, -1);
      g_assert_cmpfloat (marker->x + marker->radius, <, text->x);
      g_assert_cmpfloat_with_epsilon (marker->y, text->y + text->height / 2, 1e-9);
      g_assert_cmpfloat (marker->x - marker->radius, >, scene->clip.x + scene->clip.width);
    }
}

/* A group without a point on the map is not in the legend, and the others keep their colours. */
static void
test_empty_cluster (void)
{
  g_autoptr (SemaScatter) scatter = make_clusters (3);
  g_autoptr (SemaScene)   scene = NULL;

  sema_scatter_get_point (scatter, 1)->cluster = 2;
  sema_scatter_get_cluster (scatter, 1)->n_points = 0;
  sema_scatter_get_cluster (scatter, 2)->n_points = 2;
  g_assert_cmpuint (sema_scatter_legend_count (scatter), ==, 2);
  scene = compose (scatter, 1280, 800);
  g_assert_cmpuint (scene->markers->len, ==, 2);
  g_assert_cmpint (g_array_index (scene->markers, SemaPointMark, 1).colour, ==, 2);
  g_assert_cmpstr (g_array_index (scene->texts, SemaTextMark, 1).text, ==, "cluster2");
}

static void
test_many (void)
{
  g_autoptr (SemaScatter) scatter = make_clusters (40);
  g_autoptr (SemaScatter) full = make_clusters (24);
  g_autoptr (SemaScene)   scene = compose (scatter, 1600, 1200);
  g_autoptr (SemaScene)   whole = compose (full, 1600, 1200);

  g_assert_cmpuint (scene->markers->len, ==, 23);
  g_assert_cmpuint (scene->texts->len, ==, 24);
  g_assert_nonnull (fixture_find_text (scene, "+ 17 more"));
  g_assert_cmpuint (whole->markers->len, ==, 24);
}

/* As many as the page has room for. */
static void
test_low_page (void)
{
  g_autoptr (SemaScatter) scatter = make_clusters (20);
  g_autoptr (SemaScene)   scene = compose (scatter, 1280, 300);
  guint                   n = scene->markers->len;

  g_assert_cmpuint (n, >, 3);
  g_assert_cmpuint (n, <, 19);
  g_assert_cmpuint (scene->texts->len, ==, n + 1);
  for (guint i = 0; i <= n; i++)
    g_assert_cmpfloat (g_array_index (scene->texts, SemaTextMark, i).y + g_array_index (scene->texts, SemaTextMark, i).height, <, 300);
}

static void
test_long_name (void)
{
  g_autoptr (SemaScatter) scatter = make_clusters (2);
  g_autoptr (SemaScene)   scene = NULL;
  const SemaTextMark     *text;

  g_free (sema_scatter_get_cluster (scatter, 0)->name);
  sema_scatter_get_cluster (scatter, 0)->name = g_strnfill (300, 'n');
  scene = compose (scatter, 1280, 800);
  text = &g_array_index (scene->texts, SemaTextMark, 0);
  g_assert_true (g_str_has_suffix (text->text, "n…"));
  g_assert_cmpfloat (text->width, <=, 180);
  g_assert_cmpfloat (text->x + text->width, <=, 1280);
}

static void
test_none (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (5, 0, 1);
  g_autoptr (SemaScene)   scene = compose (scatter, 1280, 800);

  g_assert_cmpuint (scene->markers->len + scene->texts->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-legend/entries", test_entries);
  g_test_add_func ("/scene/scatter-legend/empty-cluster", test_empty_cluster);
  g_test_add_func ("/scene/scatter-legend/many", test_many);
  g_test_add_func ("/scene/scatter-legend/low-page", test_low_page);
  g_test_add_func ("/scene/scatter-legend/long-name", test_long_name);
  g_test_add_func ("/scene/scatter-legend/none", test_none);
  return g_test_run ();
}
