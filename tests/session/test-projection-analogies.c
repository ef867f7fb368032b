/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection.h"

#include <math.h>

#include "small-set.h"

/* b - a + c is (2.2, 1.9, 0.1); near, answer and far lie ever further from that direction. */
static const char *const words[] = {"a", "b", "c", "far", "answer", "zero"};
static const float       values[] = {1, 0, 0, 2, 1, 0, 1.2f, 0.9f, 0.1f, -1, 0, 1, 2, 2, 0, 0, 0, 0};

static SemaProjection *
project (SemaSet *set, const char *a, const char *b, const char *c, SemaProjection *previous)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();
  g_autoptr (GError)     error = NULL;
  SemaProjection        *projection;

  recipe->vectors = SEMA_VECTORS_RAW;
  sema_recipe_add_word (recipe, "far", SEMA_NO_GROUP);
  sema_recipe_add_analogy (recipe, a, b, c);
  projection = sema_projection_new (set, recipe, previous, NULL, &error);
  g_assert_no_error (error);
  return projection;
}

static void
test_parallelogram (void)
{
  g_autoptr (SemaSet)        set = small_set_new (words, values, 6, 3);
  g_autoptr (SemaProjection) projection = project (set, "a", "b", "c", NULL);
  SemaScatter               *scatter = sema_projection_get_scatter (projection);
  const SemaScatterAnalogy  *drawn = sema_scatter_get_analogy (scatter, 0);
  const SemaScatterPoint    *a = sema_scatter_get_point (scatter, drawn->a);
  const SemaScatterPoint    *b = sema_scatter_get_point (scatter, drawn->b);
  const SemaScatterPoint    *c = sema_scatter_get_point (scatter, drawn->c);

  g_assert_cmpuint (scatter->points->len, ==, 5);
  g_assert_cmpstr (b->label, ==, "b");
  g_assert_cmpfloat_with_epsilon (drawn->target_x - c->x, b->x - a->x, 1e-12);
  g_assert_cmpfloat_with_epsilon (drawn->target_y - c->y, b->y - a->y, 1e-12);
}

static void
test_answer (void)
{
  g_autoptr (SemaSet)          set = small_set_new (words, values, 6, 3);
  g_autoptr (SemaProjection)   projection = project (set, "a", "b", "c", NULL);
  const SemaProjectionAnalogy *analogy = sema_projection_get_analogy (projection, 0);
  const SemaScatterAnalogy    *drawn = sema_scatter_get_analogy (sema_projection_get_scatter (projection), 0);

  g_assert_null (analogy->problem);
  g_assert_cmpuint (g_array_index (analogy->answers, SemaNeighbour, 0).row, ==, 4);
  g_assert_cmpuint (analogy->answers->len, ==, 2);
  g_assert_cmpstr (sema_scatter_get_point (sema_projection_get_scatter (projection), (gsize)drawn->answer)->label, ==, "answer");
  g_assert_cmpfloat_with_epsilon (analogy->miss, sqrt (0.2 * 0.2 + 0.1 * 0.1 + 0.1 * 0.1), 1e-6);
  g_assert_cmpstr (drawn->target_label, ==, "b − a + c, 0.24 from answer");
  g_assert_cmpint (sema_projection_get_word (projection, 1)->chosen, ==, -1);
}

static void
test_missing_word (void)
{
  g_autoptr (SemaSet)          set = small_set_new (words, values, 6, 3);
  g_autoptr (SemaProjection)   projection = project (set, "a", "nobody", "c", NULL);
  const SemaProjectionAnalogy *analogy = sema_projection_get_analogy (projection, 0);

  g_assert_nonnull (analogy->problem);
  g_assert_cmpuint (analogy->answers->len, ==, 0);
  g_assert_cmpint (analogy->drawn, ==, -1);
  g_assert_true (isnan (analogy->miss));
  g_assert_cmpuint (sema_projection_get_scatter (projection)->analogies->len, ==, 0);
  g_assert_cmpuint (sema_projection_get_n_absent (projection), ==, 1);
}

static void
test_zero_vector (void)
{
  g_autoptr (SemaSet)          set = small_set_new (words, values, 6, 3);
  g_autoptr (SemaProjection)   projection = project (set, "a", "zero", "c", NULL);
  const SemaProjectionAnalogy *analogy = sema_projection_get_analogy (projection, 0);

  g_assert_nonnull (analogy->problem);
  g_assert_cmpint (analogy->drawn, ==, 0);
  g_assert_cmpint (sema_scatter_get_analogy (sema_projection_get_scatter (projection), 0)->answer, ==, -1);
}

static void
test_previous_answers (void)
{
  g_autoptr (SemaSet)        set = small_set_new (words, values, 6, 3);
  g_autoptr (SemaSet)        other = small_set_new (words, values, 4, 3);
  g_autoptr (SemaProjection) first = project (set, "a", "b", "c", NULL);
  g_autoptr (SemaProjection) again = project (set, "a", "b", "c", first);
  g_autoptr (SemaProjection) turned = project (set, "b", "a", "c", first);
  g_autoptr (SemaProjection) elsewhere = project (other, "a", "b", "c", first);

  g_assert_true (sema_projection_get_analogy (again, 0)->answers == sema_projection_get_analogy (first, 0)->answers);
  g_assert_true (sema_projection_get_analogy (turned, 0)->answers != sema_projection_get_analogy (first, 0)->answers);
  g_assert_cmpuint (g_array_index (sema_projection_get_analogy (elsewhere, 0)->answers, SemaNeighbour, 0).row, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-analogies/parallelogram", test_parallelogram);
  g_test_add_func ("/projection-analogies/answer", test_answer);
  g_test_add_func ("/projection-analogies/missing-word", test_missing_word);
  g_test_add_func ("/projection-analogies/zero-vector", test_zero_vector);
  g_test_add_func ("/projection-analogies/previous-answers", test_previous_answers);
  return g_test_run ();
}
