/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection.h"

#include <math.h>

#include "sema-error.h"
#include "small-set.h"

static SemaRecipe *
choose (gsize n)
{
  SemaRecipe *recipe = sema_recipe_new ();

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *word = g_strdup_printf ("%" G_GSIZE_FORMAT, i);

      sema_recipe_add_word (recipe, word, SEMA_NO_GROUP);
    }
  recipe->vectors = SEMA_VECTORS_RAW;
  recipe->clusters = SEMA_CLUSTERS_NONE;
  return recipe;
}

static SemaProjection *
project (SemaSet *set, const SemaRecipe *recipe, SemaProjection *previous)
{
  g_autoptr (GError) error = NULL;
  SemaProjection    *projection = sema_projection_new (set, recipe, previous, NULL, &error);

  g_assert_no_error (error);
  return projection;
}

static const SemaTrust *
trust_of (const SemaProjection *projection)
{
  return sema_projection_get_scatter (projection)->trust;
}

/* Two dimensions are kept whole, five are not; and it is about the points in their order. */
static void
test_found (void)
{
  g_autoptr (SemaSet)        flat = small_set_new_random (40, 2, 1), deep = small_set_new_random (40, 5, 1);
  g_autoptr (SemaRecipe)     recipe = choose (40);
  g_autoptr (SemaProjection) kept = project (flat, recipe, NULL), torn = project (deep, recipe, NULL);

  g_assert_cmpuint (trust_of (kept)->n, ==, 40);
  g_assert_cmpuint (trust_of (kept)->k, ==, 10);
  g_assert_true (trust_of (kept)->trustworthiness == 1 && trust_of (kept)->continuity == 1);
  g_assert_cmpfloat (trust_of (torn)->trustworthiness, <, 0.95);
  g_assert_cmpfloat (trust_of (torn)->trustworthiness, >, 0.6);
}

/* By the vectors that the picture shows. */
static void
test_vectors (void)
{
  g_autoptr (SemaSet)        set = small_set_new_random (40, 5, 1);
  g_autoptr (SemaRecipe)     recipe = choose (40);
  g_autoptr (SemaProjection) raw = project (set, recipe, NULL), unit = NULL;

  recipe->vectors = SEMA_VECTORS_UNIT;
  unit = project (set, recipe, raw);
  g_assert_true (trust_of (unit) != trust_of (raw));
  g_assert_cmpfloat (trust_of (unit)->trustworthiness, !=, trust_of (raw)->trustworthiness);
}

static void
test_taken_over (void)
{
  g_autoptr (SemaSet)        set = small_set_new_random (40, 5, 1);
  g_autoptr (SemaRecipe)     recipe = choose (40), fewer = choose (39);
  g_autoptr (SemaProjection) first = project (set, recipe, NULL), second = NULL, third = NULL;

  recipe->clusters = 3;
  second = project (set, recipe, first);
  third = project (set, fewer, second);
  g_assert_true (trust_of (second) == trust_of (first));
  g_assert_true (trust_of (third) != trust_of (second));
  g_assert_cmpuint (trust_of (third)->n, ==, 39);
}

static void
test_all_words (void)
{
  g_autoptr (SemaSet)        set = small_set_new_random (40, 5, 1);
  g_autoptr (SemaRecipe)     recipe = choose (20);
  g_autoptr (SemaProjection) projection = NULL, back = NULL;

  recipe->all_words = TRUE;
  projection = project (set, recipe, NULL);
  g_assert_null (trust_of (projection));
  recipe->all_words = FALSE;
  back = project (set, recipe, projection);
  g_assert_nonnull (trust_of (back));
}

static void
test_few (void)
{
  g_autoptr (SemaSet) set = small_set_new_random (3, 5, 1);

  for (gsize n = 0; n <= 3; n++)
    {
      g_autoptr (SemaRecipe)     recipe = choose (n);
      g_autoptr (SemaProjection) projection = project (set, recipe, NULL);

      g_assert_cmpuint (trust_of (projection)->k, ==, n < 3 ? 0 : 1);
    }
}

/* So many that comparing all of them would be waited for. */
static void
test_very_many (void)
{
  g_autoptr (SemaSet)        set = small_set_new_random (5001, 2, 1);
  g_autoptr (SemaRecipe)     recipe = choose (5001);
  g_autoptr (SemaProjection) projection = project (set, recipe, NULL);

  g_assert_cmpuint (sema_projection_get_scatter (projection)->points->len, ==, 5001);
  g_assert_null (trust_of (projection));
}

static void
test_cancelled (void)
{
  g_autoptr (SemaSet)      set = small_set_new_random (40, 5, 1);
  g_autoptr (SemaRecipe)   recipe = choose (40);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_projection_new (set, recipe, NULL, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-trust/found", test_found);
  g_test_add_func ("/projection-trust/vectors", test_vectors);
  g_test_add_func ("/projection-trust/taken-over", test_taken_over);
  g_test_add_func ("/projection-trust/all-words", test_all_words);
  g_test_add_func ("/projection-trust/few", test_few);
  g_test_add_func ("/projection-trust/very-many", test_very_many);
  g_test_add_func ("/projection-trust/cancelled", test_cancelled);
  return g_test_run ();
}
