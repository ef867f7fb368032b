/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-marker.h"

#include <adwaita.h>

#include "sema-renderer.h"

#define SIZE 14    /* logical units, square */
#define RADIUS 4.5 /* logical units */

/**
 * SemaMarker:
 *
 * The marker of a cluster beside its name, drawn by what draws the map, so that both always look alike.
 */
struct _SemaMarker
{
  GtkWidget parent_instance;

  SemaStyle style;
};

G_DEFINE_FINAL_TYPE (SemaMarker, sema_marker, GTK_TYPE_WIDGET)

/* One for all markers: there may be hundreds, and only GTK's thread draws them. */
static SemaRenderer *
get_renderer (void)
{
  static SemaRenderer *renderer;

  if (renderer == NULL)
    renderer = sema_renderer_new ();
  return renderer;
}

static SemaScene *
compose (const SemaMarker *self)
{
  SemaScene    *scene = sema_scene_new (SIZE, SIZE);
  SemaPointMark mark = {.x = SIZE / 2.0, .y = SIZE / 2.0, .radius = RADIUS, .strength = 1};

  mark.shape = self->style.shape;
  mark.colour = self->style.colour;
  g_array_append_val (scene->points, mark);
  return scene;
}

static void
sema_marker_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SemaMarker           *self = SEMA_MARKER (widget);
  gboolean              dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  graphene_rect_t       bounds = GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE);
  cairo_t              *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  g_autoptr (SemaScene) scene = compose (self);

  sema_renderer_draw (get_renderer (), scene, sema_theme_get (dark ? SEMA_THEME_DARK : SEMA_THEME_LIGHT), cr);
  cairo_destroy (cr);
}

static void
sema_marker_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
sema_marker_class_init (SemaMarkerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sema_marker_snapshot;
  widget_class->measure = sema_marker_measure;
  gtk_widget_class_set_css_name (widget_class, "marker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sema_marker_init (SemaMarker *self)
{
  self->style.colour = SEMA_NO_COLOUR;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * sema_marker_set_style:
 * @self: a marker
 * @style: colour and shape
 */
void
sema_marker_set_style (SemaMarker *self, SemaStyle style)
{
  g_return_if_fail (SEMA_IS_MARKER (self));

  self->style = style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
