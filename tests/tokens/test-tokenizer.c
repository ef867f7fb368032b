/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer.h"

#include <string.h>

#include "reference-ids.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-test-files.h"
#include "token-fixture.h"

static SemaTokenizer *
open_stored (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "tokens", name, NULL);

  return reference_ids_open (path, SEMA_TOKEN_SPLIT_CL100K);
}

static void
test_words (void)
{
  g_autoptr (SemaSet)       set = sema_test_load_text ("the 1 2\nking 3 4\n");
  g_autoptr (SemaTokenizer) tokenizer = sema_tokenizer_new_words (set);
  g_autofree char          *cut = token_fixture_split (tokenizer, "The king and"), *token = NULL;
  gsize                     length;

  g_assert_cmpstr (cut, ==, "0[0,3) 1[4,8) -[9,12) ");
  g_assert_cmpint (sema_tokenizer_get_kind (tokenizer), ==, SEMA_TOKENIZER_WORDS);
  g_assert_cmpstr (sema_tokenizer_get_format (tokenizer), ==, "words");
  g_assert_cmpuint (sema_tokenizer_get_n_tokens (tokenizer), ==, 2);
  g_assert_null (sema_tokenizer_get_notes (tokenizer)[0]);
  token = sema_tokenizer_dup_token (tokenizer, 1, &length);
  g_assert_cmpstr (token, ==, "king");
  g_assert_null (sema_tokenizer_dup_token (tokenizer, 2, &length));
  g_assert_null (sema_tokenizer_dup_token (tokenizer, SEMA_TOKEN_NO_ID, &length));
}

/* Half a character is a token of its bytes; a token that was only added is found too. */
static void
test_tokens (void)
{
  g_autoptr (SemaTokenizer) tokenizer = open_stored ("roberta-tokenizer.json");
  g_autofree char          *half = NULL, *added = NULL;
  gsize                     length;

  half = sema_tokenizer_dup_token (tokenizer, 98 + 0x7f - 33, &length);
  g_assert_cmpuint (length, ==, 1);
  added = sema_tokenizer_dup_token (tokenizer, 557, &length);
  g_assert_cmpstr (added, ==, "<mask>");
}

static void
assert_quick (const char *name, const char *unit, gsize length)
{
  g_autoptr (SemaTokenizer) tokenizer = open_stored (name);
  g_auto (SemaTokenPieces)  pieces = {0};
  GString                  *text = g_string_new (NULL);
  gint64                    start = g_get_monotonic_time ();

  while (text->len < length)
    g_string_append (text, unit);
  g_assert_true (sema_tokenizer_split (tokenizer, text->str, text->len, &pieces, NULL, NULL));
  g_assert_true (sema_token_pieces_get_n (&pieces) > 0 || sema_tokenizer_get_kind (tokenizer) == SEMA_TOKENIZER_WORD_PIECES);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC); /* as in test-byte-pairs.c */
  g_string_free (text, TRUE);
}

/* No text takes longer than its length says. */
static void
test_long_texts (void)
{
  const char *const names[] = {"gpt2-tokenizer.json", "cl100k-small.tiktoken", "roberta-tokenizer.json", "bert-small-vocab.txt"};
  const char *const units[] = {"a", " ", "\n", "^", "0", "'", "é", "\xcc\x81", "\xff", " \n", "Aa", "<mask", "中", "<|endoftext|>"};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (units); k++)
      assert_quick (names[i], units[k], k == 0 ? 1000000 : 200000);
}

static void
test_cancelled (void)
{
  const char *const        names[] = {"gpt2-tokenizer.json", "roberta-tokenizer.json", "bert-small-vocab.txt"};
  g_autoptr (SemaProgress) progress = sema_progress_new ();

  sema_progress_cancel (progress);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SemaTokenizer) tokenizer = open_stored (names[i]);
      g_auto (SemaTokenPieces)  pieces = {0};
      g_autoptr (GError)        error = NULL;

      g_assert_false (sema_tokenizer_split (tokenizer, "a b c", 5, &pieces, progress, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
    }
}

static void
test_no_memory (void)
{
  g_autoptr (SemaTokenizer) tokenizer = open_stored ("roberta-tokenizer.json");

  for (guint64 nth = 1; nth < 30; nth++)
    {
      g_auto (SemaTokenPieces) pieces = {0};
      g_autoptr (GError)       error = NULL;
      gboolean                 fine;

      sema_memory_fail_at (nth);
      fine = sema_tokenizer_split (tokenizer, "It's a <mask> and more", 22, &pieces, NULL, &error);
      sema_memory_fail_at (0);
      g_assert_true (fine == (error == NULL));
    }
}

static void
test_shared (void)
{
  SemaTokenizer *tokenizer = open_stored ("bert-small-vocab.txt");

  g_assert_true (sema_tokenizer_ref (tokenizer) == tokenizer);
  sema_tokenizer_unref (tokenizer);
  g_assert_cmpint (sema_tokenizer_get_kind (tokenizer), ==, SEMA_TOKENIZER_WORD_PIECES);
  sema_tokenizer_unref (tokenizer);
  sema_tokenizer_unref (NULL);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer/words", test_words);
  g_test_add_func ("/tokenizer/tokens", test_tokens);
  g_test_add_func ("/tokenizer/long-texts", test_long_texts);
  g_test_add_func ("/tokenizer/cancelled", test_cancelled);
  g_test_add_func ("/tokenizer/no-memory", test_no_memory);
  g_test_add_func ("/tokenizer/shared", test_shared);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
