/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-byte-pairs.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "token-fixture.h"

static void
set_bytes (SemaBytePairModel *model)
{
  model->unknown = SEMA_TOKEN_NO_ID;
  for (guint byte = 0; byte < 256; byte++)
    model->bytes[byte] = sema_token_table_find (model->tokens, &(char) {(char)byte}, 1);
}

static char *
merge (const SemaBytePairModel *model, const char *text)
{
  g_auto (SemaBytePairs)   scratch = {0};
  g_auto (SemaTokenPieces) pieces = {0};

  g_assert_true (sema_byte_pairs_merge (&scratch, model, text, strlen (text), 100, &pieces, NULL, NULL));
  return token_fixture_print (&pieces);
}

static void
assert_merged (const SemaBytePairModel *model, const char *text, const char *expected)
{
  g_autofree char *merged = merge (model, text);

  g_assert_cmpstr (merged, ==, expected);
}

/* Where any two that make a token merge, the lowest first, and of equal ones the leftmost. */
static void
test_by_bytes (void)
{
  const char *const          tokens[] = {"a", "b", "c", "bc", "ab", "aa", "abc", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaBytePairModel          model = {.tokens = table};

  set_bytes (&model);
  assert_merged (&model, "abc", "6[100,103) ");
  assert_merged (&model, "abb", "4[100,102) 1[102,103) ");
  assert_merged (&model, "aaa", "5[100,102) 0[102,103) ");
  assert_merged (&model, "", "");
  assert_merged (&model, "axxb", "0[100,101) -[101,103) 1[103,104) ");
}

/* The merges decide, not the tokens: “abc” is one, but nothing makes it. */
static void
test_by_merges (void)
{
  const char *const          tokens[] = {"a", "b", "c", "bc", "ab", "abc", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaMergeTable             merges = {0};
  SemaBytePairModel          model = {.tokens = table, .merges = &merges};

  set_bytes (&model);
  g_assert_true (sema_merge_table_add (&merges, &(SemaMerge) {1, 2, 1, 3}, NULL));
  g_assert_true (sema_merge_table_add (&merges, &(SemaMerge) {0, 1, 0, 4}, NULL));
  assert_merged (&model, "abc", "4[100,102) 2[102,103) ");
  assert_merged (&model, "bcab", "3[100,102) 4[102,104) ");
  sema_merge_table_clear (&merges);
}

static void
test_unknown (void)
{
  const char *const          tokens[] = {"a", "?", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaBytePairModel          model = {.tokens = table};

  set_bytes (&model);
  model.unknown = 1;
  assert_merged (&model, "xxa", "1[100,101) 1[101,102) 0[102,103) ");
  model.fuse_unknown = TRUE;
  assert_merged (&model, "xxax", "1[100,102) 0[102,103) 1[103,104) ");
}

/* A million equal letters, whose pairs merge and merge again: linear, but for a logarithm. */
static void
test_million (void)
{
  const char *const          tokens[] = {"a", "aa", "aaaa", "aaaaaaaa", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  g_auto (SemaBytePairs)     scratch = {0};
  g_auto (SemaTokenPieces)   pieces = {0};
  SemaBytePairModel          model = {.tokens = table};
  g_autofree char           *text = g_strnfill (1000001, 'a');
  gint64                     start = g_get_monotonic_time ();

  set_bytes (&model);
  g_assert_true (sema_byte_pairs_merge (&scratch, &model, text, 1000001, 0, &pieces, NULL, NULL));
  g_assert_cmpuint (sema_token_pieces_get_n (&pieces), ==, 125001);
  g_assert_cmpuint (sema_token_pieces_peek (&pieces)[0].id, ==, 3);
  g_assert_cmpuint (sema_token_pieces_peek (&pieces)[125000].id, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC); /* 0.3 s; with sanitizers 20 times that; quadratic: hours */
}

static void
test_cancel_and_memory (void)
{
  const char *const          tokens[] = {"a", "aa", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  SemaBytePairModel          model = {.tokens = table};
  g_autofree char           *text = g_strnfill (400000, 'a');

  set_bytes (&model);
  sema_progress_cancel (progress);
  for (guint64 nth = 0; nth < 6; nth++)
    {
      g_auto (SemaBytePairs)   scratch = {0};
      g_auto (SemaTokenPieces) pieces = {0};
      g_autoptr (GError)       error = NULL;

      sema_memory_fail_at (nth);
      if (nth == 0)
        g_assert_false (sema_byte_pairs_merge (&scratch, &model, text, 400000, 0, &pieces, progress, &error));
      else if (sema_byte_pairs_merge (&scratch, &model, text, 100, 0, &pieces, NULL, &error))
        g_assert_no_error (error);
      sema_memory_fail_at (0);
      if (error != NULL)
        g_assert_true (g_error_matches (error, SEMA_CORE_ERROR, nth == 0 ? SEMA_CORE_ERROR_CANCELLED : SEMA_CORE_ERROR_NO_MEMORY));
    }
}

/* Bytes without a token leave those beside them together, or part them. */
static void
test_parted (void)
{
  const char *const          tokens[] = {"a", "b", "ab", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaBytePairModel          model = {.tokens = table};
  SemaMergeTable             merges = {0};

  set_bytes (&model);
  g_assert_true (sema_merge_table_add (&merges, &(SemaMerge) {0, 1, 0, 2}, NULL));
  model.merges = &merges;
  assert_merged (&model, "axb", "2[100,103) ");
  model.unknown_parts = TRUE;
  assert_merged (&model, "axb", "0[100,101) -[101,102) 1[102,103) ");
  assert_merged (&model, "xabx", "-[100,101) 2[101,103) -[103,104) ");
  sema_merge_table_clear (&merges);
}

/* As SentencePiece: characters, the best rank first, of equal ones the leftmost, and bytes for what is no token in the end. */
static void
test_by_ranks (void)
{
  static const guint32       ranks[] = {9, 9, 2, 1, 1, 9, 0, 9, 9};
  const char *const          tokens[] = {"a", "b", "ab", "ba", "aa", "é", "éa", "X", "Y", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaBytePairModel          model = {.tokens = table, .ranks = ranks, .has_characters = TRUE, .unknown = SEMA_TOKEN_NO_ID};

  for (guint byte = 0; byte < 256; byte++)
    model.bytes[byte] = SEMA_TOKEN_NO_ID;
  assert_merged (&model, "aba", "0[100,101) 3[101,103) ");
  assert_merged (&model, "aaba", "4[100,102) 3[102,104) ");
  assert_merged (&model, "aaa", "4[100,102) 0[102,103) ");
  assert_merged (&model, "\xc3\xa9\xc3\xa9"
                         "ab",
                 "5[100,102) 6[102,105) 1[105,106) ");
  assert_merged (&model, "", "");
  /* The letter has no token, nor have its bytes. */
  assert_merged (&model, "a\xc3\xb6"
                         "b",
                 "0[100,101) -[101,103) 1[103,104) ");
  model.unknown = 8;
  assert_merged (&model, "a\xc3\xb6"
                         "b",
                 "0[100,101) 8[101,103) 1[103,104) ");
  /* With tokens for bytes. */
  model.bytes[0xc3] = model.bytes[0xb6] = model.bytes[0xff] = 7;
  assert_merged (&model, "a\xc3\xb6\xff"
                         "b",
                 "0[100,101) 7[101,102) 7[102,103) 7[103,104) 1[104,105) ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/byte-pairs/by-bytes", test_by_bytes);
  g_test_add_func ("/byte-pairs/by-merges", test_by_merges);
  g_test_add_func ("/byte-pairs/by-ranks", test_by_ranks);
  g_test_add_func ("/byte-pairs/parted", test_parted);
  g_test_add_func ("/byte-pairs/unknown", test_unknown);
  g_test_add_func ("/byte-pairs/million", test_million);
  g_test_add_func ("/byte-pairs/cancel-and-memory", test_cancel_and_memory);
  return g_test_run ();
}
