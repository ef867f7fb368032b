/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vectors-place.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SAMPLE (64 * 1024) /* bytes; what is written in files of sessions: never to be changed */

G_DEFINE_QUARK (sema - vectors - place - error - quark, sema_vectors_place_error)

static char *
sample_bytes (int fd, guint64 size)
{
  const guint64         places[] = {0, size / 2, size - MIN (size, SAMPLE)};
  g_autofree guint8    *bytes = g_malloc (SAMPLE);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gssize n = pread (fd, bytes, SAMPLE, (off_t)places[i]);

      if (n < 0)
        return NULL;
      g_checksum_update (checksum, bytes, n);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/* The size and the sample of an ordinary file; whether it is one that can be read. Nothing else is waited for: a pipe would
 * never answer. */
static gboolean
measure (const char *path, guint64 *size, char **sample)
{
  struct stat status;
  int         fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (fd < 0)
    return FALSE;
  *sample = NULL;
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    {
      *size = (guint64)status.st_size;
      *sample = sample_bytes (fd, *size);
    }
  close (fd);
  return *sample != NULL;
}

/**
 * sema_vectors_place_new:
 * @path: file name of vectors
 *
 * Reads 192 KiB of the file at the most. Of one that cannot be read size and sample are not known.
 *
 * Returns: (transfer full): how to find it again
 */
SemaVectorsPlace *
sema_vectors_place_new (const char *path)
{
  SemaVectorsPlace *self = g_new0 (SemaVectorsPlace, 1);
  g_autofree char  *full = g_canonicalize_filename (path, NULL);
  g_autofree char  *name = g_path_get_basename (path);

  self->uri = g_filename_to_uri (full, NULL, NULL);
  if (g_utf8_validate (name, -1, NULL))
    self->name = g_steal_pointer (&name);
  measure (path, &self->size, &self->sample);
  return self;
}

/**
 * sema_vectors_place_free:
 * @self: (nullable) (transfer full): a place
 */
void
sema_vectors_place_free (SemaVectorsPlace *self)
{
  if (self == NULL)
    return;
  g_free (self->uri);
  g_free (self->name);
  g_free (self->sample);
  g_free (self);
}

/**
 * sema_vectors_place_is_known:
 * @self: a place
 *
 * Returns: whether there is anything to look for
 */
gboolean
sema_vectors_place_is_known (const SemaVectorsPlace *self)
{
  return self->uri != NULL || self->name != NULL;
}

typedef enum {
  ABSENT,
  OTHER,
  FOUND,
} Match;

/* What is not known of the file is not compared. */
static Match
compare (const SemaVectorsPlace *self, const char *path)
{
  g_autofree char *sample = NULL;
  guint64          size = 0;

  if (!measure (path, &size, &sample))
    return ABSENT;
  if ((self->size > 0 && size != self->size) || (self->sample != NULL && g_ascii_strcasecmp (sample, self->sample) != 0))
    return OTHER;
  return FOUND;
}

/* Whether the search is over; the first file of the name that is another one is kept for the sentence. */
static gboolean
look_at (const SemaVectorsPlace *self, char *path, char **found, char **other)
{
  g_autofree char *owned = path;
  Match            match = path != NULL ? compare (self, path) : ABSENT;

  if (match == FOUND)
    *found = g_steal_pointer (&owned);
  else if (match == OTHER && *other == NULL)
    *other = g_steal_pointer (&owned);
  return match == FOUND;
}

/* A name from a file is a name and no way to elsewhere. */
static gboolean
is_plain_name (const char *name)
{
  return name != NULL && *name != 0 && strchr (name, G_DIR_SEPARATOR) == NULL && !g_str_equal (name, ".") && !g_str_equal (name, "..");
}

static char *
get_name (const SemaVectorsPlace *self, const char *path)
{
  if (is_plain_name (self->name))
    return g_strdup (self->name);
  return path != NULL ? g_path_get_basename (path) : NULL;
}

static void
set_error (const char *name, const char *other, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name != NULL ? name : "");
  g_autofree char *where = other != NULL ? g_filename_display_name (other) : NULL;

  if (name == NULL)
    g_set_error_literal (error, SEMA_VECTORS_PLACE_ERROR, SEMA_VECTORS_PLACE_ERROR_MISSING, _("The session was saved without vectors."));
  else if (other != NULL)
    g_set_error (error, SEMA_VECTORS_PLACE_ERROR, SEMA_VECTORS_PLACE_ERROR_DIFFERENT,
                 _("“%s” holds other vectors than those that the session was saved with."), where);
  else
    g_set_error (error, SEMA_VECTORS_PLACE_ERROR, SEMA_VECTORS_PLACE_ERROR_MISSING,
                 _("The vectors “%s” are neither where they were when the session was saved nor beside its file."), shown);
}

/**
 * sema_vectors_place_find:
 * @self: a place
 * @beside: (nullable): file name of the session that it stands in
 * @folders: (nullable) (array zero-terminated=1): further folders
 * @error: %SEMA_VECTORS_PLACE_ERROR_MISSING, or %SEMA_VECTORS_PLACE_ERROR_DIFFERENT where a file has the name but another size
 *   or sample
 *
 * Looks for the file where it was, beside the session, then in the folders, in their order. Reads 192 KiB of each file that has
 * the name: to be called in a thread.
 *
 * Returns: (transfer full) (nullable): its file name
 */
char *
sema_vectors_place_find (const SemaVectorsPlace *self, const char *beside, const char *const *folders, GError **error)
{
  g_autofree char *path = self->uri != NULL ? g_filename_from_uri (self->uri, NULL, NULL) : NULL;
  g_autofree char *folder = beside != NULL ? g_path_get_dirname (beside) : NULL;
  g_autofree char *name = get_name (self, path);
  g_autofree char *other = NULL;
  char            *found = NULL;

  if (look_at (self, g_strdup (path), &found, &other))
    return found;
  if (name != NULL && folder != NULL && look_at (self, g_build_filename (folder, name, NULL), &found, &other))
    return found;
  for (gsize i = 0; name != NULL && folders != NULL && folders[i] != NULL; i++)
    if (look_at (self, g_build_filename (folders[i], name, NULL), &found, &other))
      return found;
  set_error (name, other, error);
  return NULL;
}
