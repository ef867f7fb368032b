/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection.h"

#include "small-set.h"

/* Two bunches far from each other; m is in the middle of its own. */
static const char *const words[] = {"p", "m", "q", "s", "t", "u"};
static const float       values[] = {0, 0, 0, 1, 0, 2, 50, 0, 50, 1, 50, 2};

static SemaRecipe *
choose_all (void)
{
  SemaRecipe *recipe = sema_recipe_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    sema_recipe_add_word (recipe, words[i], SEMA_NO_GROUP);
  recipe->vectors = SEMA_VECTORS_RAW;
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

static int
cluster_of (const SemaProjection *projection, gsize point)
{
  return sema_scatter_get_point (sema_projection_get_scatter (projection), point)->cluster;
}

static const char *
name_of (const SemaProjection *projection, gsize cluster)
{
  return sema_scatter_get_cluster (sema_projection_get_scatter (projection), cluster)->name;
}

static void
test_auto (void)
{
  g_autoptr (SemaSet)        set = small_set_new (words, values, 6, 2);
  g_autoptr (SemaRecipe)     recipe = choose_all ();
  g_autoptr (SemaProjection) projection = project (set, recipe, NULL);

  g_assert_cmpuint (sema_projection_get_scatter (projection)->clusters->len, ==, 2);
  g_assert_cmpint (cluster_of (projection, 0), ==, 0);
  g_assert_cmpint (cluster_of (projection, 2), ==, 0);
  g_assert_cmpint (cluster_of (projection, 3), ==, 1);
  g_assert_cmpstr (name_of (projection, 0), ==, "m");
  g_assert_cmpstr (name_of (projection, 1), ==, "t");
  g_assert_cmpstr (sema_projection_get_cluster_anchor (projection, 1), ==, "t");
  g_assert_cmpuint (sema_scatter_get_cluster (sema_projection_get_scatter (projection), 0)->n_points, ==, 3);
}

static void
test_by_hand (void)
{
  g_autoptr (SemaSet)        set = small_set_new (words, values, 6, 2);
  g_autoptr (SemaRecipe)     recipe = choose_all ();
  g_autoptr (SemaProjection) three = NULL;
  g_autoptr (SemaProjection) none = NULL;

  recipe->clusters = 3;
  three = project (set, recipe, NULL);
  g_assert_cmpuint (sema_projection_get_scatter (three)->clusters->len, ==, 3);
  recipe->clusters = SEMA_CLUSTERS_NONE;
  none = project (set, recipe, three);
  g_assert_cmpuint (sema_projection_get_scatter (none)->clusters->len, ==, 0);
  g_assert_cmpint (cluster_of (none, 0), ==, -1);
}

static void
test_names (void)
{
  g_autoptr (SemaSet)        set = small_set_new (words, values, 6, 2);
  g_autoptr (SemaRecipe)     recipe = choose_all ();
  g_autoptr (SemaProjection) before = project (set, recipe, NULL);
  g_autoptr (SemaProjection) after = NULL;

  sema_recipe_rename_cluster (recipe, "u", "far away");
  sema_recipe_rename_cluster (recipe, "missing", "nowhere");
  after = project (set, recipe, before);
  g_assert_cmpstr (name_of (after, 0), ==, "m");
  g_assert_cmpstr (name_of (after, 1), ==, "far away");
}

static void
test_groups (void)
{
  g_autoptr (SemaSet)        set = small_set_new (words, values, 6, 2);
  g_autoptr (SemaRecipe)     recipe = choose_all ();
  g_autoptr (SemaProjection) projection = NULL;

  sema_recipe_add_group (recipe, "empty");
  sema_recipe_move_word (recipe, "q", sema_recipe_add_group (recipe, "mine"));
  recipe->colour_by = SEMA_COLOUR_BY_GROUPS;
  projection = project (set, recipe, NULL);
  g_assert_cmpuint (sema_projection_get_scatter (projection)->clusters->len, ==, 2);
  g_assert_cmpstr (name_of (projection, 1), ==, "mine");
  g_assert_cmpint (cluster_of (projection, 2), ==, 1);
  g_assert_cmpint (cluster_of (projection, 0), ==, -1);
  g_assert_null (sema_projection_get_cluster_anchor (projection, 0));
}

/* What is taken from an earlier projection must be what would be found anew. */
static void
test_previous_changes_nothing (void)
{
  g_autoptr (SemaSet)        set = small_set_new (words, values, 6, 2);
  g_autoptr (SemaRecipe)     recipe = choose_all ();
  g_autoptr (SemaProjection) first = project (set, recipe, NULL);
  g_autoptr (SemaProjection) fewer = NULL;

  sema_recipe_remove_word (recipe, "p");
  fewer = project (set, recipe, first);
  g_assert_cmpuint (sema_projection_get_scatter (fewer)->clusters->len, ==, 2);
  g_assert_cmpint (cluster_of (fewer, 1), ==, 0);
  g_assert_cmpint (cluster_of (fewer, 2), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-clusters/auto", test_auto);
  g_test_add_func ("/projection-clusters/by-hand", test_by_hand);
  g_test_add_func ("/projection-clusters/names", test_names);
  g_test_add_func ("/projection-clusters/groups", test_groups);
  g_test_add_func ("/projection-clusters/previous-changes-nothing", test_previous_changes_nothing);
  return g_test_run ();
}
