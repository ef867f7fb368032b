/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-sentence-pieces.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "token-fixture.h"

#define MARK "\xe2\x96\x81"

static void
set_up (SemaBytePairModel *model, const SemaTokenTable *table, const guint32 *ranks)
{
  *model = (SemaBytePairModel) {.tokens = table, .ranks = ranks, .has_characters = TRUE, .unknown = SEMA_TOKEN_NO_ID};
  for (guint byte = 0; byte < 256; byte++)
    model->bytes[byte] = SEMA_TOKEN_NO_ID;
}

static const SemaSentenceStyle plain = {SEMA_SENTENCE_PREFIX_NONE, TRUE, FALSE, FALSE};
static const SemaSentenceStyle with_space = {SEMA_SENTENCE_PREFIX_ALWAYS, TRUE, FALSE, FALSE};

static void
assert_cut (const SemaBytePairModel *model, SemaSentenceStyle style, const char *text, const char *expected)
{
  g_auto (SemaBytePairs)   scratch = {0};
  g_auto (SemaTokenPieces) pieces = {0};
  g_autofree char         *cut = NULL;

  g_assert_true (sema_sentence_pieces_cut (&scratch, &(SemaSentenceModel) {style, model, NULL}, text, strlen (text), 10, &pieces, NULL, NULL));
  cut = token_fixture_print (&pieces);
  g_assert_cmpstr (cut, ==, expected);
}

