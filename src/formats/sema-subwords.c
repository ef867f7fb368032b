/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-subwords.h"

#include <string.h>

/* FNV-1a of 32 bits. */
#define HASH_START 2166136261u
#define HASH_PRIME 16777619u

/* A word as it is cut: with a mark before it and one after it. */
typedef struct
{
  const guint8 *bytes;
  gsize         length; /* with the marks */
} Marked;

static guint8
get_byte (const Marked *word, gsize at)
{
  if (at == 0)
    return '<';
  return at == word->length - 1 ? '>' : word->bytes[at - 1];
}

static gboolean
is_inside (const Marked *word, gsize at)
{
  return at < word->length && (get_byte (word, at) & 0xc0) == 0x80;
}

/* fastText adds a byte as a signed one. */
static guint32
hash_byte (guint32 hash, guint8 byte)
{
  return (hash ^ (guint32)(gint32)(gint8)byte) * HASH_PRIME;
}

/* The n-grams that begin with one character. */
static gboolean
list_from (const SemaSubwords *self, const Marked *word, gsize first, SemaBuffer *buckets, GError **error)
{
  guint32 hash = HASH_START;
  gsize   at = first;

  for (guint32 n = 1; n <= self->max_n && at < word->length; n++)
    {
      guint32 *bucket;

      do
        hash = hash_byte (hash, get_byte (word, at++));
      while (is_inside (word, at));
      if (n < self->min_n || (n == 1 && (first == 0 || at == word->length)))
        continue;
      bucket = sema_buffer_append (buckets, sizeof *bucket, error);
      if (bucket == NULL)
        return FALSE;
      *bucket = hash % self->n_buckets;
    }
  return TRUE;
}

/**
 * sema_subwords_list:
 * @self: how words are cut
 * @word: its bytes
 * @length: how many
 * @buckets: guint32 each, appended to: the bucket of each n-gram, from 0 to n_buckets - 1, in the order in which fastText adds them up;
 *   several n-grams may share one
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Cuts a word. Bytes that are no UTF-8 are cut as fastText cuts them: a character ends before each byte that is no continuation.
 * O(@length · max_n).
 *
 * Returns: whether there was memory
 */
gboolean
sema_subwords_list (const SemaSubwords *self, const char *word, gsize length, SemaBuffer *buckets, GError **error)
{
  Marked marked = {(const guint8 *)word, length + 2};

  if (self->n_buckets == 0 || self->max_n == 0)
    return TRUE;
  if (self->whole != NULL && strlen (self->whole) == length && memcmp (self->whole, word, length) == 0)
    return TRUE;
  for (gsize at = 0; at < marked.length; at++)
    if (!is_inside (&marked, at) && !list_from (self, &marked, at, buckets, error))
      return FALSE;
  return TRUE;
}
