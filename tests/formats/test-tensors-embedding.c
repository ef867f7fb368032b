/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-tensors.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

static void
assert_embedding (const char *header, gsize n_data, const char *name, const char *warning)
{
  g_autoptr (GByteArray)  bytes = tensors_fixture_safetensors (header, n_data);
  g_autoptr (GError)      error = NULL;
  g_autoptr (SemaTensors) tensors = tensors_fixture_open ("choice.safetensors", bytes->data, bytes->len, &error);
  const char             *sentence;
  SemaTensor              tensor;
  guint64                 index;

  g_assert_no_error (error);
  sentence = sema_tensors_get_warnings (tensors)[0];
  g_assert_true (warning == NULL ? sentence == NULL : sentence != NULL && strstr (sentence, warning) != NULL);
  g_assert_cmpint (sema_tensors_get_embedding (tensors, &index), ==, name != NULL);
  if (name == NULL)
    return;
  sema_tensors_get (tensors, index, &tensor);
  g_assert_cmpstr (tensor.name, ==, name);
  g_assert_true (tensor.is_embedding);
}

#define TENSOR(name, dtype, shape, from, to) \
  "\"" name "\":{\"dtype\":\"" dtype "\",\"shape\":[" shape "],\"data_offsets\":[" from "," to "]}"

static void
test_choice (void)
{
  /* By name, however large the others are; the output layer where there is nothing better. */
  assert_embedding ("{" TENSOR ("head.weight", "F32", "4,4", "0", "64") "," TENSOR ("wte.weight", "F32", "2,2", "64", "80") "}", 80, "wte.weight", NULL);
  assert_embedding ("{" TENSOR ("lm_head.weight", "F32", "4,4", "0", "64") "," TENSOR ("x", "F32", "5,4", "64", "144") "}", 144, "lm_head.weight", NULL);
  /* The larger of two of the same name. */
  assert_embedding ("{" TENSOR ("a.wte.weight", "F32", "2,2", "0", "16") "," TENSOR ("b.wte.weight", "F32", "4,2", "16", "48") "}", 48, "b.wte.weight", NULL);
  /* The only matrix without a word; the largest of several with one. */
  assert_embedding ("{" TENSOR ("x", "F32", "2,2", "0", "16") "," TENSOR ("y", "I32", "2,2", "16", "32") "}", 32, "x", NULL);
  assert_embedding ("{" TENSOR ("x", "F32", "2,2", "0", "16") "," TENSOR ("y", "F32", "3,2", "16", "40") "}", 40, "y", "“y”, the largest matrix");
  assert_embedding ("{" TENSOR ("wte", "U8", "4,4", "0", "16") "," TENSOR ("y", "F32", "3,2", "16", "40") "}", 40, "y", "type U8 are not supported yet");
  assert_embedding ("{" TENSOR ("x", "I64", "2,2", "0", "32") "}", 32, NULL, NULL);
  assert_embedding ("{" TENSOR ("wte", "F32", "0,4", "0", "0") "}", 0, NULL, NULL);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/tensors-embedding/choice", test_choice);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
