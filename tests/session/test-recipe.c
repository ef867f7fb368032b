/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-recipe.h"

static void
test_words (void)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();

  g_assert_true (sema_recipe_is_empty (recipe));
  g_assert_true (sema_recipe_add_word (recipe, "king", SEMA_NO_GROUP));
  g_assert_true (sema_recipe_add_word (recipe, "queen", SEMA_NO_GROUP));
  g_assert_false (sema_recipe_add_word (recipe, "king", SEMA_NO_GROUP));
  g_assert_false (sema_recipe_add_word (recipe, "", SEMA_NO_GROUP));
  g_assert_cmpuint (recipe->words->len, ==, 2);
  g_assert_cmpint (sema_recipe_find_word (recipe, "queen"), ==, 1);
  g_assert_cmpint (sema_recipe_find_word (recipe, "KING"), ==, -1);
  g_assert_true (sema_recipe_remove_word (recipe, "king"));
  g_assert_false (sema_recipe_remove_word (recipe, "king"));
  g_assert_cmpint (sema_recipe_find_word (recipe, "queen"), ==, 0);
  g_assert_true (sema_recipe_add_word (recipe, "king", SEMA_NO_GROUP));
}

static void
test_words_are_bytes (void)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();

  g_assert_true (sema_recipe_add_word (recipe, "caf\xe9", SEMA_NO_GROUP));
  g_assert_true (sema_recipe_add_word (recipe, "café", SEMA_NO_GROUP));
  g_assert_true (sema_recipe_add_word (recipe, "cafe\xcc\x81", SEMA_NO_GROUP));
  g_assert_cmpuint (recipe->words->len, ==, 3);
}

static void
test_groups (void)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();
  int                    royals = sema_recipe_add_group (recipe, "royals");
  int                    fruit = sema_recipe_add_group (recipe, "fruit");

  g_assert_cmpint (sema_recipe_add_group (recipe, "royals"), ==, royals);
  sema_recipe_add_word (recipe, "king", royals);
  sema_recipe_add_word (recipe, "mango", fruit);
  sema_recipe_add_word (recipe, "tower", SEMA_NO_GROUP);
  g_assert_false (sema_recipe_rename_group (recipe, royals, "fruit"));
  g_assert_false (sema_recipe_rename_group (recipe, royals, ""));
  g_assert_true (sema_recipe_rename_group (recipe, royals, "my royals"));
  g_assert_true (sema_recipe_move_word (recipe, "tower", fruit));
  g_assert_false (sema_recipe_move_word (recipe, "tower", fruit));
  sema_recipe_remove_group (recipe, royals, FALSE);
  g_assert_cmpuint (recipe->words->len, ==, 3);
  g_assert_cmpint (g_array_index (recipe->words, SemaRecipeWord, 0).group, ==, SEMA_NO_GROUP);
  g_assert_cmpstr (sema_recipe_get_group (recipe, g_array_index (recipe->words, SemaRecipeWord, 1).group), ==, "fruit");
  sema_recipe_remove_group (recipe, sema_recipe_find_group (recipe, "fruit"), TRUE);
  g_assert_cmpuint (recipe->words->len, ==, 1);
  g_assert_cmpint (sema_recipe_find_word (recipe, "mango"), ==, -1);
}

static void
test_analogies (void)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();

  g_assert_true (sema_recipe_add_analogy (recipe, "man", "king", "woman"));
  g_assert_false (sema_recipe_add_analogy (recipe, "man", "king", "woman"));
  g_assert_true (sema_recipe_add_analogy (recipe, "man", "woman", "king"));
  g_assert_false (sema_recipe_add_analogy (recipe, "man", "", "king"));
  g_assert_false (sema_recipe_is_empty (recipe));
  sema_recipe_add_word (recipe, "queen", SEMA_NO_GROUP);
  g_assert_true (sema_recipe_remove_word (recipe, "woman"));
  g_assert_cmpuint (recipe->analogies->len, ==, 0);
  g_assert_cmpuint (recipe->words->len, ==, 1);
}

static void
test_cluster_names (void)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();

  sema_recipe_rename_cluster (recipe, "king", "royals");
  sema_recipe_rename_cluster (recipe, "king", "my royals");
  g_assert_cmpuint (recipe->names->len, ==, 1);
  g_assert_cmpstr (g_array_index (recipe->names, SemaRecipeName, 0).name, ==, "my royals");
  sema_recipe_rename_cluster (recipe, "king", "");
  g_assert_cmpuint (recipe->names->len, ==, 0);
}

static SemaRecipe *
make_full (void)
{
  SemaRecipe *recipe = sema_recipe_new ();

  sema_recipe_add_word (recipe, "king", sema_recipe_add_group (recipe, "royals"));
  sema_recipe_add_word (recipe, "tower", SEMA_NO_GROUP);
  sema_recipe_add_analogy (recipe, "man", "king", "woman");
  sema_recipe_rename_cluster (recipe, "tower", "buildings");
  sema_recipe_set_title (recipe, "Kings");
  recipe->vectors = SEMA_VECTORS_RAW;
  recipe->clusters = 3;
  recipe->colour_by = SEMA_COLOUR_BY_GROUPS;
  return recipe;
}

static void
test_copy (void)
{
  g_autoptr (SemaRecipe) recipe = make_full ();
  g_autoptr (SemaRecipe) copy = sema_recipe_copy (recipe);

  g_assert_true (sema_recipe_equal (recipe, copy));
  sema_recipe_remove_word (copy, "tower");
  g_assert_false (sema_recipe_equal (recipe, copy));
  g_assert_cmpint (sema_recipe_find_word (recipe, "tower"), ==, 1);
  g_assert_true (sema_recipe_add_word (copy, "tower", SEMA_NO_GROUP));
  g_assert_true (sema_recipe_equal (recipe, copy));
}

static void
change_nothing_else (SemaRecipe *copy, int what)
{
  switch (what)
    {
    case 0:
      copy->vectors = SEMA_VECTORS_UNIT;
      break;
    case 1:
      copy->clusters = SEMA_CLUSTERS_NONE;
      break;
    case 2:
      copy->colour_by = SEMA_COLOUR_BY_NOTHING;
      break;
    case 3:
      sema_recipe_set_title (copy, NULL);
      break;
    case 4:
      sema_recipe_move_word (copy, "tower", 0);
      break;
    case 5:
      sema_recipe_rename_group (copy, 0, "other");
      break;
    case 6:
      sema_recipe_rename_cluster (copy, "tower", "other");
      break;
    default:
      sema_recipe_remove_analogy (copy, 0);
    }
}

static void
test_equal_sees_everything (void)
{
  for (int what = 0; what < 8; what++)
    {
      g_autoptr (SemaRecipe) recipe = make_full ();
      g_autoptr (SemaRecipe) copy = sema_recipe_copy (recipe);

      change_nothing_else (copy, what);
      g_assert_false (sema_recipe_equal (recipe, copy));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recipe/words", test_words);
  g_test_add_func ("/recipe/words-are-bytes", test_words_are_bytes);
  g_test_add_func ("/recipe/groups", test_groups);
  g_test_add_func ("/recipe/analogies", test_analogies);
  g_test_add_func ("/recipe/cluster-names", test_cluster_names);
  g_test_add_func ("/recipe/copy", test_copy);
  g_test_add_func ("/recipe/equal-sees-everything", test_equal_sees_everything);
  return g_test_run ();
}
