/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-order-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-count.h"
#include "sema-memory.h"
#include "sema-order-text.h"
#include "sema-toast.h"

typedef struct
{
  const SemaOrderTable *kind;
  gpointer              table;
  guint32              *rows; /* a block of sema-memory.h */
  guint32               n;
  char                 *path; /* NULL for the clipboard */
} OrderJob;

static void
order_job_free (gpointer data)
{
  OrderJob *job = data;

  job->kind->unref (job->table);
  sema_memory_free (job->rows);
  g_free (job->path);
  g_free (job);
}

static gboolean
save (const char *path, GBytes *csv, GError **error)
{
  gsize       n;
  const char *data = g_bytes_get_data (csv, &n);

  return g_file_set_contents_full (path, data, (gssize)n, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}

static void
print_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  OrderJob          *job = task_data;
  GError            *error = NULL;
  g_autoptr (GBytes) text = job->path != NULL ? job->kind->print_csv (job->table, job->rows, job->n, NULL, &error)
                                              : sema_order_text_print (job->kind, job->table, job->rows, job->n, NULL, &error);

  if (text != NULL && (job->path == NULL || save (job->path, text, &error)))
    g_task_return_pointer (task, g_steal_pointer (&text), (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
copy (GtkWidget *widget, GBytes *text)
{
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", text);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}

static void
printed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const OrderJob    *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char   *name = job->path != NULL ? g_filename_display_basename (job->path) : NULL;
  g_autofree char   *done = name != NULL ? g_strdup_printf (_ ("“%s” saved"), name)
                                         : g_strdup_printf (ngettext ("%s row copied", "%s rows copied", job->n), SEMA_COUNT (job->n));

  if (text != NULL && job->path == NULL)
    copy (GTK_WIDGET (source), text);
  sema_toast_show (GTK_WIDGET (source), error != NULL ? error->message : done, FALSE);
}

static void
run (GtkWidget *widget, SemaOrderModel *model, guint32 *rows, guint32 n, const char *path)
{
  const SemaOrderTable *kind = sema_order_model_get_kind (model);
  g_autoptr (GTask)     task = g_task_new (widget, NULL, printed, NULL);
  OrderJob             *job = g_new (OrderJob, 1);

  *job = (OrderJob) {kind, kind->ref (sema_order_model_get_table (model)), rows, n, g_strdup (path)};
  g_task_set_task_data (task, job, order_job_free);
  g_task_run_in_thread (task, print_in_thread);
}

/**
 * sema_order_job_copy:
 * @widget: whose clipboard it is
 * @model: a model that shows a table
 * @rows: (transfer full): (n) rows of it, a block of sema-memory.h
 * @n: how many
 *
 * Puts the rows on the clipboard, as they are shown, with tabs between columns.
 */
void
sema_order_job_copy (GtkWidget *widget, SemaOrderModel *model, guint32 *rows, guint32 n)
{
  run (widget, model, rows, n, NULL);
}

/**
 * sema_order_job_save:
 * @widget: who says that it is done
 * @model: a model that shows a table
 * @path: file name
 *
 * Writes all rows that are shown in their order, as CSV; the file is the old one or the new one, never half of it.
 */
void
sema_order_job_save (GtkWidget *widget, SemaOrderModel *model, const char *path)
{
  g_autoptr (GError) error = NULL;
  guint32            n;
  const guint32     *order = sema_order_model_get_order (model, &n);
  guint32           *rows = sema_memory_alloc_n (MAX (n, 1), sizeof *rows, &error);

  if (rows == NULL)
    {
      sema_toast_show (widget, error->message, FALSE);
      return;
    }
  memcpy (rows, order, n * sizeof *rows);
  run (widget, model, rows, n, path);
}
