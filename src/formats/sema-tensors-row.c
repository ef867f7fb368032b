/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-tensors-private.h"

/* The two axes of a matrix; of more than two axes those that are longer than 1. */
static gboolean
find_axes (const guint64 *shape, guint n_axes, guint axes[2])
{
  guint n = 0;

  if (n_axes == 2)
    {
      axes[0] = 0;
      axes[1] = 1;
      return TRUE;
    }
  for (guint i = 0; i < n_axes; i++)
    if (shape[i] != 1)
      {
        if (n == 2)
          return FALSE;
        axes[n++] = i;
      }
  return n == 2;
}

/* The numbers from one of an axis to the next: what the file says, or the product of the axes that lie closer together. */
static guint64
get_stride (const SemaTensorList *list, guint64 index, guint axis)
{
  const SemaTensorEntry *entry = sema_tensor_list_peek (list, index);
  const guint64         *shape = sema_tensor_list_peek_shape (list, index);
  guint64                n = 1;

  if (entry->is_strided)
    return sema_tensor_list_peek_strides (list, index)[axis];
  if (entry->is_fortran)
    sema_tensor_shape_count (shape, axis, &n);
  else
    sema_tensor_shape_count (shape + axis + 1, entry->n_axes - axis - 1, &n);
  return n;
}

/* Whether a tensor is a matrix with rows that can be read. Its shape fits its bytes, so nothing overflows. */
gboolean
sema_tensors_get_layout (const SemaTensorList *list, guint64 index, SemaTensorsLayout *layout)
{
  const SemaTensorEntry *entry = sema_tensor_list_peek (list, index);
  const guint64         *shape = sema_tensor_list_peek_shape (list, index);
  guint64                width = sema_tensor_type_get_bits (entry->type) / 8;
  guint                  axes[2];

  *layout = (SemaTensorsLayout) {0};
  if (entry->type == SEMA_TENSOR_PQ)
    {
      layout->n_rows = shape[0];
      layout->dim = shape[1];
      return TRUE;
    }
  if (!sema_tensor_type_is_readable (entry->type) || entry->n_bytes == 0 || !find_axes (shape, entry->n_axes, axes))
    return FALSE;
  layout->n_rows = shape[axes[0]];
  layout->dim = shape[axes[1]];
  if (sema_tensor_type_is_in_blocks (entry->type))
    {
      layout->row_stride = entry->n_bytes / layout->n_rows;
      return TRUE;
    }
  layout->row_stride = width * get_stride (list, index, axes[0]);
  layout->step = width * get_stride (list, index, axes[1]);
  return TRUE;
}

static SemaTensorsPart *
peek_part (const SemaTensors *self, guint64 index)
{
  return &g_array_index (self->parts, SemaTensorsPart, sema_tensor_list_peek (&self->list, index)->part);
}

static SemaTensorBytes *
inflate_member (const SemaTensors *self, const SemaTensorsPart *part, SemaProgress *progress, GError **error)
{
  SemaTensorBytes *archive = g_array_index (self->parts, SemaTensorsPart, 0).bytes;
  guint8          *memory = sema_memory_alloc (part->member.n_bytes, error);

  if (memory == NULL)
    return NULL;
  if (!sema_zip_read (archive, &part->member, memory, part->member.n_bytes, progress, error))
    {
      sema_memory_free (memory);
      return NULL;
    }
  return sema_tensor_bytes_new_take (memory, part->member.n_bytes, self->label);
}

static SemaTensorBytes *
open_shard (const SemaTensorsPart *part, GError **error)
{
  g_autoptr (SemaTensorBytes) bytes = sema_tensor_bytes_open (part->path, NULL, error);

  if (bytes == NULL)
    return NULL;
  if (sema_tensor_bytes_get_size (bytes) != part->size)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("“%s” has changed since its tensors were listed; open it again."), sema_tensor_bytes_get_label (bytes));
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

/* Frees what is in a list of words. */
void
sema_tensors_words_clear (SemaTensorsWords *self)
{
  sema_buffer_clear (&self->words);
  sema_buffer_clear (&self->starts);
}

