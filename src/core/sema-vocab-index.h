/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-hash.h"

G_BEGIN_DECLS

/**
 * SemaVocabWords:
 * @bytes: the words, a NUL after each
 * @starts: (n + 1) where each begins in @bytes, and where the last one's NUL ends
 *
 * Words in row order, borrowed.
 */
typedef struct
{
  const char    *bytes;
  const guint64 *starts;
} SemaVocabWords;

/**
 * SemaVocabIndex:
 * @slots: open addressing; the rows whose word occurs in no earlier row
 * @n_slots: a power of two, or 0
 * @n_words: how many of the words are in it
 * @repeats: guint64: first row of a word << 32 | later row with it; ascending once the index is finished
 * @key: of the hash
 *
 * Finds the row of a word. Grows with the words, by a hash whose key is drawn anew each time, so no file can be made to
 * collide. Starts as all zeros.
 */
typedef struct
{
  guint64    *slots;
  guint64     n_slots;
  guint64     n_words;
  SemaBuffer  repeats;
  SemaHashKey key;
} SemaVocabIndex;

#define SEMA_VOCAB_INDEX_NONE G_MAXUINT64

gboolean sema_vocab_index_reserve (SemaVocabIndex *self, guint64 n_words, GError **error);
gboolean sema_vocab_index_add (SemaVocabIndex *self, const SemaVocabWords *words, guint64 n_words, GError **error);
gboolean sema_vocab_index_finish (SemaVocabIndex *self, GError **error);
guint64  sema_vocab_index_find (const SemaVocabIndex *self, const SemaVocabWords *words, const char *word, gsize length);
void     sema_vocab_index_clear (SemaVocabIndex *self);

/* The word of a row. */
static inline const char *
sema_vocab_words_peek (const SemaVocabWords *self, guint64 row, gsize *length)
{
  *length = self->starts[row + 1] - self->starts[row] - 1;
  return self->bytes + self->starts[row];
}

G_END_DECLS
