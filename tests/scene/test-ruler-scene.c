/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler-scene.h"

#include <math.h>
#include <string.h>

#include "ruler-fixture.h"
#include "scatter-fixture.h"

static SemaScene *
compose (const SemaRuler *ruler, double width, double height)
{
  const SemaPageView view = {width, height, 1, TRUE, TRUE, TRUE};
  SemaMeasure        measure = fixture_get_measure ();

  return sema_ruler_compose (ruler, &view, &measure);
}

static const SemaPointMark *
find_point (const SemaScene *scene, gsize word)
{
  for (guint i = 0; i < scene->points->len; i++)
    if (g_array_index (scene->points, SemaPointMark, i).index == word)
      return &g_array_index (scene->points, SemaPointMark, i);
  return NULL;
}

/* Every word lies at its own answer, on one scale with the ticks and with 0. */
static void
test_places (void)
{
  g_autoptr (SemaRuler) ruler = ruler_fixture_new (40, 3);
  g_autoptr (SemaScene) scene = compose (ruler, 1000, 600);
  const SemaTextMark   *zero = fixture_find_text (scene, "0.0"), *tenth = fixture_find_text (scene, "0.1");
  double                x0 = zero->x + zero->width / 2, unit = (tenth->x + tenth->width / 2 - x0) / 0.1;

  g_assert_cmpuint (scene->points->len, ==, 40);
  for (gsize i = 0; i < 40; i++)
    g_assert_cmpfloat_with_epsilon (find_point (scene, i)->x, x0 + ruler->values[i] * unit, 1e-6);
  g_assert_nonnull (fixture_find_text (scene, "−0.1"));
  g_assert_nonnull (fixture_find_text (scene, "← metal"));
  g_assert_nonnull (fixture_find_text (scene, "edible"));
  g_assert_nonnull (fixture_find_text (scene, "food, fruit →"));
  g_assert_cmpfloat_with_epsilon (fixture_find_line (scene, SEMA_LINE_AXIS)->x0, x0, 1e-9);
}

static gboolean
overlap (const SemaTextMark *a, const SemaTextMark *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* No text lies over another or leaves the page, no pole goes through a label, however many words there are. */
static void
check_clear (gsize n, double width, double height)
{
  g_autoptr (SemaRuler) ruler = ruler_fixture_new (n, n);
  g_autoptr (SemaScene) scene = NULL;
  gsize                 n_labels = 0;

  ruler->marked[n / 2] = 1;
  scene = compose (ruler, width, height);
  for (guint i = 0; i < scene->texts->len; i++)
    {
      const SemaTextMark *mark = &g_array_index (scene->texts, SemaTextMark, i);

      n_labels += mark->index >= 0;
      g_assert_true (mark->x >= 0 && mark->x + mark->width <= width && mark->y >= 0 && mark->y + mark->height <= height + 1);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (mark, &g_array_index (scene->texts, SemaTextMark, j)));
      for (guint j = 0; mark->index >= 0 && j < scene->lines->len; j++)
        {
          const SemaLineMark *line = &g_array_index (scene->lines, SemaLineMark, j);

          if (line->role == SEMA_LINE_LEADER && line->x0 > mark->x && line->x0 < mark->x + mark->width)
            g_assert_true (MAX (line->y0, line->y1) <= mark->y || MIN (line->y0, line->y1) >= mark->y + mark->height);
        }
    }
  g_assert_cmpuint (scene->n_labels, ==, n_labels);
  g_assert_cmpuint (scene->n_points, ==, n);
  g_assert_cmpuint (scene->points->len, ==, n);
  g_assert_cmpuint (fixture_count_lines (scene, SEMA_LINE_LEADER), ==, n_labels);
}

static void
test_clear (void)
{
  check_clear (1, 1000, 600);
  check_clear (2, 735, 555);
  check_clear (40, 1000, 600);
  check_clear (300, 500, 400);
  check_clear (2000, 1600, 1000);
}

/* What has no label is told, and has its point all the same; the outermost words and those that define the question come first. */
static void
test_thinned (void)
{
  g_autoptr (SemaRuler) few = ruler_fixture_new (20, 2), many = ruler_fixture_new (2000, 2);
  g_autoptr (SemaScene) all = NULL, some = NULL;
  g_autofree char      *told = NULL;
  gsize                 least = 0, largest = 0;

  for (gsize i = 0; i < 2000; i++)
    {
      least = many->values[i] < many->values[least] ? i : least;
      largest = many->values[i] > many->values[largest] ? i : largest;
    }
  many->marked[1777] = 1;
  all = compose (few, 1000, 600);
  some = compose (many, 1000, 600);
  told = g_strdup_printf ("%zu of 2000 labelled · one part · another part", some->n_labels);
  g_assert_cmpuint (all->n_labels, ==, 20);
  g_assert_nonnull (fixture_find_text (all, "one part · another part"));
  g_assert_cmpuint (some->n_labels, >, 50);
  g_assert_nonnull (fixture_find_text (some, told));
  g_assert_nonnull (fixture_find_label (some, (gssize)least));
  g_assert_nonnull (fixture_find_label (some, (gssize)largest));
  g_assert_nonnull (fixture_find_label (some, 1777));
  g_assert_nonnull (fixture_find_label (some, 0));
}

