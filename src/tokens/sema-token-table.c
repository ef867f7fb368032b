/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-token-table.h"

#include <stdlib.h>
#include <string.h>

#include "sema-memory.h"

struct _SemaTokenTable
{
  SemaVocab *vocab;
  guint32   *ids;   /* (n_tokens) of each place */
  guint32   *found; /* (n_tokens) what is found by the token of each place; NULL where that is its id everywhere */
  guint64   *by_id; /* (n_tokens) id << 32 | place, ascending */
  guint64    n_tokens;
  gsize      longest;
};

/**
 * sema_token_list_add:
 * @self: the list
 * @token: (array length=length): its bytes, copied
 * @length: how many there are, may be 0
 * @id: its id
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether it was added
 */
gboolean
sema_token_list_add (SemaTokenList *self, const char *token, gsize length, guint32 id, GError **error)
{
  guint64  start = self->bytes.n_bytes;
  guint64 *starts = sema_buffer_append (&self->starts, sizeof *starts, error);
  guint32 *ids = starts != NULL ? sema_buffer_append (&self->ids, sizeof *ids, error) : NULL;
  char    *bytes = ids != NULL ? sema_buffer_append (&self->bytes, length + 1, error) : NULL;

  if (bytes == NULL)
    return FALSE;
  memcpy (bytes, token, length);
  bytes[length] = 0;
  *starts = start;
  *ids = id;
  return TRUE;
}

/**
 * sema_token_list_get_n_tokens:
 * @self: the list
 *
 * Returns: how many were added
 */
guint64
sema_token_list_get_n_tokens (const SemaTokenList *self)
{
  return self->ids.n_bytes / sizeof (guint32);
}

/**
 * sema_token_list_clear:
 * @self: the list
 */
void
sema_token_list_clear (SemaTokenList *self)
{
  sema_buffer_clear (&self->bytes);
  sema_buffer_clear (&self->starts);
  sema_buffer_clear (&self->ids);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint64 first = *(const guint64 *)a, second = *(const guint64 *)b;

  return (first > second) - (first < second);
}

static gboolean
index_ids (SemaTokenTable *self, GError **error)
{
  self->by_id = sema_memory_alloc_n (self->n_tokens, sizeof *self->by_id, error);
  if (self->by_id == NULL)
    return FALSE;
  for (guint64 i = 0; i < self->n_tokens; i++)
    {
      gsize length;

      sema_vocab_get_word (self->vocab, i, &length);
      self->longest = MAX (self->longest, length);
      self->by_id[i] = (guint64)self->ids[i] << 32 | i;
    }
  qsort (self->by_id, self->n_tokens, sizeof *self->by_id, compare);
  return TRUE;
}

/* Of a token that comes several times the last id is what the references keep. */
static gboolean
index_repeats (SemaTokenTable *self, GError **error)
{
  if (sema_vocab_get_n_duplicates (self->vocab) == 0)
    return TRUE;
  self->found = sema_memory_alloc_n (self->n_tokens, sizeof *self->found, error);
  if (self->found == NULL)
    return FALSE;
  for (guint64 i = 0; i < self->n_tokens; i++)
    {
      gsize       length;
      const char *token = sema_vocab_get_word (self->vocab, i, &length);

      self->found[i] = self->ids[i];
      self->found[sema_vocab_find (self->vocab, token, (gssize)length)] = self->ids[i];
    }
  return TRUE;
}

/**
 * sema_token_table_new_take:
 * @list: the tokens, at least one; empty afterwards
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Indexes tokens both ways. O(bytes), and O(n log n) for n ids.
 *
 * Returns: (transfer full) (nullable): the table
 */
