/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place-fixture.h"

static void
test_table (void)
{
  g_autoptr (SemaSet)          set = place_fixture_make_set ();
  g_autoptr (SemaRecipe)       recipe = place_fixture_make_recipe ("iron apple stone bread");
  SemaLooks                    looks = {.place = SEMA_PLACE_QUESTIONS, .question = (char *)"edible"};
  g_autoptr (SemaPlacePicture) picture = NULL;
  const SemaHeatmap           *heatmap;

  place_fixture_put (recipe, "none: cake / stone");
  place_fixture_put (recipe, "edible: apple bread / stone");
  sema_recipe_set_title (recipe, "Food");
  picture = sema_place_picture_new (set, recipe, &looks, NULL, NULL);
  heatmap = sema_place_picture_get_heatmap (picture);
  g_assert_cmpuint (heatmap->n_columns, ==, 1);
  g_assert_cmpstr (heatmap->column_labels[0], ==, "edible (2/2)");
  g_assert_cmpstr (sema_place_picture_get_question (picture, 0), ==, "edible");
  g_assert_null (sema_place_picture_get_question (picture, 1));
  g_assert_cmpuint (sema_place_picture_get_n_asked (picture), ==, 2);
  g_assert_nonnull (sema_place_picture_get_asked (picture, 0)->problem);
  g_assert_cmpstr (heatmap->title, ==, "Food");
  g_assert_cmpstr (sema_place_picture_get_word (picture, 0), ==, "apple");
  g_assert_cmpstr (sema_place_picture_get_word (picture, 3), ==, "stone");
  for (gsize i = 1; i < 4; i++)
    g_assert_cmpfloat (sema_heatmap_get (heatmap, i - 1, 0), >=, sema_heatmap_get (heatmap, i, 0));
}

static void
test_ruler (void)
{
  g_autoptr (SemaSet)          set = place_fixture_make_set ();
  g_autoptr (SemaRecipe)       recipe = place_fixture_make_recipe ("iron apple cake bread");
  SemaLooks                    looks = {.place = SEMA_PLACE_QUESTIONS, .questions_as = SEMA_QUESTIONS_RULER, .question = (char *)"no such"};
  g_autoptr (SemaPlacePicture) picture = NULL;
  g_autoptr (GError)           error = NULL;
  SemaExportSubject            subject;

  place_fixture_put (recipe, "edible: apple bread / stone");
  place_fixture_put (recipe, "none: cake / stone");
  picture = sema_place_picture_new (set, recipe, &looks, NULL, NULL);
  sema_place_picture_get_subject (picture, &subject);
  g_assert_true (subject.ruler == sema_place_picture_get_ruler (picture));
  g_assert_cmpuint (subject.ruler->n, ==, 3);
  g_assert_cmpstr (subject.ruler->question.name, ==, "edible");
  g_assert_cmpstr (sema_place_picture_get_word (picture, 1), ==, "apple");
  g_assert_true (g_strv_contains ((const char *const *)subject.ruler->caption, "1 chosen word not in it"));
  looks.question = (char *)"none";
  g_assert_null (sema_place_picture_new (set, recipe, &looks, NULL, &error));
  g_assert_error (error, SEMA_PLACE_PICTURE_ERROR, SEMA_PLACE_PICTURE_ERROR_NO_QUESTION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-answers/table", test_table);
  g_test_add_func ("/place-answers/ruler", test_ruler);
  return g_test_run ();
}
