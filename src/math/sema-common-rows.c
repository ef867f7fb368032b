/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-common-rows.h"

#include "sema-error.h"
#include "sema-memory.h"

#define WORDS_PER_LOOK 4096 /* between two looks at cancel */

static gboolean
find_words (SemaCommonRows *self, guint32 n_rows, SemaProgress *progress, GError **error)
{
  const SemaVocab *vocab_a = sema_set_get_vocab (self->a), *vocab_b = sema_set_get_vocab (self->b);

  for (guint32 row = 0; row < n_rows; row++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (vocab_a, row, &length);
      guint64     other = sema_vocab_is_repeat (vocab_a, row) ? SEMA_VOCAB_NO_ROW : sema_vocab_find (vocab_b, word, (gssize)length);

      if (row % WORDS_PER_LOOK == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (other == SEMA_VOCAB_NO_ROW)
        continue;
      self->rows_a[self->n] = row;
      self->rows_b[self->n++] = (guint32)other;
    }
  return TRUE;
}

/**
 * sema_common_rows_new:
 * @a: vectors
 * @b: others
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY, also where there are more rows than 31 bits count
 *
 * Finds the words that both sets have, by their bytes. O(rows of @a).
 *
 * Returns: (transfer full) (nullable): the words, in the order of @a; there may be none
 */
SemaCommonRows *
sema_common_rows_new (SemaSet *a, SemaSet *b, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaCommonRows) self = g_new0 (SemaCommonRows, 1);
  guint64                    n_rows = sema_set_get_n_rows (a);

  self->a = sema_set_ref (a);
  self->b = sema_set_ref (b);
  if (MAX (n_rows, sema_set_get_n_rows (b)) > G_MAXINT32)
    {
      sema_memory_alloc (G_MAXSIZE, error); /* says so */
      return NULL;
    }
  self->rows_a = sema_memory_alloc_n (MAX (n_rows, 1), sizeof *self->rows_a, error);
  self->rows_b = self->rows_a != NULL ? sema_memory_alloc_n (MAX (n_rows, 1), sizeof *self->rows_b, error) : NULL;
  if (self->rows_b == NULL || !find_words (self, (guint32)n_rows, progress, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sema_common_rows_free:
 * @self: (nullable) (transfer full): words
 */
void
sema_common_rows_free (SemaCommonRows *self)
{
  if (self == NULL)
    return;
  sema_set_unref (self->a);
  sema_set_unref (self->b);
  sema_memory_free (self->rows_a);
  sema_memory_free (self->rows_b);
  g_free (self);
}
