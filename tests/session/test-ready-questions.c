/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ready-questions.h"

#include "sema-asked-question.h"
#include "sema-formats.h"

static void
test_added_once (void)
{
  g_autoptr (SemaRecipe)       recipe = sema_recipe_new ();
  g_autoptr (SemaQuestionText) own = sema_question_text_parse ("edible: cake / stone");

  g_assert_true (sema_recipe_put_question (recipe, -1, own));
  g_assert_cmpuint (sema_ready_questions_add_to (recipe), ==, 7);
  g_assert_cmpuint (sema_ready_questions_add_to (recipe), ==, 0);
  g_assert_cmpuint (recipe->questions->len, ==, 8);
  g_assert_cmpstr (sema_recipe_get_question (recipe, 0)->yes[0], ==, "cake");
}

/* Of real words, and good ones. */
static void
test_they_separate_their_words (void)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaSet)    set = sema_formats_load (g_getenv ("SEMA_SAMPLE"), NULL, &error);

  g_assert_no_error (error);
  sema_ready_questions_add_to (recipe);
  for (gsize i = 0; i < recipe->questions->len; i++)
    {
      g_autoptr (SemaAskedQuestion) asked = sema_asked_question_new (set, sema_recipe_get_question (recipe, i));

      g_assert_null (asked->problem);
      g_assert_cmpuint (sema_asked_question_count_absent (asked), ==, 0);
      g_assert_cmpuint (asked->n_tried, ==, 12);
      g_assert_cmpuint (asked->n_right, >=, 10);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ready-questions/added-once", test_added_once);
  g_test_add_func ("/ready-questions/they-separate-their-words", test_they_separate_their_words);
  return g_test_run ();
}
