/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gzip-ahead.h"

#include <string.h>

#include "sema-pipe.h"

/* What is inflated at a time, and how many of these may wait. */
#define BLOCK_BYTES (256 * 1024)
#define MAX_BLOCKS 8

/* A smaller file is inflated by the time a thread has begun. */
#define THREAD_FROM (256 * 1024)

struct _SemaGzipAhead
{
  SemaFile      *file; /* borrowed; with the next the pipe's alone, once there is one */
  SemaGzip      *gzip;
  SemaPipe      *pipe;     /* NULL before the first bytes are wanted */
  SemaPipeBlock *block;    /* the one being emptied; NULL: none */
  gsize          block_at; /* its next byte */
  SemaGzipDamage damage;   /* as it was when the block's bytes had been inflated */
};

static SemaGzipAhead *
ahead_new (SemaFile *file, SemaGzip *gzip)
{
  SemaGzipAhead *self;

  if (gzip == NULL)
    return NULL;
  self = g_new0 (SemaGzipAhead, 1);
  self->file = file;
  self->gzip = gzip;
  return self;
}

/**
 * sema_gzip_ahead_new:
 * @file: the compressed file, at its first byte; borrowed, it must live longer, and nobody else reads it from now on
 * @error: return location
 *
 * Nothing is read before the first bytes are wanted.
 *
 * Returns: (transfer full) (nullable): the reader, to be freed with sema_gzip_ahead_free(); %NULL with SEMA_CORE_ERROR_NO_MEMORY
 */
SemaGzipAhead *
sema_gzip_ahead_new (SemaFile *file, GError **error)
{
  return ahead_new (file, sema_gzip_new (file, error));
}

/**
 * sema_gzip_ahead_new_raw:
 * @file: deflate data; borrowed, it must live longer, and nobody else reads it from now on
 * @n_bytes: how many bytes they come to
 * @check: the CRC of them
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the same for what sema_gzip_new_raw() reads
 */
SemaGzipAhead *
sema_gzip_ahead_new_raw (SemaFile *file, guint64 n_bytes, guint32 check, GError **error)
{
  return ahead_new (file, sema_gzip_new_raw (file, n_bytes, check, error));
}

/**
 * sema_gzip_ahead_free:
 * @self: (transfer full) (nullable): the reader
 *
 * Ends the thread and frees the reader, not its file.
 */
void
sema_gzip_ahead_free (SemaGzipAhead *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->pipe, sema_pipe_free);
  g_clear_pointer (&self->gzip, sema_gzip_free);
  g_free (self);
}

/* Fills a block, in the thread of the pipe. What is wrong goes with the bytes, so that it is told when they are read. */
static gboolean
inflate_block (SemaPipeBlock *block, gboolean *is_last, gpointer data, GError **error)
{
  SemaGzipAhead *self = data;
  gboolean       fine;

  if (!sema_buffer_reserve (&block->bytes, BLOCK_BYTES, error))
    return FALSE;
  fine = sema_gzip_read (self->gzip, (guint8 *)block->bytes.data, BLOCK_BYTES, &block->bytes.n_bytes, error);
  *is_last = block->bytes.n_bytes < BLOCK_BYTES;
  *(SemaGzipDamage *)block->note = *sema_gzip_get_damage (self->gzip);
  return fine;
}

static void
begin (SemaGzipAhead *self)
{
  guint n_blocks = sema_file_get_size (self->file) < THREAD_FROM ? 1 : MAX_BLOCKS;

  self->pipe = sema_pipe_new (n_blocks, sizeof (SemaGzipDamage), sema_file_get_progress (self->file), inflate_block, self);
}

/* Takes the block after the one that is empty; none at the end. FALSE: reading failed. */
static gboolean
take_block (SemaGzipAhead *self, GError **error)
{
  GError *pipe_error = NULL;

  if (self->block != NULL)
    sema_pipe_give_back (self->pipe, self->block);
  self->block = sema_pipe_take (self->pipe, &pipe_error);
  self->block_at = 0;
  if (self->block != NULL)
    self->damage = *(const SemaGzipDamage *)self->block->note;
  if (pipe_error != NULL)
    g_propagate_error (error, pipe_error);
  return pipe_error == NULL;
}

/**
 * sema_gzip_ahead_read:
 * @self: the reader
 * @buffer: room for @n_bytes
 * @n_bytes: how many bytes are wanted
 * @n_read: (out): how many came; fewer than wanted only at the end of the data
 * @error: return location
 *
 * Reads on from where the last call ended. Progress is told, and the file read, as far as the thread is, up to 2 MiB of data ahead.
 *
 * Returns: %FALSE with an error, as sema_gzip_read()
 */
gboolean
sema_gzip_ahead_read (SemaGzipAhead *self, guint8 *buffer, gsize n_bytes, gsize *n_read, GError **error)
{
  *n_read = 0;
  if (self->pipe == NULL)
    begin (self);
  while (*n_read < n_bytes)
    {
      gsize n;

      if ((self->block == NULL || self->block_at == self->block->bytes.n_bytes) && !take_block (self, error))
        return FALSE;
      if (self->block == NULL)
        break;
      n = MIN (n_bytes - *n_read, self->block->bytes.n_bytes - self->block_at);
      if (n > 0)
        memcpy (buffer + *n_read, self->block->bytes.data + self->block_at, n);
      self->block_at += n;
      *n_read += n;
    }
  return TRUE;
}

/**
 * sema_gzip_ahead_get_damage:
 * @self: the reader
 *
 * Returns: (transfer none): what was found wrong with the bytes read so far and at most 256 KiB after them; all of it at the
 *   end of the data
 */
const SemaGzipDamage *
sema_gzip_ahead_get_damage (const SemaGzipAhead *self)
{
  return &self->damage;
}