static const SemaTensorsWords *
find_row_words (const SemaTensors *self, guint64 index)
{
  for (guint i = 0; i < self->row_words->len; i++)
    if (g_array_index (self->row_words, SemaTensorsWords, i).tensor == index)
      return &g_array_index (self->row_words, SemaTensorsWords, i);
  return NULL;
}

/**
 * sema_tensors_has_row_words:
 * @self: tensors
 * @index: one of them
 *
 * Returns: whether the file itself says what its rows are called, as those of gensim do
 */
gboolean
sema_tensors_has_row_words (const SemaTensors *self, guint64 index)
{
  return find_row_words (self, index) != NULL;
}

/**
 * sema_tensors_peek_row_word:
 * @self: tensors
 * @index: one of them for which sema_tensors_has_row_words() holds
 * @row: a row of it
 * @length: (out): bytes of the word
 *
 * Returns: (transfer none) (nullable): what the row is called, with a NUL after it; %NULL when it has no word
 */
const char *
sema_tensors_peek_row_word (const SemaTensors *self, guint64 index, guint64 row, gsize *length)
{
  const SemaTensorsWords *words = find_row_words (self, index);
  SemaVocabWords          list;

  *length = 0;
  if (words == NULL || row >= words->n)
    return NULL;
  list = (SemaVocabWords) {words->words.data, (const guint64 *)(gconstpointer)words->starts.data};
  return sema_vocab_words_peek (&list, row, length);
}

/**
 * sema_tensors_prepare:
 * @self: tensors
 * @index: the one whose rows will be read
 * @progress: (nullable): cancels it; is not told how far it is
 * @error: return location
 *
 * Makes the rows of a tensor readable: maps its file, opens it where it is one of several, inflates it where it is deflated, which
 * is the only thing that takes time and memory. For one tensor the second call does nothing. May be called in a thread while other
 * tensors are read.
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_tensors_prepare (SemaTensors *self, guint64 index, SemaProgress *progress, GError **error)
{
  SemaTensorsPart *part;
  gboolean         is_ready;

  g_return_val_if_fail (index < sema_tensors_get_n (self), FALSE);

  part = peek_part (self, index);
  g_mutex_lock (&self->preparing);
  if (part->bytes == NULL)
    part->bytes = part->is_member ? inflate_member (self, part, progress, error) : open_shard (part, error);
  is_ready = part->bytes != NULL;
  if (is_ready)
    sema_tensor_bytes_map (part->bytes);
  g_mutex_unlock (&self->preparing);
  return is_ready;
}

/* The bytes that a tensor lies in, once it is prepared. */
SemaTensorBytes *
sema_tensors_peek_bytes (const SemaTensors *self, guint64 index)
{
  return peek_part (self, index)->bytes;
}

/* Calls the widener for @n numbers. */
static void
widen (const SemaTensorEntry *entry, const guint8 *bytes, guint64 n, float *floats, double *doubles)
{
  if (floats != NULL)
    sema_tensor_type_widen_floats (entry->type, entry->is_swapped, bytes, n, floats);
  else
    sema_tensor_type_widen_doubles (entry->type, entry->is_swapped, bytes, n, doubles);
}

/* A row whose numbers lie apart, one by one. */
static gboolean
read_apart (SemaTensorBytes *bytes, const SemaTensorEntry *entry, const SemaTensorsLayout *layout, guint64 at, float *floats, double *doubles, GError **error)
{
  guint width = sema_tensor_type_get_bits (entry->type) / 8;

  for (guint64 i = 0; i < layout->dim; i++, at += layout->step)
    {
      const guint8 *place = sema_tensor_bytes_peek (bytes, at);
      guint8        number[8];

      if (place == NULL && !sema_tensor_bytes_read (bytes, at, number, width, error))
        return FALSE;
      widen (entry, place != NULL ? place : number, 1, floats != NULL ? floats + i : NULL, doubles != NULL ? doubles + i : NULL);
    }
  return TRUE;
}

