/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-place-table.h"

#include "small-set.h"

static char *
print (const SemaLooks *looks)
{
  static const char *const     words[] = {"a", "b,c", "d"};
  static const float           values[] = {3, 4, 0, 2, 6, 8};
  g_autoptr (SemaSet)          set = small_set_new (words, values, G_N_ELEMENTS (words), 2);
  g_autoptr (SemaRecipe)       recipe = sema_recipe_new ();
  g_autoptr (SemaQuestionText) question = sema_question_text_parse ("up, or not: b,c / a d");
  g_autoptr (SemaPlacePicture) picture = NULL;
  g_autoptr (GError)           error = NULL;

  sema_recipe_add_word (recipe, "a", SEMA_NO_GROUP);
  sema_recipe_add_word (recipe, "b,c", SEMA_NO_GROUP);
  g_assert_true (sema_recipe_put_question (recipe, -1, question));
  picture = sema_place_picture_new (set, recipe, looks, NULL, &error);
  g_assert_no_error (error);
  return g_string_free (sema_place_table_print_csv (picture), FALSE);
}

static void
test_matrix (void)
{
  g_autofree char *csv = print (&(SemaLooks) {.place = SEMA_PLACE_COMPARE, .metric = SEMA_METRIC_DOT});

  g_assert_cmpstr (csv, ==, "word,a,\"b,c\"\r\na,25,8\r\n\"b,c\",8,4\r\n");
}

static void
test_questions (void)
{
  g_autofree char *csv = print (&(SemaLooks) {.place = SEMA_PLACE_QUESTIONS});

  g_assert_true (g_str_has_prefix (csv, "word,\"up, or not\"\r\na,-0.31622776"));
}

static void
test_ruler (void)
{
  g_autofree char *csv = print (&(SemaLooks) {.place = SEMA_PLACE_QUESTIONS, .questions_as = SEMA_QUESTIONS_RULER});
  g_autofree char *table = print (&(SemaLooks) {.place = SEMA_PLACE_QUESTIONS});

  g_assert_cmpstr (csv, ==, table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-table/matrix", test_matrix);
  g_test_add_func ("/place-table/questions", test_questions);
  g_test_add_func ("/place-table/ruler", test_ruler);
  return g_test_run ();
}
