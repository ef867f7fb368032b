/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

#include "scatter-fixture.h"

static SemaScatterPage *
make_page (const SemaScatter *scatter, SemaScatterView *view)
{
  static SemaMeasure measure;

  measure = fixture_get_measure ();
  return sema_scatter_page_new (scatter, view, &measure);
}

/* All points are in the plot, with x and y at one scale. */
static void
test_fits (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (200, 3, 2);
  const double            sizes[][2] = {{1280, 800}, {300, 900}, {900, 300}, {240, 180}};

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      SemaScatterView             view;
      g_autoptr (SemaScatterPage) page = NULL;
      const SemaScatterPoint     *first = sema_scatter_get_point (scatter, 0);

      sema_scatter_view_init (&view, sizes[i][0], sizes[i][1]);
      page = make_page (scatter, &view);
      for (gsize j = 0; j < 200; j++)
        {
          const SemaScatterPoint *point = sema_scatter_get_point (scatter, j);

          g_assert_true (sema_scatter_page_is_shown (page, j));
          g_assert_cmpfloat_with_epsilon (page->places[2 * j] - page->places[0], (point->x - first->x) * page->camera.scale, 1e-6);
          g_assert_cmpfloat_with_epsilon (page->places[1] - page->places[2 * j + 1], (point->y - first->y) * page->camera.scale, 1e-6);
        }
    }
}

/* From rim to rim with a gap, cut far out of the plot, and none where the markers touch. */
static void
test_line (void)
{
  const SemaLineMark          style = {.role = SEMA_LINE_TORN, .width = 3};
  const SemaScatterPlace      from = {100, 100, 5}, to = {200, 100, 10}, touching = {112, 100, 6}, outside = {100, 9000, 5};
  g_autoptr (SemaScatter)     scatter = fixture_make_scatter (5, 0, 2);
  g_autoptr (SemaScatterPage) page = NULL;
  const SemaLineMark         *line;
  SemaScatterView             view;

  sema_scatter_view_init (&view, 1280, 800);
  page = make_page (scatter, &view);
  sema_scatter_page_add_line (page, &from, &touching, 2, &style);
  g_assert_cmpuint (page->scene->lines->len, ==, 0);
  sema_scatter_page_add_line (page, &from, &to, 2, &style);
  line = &g_array_index (page->scene->lines, SemaLineMark, 0);
  g_assert_true (line->role == SEMA_LINE_TORN && line->width == 3 && !line->arrow);
  g_assert_true (line->x0 == 107 && line->x1 == 188 && line->y0 == 100 && line->y1 == 100);
  sema_scatter_page_add_line (page, &from, &outside, 2, &style);
  line = &g_array_index (page->scene->lines, SemaLineMark, 1);
  g_assert_cmpfloat (line->y1, >=, 700);
  g_assert_cmpfloat (line->y1, <, 1000);
}

static void
test_place (void)
{
  g_autoptr (SemaScatter)     scatter = fixture_make_scatter (5, 0, 2);
  g_autoptr (SemaScatterPage) page = NULL;
  SemaScatterView             view;
  SemaScatterPlace            place;

  sema_scatter_view_init (&view, 1280, 800);
  page = make_page (scatter, &view);
  g_assert_false (sema_scatter_page_get_place (page, -1, &place));
  g_assert_false (sema_scatter_page_get_place (page, 5, &place));
  g_assert_true (sema_scatter_page_get_place (page, 4, &place));
  g_assert_true (place.x == page->places[8] && place.y == page->places[9] && place.radius == sema_scatter_page_get_radius (page, 4));
}

static void
test_targets_count (void)
{
  g_autoptr (SemaScatter)     scatter = fixture_make_scatter (5, 0, 2);
  g_autoptr (SemaScatterPage) page = NULL;
  SemaScatterView             view;
  double                      x, y;

  fixture_add_analogy (scatter, 0, 1, 2, -1);
  sema_scatter_get_analogy (scatter, 0)->target_x = 40;
  sema_scatter_view_init (&view, 1280, 800);
  page = make_page (scatter, &view);
  g_assert_true (sema_scatter_page_get_target (page, 0, &x, &y));
  g_assert_true (sema_scatter_page_is_shown (page, 0));
}

static void
test_own_camera (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (5, 0, 2);
  SemaScatterView         view;
  SemaCamera              camera;
  SemaFrame               frame;

  sema_scatter_view_init (&view, 1280, 800);
  sema_scatter_view_get_frame (scatter, &view, &frame);
  view.camera = (SemaCamera) {sema_scatter_get_point (scatter, 3)->x, sema_scatter_get_point (scatter, 3)->y, 1000};
  {
    g_autoptr (SemaScatterPage) page = make_page (scatter, &view);

    g_assert_cmpfloat_with_epsilon (page->places[6], frame.x + frame.width / 2, 1e-9);
    g_assert_cmpfloat_with_epsilon (page->places[7], frame.y + frame.height / 2, 1e-9);
  }
  view.camera.centre_x = NAN;
  sema_scatter_view_get_camera (scatter, &view, &camera);
  g_assert_true (isfinite (camera.centre_x));
  g_assert_cmpfloat (camera.scale, !=, 1000);
}

