/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab.h"

#include <stdatomic.h>
#include <string.h>

#include "sema-memory.h"
#include "sema-vocab-composed.h"
#include "sema-word.h"

struct _SemaVocab
{
  atomic_int         ref_count;
  char              *bytes;
  guint64           *starts; /* (n_words + 1) */
  guint64            n_words;
  const guint64     *repeats; /* (n_repeats) of the index */
  guint64            n_repeats;
  SemaVocabIndex     index;
  SemaVocabComposed *composed; /* the words of the rows after those, or NULL */
};

static SemaVocabWords
get_words (const SemaVocab *self)
{
  return (SemaVocabWords) {self->bytes, self->starts};
}

static const char *
peek_word (const SemaVocab *self, guint64 row, gsize *length)
{
  SemaVocabWords words = get_words (self);

  if (row >= self->n_words)
    return sema_vocab_composed_peek (self->composed, (gsize)(row - self->n_words), length);
  return sema_vocab_words_peek (&words, row, length);
}

/**
 * sema_vocab_new_take:
 * @bytes: (transfer full): the words, each with one NUL after it that is not part of it, in a block of sema-memory.h
 * @starts: (transfer full): (n_words + 1) where each word begins in @bytes, and where the last one's NUL ends; ascending by
 *   1 or more; a block of sema-memory.h
 * @n_words: words, may be 0; at most 2^32 - 2
 * @error: %SEMA_CORE_ERROR_NO_MEMORY for the index, or for too many words
 *
 * Indexes the words. O(bytes), and O(r log r) for r repeated words. Both blocks are consumed also when it fails.
 *
 * Returns: (transfer full) (nullable): the vocabulary; drop it with sema_vocab_unref()
 */
SemaVocab *
sema_vocab_new_take (char *bytes, guint64 *starts, guint64 n_words, GError **error)
{
  SemaVocabIndex index = {0};

  return sema_vocab_new_take_index (bytes, starts, n_words, &index, error);
}

/**
 * sema_vocab_new_take_index:
 * @bytes: (transfer full): as for sema_vocab_new_take()
 * @starts: (transfer full): as for sema_vocab_new_take()
 * @n_words: words, may be 0
 * @index: (transfer full): an index of some of the first words; the struct itself is emptied
 * @error: as for sema_vocab_new_take()
 *
 * The same, where the words were indexed as they came. All is consumed also when it fails.
 *
 * Returns: (transfer full) (nullable): the vocabulary; drop it with sema_vocab_unref()
 */
SemaVocab *
sema_vocab_new_take_index (char *bytes, guint64 *starts, guint64 n_words, SemaVocabIndex *index, GError **error)
{
  g_autoptr (SemaVocab) self = g_new0 (SemaVocab, 1);
  SemaVocabWords        words = {bytes, starts};

  atomic_init (&self->ref_count, 1);
  self->bytes = bytes;
  self->starts = starts;
  self->n_words = n_words;
  self->index = *index;
  *index = (SemaVocabIndex) {0};
  if (!sema_vocab_index_add (&self->index, &words, n_words, error) || !sema_vocab_index_finish (&self->index, error))
    return NULL;
  self->repeats = (const guint64 *)self->index.repeats.data;
  self->n_repeats = self->index.repeats.n_bytes / sizeof (guint64);
  return g_steal_pointer (&self);
}

/**
 * sema_vocab_ref:
 * @self: a vocabulary
 *
 * Returns: (transfer full): @self, with one owner more
 */
SemaVocab *
sema_vocab_ref (SemaVocab *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  atomic_fetch_add_explicit (&self->ref_count, 1, memory_order_relaxed);
  return self;
}

/**
 * sema_vocab_unref:
 * @self: (nullable) (transfer full): a vocabulary; the last owner's call frees it with its words
 */
void
sema_vocab_unref (SemaVocab *self)
{
  if (self == NULL || atomic_fetch_sub_explicit (&self->ref_count, 1, memory_order_acq_rel) > 1)
    return;
  sema_memory_free (self->bytes);
  sema_memory_free (self->starts);
  sema_vocab_index_clear (&self->index);
  sema_vocab_composed_free (self->composed);
  g_free (self);
}

/**
 * sema_vocab_get_n_words:
 * @self: a vocabulary
 *
 * Returns: the number of rows, repeated words counted each time
 */
guint64
sema_vocab_get_n_words (const SemaVocab *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_words;
}

/**
 * sema_vocab_get_n_duplicates:
 * @self: a vocabulary
 *
 * Returns: how many rows hold a word that an earlier row holds
 */
guint64
sema_vocab_get_n_duplicates (const SemaVocab *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_repeats;
}

static gboolean
has_row (const SemaVocab *self, guint64 row)
{
  return row < self->n_words || row - self->n_words < sema_vocab_get_n_composed (self);
}

/**
 * sema_vocab_get_word:
 * @self: a vocabulary
 * @row: from 0, below the number of words; or that of a word that was composed
 * @length: (out) (optional): the word's bytes; a NUL among them is one of them
 *
 * Returns: (transfer none): the word, any bytes, with a NUL after the last
 */
const char *
sema_vocab_get_word (const SemaVocab *self, guint64 row, gsize *length)
{
  const char *word;
  gsize       n;

  g_return_val_if_fail (has_row (self, row), NULL);

  word = peek_word (self, row, &n);
  if (length != NULL)
    *length = n;
  return word;
}

/**
 * sema_vocab_dup_word:
 * @self: a vocabulary
 * @row: as for sema_vocab_get_word()
 *
 * Returns: (transfer full): the bytes of the word, as far as a NUL among them
 */
