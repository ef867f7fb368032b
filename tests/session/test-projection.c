/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection.h"

#include <math.h>

#include "small-set.h"

/* The corners of a rectangle of 4 by 2 about (1, 1), a NaN, a zero vector. */
static const char *const words[] = {"a", "b", "c", "d", "nan", "zero"};
static const float       values[] = {-1, 0, 3, 0, 3, 2, -1, 2, NAN, 0, 0, 0};

static SemaProjection *
project (SemaSet *set, const char *const *chosen, SemaVectors vectors)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();
  g_autoptr (GError)     error = NULL;
  SemaProjection        *projection;

  for (gsize i = 0; chosen[i] != NULL; i++)
    sema_recipe_add_word (recipe, chosen[i], SEMA_NO_GROUP);
  recipe->vectors = vectors;
  projection = sema_projection_new (set, recipe, NULL, NULL, &error);
  g_assert_no_error (error);
  return projection;
}

static void
test_places (void)
{
  static const char *const   chosen[] = {"a", "b", "c", "d", NULL};
  g_autoptr (SemaSet)        set = small_set_new (words, values, 6, 2);
  g_autoptr (SemaProjection) projection = project (set, chosen, SEMA_VECTORS_RAW);
  SemaScatter               *scatter = sema_projection_get_scatter (projection);

  g_assert_cmpuint (scatter->points->len, ==, 4);
  g_assert_cmpfloat_with_epsilon (sema_scatter_get_point (scatter, 0)->x, -2, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_scatter_get_point (scatter, 0)->y, -1, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_scatter_get_point (scatter, 2)->x, 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_scatter_get_point (scatter, 2)->y, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (scatter->ratios[0], 0.8, 1e-12);
  g_assert_cmpfloat_with_epsilon (scatter->ratios[1], 0.2, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_scatter_get_point (scatter, 3)->quality, 1, 1e-12);
}

static void
test_absent_words (void)
{
  static const char *const   chosen[] = {"a", "none", "zero", "b", "nan", NULL};
  g_autoptr (SemaSet)        set = small_set_new (words, values, 6, 2);
  g_autoptr (SemaProjection) raw = project (set, chosen, SEMA_VECTORS_RAW);
  g_autoptr (SemaProjection) unit = project (set, chosen, SEMA_VECTORS_UNIT);

  g_assert_cmpuint (sema_projection_get_n_words (raw), ==, 5);
  g_assert_cmpint (sema_projection_get_word (raw, 1)->state, ==, SEMA_WORD_MISSING);
  g_assert_cmpint (sema_projection_get_word (raw, 2)->state, ==, SEMA_WORD_PLACED);
  g_assert_cmpint (sema_projection_get_word (raw, 4)->state, ==, SEMA_WORD_UNUSABLE);
  g_assert_cmpuint (sema_projection_get_n_absent (raw), ==, 2);
  g_assert_cmpint (sema_projection_get_word (unit, 2)->state, ==, SEMA_WORD_UNUSABLE);
  g_assert_cmpuint (sema_projection_get_n_absent (unit), ==, 3);
  g_assert_cmpint (sema_projection_get_word (raw, 3)->point, ==, 2);
  g_assert_cmpint (sema_projection_find_point (raw, 2), ==, 3);
  g_assert_cmpint (sema_projection_find_point (raw, 3), ==, -1);
  g_assert_cmpint (sema_projection_find_word (raw, "b"), ==, 3);
  g_assert_cmpint (sema_projection_find_word (raw, "c"), ==, -1);
}

static void
test_few_words (void)
{
  static const char *const   nothing[] = {NULL};
  static const char *const   one[] = {"a", NULL};
  static const char *const   two[] = {"a", "b", NULL};
  g_autoptr (SemaSet)        set = small_set_new (words, values, 6, 2);
  g_autoptr (SemaProjection) of_nothing = project (set, nothing, SEMA_VECTORS_RAW);
  g_autoptr (SemaProjection) of_one = project (set, one, SEMA_VECTORS_RAW);
  g_autoptr (SemaProjection) of_two = project (set, two, SEMA_VECTORS_RAW);
  const SemaScatterPoint    *point = sema_scatter_get_point (sema_projection_get_scatter (of_one), 0);

  g_assert_cmpuint (sema_projection_get_scatter (of_nothing)->points->len, ==, 0);
  g_assert_cmpfloat (point->x, ==, 0);
  g_assert_true (isnan (point->quality));
  point = sema_scatter_get_point (sema_projection_get_scatter (of_two), 1);
  g_assert_cmpfloat_with_epsilon (point->x, 2, 1e-12);
  g_assert_cmpfloat (point->y, ==, 0);
}

static void
test_duplicate_rows (void)
{
  static const char *const   twice[] = {"x", "y", "x"};
  static const float         numbers[] = {1, 0, 0, 1, 5, 5};
  static const char *const   chosen[] = {"x", "y", NULL};
  g_autoptr (SemaSet)        set = small_set_new (twice, numbers, 3, 2);
  g_autoptr (SemaProjection) projection = project (set, chosen, SEMA_VECTORS_RAW);

  g_assert_cmpuint (sema_projection_get_word (projection, 0)->row, ==, 0);
  g_assert_cmpuint (sema_projection_get_scatter (projection)->points->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection/places", test_places);
  g_test_add_func ("/projection/absent-words", test_absent_words);
  g_test_add_func ("/projection/few-words", test_few_words);
  g_test_add_func ("/projection/duplicate-rows", test_duplicate_rows);
  return g_test_run ();
}
