/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "sema-error.h"
#include "sema-file-name.h"
#include "sema-formats.h"

struct _SemaFile
{
  int           fd;
  char         *label;
  guint64       start; /* of its bytes in the file on the disk */
  guint64       size;
  guint64       offset;
  gboolean      is_part;
  SemaProgress *progress;
};

static SemaReadFunc   read_func = read;
static SemaReadAtFunc read_at_func = pread;

/**
 * sema_file_set_read:
 * @func: (nullable): called in place of read(2); %NULL for read(2) itself
 *
 * Lets a test give short reads, interrupted ones and failing disks. Not for use while a file is open in another thread.
 */
void
sema_file_set_read (SemaReadFunc func)
{
  read_func = func != NULL ? func : read;
}

/**
 * sema_file_set_read_at:
 * @func: (nullable): called in place of pread(2); %NULL for pread(2) itself
 *
 * The same for sema_file_read_at().
 */
void
sema_file_set_read_at (SemaReadAtFunc func)
{
  read_at_func = func != NULL ? func : pread;
}

/* Says in one sentence why a path did not open. */
static void
set_open_error (GError **error, const char *label, int code)
{
  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("There is no file “%s”."), label);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("“%s” may not be read by you: its permissions forbid it."), label);
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("“%s” cannot be opened: %s."), label, g_strerror (code));
}

/* Only ordinary files have an end that can be relied on. */
static gboolean
check_ordinary (const struct stat *status, const char *label, GError **error)
{
  if (S_ISREG (status->st_mode))
    return TRUE;

  if (S_ISDIR (status->st_mode))
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("“%s” is a folder; an ordinary file is needed."), label);
  else if (S_ISFIFO (status->st_mode))
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("“%s” is a pipe; save what it gives to a file and open that."), label);
  else if (S_ISCHR (status->st_mode) || S_ISBLK (status->st_mode))
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("“%s” is a device; an ordinary file is needed."), label);
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("“%s” is no ordinary file."), label);
  return FALSE;
}

/**
 * sema_file_open:
 * @path: path in the encoding of the file system
 * @progress: (nullable): told the size of the file and how much of it is read; cancels the reading
 * @error: return location
 *
 * Opens a file for reading. Never blocks on a pipe: it is refused, as are folders and devices.
 *
 * Returns: (transfer full) (nullable): the file, to be closed with sema_file_close(); %NULL with SEMA_FORMAT_ERROR_IO
 */
SemaFile *
sema_file_open (const char *path, SemaProgress *progress, GError **error)
{
  g_autofree char     *label = NULL;
  g_autoptr (SemaFile) self = NULL;
  struct stat          status;
  int                  fd;

  g_return_val_if_fail (path != NULL, NULL);

  label = sema_file_name_to_label (path);
  do
    fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  while (fd < 0 && errno == EINTR);
  if (fd < 0 && *path == '\0')
    {
      g_set_error_literal (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("The name of the file is empty."));
      return NULL;
    }
  if (fd < 0)
    {
      set_open_error (error, label, errno);
      return NULL;
    }

  self = g_new0 (SemaFile, 1);
  self->fd = fd;
  self->label = g_steal_pointer (&label);
  self->progress = progress != NULL ? sema_progress_ref (progress) : NULL;
  if (fstat (fd, &status) != 0)
    {
      set_open_error (error, self->label, errno);
      return NULL;
    }
  if (!check_ordinary (&status, self->label, error))
    return NULL;

  self->size = (guint64)MAX (status.st_size, 0);
  sema_progress_set_total (progress, self->size);
  sema_progress_set_done (progress, 0);
  return g_steal_pointer (&self);
}

/**
 * sema_file_close:
 * @self: (transfer full) (nullable): the file
 *
 * Closes the file and frees what belongs to it.
 */
void
sema_file_close (SemaFile *self)
{
  if (self == NULL)
    return;
  close (self->fd);
  g_free (self->label);
  g_clear_pointer (&self->progress, sema_progress_unref);
  g_free (self);
}

/**
 * sema_file_poll:
 * @self: the file
 * @error: return location
 *
 * Returns: %TRUE to go on; %FALSE with SEMA_CORE_ERROR_CANCELLED when the progress was cancelled
 */
gboolean
sema_file_poll (SemaFile *self, GError **error)
{
  if (!sema_progress_is_cancelled (self->progress))
    return TRUE;
  sema_set_cancelled (error);
  return FALSE;
}

/* One read that a signal does not interrupt; -1 with errno. */
static gssize
read_some (int fd, guint8 *buffer, gsize n_bytes)
{
  gssize n;

  do
    n = read_func (fd, buffer, n_bytes);
  while (n < 0 && errno == EINTR);
  return n;
}

static void
set_read_error (const SemaFile *self, guint64 offset, GError **error)
{
  int code = errno;

  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO,
               _ ("“%s” cannot be read at byte %" PRIu64 ": %s."), self->label, offset, g_strerror (code));
}

