/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-tensors.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-gguf-type.h"
#include "sema-word.h"

#define ALIGNMENT "general.alignment"
#define USUAL_ALIGNMENT 32
#define MAX_ALIGNMENT (1024 * 1024)
#define MAX_AXES 4
#define MAX_NAME 63 /* bytes, as in llama.cpp */

typedef struct
{
  SemaGgufReader *reader;
  SemaTensorList *list;
  guint64         alignment;
  guint64         end; /* of the tensors that were read, with what fills them up, counted from where the first begins */
} Listing;

static gboolean
find_alignment (Listing *self, const SemaGgufValues *values, GError **error)
{
  const SemaGgufValue *value = sema_gguf_values_find (values, ALIGNMENT);

  self->alignment = value != NULL ? value->number : USUAL_ALIGNMENT;
  if (value != NULL && value->kind != SEMA_GGUF_U32)
    return sema_gguf_reader_fail (self->reader, value->at, _ ("the alignment of the tensors has to be a whole number of 32 bits"), error);
  if (self->alignment == 0 || (self->alignment & (self->alignment - 1)) != 0 || self->alignment > MAX_ALIGNMENT)
    return sema_gguf_reader_fail (self->reader, value->at, _ ("the alignment of the tensors has to be a power of two of at most 1048576"), error);
  return TRUE;
}

/* FALSE: beyond 64 bits. */
static gboolean
fill_up (guint64 n_bytes, guint64 alignment, guint64 *filled)
{
  if (__builtin_add_overflow (n_bytes, alignment - 1, filled))
    return FALSE;
  *filled &= ~(alignment - 1);
  return TRUE;
}

static gboolean
read_name (Listing *self, GError **error)
{
  guint64     at = self->reader->at;
  const char *name;
  gsize       length;

  if (!sema_gguf_reader_get_text (self->reader, &name, &length, error))
    return FALSE;
  if (length > MAX_NAME)
    return sema_gguf_reader_fail (self->reader, at, _ ("the name of a tensor may have at most 63 bytes"), error);
  return sema_tensor_list_add_name (self->list, name, length, error);
}

/* The axis whose numbers lie side by side comes first in the file, and last here. */
static gboolean
read_shape (Listing *self, guint64 *dim, guint64 *n_numbers, GError **error)
{
  guint64 at = self->reader->at, n_axes, shape[MAX_AXES];

  if (!sema_gguf_reader_get_number (self->reader, 4, &n_axes, error))
    return FALSE;
  if (n_axes > MAX_AXES)
    return sema_gguf_reader_fail (self->reader, at, _ ("a tensor may have at most 4 axes"), error);
  for (guint i = 0; i < n_axes; i++)
    if (!sema_gguf_reader_get_number (self->reader, 8, &shape[n_axes - 1 - i], error))
      return FALSE;
  for (guint i = 0; i < n_axes; i++)
    if (shape[i] > G_MAXINT64)
      return sema_gguf_reader_fail (self->reader, at, _ ("the shape of a tensor there is larger than any file"), error);
  if (!sema_tensor_shape_count (shape, (guint)n_axes, n_numbers) || *n_numbers >= G_MAXINT64)
    return sema_gguf_reader_fail (self->reader, at, _ ("the shape of a tensor there is larger than any file"), error);
  *dim = n_axes > 0 ? shape[n_axes - 1] : 1;
  for (guint i = 0; i < n_axes; i++)
    if (!sema_tensor_list_add_axis (self->list, shape[i], error))
      return FALSE;
  return TRUE;
}

/* How many bytes the tensor has. */
static gboolean
read_type (Listing *self, guint64 dim, guint64 n_numbers, SemaTensorEntry *entry, GError **error)
{
  guint64      at = self->reader->at, number;
  SemaGgufType type;

  if (!sema_gguf_reader_get_number (self->reader, 4, &number, error))
    return FALSE;
  if (!sema_gguf_type_find (number, &type))
    {
      g_autofree char *clause = g_strdup_printf (_ ("there is no type of numbers %" PRIu64 ", or not any more"), number);

      return sema_gguf_reader_fail (self->reader, at, clause, error);
    }
  if (dim % type.n_numbers != 0)
    {
      g_autofree char *clause = g_strdup_printf (_ ("rows of the type %s come in blocks of %u numbers, which %" PRIu64 " are not"), type.name, type.n_numbers, dim);

      return sema_gguf_reader_fail (self->reader, at, clause, error);
    }
  if (__builtin_mul_overflow (n_numbers / type.n_numbers, type.n_bytes, &entry->n_bytes))
    return sema_gguf_reader_fail (self->reader, at, _ ("the shape of a tensor there is larger than any file"), error);
  entry->type = (guint8)type.type;
  return type.type != SEMA_TENSOR_OTHER || sema_tensor_list_add_dtype (self->list, type.name, strlen (type.name), &entry->dtype_at, error);
}

