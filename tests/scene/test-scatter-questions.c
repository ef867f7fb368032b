/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scatter-fixture.h"
#include "sema-scatter-page.h"

static SemaScatter *
make_scatter (const char *yes)
{
  SemaScatter     *scatter = sema_scatter_new ();
  SemaQuestionAxis axes[] = {{"edible", (char *)yes, "metal, stone"}, {"alive", "dog", "car"}};

  fixture_add_point (scatter, "a", 0.2, 0.1, -1);
  fixture_add_point (scatter, "b", 0.4, 0.3, -1);
  scatter->questions = sema_question_axes_new (axes, 64.65, 0.141);
  return scatter;
}

static SemaScene *
compose (const SemaScatter *scatter, double width, double height)
{
  SemaMeasure     measure = fixture_get_measure ();
  SemaScatterView view;

  sema_scatter_view_init (&view, width, height);
  return sema_scatter_compose (scatter, &view, &measure);
}

/* Outside the plot: the words at the ends of the axes, the names between them. */
static void
test_places (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ("food, fruit");
  g_autoptr (SemaScene)   scene = compose (scatter, 1200, 800);
  const SemaFrame        *frame = &scene->clip;
  const SemaTextMark     *no = fixture_find_text (scene, "← metal, stone"), *yes = fixture_find_text (scene, "food, fruit →");
  const SemaTextMark     *name = fixture_find_text (scene, "edible");
  const SemaTextMark     *down = fixture_find_text (scene, "← car"), *up = fixture_find_text (scene, "dog →");

  g_assert_cmpfloat_with_epsilon (no->x, frame->x, 1e-9);
  g_assert_cmpfloat_with_epsilon (yes->x + yes->width, frame->x + frame->width, 1e-9);
  g_assert_cmpfloat_with_epsilon (name->x + name->width / 2, frame->x + frame->width / 2, 1e-9);
  g_assert_cmpfloat (no->y, >, frame->y + frame->height);
  g_assert_cmpfloat_with_epsilon (down->y + down->height, frame->y + frame->height, 1e-9);
  g_assert_cmpfloat_with_epsilon (up->y, frame->y, 1e-9);
  g_assert_cmpfloat (up->x + up->width, <, frame->x);
  g_assert_cmpuint (up->turn, ==, 3);
  g_assert_nonnull (fixture_find_text (scene, "alive"));
  g_assert_nonnull (fixture_find_text (scene, "0.00"));
  for (guint i = 0; i < scene->texts->len; i++)
    g_assert_null (strstr (g_array_index (scene->texts, SemaTextMark, i).text, "PC "));
}

/* Whatever the words and the page, none lies over another and none leaves the page. */
static void
test_cut (void)
{
  g_autofree char        *words = g_strnfill (5000, 'w');
  g_autoptr (SemaScatter) scatter = make_scatter (words);

  for (double width = 150; width < 1500; width *= 1.3)
    {
      g_autoptr (SemaScene) scene = compose (scatter, width, 0.7 * width);
      double                end = 0;

      for (guint i = 0; i < scene->texts->len; i++)
        {
          const SemaTextMark *mark = &g_array_index (scene->texts, SemaTextMark, i);

          g_assert_cmpfloat (mark->x, >=, 0);
          g_assert_cmpfloat (mark->x + mark->width, <=, width + 1e-9);
          g_assert_cmpfloat (mark->y + mark->height, <=, 0.7 * width + 1);
          if (mark->turn != 0 || mark->y < scene->clip.y + scene->clip.height || mark->role == SEMA_TEXT_CAPTION || g_ascii_isdigit (mark->text[0]) || strstr (mark->text, "−") != NULL)
            continue;
          g_assert_cmpfloat (mark->x, >=, end);
          end = mark->x + mark->width;
        }
      g_assert_true (width < 400 || end > 0.8 * width);
    }
}

/* The 0 of both questions is in sight, on one scale with the words. */
static void
test_origin (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ("food");
  g_autoptr (SemaScene)   scene = compose (scatter, 1200, 800);
  const SemaFrame        *frame = &scene->clip;
  const SemaLineMark     *lines = &g_array_index (scene->lines, SemaLineMark, 0);
  const SemaPointMark    *points = &g_array_index (scene->points, SemaPointMark, 0);
  double                  unit = (points[1].x - points[0].x) / 0.2;
  guint                   n_axes = 0;

  for (guint i = 0; i < scene->lines->len; i++)
    if (lines[i].role == SEMA_LINE_AXIS && lines[i].x0 == lines[i].x1 && lines[i].y0 == frame->y)
      {
        g_assert_cmpfloat_with_epsilon (lines[i].x0, points[0].x - 0.2 * unit, 1e-9);
        g_assert_cmpfloat (lines[i].x0, >, frame->x);
        n_axes++;
      }
  g_assert_cmpuint (n_axes, ==, 1);
  g_assert_cmpfloat_with_epsilon (points[0].y - points[1].y, 0.2 * unit, 1e-9);
}

static void
test_caption (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ("food");
  g_autoptr (SemaScene)   scene = NULL;

  scatter->remarks = g_strsplit ("one;two", ";", -1);
  scene = compose (scatter, 2000, 900);
  g_assert_nonnull (fixture_find_text (scene, "2 words · this plane keeps 14 % of the variance · “edible” and “alive” are at 64.7°, drawn at 90°: "
                                              "distances hold along each axis only · one · two · faint, small dot = badly represented here"));
}

static void
test_right_angle (void)
{
  g_autoptr (SemaScatter) scatter = make_scatter ("food");
  g_autofree char        *name = g_strnfill (40, 'n');
  SemaQuestionAxis        axes[] = {{name, "a", "b"}, {"alive", "c", "d"}};
  g_autoptr (SemaScene)   scene = NULL;

  sema_question_axes_unref (scatter->questions);
  scatter->questions = sema_question_axes_new (axes, 90.01, 1);
  scene = compose (scatter, 2000, 900);
  g_assert_nonnull (fixture_find_text (scene, "2 words · this plane keeps 100 % of the variance · “nnnnnnnnnnnnnnnnnnnnnnn…” and “alive” are at a right angle · "
                                              "faint, small dot = badly represented here"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scatter-questions/places", test_places);
  g_test_add_func ("/scatter-questions/cut", test_cut);
  g_test_add_func ("/scatter-questions/origin", test_origin);
  g_test_add_func ("/scatter-questions/caption", test_caption);
  g_test_add_func ("/scatter-questions/right-angle", test_right_angle);
  return g_test_run ();
}
