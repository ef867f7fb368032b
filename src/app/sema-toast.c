/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static AdwToast *shown; /* weak; the program has one window */

/**
 * sema_toast_withdraw:
 *
 * Takes the last sentence away: its button would undo another change than the one it tells of.
 */
void
sema_toast_withdraw (void)
{
  AdwToast *toast = shown;

  g_clear_weak_pointer (&shown);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/**
 * sema_toast_show:
 * @widget: any widget of the window
 * @text: one short sentence, UTF-8
 * @can_undo: whether it offers to take the last change back
 *
 * Confirms in passing what was just done, in place of what was said before. A widget that is in no window says nothing.
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
  sema_toast_withdraw ();
  g_set_weak_pointer (&shown, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
