/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensor-list.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-word.h"

/**
 * sema_tensor_list_clear:
 * @self: a list
 *
 * Frees what is in it.
 */
void
sema_tensor_list_clear (SemaTensorList *self)
{
  sema_vocab_index_clear (&self->index);
  sema_buffer_clear (&self->entries);
  sema_buffer_clear (&self->names);
  sema_buffer_clear (&self->starts);
  sema_buffer_clear (&self->shapes);
  sema_buffer_clear (&self->strides);
  sema_buffer_clear (&self->texts);
}

static gboolean
add_number (SemaBuffer *buffer, guint64 number, GError **error)
{
  guint64 *place = sema_buffer_append (buffer, sizeof *place, error);

  if (place != NULL)
    *place = number;
  return place != NULL;
}

static gboolean
add_text (SemaBuffer *buffer, const char *text, gsize length, GError **error)
{
  char *place = sema_buffer_append (buffer, length + 1, error);

  if (place == NULL)
    return FALSE;
  if (length > 0)
    memcpy (place, text, length);
  place[length] = 0;
  return TRUE;
}

/**
 * sema_tensor_list_add_name:
 * @self: the list
 * @name: bytes, NUL too
 * @length: how many
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Begins a tensor. Its axes come next, then sema_tensor_list_add().
 *
 * Returns: whether there was room
 */
gboolean
sema_tensor_list_add_name (SemaTensorList *self, const char *name, gsize length, GError **error)
{
  if (self->starts.n_bytes == 0 && !add_number (&self->starts, 0, error))
    return FALSE;
  return add_text (&self->names, name, length, error) && add_number (&self->starts, self->names.n_bytes, error);
}

/**
 * sema_tensor_list_add_axis:
 * @self: the list
 * @size: of the next axis of the tensor that was begun
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was room
 */
gboolean
sema_tensor_list_add_axis (SemaTensorList *self, guint64 size, GError **error)
{
  return add_number (&self->shapes, size, error);
}

/**
 * sema_tensor_list_add_stride:
 * @self: the list
 * @stride: of the next axis of the tensor that was begun, in numbers: one for each axis, or none at all
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was room
 */
gboolean
sema_tensor_list_add_stride (SemaTensorList *self, guint64 stride, GError **error)
{
  return add_number (&self->strides, stride, error);
}

/**
 * sema_tensor_list_add_dtype:
 * @self: the list
 * @text: what the file calls a type that has no number here, any bytes; kept as sema_word_to_label() shows them
 * @length: its bytes
 * @dtype_at: (out): for the entry
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was room
 */
gboolean
sema_tensor_list_add_dtype (SemaTensorList *self, const char *text, gsize length, guint32 *dtype_at, GError **error)
{
  g_autofree char *label = sema_word_to_label (text, length);

  *dtype_at = (guint32)self->texts.n_bytes;
  return add_text (&self->texts, label, strlen (label), error);
}

/**
 * sema_tensor_list_add:
 * @self: the list
 * @entry: the tensor whose name, axes and strides were added last; where they are is filled in
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was room
 */
gboolean
sema_tensor_list_add (SemaTensorList *self, SemaTensorEntry *entry, GError **error)
{
  guint64                n = sema_tensor_list_get_n (self);
  const SemaTensorEntry *last = n > 0 ? sema_tensor_list_peek (self, n - 1) : NULL;
  SemaTensorEntry       *place;

  entry->shape_at = last != NULL ? last->shape_at + last->n_axes : 0;
  entry->n_axes = (guint32)(self->shapes.n_bytes / sizeof (guint64) - entry->shape_at);
  entry->strides_at = entry->is_strided ? self->strides.n_bytes / sizeof (guint64) - entry->n_axes : 0;
  place = sema_buffer_append (&self->entries, sizeof *place, error);
  if (place != NULL)
    *place = *entry;
  return place != NULL;
}

/**
 * sema_tensor_list_copy:
 * @self: the list
 * @other: another one
 * @index: a tensor of it
 * @part: which file it lies in, for this list
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was room
 */
gboolean
sema_tensor_list_copy (SemaTensorList *self, const SemaTensorList *other, guint64 index, guint32 part, GError **error)
{
  SemaTensorEntry entry = *sema_tensor_list_peek (other, index);
  const guint64  *shape = sema_tensor_list_peek_shape (other, index);
  const guint64  *strides = sema_tensor_list_peek_strides (other, index);
  const char     *dtype = sema_tensor_list_peek_dtype (other, index);
  gsize           length;
  const char     *name = sema_tensor_list_peek_name (other, index, &length);

  if (!sema_tensor_list_add_name (self, name, length, error))
    return FALSE;
  for (guint i = 0; i < entry.n_axes; i++)
    if (!sema_tensor_list_add_axis (self, shape[i], error) || (strides != NULL && !sema_tensor_list_add_stride (self, strides[i], error)))
      return FALSE;
  if (entry.type == SEMA_TENSOR_OTHER && !sema_tensor_list_add_dtype (self, dtype, strlen (dtype), &entry.dtype_at, error))
    return FALSE;
  entry.part = part;
  return sema_tensor_list_add (self, &entry, error);
}

static SemaVocabWords
get_words (const SemaTensorList *self)
{
  return (SemaVocabWords) {self->names.data, (const guint64 *)(gconstpointer)self->starts.data};
}

