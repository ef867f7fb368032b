/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scene-view.h"

#include <adwaita.h>

#define LEAST_WIDTH 120
#define LEAST_HEIGHT 60

/**
 * SemaSceneView:
 *
 * Shows a scene that is small enough to be composed for each frame in which it changes.
 */
struct _SemaSceneView
{
  GtkWidget parent_instance;

  SemaSceneFunc compose;
  gpointer      data;
  gboolean      has_paper;
  SemaRenderer *renderer;
  SemaScene    *scene; /* or NULL: it is composed when it is drawn */
};

static guint resized_signal;

G_DEFINE_FINAL_TYPE (SemaSceneView, sema_scene_view, GTK_TYPE_WIDGET)

static const SemaTheme *
get_theme (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return sema_theme_get (dark ? SEMA_THEME_DARK : SEMA_THEME_LIGHT);
}

/**
 * sema_scene_view_get_scene:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is seen
 */
const SemaScene *
sema_scene_view_get_scene (SemaSceneView *self)
{
  SemaMeasure measure = sema_renderer_get_measure (self->renderer);
  int         width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->scene == NULL && self->compose != NULL && width > 1 && height > 1)
    self->scene = self->compose (width, height, &measure, self->data);
  return self->scene;
}

static void
sema_scene_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SemaSceneView   *self = SEMA_SCENE_VIEW (widget);
  SemaColour       paper = sema_theme_get_background (get_theme ());
  GdkRGBA          colour = {(float)paper.red, (float)paper.green, (float)paper.blue, 1};
  graphene_rect_t  bounds = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget));
  const SemaScene *scene = sema_scene_view_get_scene (self);
  cairo_t         *cr;

  if (self->has_paper)
    gtk_snapshot_append_color (snapshot, &colour, &bounds);
  if (scene == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  sema_renderer_draw (self->renderer, scene, get_theme (), cr);
  cairo_destroy (cr);
}

static void
sema_scene_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
sema_scene_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  sema_scene_view_update (SEMA_SCENE_VIEW (widget));
  g_signal_emit (widget, resized_signal, 0);
}

static void
sema_scene_view_dispose (GObject *object)
{
  SemaSceneView *self = SEMA_SCENE_VIEW (object);

  g_clear_pointer (&self->scene, sema_scene_free);
  g_clear_pointer (&self->renderer, sema_renderer_free);
  G_OBJECT_CLASS (sema_scene_view_parent_class)->dispose (object);
}

static void
sema_scene_view_class_init (SemaSceneViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_scene_view_dispose;
  widget_class->snapshot = sema_scene_view_snapshot;
  widget_class->measure = sema_scene_view_measure;
  widget_class->size_allocate = sema_scene_view_size_allocate;
  resized_signal = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "sceneview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sema_scene_view_init (SemaSceneView *self)
{
  self->has_paper = TRUE;
  self->renderer = sema_renderer_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * sema_scene_view_follow:
 * @self: a view
 * @compose: (nullable): makes what is to be seen; %NULL: nothing is
 * @data: for @compose; must outlive the view, or what follows nothing any more
 *
 * Says what is shown.
 */
void
sema_scene_view_follow (SemaSceneView *self, SemaSceneFunc compose, gpointer data)
{
  self->compose = compose;
  self->data = data;
  sema_scene_view_update (self);
}

/**
 * sema_scene_view_leave_out_paper:
 * @self: a view
 *
 * Lets what is behind the view be seen between the marks.
 */
void
sema_scene_view_leave_out_paper (SemaSceneView *self)
{
  self->has_paper = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sema_scene_view_update:
 * @self: a view
 *
 * What is shown has changed.
 */
void
sema_scene_view_update (SemaSceneView *self)
{
  g_clear_pointer (&self->scene, sema_scene_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
