/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>
#include <string.h>

#include "scatter-fixture.h"

/* Pairs on a line, of which the plane puts together 0 with 2 and 1 with 3. */
static const double vectors[] = {0, 1, 100, 101.5, 300, 301};
static const double places[] = {0, 0, 4, 0, 0.5, 0, 5.5, 0, 2, 6, 2.5, 6};

/* Nearest of 0 are 1, then 2; in the plane 2, then 3: the torn one comes first, the false one last. */
static const double other_vectors[] = {0, 1, 2, 50, 200, 300};
static const double other_places[] = {0, 0, 6, 0, 1, 0, 2, 0, 0, 9, 9, 9};

static SemaScatter *
make_scatter_of (const double *vectors_of, const double *places_of)
{
  static const char *const labels[] = {"a", "b", "c", "d", "e", "f"};
  SemaScatter             *scatter = sema_scatter_new ();

  for (gsize i = 0; i < 6; i++)
    fixture_add_point (scatter, labels[i], places_of[2 * i], places_of[2 * i + 1], -1);
  scatter->trust = sema_trust_new (vectors_of, 6, 1, places_of, NULL, NULL);
  g_assert_cmpuint (scatter->trust->k, ==, 2);
  return scatter;
}

static SemaScatter *
make_scatter (void)
{
  return make_scatter_of (vectors, places);
}

static SemaScene *
compose (const SemaScatter *scatter, const SemaScatterView *view)
{
  SemaMeasure measure = fixture_get_measure ();

  return sema_scatter_compose (scatter, view, &measure);
}

static SemaScene *
compose_focus (const SemaScatter *scatter, gssize focus)
{
  SemaScatterView view;

  sema_scatter_view_init (&view, 1280, 800);
  view.show_trust = TRUE;
  view.focus = focus;
  return compose (scatter, &view);
}

static const SemaPointMark *
get_point (const SemaScene *scene, gsize index)
{
  for (guint i = 0; i < scene->points->len; i++)
    if (g_array_index (scene->points, SemaPointMark, i).index == index)
      return &g_array_index (scene->points, SemaPointMark, i);
  g_assert_not_reached ();
}

/* Whether a line of the role touches the point: ends at its rim, or crosses it. */
static guint
count_at (const SemaScene *scene, SemaLineRole role, gsize index)
{
  const SemaPointMark *point = get_point (scene, index);
  guint                n = 0;

  for (guint i = 0; i < scene->lines->len; i++)
    {
      const SemaLineMark *line = &g_array_index (scene->lines, SemaLineMark, i);
      double              middle_x = (line->x0 + line->x1) / 2, middle_y = (line->y0 + line->y1) / 2;
      double              x = role == SEMA_LINE_FALSE ? middle_x : line->x1, y = role == SEMA_LINE_FALSE ? middle_y : line->y1;

      n += line->role == role && hypot (x - point->x, y - point->y) < point->radius + 6;
    }
  return n;
}

/* Of @focus the points @torn are torn away and the points @false_ones made up; each is a digit. */
static void
assert_neighbours (const SemaScatter *scatter, gssize focus, const char *torn, const char *false_ones)
{
  g_autoptr (SemaScene) scene = compose_focus (scatter, focus);

  g_assert_cmpuint (fixture_count_lines (scene, SEMA_LINE_TORN), ==, strlen (torn));
  g_assert_cmpuint (fixture_count_lines (scene, SEMA_LINE_FALSE), ==, 2 * strlen (false_ones));
  for (; *torn != 0; torn++)
    g_assert_cmpuint (count_at (scene, SEMA_LINE_TORN, *torn - '0'), ==, 1);
  for (; *false_ones != 0; false_ones++)
    g_assert_cmpuint (count_at (scene, SEMA_LINE_FALSE, *false_ones - '0'), ==, 2);
}

