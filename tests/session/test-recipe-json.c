/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-recipe-json.h"

#include <string.h>

static SemaRecipe *
round_trip (const SemaRecipe *recipe, char **text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)    root = NULL;
  g_autoptr (JsonNode)    again = NULL;

  json_builder_begin_object (builder);
  sema_recipe_json_build (recipe, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  *text = json_to_string (root, FALSE);
  again = json_from_string (*text, NULL);
  return sema_recipe_json_read (json_node_get_object (again));
}

static void
test_round_trip (void)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();
  g_autoptr (SemaRecipe) again = NULL;
  g_autofree char       *text = NULL;

  g_autoptr (SemaQuestionText) edible = sema_question_text_parse ("edible: food caf\xe9 / stone");
  g_autoptr (SemaQuestionText) alive = sema_question_text_parse ("alive: dog / stone metal");

  sema_recipe_add_word (recipe, "tower", SEMA_NO_GROUP);
  sema_recipe_add_word (recipe, "caf\xe9", SEMA_NO_GROUP);
  sema_recipe_add_word (recipe, "king", sema_recipe_add_group (recipe, "royals"));
  sema_recipe_add_word (recipe, "queen", SEMA_NO_GROUP);
  sema_recipe_add_group (recipe, "empty");
  sema_recipe_add_analogy (recipe, "man", "k\xffng", "woman");
  sema_recipe_rename_cluster (recipe, "tower", "“buildings”");
  sema_recipe_set_title (recipe, "A \"title\"");
  recipe->vectors = SEMA_VECTORS_RAW;
  recipe->clusters = SEMA_CLUSTERS_NONE;
  recipe->colour_by = SEMA_COLOUR_BY_GROUPS;
  g_assert_true (sema_recipe_put_question (recipe, -1, edible));
  g_assert_true (sema_recipe_put_question (recipe, -1, alive));
  g_assert_true (sema_recipe_set_axes (recipe, "alive", "edible"));
  again = round_trip (recipe, &text);
  g_assert_true (sema_recipe_equal (recipe, again));
  g_assert_nonnull (strstr (text, "{\"bytes\":\"636166e9\"}"));
}

static void
test_strangers (void)
{
  static const char *const texts[] = {
    "{}",
    "{\"words\":1,\"groups\":{},\"analogies\":\"x\",\"cluster-names\":[1,[],{}],\"vectors\":[],\"clusters\":\"3\",\"colour-by\":2,\"title\":7}",
    "{\"words\":[null,1,{},{\"bytes\":1},{\"bytes\":\"zz\"},[],\"\"],\"groups\":[1,{},{\"name\":\"\"},{\"name\":4,\"words\":[\"x\"]}]}",
    "{\"analogies\":[1,{},{\"a\":\"x\"},{\"a\":1,\"b\":2,\"c\":3}],\"cluster-names\":[{\"name\":\"x\"},{\"anchor\":\"y\"}]}",
    "{\"clusters\":1e300,\"camera\":null}",
    "{\"clusters\":-7}",
    "{\"clusters\":21}",
    "{\"questions\":1,\"axes\":{}}",
    "{\"questions\":[1,{},{\"name\":1},{\"name\":\"x\"},{\"name\":\"x\",\"yes\":[\"a\"]},{\"name\":\"x\",\"yes\":[1,\"\"],\"no\":[\"b\"]}]}",
    "{\"questions\":[{\"name\":\"\",\"yes\":[\"a\"],\"no\":[\"b\"]}],\"axes\":[\"\",\"x\"]}",
    "{\"axes\":[1,2]}",
    "{\"axes\":[\"a\"]}",
  };
  g_autoptr (SemaRecipe) nothing = sema_recipe_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode)   root = json_from_string (texts[i], NULL);
      g_autoptr (SemaRecipe) recipe = sema_recipe_json_read (json_node_get_object (root));

      g_assert_true (sema_recipe_equal (recipe, nothing));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recipe-json/round-trip", test_round_trip);
  g_test_add_func ("/recipe-json/strangers", test_strangers);
  return g_test_run ();
}
