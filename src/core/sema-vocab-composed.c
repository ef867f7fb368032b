/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab-composed.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

struct _SemaVocabComposed
{
  gsize           most;
  atomic_size_t   n;     /* of the words, those that are whole */
  GBytes        **words; /* (most), their NUL not counted */
  GHashTable     *index; /* of a word to one more than its place */
  pthread_mutex_t mutex; /* for the index */
};

/**
 * sema_vocab_composed_new:
 * @most: how many words there may be, 1 or more
 *
 * Returns: (transfer full): no words yet
 */
SemaVocabComposed *
sema_vocab_composed_new (gsize most)
{
  SemaVocabComposed *self = g_new0 (SemaVocabComposed, 1);

  self->most = most;
  atomic_init (&self->n, 0);
  self->words = g_new0 (GBytes *, most);
  self->index = g_hash_table_new (g_bytes_hash, g_bytes_equal);
  pthread_mutex_init (&self->mutex, NULL);
  return self;
}

/**
 * sema_vocab_composed_free:
 * @self: (transfer full) (nullable): words
 */
void
sema_vocab_composed_free (SemaVocabComposed *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->index);
  for (gsize i = 0; i < sema_vocab_composed_get_n (self); i++)
    g_bytes_unref (self->words[i]);
  g_free (self->words);
  pthread_mutex_destroy (&self->mutex);
  g_free (self);
}

/**
 * sema_vocab_composed_get_n:
 * @self: words
 *
 * Returns: how many there are now
 */
gsize
sema_vocab_composed_get_n (const SemaVocabComposed *self)
{
  return atomic_load_explicit (&self->n, memory_order_acquire);
}

/**
 * sema_vocab_composed_is_full:
 * @self: words
 *
 * Returns: whether there is room for no other
 */
gboolean
sema_vocab_composed_is_full (const SemaVocabComposed *self)
{
  return sema_vocab_composed_get_n (self) == self->most;
}

/**
 * sema_vocab_composed_find:
 * @self: words
 * @word: bytes
 * @length: how many
 *
 * Returns: which word it is, or -1
 */
gssize
sema_vocab_composed_find (SemaVocabComposed *self, const char *word, gsize length)
{
  g_autoptr (GBytes) key = g_bytes_new_static (word, length);
  gsize              place;

  pthread_mutex_lock (&self->mutex);
  place = GPOINTER_TO_SIZE (g_hash_table_lookup (self->index, key));
  pthread_mutex_unlock (&self->mutex);
  return (gssize)place - 1;
}

/**
 * sema_vocab_composed_add:
 * @self: words, not full; by one thread at a time
 * @word: bytes that are none of them; copied
 * @length: how many
 *
 * Adds a word; it is there for the other threads when this returns.
 */
void
sema_vocab_composed_add (SemaVocabComposed *self, const char *word, gsize length)
{
  gsize   n = sema_vocab_composed_get_n (self);
  char   *copy = g_malloc0 (length + 1);
  GBytes *bytes;

  g_return_if_fail (n < self->most);

  if (length > 0)
    memcpy (copy, word, length);
  bytes = g_bytes_new_take (copy, length);
  self->words[n] = bytes;
  atomic_store_explicit (&self->n, n + 1, memory_order_release);
  pthread_mutex_lock (&self->mutex);
  g_hash_table_insert (self->index, bytes, GSIZE_TO_POINTER (n + 1));
  pthread_mutex_unlock (&self->mutex);
}

/**
 * sema_vocab_composed_peek:
 * @self: words
 * @index: which, from 0
 * @length: (out): its bytes
 *
 * Returns: (transfer none): the word, with a NUL after it
 */
const char *
sema_vocab_composed_peek (const SemaVocabComposed *self, gsize index, gsize *length)
{
  g_return_val_if_fail (index < sema_vocab_composed_get_n (self), NULL);

  return g_bytes_get_data (self->words[index], length);
}