/* The places are those of the text as it was: a space is one byte, and one put before it none. */
static void
test_places (void)
{
  static const guint32       ranks[] = {9, 9, 9, 1, 0, 2};
  const char *const          tokens[] = {MARK, "a", "b", MARK "a", "ab", MARK MARK, NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaBytePairModel          model;

  set_up (&model, table, ranks);
  assert_cut (&model, plain, "a b", "1[10,11) 0[11,12) 2[12,13) ");
  assert_cut (&model, with_space, "a b", "3[10,11) 0[11,12) 2[12,13) ");
  assert_cut (&model, with_space, "ab a", "0[10,10) 4[10,12) 3[12,14) ");
  assert_cut (&model, with_space, "  a", "5[10,11) 3[11,13) ");
  assert_cut (&model, with_space, " ", "5[10,11) ");
  assert_cut (&model, with_space, "", "");
  /* What the text has of the mark itself has three bytes. */
  assert_cut (&model, plain, MARK "a b", "3[10,14) 0[14,15) 2[15,16) ");
}

static void
test_styles (void)
{
  static const guint32       ranks[] = {9, 9, 9, 1, 0, 2, 3, 4};
  const char *const          tokens[] = {MARK, "a", "b", MARK "a", "ab", MARK MARK, "a" MARK, MARK "ab", NULL};
  const SemaSentenceStyle    split = {SEMA_SENTENCE_PREFIX_MISSING, TRUE, FALSE, TRUE};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaSentenceStyle          words = {SEMA_SENTENCE_PREFIX_MISSING, TRUE, TRUE, TRUE};
  SemaBytePairModel          model;

  set_up (&model, table, ranks);
  assert_cut (&model, (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_MISSING, TRUE, FALSE, FALSE}, "ab", "7[10,12) ");
  assert_cut (&model, (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_MISSING, TRUE, FALSE, FALSE}, " ab", "7[10,13) ");
  assert_cut (&model, (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_MISSING, TRUE, FALSE, FALSE}, MARK "ab", "7[10,15) ");
  assert_cut (&model, (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_FIRST, TRUE, FALSE, FALSE}, "ab", "7[10,12) ");
  assert_cut (&model, (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_NONE, TRUE, FALSE, FALSE}, "b  ab", "2[10,11) 5[11,13) 4[13,15) ");
  assert_cut (&model, (SemaSentenceStyle) {0}, "a b" MARK "a", "1[10,11) -[11,12) 2[12,13) 3[13,17) ");
  assert_cut (&model, split, "b  ab", "0[10,10) 2[10,11) 0[11,12) 7[12,15) ");
  assert_cut (&model, split, "  ", "0[10,11) 0[11,12) ");
  assert_cut (&model, split, MARK MARK "a", "0[10,13) 3[13,17) ");
  assert_cut (&model, words, " ab\n b\u3000ab  ", "7[11,13) 0[15,15) 2[15,16) 7[19,21) ");
  words.prefix = SEMA_SENTENCE_PREFIX_FIRST;
  assert_cut (&model, words, "ab ab", "7[10,12) 4[13,15) ");
  assert_cut (&model, words, " ab", "4[11,13) ");
  assert_cut (&model, words, "\n ", "");
}

static void
test_byte_tokens (void)
{
  const char *const          tokens[] = {"a", "<0x0A>", "<0xFF>", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);

  g_assert_cmpuint (sema_sentence_pieces_find_byte (table, 0x0a), ==, 1);
  g_assert_cmpuint (sema_sentence_pieces_find_byte (table, 0xff), ==, 2);
  g_assert_cmpuint (sema_sentence_pieces_find_byte (table, 'a'), ==, SEMA_TOKEN_NO_ID);
  g_assert_false (sema_sentence_pieces_have_bytes (table));
}

/* Where spaces are no token, their bytes are; the space itself is one byte in the text. */
static void
test_bytes_of_spaces (void)
{
  static const guint32       ranks[] = {9, 9};
  const char *const          tokens[] = {"a", "X", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaBytePairModel          model;

  set_up (&model, table, ranks);
  assert_cut (&model, with_space, "a a", "-[10,10) 0[10,11) -[11,12) 0[12,13) ");
  model.bytes[0xe2] = model.bytes[0x96] = model.bytes[0x81] = 1;
  assert_cut (&model, plain, "a a", "0[10,11) 1[11,12) 1[12,12) 1[12,12) 0[12,13) ");
}

static void
test_ranks (void)
{
  const float          scores[] = {-1, 0, -1, NAN, 2, -INFINITY, INFINITY, 2, -0.0f};
  static const guint32 expected[] = {3, 2, 3, 5, 1, 4, 0, 1, 2};
  g_auto (SemaBuffer)  ranks = {0}, none = {0};

  g_assert_true (sema_sentence_pieces_rank (scores, G_N_ELEMENTS (scores), &ranks, NULL));
  g_assert_cmpmem (ranks.data, ranks.n_bytes, expected, sizeof expected);
  g_assert_true (sema_sentence_pieces_rank (scores, 0, &none, NULL));
  g_assert_cmpuint (none.n_bytes, ==, 0);
}

static void
test_bytes (void)
{
  gsize            length;
  g_autofree char *word = sema_sentence_pieces_dup_bytes (MARK "a" MARK MARK "\xe2\x96", 12, &length);
  g_autofree char *byte = sema_sentence_pieces_dup_bytes ("<0x41>", 6, &(gsize) {0});
  g_autofree char *none = sema_sentence_pieces_dup_bytes ("", 0, &(gsize) {0});

  g_assert_cmpstr (word, ==, " a  \xe2\x96");
  g_assert_cmpuint (length, ==, 6);
  g_assert_cmpstr (byte, ==, "<0x41>");
  g_assert_cmpstr (none, ==, "");
}

static void
test_no_memory (void)
{
  static const guint32       ranks[] = {9, 0};
  const char *const          tokens[] = {"a", "aa", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaBytePairModel          model;
  gboolean                   is_done = FALSE;

  set_up (&model, table, ranks);
  for (guint nth = 1; !is_done; nth++)
    {
      g_auto (SemaBytePairs)   scratch = {0};
      g_auto (SemaTokenPieces) pieces = {0};
      g_auto (SemaBuffer)      places = {0};
      g_autoptr (GError)       error = NULL;

      sema_memory_fail_at (nth);
      is_done = sema_sentence_pieces_cut (&scratch, &(SemaSentenceModel) {with_space, &model, NULL}, "aaaa a", 6, 0, &pieces, NULL, &error) &&
                sema_sentence_pieces_rank ((const float[]) {1, 2}, 2, &places, &error);
      sema_memory_fail_at (0);
      if (!is_done)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
}

/* A million of the same letter. */
static void
test_long (void)
{
  static const guint32       ranks[] = {9, 1, 0};
  const char *const          tokens[] = {"a", "aa", "aaaa", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  g_autofree char           *text = g_strnfill (1000000, 'a');
  g_auto (SemaBytePairs)     scratch = {0};
  g_auto (SemaTokenPieces)   pieces = {0};
  SemaBytePairModel          model;

  set_up (&model, table, ranks);
  g_assert_true (sema_sentence_pieces_cut (&scratch, &(SemaSentenceModel) {plain, &model, NULL}, text, 1000000, 0, &pieces, NULL, NULL));
  g_assert_cmpuint (sema_token_pieces_get_n (&pieces), ==, 250000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence-pieces/places", test_places);
  g_test_add_func ("/sentence-pieces/bytes-of-spaces", test_bytes_of_spaces);
  g_test_add_func ("/sentence-pieces/styles", test_styles);
  g_test_add_func ("/sentence-pieces/byte-tokens", test_byte_tokens);
  g_test_add_func ("/sentence-pieces/ranks", test_ranks);
  g_test_add_func ("/sentence-pieces/bytes", test_bytes);
  g_test_add_func ("/sentence-pieces/no-memory", test_no_memory);
  g_test_add_func ("/sentence-pieces/long", test_long);
  return g_test_run ();
}
