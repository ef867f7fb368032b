/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

#include "scatter-fixture.h"

static SemaScatter *
make_analogy (void)
{
  SemaScatter *scatter = sema_scatter_new ();

  fixture_add_point (scatter, "man", 0, 0, -1);
  fixture_add_point (scatter, "king", 1, 2, -1);
  fixture_add_point (scatter, "woman", 4, 0, -1);
  fixture_add_point (scatter, "queen", 6, 3, -1);
  fixture_add_analogy (scatter, 0, 1, 2, 3);
  return scatter;
}

static SemaScene *
compose (const SemaScatter *scatter, const SemaScatterView *view)
{
  SemaMeasure                 measure = fixture_get_measure ();
  g_autoptr (SemaScatterPage) page = sema_scatter_page_new (scatter, view, &measure);

  sema_scatter_page_add_points (page);
  sema_scatter_page_add_analogies (page);
  return g_steal_pointer (&page->scene);
}

static const SemaPointMark *
get_point (const SemaScene *scene, gsize index)
{
  for (guint i = 0; i < scene->points->len; i++)
    if (g_array_index (scene->points, SemaPointMark, i).index == index)
      return &g_array_index (scene->points, SemaPointMark, i);
  return NULL;
}

/* A line goes from rim to rim, on the straight way. */
static void
assert_line (const SemaLineMark *line, double x0, double y0, double radius0, double x1, double y1, double radius1)
{
  double length = hypot (x1 - x0, y1 - y0);

  g_assert_nonnull (line);
  g_assert_cmpfloat (hypot (line->x0 - x0, line->y0 - y0), >, radius0);
  g_assert_cmpfloat (hypot (line->x0 - x0, line->y0 - y0), <, radius0 + 8);
  g_assert_cmpfloat (hypot (line->x1 - x1, line->y1 - y1), >, radius1);
  g_assert_cmpfloat (hypot (line->x1 - x1, line->y1 - y1), <, radius1 + 8);
  g_assert_cmpfloat_with_epsilon ((line->x1 - line->x0) * (y1 - y0), (line->y1 - line->y0) * (x1 - x0), 1e-6 * length * length);
  g_assert_cmpfloat ((line->x1 - line->x0) * (x1 - x0) + (line->y1 - line->y0) * (y1 - y0), >, 0);
}

static void
test_lines (void)
{
  g_autoptr (SemaScatter) scatter = make_analogy ();
  g_autoptr (SemaScene)   scene = NULL;
  const SemaPointMark    *man, *king, *woman, *queen;
  const SemaStarMark     *star;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  scene = compose (scatter, &view);
  man = get_point (scene, 0);
  king = get_point (scene, 1);
  woman = get_point (scene, 2);
  queen = get_point (scene, 3);
  g_assert_cmpuint (scene->stars->len, ==, 1);
  star = &g_array_index (scene->stars, SemaStarMark, 0);
  g_assert_cmpfloat_with_epsilon (star->x - woman->x, king->x - man->x, 1e-9);
  g_assert_cmpfloat_with_epsilon (star->y - woman->y, king->y - man->y, 1e-9);
  g_assert_cmpuint (scene->lines->len, ==, 3);
  assert_line (fixture_find_line (scene, SEMA_LINE_ANALOGY), man->x, man->y, man->radius, king->x, king->y, king->radius);
  assert_line (fixture_find_line (scene, SEMA_LINE_ANALOGY_DASHED), woman->x, woman->y, woman->radius, star->x, star->y, star->radius);
  assert_line (fixture_find_line (scene, SEMA_LINE_MISS), star->x, star->y, star->radius, queen->x, queen->y, queen->radius);
  g_assert_true (fixture_find_line (scene, SEMA_LINE_ANALOGY)->arrow);
  g_assert_true (fixture_find_line (scene, SEMA_LINE_ANALOGY_DASHED)->arrow);
  g_assert_false (fixture_find_line (scene, SEMA_LINE_MISS)->arrow);
}

static void
test_no_answer (void)
{
  g_autoptr (SemaScatter) scatter = make_analogy ();
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  sema_scatter_get_analogy (scatter, 0)->answer = -1;
  sema_scatter_view_init (&view, 1280, 800);
  scene = compose (scatter, &view);
  g_assert_cmpuint (fixture_count_lines (scene, SEMA_LINE_MISS), ==, 0);
  g_assert_cmpuint (scene->stars->len, ==, 1);
}

/* a is b: the first arrow has no length; the target is the answer: nor has the miss. */
static void
test_no_length (void)
{
  g_autoptr (SemaScatter) scatter = make_analogy ();
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  g_array_set_size (scatter->analogies, 0);
  fixture_add_analogy (scatter, 0, 0, 2, 2);
  sema_scatter_view_init (&view, 1280, 800);
  scene = compose (scatter, &view);
  g_assert_cmpuint (scene->lines->len, ==, 0);
  g_assert_cmpuint (scene->stars->len, ==, 1);
}

static void
test_several (void)
{
  g_autoptr (SemaScatter) scatter = make_analogy ();
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  fixture_add_analogy (scatter, 1, 3, 0, 2);
  fixture_add_analogy (scatter, 3, 0, 1, -1);
  sema_scatter_view_init (&view, 1280, 800);
  scene = compose (scatter, &view);
  g_assert_cmpuint (scene->stars->len, ==, 3);
  g_assert_cmpuint (fixture_count_lines (scene, SEMA_LINE_ANALOGY), ==, 3);
  g_assert_cmpuint (fixture_count_lines (scene, SEMA_LINE_ANALOGY_DASHED), ==, 3);
}

/* Near the man, only the beginning of an arrow is seen; no line goes on for thousands of pages. */
static void
test_far_zoom (void)
{
  g_autoptr (SemaScatter) scatter = make_analogy ();
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  view.camera = (SemaCamera) {0, 0, 1e9};
  scene = compose (scatter, &view);
  g_assert_cmpuint (scene->stars->len, ==, 0);
  g_assert_cmpuint (scene->lines->len, ==, 1);
  g_assert_cmpfloat (g_array_index (scene->lines, SemaLineMark, 0).x1, <, 2000);
  g_assert_cmpfloat (g_array_index (scene->lines, SemaLineMark, 0).y1, >, -2000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-analogies/lines", test_lines);
  g_test_add_func ("/scene/scatter-analogies/no-answer", test_no_answer);
  g_test_add_func ("/scene/scatter-analogies/no-length", test_no_length);
  g_test_add_func ("/scene/scatter-analogies/several", test_several);
  g_test_add_func ("/scene/scatter-analogies/far-zoom", test_far_zoom);
  return g_test_run ();
}
