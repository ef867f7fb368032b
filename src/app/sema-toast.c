/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define STAYS 6000 /* ms that a sentence is there */
#define LEAVES 500 /* ms after which one that is withdrawn goes, if no other takes its place */

/* libadwaita 1.2 frees a toast twice that is dismissed while the one before it is still going. So there is one toast, whose words
 * change, and when it goes is decided here. */
static AdwToast        *shown; /* weak */
static AdwToastOverlay *place; /* weak: the window that it is in */
static guint            leaving;

static gboolean
leave (gpointer data)
{
  AdwToast *toast = shown;

  leaving = 0;
  g_clear_weak_pointer (&shown);
  if (toast != NULL)
    adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

static void
leave_after (guint milliseconds)
{
  g_clear_handle_id (&leaving, g_source_remove);
  leaving = g_timeout_add (milliseconds, leave, NULL);
}

/* By its own button. */
static void
dismissed (AdwToast *toast)
{
  if (toast != shown)
    return;
  g_clear_weak_pointer (&shown);
  g_clear_handle_id (&leaving, g_source_remove);
}

static void
say (AdwToast *toast, const char *text, gboolean can_undo)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, can_undo ? _("_Undo") : NULL);
  adw_toast_set_action_name (toast, can_undo ? "win.undo" : NULL);
}

/* What was said in another window goes: a sentence is where its cause is. */
static void
move_to (AdwToastOverlay *overlay)
{
  if (overlay == place)
    return;
  if (shown != NULL)
    leave (NULL);
  g_set_weak_pointer (&place, overlay);
}

/**
 * sema_toast_withdraw:
 *
 * Takes the last sentence away: its button would undo another change than the one it tells of.
 */
void
sema_toast_withdraw (void)
{
  if (shown == NULL)
    return;
  adw_toast_set_button_label (shown, NULL);
  leave_after (LEAVES);
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
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast  *toast;

  if (overlay == NULL)
    return;
  move_to (ADW_TOAST_OVERLAY (overlay));
  leave_after (STAYS);
  if (shown != NULL)
    {
      say (shown, text, can_undo);
      return;
    }
  toast = adw_toast_new ("");
  adw_toast_set_timeout (toast, 0);
  say (toast, text, can_undo);
  g_signal_connect (toast, "dismissed", G_CALLBACK (dismissed), NULL);
  g_set_weak_pointer (&shown, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
