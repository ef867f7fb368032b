/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "word-rows.h"

#include <string.h>

#include "sema-memory.h"

/* Rows of one word each; after @n words they begin anew. */
static SemaVocab *
make (const char *const *words, guint64 n, guint64 n_rows)
{
  guint64   *starts = sema_memory_alloc_n (n_rows + 1, sizeof (guint64), NULL);
  SemaVocab *vocab;
  char      *bytes;

  starts[0] = 0;
  for (guint64 row = 0; row < n_rows; row++)
    starts[row + 1] = starts[row] + strlen (words[row % n]) + 1;
  bytes = sema_memory_alloc (starts[n_rows], NULL);
  for (guint64 row = 0; row < n_rows; row++)
    memcpy (bytes + starts[row], words[row % n], strlen (words[row % n]) + 1);
  vocab = sema_vocab_new_take (bytes, starts, n_rows, NULL);
  g_assert_nonnull (vocab);
  return vocab;
}

SemaVocab *
word_rows_new (const char *const *words)
{
  guint n = g_strv_length ((char **)words);

  return make (words, n, n);
}

SemaVocab *
word_rows_new_repeated (const char *word, guint64 n_rows)
{
  return make (&word, 1, n_rows);
}

/* The words of @rows (consumed) with a blank between them. */
char *
word_rows_join (const SemaVocab *vocab, GArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, sema_vocab_get_word (vocab, g_array_index (rows, guint64, i), NULL));
    }
  g_array_unref (rows);
  return g_string_free (text, FALSE);
}
