/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection.h"

#include <math.h>
#include <string.h>

#include "sema-coordinates.h"
#include "sema-memory.h"
#include "small-set.h"

#define HALF 0.70710678118654752440

/* x runs from "west" to "east", y from "low" to "high", which is half way to the east. */
static const char *const words[] = {"east", "west", "high", "low", "a", "b", "c", "d", "zero"};
static const float       values[] = {1, 0, 0, -2, 0, 0, 1, 1, 0, -3, -3, 0, 3, 4, 0, 0, 0, 5, -1, 0, 1, 6, 8, 0, 0, 0, 0};

static SemaSet *
make_set (void)
{
  return small_set_new (words, values, G_N_ELEMENTS (words), 3);
}

static void
ask (SemaRecipe *recipe, const char *text)
{
  g_autoptr (SemaQuestionText) question = sema_question_text_parse (text);

  g_assert_true (sema_recipe_put_question (recipe, -1, question));
}

static SemaRecipe *
make_recipe (const char *x, const char *y)
{
  SemaRecipe *recipe = sema_recipe_new ();

  for (gsize i = 4; i < G_N_ELEMENTS (words); i++)
    sema_recipe_add_word (recipe, words[i], SEMA_NO_GROUP);
  ask (recipe, x);
  ask (recipe, y);
  g_assert_true (sema_recipe_set_axes (recipe, "x", "y"));
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

static const SemaScatterPoint *
find_point (const SemaProjection *projection, const char *word)
{
  gssize point = sema_projection_get_word (projection, (gsize)sema_projection_find_word (projection, word))->point;

  return point < 0 ? NULL : sema_scatter_get_point (sema_projection_get_scatter (projection), (gsize)point);
}

static void
assert_place (const SemaProjection *projection, const char *word, double x, double y)
{
  const SemaScatterPoint *point = find_point (projection, word);

  g_assert_cmpfloat_with_epsilon (point->x, x, 1e-14);
  g_assert_cmpfloat_with_epsilon (point->y, y, 1e-14);
}

/* A word lies at its answers, whatever the length of its vector; with raw vectors that counts. */
static void
test_places (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaRecipe)     recipe = make_recipe ("x: east / west", "y: high / low");
  g_autoptr (SemaProjection) unit = project (set, recipe, NULL);
  g_autoptr (SemaProjection) raw = NULL;
  const SemaScatter         *scatter = sema_projection_get_scatter (unit);

  assert_place (unit, "a", 0.6, 1.4 * HALF);
  assert_place (unit, "b", 0, 0);
  assert_place (unit, "c", -HALF, -0.5);
  assert_place (unit, "d", 0.6, 1.4 * HALF);
  g_assert_null (find_point (unit, "zero"));
  g_assert_cmpfloat_with_epsilon (scatter->questions->angle, 45, 1e-12);
  g_assert_cmpstr (scatter->questions->axes[0].name, ==, "x");
  g_assert_cmpstr (scatter->questions->axes[0].yes, ==, "east");
  g_assert_cmpstr (scatter->questions->axes[1].no, ==, "low");
  g_assert_null (scatter->remarks);
  g_assert_null (sema_projection_get_axes_problem (unit));
  recipe->vectors = SEMA_VECTORS_RAW;
  raw = project (set, recipe, unit);
  assert_place (raw, "d", 6, 14 * HALF);
  assert_place (raw, "zero", 0, 0);
  g_assert_cmpstr (sema_projection_get_scatter (raw)->remarks[0], ==, "places = answers times norms");
}

/* The plane is z = 0, where the fixture has all of the words but b and c. */
static void
test_variance (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaRecipe)     recipe = make_recipe ("x: east / west", "y: high / low");
  g_autoptr (SemaProjection) projection = NULL;
  const double               z[] = {0, 5, 1, 0, 0}, x[] = {3, 0, -1, 6, 0}, y[] = {4, 0, 0, 8, 0};
  double                     total = 0, kept = 0;

  for (gsize i = 0; i < 5; i++)
    {
      kept += pow (x[i] - 1.6, 2) + pow (y[i] - 2.4, 2);
      total += pow (z[i] - 1.2, 2);
    }
  total += kept;
  recipe->vectors = SEMA_VECTORS_RAW;
  projection = project (set, recipe, NULL);
  g_assert_cmpfloat_with_epsilon (sema_projection_get_scatter (projection)->questions->ratio, kept / total, 1e-14);
}