char *
sema_vocab_dup_word (const SemaVocab *self, guint64 row)
{
  return g_strdup (sema_vocab_get_word (self, row, NULL));
}

/**
 * sema_vocab_dup_label:
 * @self: a vocabulary
 * @row: as for sema_vocab_get_word()
 *
 * Returns: (transfer full): the word as it may stand on the screen, as sema_word_to_label(); one that was composed with the asterisk before
 *   it with which linguists mark a form that nobody has found
 */
char *
sema_vocab_dup_label (const SemaVocab *self, guint64 row)
{
  gsize            length;
  const char      *word = sema_vocab_get_word (self, row, &length);
  g_autofree char *label = NULL;

  if (row < self->n_words)
    return sema_word_to_label (word, length);
  label = sema_word_to_label (word, length);
  return g_strconcat ("*", label, NULL);
}

/**
 * sema_vocab_find:
 * @self: a vocabulary
 * @word: bytes
 * @length: how many, or -1 when a NUL ends them
 *
 * Returns: the first row whose word has exactly these bytes, or %SEMA_VOCAB_NO_ROW. O(@length).
 */
guint64
sema_vocab_find (const SemaVocab *self, const char *word, gssize length)
{
  SemaVocabWords words;

  g_return_val_if_fail (self != NULL, SEMA_VOCAB_NO_ROW);
  g_return_val_if_fail (word != NULL, SEMA_VOCAB_NO_ROW);

  words = get_words (self);
  return sema_vocab_index_find (&self->index, &words, word, length < 0 ? strlen (word) : (gsize)length);
}

/* The first repeat above @after, or the number of repeats. */
static guint64
find_repeat_above (const SemaVocab *self, guint64 after)
{
  guint64 low = 0;
  guint64 high = self->n_repeats;

  while (low < high)
    {
      guint64 middle = low + (high - low) / 2;

      if (self->repeats[middle] > after)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * sema_vocab_find_next:
 * @self: a vocabulary
 * @row: as for sema_vocab_get_word()
 *
 * Returns: the next later row with the same word, or %SEMA_VOCAB_NO_ROW. O(length), and O(log r) for r repeated words.
 */
guint64
sema_vocab_find_next (const SemaVocab *self, guint64 row)
{
  gsize       length;
  const char *word;
  guint64     first;
  guint64     place;

  g_return_val_if_fail (has_row (self, row), SEMA_VOCAB_NO_ROW);

  if (self->n_repeats == 0 || row >= self->n_words)
    return SEMA_VOCAB_NO_ROW;
  word = peek_word (self, row, &length);
  first = sema_vocab_find (self, word, (gssize)length);
  place = find_repeat_above (self, first << 32 | row);
  if (place == self->n_repeats || self->repeats[place] >> 32 != first)
    return SEMA_VOCAB_NO_ROW;
  return self->repeats[place] & G_MAXUINT32;
}

/**
 * sema_vocab_is_repeat:
 * @self: a vocabulary
 * @row: as for sema_vocab_get_word()
 *
 * Returns: whether an earlier row has the same word. O(length), O(1) when no word is repeated.
 */
gboolean
sema_vocab_is_repeat (const SemaVocab *self, guint64 row)
{
  gsize       length;
  const char *word;

  g_return_val_if_fail (has_row (self, row), FALSE);

  if (self->n_repeats == 0 || row >= self->n_words)
    return FALSE;
  word = peek_word (self, row, &length);
  return sema_vocab_find (self, word, (gssize)length) != row;
}

/**
 * sema_vocab_make_room:
 * @self: a vocabulary that nobody else has seen yet
 * @most: how many words may be composed
 */
void
sema_vocab_make_room (SemaVocab *self, gsize most)
{
  g_return_if_fail (self->composed == NULL && most > 0);

  self->composed = sema_vocab_composed_new (most);
}

/**
 * sema_vocab_find_composed:
 * @self: a vocabulary
 * @word: bytes
 * @length: how many
 *
 * Returns: the row of a word that was composed, the first of them after the last word of the file; or %SEMA_VOCAB_NO_ROW
 */
guint64
sema_vocab_find_composed (const SemaVocab *self, const char *word, gsize length)
{
  gssize place = self->composed != NULL ? sema_vocab_composed_find (self->composed, word, length) : -1;

  return place >= 0 ? self->n_words + (guint64)place : SEMA_VOCAB_NO_ROW;
}

/**
 * sema_vocab_add_composed:
 * @self: a vocabulary with room, that has not this word
 * @word: bytes; copied
 * @length: how many
 *
 * By one thread at a time. Whatever belongs to the row must be there before.
 *
 * Returns: the row of the word
 */
guint64
sema_vocab_add_composed (SemaVocab *self, const char *word, gsize length)
{
  gsize n = sema_vocab_get_n_composed (self);

  sema_vocab_composed_add (self->composed, word, length);
  return self->n_words + n;
}

/**
 * sema_vocab_get_n_composed:
 * @self: a vocabulary
 *
 * Returns: how many words were composed
 */
gsize
sema_vocab_get_n_composed (const SemaVocab *self)
{
  return self->composed != NULL ? sema_vocab_composed_get_n (self->composed) : 0;
}

/**
 * sema_vocab_is_full:
 * @self: a vocabulary
 *
 * Returns: whether no word can be composed any more, or none could ever
 */
gboolean
sema_vocab_is_full (const SemaVocab *self)
{
  return self->composed == NULL || sema_vocab_composed_is_full (self->composed);
}