static void
test_no_place (void)
{
  g_autoptr (SemaScatter)     scatter = fixture_make_scatter (5, 0, 2);
  g_autoptr (SemaScatterPage) page = NULL;
  SemaScatterView             view;

  sema_scatter_get_point (scatter, 1)->x = NAN;
  sema_scatter_get_point (scatter, 2)->y = INFINITY;
  sema_scatter_view_init (&view, 1280, 800);
  page = make_page (scatter, &view);
  g_assert_true (sema_scatter_page_is_shown (page, 0));
  g_assert_false (sema_scatter_page_is_shown (page, 1));
  g_assert_false (sema_scatter_page_is_shown (page, 2));
  g_assert_true (isfinite (page->camera.scale));
}

static void
test_radius (void)
{
  g_autoptr (SemaScatter)     scatter = fixture_make_scatter (3, 0, 2);
  g_autoptr (SemaScatterPage) page = NULL;
  g_autoptr (SemaScatterPage) large = NULL;
  SemaScatterView             view, twice;

  sema_scatter_get_point (scatter, 0)->quality = 1;
  sema_scatter_get_point (scatter, 1)->quality = 0;
  sema_scatter_get_point (scatter, 2)->quality = NAN;
  sema_scatter_view_init (&view, 1280, 800);
  twice = view;
  twice.text_scale = 4;
  page = make_page (scatter, &view);
  large = make_page (scatter, &twice);
  g_assert_cmpfloat_with_epsilon (sema_scatter_page_get_radius (page, 0), 6.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (sema_scatter_page_get_radius (page, 1), 6.5 * 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (sema_scatter_page_get_radius (page, 2), 6.5 * 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (sema_scatter_page_get_radius (large, 0), 13, 1e-9);
  g_assert_cmpfloat (sema_scatter_page_get_quality (page, 2), ==, 0);
}

/* Many points are smaller, until one goes near. */
static void
test_crowd (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (2000, 0, 2);
  SemaScatterView         view;
  double                  size;

  sema_scatter_view_init (&view, 1280, 800);
  {
    g_autoptr (SemaScatterPage) page = make_page (scatter, &view);

    size = page->size;
    g_assert_cmpfloat (size, <, 0.7);
    view.camera = page->camera;
  }
  view.camera.scale *= 20;
  {
    g_autoptr (SemaScatterPage) page = make_page (scatter, &view);

    g_assert_cmpfloat (page->size, ==, 1);
  }
}

static void
test_selected (void)
{
  g_autoptr (SemaScatter)     scatter = fixture_make_scatter (3, 0, 2);
  g_autoptr (SemaScatterPage) page = NULL;
  const guint8                selected[] = {0, 1, 0};
  SemaScatterView             view;

  sema_scatter_view_init (&view, 1280, 800);
  page = make_page (scatter, &view);
  g_assert_false (sema_scatter_page_is_selected (page, 1));
  view.selected = selected;
  g_assert_true (sema_scatter_page_is_selected (page, 1));
  g_assert_false (sema_scatter_page_is_selected (page, 2));
}

static void
test_title (void)
{
  g_autoptr (SemaScatter)     scatter = fixture_make_scatter (3, 0, 2);
  g_autoptr (SemaScatterPage) page = NULL;
  const SemaTextMark         *title;
  SemaScatterView             view;

  scatter->title = g_strnfill (500, 'w');
  sema_scatter_view_init (&view, 800, 800);
  page = make_page (scatter, &view);
  sema_scatter_page_add_title (page);
  g_assert_cmpuint (page->scene->texts->len, ==, 1);
  title = &g_array_index (page->scene->texts, SemaTextMark, 0);
  g_assert_cmpint (title->role, ==, SEMA_TEXT_TITLE);
  g_assert_true (g_str_has_suffix (title->text, "w…"));
  g_assert_cmpfloat (title->x + title->width, <=, 800);
  g_assert_cmpfloat (title->y + title->height, <=, page->layout.frame.y);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-page/fits", test_fits);
  g_test_add_func ("/scene/scatter-page/targets-count", test_targets_count);
  g_test_add_func ("/scene/scatter-page/own-camera", test_own_camera);
  g_test_add_func ("/scene/scatter-page/no-place", test_no_place);
  g_test_add_func ("/scene/scatter-page/radius", test_radius);
  g_test_add_func ("/scene/scatter-page/crowd", test_crowd);
  g_test_add_func ("/scene/scatter-page/selected", test_selected);
  g_test_add_func ("/scene/scatter-page/title", test_title);
  g_test_add_func ("/scene/scatter-page/line", test_line);
  g_test_add_func ("/scene/scatter-page/place", test_place);
  return g_test_run ();
}
