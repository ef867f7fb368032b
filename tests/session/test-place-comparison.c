/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "place-fixture.h"

/* Neighbours in the tree stand together, and each row knows its word. */
static void
test_matrix (void)
{
  g_autoptr (SemaSet)          set = place_fixture_make_set ();
  g_autoptr (SemaRecipe)       recipe = place_fixture_make_recipe ("apple stone cake bread zero iron");
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
  g_autoptr (SemaSet)          set = place_fixture_make_set ();
  g_autoptr (SemaRecipe)       recipe = place_fixture_make_recipe ("apple stone bread iron");
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
  g_autoptr (SemaSet)          set = place_fixture_make_set ();
  g_autoptr (SemaRecipe)       recipe = place_fixture_make_recipe ("apple cake bread zero iron");
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
  g_autoptr (SemaSet)    set = place_fixture_make_set ();
  g_autoptr (SemaRecipe) recipe = place_fixture_make_recipe ("cake apple zero stone");
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-comparison/matrix", test_matrix);
  g_test_add_func ("/place-comparison/cells-are-compared", test_cells_are_compared);
  g_test_add_func ("/place-comparison/pairs", test_pairs);
  g_test_add_func ("/place-comparison/vectors", test_vectors);
  return g_test_run ();
}