SemaTokenTable *
sema_token_table_new_take (SemaTokenList *list, GError **error)
{
  g_autoptr (SemaTokenTable) self = g_new0 (SemaTokenTable, 1);
  guint64                   *end = sema_buffer_append (&list->starts, sizeof *end, error);
  char                      *bytes;
  guint64                   *starts;

  self->n_tokens = sema_token_list_get_n_tokens (list);
  if (end == NULL)
    return NULL;
  *end = list->bytes.n_bytes;
  self->ids = sema_buffer_steal (&list->ids, error);
  starts = self->ids != NULL ? sema_buffer_steal (&list->starts, error) : NULL;
  bytes = starts != NULL ? sema_buffer_steal (&list->bytes, error) : NULL;
  if (bytes == NULL)
    {
      sema_memory_free (starts);
      return NULL;
    }
  self->vocab = sema_vocab_new_take (bytes, starts, self->n_tokens, error);
  if (self->vocab == NULL || !index_ids (self, error) || !index_repeats (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sema_token_table_free:
 * @self: (transfer full) (nullable): the table
 */
void
sema_token_table_free (SemaTokenTable *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->vocab, sema_vocab_unref);
  sema_memory_free (self->ids);
  sema_memory_free (self->found);
  sema_memory_free (self->by_id);
  g_free (self);
}

/**
 * sema_token_table_get_n_tokens:
 * @self: the table
 *
 * Returns: how many tokens it has, repeated ones counted each time
 */
guint64
sema_token_table_get_n_tokens (const SemaTokenTable *self)
{
  return self->n_tokens;
}

/**
 * sema_token_table_get_longest:
 * @self: the table
 *
 * Returns: bytes of the longest token
 */
gsize
sema_token_table_get_longest (const SemaTokenTable *self)
{
  return self->longest;
}

/**
 * sema_token_table_find:
 * @self: the table
 * @token: (array length=length): its bytes
 * @length: how many there are
 *
 * Returns: its id, of a repeated token the last; or %SEMA_TOKEN_NO_ID. O(length).
 */
guint64
sema_token_table_find (const SemaTokenTable *self, const char *token, gsize length)
{
  guint64 place = length <= self->longest ? sema_vocab_find (self->vocab, token, (gssize)length) : SEMA_VOCAB_NO_ROW;

  if (place == SEMA_VOCAB_NO_ROW)
    return SEMA_TOKEN_NO_ID;
  return self->found != NULL ? self->found[place] : self->ids[place];
}

/**
 * sema_token_table_get_token:
 * @self: the table
 * @id: any number
 * @length: (out): bytes of the token
 *
 * Returns: (transfer none) (nullable): the token of an id, of several the first; %NULL where there is none. O(log n).
 */
const char *
sema_token_table_get_token (const SemaTokenTable *self, guint64 id, gsize *length)
{
  guint64 low = 0, high = self->n_tokens;

  while (low < high)
    {
      guint64 middle = low + (high - low) / 2;

      if (self->by_id[middle] >> 32 < id)
        low = middle + 1;
      else
        high = middle;
    }
  *length = 0;
  if (low == self->n_tokens || self->by_id[low] >> 32 != id)
    return NULL;
  return sema_vocab_get_word (self->vocab, self->by_id[low] & G_MAXUINT32, length);
}

/**
 * sema_token_table_peek:
 * @self: the table
 * @place: from 0, below the number of tokens, in the order of the file
 * @length: (out): bytes of the token
 * @id: (out) (optional): its id
 *
 * Returns: (transfer none): the token
 */
const char *
sema_token_table_peek (const SemaTokenTable *self, guint64 place, gsize *length, guint32 *id)
{
  if (id != NULL)
    *id = self->ids[place];
  return sema_vocab_get_word (self->vocab, place, length);
}

/**
 * sema_token_table_find_repeat:
 * @self: the table
 * @place: (out): the first token that came before
 *
 * Returns: whether there is one
 */
gboolean
sema_token_table_find_repeat (const SemaTokenTable *self, guint64 *place)
{
  if (sema_vocab_get_n_duplicates (self->vocab) == 0)
    return FALSE;
  for (*place = 0; *place < self->n_tokens; (*place)++)
    if (sema_vocab_is_repeat (self->vocab, *place))
      return TRUE;
  return FALSE;
}

/**
 * sema_token_table_find_shared_id:
 * @self: the table
 * @place: (out): a token
 * @other: (out): a later one with the same id
 *
 * Returns: whether an id belongs to two tokens; these are the ones of the least such id
 */
gboolean
sema_token_table_find_shared_id (const SemaTokenTable *self, guint64 *place, guint64 *other)
{
  for (guint64 i = 1; i < self->n_tokens; i++)
    if (self->by_id[i] >> 32 == self->by_id[i - 1] >> 32)
      {
        *place = self->by_id[i - 1] & G_MAXUINT32;
        *other = self->by_id[i] & G_MAXUINT32;
        return TRUE;
      }
  return FALSE;
}
