/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-looks.h"

#include <string.h>

#include "sema-json.h"

/* What files of sessions say: never to be changed. */
static const char *const places[] = {"map", "compare", "questions", "layer", NULL};
static const char *const compare_as[] = {"matrix", "pairs", "vectors", NULL};
static const char *const metrics[] = {"cosine", "dot", "euclid", NULL};
static const char *const orders[] = {"chosen", "tree", NULL};
static const char *const dimensions[] = {"file", "difference", NULL};
static const char *const pair_columns[] = {"cosine", "dot", "distance", "angle", "a", "b", "norm-a", "norm-b", NULL};
static const char *const directions[] = {"falling", "rising", NULL};
static const char *const questions_as[] = {"table", "ruler", NULL};

/**
 * sema_looks_copy:
 * @self: how one looks
 * @copy: (out caller-allocates): the same; end it with sema_looks_clear()
 */
void
sema_looks_copy (const SemaLooks *self, SemaLooks *copy)
{
  *copy = *self;
  copy->question = g_strdup (self->question);
  sema_layer_looks_copy (&self->layer, &copy->layer);
  for (gsize i = 0; i < G_N_ELEMENTS (self->pair); i++)
    copy->pair[i] = g_strdup (self->pair[i]);
}

/**
 * sema_looks_clear:
 * @self: how one looks
 *
 * Frees what it owns.
 */
void
sema_looks_clear (SemaLooks *self)
{
  g_clear_pointer (&self->question, g_free);
  sema_layer_looks_clear (&self->layer);
  for (gsize i = 0; i < G_N_ELEMENTS (self->pair); i++)
    g_clear_pointer (&self->pair[i], g_free);
}

/**
 * sema_looks_set_pair:
 * @self: how one looks
 * @a: (nullable): a word
 * @b: (nullable): another
 *
 * Lets the difference of these two be shown, or of the first two words where one is %NULL.
 */
void
sema_looks_set_pair (SemaLooks *self, const char *a, const char *b)
{
  char *pair[] = {a != NULL && b != NULL ? g_strdup (a) : NULL, a != NULL && b != NULL ? g_strdup (b) : NULL};

  for (gsize i = 0; i < G_N_ELEMENTS (pair); i++)
    {
      g_free (self->pair[i]);
      self->pair[i] = pair[i];
    }
}

static gboolean
same_pair (const SemaLooks *a, const SemaLooks *b)
{
  return g_strcmp0 (a->pair[0], b->pair[0]) == 0 && g_strcmp0 (a->pair[1], b->pair[1]) == 0;
}

/**
 * sema_looks_equal:
 * @a: how one looks
 * @b: how one looks
 *
 * Returns: whether that is the same
 */
gboolean
sema_looks_equal (const SemaLooks *a, const SemaLooks *b)
{
  return a->place == b->place && a->compare_as == b->compare_as && a->metric == b->metric && a->order == b->order &&
         a->by_difference == b->by_difference && same_pair (a, b) && a->pairs_by == b->pairs_by && a->pairs_rising == b->pairs_rising && a->questions_as == b->questions_as && g_strcmp0 (a->question, b->question) == 0 &&
         sema_layer_looks_equal (&a->layer, &b->layer);
}

/**
 * sema_looks_have_picture:
 * @self: how one looks
 *
 * Returns: whether what is shown is a picture of its own; the map is none, and over a layer the map is what is exported
 */
gboolean
sema_looks_have_picture (const SemaLooks *self)
{
  return self->place == SEMA_PLACE_COMPARE || self->place == SEMA_PLACE_QUESTIONS;
}

/**
 * sema_looks_same_picture:
 * @a: how one looks
 * @b: how one looks
 *
 * How a list is sorted is no part of a picture, which difference is none of one without vectors, and the layer of none.
 *
 * Returns: whether what is shown comes to the same picture
 */
gboolean
sema_looks_same_picture (const SemaLooks *a, const SemaLooks *b)
{
  SemaLooks alike = *b;

  alike.pairs_by = a->pairs_by;
  alike.pairs_rising = a->pairs_rising;
  alike.layer = a->layer;
  if (a->place != SEMA_PLACE_COMPARE || a->compare_as != SEMA_COMPARE_VECTORS)
    memcpy (alike.pair, a->pair, sizeof alike.pair);
  return sema_looks_equal (a, &alike);
}

static void
add_pair (JsonBuilder *builder, const SemaLooks *self)
{
  if (self->pair[0] == NULL)
    return;
  json_builder_set_member_name (builder, "difference");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (self->pair); i++)
    sema_json_add_word (builder, self->pair[i]);
  json_builder_end_array (builder);
}

static void
add (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/**
 * sema_looks_build:
 * @self: how one looks
 * @builder: stands inside an object
 *
 * Adds the members that say so.
 */
void
sema_looks_build (const SemaLooks *self, JsonBuilder *builder)
{
  add (builder, "view", places[self->place]);
  add (builder, "compare-as", compare_as[self->compare_as]);
  add (builder, "compare-by", metrics[self->metric]);
  add (builder, "compare-order", orders[self->order]);
  add (builder, "dimensions", dimensions[self->by_difference ? 1 : 0]);
  add_pair (builder, self);
  add (builder, "pairs-by", pair_columns[self->pairs_by]);
  add (builder, "pairs-order", directions[self->pairs_rising ? 1 : 0]);
  add (builder, "questions-as", questions_as[self->questions_as]);
  if (self->question != NULL)
    add (builder, "question", self->question);
  sema_layer_looks_build (&self->layer, builder);
}

static guint
find (JsonObject *object, const char *name, const char *const *values)
{
  const char *value = sema_json_get_string (object, name);

  for (guint i = 0; value != NULL && values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      return i;
  return 0;
}

static void
read_pair (SemaLooks *self, JsonObject *object)
{
  JsonNode        *node = json_object_get_member (object, "difference");
  JsonArray       *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (list == NULL || json_array_get_length (list) != G_N_ELEMENTS (self->pair))
    return;
  a = sema_json_dup_word (json_array_get_element (list, 0));
  b = sema_json_dup_word (json_array_get_element (list, 1));
  sema_looks_set_pair (self, a, b);
}

/**
 * sema_looks_read:
 * @self: (out caller-allocates): how one looks; end it with sema_looks_clear()
 * @object: made by sema_looks_build(), or by anybody
 *
 * What it does not say, or says wrongly, is as in a new session.
 */
void
sema_looks_read (SemaLooks *self, JsonObject *object)
{
  *self = (SemaLooks) {
    .place = (SemaPlace)find (object, "view", places),
    .compare_as = (SemaCompareAs)find (object, "compare-as", compare_as),
    .metric = (SemaMetric)find (object, "compare-by", metrics),
    .order = (SemaMatrixOrder)find (object, "compare-order", orders),
    .by_difference = find (object, "dimensions", dimensions) == 1,
    .pairs_by = (SemaPairColumn)find (object, "pairs-by", pair_columns),
    .pairs_rising = find (object, "pairs-order", directions) == 1,
    .questions_as = (SemaQuestionsAs)find (object, "questions-as", questions_as),
    .question = g_strdup (sema_json_get_string (object, "question")),
  };
  read_pair (self, object);
  sema_layer_looks_read (&self->layer, object);
}
