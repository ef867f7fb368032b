/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-recipe.h"

static gboolean
put (SemaRecipe *recipe, gssize index, const char *text)
{
  g_autoptr (SemaQuestionText) question = sema_question_text_parse (text);

  return sema_recipe_put_question (recipe, index, question);
}

static SemaRecipe *
make_recipe (void)
{
  SemaRecipe *recipe = sema_recipe_new ();

  g_assert_true (put (recipe, -1, "edible: food / stone"));
  g_assert_true (put (recipe, -1, "alive: dog / stone"));
  g_assert_true (put (recipe, -1, "large: house / mouse"));
  return recipe;
}

static void
test_put (void)
{
  g_autoptr (SemaRecipe) recipe = make_recipe ();
  SemaQuestionText       one_sided = {(char *)"new", (char *[]) {(char *)"a", NULL}, (char *[]) {NULL}};
  SemaQuestionText       nameless = {(char *)"", (char *[]) {(char *)"a", NULL}, (char *[]) {(char *)"b", NULL}};

  g_assert_cmpint (sema_recipe_find_question (recipe, "alive"), ==, 1);
  g_assert_cmpint (sema_recipe_find_question (recipe, "none"), ==, -1);
  g_assert_false (put (recipe, -1, "alive: cat / stone"));
  g_assert_false (put (recipe, 0, "alive: cat / stone"));
  g_assert_false (sema_recipe_put_question (recipe, -1, &one_sided));
  g_assert_false (sema_recipe_put_question (recipe, -1, &nameless));
  g_assert_cmpuint (recipe->questions->len, ==, 3);
  g_assert_true (put (recipe, 1, "alive: cat / stone"));
  g_assert_true (put (recipe, 0, "tasty: food / stone"));
  g_assert_cmpstr (sema_recipe_get_question (recipe, 1)->yes[0], ==, "cat");
  g_assert_cmpint (sema_recipe_find_question (recipe, "edible"), ==, -1);
  g_assert_cmpint (sema_recipe_find_question (recipe, "tasty"), ==, 0);
}

static void
test_axes (void)
{
  g_autoptr (SemaRecipe) recipe = make_recipe ();

  g_assert_false (sema_recipe_set_axes (recipe, "edible", "edible"));
  g_assert_false (sema_recipe_set_axes (recipe, "edible", "none"));
  g_assert_null (recipe->axes[0]);
  g_assert_true (sema_recipe_set_axes (recipe, "edible", "large"));
  g_assert_true (sema_recipe_set_axes (recipe, recipe->axes[1], recipe->axes[0]));
  g_assert_cmpstr (recipe->axes[0], ==, "large");
  g_assert_cmpstr (recipe->axes[1], ==, "edible");
  g_assert_true (put (recipe, 0, "tasty: food / stone"));
  g_assert_cmpstr (recipe->axes[1], ==, "tasty");
  sema_recipe_remove_question (recipe, 1);
  g_assert_cmpstr (recipe->axes[1], ==, "tasty");
  sema_recipe_remove_question (recipe, 0);
  g_assert_null (recipe->axes[0]);
  g_assert_null (recipe->axes[1]);
}

/* What a map does not show does not make it anew. */
static void
test_same_map (void)
{
  g_autoptr (SemaRecipe) recipe = make_recipe ();
  g_autoptr (SemaRecipe) other = sema_recipe_copy (recipe);

  g_assert_true (sema_recipe_equal (recipe, other));
  g_assert_true (put (other, 2, "large: house / ant"));
  g_assert_false (sema_recipe_equal (recipe, other));
  g_assert_true (sema_recipe_same_map (recipe, other));
  g_assert_true (sema_recipe_set_axes (recipe, "edible", "alive"));
  g_assert_false (sema_recipe_same_map (recipe, other));
  g_assert_true (sema_recipe_set_axes (other, "edible", "alive"));
  g_assert_true (sema_recipe_same_map (recipe, other));
  g_assert_true (put (other, 0, "edible: food fruit / stone"));
  g_assert_false (sema_recipe_same_map (recipe, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recipe-questions/put", test_put);
  g_test_add_func ("/recipe-questions/axes", test_axes);
  g_test_add_func ("/recipe-questions/same-map", test_same_map);
  return g_test_run ();
}
