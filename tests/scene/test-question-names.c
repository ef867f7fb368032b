/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-names.h"

#include "scatter-fixture.h"

static SemaScene *
name (double width, double height, const char *question, const char *yes, const char *no)
{
  const SemaQuestionAxis axis = {(char *)question, (char *)yes, (char *)no};
  const SemaFrame        box = {10, 20, width, height};
  SemaMeasure            measure = fixture_get_measure ();
  SemaScene             *scene = sema_scene_new (2000, 2000);

  sema_question_names_add (scene, &measure, 1, &box, &axis);
  return scene;
}

static const SemaTextMark *
get_text (const SemaScene *scene, guint index)
{
  return &g_array_index (scene->texts, SemaTextMark, index);
}

static void
test_whole (void)
{
  g_autoptr (SemaScene) across = name (600, 20, "edible", "food", "metal"), up = name (20, 600, "edible", "food", "metal");
  const SemaTextMark   *no = fixture_find_text (across, "← metal"), *middle = fixture_find_text (across, "edible"), *yes = fixture_find_text (across, "food →");

  g_assert_cmpfloat (no->x, ==, 10);
  g_assert_cmpfloat_with_epsilon (middle->x + middle->width / 2, 310, 1e-9);
  g_assert_cmpfloat_with_epsilon (yes->x + yes->width, 610, 1e-9);
  no = fixture_find_text (up, "← metal");
  yes = fixture_find_text (up, "food →");
  g_assert_cmpfloat_with_epsilon (no->y + no->height, 620, 1e-9);
  g_assert_cmpfloat_with_epsilon (yes->y, 20, 1e-9);
  g_assert_true (no->turn == 3 && no->height > no->width);
}

/* Short ends leave more for a long name, and a name never takes all from long ends. */
static void
test_cut (void)
{
  const char           *words = "a very long list of words that would never fit on such an axis";
  g_autoptr (SemaScene) long_name = name (500, 20, words, "x", "y"), long_ends = name (500, 20, words, words, words), tiny = name (60, 20, words, words, words);
  double                end = 10;

  g_assert_cmpfloat (get_text (long_name, 1)->width, >, 350);
  g_assert_cmpuint (long_ends->texts->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (get_text (long_ends, i)->x, >=, end);
      g_assert_cmpfloat (get_text (long_ends, i)->width, >, 100);
      g_assert_true (g_utf8_strchr (get_text (long_ends, i)->text, -1, 0x2026) != NULL);
      end = get_text (long_ends, i)->x + get_text (long_ends, i)->width;
    }
  g_assert_cmpfloat (end, <=, 510 + 1e-9);
  g_assert_cmpuint (tiny->texts->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question-names/whole", test_whole);
  g_test_add_func ("/question-names/cut", test_cut);
  return g_test_run ();
}
