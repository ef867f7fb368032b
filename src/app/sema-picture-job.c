/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-picture-job.h"

typedef struct
{
  SemaScatter      *scatter;
  SemaExportOptions options;
  char             *path;
} PictureJob;

static void
picture_job_free (gpointer data)
{
  PictureJob *job = data;

  sema_scatter_unref (job->scatter);
  g_free (job->path);
  g_free (job);
}

static GTask *
task_new (SemaScatter *scatter, const SemaExportOptions *options, const char *path, gpointer source, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask      *task = g_task_new (source, cancellable, callback, user_data);
  PictureJob *job = g_new (PictureJob, 1);

  job->scatter = sema_scatter_ref (scatter);
  job->options = *options;
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, picture_job_free);
  return task;
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PictureJob        *job = task_data;
  GError            *error = NULL;
  g_autoptr (GBytes) png = NULL;
  GdkTexture        *texture = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  png = sema_export_to_bytes (job->scatter, &job->options, &error);
  if (png != NULL)
    texture = gdk_texture_new_from_bytes (png, &error);
  if (texture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

/**
 * sema_picture_job_draw_async:
 * @scatter: what to draw
 * @options: how; the format is PNG
 * @source: (type GObject): whose job it is
 * @cancellable: (nullable): for when it is not wanted any more
 * @callback: gets the picture
 * @user_data: for @callback
 *
 * Draws a picture for the screen or the clipboard.
 */
void
sema_picture_job_draw_async (SemaScatter *scatter, const SemaExportOptions *options, gpointer source, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = task_new (scatter, options, NULL, source, cancellable, callback, user_data);

  g_task_run_in_thread (task, draw_in_thread);
}

/**
 * sema_picture_job_draw_finish:
 * @result: of the job
 * @error: a #SemaExportError, or a #GIOErrorEnum when cancelled
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
sema_picture_job_draw_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PictureJob *job = task_data;
  GError     *error = NULL;

  if (sema_export_to_file (job->scatter, &job->options, job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * sema_picture_job_save_async:
 * @scatter: what to draw
 * @options: how
 * @path: file name
 * @source: (type GObject): whose job it is
 * @callback: hears of the end
 * @user_data: for @callback
 *
 * Writes a picture; the file is the old one or the new one, never half of it.
 */
void
sema_picture_job_save_async (SemaScatter *scatter, const SemaExportOptions *options, const char *path, gpointer source, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = task_new (scatter, options, path, source, NULL, callback, user_data);

  g_task_run_in_thread (task, save_in_thread);
}

/**
 * sema_picture_job_save_finish:
 * @result: of the job
 * @error: a #SemaExportError
 *
 * Returns: whether the file was written
 */
gboolean
sema_picture_job_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * sema_picture_job_get_path:
 * @result: of a job that saves
 *
 * Returns: (transfer none): the file name
 */
const char *
sema_picture_job_get_path (GAsyncResult *result)
{
  return ((PictureJob *)g_task_get_task_data (G_TASK (result)))->path;
}
