/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-source.h"

#include <string.h>

#include "sema-file.h"
#include "sema-gzip-ahead.h"
#include "sema-memory.h"
#include "sema-word.h"

#define MIN_CAPACITY 4096
#define MAX_FIRST_CAPACITY SEMA_FILE_BLOCK
#define MAX_EXPANSION 1032 /* of deflate, by the format's own limits */

struct _SemaSource
{
  SemaFile      *file;
  SemaGzipAhead *gzip; /* NULL: plain */
  guint8        *buffer;
  gsize          capacity;
  gsize          start; /* buffer[start] is the next byte */
  gsize          end;
  guint64        offset;  /* of the next byte, in the inflated data */
  gboolean       at_end;  /* nothing comes after buffer[end] */
  char          *path;    /* of the file that it is; NULL: it is in an archive */
  char          *entry;   /* of the archive that it is in, for messages; NULL: it is a file of its own */
  guint64        n_entry; /* bytes that the archive says it has */
};

static gboolean
read_plain_or_gzip (SemaSource *self, guint8 *buffer, gsize n_bytes, gsize *n_read, GError **error)
{
  if (self->gzip != NULL)
    return sema_gzip_ahead_read (self->gzip, buffer, n_bytes, n_read, error);
  return sema_file_read (self->file, buffer, n_bytes, n_read, error);
}

/* Looks at the first bytes of the file and goes back to them. */
static gboolean
recognise_gzip (SemaSource *self, GError **error)
{
  guint8 magic[3];
  gsize  n;

  if (!sema_file_read (self->file, magic, sizeof magic, &n, error) || !sema_file_rewind (self->file, error))
    return FALSE;
  if (!sema_gzip_is_magic (magic, n))
    return TRUE;
  self->gzip = sema_gzip_ahead_new (self->file, error);
  return self->gzip != NULL;
}

static gboolean
make_buffer (SemaSource *self, GError **error)
{
  /* One byte more than the data, so that the first read finds their end. */
  self->capacity = CLAMP (sema_source_get_max_size (self), MIN_CAPACITY, MAX_FIRST_CAPACITY - 1) + 1;
  self->buffer = sema_memory_alloc (self->capacity, error);
  return self->buffer != NULL;
}

/**
 * sema_source_open:
 * @path: path in the encoding of the file system
 * @progress: (nullable): told how many bytes of the file, as it lies on the disk, are read; cancels the reading
 * @error: return location
 *
 * Opens a file, plain or gzip as its first bytes say.
 *
 * Returns: (transfer full) (nullable): the source, to be closed with sema_source_close(); %NULL with SEMA_FORMAT_ERROR_IO,
 * SEMA_CORE_ERROR_NO_MEMORY or SEMA_CORE_ERROR_CANCELLED
 */
