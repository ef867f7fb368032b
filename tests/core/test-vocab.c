/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "word-rows.h"

static void
test_find (void)
{
  const char *const     words[] = {"king", "queen", "", "kin", "kings", "\xff\xfe", "a word of more than sixteen bytes", NULL};
  g_autoptr (SemaVocab) vocab = word_rows_new (words);
  gsize                 length;

  g_assert_cmpuint (sema_vocab_get_n_words (vocab), ==, 7);
  g_assert_cmpuint (sema_vocab_get_n_duplicates (vocab), ==, 0);
  for (guint64 row = 0; row < 7; row++)
    {
      g_assert_cmpstr (sema_vocab_get_word (vocab, row, &length), ==, words[row]);
      g_assert_cmpuint (length, ==, strlen (words[row]));
      g_assert_cmpuint (sema_vocab_find (vocab, words[row], -1), ==, row);
      g_assert_cmpuint (sema_vocab_find_next (vocab, row), ==, SEMA_VOCAB_NO_ROW);
      g_assert_false (sema_vocab_is_repeat (vocab, row));
    }
  g_assert_cmpuint (sema_vocab_find (vocab, "kingsman", 4), ==, 0);
  g_assert_cmpuint (sema_vocab_find (vocab, "King", -1), ==, SEMA_VOCAB_NO_ROW);
  g_assert_cmpuint (sema_vocab_find (vocab, "king ", -1), ==, SEMA_VOCAB_NO_ROW);
  g_assert_cmpuint (sema_vocab_find (vocab, "king", 5), ==, SEMA_VOCAB_NO_ROW);
}

/* The bytes are kept, the label can be shown. */
static void
test_copies (void)
{
  const char *const     words[] = {"king", "\xff", "", NULL}, *labels[] = {"king", "‹0xFF›", "(empty)"};
  g_autoptr (SemaVocab) vocab = word_rows_new (words);

  for (guint64 row = 0; row < 3; row++)
    {
      g_autofree char *word = sema_vocab_dup_word (vocab, row);
      g_autofree char *label = sema_vocab_dup_label (vocab, row);

      g_assert_cmpstr (word, ==, words[row]);
      g_assert_cmpstr (label, ==, labels[row]);
    }
}

static void
test_repeats (void)
{
  const char *const     words[] = {"a", "b", "a", "c", "b", "a", NULL};
  g_autoptr (SemaVocab) vocab = word_rows_new (words);
  const guint64         next[] = {2, 4, 5, SEMA_VOCAB_NO_ROW, SEMA_VOCAB_NO_ROW, SEMA_VOCAB_NO_ROW};
  const gboolean        is_repeat[] = {FALSE, FALSE, TRUE, FALSE, TRUE, TRUE};

  g_assert_cmpuint (sema_vocab_get_n_duplicates (vocab), ==, 3);
  g_assert_cmpuint (sema_vocab_find (vocab, "a", -1), ==, 0);
  g_assert_cmpuint (sema_vocab_find (vocab, "b", -1), ==, 1);
  for (guint64 row = 0; row < 6; row++)
    {
      g_assert_cmpuint (sema_vocab_find_next (vocab, row), ==, next[row]);
      g_assert_cmpint (sema_vocab_is_repeat (vocab, row), ==, is_repeat[row]);
    }
}

static void
test_nul_in_words (void)
{
  const char            text[] = "a\0b\0a\0\0a\0c";
  const guint64         offsets[] = {0, 4, 7, 11};
  char                 *bytes = sema_memory_alloc (sizeof text, NULL);
  guint64              *starts = sema_memory_alloc (sizeof offsets, NULL);
  g_autoptr (SemaVocab) vocab = NULL;

  memcpy (bytes, text, sizeof text);
  memcpy (starts, offsets, sizeof offsets);
  vocab = sema_vocab_new_take (bytes, starts, 3, NULL);
  g_assert_cmpuint (sema_vocab_find (vocab, "a\0b", 3), ==, 0);
  g_assert_cmpuint (sema_vocab_find (vocab, "a\0", 2), ==, 1);
  g_assert_cmpuint (sema_vocab_find (vocab, "a\0c", 3), ==, 2);
  g_assert_cmpuint (sema_vocab_find (vocab, "a", 1), ==, SEMA_VOCAB_NO_ROW);
}