static void
test_marked (void)
{
  g_autoptr (SemaRuler) ruler = ruler_fixture_new (5, 2);
  g_autoptr (SemaScene) without = compose (ruler, 1000, 600), with = NULL;

  ruler->marked[1] = ruler->marked[3] = 1;
  with = compose (ruler, 1000, 600);
  g_assert_cmpuint (fixture_count_lines (without, SEMA_LINE_FRAME), ==, 0);
  g_assert_cmpuint (fixture_count_lines (with, SEMA_LINE_FRAME), ==, 8);
}

static void
test_options (void)
{
  g_autoptr (SemaRuler) ruler = ruler_fixture_new (5, 2);
  const SemaPageView    view = {1000, 600, 1, FALSE, FALSE, FALSE};
  SemaMeasure           measure = fixture_get_measure ();
  g_autoptr (SemaScene) full = compose (ruler, 1000, 600);
  g_autoptr (SemaScene) bare = sema_ruler_compose (ruler, &view, &measure);

  g_assert_cmpuint (full->grids->len, ==, 1);
  g_assert_cmpuint (bare->grids->len, ==, 0);
  g_assert_nonnull (fixture_find_text (full, "Is it edible?"));
  g_assert_null (fixture_find_text (bare, "Is it edible?"));
  g_assert_null (fixture_find_text (bare, "one part · another part"));
  g_assert_cmpuint (fixture_count_texts (bare, SEMA_TEXT_CELL), ==, 0);
  g_assert_cmpuint (fixture_count_texts (bare, SEMA_TEXT_AXIS), ==, fixture_count_texts (full, SEMA_TEXT_CELL) + 2);
}

static void
test_odd (void)
{
  g_autoptr (SemaRuler) none = ruler_fixture_new (0, 1), lost = ruler_fixture_new (3, 1), same = ruler_fixture_new (3, 1);
  g_autoptr (SemaScene) of_none = compose (none, 1000, 600), of_lost = NULL, of_same = NULL, tiny = NULL;

  for (gsize i = 0; i < 3; i++)
    {
      lost->values[i] = NAN;
      same->values[i] = 0;
    }
  g_free (same->labels[1]);
  same->labels[1] = g_strnfill (500, 'w');
  of_lost = compose (lost, 1000, 600);
  of_same = compose (same, 1000, 600);
  tiny = compose (same, 3, 2);
  g_assert_cmpuint (of_none->points->len + of_lost->points->len, ==, 0);
  g_assert_nonnull (fixture_find_text (of_none, "food, fruit →"));
  g_assert_cmpuint (of_lost->n_points, ==, 0);
  g_assert_cmpuint (of_same->n_labels, ==, 3);
  for (guint i = 0; i < of_same->texts->len; i++)
    g_assert_cmpfloat (g_array_index (of_same->texts, SemaTextMark, i).x + g_array_index (of_same->texts, SemaTextMark, i).width, <=, 1000);
  g_assert_cmpuint (tiny->points->len, ==, 3);
}

/* By its point, by its label, and not by anything else. */
static void
test_pick (void)
{
  g_autoptr (SemaRuler) ruler = ruler_fixture_new (12, 4);
  g_autoptr (SemaScene) scene = compose (ruler, 1000, 600);

  for (gsize i = 0; i < 12; i++)
    {
      const SemaPointMark *point = find_point (scene, i);
      const SemaTextMark  *label = fixture_find_label (scene, (gssize)i);

      g_assert_cmpint (sema_ruler_pick (scene, point->x, point->y), ==, (gssize)i);
      g_assert_cmpint (sema_ruler_pick (scene, label->x + label->width / 2, label->y + label->height / 2), ==, (gssize)i);
    }
  g_assert_cmpint (sema_ruler_pick (scene, 3, 3), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ruler-scene/places", test_places);
  g_test_add_func ("/ruler-scene/clear", test_clear);
  g_test_add_func ("/ruler-scene/thinned", test_thinned);
  g_test_add_func ("/ruler-scene/marked", test_marked);
  g_test_add_func ("/ruler-scene/options", test_options);
  g_test_add_func ("/ruler-scene/odd", test_odd);
  g_test_add_func ("/ruler-scene/pick", test_pick);
  return g_test_run ();
}
