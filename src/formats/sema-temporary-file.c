/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-temporary-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_TRIES 100
#define MAX_NAME_KEPT 200 /* bytes, so that the temporary name is no longer than a file system allows */
#define BLOCK (1 << 20)   /* bytes that are copied at a time */

/* A hidden name beside the target, another one each time. */
static char *
make_name (const SemaTemporaryFile *self)
{
  g_autofree char *directory = g_path_get_dirname (self->target);
  g_autofree char *name = g_path_get_basename (self->target);

  return g_strdup_printf ("%s/.%.*s.%06x", directory, MAX_NAME_KEPT, name, g_random_int () & 0xffffff);
}

/* The name of a file that has none; it can be opened, and linked to, as long as this process has it open. */
static char *
make_own_name (int fd)
{
  return g_strdup_printf ("/proc/self/fd/%d", fd);
}

/* Without /proc a file without a name could not be given one. */
static gboolean
can_be_named (int fd, const char *own_name)
{
  struct stat opened, named;

  return fstat (fd, &opened) == 0 && g_stat (own_name, &named) == 0 && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

static gboolean
open_unnamed (SemaTemporaryFile *self, mode_t mode)
{
  g_autofree char *directory = g_path_get_dirname (self->target);
  g_autofree char *own_name = NULL;
  int              fd = open (directory, O_RDWR | O_TMPFILE | O_CLOEXEC, mode);

  if (fd < 0)
    return FALSE;
  own_name = make_own_name (fd);
  if (!can_be_named (fd, own_name))
    {
      close (fd);
      return FALSE;
    }
  self->fd = fd;
  self->path = g_steal_pointer (&own_name);
  return TRUE;
}

static int
open_named (SemaTemporaryFile *self, mode_t mode)
{
  for (int i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *candidate = make_name (self);
      int              fd = open (candidate, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);

      if (fd < 0 && errno == EEXIST)
        continue;
      if (fd < 0)
        return errno;
      self->fd = fd;
      self->path = g_steal_pointer (&candidate);
      self->has_name = TRUE;
      return 0;
    }
  return EEXIST;
}

/**
 * sema_temporary_file_open:
 * @self: (out caller-allocates): a file, to be cleared also after an error
 * @target: the name that it is for, without a symbolic link at its end
 * @mode: of a new file, less what the process masks
 *
 * Opens a file in the directory of @target, for reading and writing: one without a name where the file system has them, else one under a hidden name.
 *
 * Returns: 0, or the number of the system's error
 */
int
sema_temporary_file_open (SemaTemporaryFile *self, const char *target, mode_t mode)
{
  *self = (SemaTemporaryFile) {.fd = -1, .target = g_strdup (target)};
  return open_unnamed (self, mode) ? 0 : open_named (self, mode);
}

static int
close_fd (SemaTemporaryFile *self)
{
  int fd = self->fd;

  self->fd = -1;
  return close (fd) == 0 ? 0 : errno;
}

/**
 * sema_temporary_file_sync:
 * @self: a file with all its bytes
 *
 * Brings all bytes to the disk. A file that has a name is closed, in any case; another has to stay open until it has one.
 *
 * Returns: 0, or the number of the system's error
 */
int
sema_temporary_file_sync (SemaTemporaryFile *self)
{
  int problem, close_problem;

  if (self->fd < 0)
    return 0;
  problem = fsync (self->fd) == 0 ? 0 : errno;
  close_problem = self->has_name ? close_fd (self) : 0;
  return problem != 0 ? problem : close_problem;
}

/* Its bytes, owner and mode. */
static int
copy (int from, int to)
{
  struct stat info;
  off_t       at = 0;

  if (fstat (from, &info) != 0 || (fchown (to, info.st_uid, info.st_gid) != 0 && errno != EPERM) || fchmod (to, info.st_mode & 07777) != 0)
    return errno;
  while (at < info.st_size)
    {
      gssize n = sendfile (to, from, &at, BLOCK);

      if (n < 0 && errno != EINTR)
        return errno;
      if (n == 0)
        return EIO;
    }
  return 0;
}

/* Where something forbids links, as a sandbox may. */
static int
name_a_copy (SemaTemporaryFile *self)
{
  g_auto (SemaTemporaryFile) named = {.fd = -1, .target = g_strdup (self->target)};
  SemaTemporaryFile          unnamed = *self;
  int                        problem = open_named (&named, 0600);

  if (problem == 0)
    problem = copy (self->fd, named.fd);
  if (problem == 0)
    problem = sema_temporary_file_sync (&named);
  if (problem != 0)
    return problem;
  named.old_path = g_steal_pointer (&unnamed.old_path);
  *self = named;
  named = unnamed;
  return 0;
}

/* Replaces nothing, where the file system can tell; elsewhere the name was free a moment ago. */
static int
rename_to_free (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    return EEXIST;
  return g_rename (from, to) == 0 ? 0 : errno;
}

static int
link_to (const SemaTemporaryFile *self, const char *name)
{
  return linkat (AT_FDCWD, self->path, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

/**
 * sema_temporary_file_name:
 * @self: a file whose bytes sema_temporary_file_sync() brought to the disk
 *
 * Gives the file a hidden name beside the target, where it has none yet, and closes it.
 *
 * Returns: 0, or the number of the system's error
 */
int
sema_temporary_file_name (SemaTemporaryFile *self)
{
  int problem = EEXIST;

  if (self->has_name)
    return 0;
  for (int i = 0; i < MAX_TRIES && problem == EEXIST; i++)
    {
      g_autofree char *candidate = make_name (self);

      problem = link_to (self, candidate);
      if (problem != 0)
        continue;
      g_free (self->path);
      self->path = g_steal_pointer (&candidate);
      self->has_name = TRUE;
      return close_fd (self);
    }
  return name_a_copy (self);
}

/**
 * sema_temporary_file_withdraw_old:
 * @self: a file
 *
 * Gives what has the name of the target a hidden one beside it, until @self takes the place; sema_temporary_file_clear() brings it back where
 * that did not come about. Where nothing has the name there is nothing to do.
 *
 * Returns: 0, or the number of the system's error
 */
int
sema_temporary_file_withdraw_old (SemaTemporaryFile *self)
{
  int problem = EEXIST;

  for (int i = 0; i < MAX_TRIES && problem == EEXIST; i++)
    {
      g_autofree char *candidate = make_name (self);

      problem = rename_to_free (self->target, candidate);
      if (problem == 0)
        self->old_path = g_steal_pointer (&candidate);
    }
  return problem == ENOENT ? 0 : problem;
}

/**
 * sema_temporary_file_place:
 * @self: a file whose bytes sema_temporary_file_sync() brought to the disk
 *
 * Puts the file under the name of its target, at once and whole; what had that name is gone. Where nothing had it, there never is another name.
 *
 * Returns: 0, or the number of the system's error
 */
int
sema_temporary_file_place (SemaTemporaryFile *self)
{
  gboolean is_placed = !self->has_name && link_to (self, self->target) == 0;
  int      problem = is_placed ? 0 : sema_temporary_file_name (self);

  if (problem == 0 && !is_placed && g_rename (self->path, self->target) != 0)
    problem = errno;
  if (problem != 0)
    return problem;
  g_clear_pointer (&self->path, g_free);
  if (self->old_path != NULL)
    g_unlink (self->old_path);
  g_clear_pointer (&self->old_path, g_free);
  return 0;
}

/**
 * sema_temporary_file_clear:
 * @self: a file
 *
 * Leaves nothing of a file that was not placed, and what was there is there again.
 */
void
sema_temporary_file_clear (SemaTemporaryFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  if (self->has_name && self->path != NULL)
    g_unlink (self->path);
  if (self->old_path != NULL)
    rename_to_free (self->old_path, self->target);
  g_clear_pointer (&self->old_path, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->target, g_free);
}
