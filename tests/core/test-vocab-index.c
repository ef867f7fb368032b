/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab-index.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

#define N_WORDS 5000

/* Every seventh word is one of a few; the others are their numbers. Borrowed from here. */
static char    bytes[N_WORDS * 8];
static guint64 starts[N_WORDS + 1];
static guint64 first_rows[N_WORDS]; /* with the same word */

static void
make_words (void)
{
  guint64 of_few[5] = {G_MAXUINT64, G_MAXUINT64, G_MAXUINT64, G_MAXUINT64, G_MAXUINT64};

  for (guint row = 0; row < N_WORDS; row++)
    {
      guint few = row / 7 % 5;

      g_snprintf (bytes + starts[row], 8, row % 7 == 0 ? "few%u" : "%u", row % 7 == 0 ? few : row);
      starts[row + 1] = starts[row] + strlen (bytes + starts[row]) + 1;
      if (row % 7 == 0 && of_few[few] == G_MAXUINT64)
        of_few[few] = row;
      first_rows[row] = row % 7 == 0 ? of_few[few] : row;
    }
}

static void
assert_right (const SemaVocabIndex *index, const SemaVocabWords *words, guint64 n_words)
{
  const guint64 *repeats = (const guint64 *)index->repeats.data;
  guint64        n_repeats = 0;

  for (guint64 row = 0; row < n_words; row++)
    {
      gsize       length;
      const char *word = sema_vocab_words_peek (words, row, &length);

      g_assert_cmpuint (sema_vocab_index_find (index, words, word, length), ==, first_rows[row]);
      n_repeats += first_rows[row] != row;
    }
  g_assert_cmpuint (index->repeats.n_bytes, ==, n_repeats * sizeof (guint64));
  for (guint64 i = 1; i < n_repeats; i++)
    g_assert_cmpuint (repeats[i - 1], <, repeats[i]);
  g_assert_cmpuint (sema_vocab_index_find (index, words, "none", 4), ==, SEMA_VOCAB_INDEX_NONE);
}

/* The words may lie elsewhere each time, for what holds them grows. */
static void
test_by_and_by (void)
{
  for (guint step = 1; step < 2 * N_WORDS; step = step * 3 + 1)
    {
      SemaVocabIndex index = {0};
      SemaVocabWords words = {bytes, starts};

      for (guint64 n = step;; n += step)
        {
          g_autofree char    *copy = g_memdup2 (bytes, sizeof bytes);
          g_autofree guint64 *starts_copy = g_memdup2 (starts, sizeof starts);

          g_assert_true (sema_vocab_index_add (&index, &(SemaVocabWords) {copy, starts_copy}, MIN (n, N_WORDS), NULL));
          if (n >= N_WORDS)
            break;
        }
      g_assert_true (sema_vocab_index_finish (&index, NULL));
      assert_right (&index, &words, N_WORDS);
      sema_vocab_index_clear (&index);
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

/* What is reserved is not asked for again, and what comes beyond it finds room. */
static void
test_reserve (void)
{
  const guint64  hints[] = {0, 1, 100, N_WORDS, 3 * N_WORDS};
  SemaVocabWords words = {bytes, starts};

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      SemaVocabIndex index = {0};
      guint64        n_slots;

      g_assert_true (sema_vocab_index_reserve (&index, hints[i], NULL));
      n_slots = index.n_slots;
      g_assert_true (sema_vocab_index_add (&index, &words, N_WORDS / 2, NULL));
      g_assert_true (sema_vocab_index_add (&index, &words, N_WORDS, NULL));
      g_assert_true (sema_vocab_index_finish (&index, NULL));
      if (hints[i] >= N_WORDS)
        g_assert_cmpuint (index.n_slots, ==, n_slots);
      assert_right (&index, &words, N_WORDS);
      sema_vocab_index_clear (&index);
    }
}

static void
test_empty (void)
{
  SemaVocabIndex index = {0};
  SemaVocabWords words = {bytes, starts};

  g_assert_cmpuint (sema_vocab_index_find (&index, &words, "few0", 4), ==, SEMA_VOCAB_INDEX_NONE);
  g_assert_true (sema_vocab_index_add (&index, &words, 0, NULL));
  g_assert_true (sema_vocab_index_finish (&index, NULL));
  g_assert_cmpuint (sema_vocab_index_find (&index, &words, "few0", 4), ==, SEMA_VOCAB_INDEX_NONE);
  sema_vocab_index_clear (&index);
}

static void
test_each_allocation_fails (void)
{
  SemaVocabWords words = {bytes, starts};
  gboolean       is_done = FALSE;

  for (guint64 nth = 1; !is_done; nth++)
    {
      SemaVocabIndex     index = {0};
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      is_done = sema_vocab_index_add (&index, &words, 50, &error) && sema_vocab_index_add (&index, &words, N_WORDS, &error) &&
                sema_vocab_index_finish (&index, &error);
      sema_memory_fail_at (0);
      if (is_done)
        assert_right (&index, &words, N_WORDS);
      else
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      sema_vocab_index_clear (&index);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
      g_assert_cmpuint (nth, <, 50);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  make_words ();
  g_test_add_func ("/vocab-index/by-and-by", test_by_and_by);
  g_test_add_func ("/vocab-index/reserve", test_reserve);
  g_test_add_func ("/vocab-index/empty", test_empty);
  g_test_add_func ("/vocab-index/each-allocation-fails", test_each_allocation_fails);
  return g_test_run ();
}
