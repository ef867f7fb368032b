/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab-index.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

/* A slot holds 32 bits of a word's hash over its row; all ones is no row. */
#define EMPTY_SLOT G_MAXUINT64
#define MAX_WORDS ((guint64)G_MAXUINT32 - 1)
#define MIN_SLOTS 16

/* Rows whose slots are on their way from memory at a time. */
#define ROWS_AHEAD 16

/* Of four slots at most three are in use. */
static guint64
get_room (guint64 n_slots)
{
  return n_slots / 4 * 3;
}

static gboolean
is_word (const SemaVocabWords *words, guint64 row, const char *word, gsize length)
{
  gsize       n;
  const char *other = sema_vocab_words_peek (words, row, &n);

  return n == length && memcmp (other, word, length) == 0;
}

/* The slot of the word, or the empty one where it would go. */
static guint64 *
find_slot (const SemaVocabIndex *self, const SemaVocabWords *words, const char *word, gsize length, guint64 hash)
{
  guint64 mask = self->n_slots - 1;

  for (guint64 place = hash & mask;; place = (place + 1) & mask)
    {
      guint64 slot = self->slots[place];

      if (slot == EMPTY_SLOT || ((slot ^ hash) >> 32 == 0 && is_word (words, slot & G_MAXUINT32, word, length)))
        return &self->slots[place];
    }
}

static gboolean
add_repeat (SemaVocabIndex *self, guint64 first, guint64 row, GError **error)
{
  guint64 *repeat = sema_buffer_append (&self->repeats, sizeof *repeat, error);

  if (repeat != NULL)
    *repeat = first << 32 | row;
  return repeat != NULL;
}

static gboolean
add_row (SemaVocabIndex *self, const SemaVocabWords *words, guint64 row, guint64 hash, GError **error)
{
  gsize       length;
  const char *word = sema_vocab_words_peek (words, row, &length);
  guint64    *slot = find_slot (self, words, word, length, hash);

  if (*slot != EMPTY_SLOT)
    return add_repeat (self, *slot & G_MAXUINT32, row, error);
  *slot = (hash & ~(guint64)G_MAXUINT32) | row;
  return TRUE;
}

/* Asks for a row's slot some rows before it is needed: it lies anywhere in the table, and waiting for it is most of the work. */
static gboolean
add_rows (SemaVocabIndex *self, const SemaVocabWords *words, guint64 end, GError **error)
{
  guint64 first = self->n_words;
  guint64 hashes[ROWS_AHEAD];

  for (guint64 row = first; row < end + ROWS_AHEAD; row++)
    {
      guint64    *hash = &hashes[row % ROWS_AHEAD];
      gsize       length;
      const char *word;

      if (row >= first + ROWS_AHEAD && !add_row (self, words, row - ROWS_AHEAD, *hash, error))
        return FALSE;
      if (row >= end)
        continue;
      word = sema_vocab_words_peek (words, row, &length);
      *hash = sema_hash_bytes (&self->key, word, length);
      __builtin_prefetch (&self->slots[*hash & (self->n_slots - 1)]);
    }
  self->n_words = end;
  return TRUE;
}

/* An empty table for more words than the one before, which must be added once more. */
static gboolean
make_slots (SemaVocabIndex *self, guint64 n_words, GError **error)
{
  guint64  n_slots = MAX (self->n_slots, MIN_SLOTS);
  guint64 *slots;

  while (get_room (n_slots) < n_words)
    n_slots *= 2;
  slots = sema_memory_alloc_n (n_slots, sizeof *slots, error);
  if (slots == NULL)
    return FALSE;
  memset (slots, 0xff, n_slots * sizeof *slots);
  if (self->slots == NULL)
    sema_hash_key_init (&self->key);
  sema_memory_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
  self->n_words = 0;
  self->repeats.n_bytes = 0;
  return TRUE;
}

/**
 * sema_vocab_index_reserve:
 * @self: an index; it forgets the words that are in it, and the next call of sema_vocab_index_add() adds them again
 * @n_words: how many words may come; only a hint
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Makes room at once for words that come by and by. O(@n_words).
 *
 * Returns: whether there is room
 */
gboolean
sema_vocab_index_reserve (SemaVocabIndex *self, guint64 n_words, GError **error)
{
  return make_slots (self, MIN (n_words, MAX_WORDS), error);
}

/**
 * sema_vocab_index_add:
 * @self: an index of the first words
 * @words: all words so far: those that are indexed already, perhaps elsewhere in memory, and some more
 * @n_words: how many there are now; at most 2^32 - 2
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, also for too many words; the index is then good for nothing but to be cleared
 *
 * Indexes the words that are new: O(their bytes), in the mean.
 *
 * Returns: whether they are in it
 */
gboolean
sema_vocab_index_add (SemaVocabIndex *self, const SemaVocabWords *words, guint64 n_words, GError **error)
{
  if (n_words > MAX_WORDS)
    {
      g_set_error_literal (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, _ ("There are more words than the 4,294,967,294 that can be looked up."));
      return FALSE;
    }
  if (self->slots == NULL || get_room (self->n_slots) < n_words)
    if (!make_slots (self, n_words, error))
      return FALSE;
  return add_rows (self, words, n_words, error);
}

static int
compare_repeats (const void *a, const void *b)
{
  guint64 x = *(const guint64 *)a;
  guint64 y = *(const guint64 *)b;

  return (x > y) - (x < y);
}

/**
 * sema_vocab_index_finish:
 * @self: an index to which no words will be added
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Sorts the list of the repeats, which is of them alone: a file has few of them or none, and a million rows of one word stay
 * O(n log n). What qsort() takes for itself it does without when there is none.
 *
 * Returns: whether it could be done
 */
gboolean
sema_vocab_index_finish (SemaVocabIndex *self, GError **error)
{
  gsize    n_bytes = self->repeats.n_bytes;
  guint64 *repeats;

  if (n_bytes == 0)
    return TRUE;
  repeats = sema_buffer_steal (&self->repeats, error);
  if (repeats == NULL)
    return FALSE;
  qsort (repeats, n_bytes / sizeof *repeats, sizeof *repeats, compare_repeats);
  self->repeats = (SemaBuffer) {.data = (char *)repeats, .n_bytes = n_bytes, .capacity = n_bytes};
  return TRUE;
}

/**
 * sema_vocab_index_find:
 * @self: an index
 * @words: the words that are in it
 * @word: bytes
 * @length: how many
 *
 * Returns: the first row whose word has exactly these bytes, or %SEMA_VOCAB_INDEX_NONE. O(@length).
 */
guint64
sema_vocab_index_find (const SemaVocabIndex *self, const SemaVocabWords *words, const char *word, gsize length)
{
  guint64 slot;

  if (self->slots == NULL)
    return SEMA_VOCAB_INDEX_NONE;
  slot = *find_slot (self, words, word, length, sema_hash_bytes (&self->key, word, length));
  return slot == EMPTY_SLOT ? SEMA_VOCAB_INDEX_NONE : slot & G_MAXUINT32;
}

/**
 * sema_vocab_index_clear:
 * @self: an index
 *
 * Frees it, and leaves one of no words.
 */
void
sema_vocab_index_clear (SemaVocabIndex *self)
{
  sema_memory_free (self->slots);
  sema_buffer_clear (&self->repeats);
  *self = (SemaVocabIndex) {0};
}
