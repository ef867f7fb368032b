/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-json.h"

/**
 * sema_json_add_word:
 * @builder: stands where a value goes
 * @word: bytes of a word
 */
void
sema_json_add_word (JsonBuilder *builder, const char *word)
{
  GString *hex;

  if (g_utf8_validate (word, -1, NULL))
    {
      json_builder_add_string_value (builder, word);
      return;
    }
  hex = g_string_new (NULL);
  for (const char *c = word; *c != 0; c++)
    g_string_append_printf (hex, "%02x", (guint)(guint8)*c);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "bytes");
  json_builder_add_string_value (builder, hex->str);
  json_builder_end_object (builder);
  g_string_free (hex, TRUE);
}

/**
 * sema_json_generate:
 * @root: what was built
 * @length: (out): bytes
 *
 * json-glib 1.6 escapes all characters that JSON forbids in strings but the last of them, U+001F, which stands nowhere else.
 *
 * Returns: (transfer full): the JSON, for people to read as well
 */
char *
sema_json_generate (JsonNode *root, gsize *length)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char          *text = NULL;
  GString                  *right;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  right = g_string_new (text);
  g_string_replace (right, "\x1f", "\\u001f", 0);
  *length = right->len;
  return g_string_free (right, FALSE);
}

static char *
word_from_hex (const char *hex)
{
  GString *word = g_string_new (NULL);

  for (; g_ascii_isxdigit (hex[0]) && g_ascii_isxdigit (hex[1]); hex += 2)
    {
      int byte = g_ascii_xdigit_value (hex[0]) * 16 + g_ascii_xdigit_value (hex[1]);

      if (byte != 0)
        g_string_append_c (word, (char)byte);
    }
  return g_string_free (word, FALSE);
}

/**
 * sema_json_dup_word:
 * @node: (nullable): what sema_json_add_word() wrote, or anything
 *
 * Returns: (transfer full) (nullable): bytes of the word, when it is one
 */
char *
sema_json_dup_word (JsonNode *node)
{
  const char *hex;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  hex = JSON_NODE_HOLDS_OBJECT (node) ? sema_json_get_string (json_node_get_object (node), "bytes") : NULL;
  return hex != NULL ? word_from_hex (hex) : NULL;
}

/**
 * sema_json_get_string:
 * @object: an object
 * @name: of a member
 *
 * Returns: (transfer none) (nullable): the member, when it is there and a string
 */
const char *
sema_json_get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/**
 * sema_json_get_double:
 * @object: an object
 * @name: of a member
 * @otherwise: what to return when it is not there or no number
 *
 * Returns: the member
 */
double
sema_json_get_double (JsonObject *object, const char *name, double otherwise)
{
  JsonNode *node = json_object_get_member (object, name);
  GType     type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_DOUBLE || type == G_TYPE_INT64 ? json_node_get_double (node) : otherwise;
}
