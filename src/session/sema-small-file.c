/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-small-file.h"

#include <glib/gi18n-lib.h>

#include "sema-file-name.h"

/* GLib's own sentences have the whole path and no end. */
static void
set_problem (const char *path, const GError *problem, GError **error)
{
  g_autofree char *label = sema_file_name_to_label (path);

  if (*path == '\0')
    g_set_error_literal (error, problem->domain, problem->code, _ ("The name of the file is empty."));
  else if (problem->code == G_FILE_ERROR_NOENT || problem->code == G_FILE_ERROR_NOTDIR)
    g_set_error (error, problem->domain, problem->code, _ ("There is no file “%s”."), label);
  else if (problem->code == G_FILE_ERROR_ACCES || problem->code == G_FILE_ERROR_PERM)
    g_set_error (error, problem->domain, problem->code, _ ("“%s” may not be read by you: its permissions forbid it."), label);
  else if (problem->code == G_FILE_ERROR_ISDIR)
    g_set_error (error, problem->domain, problem->code, _ ("“%s” is a folder; an ordinary file is needed."), label);
  else
    g_set_error (error, problem->domain, problem->code, _ ("“%s” cannot be read."), label);
}

/**
 * sema_small_file_read:
 * @path: file name of an ordinary file that fits into memory more than once
 * @length: (out): its bytes
 * @error: a #GFileError, in a sentence
 *
 * Returns: (transfer full) (nullable): what it holds, with a NUL after it
 */
char *
sema_small_file_read (const char *path, gsize *length, GError **error)
{
  g_autoptr (GError) problem = NULL;
  char              *text;

  if (g_file_get_contents (path, &text, length, &problem))
    return text;
  set_problem (path, problem, error);
  return NULL;
}
