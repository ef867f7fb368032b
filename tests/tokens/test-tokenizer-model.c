/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-model.h"

#include <string.h>

#include "sema-formats.h"
#include "token-fixture.h"

static gboolean
read_model (SemaTokenizerModel *model, const char *json, GError **error)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new ("t.json", json, strlen (json));

  return sema_tokenizer_model_read (model, reader, "t.json", error);
}

static gboolean
read_merges (const char *json, SemaMergeTable *merges, GError **error)
{
  const char *const           tokens[] = {"a", "b", "ab", "a b", " c", "a b c", NULL};
  g_autoptr (SemaTokenTable)  table = token_fixture_table (tokens);
  g_auto (SemaTokenizerModel) model = {0};
  g_auto (SemaTokenizerBytes) file = {0};

  token_fixture_take (&file, json, strlen (json));
  g_assert_true (read_model (&model, json, NULL));
  g_assert_cmpuint (model.merges_at, >, 0);
  return sema_tokenizer_model_read_merges (&model, &file, table, merges, NULL, error);
}

static void
test_reads (void)
{
  g_auto (SemaTokenizerModel) model = {0};

  g_assert_true (read_model (&model, "{\"merges\":[\"a b\"],\"dropout\":0.5,\"unk_token\":\"u\",\"continuing_subword_prefix\":\"##\",\"end_of_word_suffix\":null,\"fuse_unk\":true,\"byte_fallback\":false,\"ignore_merges\":null,\"max_input_chars_per_word\":100,\"vocab\":{\"a\":1},\"other\":[{}]}", NULL));
  g_assert_cmpfloat (model.dropout, ==, 0.5);
  g_assert_cmpfloat (model.max_characters, ==, 100);
  g_assert_cmpstr (model.unknown, ==, "u");
  g_assert_cmpstr (model.prefix, ==, "##");
  g_assert_null (model.suffix);
  g_assert_cmpint (model.fuse_unknown, ==, SEMA_TOKENIZER_YES);
  g_assert_cmpint (model.byte_fallback, ==, SEMA_TOKENIZER_NO);
  g_assert_cmpint (model.ignore_merges, ==, SEMA_TOKENIZER_UNSET);
  g_assert_cmpuint (sema_token_list_get_n_tokens (&model.vocab), ==, 1);
  g_assert_cmpuint (model.merges_at, ==, 10);
  g_assert_cmpstr (sema_tokenizer_model_guess_type (&model), ==, "BPE");
}

static void
test_types (void)
{
  const char *const cases[][2] = {{"{\"type\":\"Unigram\",\"vocab\":[[\"a\",-1.5]]}", "Unigram"}, {"{\"continuing_subword_prefix\":\"##\"}", "WordPiece"}, {"{}", ""}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SemaTokenizerModel) model = {0};

      g_assert_true (read_model (&model, cases[i][0], NULL));
      g_assert_cmpstr (sema_tokenizer_model_guess_type (&model), ==, cases[i][1]);
    }
}

static void
test_merges (void)
{
  SemaMergeTable merges = {0};

  g_assert_true (read_merges ("{\"merges\":[\"a b\",[\"a b\",\" c\"]]}", &merges, NULL));
  g_assert_cmpuint (sema_merge_table_find (&merges, 0, 1)->id, ==, 2);
  g_assert_cmpuint (sema_merge_table_find (&merges, 3, 4)->id, ==, 5);
  g_assert_cmpuint (sema_merge_table_find (&merges, 3, 4)->rank, ==, 1);
  sema_merge_table_clear (&merges);
}

static void
test_refuses (void)
{
  const char *const bad_merges[] = {"{\"merges\":[\"a\"]}", "{\"merges\":[[\"a\"]]}", "{\"merges\":[[\"a\",\"b\",\"a\"]]}", "{\"merges\":[[\"a\",1]]}", "{\"merges\":[[]]}", "{\"merges\":[1]}", "{\"merges\":[\"b a\"]}", "{\"merges\":[{}]}"};
  const char *const bad[] = {"[]", "null", "{\"vocab\":{\"a\":-1}}", "{\"merges\":{}}", "{\"dropout\":\"x\"}", "{\"unk_token\":1}", "{\"fuse_unk\":0}"};

  for (gsize i = 0; i < G_N_ELEMENTS (bad_merges); i++)
    {
      SemaMergeTable     merges = {0};
      g_autoptr (GError) error = NULL;

      g_assert_false (read_merges (bad_merges[i], &merges, &error));
      g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
      sema_merge_table_clear (&merges);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (SemaTokenizerModel) model = {0};
      g_autoptr (GError)          error = NULL;

      g_assert_false (read_model (&model, bad[i], &error));
      g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer-model/reads", test_reads);
  g_test_add_func ("/tokenizer-model/types", test_types);
  g_test_add_func ("/tokenizer-model/merges", test_merges);
  g_test_add_func ("/tokenizer-model/refuses", test_refuses);
  return g_test_run ();
}