/* Those of 0 are 1 and 2 in the space and 2 and 1 in the plane: nothing is wrong. Those of 1 are 0 and 2, but 3 and 2. */
static void
test_neighbours (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter (), other = make_scatter_of (other_vectors, other_places);

  assert_neighbours (scatter, 0, "", "");
  assert_neighbours (scatter, 1, "0", "3");
  assert_neighbours (scatter, 2, "3", "0");
  assert_neighbours (scatter, 4, "3", "2");
  assert_neighbours (scatter, 5, "3", "1");
  assert_neighbours (other, 0, "1", "3");
}

static void
test_line (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ();
  g_autoptr (SemaScene)   scene = compose_focus (scatter, 4);
  const SemaLineMark     *line = fixture_find_line (scene, SEMA_LINE_TORN);
  const SemaPointMark    *from = get_point (scene, 4), *to = get_point (scene, 3);

  g_assert_false (line->arrow);
  g_assert_cmpfloat (hypot (line->x0 - from->x, line->y0 - from->y), >=, from->radius);
  g_assert_cmpfloat (hypot (line->x0 - from->x, line->y0 - from->y), <, from->radius + 6);
  g_assert_cmpfloat (hypot (line->x1 - to->x, line->y1 - to->y), >=, to->radius);
}

/* A cross is larger than the marker, or it would be lost on it, and stands upright on its corners. */
static void
test_cross (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ();
  g_autoptr (SemaScene)   scene = compose_focus (scatter, 4);
  const SemaLineMark     *line = fixture_find_line (scene, SEMA_LINE_FALSE);

  g_assert_cmpfloat (hypot (line->x1 - line->x0, line->y1 - line->y0), >, 2 * get_point (scene, 2)->radius);
  g_assert_cmpfloat_with_epsilon (fabs (line->x1 - line->x0), fabs (line->y1 - line->y0), 1e-9);
}

static void
assert_none (const SemaScatter *scatter, const SemaScatterView *view)
{
  g_autoptr (SemaScene) scene = compose (scatter, view);

  g_assert_cmpuint (fixture_count_lines (scene, SEMA_LINE_TORN) + fixture_count_lines (scene, SEMA_LINE_FALSE), ==, 0);
}

/* Not asked for, nobody looked at, one that is not there, nothing known. */
static void
test_nothing (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ();
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  view.focus = 4;
  assert_none (scatter, &view);
  view.show_trust = TRUE;
  view.focus = -1;
  assert_none (scatter, &view);
  view.focus = 6;
  assert_none (scatter, &view);
  view.focus = 4;
  g_clear_pointer (&scatter->trust, sema_trust_unref);
  assert_none (scatter, &view);
}

/* A cross of a point out of the plot would lie on the axes' numbers; a line to it goes as far as the plot. */
static void
test_out_of_the_plot (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ();
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  view.show_trust = TRUE;
  view.focus = 4;
  view.camera = (SemaCamera) {2.2, 6, 400};
  scene = compose (scatter, &view);
  g_assert_cmpuint (fixture_count_lines (scene, SEMA_LINE_FALSE), ==, 0);
  g_assert_cmpuint (fixture_count_lines (scene, SEMA_LINE_TORN), ==, 1);
}

/* Looking at a word moves no label. */
static void
test_labels_stay (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ();
  g_autoptr (SemaScene)   without = compose_focus (scatter, -1), with = compose_focus (scatter, 4);

  g_assert_cmpuint (without->texts->len, ==, with->texts->len);
  for (guint i = 0; i < with->texts->len; i++)
    {
      const SemaTextMark *one = &g_array_index (without->texts, SemaTextMark, i), *other = &g_array_index (with->texts, SemaTextMark, i);

      g_assert_cmpstr (one->text, ==, other->text);
      g_assert_true (one->x == other->x && one->y == other->y);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-trust/neighbours", test_neighbours);
  g_test_add_func ("/scene/scatter-trust/line", test_line);
  g_test_add_func ("/scene/scatter-trust/cross", test_cross);
  g_test_add_func ("/scene/scatter-trust/nothing", test_nothing);
  g_test_add_func ("/scene/scatter-trust/out-of-the-plot", test_out_of_the_plot);
  g_test_add_func ("/scene/scatter-trust/labels-stay", test_labels_stay);
  return g_test_run ();
}
