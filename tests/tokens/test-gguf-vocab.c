/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-vocab.h"

#include <string.h>

#include "gguf-fixture.h"
#include "sema-formats.h"
#include "sema-test-files.h"

static const char *const words[] = {"a", "b", "ab", NULL};

static void
open_vocab (SemaGgufVocab *vocab, GByteArray *bytes)
{
  g_autofree char   *path = sema_test_files_write ("vocab.gguf", bytes->data, bytes->len);
  g_autoptr (GError) error = NULL;

  sema_gguf_vocab_open (vocab, path, NULL, &error);
  g_assert_no_error (error);
  g_byte_array_unref (bytes);
}

static void
append_text (GByteArray *bytes, const char *key, const char *text)
{
  gguf_fixture_key (bytes, key, SEMA_GGUF_TEXT);
  gguf_fixture_text (bytes, text);
}

static void
test_reads (void)
{
  static const char *const   lines[] = {"a b", NULL};
  static const gint64        kinds[] = {1, 3, 300};
  static const float         scores[] = {0.5f, -1, 0};
  GByteArray                *bytes = gguf_fixture_new (0, 6);
  g_auto (SemaGgufVocab)     vocab = {0};
  g_auto (SemaTokenList)     list = {0};
  g_auto (SemaBuffer)        found_kinds = {0}, found_scores = {0};
  g_autoptr (SemaTokenTable) table = NULL;
  g_autofree char           *fault = NULL;
  SemaMergeTable             merges = {0};

  append_text (bytes, "tokenizer.ggml.model", "gpt2");
  append_text (bytes, "tokenizer.ggml.pre", "gpt-2");
  gguf_fixture_texts (bytes, "tokenizer.ggml.tokens", words);
  gguf_fixture_numbers (bytes, "tokenizer.ggml.token_type", SEMA_GGUF_I32, kinds, 3);
  gguf_fixture_floats (bytes, "tokenizer.ggml.scores", scores, 3);
  gguf_fixture_texts (bytes, "tokenizer.ggml.merges", lines);
  open_vocab (&vocab, bytes);
  g_assert_cmpstr (vocab.model, ==, "gpt2");
  g_assert_cmpstr (vocab.pre, ==, "gpt-2");
  g_assert_true (sema_gguf_vocab_read_tokens (&vocab, &list, NULL));
  g_assert_cmpuint (sema_token_list_get_n_tokens (&list), ==, 3);
  g_assert_true (sema_gguf_vocab_read_kinds (&vocab, 3, &found_kinds, NULL));
  g_assert_cmpmem (found_kinds.data, found_kinds.n_bytes, "\1\3\xff", 3);
  g_assert_true (sema_gguf_vocab_read_scores (&vocab, 3, &found_scores, NULL));
  g_assert_cmpmem (found_scores.data, found_scores.n_bytes, scores, sizeof scores);
  table = sema_token_table_new_take (&list, NULL);
  g_assert_true (sema_gguf_vocab_read_merges (&vocab, table, &merges, &fault, NULL));
  g_assert_cmpuint (sema_merge_table_find (&merges, 0, 1)->id, ==, 2);
  sema_merge_table_clear (&merges);
}

/* Without kinds and scores; and files that say that they have no tokens. */
static void
test_less (void)
{
  static const float     zeros[3] = {0};
  GByteArray            *bytes = gguf_fixture_new (0, 2), *none = gguf_fixture_new (0, 1);
  g_auto (SemaGgufVocab) vocab = {0}, empty = {0}, nothing = {0};
  g_auto (SemaBuffer)    kinds = {0}, scores = {0};

  append_text (bytes, "tokenizer.ggml.model", "llama");
  gguf_fixture_texts (bytes, "tokenizer.ggml.tokens", words);
  open_vocab (&vocab, bytes);
  g_assert_cmpstr (vocab.pre, ==, NULL);
  g_assert_true (sema_gguf_vocab_read_kinds (&vocab, 3, &kinds, NULL));
  g_assert_cmpuint (kinds.n_bytes, ==, 0);
  g_assert_true (sema_gguf_vocab_read_scores (&vocab, 3, &scores, NULL));
  g_assert_cmpmem (scores.data, scores.n_bytes, zeros, sizeof zeros);
  append_text (none, "tokenizer.ggml.model", "none");
  open_vocab (&empty, none);
  g_assert_cmpstr (empty.model, ==, NULL);
  open_vocab (&nothing, gguf_fixture_new (0, 0));
  g_assert_cmpstr (nothing.model, ==, NULL);
}

static void
assert_error (gboolean is_read, GError **place, const char *part)
{
  g_autoptr (GError) error = g_steal_pointer (place);

  g_assert_false (is_read);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” was expected, and is “%s”", part, error->message);
}

/* Arrays of other elements, and of other lengths. */
static void
test_wrong (void)
{
  static const gint64 numbers[] = {1, 2};

  GByteArray            *bytes = gguf_fixture_new (0, 4), *lengths = gguf_fixture_new (0, 3);
  g_auto (SemaGgufVocab) vocab = {0}, other = {0};
  g_auto (SemaTokenList) list = {0};
  g_auto (SemaBuffer)    kinds = {0}, scores = {0};
  GError                *error = NULL;
  char                  *fault = NULL;
  SemaMergeTable         merges = {0};

  gguf_fixture_numbers (bytes, "tokenizer.ggml.tokens", SEMA_GGUF_I32, numbers, 2);
  gguf_fixture_numbers (bytes, "tokenizer.ggml.token_type", SEMA_GGUF_F32, numbers, 2);
  gguf_fixture_numbers (bytes, "tokenizer.ggml.scores", SEMA_GGUF_U32, numbers, 2);
  gguf_fixture_numbers (bytes, "tokenizer.ggml.merges", SEMA_GGUF_I32, numbers, 2);
  open_vocab (&vocab, bytes);
  assert_error (sema_gguf_vocab_read_tokens (&vocab, &list, &error), &error, "“tokenizer.ggml.tokens” is no list of texts");
  assert_error (sema_gguf_vocab_read_kinds (&vocab, 2, &kinds, &error), &error, "“tokenizer.ggml.token_type” is no list of whole numbers of 32 bits");
  assert_error (sema_gguf_vocab_read_scores (&vocab, 2, &scores, &error), &error, "“tokenizer.ggml.scores” is no list of float32");
  assert_error (sema_gguf_vocab_read_merges (&vocab, NULL, &merges, &fault, &error), &error, "“tokenizer.ggml.merges” is no list of texts");
  g_assert_null (fault);
  gguf_fixture_texts (lengths, "tokenizer.ggml.tokens", words + 3);
  gguf_fixture_numbers (lengths, "tokenizer.ggml.token_type", SEMA_GGUF_I32, numbers, 2);
  gguf_fixture_numbers (lengths, "tokenizer.ggml.scores", SEMA_GGUF_F32, numbers, 2);
  open_vocab (&other, lengths);
  assert_error (sema_gguf_vocab_read_tokens (&other, &list, &error), &error, "“tokenizer.ggml.tokens” is empty");
  assert_error (sema_gguf_vocab_read_kinds (&other, 3, &kinds, &error), &error, "has not as many elements as there are tokens");
  assert_error (sema_gguf_vocab_read_scores (&other, 1, &scores, &error), &error, "has not as many elements as there are tokens");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gguf-vocab/reads", test_reads);
  g_test_add_func ("/gguf-vocab/less", test_less);
  g_test_add_func ("/gguf-vocab/wrong", test_wrong);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
