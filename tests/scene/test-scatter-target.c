/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>
#include <string.h>

#include "scatter-fixture.h"

static SemaScatter *
make_scatter (void)
{
  SemaScatter *scatter = sema_scatter_new ();

  fixture_add_point (scatter, "man", 0, 0, -1);
  fixture_add_point (scatter, "king", 1, 2, -1);
  fixture_add_point (scatter, "woman", 4, 0, -1);
  fixture_add_point (scatter, "queen", 6, 3, -1);
  return scatter;
}

/* The answer has a point, the runner-up has none. */
static const SemaScatterTarget target = {
  5, 2, (char *)"0.63 from queen, 0.71 from monarch", {{30, 3, 99, 99, (char *)"queen"}, {40, -1, 3, 1, (char *)"monarch"}}, 2};

static SemaScene *
compose_at (const SemaScatter *scatter, const SemaScatterTarget *over, SemaCamera camera)
{
  SemaMeasure     measure = fixture_get_measure ();
  SemaScatterView view;

  sema_scatter_view_init (&view, 1280, 800);
  view.camera = camera;
  view.target = over;
  return sema_scatter_compose (scatter, &view, &measure);
}

static SemaScene *
compose (const SemaScatter *scatter, const SemaScatterTarget *over)
{
  return compose_at (scatter, over, (SemaCamera) {0, 0, 0});
}

static const SemaPointMark *
get_point (const SemaScene *scene, gsize index)
{
  for (guint i = 0; i < scene->points->len; i++)
    if (g_array_index (scene->points, SemaPointMark, i).index == index)
      return &g_array_index (scene->points, SemaPointMark, i);
  g_assert_not_reached ();
}

static const SemaLineMark *
get_line (const SemaScene *scene, gsize nth)
{
  for (guint i = 0; i < scene->lines->len; i++)
    {
      const SemaLineMark *line = &g_array_index (scene->lines, SemaLineMark, i);

      if (line->role == SEMA_LINE_TARGET && nth-- == 0)
        return line;
    }
  g_assert_not_reached ();
}

/* Where coordinates are on the page, from two of the points. */
static void
find_place (const SemaScene *scene, double x, double y, double place[2])
{
  const SemaPointMark *man = get_point (scene, 0), *queen = get_point (scene, 3);

  place[0] = man->x + (queen->x - man->x) * x / 6;
  place[1] = man->y + (queen->y - man->y) * y / 3;
}

static void
assert_line (const SemaLineMark *line, double x0, double y0, double x1, double y1)
{
  g_assert_false (line->arrow);
  g_assert_cmpfloat (hypot (line->x0 - x0, line->y0 - y0), <, 16);
  g_assert_cmpfloat (hypot (line->x1 - x1, line->y1 - y1), <, 12);
}

static void
test_marks (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ();
  g_autoptr (SemaScene)   scene = compose (scatter, &target);
  const SemaStarMark     *star = &g_array_index (scene->stars, SemaStarMark, 0);
  const SemaPointMark    *queen = get_point (scene, 3);
  const SemaPointMark    *monarch = &g_array_index (scene->markers, SemaPointMark, 0);
  double                  place[2];

  g_assert_cmpuint (scene->stars->len, ==, 1);
  g_assert_true (star->hollow);
  find_place (scene, 5, 2, place);
  g_assert_cmpfloat_with_epsilon (star->x, place[0], 1e-6);
  g_assert_cmpfloat_with_epsilon (star->y, place[1], 1e-6);
  g_assert_cmpuint (scene->points->len, ==, 4);
  g_assert_cmpuint (scene->markers->len, ==, 1);
  find_place (scene, 3, 1, place);
  g_assert_cmpfloat_with_epsilon (monarch->x, place[0], 1e-6);
  g_assert_cmpfloat_with_epsilon (monarch->y, place[1], 1e-6);
  g_assert_cmpfloat (monarch->radius, <, queen->radius);
  g_assert_cmpuint (fixture_count_lines (scene, SEMA_LINE_TARGET), ==, 2);
  assert_line (get_line (scene, 0), star->x, star->y, queen->x, queen->y);
  assert_line (get_line (scene, 1), star->x, star->y, monarch->x, monarch->y);
  g_assert_cmpfloat (get_line (scene, 0)->width, >, get_line (scene, 1)->width);
}

static gboolean
overlap (const SemaTextMark *a, const SemaTextMark *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + 0.8 * b->height && b->y < a->y + 0.8 * a->height;
}

