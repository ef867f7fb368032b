/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projector-config.h"

#include <string.h>

#include "sema-formats.h"

static gboolean
is_one (const char *text)
{
  return sema_projector_config_is_one ((const guint8 *)text, strlen (text));
}

static void
test_recognise (void)
{
  g_assert_true (is_one (" {\"embeddings\": [{\"tensorPath\": \"x\"}]}"));
  g_assert_true (is_one ("\n embeddings {\n tensor_name: \"x\" }"));
  g_assert_false (is_one ("{\"embeddings\": [1]}"));
  g_assert_false (is_one ("embeddings 0.1 0.2\n"));
  g_assert_false (is_one (""));
}

static void
test_parse (void)
{
  static const char             text[] = "{\"x\": [[{}]], \"embeddings\": [{\"tensorName\": \"n\\u00e4\", \"tensorShape\": [3, 4], \"tensorPath\": \"a/b.tsv\", \"metadataPath\": null}, {}]}";
  g_autoptr (GPtrArray)         embeddings = sema_projector_config_parse ("c", text, strlen (text), NULL, NULL);
  const SemaProjectorEmbedding *first;

  g_assert_cmpuint (embeddings->len, ==, 2);
  first = g_ptr_array_index (embeddings, 0);
  g_assert_cmpstr (first->name, ==, "n\xc3\xa4");
  g_assert_cmpstr (first->tensors, ==, "a/b.tsv");
  g_assert_null (first->metadata);
  g_assert_cmpuint (first->shape[0], ==, 3);
  g_assert_cmpuint (first->shape[1], ==, 4);
}

static void
test_safe (void)
{
  g_assert_true (sema_projector_config_is_safe ("a.tsv"));
  g_assert_true (sema_projector_config_is_safe ("a/b..c/d.tsv"));
  g_assert_false (sema_projector_config_is_safe (""));
  g_assert_false (sema_projector_config_is_safe ("/a"));
  g_assert_false (sema_projector_config_is_safe ("a/.."));
  g_assert_false (sema_projector_config_is_safe ("../a"));
  g_assert_false (sema_projector_config_is_safe ("https://a/b"));
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("{\"tensor\": ");
  g_autoptr (GError)  error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  g_assert_null (sema_projector_config_parse ("c", text->str, text->len, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projector-config/recognise", test_recognise);
  g_test_add_func ("/projector-config/parse", test_parse);
  g_test_add_func ("/projector-config/safe", test_safe);
  g_test_add_func ("/projector-config/deep", test_deep);
  return g_test_run ();
}
