/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-window-private.h"

#include <glib/gi18n-lib.h>

#include "sema-edits.h"
#include "sema-reveal.h"

#define DELAY 400 /* ms; what takes less needs no sign */

/* While the map is being made: nothing at first, then a spinner, or for the map of all words how far it is. */

static void
set_spinning (SemaWindow *self, gboolean spinning)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), spinning);
  gtk_spinner_set_spinning (self->spinner, spinning);
}

static void
set_strip_shown (SemaWindow *self, gboolean shown)
{
  sema_reveal (self->map_strip, shown);
  sema_window_enable (self, "cancel-map", shown);
}

/* An analogy may be looked for before the map of all words is begun, so the spinner is not the last word. */
static gboolean
show (gpointer data)
{
  SemaWindow *self = data;
  gboolean    countable = sema_session_get_map_fraction (self->session) >= 0;

  set_spinning (self, !countable);
  if (!countable)
    return G_SOURCE_CONTINUE;
  self->waiting = 0;
  sema_job_progress_start (self->map_progress, _("Making the map of all words…"), sema_session_get_map_fraction, self->session);
  set_strip_shown (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
hide (SemaWindow *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  set_spinning (self, FALSE);
  sema_job_progress_stop (self->map_progress);
  set_strip_shown (self, FALSE);
}

/* A map of all words that is begun anew, as for one word more, goes on being shown. */
static void
busy_changed (SemaWindow *self)
{
  gboolean busy = sema_session_get_busy (self->session);

  if (!busy || !sema_session_get_recipe (self->session)->all_words)
    hide (self);
  if (busy && self->waiting == 0 && !gtk_revealer_get_reveal_child (self->map_strip))
    self->waiting = g_timeout_add (DELAY, show, self);
}

static void
cancel_map (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_edits_give_up_all_words (SEMA_WINDOW (data)->session);
}

/* Lets the window follow what is being made, and adds the action that gives it up. */
void
sema_window_follow_busy (SemaWindow *self)
{
  static const GActionEntry entries[] = {
    {"cancel-map", cancel_map},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::busy", G_CALLBACK (busy_changed), self, G_CONNECT_SWAPPED);
  busy_changed (self);
}
