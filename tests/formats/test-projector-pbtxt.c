/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projector-pbtxt.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-projector-config.h"

static GPtrArray *
parse (const char *text, GError **error)
{
  return sema_projector_config_parse ("c", text, strlen (text), NULL, error);
}

static void
test_parse (void)
{
  g_autoptr (GPtrArray)         embeddings = parse ("# a comment\nmodel_checkpoint_path: \"x\"\nembeddings {\n  tensor_name: 'it\\'s' tensor_shape: 3, tensor_shape: 4;\n"
                                                            "  sprite { image_path: \"}\" single_image_dim: [ 1, 2 ] inner { deep: true } }\n  metadata_path: \"a\\\\b\\141\"\n}\n"
                                                            "embeddings: { tensor_path: \"x.tsv\" }\n",
                                                    NULL);
  const SemaProjectorEmbedding *first, *second;

  g_assert_cmpuint (embeddings->len, ==, 2);
  first = g_ptr_array_index (embeddings, 0);
  second = g_ptr_array_index (embeddings, 1);
  g_assert_cmpstr (first->name, ==, "it's");
  g_assert_cmpstr (first->metadata, ==, "a\\ba");
  g_assert_null (first->tensors);
  g_assert_cmpuint (first->shape[0], ==, 3);
  g_assert_cmpuint (first->shape[1], ==, 4);
  g_assert_cmpstr (second->tensors, ==, "x.tsv");
}

static void
test_refused (void)
{
  static const char *const texts[] = {"embeddings {", "embeddings }", "embeddings { tensor_name: \"a }", "embeddings { tensor_name: 7 }", "embeddings { tensor_name: \"\\q\" }",
                                      "embeddings { tensor_shape: -1 }", "embeddings { tensor_shape: 99999999999999999999 }", "embeddings { tensor_name: \"\\0\" }", "embeddings { x: { }", "!"};
  g_autoptr (GString)      deep = g_string_new ("embeddings { tensor_x ");
  g_autoptr (GError)       error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_null (parse (texts[i], &error));
      g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "at byte"));
      g_clear_error (&error);
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "{ x ");
  g_assert_null (parse (deep->str, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
}

static void
test_recognise (void)
{
  g_assert_true (sema_projector_pbtxt_is_one ("embeddings: { tensor_", 21));
  g_assert_false (sema_projector_pbtxt_is_one ("embeddings", 10));
  g_assert_false (sema_projector_pbtxt_is_one ("embeddings { x", 14));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projector-pbtxt/parse", test_parse);
  g_test_add_func ("/projector-pbtxt/refused", test_refused);
  g_test_add_func ("/projector-pbtxt/recognise", test_recognise);
  return g_test_run ();
}
