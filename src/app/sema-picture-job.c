/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-picture-job.h"

typedef struct
{
  SemaShown         shown;
  SemaExportOptions options;
  char             *path;
} PictureJob;

static void
picture_job_free (gpointer data)
{
  PictureJob *job = data;

  sema_shown_clear (&job->shown);
  g_free (job->path);
  g_free (job);
}

static GTask *
task_new (const SemaShown *shown, const SemaExportOptions *options, const char *path, gpointer source, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask      *task = g_task_new (source, cancellable, callback, user_data);
  PictureJob *job = g_new (PictureJob, 1);

  sema_shown_copy (shown, &job->shown);
  job->options = *options;
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, picture_job_free);
  return task;
}

/* Cairo leaves the fourth byte of opaque pixels open. */
static void
make_opaque (guint8 *pixels, int width, int height, int stride)
{
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      ((guint32 *)(pixels + (gsize)y * (gsize)stride))[x] |= 0xff000000;
}

static void
surface_free (gpointer surface)
{
  cairo_surface_destroy (surface);
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int                width = cairo_image_surface_get_width (surface);
  int                height = cairo_image_surface_get_height (surface);
  int                stride = cairo_image_surface_get_stride (surface);
  guint8            *pixels = cairo_image_surface_get_data (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (pixels, (gsize)stride * (gsize)height, surface_free, surface);

  cairo_surface_flush (surface);
  if (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24)
    make_opaque (pixels, width, height, stride);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize)stride);
}

/**
 * sema_picture_job_draw:
 * @shown: what to draw
 * @options: how; the format does not matter
 * @error: a #SemaExportError
 *
 * Draws a picture; to be called in a thread.
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
sema_picture_job_draw (const SemaShown *shown, const SemaExportOptions *options, GError **error)
{
  SemaExportSubject subject;
  cairo_surface_t  *surface;

  sema_shown_get_subject (shown, &subject);
  surface = sema_export_subject_to_surface (&subject, options, error);
  return surface != NULL ? make_texture (surface) : NULL;
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PictureJob *job = task_data;
  GError     *error = NULL;
  GdkTexture *texture;

  if (g_task_return_error_if_cancelled (task))
    return;
  texture = sema_picture_job_draw (&job->shown, &job->options, &error);
  if (texture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

/**
 * sema_picture_job_draw_async:
 * @shown: what to draw
 * @options: how; the format does not matter
 * @source: (type GObject): whose job it is
 * @cancellable: (nullable): for when it is not wanted any more
 * @callback: gets the picture
 * @user_data: for @callback
 *
 * Draws a picture for the screen or the clipboard.
 */
void
sema_picture_job_draw_async (const SemaShown *shown, const SemaExportOptions *options, gpointer source, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = task_new (shown, options, NULL, source, cancellable, callback, user_data);

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
  PictureJob       *job = task_data;
  GError           *error = NULL;
  SemaExportSubject subject;

  sema_shown_get_subject (&job->shown, &subject);
  if (sema_export_subject_to_file (&subject, &job->options, job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * sema_picture_job_save_async:
 * @shown: what to draw
 * @options: how
 * @path: file name
 * @source: (type GObject): whose job it is
 * @callback: hears of the end
 * @user_data: for @callback
 *
 * Writes a picture; the file is the old one or the new one, never half of it.
 */
void
sema_picture_job_save_async (const SemaShown *shown, const SemaExportOptions *options, const char *path, gpointer source, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = task_new (shown, options, path, source, NULL, callback, user_data);

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
