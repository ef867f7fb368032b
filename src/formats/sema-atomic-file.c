/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sema-formats.h"
#include "sema-temporary-file.h"

#define MAX_LINKS 40
#define BLOCK (1 << 20) /* bytes that are written at a time */

struct _SemaAtomicFile
{
  char             *path;
  char             *target;    /* without links */
  SemaTemporaryFile temporary; /* what is written */
  gboolean          exists;    /* an old file */
  struct stat       old;
  guint8           *block; /* (BLOCK) what is not written yet; NULL as long as there is nothing */
  gsize             n_waiting;
  gboolean          is_prepared;
  gboolean          is_exchanged; /* the old file has the temporary name */
  char             *kept_path;    /* where the old file is, if names could not be exchanged */
};

static void
set_error (const char *path, int number, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE, _ ("“%s” cannot be written: %s."), shown, g_strerror (number));
}

/* Why nothing can be written there, in words where the system's would say too little. */
static void
set_open_error (const SemaAtomicFile *self, int number, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->path);
  g_autofree char *directory = g_path_get_dirname (self->target != NULL ? self->target : self->path);
  g_autofree char *shown_directory = g_filename_display_name (directory);

  if (*self->path == '\0')
    g_set_error_literal (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE, _ ("The name of the file to write is empty."));
  else if (number == EISDIR)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE, _ ("“%s” cannot be written: it is a folder; name a file in it."), shown);
  else if (self->exists && !S_ISREG (self->old.st_mode))
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE, _ ("“%s” cannot be written: it is no ordinary file, and only such are replaced; choose another name."), shown);
  else if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE, _ ("“%s” cannot be written: there is no folder “%s”."), shown, shown_directory);
  else
    set_error (self->path, number, error);
}

/* The file that a chain of symbolic links ends at, whether it exists or not; errno is set where there is none. */
static char *
follow_links (const char *path)
{
  char *target = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *directory = NULL;
      char            *next;

      if (link == NULL)
        return target;
      directory = g_path_get_dirname (target);
      next = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (directory, link, NULL);
      g_free (target);
      target = next;
    }
  g_free (target);
  errno = ELOOP;
  return NULL;
}

/* 0, or why an existing file may not be replaced: a rename would replace a device or a file that is protected. */
static int
check_old (const char *target, struct stat *old, gboolean *exists)
{
  *exists = g_stat (target, old) == 0;
  if (!*exists)
    return errno == ENOENT ? 0 : errno;
  if (S_ISDIR (old->st_mode))
    return EISDIR;
  if (!S_ISREG (old->st_mode))
    return EINVAL;
  return g_access (target, W_OK) == 0 ? 0 : errno;
}

static int
write_all (int fd, const guint8 *bytes, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, MIN (length, BLOCK));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      if (n == 0)
        return EIO;
      bytes += n;
      length -= (gsize)n;
    }
  return 0;
}

/* The new file belongs to whom the old one did, where this process may give it away. */
static int
copy_mode (int fd, const struct stat *old)
{
  if (fchown (fd, old->st_uid, old->st_gid) != 0 && errno != EPERM)
    return errno;
  return fchmod (fd, old->st_mode & 07777) == 0 ? 0 : errno;
}

