/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fold.h"
#include "sema-parallel.h"
#include "sema-random.h"
#include "sema-spelling.h"
#include "sema-vocab-search.h"
#include "word-rows.h"

static const char *const words[] = {"queen", "kind", "Queen", "kings", "king", "kings", "knight", "wing", "café", "québec", "qu\xff"
                                                                                                                            "en",
                                    "", "жизнь", "uqeen", NULL};

static void
assert_suggests (const char *typed, gsize max, const char *expected)
{
  g_autoptr (SemaVocab) vocab = word_rows_new (words);
  g_autofree char      *found = word_rows_join (vocab, sema_vocab_search_spellings (vocab, typed, max, NULL));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_nearest_first (void)
{
  assert_suggests ("knig", 100, "king kind kings knight wing");
  assert_suggests ("kingd", 100, "kind kings king wing");
  assert_suggests ("QUEEN", 100, "queen Queen qu\xff"
                                 "en uqeen québec");
  assert_suggests ("quen", 100, "queen Queen qu\xff"
                                "en uqeen");
  assert_suggests ("cafe", 100, "café");
  assert_suggests ("жисзнь", 100, "жизнь");
}

static void
test_blank_first (void)
{
  static const char *const spaced[] = {"kin", "kings", " kin", "kingd", " king", "queen", NULL};
  g_autoptr (SemaVocab)    vocab = word_rows_new (spaced);
  g_autofree char         *all = word_rows_join (vocab, sema_vocab_search_spellings (vocab, "king", 100, NULL));
  g_autofree char         *one = word_rows_join (vocab, sema_vocab_search_spellings (vocab, "king", 1, NULL));

  g_assert_true (g_str_has_prefix (all, " king kin kings kingd"));
  g_assert_cmpstr (one, ==, " king");
}

static void
test_max (void)
{
  assert_suggests ("knig", 0, "");
  assert_suggests ("knig", 1, "king");
  assert_suggests ("kingd", 2, "kind kings");
  assert_suggests ("kingd", 3, "kind kings king");
  assert_suggests ("queen", 1, "queen");
}

static void
test_nothing (void)
{
  assert_suggests ("", 100, "");
  assert_suggests ("\u0301", 100, "");
  assert_suggests ("zebra", 100, "");
}

/* A third of the length, rounded up: one letter may differ in three, two in six. */
/* Rows without words are found by their ids, each once and first. */
static void
test_row_names (void)
{
  static const char *const rows[] = {"[5]", "55", "[123456]", "12345", "[5x]", NULL};
  static const struct
  {
    const char *typed;
    gsize       max;
    const char *expected;
  } cases[] = {{"5", 10, "[5] 55"}, {"123456", 10, "[123456] 12345"}, {"123456", 1, "[123456]"}, {"5x", 10, "55"}};
  g_autoptr (SemaVocab) vocab = word_rows_new (rows);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = word_rows_join (vocab, sema_vocab_search_spellings (vocab, cases[i].typed, cases[i].max, NULL));

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_bound (void)
{
  const char *const     near[] = {"abc", "abcdef", "abcdefghijkl", NULL};
  g_autoptr (SemaVocab) vocab = word_rows_new (near);
  const struct
  {
    const char *typed;
    const char *expected;
  } cases[] = {{"axc", "abc"}, {"xyc", ""}, {"abcxyf", "abcdef"}, {"abxyzf", ""}, {"abcxyzghijkl", "abcdefghijkl"}, {"abwxyzghijkl", ""}, {"x", ""}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = word_rows_join (vocab, sema_vocab_search_spellings (vocab, cases[i].typed, 10, NULL));

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static SemaVocab *
new_random_vocab (guint n_words)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  SemaRandom            random;

  sema_random_init (&random, 5);
  for (guint i = 0; i < n_words; i++)
    {
      const char *const letters[] = {"a", "b", "C", "é", "e", "ж", "d"};
      GString          *word = g_string_new (NULL);

      for (guint64 n = sema_random_below (&random, 9); n > 0; n--)
        g_string_append (word, letters[sema_random_below (&random, 7)]);
      g_ptr_array_add (made, g_string_free (word, FALSE));
    }
  g_ptr_array_add (made, NULL);
  return word_rows_new ((const char *const *)made->pdata);
}

/* Every row's distance, without a filter; repeats are far from everything. */
static guint8 *
measure_all (const SemaVocab *vocab, const char *typed)
{
  g_autoptr (SemaFold) fold = sema_fold_new ();
  guint8              *distances = g_new (guint8, sema_vocab_get_n_words (vocab));
  gsize                n_typed;
  g_autofree gunichar *folded = sema_fold_text (typed, &n_typed);

  for (guint64 row = 0; row < sema_vocab_get_n_words (vocab); row++)
    {
      gunichar    letters[64];
      gsize       length;
      const char *word = sema_vocab_get_word (vocab, row, &length);
      gsize       n_word = sema_fold_word (fold, word, length, letters, G_N_ELEMENTS (letters));
      guint       distance = sema_spelling_get_distance (folded, n_typed, letters, n_word, 3);

      distances[row] = sema_vocab_is_repeat (vocab, row) || distance > (n_typed + 2) / 3 ? 4 : (guint8)distance;
    }
  return distances;
}

static void
assert_finds_nearest (const SemaVocab *vocab, const char *typed, const guint8 *distances, gsize max)
{
  g_autoptr (GArray) found = sema_vocab_search_spellings (vocab, typed, max, NULL);
  guint              n = 0;

  for (guint distance = 0; distance <= 3; distance++)
    for (guint64 row = 0; row < sema_vocab_get_n_words (vocab) && n < max; row++)
      if (distances[row] == distance)
        {
          g_assert_cmpuint (n, <, found->len);
          g_assert_cmpuint (g_array_index (found, guint64, n++), ==, row);
        }
  g_assert_cmpuint (n, ==, found->len);
}

static void
test_filters_lose_nothing (void)
{
  g_autoptr (SemaVocab) vocab = new_random_vocab (20000);
  const char *const     typed[] = {"a", "abé", "ебж", "cabd", "CEDABE", "ababcdcd", "жжжжжжж"};

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree guint8 *distances = measure_all (vocab, typed[i]);

      for (gsize max = 1; max < 5000; max *= 12)
        assert_finds_nearest (vocab, typed[i], distances, max);
    }
}

static void
test_threads_agree (void)
{
  g_autoptr (SemaVocab) vocab = new_random_vocab (60000);
  g_autoptr (GArray)    one = NULL;
  g_autoptr (GArray)    many = NULL;

  sema_parallel_set_threads (1);
  one = sema_vocab_search_spellings (vocab, "abcé", 50, NULL);
  sema_parallel_set_threads (5);
  many = sema_vocab_search_spellings (vocab, "abcé", 50, NULL);
  sema_parallel_set_threads (0);
  g_assert_cmpuint (one->len, ==, 50);
  g_assert_cmpmem (one->data, one->len * sizeof (guint64), many->data, many->len * sizeof (guint64));
}

static void
test_cancelled (void)
{
  g_autoptr (SemaVocab)    vocab = word_rows_new (words);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GArray)       rows = NULL;

  sema_progress_cancel (progress);
  rows = sema_vocab_search_spellings (vocab, "king", 100, progress);
  g_assert_cmpuint (rows->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocab-spellings/nearest-first", test_nearest_first);
  g_test_add_func ("/vocab-spellings/blank-first", test_blank_first);
  g_test_add_func ("/vocab-spellings/max", test_max);
  g_test_add_func ("/vocab-spellings/nothing", test_nothing);
  g_test_add_func ("/vocab-spellings/row-names", test_row_names);
  g_test_add_func ("/vocab-spellings/bound", test_bound);
  g_test_add_func ("/vocab-spellings/filters-lose-nothing", test_filters_lose_nothing);
  g_test_add_func ("/vocab-spellings/threads-agree", test_threads_agree);
  g_test_add_func ("/vocab-spellings/cancelled", test_cancelled);
  return g_test_run ();
}
