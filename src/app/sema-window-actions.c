/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-window-private.h"

#include <glib/gi18n-lib.h>

#include "sema-comparison-window.h"
#include "sema-diagnosis-window.h"
#include "sema-evaluation-window.h"
#include "sema-shortcuts.h"
#include "sema-training-window.h"

/* The window's actions: those about everything are here, the others with what they are about. */

/* Enables or disables an action of the window. */
void
sema_window_enable (SemaWindow *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_return_if_fail (found != NULL);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

/* Sets the state of an action without doing what it does; takes a floating state. */
void
sema_window_set_state (SemaWindow *self, const char *action, GVariant *state)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_return_if_fail (found != NULL);

  g_simple_action_set_state (G_SIMPLE_ACTION (found), state);
}

/* The state of an action that is on or off. */
gboolean
sema_window_get_boolean (SemaWindow *self, const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), action);

  return state != NULL && g_variant_get_boolean (state);
}

static void
undo (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_session_undo (SEMA_WINDOW (data)->session);
}

static void
redo (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_session_redo (SEMA_WINDOW (data)->session);
}

static void
shortcuts (GSimpleAction *action, GVariant *target, gpointer data)
{
  GtkWindow *window = sema_shortcuts_make_window ();

  gtk_window_set_transient_for (window, GTK_WINDOW (data));
  gtk_window_present (window);
}

static void
evaluate (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_evaluation_window_present (data, SEMA_WINDOW (data)->session);
}

static void
diagnose (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_diagnosis_window_present (data, SEMA_WINDOW (data)->session);
}

static void
compare_files (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_comparison_window_present (data, SEMA_WINDOW (data)->session);
}

static void
open_learnt (const char *path, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  sema_window_open_file (data, file);
}

static void
learn (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_training_window_present (data, open_learnt, data);
}

static void
set_tooltip (GtkWidget *button, const char *format, const char *nothing, char *label)
{
  g_autofree char *text = label != NULL ? g_strdup_printf ("%s: %s", format, label) : g_strdup (nothing);

  gtk_widget_set_tooltip_text (button, text);
  g_free (label);
}

static void
history_changed (SemaWindow *self)
{
  gboolean can_undo;
  gboolean can_redo;
  char    *undo_label;
  char    *redo_label;

  g_object_get (self->session, "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  sema_window_enable (self, "undo", can_undo);
  sema_window_enable (self, "redo", can_redo);
  set_tooltip (self->undo_button, _("Undo"), _("Nothing to undo"), undo_label);
  set_tooltip (self->redo_button, _("Redo"), _("Nothing to redo"), redo_label);
}

static void
have_set (SemaWindow *self)
{
  static const char *const needing_a_set[] = {"add-words", "paste-words", "ready-set", "open-list", "focus-add", "export", "copy-picture",
                                              "save-coordinates", "save-vectors", "save-session", "zoom-in", "zoom-out", "zoom-fit", "presenter", "select-all", "title", "evaluate", "diagnose", "compare-files"};
  gboolean                 have = sema_session_get_set (self->session) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (needing_a_set); i++)
    sema_window_enable (self, needing_a_set[i], have);
}

static void
have_words (SemaWindow *self)
{
  gboolean empty = sema_recipe_is_empty (sema_session_get_recipe (self->session));

  sema_window_enable (self, "clear", !empty);
  sema_window_enable (self, "save-list", !empty);
}

static void
have_selection (SemaWindow *self)
{
  static const char *const needing_a_selection[] = {"remove-selected", "group-selected", "move-to-group", "select-none"};
  gboolean                 have = sema_session_get_selected (self->session)[0] != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (needing_a_selection); i++)
    sema_window_enable (self, needing_a_selection[i], have);
}

static void
have_focus (SemaWindow *self)
{
  gboolean have = sema_session_get_focus (self->session) != NULL;

  sema_window_enable (self, "centre", have);
  sema_window_enable (self, "nearest-words", have);
  sema_window_enable (self, "rename", have);
}

/* Adds all actions of the window, and lets them be enabled while they make sense. */
void
sema_window_add_actions (SemaWindow *self)
{
  static const GActionEntry entries[] = {
    {"undo", undo},
    {"redo", redo},
    {"shortcuts", shortcuts},
    {"evaluate", evaluate},
    {"diagnose", diagnose},
    {"compare-files", compare_files},
    {"learn", learn},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  sema_window_add_open_actions (self);
  sema_window_add_edit_actions (self);
  sema_window_add_save_actions (self);
  sema_window_add_session_actions (self);
  sema_window_add_vectors_actions (self);
  sema_window_add_view_actions (self);
  sema_window_add_place_actions (self);
  sema_shortcuts_add_to (GTK_WIDGET (self));
  g_signal_connect_object (self->session, "notify::undo-label", G_CALLBACK (history_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::redo-label", G_CALLBACK (history_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::set", G_CALLBACK (have_set), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::recipe", G_CALLBACK (have_words), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (have_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::focus", G_CALLBACK (have_focus), self, G_CONNECT_SWAPPED);
  history_changed (self);
  have_set (self);
  have_words (self);
  have_selection (self);
  have_focus (self);
}
