/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cache-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sema-hash.h"

#define SAMPLE (64 * 1024) /* bytes at the beginning, in the middle and at the end of a file */
#define ALIGNMENT 64

/**
 * sema_cache_hash:
 * @bytes: any bytes
 * @n_bytes: how many
 *
 * Returns: a hash of them that is the same on every run; it finds damage, not forgery
 */
guint64
sema_cache_hash (gconstpointer bytes, gsize n_bytes)
{
  static const SemaHashKey key = {{0x9e3779b97f4a7c15, 0xc2b2ae3d27d4eb4f, 0x165667b19e3779f9}};

  return sema_hash_bytes (&key, bytes, n_bytes);
}

/**
 * sema_cache_check_header:
 * @header: a header
 *
 * Returns: what its check should be
 */
guint64
sema_cache_check_header (const SemaCacheHeader *header)
{
  return sema_cache_hash (header, G_STRUCT_OFFSET (SemaCacheHeader, check));
}

static guint64
align (guint64 place)
{
  return (place + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/**
 * sema_cache_get_place:
 * @header: a header whose sizes are small enough to be added up
 * @section: a section, or SEMA_CACHE_N_SECTIONS for the end of the file
 *
 * Returns: the byte of the file where the section begins
 */
guint64
sema_cache_get_place (const SemaCacheHeader *header, SemaCacheSection section)
{
  guint64 place = align (sizeof *header);

  for (guint i = 0; i < (guint)section; i++)
    place = align (place + header->sizes[i]);
  return place;
}

/**
 * sema_cache_build_path:
 * @folder: of the cache
 * @path: of a file of vectors
 *
 * Returns: (transfer full): where its copy is, or would be
 */
char *
sema_cache_build_path (const char *folder, const char *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *name = g_strconcat (checksum, SEMA_CACHE_ENDING, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
read_sample (int fd, guint64 size, guint64 *sample)
{
  const guint64      places[] = {0, size / 2, size - MIN (size, SAMPLE)};
  g_autofree guint8 *bytes = g_malloc (SAMPLE);

  *sample = 0;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gssize n = pread (fd, bytes, SAMPLE, (off_t)places[i]);

      if (n < 0)
        return FALSE;
      *sample = *sample * 31 + sema_cache_hash (bytes, (gsize)n);
    }
  return TRUE;
}

/**
 * sema_cache_key_init:
 * @self: (out): what the file is now
 * @path: of a file of vectors
 *
 * To be taken before the file is read: what changes while it is read is not what was read.
 *
 * Returns: whether it is a file that can be kept: an ordinary one that can be read
 */
gboolean
sema_cache_key_init (SemaCacheKey *self, const char *path)
{
  struct stat status;
  int         fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  gboolean    fine;

  if (fd < 0)
    return FALSE;
  fine = fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_size > 0;
  if (fine)
    {
      *self = (SemaCacheKey) {(guint64)status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec, 0};
      fine = read_sample (fd, self->size, &self->sample);
    }
  close (fd);
  return fine;
}

/**
 * sema_cache_visit:
 * @folder: of the cache, may be missing
 * @visit: called with each file that is kept, and with those that somebody did not finish
 * @data: for @visit
 *
 * Goes through the cache, in no order.
 */
void
sema_cache_visit (const char *folder, SemaCacheVisit visit, gpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf         status;

      if (strstr (name, SEMA_CACHE_ENDING) != NULL && g_lstat (path, &status) == 0 && S_ISREG (status.st_mode))
        visit (path, &status, data);
    }
}

static void
add_size (const char *path, const GStatBuf *status, gpointer sum)
{
  *(guint64 *)sum += (guint64)status->st_size;
}

/**
 * sema_cache_measure:
 * @folder: of the cache, may be missing
 *
 * Returns: the bytes of all that is kept
 */
guint64
sema_cache_measure (const char *folder)
{
  guint64 sum = 0;

  sema_cache_visit (folder, add_size, &sum);
  return sum;
}

static void
remove_file (const char *path, const GStatBuf *status, gpointer data)
{
  g_unlink (path);
}

/**
 * sema_cache_empty:
 * @folder: of the cache, may be missing
 *
 * Removes all that is kept, and nothing else.
 */
void
sema_cache_empty (const char *folder)
{
  sema_cache_visit (folder, remove_file, NULL);
}
