/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab-search.h"

#include <string.h>

#include "sema-fold.h"
#include "sema-utf8.h"

/* Rows between two looks at the progress: about a millisecond. */
#define ROWS_PER_CHUNK 16384

typedef struct
{
  const SemaVocab *vocab;
  const char      *typed;
  gsize            n_typed;
  gunichar        *folded; /* (n_folded) typed without case and accents */
  gsize            n_folded;
  SemaFold        *fold;
  guint64          exact_row;
  guint64          blank_row; /* the word typed with a blank before it */
  gsize            max;
  GArray          *begun;   /* rows whose words begin with the bytes typed, the exact one first */
  GArray          *similar; /* rows whose words do so without case and accents */
} Completion;

static gboolean
has_folded_prefix (Completion *self, const char *word, gsize length)
{
  const char *end = word + length;
  gsize       n = 0;

  while (word < end && n < self->n_folded)
    {
      guint           n_parts;
      const gunichar *parts = sema_fold_char (self->fold, sema_utf8_next (&word, end), &n_parts);

      for (guint i = 0; i < n_parts && n < self->n_folded; i++)
        if (parts[i] != self->folded[n++])
          return FALSE;
    }
  return n == self->n_folded && n > 0;
}

static void
complete_with_row (Completion *self, guint64 row)
{
  gsize       length;
  const char *word = sema_vocab_get_word (self->vocab, row, &length);
  GArray     *rows = self->similar;

  for (; length > 0 && *word == ' ' && *self->typed != ' '; length--)
    word++;
  if (length >= self->n_typed && memcmp (word, self->typed, self->n_typed) == 0)
    rows = self->begun;
  else if (self->similar->len >= self->max || !has_folded_prefix (self, word, length))
    return;
  if (row != self->exact_row && row != self->blank_row && !sema_vocab_is_repeat (self->vocab, row))
    g_array_append_val (rows, row);
}

static void
complete_with_all (Completion *self, SemaProgress *progress)
{
  guint64 n_words = sema_vocab_get_n_words (self->vocab);

  for (guint64 row = 0; row < n_words && self->begun->len < self->max; row++)
    {
      if (row % ROWS_PER_CHUNK == 0 && sema_progress_is_cancelled (progress))
        {
          g_array_set_size (self->begun, 0);
          g_array_set_size (self->similar, 0);
          return;
        }
      complete_with_row (self, row);
    }
}

static void
take_first (Completion *self, guint64 row)
{
  if (row != SEMA_VOCAB_NO_ROW && self->begun->len < self->max)
    g_array_append_val (self->begun, row);
}

/**
 * sema_vocab_search_with_blank:
 * @vocab: a vocabulary
 * @word: a word, NUL-terminated
 *
 * Returns: the row of the word with a blank before it, as vocabularies of byte pairs have the words within a text, or
 *   %SEMA_VOCAB_NO_ROW. O(1)
 */
guint64
sema_vocab_search_with_blank (const SemaVocab *vocab, const char *word)
{
  g_autofree char *spaced = NULL;

  g_return_val_if_fail (vocab != NULL, SEMA_VOCAB_NO_ROW);
  g_return_val_if_fail (word != NULL, SEMA_VOCAB_NO_ROW);

  spaced = g_strconcat (" ", word, NULL);
  return sema_vocab_find (vocab, spaced, -1);
}

/**
 * sema_vocab_search_completions:
 * @vocab: a vocabulary
 * @typed: the beginning of a word, NUL-terminated; nothing completes the empty one
 * @max: how many rows are wanted at most
 * @progress: (nullable): polled; its counts are left alone
 *
 * Finds the words that @typed may become: the word itself, the word with a blank before it, then those that begin with its
 * bytes, then those that do so when case and accents are ignored; each kind in row order, each word once. Blanks before a word
 * are passed over unless one is typed. O(bytes), less when there are many.
 *
 * Returns: (transfer full) (element-type guint64): the rows, none when cancelled; free with g_array_unref()
 */
GArray *
sema_vocab_search_completions (const SemaVocab *vocab, const char *typed, gsize max, SemaProgress *progress)
{
  g_autoptr (SemaFold) fold = sema_fold_new ();
  g_autofree gunichar *folded = NULL;
  g_autoptr (GArray)   similar = g_array_new (FALSE, FALSE, sizeof (guint64));
  Completion           self = {.vocab = vocab, .typed = typed, .fold = fold, .max = max, .similar = similar};

  g_return_val_if_fail (vocab != NULL, NULL);
  g_return_val_if_fail (typed != NULL, NULL);

  self.begun = g_array_new (FALSE, FALSE, sizeof (guint64));
  if (*typed == '\0' || max == 0)
    return self.begun;
  self.n_typed = strlen (typed);
  self.folded = folded = sema_fold_text (typed, &self.n_folded);
  self.exact_row = sema_vocab_find (vocab, typed, -1);
  self.blank_row = sema_vocab_search_with_blank (vocab, typed);
  take_first (&self, self.exact_row);
  take_first (&self, self.blank_row);
  complete_with_all (&self, progress);
  g_array_append_vals (self.begun, similar->data, (guint)MIN (similar->len, max - self.begun->len));
  return self.begun;
}
