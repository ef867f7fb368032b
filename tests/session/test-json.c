/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-json.h"

#include <string.h>

static char *
write_words (const char *const *words)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)    root = NULL;
  char                   *text;
  gsize                   length;

  json_builder_begin_array (builder);
  for (; *words != NULL; words++)
    sema_json_add_word (builder, *words);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = sema_json_generate (root, &length);
  g_assert_cmpuint (length, ==, strlen (text));
  return text;
}

/* Any bytes but NUL come back; all that JSON forbids in strings is escaped. */
static void
test_words (void)
{
  static const char *const words[] = {"", "king", "gr\303\266\303\237e", "caf\351", "a\"b\\", "\001\t\n\036\037\177", "\377\037", NULL};
  g_autofree char         *text = write_words (words);
  g_autoptr (JsonNode)     root = json_from_string (text, NULL);
  JsonArray               *list = json_node_get_array (root);

  for (const char *c = text; *c != 0; c++)
    g_assert_true (*c == '\n' || (guint8)*c >= ' ');
  g_assert_nonnull (strstr (text, "\\u001f"));
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = sema_json_dup_word (json_array_get_element (list, i));

      g_assert_cmpstr (word, ==, words[i]);
    }
}

/* What is something else is nothing. */
static void
test_members (void)
{
  g_autoptr (JsonNode) root = json_from_string ("{\"a\":\"text\",\"b\":2,\"c\":2.5,\"d\":null,\"e\":[1],\"f\":{\"bytes\":\"6100zz\"},\"g\":true}", NULL);
  JsonObject          *object = json_node_get_object (root);
  g_autofree char     *word = sema_json_dup_word (json_object_get_member (object, "f"));

  g_assert_cmpstr (sema_json_get_string (object, "a"), ==, "text");
  g_assert_null (sema_json_get_string (object, "b"));
  g_assert_null (sema_json_get_string (object, "missing"));
  g_assert_cmpfloat (sema_json_get_double (object, "b", 9), ==, 2);
  g_assert_cmpfloat (sema_json_get_double (object, "c", 9), ==, 2.5);
  g_assert_cmpfloat (sema_json_get_double (object, "d", 9), ==, 9);
  g_assert_cmpfloat (sema_json_get_double (object, "g", 9), ==, 9);
  g_assert_cmpstr (word, ==, "a");
  g_assert_null (sema_json_dup_word (json_object_get_member (object, "b")));
  g_assert_null (sema_json_dup_word (json_object_get_member (object, "d")));
  g_assert_null (sema_json_dup_word (json_object_get_member (object, "e")));
  g_assert_null (sema_json_dup_word (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/words", test_words);
  g_test_add_func ("/json/members", test_members);
  return g_test_run ();
}
