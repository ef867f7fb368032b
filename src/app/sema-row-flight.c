/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-row-flight.h"

#define DURATION 700 /* ms, which eyes can follow */

/**
 * SemaRowFlight:
 *
 * Lies over two matrices, and shows how a row goes from one to the other. Where animations are switched off it lands at once.
 */
struct _SemaRowFlight
{
  GtkWidget parent_instance;

  AdwAnimation   *animation;
  GskRenderNode  *row; /* or NULL: nothing flies */
  graphene_rect_t from;
  graphene_rect_t to;
  double          share;
};

static guint landed_signal;

G_DEFINE_FINAL_TYPE (SemaRowFlight, sema_row_flight, GTK_TYPE_WIDGET)

static void
sema_row_flight_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SemaRowFlight   *self = SEMA_ROW_FLIGHT (widget);
  graphene_point_t place;

  if (self->row == NULL)
    return;
  graphene_point_interpolate (&self->from.origin, &self->to.origin, self->share, &place);
  graphene_point_init (&place, place.x - self->from.origin.x, place.y - self->from.origin.y);
  gtk_snapshot_translate (snapshot, &place);
  gtk_snapshot_push_clip (snapshot, &self->from);
  gtk_snapshot_append_node (snapshot, self->row);
  gtk_snapshot_pop (snapshot);
}

static void
progress (double share, gpointer data)
{
  SEMA_ROW_FLIGHT (data)->share = share;
  gtk_widget_queue_draw (data);
}

static void
done (SemaRowFlight *self)
{
  if (self->row == NULL)
    return;
  g_clear_pointer (&self->row, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, landed_signal, 0);
}

static void
sema_row_flight_dispose (GObject *object)
{
  SemaRowFlight *self = SEMA_ROW_FLIGHT (object);

  g_clear_object (&self->animation);
  g_clear_pointer (&self->row, gsk_render_node_unref);
  G_OBJECT_CLASS (sema_row_flight_parent_class)->dispose (object);
}

static void
sema_row_flight_class_init (SemaRowFlightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sema_row_flight_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = sema_row_flight_snapshot;
  /* The row is where it goes to. */
  landed_signal = g_signal_new ("landed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sema_row_flight_init (SemaRowFlight *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION, adw_callback_animation_target_new (progress, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_swapped (self->animation, "done", G_CALLBACK (done), self);
}

/**
 * sema_row_flight_new:
 *
 * Returns: (transfer floating): an overlay in which nothing flies
 */
GtkWidget *
sema_row_flight_new (void)
{
  return g_object_new (SEMA_TYPE_ROW_FLIGHT, NULL);
}

/**
 * sema_row_flight_fly:
 * @self: an overlay
 * @row: (transfer full): what the row looks like, in its coordinates
 * @from: where it begins, in the overlay's coordinates
 * @to: where it goes to
 *
 * Lets a row fly; "landed" tells when it is there. One that flies lands at once.
 */
void
sema_row_flight_fly (SemaRowFlight *self, GskRenderNode *row, const graphene_rect_t *from, const graphene_rect_t *to)
{
  sema_row_flight_land (self);
  self->row = row;
  self->from = *from;
  self->to = *to;
  self->share = 0;
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/**
 * sema_row_flight_land:
 * @self: an overlay
 *
 * Lets what flies be there at once.
 */
void
sema_row_flight_land (SemaRowFlight *self)
{
  if (self->row != NULL)
    adw_animation_skip (self->animation);
}
