/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * sema_toast_show:
 * @widget: any widget of the window
 * @text: one short sentence, UTF-8
 * @can_undo: whether it offers to take the last change back
 *
 * Confirms in passing what was just done. A widget that is in no window says nothing.
 */
void
sema_toast_show (GtkWidget *widget, const char *text, gboolean can_undo)
{
  GtkWidget       *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast        *toast;

  if (overlay == NULL)
    return;
  toast = adw_toast_new (title);
  adw_toast_set_timeout (toast, 6);
  if (can_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
