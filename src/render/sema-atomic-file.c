/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sema-export.h"

#define MAX_LINKS 40
#define MAX_TRIES 100
#define MAX_NAME_KEPT 200 /* bytes, so that the temporary name is no longer than a file system allows */

static void
set_error (const char *path, int number, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_WRITE, _ ("“%s” cannot be written: %s."), shown, g_strerror (number));
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
open_temporary (const char *directory, const char *target, char **temporary)
{
  g_autofree char *name = g_path_get_basename (target);

  for (int i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *candidate = g_strdup_printf ("%s/.%.*s.%06x", directory, MAX_NAME_KEPT, name, g_random_int () & 0xffffff);
      int              fd = open (candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

      if (fd < 0 && errno == EEXIST)
        continue;
      if (fd >= 0)
        *temporary = g_steal_pointer (&candidate);
      return fd;
    }
  return -1;
}

static int
write_all (int fd, const guint8 *bytes, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, MIN (length, 1 << 20));

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

/* Closes @fd in any case; 0, or what went wrong first. */
static int
fill_and_close (int fd, GBytes *bytes, const struct stat *old)
{
  gsize         length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  int           problem = write_all (fd, data, length);

  if (problem == 0 && old != NULL)
    problem = copy_mode (fd, old);
  if (problem == 0 && fsync (fd) != 0)
    problem = errno;
  if (close (fd) != 0 && problem == 0)
    problem = errno;
  return problem;
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

static int
replace (const char *target, GBytes *bytes)
{
  g_autofree char *directory = g_path_get_dirname (target);
  g_autofree char *temporary = NULL;
  struct stat      old;
  gboolean         exists;
  int              problem = check_old (target, &old, &exists);
  int              fd;

  if (problem != 0)
    return problem;
  fd = open_temporary (directory, target, &temporary);
  if (fd < 0)
    return errno;
  problem = fill_and_close (fd, bytes, exists ? &old : NULL);
  if (problem == 0 && g_rename (temporary, target) != 0)
    problem = errno;
  if (problem != 0)
    g_unlink (temporary);
  else
    sync_directory (directory);
  return problem;
}

/**
 * sema_atomic_file_write:
 * @path: where to; symbolic links are followed, and stay
 * @bytes: what the file shall hold
 * @error: %SEMA_EXPORT_ERROR_WRITE, with the system's reason
 *
 * Writes the file whole or not at all: under another name in the same directory, then to the disk, then renamed. An old
 * file keeps its mode and, where allowed, its owner; on failure it is as it was and nothing is left beside it. What is
 * no regular file, or may not be written by this user, is not replaced.
 *
 * Returns: whether the file is there with all its bytes
 */
gboolean
sema_atomic_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *target = follow_links (path);
  int              problem = target == NULL ? errno : replace (target, bytes);

  if (problem != 0)
    set_error (path, problem, error);
  return problem == 0;
}
