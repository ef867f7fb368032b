/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-recipe-json.h"

#include <stdlib.h>
#include <string.h>

#include "sema-hash.h"
#include "sema-json.h"

#define MAX_QUESTIONS 1000
#define MAX_WORDS 100000 /* a longer list was not chosen by hand */

static void
add_member_word (JsonBuilder *builder, const char *name, const char *word)
{
  json_builder_set_member_name (builder, name);
  sema_json_add_word (builder, word);
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_words (JsonBuilder *builder, const SemaRecipe *recipe, int group)
{
  begin_list (builder, "words");
  for (gsize i = 0; i < recipe->words->len; i++)
    {
      const SemaRecipeWord *word = &g_array_index (recipe->words, SemaRecipeWord, i);

      if (word->group == group)
        sema_json_add_word (builder, word->word);
    }
  json_builder_end_array (builder);
}

static void
add_groups (JsonBuilder *builder, const SemaRecipe *recipe)
{
  begin_list (builder, "groups");
  for (int group = 0; group < (int)recipe->groups->len; group++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, sema_recipe_get_group (recipe, group));
      add_words (builder, recipe, group);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Whether the lists, one after the other, do not have the words as they were chosen. */
static gboolean
is_mixed (const SemaRecipe *recipe)
{
  for (gsize i = 1; i < recipe->words->len; i++)
    if (g_array_index (recipe->words, SemaRecipeWord, i).group < g_array_index (recipe->words, SemaRecipeWord, i - 1).group)
      return TRUE;
  return FALSE;
}

static void
add_order (JsonBuilder *builder, const SemaRecipe *recipe)
{
  if (!is_mixed (recipe))
    return;
  begin_list (builder, "order");
  for (gsize i = 0; i < recipe->words->len; i++)
    sema_json_add_word (builder, sema_recipe_get_word (recipe, i));
  json_builder_end_array (builder);
}

static void
add_analogies (JsonBuilder *builder, const SemaRecipe *recipe)
{
  begin_list (builder, "analogies");
  for (gsize i = 0; i < recipe->analogies->len; i++)
    {
      const SemaRecipeAnalogy *analogy = &g_array_index (recipe->analogies, SemaRecipeAnalogy, i);

      json_builder_begin_object (builder);
      add_member_word (builder, "a", analogy->a);
      add_member_word (builder, "b", analogy->b);
      add_member_word (builder, "c", analogy->c);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_names (JsonBuilder *builder, const SemaRecipe *recipe)
{
  begin_list (builder, "cluster-names");
  for (gsize i = 0; i < recipe->names->len; i++)
    {
      const SemaRecipeName *name = &g_array_index (recipe->names, SemaRecipeName, i);

      json_builder_begin_object (builder);
      add_member_word (builder, "anchor", name->anchor);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, name->name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_side (JsonBuilder *builder, const char *name, char *const *words)
{
  begin_list (builder, name);
  for (; *words != NULL; words++)
    sema_json_add_word (builder, *words);
  json_builder_end_array (builder);
}

static void
add_questions (JsonBuilder *builder, const SemaRecipe *recipe)
{
  begin_list (builder, "questions");
  for (gsize i = 0; i < recipe->questions->len; i++)
    {
      const SemaQuestionText *question = sema_recipe_get_question (recipe, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, question->name);
      add_side (builder, "yes", question->yes);
      add_side (builder, "no", question->no);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_axes (JsonBuilder *builder, const SemaRecipe *recipe)
{
  if (recipe->axes[0] == NULL)
    return;
  begin_list (builder, "axes");
  json_builder_add_string_value (builder, recipe->axes[0]);
  json_builder_add_string_value (builder, recipe->axes[1]);
  json_builder_end_array (builder);
}

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static const char *const colour_by_names[] = {
  [SEMA_COLOUR_BY_CLUSTERS] = "clusters",
  [SEMA_COLOUR_BY_GROUPS] = "groups",
  [SEMA_COLOUR_BY_NOTHING] = "nothing",
  [SEMA_COLOUR_BY_COLUMN] = "column",
};

/**
 * sema_recipe_json_build:
 * @recipe: a recipe
 * @builder: stands inside an object
 *
 * Adds the recipe's members. Words in groups are listed with their group. Where the lists do not show the order of all
 * chosen words, which the last bits of a picture depend on, a list of its own does.
 */
void
sema_recipe_json_build (const SemaRecipe *recipe, JsonBuilder *builder)
{
  add_words (builder, recipe, SEMA_NO_GROUP);
  add_groups (builder, recipe);
  add_order (builder, recipe);
  add_analogies (builder, recipe);
  add_names (builder, recipe);
  add_questions (builder, recipe);
  add_axes (builder, recipe);
  add_text (builder, "vectors", recipe->vectors == SEMA_VECTORS_RAW ? "raw" : "unit");
  json_builder_set_member_name (builder, "clusters");
  json_builder_add_int_value (builder, recipe->clusters);
  add_text (builder, "colour-by", colour_by_names[recipe->colour_by]);
  add_text (builder, "column", recipe->column);
  add_text (builder, "map", recipe->all_words ? "all" : "chosen");
  add_text (builder, "title", recipe->title);
}

static JsonArray *
get_list (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_item (JsonArray *list, guint index)
{
  JsonNode *node = json_array_get_element (list, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
read_words (JsonObject *object, SemaRecipe *recipe, int group)
{
  JsonArray *list = get_list (object, "words");

  for (guint i = 0; list != NULL && i < json_array_get_length (list) && recipe->words->len < MAX_WORDS; i++)
    {
      g_autofree char *word = sema_json_dup_word (json_array_get_element (list, i));

      if (word != NULL)
        sema_recipe_add_word (recipe, word, group);
    }
}

static void
read_groups (JsonObject *object, SemaRecipe *recipe)
{
  JsonArray *list = get_list (object, "groups");

  for (guint i = 0; list != NULL && i < json_array_get_length (list) && i < MAX_WORDS; i++)
    {
      JsonObject *item = get_item (list, i);
      const char *name = item != NULL ? sema_json_get_string (item, "name") : NULL;

      if (name != NULL && *name != 0)
        read_words (item, recipe, sema_recipe_add_group (recipe, name));
    }
}

typedef struct
{
  SemaRecipeWord word;
  gsize          place;
} PlacedWord;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const PlacedWord *left = a, *right = b;

  return (left->place > right->place) - (left->place < right->place);
}

/* Words that the order does not name stay behind those that it does. */
static GHashTable *
read_places (JsonArray *list)
{
  GHashTable *places = g_hash_table_new_full (sema_hash_text, g_str_equal, g_free, NULL);

  for (guint i = 0; i < json_array_get_length (list) && i < MAX_WORDS; i++)
    {
      char *word = sema_json_dup_word (json_array_get_element (list, i));

      if (word != NULL)
        g_hash_table_insert (places, word, GSIZE_TO_POINTER (i + 1));
    }
  return places;
}

static void
read_order (JsonObject *object, SemaRecipe *recipe)
{
  JsonArray             *list = get_list (object, "order");
  g_autoptr (GHashTable) places = list != NULL ? read_places (list) : NULL;
  gsize                  n = recipe->words->len;
  g_autofree PlacedWord *words = g_new (PlacedWord, n + 1);

  for (gsize i = 0; places != NULL && i < n; i++)
    {
      words[i].word = g_array_index (recipe->words, SemaRecipeWord, i);
      words[i].place = GPOINTER_TO_SIZE (g_hash_table_lookup (places, words[i].word.word));
      if (words[i].place == 0)
        words[i].place = MAX_WORDS + 1 + i;
    }
  if (places == NULL)
    return;
  qsort (words, n, sizeof *words, compare_places);
  for (gsize i = 0; i < n; i++)
    g_array_index (recipe->words, SemaRecipeWord, i) = words[i].word;
}

static void
read_analogies (JsonObject *object, SemaRecipe *recipe)
{
  JsonArray *list = get_list (object, "analogies");

  for (guint i = 0; list != NULL && i < json_array_get_length (list) && i < MAX_WORDS; i++)
    {
      JsonObject      *item = get_item (list, i);
      g_autofree char *a = item != NULL ? sema_json_dup_word (json_object_get_member (item, "a")) : NULL;
      g_autofree char *b = item != NULL ? sema_json_dup_word (json_object_get_member (item, "b")) : NULL;
      g_autofree char *c = item != NULL ? sema_json_dup_word (json_object_get_member (item, "c")) : NULL;

      if (a != NULL && b != NULL && c != NULL)
        sema_recipe_add_analogy (recipe, a, b, c);
    }
}

static void
read_names (JsonObject *object, SemaRecipe *recipe)
{
  JsonArray *list = get_list (object, "cluster-names");

  for (guint i = 0; list != NULL && i < json_array_get_length (list) && i < MAX_WORDS; i++)
    {
      JsonObject      *item = get_item (list, i);
      g_autofree char *anchor = item != NULL ? sema_json_dup_word (json_object_get_member (item, "anchor")) : NULL;

      if (anchor != NULL)
        sema_recipe_rename_cluster (recipe, anchor, sema_json_get_string (item, "name"));
    }
}

static char **
read_side (JsonObject *object, const char *name)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  JsonArray               *list = get_list (object, name);

  for (guint i = 0; list != NULL && i < json_array_get_length (list) && i < MAX_WORDS; i++)
    {
      g_autofree char *word = sema_json_dup_word (json_array_get_element (list, i));

      if (word != NULL && *word != '\0')
        g_strv_builder_add (words, word);
    }
  return g_strv_builder_end (words);
}

static void
read_questions (JsonObject *object, SemaRecipe *recipe)
{
  JsonArray *list = get_list (object, "questions");

  for (guint i = 0; list != NULL && i < json_array_get_length (list) && i < MAX_QUESTIONS; i++)
    {
      JsonObject                  *item = get_item (list, i);
      const char                  *name = item != NULL ? sema_json_get_string (item, "name") : NULL;
      g_autoptr (SemaQuestionText) question = name != NULL ? g_new0 (SemaQuestionText, 1) : NULL;

      if (question == NULL)
        continue;
      *question = (SemaQuestionText) {g_strdup (name), read_side (item, "yes"), read_side (item, "no")};
      sema_recipe_put_question (recipe, -1, question);
    }
}

static void
read_axes (JsonObject *object, SemaRecipe *recipe)
{
  JsonArray *list = get_list (object, "axes");
  JsonNode  *names[2];

  if (list == NULL || json_array_get_length (list) != G_N_ELEMENTS (names))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      names[i] = json_array_get_element (list, i);
      if (!JSON_NODE_HOLDS_VALUE (names[i]) || json_node_get_value_type (names[i]) != G_TYPE_STRING)
        return;
    }
  sema_recipe_set_axes (recipe, json_node_get_string (names[0]), json_node_get_string (names[1]));
}

static void
read_colour_by (JsonObject *object, SemaRecipe *recipe)
{
  const char *name = sema_json_get_string (object, "colour-by");

  for (guint i = 0; i < G_N_ELEMENTS (colour_by_names); i++)
    if (g_strcmp0 (name, colour_by_names[i]) == 0)
      recipe->colour_by = (SemaColourBy)i;
  recipe->column = g_strdup (sema_json_get_string (object, "column"));
}

/**
 * sema_recipe_json_read:
 * @object: made by sema_recipe_json_build(), or by anybody
 *
 * Returns: (transfer full): the recipe that it asks for
 */
SemaRecipe *
sema_recipe_json_read (JsonObject *object)
{
  SemaRecipe *recipe = sema_recipe_new ();
  double      clusters = sema_json_get_double (object, "clusters", SEMA_CLUSTERS_AUTO);

  read_words (object, recipe, SEMA_NO_GROUP);
  read_groups (object, recipe);
  read_order (object, recipe);
  read_analogies (object, recipe);
  read_names (object, recipe);
  read_questions (object, recipe);
  read_axes (object, recipe);
  read_colour_by (object, recipe);
  if (g_strcmp0 (sema_json_get_string (object, "vectors"), "raw") == 0)
    recipe->vectors = SEMA_VECTORS_RAW;
  if (clusters >= SEMA_CLUSTERS_NONE && clusters <= SEMA_CLUSTERS_MAX)
    recipe->clusters = (int)clusters;
  recipe->all_words = g_strcmp0 (sema_json_get_string (object, "map"), "all") == 0;
  sema_recipe_set_title (recipe, sema_json_get_string (object, "title"));
  return recipe;
}
