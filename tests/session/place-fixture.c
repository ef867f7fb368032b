/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place-fixture.h"

#include "small-set.h"

SemaSet *
place_fixture_make_set (void)
{
  static const char *const words[] = {"apple", "stone", "bread", "iron", "zero"};
  static const float       values[] = {1, 0, 0, 1, 0.9F, 0.1F, 0.1F, 0.9F, 0, 0};

  return small_set_new (words, values, G_N_ELEMENTS (words), 2);
}

SemaRecipe *
place_fixture_make_recipe (const char *words)
{
  SemaRecipe    *recipe = sema_recipe_new ();
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  for (char **word = split; *word != NULL; word++)
    sema_recipe_add_word (recipe, *word, SEMA_NO_GROUP);
  return recipe;
}

void
place_fixture_put (SemaRecipe *recipe, const char *text)
{
  g_autoptr (SemaQuestionText) question = sema_question_text_parse (text);

  g_assert_true (sema_recipe_put_question (recipe, -1, question));
}
