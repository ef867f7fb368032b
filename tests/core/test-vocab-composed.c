/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab-composed.h"

#include <string.h>

static void
assert_word (const SemaVocabComposed *words, gsize index, const char *word, gsize length)
{
  gsize       found;
  const char *text = sema_vocab_composed_peek (words, index, &found);

  g_assert_cmpmem (text, found, word, length);
  g_assert_cmpint (text[found], ==, 0);
}

static void
test_add (void)
{
  g_autoptr (SemaVocabComposed) words = sema_vocab_composed_new (3);

  g_assert_cmpuint (sema_vocab_composed_get_n (words), ==, 0);
  g_assert_cmpint (sema_vocab_composed_find (words, "kingg", 5), ==, -1);
  sema_vocab_composed_add (words, "kingg", 5);
  sema_vocab_composed_add (words, "", 0);
  g_assert_false (sema_vocab_composed_is_full (words));
  sema_vocab_composed_add (words, "a\0b", 3);
  g_assert_true (sema_vocab_composed_is_full (words));
  g_assert_cmpuint (sema_vocab_composed_get_n (words), ==, 3);
  g_assert_cmpint (sema_vocab_composed_find (words, "kingg", 5), ==, 0);
  g_assert_cmpint (sema_vocab_composed_find (words, "", 0), ==, 1);
  g_assert_cmpint (sema_vocab_composed_find (words, "a\0b", 3), ==, 2);
  g_assert_cmpint (sema_vocab_composed_find (words, "a", 1), ==, -1);
  assert_word (words, 0, "kingg", 5);
  assert_word (words, 1, "", 0);
  assert_word (words, 2, "a\0b", 3);
}

#define MANY 2000

static gpointer
look_up_all (gpointer words)
{
  for (guint i = 0; i < MANY;)
    {
      char   word[16];
      gsize  length = (gsize)g_snprintf (word, sizeof word, "word %u", i);
      gssize place = sema_vocab_composed_find (words, word, length);

      if (place < 0)
        continue;
      g_assert_cmpint (place, ==, i);
      assert_word (words, i++, word, length);
    }
  return NULL;
}

/* What one thread adds another finds whole. */
static void
test_threads (void)
{
  g_autoptr (SemaVocabComposed) words = sema_vocab_composed_new (MANY);
  GThread                      *reader = g_thread_new ("reader", look_up_all, words);

  for (guint i = 0; i < MANY; i++)
    {
      char  word[16];
      gsize length = (gsize)g_snprintf (word, sizeof word, "word %u", i);

      sema_vocab_composed_add (words, word, length);
    }
  g_thread_join (reader);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/vocab-composed/add", test_add);
  g_test_add_func ("/core/vocab-composed/threads", test_threads);
  return g_test_run ();
}
