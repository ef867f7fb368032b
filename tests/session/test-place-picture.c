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

/* Each cell says all that is said of two words, also where the tree has moved them. */
static void
test_cells_are_compared (void)
{
  g_autoptr (SemaSet)          set = make_set ();
  g_autoptr (SemaRecipe)       recipe = make_recipe ("apple stone bread iron");
  SemaLooks                    looks = {.place = SEMA_PLACE_COMPARE, .metric = SEMA_METRIC_DOT, .order = SEMA_MATRIX_BY_TREE};
  g_autoptr (SemaPlacePicture) picture = sema_place_picture_new (set, recipe, &looks, NULL, NULL);
  const SemaHeatmap           *heatmap = sema_place_picture_get_heatmap (picture);
  SemaPair                     pair;

  for (gsize row = 0; row < 4; row++)
    for (gsize column = 0; column < 4; column++)
      {
        g_assert_true (sema_place_picture_compare (picture, row, column, &pair));
        g_assert_cmpfloat (pair.dot, ==, sema_heatmap_get (heatmap, row, column));
      }
  g_assert_false (sema_place_picture_compare (picture, 0, 4, &pair));
  g_assert_null (sema_place_picture_get_pairs (picture));
}

static void
test_pairs (void)
{
  g_autoptr (SemaSet)          set = make_set ();
  g_autoptr (SemaRecipe)       recipe = make_recipe ("apple cake bread zero iron");
  SemaLooks                    looks = {.place = SEMA_PLACE_COMPARE, .compare_as = SEMA_COMPARE_PAIRS};
  g_autoptr (SemaPlacePicture) picture = sema_place_picture_new (set, recipe, &looks, NULL, NULL);
  SemaPairList                *pairs = sema_place_picture_get_pairs (picture);

  g_assert_cmpuint (sema_pair_list_get_n (pairs), ==, 3);
  g_assert_cmpint (sema_pair_list_find (pairs, "iron", "bread"), ==, 2);
  g_assert_nonnull (sema_place_picture_get_heatmap (picture));
}

static const char *
get_last_label (const SemaPlacePicture *picture)
{
  const SemaHeatmap *heatmap = sema_place_picture_get_heatmap (picture);

  return heatmap->row_labels[heatmap->n_rows - 1];
}

/* The difference of the two that are asked for, or of the first two that are shown; it is no word. A zero vector has raw numbers. */
static void
test_vectors (void)
{
  g_autoptr (SemaSet)    set = make_set ();
  g_autoptr (SemaRecipe) recipe = make_recipe ("cake apple zero stone");
  g_auto (SemaLooks)     looks = {.place = SEMA_PLACE_COMPARE, .compare_as = SEMA_COMPARE_VECTORS};
  const struct
  {
    SemaVectors vectors;
    const char *a;
    const char *b;
    const char *label;
  } cases[] = {
    {SEMA_VECTORS_UNIT, NULL, NULL, "apple − stone"},
    {SEMA_VECTORS_RAW, NULL, NULL, "apple − zero"},
    {SEMA_VECTORS_UNIT, "stone", "apple", "stone − apple"},
    {SEMA_VECTORS_UNIT, "stone", "zero", "apple − stone"},
    {SEMA_VECTORS_RAW, "stone", "zero", "stone − zero"},
    {SEMA_VECTORS_RAW, "stone", "stone", "apple − zero"},
    {SEMA_VECTORS_RAW, "stone", "cake", "apple − zero"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SemaPlacePicture) picture = NULL;
      SemaPair                     pair;

      recipe->vectors = cases[i].vectors;
      sema_looks_set_pair (&looks, cases[i].a, cases[i].b);
      picture = sema_place_picture_new (set, recipe, &looks, NULL, NULL);
      g_assert_cmpstr (get_last_label (picture), ==, cases[i].label);
      g_assert_null (sema_place_picture_get_word (picture, sema_place_picture_get_heatmap (picture)->n_rows - 1));
      g_assert_cmpint (sema_place_picture_find_word (picture, cases[i].label), ==, -1);
      g_assert_false (sema_place_picture_compare (picture, 0, 1, &pair));
    }
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
  g_autoptr (SemaSet)          set = make_set ();
  g_autoptr (SemaRecipe)       recipe = make_recipe ("iron apple cake bread");
  SemaLooks                    looks = {.place = SEMA_PLACE_QUESTIONS, .questions_as = SEMA_QUESTIONS_RULER, .question = (char *)"no such"};
  g_autoptr (SemaPlacePicture) picture = NULL;
  g_autoptr (GError)           error = NULL;
  SemaExportSubject            subject;

  put (recipe, "edible: apple bread / stone");
  put (recipe, "none: cake / stone");
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
  g_test_add_func ("/place-picture/cells-are-compared", test_cells_are_compared);
  g_test_add_func ("/place-picture/pairs", test_pairs);
  g_test_add_func ("/place-picture/vectors", test_vectors);
  g_test_add_func ("/place-picture/table", test_table);
  g_test_add_func ("/place-picture/ruler", test_ruler);
  g_test_add_func ("/place-picture/nothing-to-show", test_nothing_to_show);
  return g_test_run ();
}
