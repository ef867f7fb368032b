/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-tokenizer.h"

#include <string.h>

#include "gguf-fixture.h"
#include "reference-ids.h"
#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"
#include "token-fixture.h"

#define MARK "\xe2\x96\x81"

static const char *const letters[] = {"a", "b", "ab", "<|x|>", NULL};
static const char *const merges[] = {"a b", NULL};

static SemaTokenizer *
open_stored (const char *name)
{
  g_autofree char   *path = gguf_fixture_path (name);
  g_autoptr (GError) error = NULL;
  SemaTokenizer     *tokenizer = sema_gguf_tokenizer_read (path, NULL, &error);

  g_assert_no_error (error);
  return tokenizer;
}

static char *
read_table (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, name, NULL);
  char            *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The ids that others give: see the scripts beside the tables. */
static void
test_ids (void)
{
  static const struct
  {
    const char       *name;
    const char       *folder;
    const char       *table;
    SemaTokenizerKind kind;
  } files[] = {
    {"gpt2.gguf", "tokens", "gpt2-small-vocab.json.ids", SEMA_TOKENIZER_BYTE_PAIRS},
    {"llama3.gguf", "formats/gguf", "llama3.gguf.ids", SEMA_TOKENIZER_BYTE_PAIRS},
    {"bert.gguf", "tokens", "bert-small-vocab.txt.ids", SEMA_TOKENIZER_WORD_PIECES},
    {"llama.gguf", "formats/gguf", "llama.gguf.ids", SEMA_TOKENIZER_SENTENCE_PIECES},
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (SemaTokenizer) tokenizer = open_stored (files[i].name);
      g_autofree char          *table = read_table (files[i].folder, files[i].table);
      guint                     n_texts;

      g_assert_cmpint (sema_tokenizer_get_kind (tokenizer), ==, files[i].kind);
      g_assert_cmpstr (sema_tokenizer_get_format (tokenizer), ==, "gguf");
      g_assert_cmpuint (reference_ids_compare (tokenizer, table, &n_texts), ==, 0);
      g_assert_cmpuint (n_texts, >, 50);
    }
}

static void
assert_token (const SemaTokenizer *tokenizer, guint64 id, const char *expected)
{
  gsize            length;
  g_autofree char *token = sema_tokenizer_dup_token (tokenizer, id, &length);

  g_assert_cmpstr (token, ==, expected);
}

static void
append_text (GByteArray *bytes, const char *key, const char *text)
{
  gguf_fixture_key (bytes, key, SEMA_GGUF_TEXT);
  gguf_fixture_text (bytes, text);
}

static SemaTokenizer *
read_bytes (GByteArray *bytes, GError **error)
{
  g_autofree char *path = sema_test_files_write ("own.gguf", bytes->data, bytes->len);

  g_byte_array_unref (bytes);
  return sema_gguf_tokenizer_read (path, NULL, error);
}

/* Byte pairs of four tokens, the last of them a special one. */
static SemaTokenizer *
make_pairs (const char *pre, const char *const *lines, GError **error)
{
  static const gint64 kinds[] = {1, 1, 1, 3};
  GByteArray         *bytes = gguf_fixture_new (0, pre != NULL ? 5 : 4);

  append_text (bytes, "tokenizer.ggml.model", "gpt2");
  if (pre != NULL)
    append_text (bytes, "tokenizer.ggml.pre", pre);
  gguf_fixture_texts (bytes, "tokenizer.ggml.tokens", letters);
  gguf_fixture_numbers (bytes, "tokenizer.ggml.token_type", SEMA_GGUF_I32, kinds, 4);
  gguf_fixture_texts (bytes, "tokenizer.ggml.merges", lines);
  return read_bytes (bytes, error);
}

static void
test_special (void)
{
  g_autoptr (SemaTokenizer) pairs = make_pairs ("gpt-2", merges, NULL), pieces = open_stored ("llama.gguf");
  g_autofree char          *cut = token_fixture_split (pairs, "ab<|x|>b"), *sentence = token_fixture_split (pieces, "<|user|></s>");

  g_assert_cmpstr (cut, ==, "2[0,2) 3[2,7) 1[7,8) ");
  g_assert_nonnull (strstr (sentence, "[0,8) 2[8,12) "));
  assert_token (pairs, 3, "<|x|>");
  assert_token (pairs, 4, NULL);
  assert_token (pieces, 1, "<s>");
  assert_token (pieces, 3 + 0x41, "<0x41>");
}

