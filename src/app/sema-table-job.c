/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-table-job.h"

#include <glib/gi18n-lib.h>

#include "sema-place-table.h"
#include "sema-toast.h"

typedef struct
{
  SemaPlacePicture *picture;
  char             *path; /* NULL for the clipboard */
} TableJob;

static void
table_job_free (gpointer data)
{
  TableJob *job = data;

  sema_place_picture_unref (job->picture);
  g_free (job->path);
  g_free (job);
}

static void
print_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  TableJob        *job = task_data;
  GString         *csv = sema_place_table_print_csv (job->picture);
  gsize            length = csv->len;
  g_autofree char *text = g_string_free (csv, FALSE);
  GError          *error = NULL;

  if (job->path == NULL)
    g_task_return_pointer (task, g_steal_pointer (&text), g_free);
  else if (g_file_set_contents_full (job->path, text, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &error))
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_error (task, error);
}

static void
printed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const TableJob    *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char   *name = job->path != NULL ? g_filename_display_basename (job->path) : NULL;
  g_autofree char   *done = name != NULL ? g_strdup_printf (_("“%s” saved"), name) : g_strdup (_("Table copied"));

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (source)), text);
  sema_toast_show (GTK_WIDGET (source), error != NULL ? error->message : done, FALSE);
}

static void
run (GtkWidget *widget, SemaPlacePicture *picture, const char *path)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, printed, NULL);
  TableJob         *job = g_new (TableJob, 1);

  *job = (TableJob) {sema_place_picture_ref (picture), g_strdup (path)};
  g_task_set_task_data (task, job, table_job_free);
  g_task_run_in_thread (task, print_in_thread);
}

/**
 * sema_table_job_copy:
 * @widget: whose clipboard it is
 * @picture: a picture with a heat map
 *
 * Puts its numbers on the clipboard, as CSV.
 */
void
sema_table_job_copy (GtkWidget *widget, SemaPlacePicture *picture)
{
  run (widget, picture, NULL);
}

/**
 * sema_table_job_save:
 * @widget: who says that it is done
 * @picture: a picture with a heat map
 * @path: file name
 *
 * Writes its numbers, as CSV; the file is the old one or the new one, never half of it.
 */
void
sema_table_job_save (GtkWidget *widget, SemaPlacePicture *picture, const char *path)
{
  run (widget, picture, path);
}
