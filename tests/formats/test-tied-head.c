/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tied-head.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sema-tensors.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

#define TIED "{\"architectures\": [\"GPT2LMHeadModel\"]}"
#define APART "{\"architectures\": [\"GPT2LMHeadModel\"], \"tie_word_embeddings\": false}"
#define NO_HEAD "{\"architectures\": [\"BertModel\"]}"

static void
put_config (const char *text)
{
  g_free (sema_test_files_write ("config.json", text, strlen (text)));
}

static void
assert_tied (const char *header, gsize n_data, gboolean is_tied)
{
  g_autoptr (GByteArray)  bytes = tensors_fixture_safetensors (header, n_data);
  g_autoptr (SemaTensors) tensors = tensors_fixture_open ("model.safetensors", bytes->data, bytes->len, NULL);
  SemaTensor              tensor;
  guint64                 index;

  g_assert_nonnull (tensors);
  g_assert_true (sema_tensors_get_embedding (tensors, &index));
  sema_tensors_get (tensors, index, &tensor);
  g_assert_cmpint (tensor.is_head, ==, is_tied);
}

/* Where the model has no head of its own, its config tells. */
static void
test_config (void)
{
  const char *alone = "{\"wte.weight\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]}}";
  const char *with_head = "{\"wte.weight\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]},"
                          "\"lm_head.weight\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[24,48]}}";
  const char *with_other = "{\"wte.weight\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]},"
                           "\"attention.output.weight\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[24,40]}}";

  assert_tied (alone, 24, FALSE);
  put_config (TIED);
  assert_tied (alone, 24, TRUE);
  assert_tied (with_head, 48, FALSE);
  assert_tied (with_other, 40, TRUE);
  put_config (APART);
  assert_tied (alone, 24, FALSE);
  put_config (NO_HEAD);
  assert_tied (alone, 24, FALSE);
  put_config ("nonsense");
  assert_tied (alone, 24, FALSE);
}

static gboolean
add (SemaTensorList *list, const char *name, guint64 n_rows, guint64 offset)
{
  SemaTensorEntry entry = {.type = SEMA_TENSOR_F32, .offset = offset, .n_bytes = n_rows * 8};

  return sema_tensor_list_add_name (list, name, strlen (name), NULL) && sema_tensor_list_add_axis (list, n_rows, NULL) &&
         sema_tensor_list_add_axis (list, 2, NULL) && sema_tensor_list_add (list, &entry, NULL);
}

/* A config that is damaged is told, and the matrix opens all the same. */
static void
test_damaged (void)
{
  g_autoptr (GByteArray)  bytes = tensors_fixture_safetensors ("{\"wte.weight\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]}}", 24);
  g_autoptr (SemaTensors) tensors = NULL;

  put_config ("{\"architectures\": [\"GPT2LMHeadModel\"");
  tensors = tensors_fixture_open ("model.safetensors", bytes->data, bytes->len, NULL);
  g_assert_nonnull (tensors);
  g_assert_cmpstr (sema_tensors_get_warnings (tensors)[0], ==,
                   "The model is opened without what its configuration tells: “config.json” is not right at byte 36: its JSON text ends too early.");
  g_assert_null (sema_tensors_get_warnings (tensors)[1]);
  put_config (NO_HEAD);
}

/* PyTorch may list the same numbers twice. */
static void
test_shared (void)
{
  static const struct
  {
    const char *name;
    guint64     n_rows;
    guint64     offset;
    gboolean    is_tied;
  } heads[] = {
    {"lm_head.weight", 3, 0, TRUE},
    {"lm_head.weight", 3, 24, FALSE},
    {"cls.predictions.decoder.weight", 3, 0, TRUE},
    {"output.weight", 3, 0, TRUE},
    {"myoutput.weight", 3, 0, FALSE},
    {"lm_head.weight", 2, 0, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_auto (SemaTensorList) list = {0};

      g_assert_true (add (&list, "wte.weight", 3, 0) && add (&list, heads[i].name, heads[i].n_rows, heads[i].offset));
      g_assert_cmpint (sema_tied_head_find (&list, 0, "/nowhere"), ==, heads[i].is_tied);
    }
}

/* Models of llama.cpp that end in a head, and one that does not. */
static void
test_gguf (void)
{
  g_auto (SemaTensorList) decoder = {0};
  g_auto (SemaTensorList) apart = {0};
  g_auto (SemaTensorList) encoder = {0};

  g_assert_true (add (&decoder, "token_embd.weight", 3, 0) && add (&decoder, "output_norm.weight", 1, 24));
  g_assert_true (sema_tensor_list_index (&decoder, NULL));
  g_assert_true (sema_tied_head_find (&decoder, 0, "/nowhere"));
  g_assert_true (add (&apart, "token_embd.weight", 3, 0) && add (&apart, "output_norm.weight", 1, 24) && add (&apart, "output.weight", 3, 32));
  g_assert_true (sema_tensor_list_index (&apart, NULL));
  g_assert_false (sema_tied_head_find (&apart, 0, "/nowhere"));
  g_assert_true (add (&encoder, "token_embd.weight", 3, 0) && add (&encoder, "token_embd_norm.weight", 1, 24));
  g_assert_true (sema_tensor_list_index (&encoder, NULL));
  g_assert_false (sema_tied_head_find (&encoder, 0, "/nowhere"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/tied-head/config", test_config);
  g_test_add_func ("/formats/tied-head/damaged", test_damaged);
  g_test_add_func ("/formats/tied-head/shared", test_shared);
  g_test_add_func ("/formats/tied-head/gguf", test_gguf);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
