/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-reveal.h"

/* A revealer that has closed still has its child, and screen readers would go on to read it out. */
static void
follow (GtkRevealer *revealer)
{
  gtk_widget_set_visible (GTK_WIDGET (revealer), gtk_revealer_get_reveal_child (revealer) || gtk_revealer_get_child_revealed (revealer));
}

/**
 * sema_reveal:
 * @revealer: a revealer that is neither visible nor revealed to begin with
 * @revealed: whether its child is to be seen
 *
 * Slides the child in or out. When it is out, it is gone for the keyboard and for screen readers too.
 */
void
sema_reveal (GtkRevealer *revealer, gboolean revealed)
{
  g_signal_handlers_disconnect_by_func (revealer, follow, NULL);
  if (revealed)
    gtk_widget_set_visible (GTK_WIDGET (revealer), TRUE);
  g_signal_connect (revealer, "notify::child-revealed", G_CALLBACK (follow), NULL);
  gtk_revealer_set_reveal_child (revealer, revealed);
  follow (revealer);
}
