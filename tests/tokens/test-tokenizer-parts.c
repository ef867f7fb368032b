/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-parts.h"

#include <string.h>

#include "sema-formats.h"
#include "token-fixture.h"

static void
test_parts (void)
{
  static const char           json[] = "{\"version\":\"1.0\",\"truncation\":{},\"other\":[1],\"added_tokens\":[{\"id\":2,\"content\":\"<s>\",\"lstrip\":true},{\"id\":3,\"content\":\"\"}],"
                                       "\"normalizer\":{\"type\":\"NFC\"},\"pre_tokenizer\":null,\"decoder\":{\"type\":\"Fuse\"},\"model\":{\"vocab\":[[\"a\",0],[\"b\",-1.5]],\"unk_id\":1}}";
  g_auto (SemaTokenizerBytes) file = {0};
  g_auto (SemaTokenizerParts) parts = {.bytes = &file};
  g_autoptr (GError)          error = NULL;

  token_fixture_take (&file, json, sizeof json - 1);
  g_assert_true (sema_tokenizer_parts_read (&parts, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (parts.version, ==, "1.0");
  g_assert_true (parts.truncates);
  g_assert_true (parts.has_model);
  g_assert_cmpuint (sema_token_list_get_n_tokens (&parts.added), ==, 1);
  g_assert_cmpint (((const SemaAddedFlags *)(gconstpointer)parts.added_flags.data)->lstrip, ==, SEMA_TOKENIZER_YES);
  g_assert_true (sema_tokenizer_part_is (parts.normalizer, "NFC"));
  g_assert_true (sema_tokenizer_part_is (parts.pre_tokenizer, NULL));
  g_assert_null (parts.post_processor);
  g_assert_true (sema_tokenizer_part_has (parts.decoder, "Fuse"));
  g_assert_cmpuint (sema_token_list_get_n_tokens (&parts.model.vocab), ==, 2);
  g_assert_cmpfloat (((const double *)(gconstpointer)parts.model.scores.data)[1], ==, -1.5);
  g_assert_cmpfloat (parts.model.unknown_id, ==, 1);
  g_assert_cmpstr (sema_tokenizer_model_guess_type (&parts.model), ==, "Unigram");
}

static void
assert_refused (const char *json, const char *part)
{
  g_auto (SemaTokenizerBytes) file = {0};
  g_auto (SemaTokenizerParts) parts = {.bytes = &file};
  g_autoptr (GError)          error = NULL;

  token_fixture_take (&file, json, strlen (json));
  g_assert_false (sema_tokenizer_parts_read (&parts, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_refused (void)
{
  assert_refused ("{\"model\":{},\"model\":{}}", "a second model");
  assert_refused ("{\"model\":{\"vocab\":[[\"a\",0],1]}}", "a token and its score");
  assert_refused ("{\"model\":{\"vocab\":[[\"a\",\"b\"]]}}", "a token and its score");
  assert_refused ("{\"model\":{\"vocab\":[[\"a\",0,0]]}}", "a token and its score");
  assert_refused ("{\"model\":{\"vocab\":[[1,0]]}}", "a token and its score");
  assert_refused ("{\"added_tokens\":[{\"id\":1}]}", "an added token has an id and a content");
  assert_refused ("{\"version\":\"1.0\"", "byte");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer-parts/parts", test_parts);
  g_test_add_func ("/tokenizer-parts/refused", test_refused);
  return g_test_run ();
}