/* All that hangs on the plane: the target of an analogy, the trust, the clusters. */
static void
test_what_hangs_on_it (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaRecipe)     recipe = make_recipe ("x: east / west", "y: high / low");
  g_autoptr (SemaRecipe)     plain = NULL;
  g_autoptr (SemaProjection) pca = NULL;
  g_autoptr (SemaProjection) projection = NULL;
  const SemaScatterAnalogy  *analogy;
  const SemaScatterPoint    *a, *b, *c;

  sema_recipe_add_analogy (recipe, "east", "high", "west");
  plain = sema_recipe_copy (recipe);
  sema_recipe_set_axes (plain, NULL, NULL);
  pca = project (set, plain, NULL);
  projection = project (set, recipe, pca);
  analogy = sema_scatter_get_analogy (sema_projection_get_scatter (projection), 0);
  a = find_point (projection, "east");
  b = find_point (projection, "high");
  c = find_point (projection, "west");
  g_assert_cmpfloat_with_epsilon (analogy->target_x, b->x - a->x + c->x, 1e-14);
  g_assert_cmpfloat_with_epsilon (analogy->target_y, b->y - a->y + c->y, 1e-14);
  g_assert_true (sema_projection_get_scatter (pca)->trust != sema_projection_get_scatter (projection)->trust);
  g_assert_nonnull (sema_projection_get_scatter (projection)->trust);
  g_assert_null (sema_projection_get_scatter (pca)->questions);
  g_assert_cmpuint (sema_projection_get_scatter (projection)->clusters->len, ==, sema_projection_get_scatter (pca)->clusters->len);
}

/* What did not change is not found again; what did is. */
static void
test_taken_over (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaRecipe)     recipe = make_recipe ("x: east / west", "y: high / low");
  g_autoptr (SemaRecipe)     other = make_recipe ("x: east / west", "y: high a / low");
  g_autoptr (SemaProjection) first = project (set, recipe, NULL);
  g_autoptr (SemaProjection) again = project (set, recipe, first);
  g_autoptr (SemaProjection) changed = project (set, other, again);

  g_assert_true (sema_projection_get_scatter (again)->trust == sema_projection_get_scatter (first)->trust);
  g_assert_true (sema_projection_get_scatter (changed)->trust != sema_projection_get_scatter (first)->trust);
}

static void
test_left_out (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaRecipe)     recipe = make_recipe ("x: east none / west", "y: high zero other / low");
  g_autoptr (SemaProjection) projection = project (set, recipe, NULL);
  const SemaScatter         *scatter = sema_projection_get_scatter (projection);

  assert_place (projection, "a", 0.6, 1.4 * HALF);
  g_assert_cmpstr (scatter->questions->axes[0].yes, ==, "east");
  g_assert_cmpstr (scatter->remarks[0], ==, "2 words of the questions are not in this file");
  g_assert_cmpstr (scatter->remarks[1], ==, "1 word of the questions has no direction");
}

/* The map is not lost for want of a word: it has its principal components, and says why. */
static void
test_problem (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaRecipe)     recipe = make_recipe ("x: east / west", "y: none / low");
  g_autoptr (SemaRecipe)     plain = sema_recipe_copy (recipe);
  g_autoptr (SemaProjection) pca = NULL;
  g_autoptr (SemaProjection) projection = project (set, recipe, NULL);
  const SemaScatter         *scatter = sema_projection_get_scatter (projection);

  sema_recipe_set_axes (plain, NULL, NULL);
  pca = project (set, plain, NULL);
  g_assert_nonnull (strstr (sema_projection_get_axes_problem (projection), "“y”"));
  g_assert_null (scatter->questions);
  g_assert_cmpstr (scatter->remarks[0], ==, "not by questions: “y” cannot be asked here");
  g_assert_null (scatter->remarks[1]);
  assert_place (projection, "a", find_point (pca, "a")->x, find_point (pca, "a")->y);
  g_assert_cmpfloat (scatter->ratios[0], ==, sema_projection_get_scatter (pca)->ratios[0]);
}

