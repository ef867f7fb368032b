/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-kept.h"

#include <glib/gstdio.h>

#include "sema-model-folder.h"
#include "sema-model-vectors.h"
#include "sema-tensors.h"

/* Text must be parsed and compressed bytes inflated each time; what came of it the last time opens at once. */

static char *
build_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "semascope", "vectors", NULL);
}

/* Asked first: a key reads bytes of the file, and most files that are opened again and again are small. */
static gboolean
is_large (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && (guint64)status.st_size >= SEMA_CACHE_SMALLEST;
}

/* NULL without an error: it is no model. */
static SemaSet *
load_model (const char *path, const SemaFormatsOptions *options, SemaProgress *progress, GError **error)
{
  gboolean is_model;

  if (!sema_tensors_recognise (path, &is_model, error) || !is_model)
    return NULL;
  return sema_model_vectors_load (path, options, progress, error);
}

/* What the formats of word vectors do not know may be a model. If it is one that does not open, what is wrong with it is told. */
static SemaSet *
load (const char *path, const SemaFormatsOptions *options, SemaProgress *progress, GError **error)
{
  GError            *unknown = NULL;
  g_autoptr (GError) problem = NULL;
  SemaSet           *set;

  if (sema_model_folder_is_one (path))
    return sema_model_vectors_load (path, options, progress, error);
  set = sema_formats_load_with (path, options, progress, &unknown);

  if (set == NULL && g_error_matches (unknown, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN))
    set = load_model (path, options, progress, &problem);
  if (set != NULL)
    g_clear_error (&unknown);
  else if (problem != NULL && !g_error_matches (problem, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN))
    {
      g_clear_error (&unknown);
      unknown = g_steal_pointer (&problem);
    }
  if (unknown != NULL)
    g_propagate_error (error, unknown);
  return set;
}

/* Of a file in an archive the copy is its own. */
static char *
name_copy (const char *path, const char *part)
{
  return part != NULL ? g_strconcat (path, G_DIR_SEPARATOR_S, part, NULL) : g_strdup (path);
}

/**
 * sema_kept_open:
 * @path: file name of vectors, or of the folder of a model
 * @options: what is wanted of it
 * @most_bytes: what all copies may take together; 0: make and use none
 * @note: (out): for sema_kept_store()
 * @progress: (nullable): as for sema_formats_load()
 * @error: as for sema_formats_load()
 *
 * Opens a file, or the copy that was kept of it. A copy is made only of what is whole, not small, and not mapped itself.
 *
 * Returns: (transfer full) (nullable): the vectors, the same either way
 */
SemaSet *
sema_kept_open (const char *path, const SemaFormatsOptions *options, guint64 most_bytes, SemaKeptNote *note, SemaProgress *progress, GError **error)
{
  g_autofree char *folder = build_folder ();
  g_autofree char *name = name_copy (path, options->part);
  SemaSet         *set = NULL;

  *note = (SemaKeptNote) {0};
  note->is_wanted = most_bytes > 0 && options->most_rows == 0 && is_large (path) && sema_cache_key_init (&note->key, path);
  if (note->is_wanted)
    set = sema_cache_load (folder, name, &note->key, progress);
  if (set == NULL)
    set = load (path, options, progress, error);
  if (set == NULL || sema_matrix_is_lent (sema_set_get_matrix (set)))
    note->is_wanted = FALSE;
  return set;
}

/**
 * sema_kept_store:
 * @path: file name of the vectors
 * @part: (nullable): the part of it that was asked for
 * @note: what sema_kept_open() noted
 * @set: what it returned
 * @most_bytes: what all copies may take together
 * @progress: (nullable): polled
 * @error: as for sema_cache_store()
 *
 * Makes the copy that is wanted, if one is.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_kept_store (const char *path, const char *part, const SemaKeptNote *note, const SemaSet *set, guint64 most_bytes, SemaProgress *progress, GError **error)
{
  g_autofree char *folder = build_folder ();
  g_autofree char *name = name_copy (path, part);

  return !note->is_wanted || sema_cache_store (folder, name, &note->key, set, most_bytes, progress, error);
}

/**
 * sema_kept_measure:
 *
 * Returns: the bytes of all copies
 */
guint64
sema_kept_measure (void)
{
  g_autofree char *folder = build_folder ();

  return sema_cache_measure (folder);
}

/**
 * sema_kept_empty:
 *
 * Removes all copies. One that is open stays until it is closed.
 */
void
sema_kept_empty (void)
{
  g_autofree char *folder = build_folder ();

  sema_cache_empty (folder);
}