/* Ways to cut words that mean the same, and one that keeps a word whole whatever merges. */
static void
test_ways (void)
{
  static const char *const  none[] = {NULL};
  static const char *const  names[] = {"gpt-2", "llama-bpe", "qwen2", "gpt-4o", "starcoder"};
  g_autoptr (SemaTokenizer) whole = make_pairs ("llama-bpe", none, NULL), apart = make_pairs ("gpt-2", none, NULL);
  g_autofree char          *whole_cut = token_fixture_split (whole, "ab"), *apart_cut = token_fixture_split (apart, "ab");

  g_assert_cmpstr (whole_cut, ==, "2[0,2) ");
  g_assert_cmpstr (apart_cut, ==, "0[0,1) 1[1,2) ");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SemaTokenizer) tokenizer = make_pairs (names[i], merges, NULL);
      g_autofree char          *cut = token_fixture_split (tokenizer, "ab");

      g_assert_cmpstr (cut, ==, "2[0,2) ");
    }
}

/* Nothing is guessed: the tokens are known, and a text cannot be cut. */
static void
assert_uncut (SemaTokenizer *tokenizer, const char *part)
{
  g_auto (SemaTokenPieces) pieces = {0};
  g_autoptr (GError)       error = NULL;

  assert_token (tokenizer, 2, "ab");
  g_assert_false (sema_tokenizer_split (tokenizer, "ab", 2, &pieces, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” was expected, and is “%s”", part, error->message);
  sema_tokenizer_unref (tokenizer);
}

static void
test_unknown (void)
{
  static const char *const foreign[] = {"a x", NULL}, *const three[] = {"a b a", NULL};
  GByteArray    *other = gguf_fixture_new (0, 2), *spaced = gguf_fixture_new (0, 2), *mergeless = gguf_fixture_new (0, 2);
  SemaTokenizer *unigram;

  assert_uncut (make_pairs ("odd-way", merges, NULL), "Texts cannot be cut as the tokenizer in “own.gguf” does it: the way “odd-way” to cut words is not known here.");
  assert_uncut (make_pairs (NULL, merges, NULL), "it does not say how words are cut");
  assert_uncut (make_pairs ("gpt-2", foreign, NULL), "“x” of this merge is not among the tokens");
  assert_uncut (make_pairs ("gpt-2", three, NULL), "a merge is two tokens with a space between them");
  append_text (mergeless, "tokenizer.ggml.model", "gpt2");
  gguf_fixture_texts (mergeless, "tokenizer.ggml.tokens", letters);
  assert_uncut (read_bytes (mergeless, NULL), "it does not say what merges");
  append_text (other, "tokenizer.ggml.model", "rwkv");
  gguf_fixture_texts (other, "tokenizer.ggml.tokens", letters);
  assert_uncut (read_bytes (other, NULL), "a tokenizer of the kind “rwkv” is not known here");
  append_text (spaced, "tokenizer.ggml.model", "t5");
  gguf_fixture_texts (spaced, "tokenizer.ggml.tokens", (const char *const[]) {MARK "a", "b", "ab", NULL});
  unigram = read_bytes (spaced, NULL);
  assert_token (unigram, 0, " a");
  assert_uncut (unigram, "a tokenizer of the kind “t5” is not known here");
}

static void
test_no_tokenizer (void)
{
  g_autoptr (GByteArray) bytes = gguf_fixture_new (0, 0);
  g_autofree char       *path = sema_test_files_write ("bare.gguf", bytes->data, bytes->len), *full = gguf_fixture_path ("llama.gguf");
  g_autoptr (GError)     error = NULL;
  gboolean               is_there = TRUE;

  g_assert_null (sema_gguf_tokenizer_read (path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "“bare.gguf” has no tokenizer in it.");
  g_assert_true (sema_gguf_tokenizer_find (path, &is_there, NULL, NULL));
  g_assert_false (is_there);
  g_assert_true (sema_gguf_tokenizer_find (full, &is_there, NULL, NULL));
  g_assert_true (is_there);
  g_assert_false (sema_gguf_tokenizer_find ("/nowhere", &is_there, NULL, NULL));
}

/* Whether a space comes first; and what a letter is that has neither a token nor bytes. */
static void
test_sentence_options (void)
{
  for (guint add = 0; add < 2; add++)
    {
      GByteArray               *bytes = gguf_fixture_new (0, 4);
      g_autoptr (SemaTokenizer) tokenizer = NULL;
      g_autofree char          *cut = NULL;

      append_text (bytes, "tokenizer.ggml.model", "llama");
      gguf_fixture_texts (bytes, "tokenizer.ggml.tokens", (const char *const[]) {"a", MARK "a", "<unk>", MARK, NULL});
      gguf_fixture_key (bytes, "tokenizer.ggml.add_space_prefix", SEMA_GGUF_BOOL);
      gguf_fixture_number (bytes, add, 1);
      gguf_fixture_key (bytes, "tokenizer.ggml.unknown_token_id", SEMA_GGUF_U32);
      gguf_fixture_number (bytes, 2, 4);
      tokenizer = read_bytes (bytes, NULL);
      cut = token_fixture_split (tokenizer, "a\xc3\xb6");
      g_assert_cmpstr (cut, ==, add != 0 ? "1[0,1) 2[1,3) " : "0[0,1) 2[1,3) ");
    }
}

static SemaTokenizer *
read_file (const SemaTokenizerBytes *file, GError **error)
{
  g_autofree char *path = sema_test_files_write ("swept.gguf", file->buffer.n_bytes > 0 ? file->buffer.data : "", file->buffer.n_bytes);

  return sema_gguf_tokenizer_read (path, NULL, error);
}

/* Any length, and any byte changed: a small file of each kind. */
static void
test_sweeps (void)
{
  static const char *const models[] = {"gpt2", "llama", "bert"};
  static const char *const tokens[] = {"a", MARK "a", "[UNK]", "<0x61>", "aa", NULL};
  static const gint64      kinds[] = {1, 1, 2, 6, 3};
  static const float       scores[] = {0, -1, 0, 0, -2};

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autoptr (GByteArray) bytes = gguf_fixture_new (0, 6);

      append_text (bytes, "tokenizer.ggml.model", models[i]);
      append_text (bytes, "tokenizer.ggml.pre", "gpt-2");
      gguf_fixture_texts (bytes, "tokenizer.ggml.tokens", tokens);
      gguf_fixture_numbers (bytes, "tokenizer.ggml.token_type", SEMA_GGUF_I32, kinds, 5);
      gguf_fixture_floats (bytes, "tokenizer.ggml.scores", scores, 5);
      gguf_fixture_texts (bytes, "tokenizer.ggml.merges", (const char *const[]) {"a a", NULL});
      token_fixture_sweep (read_file, (char *)bytes->data, bytes->len);
    }
}

static void
test_cancel (void)
{
  g_autofree char         *path = gguf_fixture_path ("llama.gguf");
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_gguf_tokenizer_read (path, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

static void
test_no_memory (void)
{
  static const char *const names[] = {"gpt2.gguf", "llama3.gguf", "bert.gguf", "llama.gguf"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = gguf_fixture_path (names[i]);
      guint64          used = sema_memory_get_used ();
      gboolean         is_done = FALSE;

      for (guint nth = 1; !is_done; nth++)
        {
          g_autoptr (GError)        error = NULL;
          g_autoptr (SemaTokenizer) tokenizer = NULL;

          sema_memory_fail_at (nth);
          tokenizer = sema_gguf_tokenizer_read (path, NULL, &error);
          sema_memory_fail_at (0);
          is_done = tokenizer != NULL;
          if (!is_done)
            g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
        }
      g_assert_cmpuint (sema_memory_get_used (), ==, used);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gguf-tokenizer/ids", test_ids);
  g_test_add_func ("/gguf-tokenizer/special", test_special);
  g_test_add_func ("/gguf-tokenizer/ways", test_ways);
  g_test_add_func ("/gguf-tokenizer/unknown", test_unknown);
  g_test_add_func ("/gguf-tokenizer/no-tokenizer", test_no_tokenizer);
  g_test_add_func ("/gguf-tokenizer/sentence-options", test_sentence_options);
  g_test_add_func ("/gguf-tokenizer/sweeps", test_sweeps);
  g_test_add_func ("/gguf-tokenizer/cancel", test_cancel);
  g_test_add_func ("/gguf-tokenizer/no-memory", test_no_memory);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
