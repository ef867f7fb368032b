/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-hash.h"

#include <string.h>

__extension__ typedef unsigned __int128 SemaProduct;

/* Both halves of a product: every bit of it depends on the bits of both factors. */
static guint64
mix (guint64 a, guint64 b)
{
  SemaProduct product = (SemaProduct)a * b;

  return (guint64)product ^ (guint64)(product >> 64);
}

/**
 * sema_hash_key_init:
 * @self: (out): a key drawn by chance
 */
void
sema_hash_key_init (SemaHashKey *self)
{
  /* An odd word is never zero, which a product would not survive. */
  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    self->words[i] = ((guint64)g_random_int () << 32 | g_random_int ()) | 1;
}

/**
 * sema_hash_bytes:
 * @key: a key
 * @bytes: any bytes
 * @length: how many, may be 0
 *
 * Returns: 64 bits that depend on every byte, on @length and on @key: sixteen bytes a step, each a product of 64 by 64 bits
 *   folded upon itself. Nothing that a user sees may depend on it, for the key differs from run to run.
 */
guint64
sema_hash_bytes (const SemaHashKey *key, const char *bytes, gsize length)
{
  guint64 hash = key->words[0] ^ length;
  guint64 pair[2];

  for (; length > sizeof pair; length -= sizeof pair, bytes += sizeof pair)
    {
      memcpy (pair, bytes, sizeof pair);
      hash = mix (pair[0] ^ key->words[1], pair[1] ^ hash);
    }
  memset (pair, 0, sizeof pair);
  memcpy (pair, bytes, length);
  hash = mix (pair[0] ^ key->words[1], pair[1] ^ hash);
  return mix (hash, key->words[2]);
}

/**
 * sema_hash_text:
 * @text: bytes up to a NUL
 *
 * For a GHashTable whose keys strangers choose: those of g_str_hash() can be chosen so that all are the same, and a table of them takes the square
 * of its size in time.
 *
 * Returns: a hash by a key that is drawn once in each run; the order of a table must not be seen
 */
guint
sema_hash_text (gconstpointer text)
{
  static SemaHashKey key;
  static gsize       is_drawn;

  if (g_once_init_enter (&is_drawn))
    {
      sema_hash_key_init (&key);
      g_once_init_leave (&is_drawn, 1);
    }
  return (guint)sema_hash_bytes (&key, text, strlen (text));
}