static gboolean
read_together (SemaTensorBytes *bytes, const SemaTensorEntry *entry, const SemaTensorsLayout *layout, guint64 at, float *floats, double *doubles, GError **error)
{
  gsize         n_bytes = layout->step > 0 ? layout->dim * layout->step : layout->row_stride;
  const guint8 *place = sema_tensor_bytes_peek (bytes, at);
  guint8       *copy = NULL;
  gboolean      is_there = TRUE;

  if (place == NULL)
    {
      copy = sema_memory_alloc (n_bytes, error);
      is_there = copy != NULL && sema_tensor_bytes_read (bytes, at, copy, n_bytes, error);
    }
  if (is_there)
    widen (entry, place != NULL ? place : copy, layout->dim, floats, doubles);
  sema_memory_free (copy);
  return is_there;
}

/* A row that is put together of what its codes stand for. */
static gboolean
read_quantised (const SemaTensors *self, const SemaTensorEntry *entry, SemaTensorBytes *bytes, guint64 row, float *floats, double *doubles, GError **error)
{
  const SemaProductQuantizer *quantizer = &g_array_index (self->quantizers, SemaProductQuantizer, entry->quantizer);
  g_autofree float           *space = floats == NULL ? g_new (float, quantizer->dim) : NULL;

  if (!sema_product_quantizer_read (quantizer, bytes, row, floats != NULL ? floats : space, error))
    return FALSE;
  for (guint64 i = 0; doubles != NULL && i < quantizer->dim; i++)
    doubles[i] = space[i];
  return TRUE;
}

static gboolean
read_row (const SemaTensors *self, guint64 index, guint64 row, float *floats, double *doubles, GError **error)
{
  const SemaTensorEntry *entry;
  SemaTensorBytes       *bytes;
  SemaTensorsLayout      layout;
  guint64                at;
  gboolean               is_read;

  g_return_val_if_fail (index < sema_tensors_get_n (self), FALSE);
  g_return_val_if_fail (sema_tensors_get_layout (&self->list, index, &layout) && row < layout.n_rows, FALSE);
  bytes = peek_part (self, index)->bytes;
  g_return_val_if_fail (bytes != NULL, FALSE);

  entry = sema_tensor_list_peek (&self->list, index);
  at = entry->offset + row * layout.row_stride;
  if (entry->type == SEMA_TENSOR_PQ)
    is_read = read_quantised (self, entry, bytes, row, floats, doubles, error);
  else if (layout.step == sema_tensor_type_get_bits (entry->type) / 8 || sema_tensor_type_is_in_blocks (entry->type))
    is_read = read_together (bytes, entry, &layout, at, floats, doubles, error);
  else
    is_read = read_apart (bytes, entry, &layout, at, floats, doubles, error);
  return is_read && sema_tensor_bytes_check_lost (bytes, error);
}

/**
 * sema_tensors_read_floats:
 * @self: tensors
 * @index: a matrix among them that sema_tensors_prepare() made ready
 * @row: which row, from 0
 * @values: (out): (dim) its numbers; of F64 the nearest float32, of the others exactly what they are
 * @error: return location
 *
 * Reads a row in place. O(dim); of an array in Fortran order each number lies in another place. May be called by several threads.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_IO, %SEMA_CORE_ERROR_NO_MEMORY, or %SEMA_CORE_ERROR_LOST when the file was cut
 */
gboolean
sema_tensors_read_floats (const SemaTensors *self, guint64 index, guint64 row, float *values, GError **error)
{
  return read_row (self, index, row, values, NULL, error);
}

/**
 * sema_tensors_read_doubles:
 * @self: tensors
 * @index: as for sema_tensors_read_floats()
 * @row: which row, from 0
 * @values: (out): (dim) its numbers, exactly
 * @error: return location
 *
 * Returns: as sema_tensors_read_floats()
 */
gboolean
sema_tensors_read_doubles (const SemaTensors *self, guint64 index, guint64 row, double *values, GError **error)
{
  return read_row (self, index, row, NULL, values, error);
}
