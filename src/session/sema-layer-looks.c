/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-looks.h"

#include "sema-json.h"

/* Of a file that anybody may have written; more is nothing that anybody can make. */
#define MOST_VOCAB 100000000
#define MOST_DIM 65536
#define MOST_POSITIONS 1000000
#define MOST_SEED 4294967295.0

/* What files of sessions say: never to be changed. */
static const char *const initialisers[SEMA_N_INITIALISERS] = {"normal", "linear", "zeros", "scaled"};

/**
 * sema_layer_looks_copy:
 * @self: how one looks
 * @copy: (out caller-allocates): the same; end it with sema_layer_looks_clear()
 */
void
sema_layer_looks_copy (const SemaLayerLooks *self, SemaLayerLooks *copy)
{
  *copy = *self;
  copy->ids = g_strdup (self->ids);
}

/**
 * sema_layer_looks_clear:
 * @self: how one looks
 *
 * Frees what it owns.
 */
void
sema_layer_looks_clear (SemaLayerLooks *self)
{
  g_clear_pointer (&self->ids, g_free);
}

/**
 * sema_layer_looks_get_settings:
 * @self: how one looks
 *
 * Returns: of the new layer
 */
SemaLayerSettings
sema_layer_looks_get_settings (const SemaLayerLooks *self)
{
  return self->settings.vocab > 0 ? self->settings : SEMA_LAYER_TOY;
}

/**
 * sema_layer_looks_get_ids:
 * @self: how one looks
 *
 * Returns: (transfer none): the ids that are looked up
 */
const char *
sema_layer_looks_get_ids (const SemaLayerLooks *self)
{
  return self->ids != NULL ? self->ids : SEMA_LAYER_LOOKS_IDS;
}

/**
 * sema_layer_looks_equal:
 * @a: how one looks
 * @b: how one looks
 *
 * Returns: whether that is the same
 */
gboolean
sema_layer_looks_equal (const SemaLayerLooks *a, const SemaLayerLooks *b)
{
  const SemaLayerSettings a_settings = sema_layer_looks_get_settings (a), b_settings = sema_layer_looks_get_settings (b);

  return sema_layer_settings_equal (&a_settings, &b_settings) && a->is_of_open == b->is_of_open && a->as_points == b->as_points &&
         a->with_one_hot == b->with_one_hot && g_str_equal (sema_layer_looks_get_ids (a), sema_layer_looks_get_ids (b));
}

static void
add_integer (JsonBuilder *builder, const char *name, guint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64)value);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/**
 * sema_layer_looks_build:
 * @self: how one looks
 * @builder: stands inside an object
 *
 * Adds a member that says so, unless that is how one begins.
 */
void
sema_layer_looks_build (const SemaLayerLooks *self, JsonBuilder *builder)
{
  const SemaLayerSettings settings = sema_layer_looks_get_settings (self);

  if (sema_layer_looks_equal (self, &(SemaLayerLooks) {0}))
    return;
  json_builder_set_member_name (builder, "layer");
  json_builder_begin_object (builder);
  add_integer (builder, "vocab", settings.vocab);
  add_integer (builder, "dim", settings.dim);
  add_integer (builder, "positions", settings.positions);
  add_integer (builder, "seed", settings.seed);
  add_text (builder, "init", initialisers[settings.initialiser]);
  add_boolean (builder, "of-open-vectors", self->is_of_open);
  add_text (builder, "ids", sema_layer_looks_get_ids (self));
  add_boolean (builder, "as-points", self->as_points);
  add_boolean (builder, "one-hot", self->with_one_hot);
  json_builder_end_object (builder);
}

static guint64
read_number (JsonObject *object, const char *name, double least, double most, guint64 otherwise)
{
  double number = sema_json_get_double (object, name, -1);

  return number >= least && number <= most ? (guint64)number : otherwise;
}

static gboolean
read_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static SemaInitialiser
read_initialiser (JsonObject *object)
{
  const char *name = sema_json_get_string (object, "init");

  for (guint i = 0; name != NULL && i < SEMA_N_INITIALISERS; i++)
    if (g_str_equal (name, initialisers[i]))
      return (SemaInitialiser)i;
  return SEMA_INITIALISER_NORMAL;
}

/**
 * sema_layer_looks_read:
 * @self: (out caller-allocates): how one looks; end it with sema_layer_looks_clear()
 * @object: in which sema_layer_looks_build() added its member, or anybody did
 *
 * What it does not say, or says wrongly, is as one begins.
 */
void
sema_layer_looks_read (SemaLayerLooks *self, JsonObject *object)
{
  const SemaLayerSettings toy = SEMA_LAYER_TOY;
  JsonNode               *node = json_object_get_member (object, "layer");
  JsonObject             *layer = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  *self = (SemaLayerLooks) {0};
  if (layer == NULL)
    return;
  self->settings = (SemaLayerSettings) {
    .vocab = read_number (layer, "vocab", 1, MOST_VOCAB, toy.vocab),
    .dim = read_number (layer, "dim", 1, MOST_DIM, toy.dim),
    .positions = read_number (layer, "positions", 0, MOST_POSITIONS, 0),
    .seed = read_number (layer, "seed", 0, MOST_SEED, toy.seed),
    .initialiser = read_initialiser (layer),
  };
  self->is_of_open = read_boolean (layer, "of-open-vectors");
  self->ids = g_strdup (sema_json_get_string (layer, "ids"));
  self->as_points = read_boolean (layer, "as-points");
  self->with_one_hot = read_boolean (layer, "one-hot");
}
