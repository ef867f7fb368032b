/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab-upper.h"

#include <string.h>

#include "sema-error.h"
#include "sema-fold.h"
#include "sema-memory.h"
#include "word-rows.h"

static const char *const words[] = {"Paris", "paris", "king", "straße", "STRASSE", "PARIS", "ſ", "ΐ", "caf\xe9", "King", "", NULL};

#define N_WORDS (G_N_ELEMENTS (words) - 1)

static SemaVocab *
new_vocab (void)
{
  return word_rows_new (words);
}

static guint64
find (SemaVocabUpper *upper, const char *word)
{
  return sema_vocab_upper_find (upper, word, strlen (word));
}

static void
test_find (void)
{
  g_autoptr (SemaVocab)      vocab = new_vocab ();
  g_autoptr (SemaVocabUpper) upper = sema_vocab_upper_new (vocab, N_WORDS, NULL, NULL);

  g_assert_cmpuint (find (upper, "paRis"), ==, 0);
  g_assert_cmpuint (find (upper, "KING"), ==, 2);
  g_assert_cmpuint (find (upper, "strasse"), ==, 3);
  g_assert_cmpuint (find (upper, "s"), ==, 6);
  g_assert_cmpuint (find (upper, "ι\u0308\u0301"), ==, 7);
  g_assert_cmpuint (find (upper, "CAF\xe9"), ==, 8);
  g_assert_cmpuint (find (upper, "CAFé"), ==, SEMA_VOCAB_NO_ROW);
  g_assert_cmpuint (find (upper, ""), ==, 10);
  g_assert_cmpuint (find (upper, "queen"), ==, SEMA_VOCAB_NO_ROW);
  g_assert_cmpuint (sema_vocab_upper_find (upper, "king\0", 5), ==, SEMA_VOCAB_NO_ROW);
}

static void
test_first (void)
{
  static const guint64       expected[] = {0, 0, 2, 3, 3, 0, 6, 7, 8, 2, 10};
  g_autoptr (SemaVocab)      vocab = new_vocab ();
  g_autoptr (SemaVocabUpper) upper = sema_vocab_upper_new (vocab, N_WORDS, NULL, NULL);

  for (guint64 row = 0; row < N_WORDS; row++)
    g_assert_cmpuint (sema_vocab_upper_get_first (upper, row), ==, expected[row]);
}

/* Only the first words can be found; of none, none. */
static void
test_some (void)
{
  g_autoptr (SemaVocab)      vocab = new_vocab ();
  g_autoptr (SemaVocabUpper) three = sema_vocab_upper_new (vocab, 3, NULL, NULL);
  g_autoptr (SemaVocabUpper) none = sema_vocab_upper_new (vocab, 0, NULL, NULL);

  g_assert_cmpuint (find (three, "king"), ==, 2);
  g_assert_cmpuint (find (three, "strasse"), ==, SEMA_VOCAB_NO_ROW);
  g_assert_cmpuint (find (none, "king"), ==, SEMA_VOCAB_NO_ROW);
  g_assert_cmpuint (find (none, ""), ==, SEMA_VOCAB_NO_ROW);
}

/* A word that comes again is no other word, and there may be fewer words than asked for. */
static void
test_repeats (void)
{
  static const char *const repeated[] = {"a", "b", "a", "a", "c", "b", "d", NULL};
  static const guint64     n_rows[] = {0, 1, 2, 5, 7, 7};
  g_autoptr (SemaVocab)    vocab = word_rows_new (repeated);

  for (guint64 most = 0; most < G_N_ELEMENTS (n_rows); most++)
    {
      g_autoptr (SemaVocabUpper) upper = sema_vocab_upper_new (vocab, most, NULL, NULL);

      g_assert_cmpuint (sema_vocab_upper_get_n_rows (upper), ==, n_rows[most]);
      g_assert_cmpuint (find (upper, "B"), ==, most < 2 ? SEMA_VOCAB_NO_ROW : 1);
    }
}

/* Too many words for one step, and one that has grown as much as any can; a question of any length takes no more room. */
static void
test_many (void)
{
  g_auto (GStrv)             many = g_new0 (char *, 10001);
  g_autoptr (SemaVocab)      vocab = NULL;
  g_autoptr (SemaVocabUpper) upper = NULL;
  g_autofree char           *endless = g_strnfill (30000000, 'a');

  for (guint i = 0; i < 10000; i++)
    many[i] = i == 9999 ? g_strdup ("ΐΐΐΐΐΐΐΐ") : g_strdup_printf ("word %u", i);
  vocab = word_rows_new ((const char *const *)many);
  upper = sema_vocab_upper_new (vocab, 10000, NULL, NULL);
  for (guint i = 0; i < 10000; i++)
    g_assert_cmpuint (find (upper, many[i]), ==, i);
  g_assert_cmpuint (find (upper, "ΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐ"), ==, SEMA_VOCAB_NO_ROW);
  g_assert_cmpuint (find (upper, endless), ==, SEMA_VOCAB_NO_ROW);
}

/* What the sizes of the buffers rest on, for all of Unicode. */
static void
test_growth (void)
{
  g_autoptr (SemaFold) fold = sema_fold_new_upper ();

  for (gunichar ch = 1; ch < 0x110000; ch++)
    {
      guint           n;
      int             n_bytes = 0, before = g_unichar_to_utf8 (ch, NULL);
      const gunichar *parts = sema_fold_char (fold, ch >= 0xd800 && ch < 0xe000 ? 'x' : ch, &n);

      for (guint i = 0; i < n; i++)
        n_bytes += g_unichar_to_utf8 (parts[i], NULL);
      g_assert_cmpint (n_bytes, <=, 3 * before);
      g_assert_true (2 * n_bytes >= before || parts[0] == 'X');
    }
}

static void
test_without_memory (void)
{
  g_autoptr (SemaVocab) vocab = new_vocab ();

  for (guint64 nth = 1; nth <= 4; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_vocab_upper_new (vocab, 3, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

static void
test_cancel (void)
{
  g_autoptr (SemaVocab)    vocab = new_vocab ();
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_vocab_upper_new (vocab, 3, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocab-upper/find", test_find);
  g_test_add_func ("/vocab-upper/first", test_first);
  g_test_add_func ("/vocab-upper/some", test_some);
  g_test_add_func ("/vocab-upper/repeats", test_repeats);
  g_test_add_func ("/vocab-upper/many", test_many);
  g_test_add_func ("/vocab-upper/growth", test_growth);
  g_test_add_func ("/vocab-upper/without-memory", test_without_memory);
  g_test_add_func ("/vocab-upper/cancel", test_cancel);
  return g_test_run ();
}
