/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-place-picture.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "small-set.h"

static SemaSet *
make_set (void)
{
  static const char *const words[] = {"apple", "stone", "bread", "iron", "zero"};
  static const float       values[] = {1, 0, 0, 1, 0.9F, 0.1F, 0.1F, 0.9F, 0, 0};

  return small_set_new (words, values, G_N_ELEMENTS (words), 2);
}

static SemaRecipe *
make_recipe (const char *words)
{
  SemaRecipe    *recipe = sema_recipe_new ();
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  for (char **word = split; *word != NULL; word++)
    sema_recipe_add_word (recipe, *word, SEMA_NO_GROUP);
  return recipe;
}

static void
put (SemaRecipe *recipe, const char *text)
{
  g_autoptr (SemaQuestionText) question = sema_question_text_parse (text);

  g_assert_true (sema_recipe_put_question (recipe, -1, question));
}

/* Neighbours in the tree stand together, and each row knows its word. */
static void
test_matrix (void)
{
  g_autoptr (SemaSet)          set = make_set ();
  g_autoptr (SemaRecipe)       recipe = make_recipe ("apple stone cake bread zero iron");
  SemaLooks                    looks = {.place = SEMA_PLACE_COMPARE, .order = SEMA_MATRIX_BY_TREE};
  g_autoptr (SemaPlacePicture) picture = sema_place_picture_new (set, recipe, &looks, NULL, NULL);
  const SemaHeatmap           *heatmap = sema_place_picture_get_heatmap (picture);
  gssize                       apple = sema_place_picture_find_word (picture, "apple");
  gssize                       bread = sema_place_picture_find_word (picture, "bread");

  g_assert_cmpuint (heatmap->n_rows, ==, 4);
  g_assert_cmpint (ABS (apple - bread), ==, 1);
  for (gsize i = 0; i < 4; i++)
    g_assert_cmpstr (sema_place_picture_get_word (picture, i), ==, heatmap->row_labels[i]);
  g_assert_cmpint (sema_place_picture_find_word (picture, "zero"), ==, -1);
  g_assert_cmpint (sema_place_picture_find_word (picture, NULL), ==, -1);
  g_assert_nonnull (strstr (heatmap->caption, "2 chosen words not in it"));
}

static void
test_table (void)
{
  g_autoptr (SemaSet)          set = make_set ();
  g_autoptr (SemaRecipe)       recipe = make_recipe ("iron apple stone bread");
  SemaLooks                    looks = {.place = SEMA_PLACE_QUESTIONS, .question = (char *)"edible"};
  g_autoptr (SemaPlacePicture) picture = NULL;
  const SemaHeatmap           *heatmap;

  put (recipe, "none: cake / stone");
  put (recipe, "edible: apple bread / stone");
  sema_recipe_set_title (recipe, "Food");
  picture = sema_place_picture_new (set, recipe, &looks, NULL, NULL);
  heatmap = sema_place_picture_get_heatmap (picture);
  g_assert_cmpuint (heatmap->n_columns, ==, 1);
  g_assert_cmpstr (heatmap->column_labels[0], ==, "edible (2/2)");
  g_assert_cmpstr (sema_place_picture_get_question (picture, 0), ==, "edible");
  g_assert_null (sema_place_picture_get_question (picture, 1));
  g_assert_cmpuint (sema_place_picture_get_n_asked (picture), ==, 2);
  g_assert_false (sema_place_picture_get_asked (picture, 0)->can_be_asked);
  g_assert_cmpstr (heatmap->title, ==, "Food");
  g_assert_cmpstr (sema_place_picture_get_word (picture, 0), ==, "apple");
  g_assert_cmpstr (sema_place_picture_get_word (picture, 3), ==, "stone");
  for (gsize i = 1; i < 4; i++)
    g_assert_cmpfloat (sema_heatmap_get (heatmap, i - 1, 0), >=, sema_heatmap_get (heatmap, i, 0));
}

static void
test_nothing_to_show (void)
{
  g_autoptr (SemaSet)    set = make_set ();
  g_autoptr (SemaRecipe) one = make_recipe ("apple zero");
  g_autoptr (SemaRecipe) none = make_recipe ("cake");
  SemaLooks              looks = {.place = SEMA_PLACE_COMPARE};
  g_autoptr (GError)     error = NULL;

  g_assert_null (sema_place_picture_new (set, one, &looks, NULL, &error));
  g_assert_error (error, SEMA_PLACE_PICTURE_ERROR, SEMA_PLACE_PICTURE_ERROR_TOO_FEW);
  g_clear_error (&error);
  looks.place = SEMA_PLACE_QUESTIONS;
  g_assert_null (sema_place_picture_new (set, one, &looks, NULL, &error));
  g_assert_error (error, SEMA_PLACE_PICTURE_ERROR, SEMA_PLACE_PICTURE_ERROR_NO_QUESTION);
  g_clear_error (&error);
  put (none, "edible: apple / stone");
  g_assert_null (sema_place_picture_new (set, none, &looks, NULL, &error));
  g_assert_error (error, SEMA_PLACE_PICTURE_ERROR, SEMA_PLACE_PICTURE_ERROR_TOO_FEW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-picture/matrix", test_matrix);
  g_test_add_func ("/place-picture/table", test_table);
  g_test_add_func ("/place-picture/nothing-to-show", test_nothing_to_show);
  return g_test_run ();
}
