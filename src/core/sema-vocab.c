/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab.h"

#include <glib/gi18n-lib.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "sema-buffer.h"
#include "sema-error.h"
#include "sema-hash.h"
#include "sema-memory.h"

/* A slot holds 32 bits of a word's hash over its row; all ones is no row. */
#define EMPTY_SLOT G_MAXUINT64
#define MAX_WORDS ((guint64)G_MAXUINT32 - 1)

/* Rows whose slots are on their way from memory at a time. */
#define ROWS_AHEAD 16

struct _SemaVocab
{
  atomic_int  ref_count;
  char       *bytes;
  guint64    *starts; /* (n_words + 1) */
  guint64     n_words;
  guint64    *slots; /* open addressing; the rows whose word occurs in no earlier row */
  guint64     slot_mask;
  guint64    *repeats; /* (n_repeats) first row of a word << 32 | later row with it, ascending */
  guint64     n_repeats;
  SemaHashKey key;
};

static const char *
peek_word (const SemaVocab *self, guint64 row, gsize *length)
{
  *length = self->starts[row + 1] - self->starts[row] - 1;
  return self->bytes + self->starts[row];
}

static gboolean
is_word (const SemaVocab *self, guint64 row, const char *word, gsize length)
{
  gsize       n;
  const char *other = peek_word (self, row, &n);

  return n == length && memcmp (other, word, length) == 0;
}

/* The slot of the word, or the empty one where it would go. */
static guint64 *
find_slot (const SemaVocab *self, const char *word, gsize length, guint64 hash)
{
  guint64 place = hash & self->slot_mask;

  for (;; place = (place + 1) & self->slot_mask)
    {
      guint64 slot = self->slots[place];

      if (slot == EMPTY_SLOT || ((slot ^ hash) >> 32 == 0 && is_word (self, slot & G_MAXUINT32, word, length)))
        return &self->slots[place];
    }
}

static gboolean
add_repeat (SemaBuffer *repeats, guint64 first, guint64 row, GError **error)
{
  guint64 *repeat = sema_buffer_append (repeats, sizeof *repeat, error);

  if (repeat != NULL)
    *repeat = first << 32 | row;
  return repeat != NULL;
}

static gboolean
add_row (SemaVocab *self, guint64 row, guint64 hash, SemaBuffer *repeats, GError **error)
{
  gsize       length;
  const char *word = peek_word (self, row, &length);
  guint64    *slot = find_slot (self, word, length, hash);

  if (*slot != EMPTY_SLOT)
    return add_repeat (repeats, *slot & G_MAXUINT32, row, error);
  *slot = (hash & ~(guint64)G_MAXUINT32) | row;
  return TRUE;
}

/* Asks for a row's slot some rows before it is needed: it lies anywhere in the table, and waiting for it is most of the work. */
static gboolean
fill_slots (SemaVocab *self, SemaBuffer *repeats, GError **error)
{
  guint64 hashes[ROWS_AHEAD];

  for (guint64 row = 0; row < self->n_words + ROWS_AHEAD; row++)
    {
      guint64    *hash = &hashes[row % ROWS_AHEAD];
      gsize       length;
      const char *word;

      if (row >= ROWS_AHEAD && !add_row (self, row - ROWS_AHEAD, *hash, repeats, error))
        return FALSE;
      if (row >= self->n_words)
        continue;
      word = peek_word (self, row, &length);
      *hash = sema_hash_bytes (&self->key, word, length);
      __builtin_prefetch (&self->slots[*hash & self->slot_mask]);
    }
  return TRUE;
}

static int
compare_repeats (const void *a, const void *b)
{
  guint64 x = *(const guint64 *)a;
  guint64 y = *(const guint64 *)b;

  return (x > y) - (x < y);
}

/* A list of the repeats alone: a file has few of them or none, and a million rows of one word stay O(n log n).
 * What qsort() takes for itself it does without when there is none. */
static gboolean
take_repeats (SemaVocab *self, SemaBuffer *repeats, GError **error)
{
  self->n_repeats = repeats->n_bytes / sizeof (guint64);
  if (self->n_repeats == 0)
    return TRUE;
  self->repeats = sema_buffer_steal (repeats, error);
  if (self->repeats == NULL)
    return FALSE;
  qsort (self->repeats, self->n_repeats, sizeof (guint64), compare_repeats);
  return TRUE;
}