/* Both have their texts, which overlap no other, and are no labels of points that could be picked. */
static void
test_labels (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ();
  g_autoptr (SemaScene)   scene = compose (scatter, &target);
  const SemaTextMark     *text = fixture_find_text (scene, target.label);

  g_assert_nonnull (text);
  g_assert_cmpint (text->role, ==, SEMA_TEXT_ANALOGY);
  g_assert_cmpint (text->index, ==, -1);
  g_assert_cmpuint (fixture_count_texts (scene, SEMA_TEXT_GUEST), ==, 1);
  g_assert_cmpint (fixture_find_text (scene, "monarch")->index, ==, -1);
  g_assert_cmpuint (scene->n_points, ==, 4);
  for (guint i = 0; i < scene->texts->len; i++)
    for (guint k = 0; k < i; k++)
      g_assert_false (overlap (&g_array_index (scene->texts, SemaTextMark, i), &g_array_index (scene->texts, SemaTextMark, k)));
}

/* While one types no word goes elsewhere, and every word still has its label. */
static void
test_words_stay (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ();
  g_autoptr (SemaScene)   with = compose (scatter, &target), without = compose (scatter, NULL);

  g_assert_cmpuint (without->stars->len + fixture_count_lines (without, SEMA_LINE_TARGET) + without->markers->len, ==, 0);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (get_point (with, i)->x == get_point (without, i)->x && get_point (with, i)->y == get_point (without, i)->y);
      g_assert_nonnull (fixture_find_label (with, i));
    }
}

/* In a crowd the words give way, so that what is asked about can be read; no text lies on the star. */
static void
test_crowd (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (120, 3, 5);
  const SemaScatterPoint *middle = sema_scatter_get_point (scatter, 60);
  SemaScatterTarget       amid = target;
  g_autoptr (SemaScene)   scene = NULL;
  const SemaStarMark     *star;

  amid.x = middle->x;
  amid.y = middle->y;
  amid.ends[1].x = middle->x + 0.01;
  amid.ends[1].y = middle->y;
  scene = compose (scatter, &amid);
  star = &g_array_index (scene->stars, SemaStarMark, 0);
  g_assert_nonnull (fixture_find_text (scene, amid.label));
  for (guint i = 0; i < scene->texts->len; i++)
    {
      const SemaTextMark *text = &g_array_index (scene->texts, SemaTextMark, i);

      g_assert_false (star->x > text->x && star->x < text->x + text->width && star->y > text->y && star->y < text->y + text->height);
    }
}

/* A view that fits everything fits what lies over it too; any other stays, and lines lead out of it. */
static void
test_far_away (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ();
  SemaScatterTarget       far = target;
  g_autoptr (SemaScene)   fits = NULL, stays = NULL;
  const SemaStarMark     *star;

  far.x = 40;
  fits = compose (scatter, &far);
  star = &g_array_index (fits->stars, SemaStarMark, 0);
  g_assert_cmpuint (fits->stars->len, ==, 1);
  g_assert_cmpfloat (star->x, <, fits->clip.x + fits->clip.width);
  stays = compose_at (scatter, &far, (SemaCamera) {3, 1.5, 100});
  g_assert_cmpuint (stays->stars->len, ==, 0);
  g_assert_null (fixture_find_text (stays, far.label));
  g_assert_cmpuint (fixture_count_lines (stays, SEMA_LINE_TARGET), ==, 2);
  g_assert_cmpuint (stays->markers->len, ==, 1);
}

static void
test_nothing (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ();
  SemaScatterTarget       nowhere = target, alone = target;
  g_autoptr (SemaScene)   none = NULL, star = NULL;

  nowhere.x = NAN;
  none = compose (scatter, &nowhere);
  g_assert_cmpuint (none->stars->len + fixture_count_lines (none, SEMA_LINE_TARGET) + none->markers->len, ==, 0);
  alone.n_ends = 0;
  alone.label = NULL;
  star = compose (scatter, &alone);
  g_assert_cmpuint (star->stars->len, ==, 1);
  g_assert_cmpuint (fixture_count_lines (star, SEMA_LINE_TARGET) + star->markers->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-target/marks", test_marks);
  g_test_add_func ("/scene/scatter-target/labels", test_labels);
  g_test_add_func ("/scene/scatter-target/words-stay", test_words_stay);
  g_test_add_func ("/scene/scatter-target/crowd", test_crowd);
  g_test_add_func ("/scene/scatter-target/far-away", test_far_away);
  g_test_add_func ("/scene/scatter-target/nothing", test_nothing);
  return g_test_run ();
}
