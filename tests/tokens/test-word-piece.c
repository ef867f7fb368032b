/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-piece.h"

#include <string.h>

#include "token-fixture.h"

static void
assert_cut (const SemaWordPieceModel *model, const char *text, const char *expected)
{
  g_auto (SemaTokenPieces) pieces = {0};
  g_autofree char         *cut = NULL;

  g_assert_true (sema_word_piece_cut (model, text, strlen (text), 10, &pieces, NULL, NULL));
  cut = token_fixture_print (&pieces);
  g_assert_cmpstr (cut, ==, expected);
}

/* The example of BERT's own test: “unwanted running”. */
static void
test_greedy (void)
{
  const char *const          tokens[] = {"[UNK]", "want", "##want", "##ed", "wa", "un", "runn", "##ing", "é", ",", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaWordPieceModel         model = {table, {TRUE, TRUE, FALSE, TRUE}, "##", 8, 0};

  assert_cut (&model, "unwanted running", "5[10,12) 2[12,16) 3[16,18) 6[19,23) 7[23,26) ");
  assert_cut (&model, "unwantedX running", "0[10,19) 6[20,24) 7[24,27) ");
  assert_cut (&model, "É,want", "8[10,12) 9[12,13) 1[13,17) ");
  assert_cut (&model, "", "");
  assert_cut (&model, "wantwant", "1[10,14) 2[14,18) ");
  assert_cut (&model, "wantwanted", "0[10,20) ");
}

static void
test_cancelled (void)
{
  const char *const          tokens[] = {"[UNK]", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  g_auto (SemaTokenPieces)   pieces = {0};
  g_autoptr (GError)         error = NULL;
  SemaWordPieceModel         model = {table, {TRUE, TRUE, TRUE, TRUE}, "##", 100, 0};

  sema_progress_cancel (progress);
  g_assert_false (sema_word_piece_cut (&model, "a", 1, 0, &pieces, progress, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-piece/greedy", test_greedy);
  g_test_add_func ("/word-piece/cancelled", test_cancelled);
  return g_test_run ();
}
