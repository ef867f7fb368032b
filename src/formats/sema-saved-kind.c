/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-saved-kind.h"

#include <glib/gi18n-lib.h>

#include "sema-formats.h"

/* The bytes are read under a name that says nothing to anybody. */
static gboolean
check (const SemaSavedKind *self, SemaAtomicFile *file, const char *path, gboolean *is_kind, GError **error)
{
  g_autofree char   *shown = g_filename_display_name (path);
  g_autoptr (GError) problem = NULL;

  if (sema_formats_check_kind (sema_atomic_file_get_temporary (file), self->format, self->dim, is_kind, &problem))
    return TRUE;
  if (problem->domain == SEMA_FORMAT_ERROR)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE, _ ("“%s” cannot be written: what was written of it cannot be read again; try once more, or another disk."), shown);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * sema_saved_kind_commit:
 * @self: what the file must be
 * @file: a file with all its bytes
 * @rows: what was written of a set
 * @path: the file
 * @error: %SEMA_FORMAT_ERROR_WRITE, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Puts a file in its place that will be recognised as what it is. Where its first words make something else of it, that is said.
 *
 * Returns: whether the file is there; if not, the old one is as it was
 */
gboolean
sema_saved_kind_commit (const SemaSavedKind *self, SemaAtomicFile *file, const SemaSavedRows *rows, const char *path, GError **error)
{
  gboolean is_kind;

  if (!sema_atomic_file_prepare (file, error) || !check (self, file, path, &is_kind, error))
    return FALSE;
  if (!is_kind)
    return sema_saved_rows_refuse_all (rows, path, self->clause, error);
  return sema_atomic_file_commit (file, error);
}
