/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-map-view-private.h"

#include <string.h>

#include "sema-cloud-pick.h"

/* All words of the file under the chosen ones. A worker draws them; until it is done with a view, the last picture stands in
 * for it, shifted and stretched to where its words are now. */

#define MARGIN 100.0 /* logical units round the plot that are drawn too, so that panning meets no edge */
#define REACH 10.0   /* how far from a word the pointer still means it, logical units */

typedef struct
{
  SemaCloud       *cloud;
  SemaCloudView    view;
  const SemaTheme *theme;
  SemaProgress    *progress;
} CloudJob;

static void
cloud_job_free (gpointer data)
{
  CloudJob *job = data;

  sema_cloud_unref (job->cloud);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CloudJob       *job = task_data;
  GError         *error = NULL;
  SemaCloudImage *image = sema_cloud_image_new (job->cloud, &job->view, job->theme, job->progress, &error);

  if (image == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, image, (GDestroyNotify)sema_cloud_image_free);
}

static void
drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaMapView               *self = SEMA_MAP_VIEW (source);
  CloudJob                  *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)         error = NULL;
  g_autoptr (SemaCloudImage) image = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->progress != self->cloud_job)
    return;
  g_clear_pointer (&self->cloud_job, sema_progress_unref);
  if (image == NULL)
    {
      g_info ("%s", error->message);
      return;
    }
  g_clear_pointer (&self->cloud_image, sema_cloud_image_free);
  g_clear_pointer (&self->cloud_drawn, sema_cloud_unref);
  self->cloud_image = g_steal_pointer (&image);
  self->cloud_drawn = sema_cloud_ref (job->cloud);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
start_drawing (SemaMapView *self, const SemaCloudView *view, const SemaTheme *theme)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, drawn, NULL);
  CloudJob         *job = g_new (CloudJob, 1);

  self->cloud_job = sema_progress_new ();
  *job = (CloudJob) {sema_cloud_ref (self->scatter->cloud), *view, theme, sema_progress_ref (self->cloud_job)};
  g_task_set_task_data (task, job, cloud_job_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
get_cloud_view (SemaMapView *self, SemaCloudView *view)
{
  SemaScatterView scatter_view;

  memset (view, 0, sizeof *view); /* views are compared byte by byte */
  sema_map_view_fill_view (self, &scatter_view);
  sema_map_view_get_place (self, &view->frame, &view->camera);
  view->text_scale = scatter_view.text_scale;
  view->margin = MARGIN;
  view->pixels = gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static void
paint (SemaMapView *self, GtkSnapshot *snapshot, const SemaCloudView *view)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (GTK_WIDGET (self)), (float)gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  sema_renderer_draw_cloud (self->renderer, self->cloud_image, &view->camera, &view->frame, cr);
  cairo_destroy (cr);
}

/* Paints what there is of the cloud, and has the view drawn that there is none of yet. One is drawn at a time: it is done
 * before the next frame or two, and then the newest view is the next. */
void
sema_map_view_snapshot_cloud (SemaMapView *self, GtkSnapshot *snapshot, const SemaTheme *theme)
{
  SemaCloudView view;

  if (self->scatter->cloud == NULL)
    return;
  if (self->cloud_drawn != self->scatter->cloud)
    {
      g_clear_pointer (&self->cloud_image, sema_cloud_image_free);
      g_clear_pointer (&self->cloud_drawn, sema_cloud_unref);
    }
  get_cloud_view (self, &view);
  if (self->cloud_image != NULL)
    paint (self, snapshot, &view);
  if (self->cloud_job == NULL && (self->cloud_image == NULL || memcmp (&self->cloud_image->view, &view, sizeof view) != 0))
    start_drawing (self, &view, theme);
}

/* Lets go of the picture, as for other colours, and of the one being drawn. */
void
sema_map_view_drop_cloud (SemaMapView *self)
{
  sema_progress_cancel (self->cloud_job);
  g_clear_pointer (&self->cloud_job, sema_progress_unref);
  g_clear_pointer (&self->cloud_image, sema_cloud_image_free);
  g_clear_pointer (&self->cloud_drawn, sema_cloud_unref);
}

/* The word of the cloud at a place of the view, by its label or its dot, or -1. */
gint64
sema_map_view_pick_row (SemaMapView *self, double x, double y)
{
  const SemaScene *scene = sema_map_view_get_scene (self);
  SemaFrame        frame;
  SemaCamera       camera;
  gint64           row;

  if (scene == NULL || self->scatter->cloud == NULL)
    return -1;
  row = sema_cloud_pick_label (scene, x, y);
  if (row >= 0)
    return row;
  sema_map_view_get_place (self, &frame, &camera);
  return sema_cloud_pick_at (self->scatter->cloud, &camera, &frame, x, y, REACH);
}

void
sema_map_view_hover_row (SemaMapView *self, gint64 row)
{
  if (self->hovered_row == row)
    return;
  self->hovered_row = row;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The bytes of a word of the cloud. */
char *
sema_map_view_dup_cloud_word (SemaMapView *self, gint64 row)
{
  return sema_vocab_dup_word (self->scatter->cloud->vocab, (guint64)row);
}

/* The row of the word that is looked at, where it is none of the points, or -1. */
gint64
sema_map_view_get_focused_row (SemaMapView *self)
{
  const char *focus = self->session != NULL ? sema_session_get_focus (self->session) : NULL;
  guint64     row;

  if (focus == NULL || self->scatter == NULL || self->scatter->cloud == NULL || sema_projection_find_word (self->projection, focus) >= 0)
    return -1;
  row = sema_vocab_find (self->scatter->cloud->vocab, focus, -1);
  return row == SEMA_VOCAB_NO_ROW ? -1 : (gint64)row;
}
