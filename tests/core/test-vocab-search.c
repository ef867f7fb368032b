/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab-search.h"

#include "word-rows.h"

static const char *const words[] = {"Königin", "konig", "kong", "King", "kings", "king", "kings", "KING", "kingdom", "könig", "\xffking", "Kınd", "الملك", "", NULL};

static void
assert_completes (const char *typed, gsize max, const char *expected)
{
  g_autoptr (SemaVocab) vocab = word_rows_new (words);
  g_autofree char      *found = word_rows_join (vocab, sema_vocab_search_completions (vocab, typed, max, NULL));

  g_assert_cmpstr (found, ==, expected);
}

/* The word itself, what begins with its bytes, then what does so without case and accents; each word once. */
static void
test_order (void)
{
  assert_completes ("king", 100, "king kings kingdom King KING");
  assert_completes ("kin", 100, "kings king kingdom King KING");
  assert_completes ("KIN", 100, "KING King kings king kingdom");
  assert_completes ("konig", 100, "konig Königin könig");
  assert_completes ("König", 100, "Königin konig könig");
  assert_completes ("kö", 100, "könig Königin konig kong");
}

/* As vocabularies of byte pairs have them: most words have a blank before them. */
static void
test_blanks (void)
{
  static const char *const spaced[] = {" kingdom", "kings", "  king", "King", " king", " queen", "kin", " Kings", NULL};
  g_autoptr (SemaVocab)    vocab = word_rows_new (spaced);
  g_autofree char         *king = word_rows_join (vocab, sema_vocab_search_completions (vocab, "king", 100, NULL));
  g_autofree char         *two = word_rows_join (vocab, sema_vocab_search_completions (vocab, "king", 2, NULL));
  g_autofree char         *queen = word_rows_join (vocab, sema_vocab_search_completions (vocab, "que", 100, NULL));
  g_autofree char         *typed = word_rows_join (vocab, sema_vocab_search_completions (vocab, " k", 100, NULL));

  g_assert_cmpstr (king, ==, " king  kingdom kings   king King  Kings");
  g_assert_cmpstr (two, ==, " king  kingdom");
  g_assert_cmpstr (queen, ==, " queen");
  g_assert_cmpstr (typed, ==, " kingdom  king  Kings");
  g_assert_cmpuint (sema_vocab_search_with_blank (vocab, "queen"), ==, 5);
  g_assert_cmpuint (sema_vocab_search_with_blank (vocab, "kin"), ==, SEMA_VOCAB_NO_ROW);
  g_assert_cmpuint (sema_vocab_search_with_blank (vocab, ""), ==, SEMA_VOCAB_NO_ROW);
}

static void
test_max (void)
{
  assert_completes ("king", 0, "");
  assert_completes ("king", 1, "king");
  assert_completes ("king", 2, "king kings");
  assert_completes ("king", 4, "king kings kingdom King");
  assert_completes ("kin", 1, "kings");
}

static void
test_nothing (void)
{
  assert_completes ("", 100, "");
  assert_completes ("zebra", 100, "");
  assert_completes ("kingdoms", 100, "");
  assert_completes ("\u0301", 100, "");
}

static void
test_other_bytes (void)
{
  assert_completes ("\xff", 100, "\xffking");
  assert_completes ("\xffKI", 100, "\xffking");
  assert_completes ("ال", 100, "الملك");
}

static void
test_no_words (void)
{
  const char *const     none[] = {NULL};
  g_autoptr (SemaVocab) vocab = word_rows_new (none);
  g_autoptr (GArray)    rows = sema_vocab_search_completions (vocab, "king", 10, NULL);

  g_assert_cmpuint (rows->len, ==, 0);
}

static void
test_repeats (void)
{
  g_autoptr (SemaVocab) vocab = word_rows_new_repeated ("the", 300000);
  g_autofree char      *begun = word_rows_join (vocab, sema_vocab_search_completions (vocab, "th", 10, NULL));
  g_autofree char      *folded = word_rows_join (vocab, sema_vocab_search_completions (vocab, "TH", 10, NULL));

  g_assert_cmpstr (begun, ==, "the");
  g_assert_cmpstr (folded, ==, "the");
}

static void
test_cancelled (void)
{
  g_autoptr (SemaVocab)    vocab = word_rows_new (words);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GArray)       rows = NULL;

  sema_progress_cancel (progress);
  rows = sema_vocab_search_completions (vocab, "king", 100, progress);
  g_assert_cmpuint (rows->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocab-search/order", test_order);
  g_test_add_func ("/vocab-search/blanks", test_blanks);
  g_test_add_func ("/vocab-search/max", test_max);
  g_test_add_func ("/vocab-search/nothing", test_nothing);
  g_test_add_func ("/vocab-search/other-bytes", test_other_bytes);
  g_test_add_func ("/vocab-search/no-words", test_no_words);
  g_test_add_func ("/vocab-search/repeats", test_repeats);
  g_test_add_func ("/vocab-search/cancelled", test_cancelled);
  return g_test_run ();
}
