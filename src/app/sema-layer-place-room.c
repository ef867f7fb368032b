/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-place-private.h"

/* A low window has room for the matrices only. */

#define LOW 600 /* logical units */

static gboolean
fit (gpointer data)
{
  SemaLayerPlace *self = data;
  gint64          row, column;

  self->fitting = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->row_pane), gtk_widget_get_height (GTK_WIDGET (self)) >= LOW);
  if (sema_weight_view_get_cell (self->weight, &row, &column))
    sema_weight_view_scroll_to (self->weight, (guint64)row, (guint64)column);
  return G_SOURCE_REMOVE;
}

/* Not at once, as a widget must not change while sizes are given out. */
static void
resized (SemaLayerPlace *self)
{
  if (self->fitting == 0)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit, self, NULL);
}

/* Shows the row that is looked at where there is room for it, and keeps it in view. */
void
sema_layer_place_watch_room (SemaLayerPlace *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->weight_window));

  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (resized), self, G_CONNECT_SWAPPED);
}
