/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

#include "scatter-fixture.h"

/* A square with a middle, a pair, a single point, three at one place, and one that belongs nowhere. */
static SemaScatter *
make_clusters (void)
{
  SemaScatter *scatter = sema_scatter_new ();

  for (int i = 0; i < 4; i++)
    fixture_add_cluster (scatter, "cluster");
  fixture_add_point (scatter, "a", 0, 0, 0);
  fixture_add_point (scatter, "e", 5, 5, 1);
  fixture_add_point (scatter, "b", 2, 0, 0);
  fixture_add_point (scatter, "c", 0, 2, 0);
  fixture_add_point (scatter, "m", 1, 1, 0);
  fixture_add_point (scatter, "d", 2, 2, 0);
  fixture_add_point (scatter, "f", 6, 6, 1);
  fixture_add_point (scatter, "g", 9, 9, 2);
  for (int i = 0; i < 3; i++)
    fixture_add_point (scatter, "h", 4, 1, 3);
  fixture_add_point (scatter, "n", 3, 7, -1);
  return scatter;
}

static SemaScatterPage *
make_page (const SemaScatter *scatter, const SemaScatterView *view)
{
  static SemaMeasure measure;

  measure = fixture_get_measure ();
  return sema_scatter_page_new (scatter, view, &measure);
}

static const SemaHullMark *
get_hull (const SemaScatterPage *page, guint at)
{
  return &g_array_index (page->scene->hulls, SemaHullMark, at);
}

static void
test_hulls (void)
{
  g_autoptr (SemaScatter)     scatter = make_clusters ();
  g_autoptr (SemaScatterPage) page = NULL;
  const gsize                 corners[] = {0, 2, 5, 3};
  SemaScatterView             view;

  sema_scatter_view_init (&view, 1280, 800);
  page = make_page (scatter, &view);
  sema_scatter_page_add_hulls (page);
  g_assert_cmpuint (page->scene->hulls->len, ==, 3);
  g_assert_cmpuint (get_hull (page, 0)->n_corners, ==, 4);
  g_assert_cmpuint (get_hull (page, 1)->n_corners, ==, 2);
  g_assert_cmpuint (get_hull (page, 2)->n_corners, ==, 1);
  g_assert_cmpint (get_hull (page, 0)->colour, ==, 0);
  g_assert_cmpint (get_hull (page, 2)->colour, ==, 3);
  g_assert_false (get_hull (page, 0)->lit);
  g_assert_cmpfloat (get_hull (page, 0)->margin, >, sema_scatter_page_get_radius (page, 0));
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat (get_hull (page, 0)->corners[2 * i], ==, page->places[2 * corners[i]]);
      g_assert_cmpfloat (get_hull (page, 0)->corners[2 * i + 1], ==, page->places[2 * corners[i] + 1]);
    }
}

static void
test_one (void)
{
  g_autoptr (SemaScatter)     scatter = make_clusters ();
  g_autoptr (SemaScatterPage) page = NULL;
  SemaScatterView             view;

  sema_scatter_view_init (&view, 1280, 800);
  page = make_page (scatter, &view);
  sema_scatter_page_add_hull (page, -1, TRUE);
  sema_scatter_page_add_hull (page, 2, TRUE);
  g_assert_cmpuint (page->scene->hulls->len, ==, 0);
  sema_scatter_page_add_hull (page, 1, TRUE);
  g_assert_cmpuint (page->scene->hulls->len, ==, 1);
  g_assert_cmpint (get_hull (page, 0)->colour, ==, 1);
  g_assert_true (get_hull (page, 0)->lit);
}

/* However near one goes, the corners are numbers that can be drawn. */
static void
test_far_zoom (void)
{
  g_autoptr (SemaScatter)     scatter = make_clusters ();
  g_autoptr (SemaScatterPage) page = NULL;
  SemaScatterView             view;

  sema_scatter_get_point (scatter, 0)->x = NAN;
  sema_scatter_view_init (&view, 1280, 800);
  view.camera = (SemaCamera) {1, 1, 1e300};
  page = make_page (scatter, &view);
  sema_scatter_page_add_hulls (page);
  g_assert_cmpuint (get_hull (page, 0)->n_corners, ==, 3);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpfloat (fabs (get_hull (page, 0)->corners[i]), <=, 1e6);
}

/* 320 words are four times as many as leave the page light, so each hull has half of its colour. */
static void
test_crowded (void)
{
  g_autoptr (SemaScatter)     few = make_clusters ();
  g_autoptr (SemaScatter)     many = make_clusters ();
  g_autoptr (SemaScatterPage) light = NULL;
  g_autoptr (SemaScatterPage) crowded = NULL;
  SemaScatterView             view;

  while (many->points->len < 320)
    fixture_add_point (many, "x", many->points->len % 7, many->points->len % 5, 0);
  sema_scatter_view_init (&view, 1280, 800);
  light = make_page (few, &view);
  crowded = make_page (many, &view);
  sema_scatter_page_add_hulls (light);
  sema_scatter_page_add_hulls (crowded);
  g_assert_cmpfloat (get_hull (light, 0)->strength, ==, 1);
  g_assert_cmpfloat_with_epsilon (get_hull (crowded, 0)->strength, 0.5, 1e-12);
}

static void
test_without_hull (void)
{
  g_autoptr (SemaScatter)     scatter = make_clusters ();
  g_autoptr (SemaScatterPage) page = NULL;
  SemaScatterView             view;

  sema_scatter_get_cluster (scatter, 0)->has_no_hull = TRUE;
  sema_scatter_view_init (&view, 1280, 800);
  page = make_page (scatter, &view);
  sema_scatter_page_add_hulls (page);
  g_assert_cmpuint (page->scene->hulls->len, ==, 2);
  g_assert_cmpuint (get_hull (page, 0)->n_corners, ==, 2);
  sema_scatter_page_add_hull (page, 0, TRUE);
  g_assert_cmpuint (page->scene->hulls->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-hulls/hulls", test_hulls);
  g_test_add_func ("/scene/scatter-hulls/one", test_one);
  g_test_add_func ("/scene/scatter-hulls/far-zoom", test_far_zoom);
  g_test_add_func ("/scene/scatter-hulls/crowded", test_crowded);
  g_test_add_func ("/scene/scatter-hulls/without-hull", test_without_hull);
  return g_test_run ();
}
