/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-zip-inflate.h"

#include <glib/gi18n-lib.h>
#include <zlib.h>

#include "sema-error.h"
#include "sema-inflate.h"
#include "sema-memory.h"

#define BLOCK (256 * 1024)

typedef struct
{
  SemaTensorBytes    *bytes;
  const SemaZipEntry *entry;
  SemaProgress       *progress;
  guint8             *block;   /* of compressed bytes */
  guint64             n_taken; /* of them, from the entry */
  z_stream            stream;
} Reader;

/* The next compressed bytes. */
static gboolean
refill (Reader *self, GError **error)
{
  gsize n = (gsize)MIN (BLOCK, self->entry->n_stored - self->n_taken);

  if (sema_progress_is_cancelled (self->progress))
    {
      sema_set_cancelled (error);
      return FALSE;
    }
  if (!sema_tensor_bytes_read (self->bytes, self->entry->data + self->n_taken, self->block, n, error))
    return FALSE;
  self->n_taken += n;
  self->stream.next_in = self->block;
  self->stream.avail_in = (uInt)n;
  return TRUE;
}

static gboolean
needs_more (const Reader *self)
{
  return self->stream.avail_in == 0 && self->n_taken < self->entry->n_stored;
}

/* Whether the data end where they should: nothing more comes out. */
static gboolean
find_end (Reader *self, int status, gboolean *is_end, GError **error)
{
  guint8   more;
  gboolean is_over = FALSE;

  while (status == Z_OK && !is_over)
    {
      if (needs_more (self) && !refill (self, error))
        return FALSE;
      self->stream.next_out = &more;
      self->stream.avail_out = 1;
      status = inflate (&self->stream, Z_NO_FLUSH);
      is_over = self->stream.avail_out == 0;
    }
  *is_end = status == Z_STREAM_END && !is_over;
  return TRUE;
}

static void
set_no_memory (SemaTensorBytes *bytes, GError **error)
{
  g_set_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, _ ("There is no memory left to decompress “%s”."), sema_tensor_bytes_get_label (bytes));
}

/* Fills the buffer; *clause where the data do not. */
static gboolean
inflate_all (Reader *self, guint8 *buffer, guint64 n_bytes, const char **clause, GError **error)
{
  guint64  n_made = 0;
  guint32  check = (guint32)crc32_z (0, NULL, 0);
  int      status = Z_OK;
  gboolean is_end = TRUE;

  while (n_made < n_bytes && status == Z_OK)
    {
      uInt wanted = (uInt)MIN (n_bytes - n_made, BLOCK);

      if (needs_more (self) && !refill (self, error))
        return FALSE;
      self->stream.next_out = buffer + n_made;
      self->stream.avail_out = wanted;
      status = inflate (&self->stream, Z_NO_FLUSH);
      check = (guint32)crc32_z (check, buffer + n_made, wanted - self->stream.avail_out);
      n_made += wanted - self->stream.avail_out;
    }
  if (n_made == n_bytes && n_bytes == self->entry->n_bytes && !find_end (self, status, &is_end, error))
    return FALSE;
  if (status == Z_MEM_ERROR)
    {
      set_no_memory (self->bytes, error);
      return FALSE;
    }
  if (n_made < n_bytes)
    *clause = _ ("its compressed data are damaged, or end too early; fetch the file again");
  else if (n_bytes == self->entry->n_bytes && (!is_end || check != self->entry->check))
    *clause = _ ("its bytes are not those that were saved, as its check sum tells; fetch the file again");
  return TRUE;
}

/**
 * sema_zip_inflate:
 * @bytes: the archive
 * @entry: an entry that is deflated
 * @buffer: (out): gets the bytes
 * @n_bytes: how many of the first are wanted; only where all are, their check sum is looked at
 * @progress: (nullable): cancels it
 * @clause: (out): translated: what is wrong with the data, %NULL if nothing is
 * @error: return location
 *
 * Looks at cancel every 256 KiB.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_IO, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_zip_inflate (SemaTensorBytes *bytes, const SemaZipEntry *entry, guint8 *buffer, guint64 n_bytes, SemaProgress *progress, const char **clause, GError **error)
{
  Reader   reader = {.bytes = bytes, .entry = entry, .progress = progress};
  gboolean is_done = FALSE;

  *clause = NULL;
  reader.block = sema_memory_alloc (BLOCK, error);
  if (reader.block == NULL)
    return FALSE;
  if (!sema_inflate_begin (&reader.stream))
    set_no_memory (bytes, error);
  else
    {
      is_done = inflate_all (&reader, buffer, n_bytes, clause, error);
      inflateEnd (&reader.stream);
    }
  sema_memory_free (reader.block);
  return is_done;
}