/**
 * sema_tensor_list_index:
 * @self: a list to which nothing will be added
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Makes the names ready to be looked up; of tensors of the same name the first is found. O(n).
 *
 * Returns: whether there was room
 */
gboolean
sema_tensor_list_index (SemaTensorList *self, GError **error)
{
  SemaVocabWords words = get_words (self);
  guint64        n = sema_tensor_list_get_n (self);

  return n == 0 || (sema_vocab_index_reserve (&self->index, n, error) && sema_vocab_index_add (&self->index, &words, n, error));
}

/**
 * sema_tensor_list_finish:
 * @self: a list to which nothing will be added
 * @label: name of the file for messages
 * @error: return location
 *
 * Makes the names ready to be looked up. O(n).
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED when a name comes twice, or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_tensor_list_finish (SemaTensorList *self, const char *label, GError **error)
{
  guint64          repeat;
  gsize            length;
  const char      *name;
  g_autofree char *shown = NULL;

  if (!sema_tensor_list_index (self, error))
    return FALSE;
  if (self->index.repeats.n_bytes == 0)
    return TRUE;
  memcpy (&repeat, self->index.repeats.data, sizeof repeat);
  name = sema_tensor_list_peek_name (self, repeat >> 32, &length);
  shown = sema_word_to_label (name, length);
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("“%s” is damaged: the name “%s” comes twice in it, so nobody can tell which tensor is meant."), label, shown);
  return FALSE;
}

/**
 * sema_tensor_list_get_n:
 * @self: the list
 *
 * Returns: how many tensors there are
 */
guint64
sema_tensor_list_get_n (const SemaTensorList *self)
{
  return self->entries.n_bytes / sizeof (SemaTensorEntry);
}

/**
 * sema_tensor_list_peek:
 * @self: the list
 * @index: which, from 0
 *
 * Returns: (transfer none): the tensor
 */
const SemaTensorEntry *
sema_tensor_list_peek (const SemaTensorList *self, guint64 index)
{
  return (const SemaTensorEntry *)(gconstpointer)self->entries.data + index;
}

/**
 * sema_tensor_list_peek_name:
 * @self: the list
 * @index: which, from 0
 * @length: (out): its bytes
 *
 * Returns: (transfer none): the name, with a NUL after it
 */
const char *
sema_tensor_list_peek_name (const SemaTensorList *self, guint64 index, gsize *length)
{
  SemaVocabWords words = get_words (self);

  return sema_vocab_words_peek (&words, index, length);
}

/**
 * sema_tensor_list_peek_shape:
 * @self: the list
 * @index: which, from 0
 *
 * Returns: (transfer none) (nullable): the sizes of its axes
 */
const guint64 *
sema_tensor_list_peek_shape (const SemaTensorList *self, guint64 index)
{
  const SemaTensorEntry *entry = sema_tensor_list_peek (self, index);

  return entry->n_axes > 0 ? (const guint64 *)(gconstpointer)self->shapes.data + entry->shape_at : NULL;
}

/**
 * sema_tensor_list_peek_strides:
 * @self: the list
 * @index: which, from 0
 *
 * Returns: (transfer none) (nullable): how many numbers further the next of each axis lies, where the file says so
 */
const guint64 *
sema_tensor_list_peek_strides (const SemaTensorList *self, guint64 index)
{
  const SemaTensorEntry *entry = sema_tensor_list_peek (self, index);

  return entry->is_strided ? (const guint64 *)(gconstpointer)self->strides.data + entry->strides_at : NULL;
}

/**
 * sema_tensor_list_peek_dtype:
 * @self: the list
 * @index: which, from 0
 *
 * Returns: (transfer none): what its type is called
 */
const char *
sema_tensor_list_peek_dtype (const SemaTensorList *self, guint64 index)
{
  const SemaTensorEntry *entry = sema_tensor_list_peek (self, index);

  return entry->type != SEMA_TENSOR_OTHER ? sema_tensor_type_get_name (entry->type) : self->texts.data + entry->dtype_at;
}

/**
 * sema_tensor_list_find:
 * @self: a finished list
 * @name: bytes
 * @length: how many
 * @index: (out): which it is
 *
 * Returns: whether there is one of exactly this name. O(@length).
 */
gboolean
sema_tensor_list_find (const SemaTensorList *self, const char *name, gsize length, guint64 *index)
{
  SemaVocabWords words = get_words (self);

  *index = sema_tensor_list_get_n (self) > 0 ? sema_vocab_index_find (&self->index, &words, name, length) : SEMA_VOCAB_INDEX_NONE;
  return *index != SEMA_VOCAB_INDEX_NONE;
}

/**
 * sema_tensor_shape_count:
 * @shape: (array length=n_axes) (nullable): sizes
 * @n_axes: how many, may be 0
 * @n: (out): their product, 1 for none
 *
 * Returns: whether it fits, from the first axis on: a 0 after what is too large does not help
 */
gboolean
sema_tensor_shape_count (const guint64 *shape, guint n_axes, guint64 *n)
{
  *n = 1;
  for (guint i = 0; i < n_axes; i++)
    if (__builtin_mul_overflow (*n, shape[i], n))
      return FALSE;
  return TRUE;
}