static void
test_no_words (void)
{
  const char *const     none[] = {NULL};
  g_autoptr (SemaVocab) vocab = word_rows_new (none);

  g_assert_cmpuint (sema_vocab_get_n_words (vocab), ==, 0);
  g_assert_cmpuint (sema_vocab_find (vocab, "", -1), ==, SEMA_VOCAB_NO_ROW);
}

/* Were the repeats compared with one another, this would take hours. */
static void
test_a_million_repeats (void)
{
  g_autoptr (SemaVocab) vocab = word_rows_new_repeated ("the", 1000000);
  guint64               n_rows = 0;

  g_assert_cmpuint (sema_vocab_get_n_duplicates (vocab), ==, 999999);
  for (guint64 row = sema_vocab_find (vocab, "the", -1); row != SEMA_VOCAB_NO_ROW; row = sema_vocab_find_next (vocab, row))
    g_assert_cmpuint (row, ==, n_rows++);
  g_assert_cmpuint (n_rows, ==, 1000000);
}

static void
test_many_words (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SemaVocab) vocab = NULL;

  for (guint i = 0; i < 100000; i++)
    g_ptr_array_add (words, g_strdup_printf ("%u", i * 7));
  g_ptr_array_add (words, NULL);
  vocab = word_rows_new ((const char *const *)words->pdata);
  for (guint i = 0; i < 700000; i++)
    {
      char word[16];

      g_snprintf (word, sizeof word, "%u", i);
      g_assert_cmpuint (sema_vocab_find (vocab, word, -1), ==, i % 7 == 0 ? i / 7 : SEMA_VOCAB_NO_ROW);
    }
}

static void
test_too_many_words (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sema_vocab_new_take (sema_memory_alloc (1, NULL), sema_memory_alloc (8, NULL), G_MAXUINT32, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static SemaVocab *
index_three (GError **error)
{
  char    *bytes = sema_memory_alloc (6, NULL);
  guint64 *starts = sema_memory_alloc_n (4, sizeof (guint64), NULL);

  memcpy (bytes, "a\0b\0a", 6);
  for (guint i = 0; i < 4; i++)
    starts[i] = i * 2;
  return sema_vocab_new_take (bytes, starts, 3, error);
}

static void
test_each_allocation_fails (void)
{
  /* Two make the words; the slots, the list of repeats and its last size follow. */
  for (guint64 nth = 3; nth <= 5; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (index_three (&error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
    }
  sema_memory_fail_at (0);
  sema_vocab_unref (index_three (NULL));
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static void
test_owners (void)
{
  SemaVocab *vocab = index_three (NULL);

  g_assert_true (sema_vocab_ref (vocab) == vocab);
  sema_vocab_unref (vocab);
  g_assert_cmpuint (sema_vocab_find (vocab, "b", -1), ==, 1);
  sema_vocab_unref (vocab);
  sema_vocab_unref (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocab/find", test_find);
  g_test_add_func ("/vocab/copies", test_copies);
  g_test_add_func ("/vocab/repeats", test_repeats);
  g_test_add_func ("/vocab/nul-in-words", test_nul_in_words);
  g_test_add_func ("/vocab/no-words", test_no_words);
  g_test_add_func ("/vocab/a-million-repeats", test_a_million_repeats);
  g_test_add_func ("/vocab/many-words", test_many_words);
  g_test_add_func ("/vocab/too-many-words", test_too_many_words);
  g_test_add_func ("/vocab/each-allocation-fails", test_each_allocation_fails);
  g_test_add_func ("/vocab/owners", test_owners);
  return g_test_run ();
}
