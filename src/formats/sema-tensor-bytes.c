/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensor-bytes.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-error.h"
#include "sema-file.h"
#include "sema-formats.h"
#include "sema-mapping.h"
#include "sema-memory.h"

struct _SemaTensorBytes
{
  SemaFile     *file; /* NULL: memory */
  SemaMapping  *mapping;
  gboolean      was_mapped; /* or could not be: readers in other threads rely on that it stays so */
  guint8       *memory;
  guint64       size;
  char         *label;
  SemaProgress *progress;
};

/**
 * sema_tensor_bytes_open:
 * @path: path in the encoding of the file system
 * @progress: (nullable): cancels the reading
 * @error: as sema_file_open()
 *
 * Opens a file, and maps nothing yet.
 *
 * Returns: (transfer full) (nullable): its bytes, as many as it has now
 */
SemaTensorBytes *
sema_tensor_bytes_open (const char *path, SemaProgress *progress, GError **error)
{
  SemaFile        *file = sema_file_open (path, NULL, error);
  SemaTensorBytes *self;

  if (file == NULL)
    return NULL;
  self = g_new0 (SemaTensorBytes, 1);
  self->file = file;
  self->size = sema_file_get_size (file);
  self->label = g_strdup (sema_file_get_label (file));
  sema_tensor_bytes_set_progress (self, progress);
  return self;
}

/**
 * sema_tensor_bytes_new_take:
 * @memory: (transfer full): a block from sema-memory.h
 * @size: its bytes
 * @label: name of the file that they came from, for messages
 *
 * Returns: (transfer full): the same bytes
 */
SemaTensorBytes *
sema_tensor_bytes_new_take (guint8 *memory, guint64 size, const char *label)
{
  SemaTensorBytes *self = g_new0 (SemaTensorBytes, 1);

  self->memory = memory;
  self->size = size;
  self->label = g_strdup (label);
  return self;
}

/**
 * sema_tensor_bytes_free:
 * @self: (transfer full) (nullable): bytes
 *
 * Nobody may look at them any more.
 */
void
sema_tensor_bytes_free (SemaTensorBytes *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->mapping, sema_mapping_free);
  g_clear_pointer (&self->file, sema_file_close);
  g_clear_pointer (&self->progress, sema_progress_unref);
  sema_memory_free (self->memory);
  g_free (self->label);
  g_free (self);
}

/**
 * sema_tensor_bytes_map:
 * @self: bytes
 *
 * Maps a file, at the first call. Where that cannot be, it is read as before.
 */
void
sema_tensor_bytes_map (SemaTensorBytes *self)
{
  if (self->file != NULL && !self->was_mapped && self->size > 0)
    self->mapping = sema_mapping_new (sema_file_get_descriptor (self->file), self->size);
  self->was_mapped = TRUE;
}

/**
 * sema_tensor_bytes_get_size:
 * @self: bytes
 *
 * Returns: how many there are; of a file, when it was opened
 */
guint64
sema_tensor_bytes_get_size (const SemaTensorBytes *self)
{
  return self->size;
}

/**
 * sema_tensor_bytes_get_label:
 * @self: bytes
 *
 * Returns: the base name of the file for messages
 */
const char *
sema_tensor_bytes_get_label (const SemaTensorBytes *self)
{
  return self->label;
}

/**
 * sema_tensor_bytes_set_progress:
 * @self: bytes
 * @progress: (nullable): cancels the reading from now on
 */
void
sema_tensor_bytes_set_progress (SemaTensorBytes *self, SemaProgress *progress)
{
  SemaProgress *other = progress != NULL ? sema_progress_ref (progress) : NULL;

  g_clear_pointer (&self->progress, sema_progress_unref);
  self->progress = other;
}

/**
 * sema_tensor_bytes_get_progress:
 * @self: bytes
 *
 * Returns: (transfer none) (nullable): what cancels the reading
 */
SemaProgress *
sema_tensor_bytes_get_progress (const SemaTensorBytes *self)
{
  return self->progress;
}

static gboolean
read_block (SemaTensorBytes *self, guint64 offset, guint8 *buffer, gsize n_bytes, GError **error)
{
  gsize n_read;

  if (sema_progress_is_cancelled (self->progress))
    {
      sema_set_cancelled (error);
      return FALSE;
    }
  if (!sema_file_read_at (self->file, offset, buffer, n_bytes, &n_read, error))
    return FALSE;
  if (n_read < n_bytes)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("“%s” was cut at byte %" PRIu64 " while it was read; open it again when it is whole."), self->label, offset + n_read);
  return n_read == n_bytes;
}

/**
 * sema_tensor_bytes_read:
 * @self: bytes
 * @offset: the first one
 * @buffer: (out): gets them
 * @n_bytes: how many, within the size
 * @error: return location
 *
 * Copies bytes, of a file by reading it: what was checked in the copy cannot change any more.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_IO when the file has lost them, or cannot be read, or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_tensor_bytes_read (SemaTensorBytes *self, guint64 offset, guint8 *buffer, gsize n_bytes, GError **error)
{
  g_return_val_if_fail (offset <= self->size && n_bytes <= self->size - offset, FALSE);

  if (self->memory != NULL && n_bytes > 0)
    memcpy (buffer, self->memory + offset, n_bytes);
  for (gsize at = 0; self->memory == NULL && at < n_bytes; at += MIN (SEMA_FILE_BLOCK, n_bytes - at))
    if (!read_block (self, offset + at, buffer + at, MIN (SEMA_FILE_BLOCK, n_bytes - at), error))
      return FALSE;
  return TRUE;
}

/**
 * sema_tensor_bytes_peek:
 * @self: bytes
 * @offset: within the size
 *
 * Returns: (nullable): the bytes from there on in place; %NULL where they can only be read. After use ask
 *   sema_tensor_bytes_check_lost().
 */
const guint8 *
sema_tensor_bytes_peek (const SemaTensorBytes *self, guint64 offset)
{
  if (self->memory != NULL)
    return self->memory + offset;
  return self->mapping != NULL ? sema_mapping_get_bytes (self->mapping) + offset : NULL;
}

/**
 * sema_tensor_bytes_hold:
 * @self: bytes; a file is mapped
 * @n_bytes: how many of the first are needed one after another
 * @copy: (out) (transfer full) (nullable): a copy of them where a file cannot be mapped; a block from sema-memory.h
 * @error: as sema_tensor_bytes_read(), or %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer none) (nullable): the bytes, which stay as long as @self and @copy; %NULL when they cannot be had
 */
const guint8 *
sema_tensor_bytes_hold (SemaTensorBytes *self, gsize n_bytes, guint8 **copy, GError **error)
{
  const guint8 *place;

  *copy = NULL;
  sema_tensor_bytes_map (self);
  place = sema_tensor_bytes_peek (self, 0);
  if (place != NULL)
    return place;
  *copy = sema_memory_alloc (n_bytes, error);
  return *copy != NULL && sema_tensor_bytes_read (self, 0, *copy, n_bytes, error) ? *copy : NULL;
}

/**
 * sema_tensor_bytes_check_lost:
 * @self: bytes
 * @error: %SEMA_CORE_ERROR_LOST
 *
 * Returns: whether all bytes that were looked at were really there
 */
gboolean
sema_tensor_bytes_check_lost (const SemaTensorBytes *self, GError **error)
{
  if (self->mapping == NULL || !sema_mapping_is_lost (self->mapping))
    return TRUE;
  g_set_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_LOST,
               _ ("“%s” was cut short or its disk has gone, so its numbers cannot be used any more; open it again when it is whole."), self->label);
  return FALSE;
}
