/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-help-window.h"

/**
 * SemaHelpWindow:
 *
 * A page of help, to be read beside the main window.
 */
struct _SemaHelpWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (SemaHelpWindow, sema_help_window, ADW_TYPE_WINDOW)

static void
sema_help_window_class_init (SemaHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-help-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sema_help_window_init (SemaHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sema_help_window_present:
 * @parent: (nullable): the window that it helps with
 *
 * Shows the help, the one that is open already if there is one.
 */
void
sema_help_window_present (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (SEMA_IS_HELP_WINDOW (link->data))
      {
        gtk_window_present (link->data);
        return;
      }
  gtk_window_present (g_object_new (SEMA_TYPE_HELP_WINDOW, "transient-for", parent, NULL));
}