/* A whole file ends where it does, whatever its size was; a part of one where it was said to. */
static gsize
count_readable (const SemaFile *self, guint64 offset, gsize n_bytes)
{
  return self->is_part ? (gsize)MIN (n_bytes, self->size - MIN (offset, self->size)) : n_bytes;
}

/**
 * sema_file_read:
 * @self: the file
 * @buffer: room for @n_bytes
 * @n_bytes: how many bytes are wanted
 * @n_read: (out): how many came; fewer than wanted only at the end of the file
 * @error: return location
 *
 * Reads on from where the last call ended, in blocks of at most SEMA_FILE_BLOCK with a look at cancel before each.
 *
 * Returns: %FALSE with SEMA_FORMAT_ERROR_IO (the message has the byte) or SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_file_read (SemaFile *self, guint8 *buffer, gsize n_bytes, gsize *n_read, GError **error)
{
  *n_read = 0;
  while (*n_read < n_bytes)
    {
      gssize n;

      if (!sema_file_poll (self, error))
        return FALSE;
      n = read_some (self->fd, buffer + *n_read, MIN (count_readable (self, self->offset, n_bytes - *n_read), SEMA_FILE_BLOCK));
      if (n < 0)
        {
          set_read_error (self, self->offset, error);
          return FALSE;
        }
      if (n == 0)
        break;
      *n_read += (gsize)n;
      self->offset += (guint64)n;
      sema_progress_set_done (self->progress, self->offset);
    }
  return TRUE;
}

/**
 * sema_file_read_at:
 * @self: the file
 * @offset: of the first byte wanted
 * @buffer: room for @n_bytes
 * @n_bytes: how many bytes are wanted
 * @n_read: (out): how many came; fewer than wanted only at the end of the file
 * @error: as sema_file_read()
 *
 * Reads anywhere, without regard to what sema_file_read() does and without telling the progress. Several threads may do so at
 * once. Looks at cancel before each block.
 *
 * Returns: whether it could be read
 */
gboolean
sema_file_read_at (SemaFile *self, guint64 offset, guint8 *buffer, gsize n_bytes, gsize *n_read, GError **error)
{
  *n_read = 0;
  while (*n_read < n_bytes)
    {
      gssize n;

      if (!sema_file_poll (self, error))
        return FALSE;
      n = read_at_func (self->fd, buffer + *n_read, MIN (count_readable (self, offset + *n_read, n_bytes - *n_read), SEMA_FILE_BLOCK), (off_t)(self->start + offset + *n_read));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_read_error (self, offset + *n_read, error);
          return FALSE;
        }
      if (n == 0)
        break;
      *n_read += (gsize)n;
    }
  return TRUE;
}

/**
 * sema_file_rewind:
 * @self: the file
 * @error: return location
 *
 * Goes back to the first byte.
 *
 * Returns: %FALSE with SEMA_FORMAT_ERROR_IO
 */
gboolean
sema_file_rewind (SemaFile *self, GError **error)
{
  if (lseek (self->fd, (off_t)self->start, SEEK_SET) != (off_t)self->start)
    {
      set_open_error (error, self->label, errno);
      return FALSE;
    }
  self->offset = 0;
  return TRUE;
}

/**
 * sema_file_narrow:
 * @self: the file
 * @start: a byte of it
 * @n_bytes: how many from there on, as far as the file has them
 * @error: return location
 *
 * From now on the file is these bytes alone: offsets and size are theirs, and the next byte is the first of them.
 *
 * Returns: %FALSE with SEMA_FORMAT_ERROR_IO
 */
gboolean
sema_file_narrow (SemaFile *self, guint64 start, guint64 n_bytes, GError **error)
{
  self->start += MIN (start, self->size);
  self->size = MIN (n_bytes, self->size - MIN (start, self->size));
  self->is_part = TRUE;
  sema_progress_set_total (self->progress, self->size);
  sema_progress_set_done (self->progress, 0);
  return sema_file_rewind (self, error);
}

/**
 * sema_file_get_offset:
 * @self: the file
 *
 * Returns: how many bytes were read
 */
guint64
sema_file_get_offset (const SemaFile *self)
{
  return self->offset;
}

/**
 * sema_file_get_size:
 * @self: the file
 *
 * Returns: its size in bytes when it was opened. Another process may change it meanwhile: a hint, not a promise.
 */
guint64
sema_file_get_size (const SemaFile *self)
{
  return self->size;
}

/**
 * sema_file_get_descriptor:
 * @self: the file
 *
 * Returns: what the system knows it by; closed with the file
 */
int
sema_file_get_descriptor (const SemaFile *self)
{
  return self->fd;
}

/**
 * sema_file_get_progress:
 * @self: the file
 *
 * Returns: (transfer none) (nullable): who is told how far it is read
 */
SemaProgress *
sema_file_get_progress (const SemaFile *self)
{
  return self->progress;
}

/**
 * sema_file_get_label:
 * @self: the file
 *
 * Returns: its base name for messages, in UTF-8 without control characters; owned by the file
 */
const char *
sema_file_get_label (const SemaFile *self)
{
  return self->label;
}