static gboolean
make_slots (SemaVocab *self, GError **error)
{
  guint64 n_slots = 16;

  while (n_slots / 4 * 3 < self->n_words)
    n_slots *= 2;
  self->slots = sema_memory_alloc_n (n_slots, sizeof (guint64), error);
  if (self->slots == NULL)
    return FALSE;
  memset (self->slots, 0xff, n_slots * sizeof (guint64));
  self->slot_mask = n_slots - 1;
  return TRUE;
}

static gboolean
index_words (SemaVocab *self, GError **error)
{
  g_auto (SemaBuffer) repeats = {0};

  if (self->n_words > MAX_WORDS)
    {
      g_set_error_literal (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, _ ("There are more words than the 4,294,967,294 that can be looked up."));
      return FALSE;
    }
  return make_slots (self, error) && fill_slots (self, &repeats, error) && take_repeats (self, &repeats, error);
}

/**
 * sema_vocab_new_take:
 * @bytes: (transfer full): the words, each with one NUL after it that is not part of it, in a block of sema-memory.h
 * @starts: (transfer full): (n_words + 1) where each word begins in @bytes, and where the last one's NUL ends; ascending by
 *   1 or more; a block of sema-memory.h
 * @n_words: words, may be 0; at most 2^32 - 2
 * @error: %SEMA_CORE_ERROR_NO_MEMORY for the index, or for too many words
 *
 * Indexes the words by a hash whose key is drawn anew each time, so no file can be made to collide. O(bytes), and
 * O(r log r) for r repeated words. Both blocks are consumed also when it fails.
 *
 * Returns: (transfer full) (nullable): the vocabulary; drop it with sema_vocab_unref()
 */
SemaVocab *
sema_vocab_new_take (char *bytes, guint64 *starts, guint64 n_words, GError **error)
{
  g_autoptr (SemaVocab) self = g_new0 (SemaVocab, 1);

  atomic_init (&self->ref_count, 1);
  self->bytes = bytes;
  self->starts = starts;
  self->n_words = n_words;
  sema_hash_key_init (&self->key);
  if (!index_words (self, error))
    return NULL;
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
  sema_memory_free (self->slots);
  sema_memory_free (self->repeats);
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

/**
 * sema_vocab_get_word:
 * @self: a vocabulary
 * @row: from 0, below the number of words
 * @length: (out) (optional): the word's bytes; a NUL among them is one of them
 *
 * Returns: (transfer none): the word, any bytes, with a NUL after the last
 */
const char *
sema_vocab_get_word (const SemaVocab *self, guint64 row, gsize *length)
{
  const char *word;
  gsize       n;

  g_return_val_if_fail (row < self->n_words, NULL);

  word = peek_word (self, row, &n);
  if (length != NULL)
    *length = n;
  return word;
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
  gsize   n;
  guint64 slot;

  g_return_val_if_fail (self != NULL, SEMA_VOCAB_NO_ROW);
  g_return_val_if_fail (word != NULL, SEMA_VOCAB_NO_ROW);

  n = length < 0 ? strlen (word) : (gsize)length;
  slot = *find_slot (self, word, n, sema_hash_bytes (&self->key, word, n));
  return slot == EMPTY_SLOT ? SEMA_VOCAB_NO_ROW : slot & G_MAXUINT32;
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
 * @row: from 0, below the number of words
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

  g_return_val_if_fail (row < self->n_words, SEMA_VOCAB_NO_ROW);

  if (self->n_repeats == 0)
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
 * @row: from 0, below the number of words
 *
 * Returns: whether an earlier row has the same word. O(length), O(1) when no word is repeated.
 */
gboolean
sema_vocab_is_repeat (const SemaVocab *self, guint64 row)
{
  gsize       length;
  const char *word;

  g_return_val_if_fail (row < self->n_words, FALSE);

  if (self->n_repeats == 0)
    return FALSE;
  word = peek_word (self, row, &length);
  return sema_vocab_find (self, word, (gssize)length) != row;
}
