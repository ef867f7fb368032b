/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-looks.h"

#include "sema-recipe-json.h"

/* What files of sessions say: never to be changed. */
static const char *const places[] = {"map", "compare", "questions", NULL};
static const char *const compare_as[] = {"matrix", "pairs", "vectors", NULL};
static const char *const metrics[] = {"cosine", "dot", "euclid", NULL};
static const char *const orders[] = {"chosen", "tree", NULL};
static const char *const dimensions[] = {"file", "difference", NULL};
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
         a->by_difference == b->by_difference && a->questions_as == b->questions_as && g_strcmp0 (a->question, b->question) == 0;
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
  add (builder, "questions-as", questions_as[self->questions_as]);
  if (self->question != NULL)
    add (builder, "question", self->question);
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
    .questions_as = (SemaQuestionsAs)find (object, "questions-as", questions_as),
    .question = g_strdup (sema_json_get_string (object, "question")),
  };
}