/* Each tensor begins where the one before it, filled up to the alignment, ends. */
static gboolean
read_offset (Listing *self, SemaTensorEntry *entry, GError **error)
{
  guint64 at = self->reader->at, filled;

  if (!sema_gguf_reader_get_number (self->reader, 8, &entry->offset, error))
    return FALSE;
  if (entry->offset != self->end)
    return sema_gguf_reader_fail (self->reader, at, _ ("a tensor does not begin where the one before it ends"), error);
  if (!fill_up (entry->n_bytes, self->alignment, &filled) || __builtin_add_overflow (self->end, filled, &self->end))
    return sema_gguf_reader_fail (self->reader, at, _ ("the tensors are larger than any file"), error);
  return TRUE;
}

static gboolean
read_tensor (Listing *self, GError **error)
{
  SemaTensorEntry entry = {0};
  guint64         dim = 0, n_numbers = 0;

  return read_name (self, error) && read_shape (self, &dim, &n_numbers, error) && read_type (self, dim, n_numbers, &entry, error) &&
         read_offset (self, &entry, error) && sema_tensor_list_add (self->list, &entry, error);
}

/* Where the numbers begin is known after the last tensor was listed. */
static gboolean
place_tensors (Listing *self, GError **error)
{
  guint64     size = sema_tensor_bytes_get_size (self->reader->bytes);
  const char *label = sema_tensor_bytes_get_label (self->reader->bytes);
  guint64     n = sema_tensor_list_get_n (self->list);
  guint64     start, needed = 0;

  if (!fill_up (self->reader->at, self->alignment, &start))
    start = G_MAXUINT64;
  for (guint64 i = 0; i < n; i++)
    {
      SemaTensorEntry *entry = (SemaTensorEntry *)(gpointer)self->list->entries.data + i;

      if (__builtin_add_overflow (entry->offset, start, &entry->offset) || __builtin_add_overflow (entry->offset, entry->n_bytes, &needed))
        needed = G_MAXUINT64;
      if (needed > size)
        {
          g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                       _ ("“%s” ends too early, as a download that was cut short does: it has %" PRIu64 " bytes and its tensors need %" PRIu64 "; fetch it again."), label, size, MAX (needed, start + self->end));
          return FALSE;
        }
    }
  self->end = n > 0 ? start + self->end : self->reader->at;
  return TRUE;
}

/**
 * sema_gguf_tensors_list:
 * @values: what the file says before its tensors
 * @reader: where the tensors are listed
 * @list: gets them
 * @end: (out): where in the file the last of them ends, with what fills it up
 * @error: return location
 *
 * Reads the list of tensors. All that llama.cpp checks is checked: names of at most 63 bytes that differ, at most 4 axes, shapes and
 * sizes that fit, known types, rows of whole blocks, each tensor where the one before it ends; and that the file is long enough,
 * though not for what would fill up the last one. Without tensors nothing fills up the list. O(n) for n tensors.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED and the byte, or as sema_gguf_reader_take()
 */
gboolean
sema_gguf_tensors_list (const SemaGgufValues *values, SemaGgufReader *reader, SemaTensorList *list, guint64 *end, GError **error)
{
  Listing self = {.reader = reader, .list = list};

  if (!find_alignment (&self, values, error))
    return FALSE;
  for (guint64 i = 0; i < values->n_tensors; i++)
    if (!read_tensor (&self, error))
      return FALSE;
  if (!sema_tensor_list_finish (list, sema_tensor_bytes_get_label (reader->bytes), error) || !place_tensors (&self, error))
    return FALSE;
  *end = self.end;
  return TRUE;
}