/* Makes the rename last through a power cut. Some file systems cannot, which is no reason to call the file unwritten. */
static void
sync_directory (const char *directory)
{
  int fd = open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* 0, or why there is nothing to write to. */
static int
begin (SemaAtomicFile *self)
{
  int problem;

  if (*self->path == '\0')
    return ENOENT;
  self->target = follow_links (self->path);
  if (self->target == NULL)
    return errno;
  problem = check_old (self->target, &self->old, &self->exists);
  return problem != 0 ? problem : sema_temporary_file_open (&self->temporary, self->target, 0666);
}

/**
 * sema_atomic_file_open:
 * @path: where to; symbolic links are followed, and stay
 * @error: %SEMA_FORMAT_ERROR_WRITE, with the system's reason
 *
 * Begins a file that will be there whole or not at all: it is written without a name, or under another one, in the same directory, see
 * #SemaTemporaryFile. What is no regular file, or may not be written by this user, is not replaced.
 *
 * Returns: (transfer full) (nullable): the file, to be closed with sema_atomic_file_close()
 */
SemaAtomicFile *
sema_atomic_file_open (const char *path, GError **error)
{
  g_autoptr (SemaAtomicFile) self = g_new0 (SemaAtomicFile, 1);
  int                        problem;

  self->path = g_strdup (path);
  self->temporary.fd = -1;
  problem = begin (self);
  if (problem == 0)
    return g_steal_pointer (&self);
  set_open_error (self, problem, error);
  return NULL;
}

/**
 * sema_atomic_file_reserve:
 * @self: a file that is not committed
 * @n_bytes: how long it will be
 * @error: %SEMA_FORMAT_ERROR_WRITE where the disk has no room for it
 *
 * Takes the room on the disk before anything is written, where the file system can do that: so a disk that is too full shows at once
 * and not in the end. The file becomes no longer by it.
 *
 * Returns: whether there may be room
 */
gboolean
sema_atomic_file_reserve (SemaAtomicFile *self, guint64 n_bytes, GError **error)
{
  int problem = 0;

  if (n_bytes > 0 && n_bytes <= G_MAXINT64 && fallocate (self->temporary.fd, FALLOC_FL_KEEP_SIZE, 0, (off_t)n_bytes) != 0)
    problem = errno;
  if (problem != ENOSPC && problem != EDQUOT && problem != EFBIG)
    return TRUE;
  set_error (self->path, problem, error);
  return FALSE;
}

/* 0, or why what waits cannot be written. */
static int
flush (SemaAtomicFile *self)
{
  gsize n = self->n_waiting;

  self->n_waiting = 0;
  return write_all (self->temporary.fd, self->block, n);
}

/* Small pieces wait until they fill a block. */
static int
append (SemaAtomicFile *self, const guint8 *bytes, gsize n_bytes)
{
  int problem = n_bytes > BLOCK - self->n_waiting ? flush (self) : 0;

  if (problem != 0)
    return problem;
  if (n_bytes > BLOCK)
    return write_all (self->temporary.fd, bytes, n_bytes);
  if (self->block == NULL)
    self->block = g_malloc (BLOCK);
  if (n_bytes > 0)
    memcpy (self->block + self->n_waiting, bytes, n_bytes);
  self->n_waiting += n_bytes;
  return 0;
}

/**
 * sema_atomic_file_append:
 * @self: a file that is not committed
 * @bytes: what follows
 * @n_bytes: how many
 * @error: %SEMA_FORMAT_ERROR_WRITE, with the system's reason
 *
 * Small pieces are put together before they are written, so what is wrong may show later.
 *
 * Returns: whether nothing failed so far; if something did, the file is to be closed
 */
gboolean
sema_atomic_file_append (SemaAtomicFile *self, gconstpointer bytes, gsize n_bytes, GError **error)
{
  int problem = append (self, bytes, n_bytes);

  if (problem != 0)
    set_error (self->path, problem, error);
  return problem == 0;
}

/**
 * sema_atomic_file_append_floats:
 * @self: a file that is not committed
 * @values: (array length=n): numbers
 * @n: how many
 * @error: as sema_atomic_file_append()
 *
 * Appends float32 numbers bit for bit, the lowest byte of each first.
 *
 * Returns: as sema_atomic_file_append()
 */
gboolean
sema_atomic_file_append_floats (SemaAtomicFile *self, const SemaFloat *values, gsize n, GError **error)
{
  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    return sema_atomic_file_append (self, values, n * sizeof *values, error);
  for (gsize i = 0; i < n; i++)
    {
      guint32 bits;

      memcpy (&bits, values + i, sizeof bits);
      bits = GUINT32_TO_LE (bits);
      if (!sema_atomic_file_append (self, &bits, sizeof bits, error))
        return FALSE;
    }
  return TRUE;
}

/* To the disk; 0, or what went wrong first. */
static int
finish (SemaAtomicFile *self)
{
  int problem = flush (self);

  if (problem == 0 && self->exists)
    problem = copy_mode (self->temporary.fd, &self->old);
  if (problem == 0)
    problem = sema_temporary_file_sync (&self->temporary);
  self->is_prepared = problem == 0;
  return problem;
}

/**
 * sema_atomic_file_prepare:
 * @self: a file with all its bytes
 * @error: %SEMA_FORMAT_ERROR_WRITE, with the system's reason
 *
 * Brings all bytes to the disk, so that nothing but a change of names is left to be done. For who looks at what was written, see
 * sema_atomic_file_get_temporary(), and for files that belong together.
 *
 * Returns: whether they are there
 */
gboolean
sema_atomic_file_prepare (SemaAtomicFile *self, GError **error)
{
  int problem = self->is_prepared ? 0 : finish (self);

  if (problem != 0)
    set_error (self->path, problem, error);
  return problem == 0;
}

/**
 * sema_atomic_file_get_temporary:
 * @self: a file that is not committed
 *
 * Returns: (transfer none): a name under which this process can read its bytes
 */
const char *
sema_atomic_file_get_temporary (const SemaAtomicFile *self)
{
  return self->temporary.path;
}

/**
 * sema_atomic_file_commit:
 * @self: a file with all its bytes
 * @error: %SEMA_FORMAT_ERROR_WRITE, with the system's reason
 *
 * Puts the file in its place, when its bytes are on the disk. An old file keeps its mode and, where allowed, its owner.
 *
 * Returns: whether the file is there; if not, the old one is as it was
 */
gboolean
sema_atomic_file_commit (SemaAtomicFile *self, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (self->target);
  int              problem;

  if (!sema_atomic_file_prepare (self, error))
    return FALSE;
  problem = sema_temporary_file_place (&self->temporary);
  if (problem != 0)
    {
      set_error (self->path, problem, error);
      return FALSE;
    }
  sync_directory (directory);
  return TRUE;
}

/**
 * sema_atomic_file_withdraw_old:
 * @self: a file with all its bytes
 * @error: %SEMA_FORMAT_ERROR_WRITE, with the system's reason
 *
 * Leaves the place empty, if an old file has it: until sema_atomic_file_commit(), or until @self is closed, which brings the old one back.
 *
 * Returns: whether the place is empty
 */
gboolean
sema_atomic_file_withdraw_old (SemaAtomicFile *self, GError **error)
{
  int problem = self->exists ? sema_temporary_file_withdraw_old (&self->temporary) : 0;

  if (problem != 0)
    set_error (self->path, problem, error);
  return problem == 0;
}

static void
bring_back_kept (SemaAtomicFile *self)
{
  if (self->kept_path != NULL)
    g_rename (self->kept_path, self->target);
  g_clear_pointer (&self->kept_path, g_free);
}

/**
 * sema_atomic_file_place:
 * @self: a file with all its bytes
 * @error: %SEMA_FORMAT_ERROR_WRITE, with the system's reason
 *
 * Puts the file in its place as sema_atomic_file_commit() does, but keeps the old one under a hidden name until it is closed. Where the file
 * system cannot exchange both, the place is empty for a moment.
 *
 * Returns: whether the file is there; if not, the old one is as it was
 */
gboolean
sema_atomic_file_place (SemaAtomicFile *self, GError **error)
{
  struct stat now;
  gboolean    exists;

  if (!sema_atomic_file_prepare (self, error))
    return FALSE;
  exists = check_old (self->target, &now, &exists) == 0 && exists;
  self->is_exchanged = exists && sema_temporary_file_name (&self->temporary) == 0 &&
                       renameat2 (AT_FDCWD, self->temporary.path, AT_FDCWD, self->target, RENAME_EXCHANGE) == 0;
  if (self->is_exchanged)
    return TRUE;
  if (exists && sema_temporary_file_withdraw_old (&self->temporary) == 0)
    self->kept_path = g_steal_pointer (&self->temporary.old_path);
  if (sema_atomic_file_commit (self, error))
    return TRUE;
  bring_back_kept (self);
  return FALSE;
}

/**
 * sema_atomic_file_take_back:
 * @self: a file that sema_atomic_file_place() put in its place
 *
 * Brings the old file back, or none where there was none; where it could not be kept the new one stays.
 */
void
sema_atomic_file_take_back (SemaAtomicFile *self)
{
  if (self->is_exchanged)
    renameat2 (AT_FDCWD, self->temporary.path, AT_FDCWD, self->target, RENAME_EXCHANGE);
  else if (self->kept_path == NULL && !self->exists)
    g_unlink (self->target);
  bring_back_kept (self);
  self->is_exchanged = FALSE;
}

/**
 * sema_atomic_file_close:
 * @self: (transfer full) (nullable): a file
 *
 * Leaves nothing of a file that was not committed, and what was there before.
 */
void
sema_atomic_file_close (SemaAtomicFile *self)
{
  if (self == NULL)
    return;
  sema_temporary_file_clear (&self->temporary);
  if (self->kept_path != NULL)
    g_unlink (self->kept_path);
  g_free (self->kept_path);
  g_free (self->block);
  g_free (self->target);
  g_free (self->path);
  g_free (self);
}

/**
 * sema_atomic_file_write:
 * @path: where to, as for sema_atomic_file_open()
 * @bytes: what the file shall hold
 * @error: %SEMA_FORMAT_ERROR_WRITE, with the system's reason
 *
 * Writes the file whole or not at all. On failure the old one is as it was and nothing is left beside it.
 *
 * Returns: whether the file is there with all its bytes
 */
gboolean
sema_atomic_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (SemaAtomicFile) file = sema_atomic_file_open (path, error);
  gsize                      n_bytes;
  gconstpointer              data = g_bytes_get_data (bytes, &n_bytes);

  return file != NULL && sema_atomic_file_append (file, data, n_bytes, error) && sema_atomic_file_commit (file, error);
}