SemaSource *
sema_source_open (const char *path, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSource) self = g_new0 (SemaSource, 1);

  self->path = g_strdup (path);
  self->file = sema_file_open (path, progress, error);
  if (self->file == NULL || !recognise_gzip (self, error) || !make_buffer (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sema_source_open_entry:
 * @path: path of a zip archive in the encoding of the file system
 * @entry: what is in it
 * @progress: (nullable): told how many bytes of the entry, as it lies in the archive, are read; cancels the reading
 * @error: return location
 *
 * Opens an entry of an archive, which is inflated as it is read.
 *
 * Returns: (transfer full) (nullable): the source, as sema_source_open()
 */
SemaSource *
sema_source_open_entry (const char *path, const SemaZipEntry *entry, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSource) self = g_new0 (SemaSource, 1);

  self->entry = sema_word_to_label (entry->name, entry->length);
  self->n_entry = entry->n_bytes;
  self->file = sema_file_open (path, progress, error);
  if (self->file == NULL || !sema_file_narrow (self->file, entry->data, entry->n_stored, error))
    return NULL;
  if (entry->is_deflated && (self->gzip = sema_gzip_ahead_new_raw (self->file, entry->n_bytes, entry->check, error)) == NULL)
    return NULL;
  return make_buffer (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_source_close:
 * @self: (transfer full) (nullable): the source
 *
 * Closes the file and frees the buffers.
 */
void
sema_source_close (SemaSource *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->gzip, sema_gzip_ahead_free);
  g_clear_pointer (&self->file, sema_file_close);
  sema_memory_free (self->buffer);
  g_free (self->entry);
  g_free (self->path);
  g_free (self);
}

/* Moves what is left to the front of the buffer, which grows until it holds @wanted bytes. */
static gboolean
make_room (SemaSource *self, gsize wanted, GError **error)
{
  if (self->start > 0)
    {
      memmove (self->buffer, self->buffer + self->start, self->end - self->start);
      self->end -= self->start;
      self->start = 0;
    }
  if (wanted > self->capacity)
    {
      guint8 *larger = sema_memory_resize (self->buffer, wanted, error);

      if (larger == NULL)
        return FALSE;
      self->buffer = larger;
      self->capacity = wanted;
    }
  return TRUE;
}

/**
 * sema_source_peek:
 * @self: the source
 * @wanted: how many bytes are to be seen; the buffer grows to hold them
 * @available: (out): how many can be seen: at least @wanted, unless the data end before
 * @error: return location
 *
 * Looks at the next bytes without taking them. A call that asks for no more than the last one saw is cheap.
 *
 * Returns: (nullable): the bytes, valid until the next peek; %NULL with SEMA_FORMAT_ERROR_IO, SEMA_CORE_ERROR_NO_MEMORY or
 * SEMA_CORE_ERROR_CANCELLED. At the end of the data it is not %NULL and @available is 0.
 */
const guint8 *
sema_source_peek (SemaSource *self, gsize wanted, gsize *available, GError **error)
{
  *available = self->end - self->start;
  if (*available < wanted && !self->at_end)
    {
      gsize n;

      if (!make_room (self, wanted, error) ||
          !read_plain_or_gzip (self, self->buffer + self->end, self->capacity - self->end, &n, error))
        return NULL;
      self->at_end = n < self->capacity - self->end;
      self->end += n;
      *available = self->end - self->start;
    }
  return self->buffer + self->start;
}

/**
 * sema_source_skip:
 * @self: the source
 * @n_bytes: how many bytes to take; no more than the last peek saw
 *
 * Goes on by @n_bytes.
 */
void
sema_source_skip (SemaSource *self, gsize n_bytes)
{
  g_return_if_fail (n_bytes <= self->end - self->start);

  self->start += n_bytes;
  self->offset += n_bytes;
}

/**
 * sema_source_get_offset:
 * @self: the source
 *
 * Returns: how many bytes were taken, counted in the inflated data
 */
guint64
sema_source_get_offset (const SemaSource *self)
{
  return self->offset;
}

/**
 * sema_source_get_max_size:
 * @self: the source
 *
 * Returns: the most bytes the data can have: the size of the file, times 1032 when it is compressed; of an entry no more than its archive
 *   says
 */
guint64
sema_source_get_max_size (const SemaSource *self)
{
  guint64 size = sema_file_get_size (self->file);

  if (self->gzip == NULL)
    return size;
  if (self->entry != NULL)
    return MIN (self->n_entry, size * MAX_EXPANSION);
  return size > G_MAXUINT64 / MAX_EXPANSION ? G_MAXUINT64 : size * MAX_EXPANSION;
}

/**
 * sema_source_get_label:
 * @self: the source
 *
 * Returns: the base name of the file, or the name of the entry, for messages; owned by the source
 */
const char *
sema_source_get_label (const SemaSource *self)
{
  return self->entry != NULL ? self->entry : sema_file_get_label (self->file);
}

/**
 * sema_source_get_path:
 * @self: the source
 *
 * Returns: (transfer none) (nullable): the path of the file, beside which others may lie that belong to it; %NULL for an entry of an archive
 */
const char *
sema_source_get_path (const SemaSource *self)
{
  return self->path;
}

/**
 * sema_source_get_compression:
 * @self: the source
 *
 * Returns: “none”, “gzip” or “zip”
 */
const char *
sema_source_get_compression (const SemaSource *self)
{
  if (self->entry != NULL)
    return "zip";
  return self->gzip != NULL ? "gzip" : "none";
}

/**
 * sema_source_get_plain_file:
 * @self: the source
 *
 * Returns: (transfer none) (nullable): the file, where its bytes are the data and offsets are places in it; %NULL where they
 *   are compressed
 */
SemaFile *
sema_source_get_plain_file (const SemaSource *self)
{
  return self->gzip == NULL && self->entry == NULL ? self->file : NULL;
}

/**
 * sema_source_is_compressed:
 * @self: the source
 *
 * Returns: whether its bytes are inflated, in a thread of its own where they are many
 */
gboolean
sema_source_is_compressed (const SemaSource *self)
{
  return self->gzip != NULL;
}

/**
 * sema_source_get_progress:
 * @self: the source
 *
 * Returns: (transfer none) (nullable): what cancels the reading
 */
SemaProgress *
sema_source_get_progress (const SemaSource *self)
{
  return sema_file_get_progress (self->file);
}

/**
 * sema_source_is_cut:
 * @self: the source
 *
 * Returns: whether the compressed data ended before their proper end; known at the end of the data. Nothing tells it of a
 * plain file.
 */
gboolean
sema_source_is_cut (const SemaSource *self)
{
  return self->gzip != NULL && sema_gzip_damage_is_cut (sema_gzip_ahead_get_damage (self->gzip));
}

/**
 * sema_source_dup_damage:
 * @self: the source, at the end of its data
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each thing that is wrong with the compression
 */
GPtrArray *
sema_source_dup_damage (const SemaSource *self)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  if (self->gzip != NULL)
    sema_gzip_damage_describe (sema_gzip_ahead_get_damage (self->gzip), sentences);
  return sentences;
}