/* All words lie in the same plane, and the chosen ones among them where the cloud has them. */
static void
test_all_words (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaRecipe)     recipe = make_recipe ("x: east / west", "y: high / low");
  g_autoptr (SemaProjection) some = project (set, recipe, NULL);
  g_autoptr (SemaProjection) all = NULL, again = NULL, pca = NULL;
  const SemaCloud           *cloud;
  double                     x, y;

  recipe->all_words = TRUE;
  all = project (set, recipe, some);
  cloud = sema_projection_get_scatter (all)->cloud;
  g_assert_true (sema_cloud_get_place (cloud, 2, &x, &y));
  g_assert_cmpfloat_with_epsilon (x, HALF, 1e-7);
  g_assert_cmpfloat_with_epsilon (y, 1, 1e-7);
  g_assert_cmpuint (cloud->n_placed, ==, 8);
  assert_place (all, "c", -HALF, -0.5);
  g_assert_cmpfloat (sema_projection_get_scatter (all)->questions->ratio, !=, sema_projection_get_scatter (some)->questions->ratio);
  again = project (set, recipe, all);
  g_assert_true (sema_projection_get_scatter (again)->cloud == cloud);
  sema_recipe_set_axes (recipe, NULL, NULL);
  pca = project (set, recipe, again);
  g_assert_true (sema_projection_get_scatter (pca)->cloud != cloud);
}

static void
test_few (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaRecipe)     recipe = make_recipe ("x: east / west", "y: high / low");
  g_autoptr (SemaProjection) none = NULL, one = NULL;

  for (gsize i = 4; i < G_N_ELEMENTS (words); i++)
    sema_recipe_remove_word (recipe, words[i]);
  none = project (set, recipe, NULL);
  g_assert_cmpuint (sema_projection_get_scatter (none)->points->len, ==, 0);
  sema_recipe_add_word (recipe, "a", SEMA_NO_GROUP);
  one = project (set, recipe, none);
  assert_place (one, "a", 0.6, 1.4 * HALF);
  g_assert_cmpfloat (sema_projection_get_scatter (one)->questions->ratio, ==, 0);
}

static void
test_coordinates (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaRecipe)     recipe = make_recipe ("x: east / west", "y: high / low");
  g_autoptr (SemaProjection) projection = project (set, recipe, NULL);
  GString                   *csv = sema_coordinates_print_csv (projection);
  g_auto (GStrv)             lines = g_strsplit (csv->str, "\r\n", -1);
  g_auto (GStrv)             fields = g_strsplit (lines[1], ",", -1);

  g_assert_cmpstr (fields[0], ==, "a");
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (fields[1], NULL), 0.6, 1e-14);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (fields[2], NULL), 1.4 * HALF, 1e-14);
  g_string_free (csv, TRUE);
}

static void
test_no_memory (void)
{
  g_autoptr (SemaSet)    set = make_set ();
  g_autoptr (SemaRecipe) recipe = make_recipe ("x: east / west", "y: high / low");
  guint64                nth = 0;
  gboolean               failed = TRUE;

  recipe->clusters = SEMA_CLUSTERS_NONE;
  for (gsize all = 0; all < 2; all++)
    for (failed = TRUE, nth = 1, recipe->all_words = all == 1; failed; nth++)
      {
        g_autoptr (GError)         error = NULL;
        g_autoptr (SemaProjection) projection = NULL;

        sema_memory_fail_at (nth);
        projection = sema_projection_new (set, recipe, NULL, NULL, &error);
        sema_memory_fail_at (0);
        failed = projection == NULL;
        g_assert_true (failed == (error != NULL));
        g_assert_cmpuint (nth, <, 1000);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-plane/places", test_places);
  g_test_add_func ("/projection-plane/variance", test_variance);
  g_test_add_func ("/projection-plane/what-hangs-on-it", test_what_hangs_on_it);
  g_test_add_func ("/projection-plane/taken-over", test_taken_over);
  g_test_add_func ("/projection-plane/left-out", test_left_out);
  g_test_add_func ("/projection-plane/problem", test_problem);
  g_test_add_func ("/projection-plane/all-words", test_all_words);
  g_test_add_func ("/projection-plane/few", test_few);
  g_test_add_func ("/projection-plane/coordinates", test_coordinates);
  g_test_add_func ("/projection-plane/no-memory", test_no_memory);
  return g_test_run ();
}
