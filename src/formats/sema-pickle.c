/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pickle.h"

#include <string.h>

#include "sema-pickle-private.h"
#include "sema-word.h"

/**
 * sema_pickle_free:
 * @self: (transfer full) (nullable): a pickle
 *
 * Frees its values, however they are nested. The bytes that it was read from are not its own.
 */
void
sema_pickle_free (SemaPickle *self)
{
  if (self == NULL)
    return;
  sema_buffer_clear (&self->values);
  sema_buffer_clear (&self->items);
  g_free (self);
}

/**
 * sema_pickle_get_size:
 * @self: a pickle
 *
 * Returns: how many bytes it took
 */
gsize
sema_pickle_get_size (const SemaPickle *self)
{
  return self->size;
}

/**
 * sema_pickle_get_top:
 * @self: a pickle
 *
 * Returns: the value that it is
 */
guint32
sema_pickle_get_top (const SemaPickle *self)
{
  return self->top;
}

/**
 * sema_pickle_get_n:
 * @self: a pickle
 *
 * Returns: one more than the number of its last value
 */
guint32
sema_pickle_get_n (const SemaPickle *self)
{
  return (guint32)(self->values.n_bytes / sizeof (SemaPickleValue));
}

/**
 * sema_pickle_peek:
 * @self: a pickle
 * @value: number of a value; 0 is None
 *
 * Returns: (transfer none): what it is
 */
const SemaPickleValue *
sema_pickle_peek (const SemaPickle *self, guint32 value)
{
  return (const SemaPickleValue *)(gconstpointer)self->values.data + value;
}

/**
 * sema_pickle_next:
 * @self: a pickle
 * @item: (inout): the item to give, which starts as `first` of a value; then the one after it
 * @value: (out): the value that stands there
 *
 * Returns: whether there was an item
 */
gboolean
sema_pickle_next (const SemaPickle *self, guint32 *item, guint32 *value)
{
  const SemaPickleItem *place = (const SemaPickleItem *)(gconstpointer)self->items.data + *item;

  if (*item == 0)
    return FALSE;
  *value = place->value;
  *item = place->next;
  return TRUE;
}

/**
 * sema_pickle_get_item:
 * @self: a pickle
 * @value: a tuple, a list or anything else
 * @index: from 0
 *
 * Returns: the value that is its item of this number, or 0. O(@index).
 */
guint32
sema_pickle_get_item (const SemaPickle *self, guint32 value, guint index)
{
  guint32 item = sema_pickle_peek (self, value)->first;
  guint32 found;

  while (sema_pickle_next (self, &item, &found))
    if (index-- == 0)
      return found;
  return 0;
}

/**
 * sema_pickle_find:
 * @self: a pickle
 * @dict: a value
 * @key: text
 *
 * Returns: what stands under the key in the dict, the last where it comes several times, or 0. O(pairs).
 */
guint32
sema_pickle_find (const SemaPickle *self, guint32 dict, const char *key)
{
  const SemaPickleValue *value = sema_pickle_peek (self, dict);
  guint32                item = value->holds == SEMA_PICKLE_HOLDS_PAIRS ? value->first : 0;
  guint32                name, content, found = 0;

  while (sema_pickle_next (self, &item, &name) && sema_pickle_next (self, &item, &content))
    if (sema_pickle_is_text (self, name, key))
      found = content;
  return found;
}

/**
 * sema_pickle_peek_bytes:
 * @self: a pickle
 * @value: a value
 * @length: (out): how many bytes
 *
 * Returns: (transfer none) (nullable): the bytes of a text, of bytes or of a long; %NULL of anything else
 */
const char *
sema_pickle_peek_bytes (const SemaPickle *self, guint32 value, gsize *length)
{
  const SemaPickleValue *place = sema_pickle_peek (self, value);

  *length = 0;
  if (place->kind != SEMA_PICKLE_TEXT && place->kind != SEMA_PICKLE_BYTES && place->kind != SEMA_PICKLE_LONG)
    return NULL;
  *length = place->length;
  return (const char *)self->bytes + place->place;
}

/**
 * sema_pickle_is_text:
 * @self: a pickle
 * @value: a value
 * @text: what it may be
 *
 * Returns: whether it is this text
 */
gboolean
sema_pickle_is_text (const SemaPickle *self, guint32 value, const char *text)
{
  gsize       length;
  const char *bytes = sema_pickle_peek_bytes (self, value, &length);

  return bytes != NULL && sema_pickle_peek (self, value)->kind == SEMA_PICKLE_TEXT && length == strlen (text) && memcmp (bytes, text, length) == 0;
}

/**
 * sema_pickle_is_global:
 * @self: a pickle
 * @value: a value
 * @module: name of a module
 * @name: name in it; %NULL is any
 *
 * Returns: whether it is this global
 */
gboolean
sema_pickle_is_global (const SemaPickle *self, guint32 value, const char *module, const char *name)
{
  const SemaPickleValue *global = sema_pickle_peek (self, value);

  return global->kind == SEMA_PICKLE_GLOBAL && sema_pickle_is_text (self, global->callee, module) &&
         (name == NULL || sema_pickle_is_text (self, global->arguments, name));
}

/**
 * sema_pickle_get_count:
 * @self: a pickle
 * @value: a value
 * @count: (out): the number that it is
 *
 * Returns: whether it is an integer from 0 on that fits
 */
gboolean
sema_pickle_get_count (const SemaPickle *self, guint32 value, guint64 *count)
{
  const SemaPickleValue *place = sema_pickle_peek (self, value);

  if (place->kind != SEMA_PICKLE_INTEGER || place->integer < 0)
    return FALSE;
  *count = (guint64)place->integer;
  return TRUE;
}

/**
 * sema_pickle_build_global_name:
 * @self: a pickle
 * @global: a global among its values
 *
 * Returns: (transfer full): its module and its name with a dot between them, as a label
 */
char *
sema_pickle_build_global_name (const SemaPickle *self, guint32 global)
{
  gsize               n_module, n_name;
  const char         *module = sema_pickle_peek_bytes (self, sema_pickle_peek (self, global)->callee, &n_module);
  const char         *name = sema_pickle_peek_bytes (self, sema_pickle_peek (self, global)->arguments, &n_name);
  g_autoptr (GString) both = g_string_new_len (module, (gssize)n_module);

  g_string_append_c (both, '.');
  g_string_append_len (both, name, (gssize)n_name);
  return sema_word_to_label (both->str, both->len);
}
