/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-window-private.h"

#include <math.h>

#define ZOOM_STEP 1.25
#define TEXT_STEP 1.1
#define SMALLEST_TEXT 0.5
#define LARGEST_TEXT 3.0
#define ROOM_FOR_WORDS 680   /* px of width */
#define ROOM_FOR_DETAILS 900 /* px of width */

/* How things are looked at: the map's view, the size of texts, which panes are shown, the presenter's view. */

static void
zoom_in (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_map_view_zoom (SEMA_WINDOW (data)->map, ZOOM_STEP);
}

static void
zoom_out (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_map_view_zoom (SEMA_WINDOW (data)->map, 1 / ZOOM_STEP);
}

static void
zoom_fit (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_map_view_fit (SEMA_WINDOW (data)->map);
}

/* Sets the size of labels and points, within what is useful. */
void
sema_window_set_text_scale (SemaWindow *self, double text_scale)
{
  self->text_scale = CLAMP (text_scale, SMALLEST_TEXT, LARGEST_TEXT);
  sema_map_view_set_text_scale (self->map, self->text_scale);
  sema_window_enable (self, "text-larger", self->text_scale < LARGEST_TEXT);
  sema_window_enable (self, "text-smaller", self->text_scale > SMALLEST_TEXT);
}

static void
scale_text (SemaWindow *self, double text_scale)
{
  g_object_set (self, "text-scale", CLAMP (text_scale, SMALLEST_TEXT, LARGEST_TEXT), NULL);
}

static void
text_larger (GSimpleAction *action, GVariant *target, gpointer data)
{
  scale_text (data, SEMA_WINDOW (data)->text_scale * TEXT_STEP);
}

static void
text_smaller (GSimpleAction *action, GVariant *target, gpointer data)
{
  scale_text (data, SEMA_WINDOW (data)->text_scale / TEXT_STEP);
}

static void
text_normal (GSimpleAction *action, GVariant *target, gpointer data)
{
  scale_text (data, 1);
}

static void
centre (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow *self = data;

  sema_map_view_centre_on (self->map, sema_session_get_focus (self->session));
}

static void
focus_add (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_action_group_change_action_state (G_ACTION_GROUP (data), "show-words", g_variant_new_boolean (TRUE));
  sema_words_pane_focus_entry (SEMA_WINDOW (data)->words_pane);
}

static void
show_nearest_words (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_action_group_change_action_state (G_ACTION_GROUP (data), "show-details", g_variant_new_boolean (TRUE));
  gtk_widget_child_focus (GTK_WIDGET (SEMA_WINDOW (data)->detail_pane), GTK_DIR_TAB_FORWARD);
}

static void
focus_ask (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_action_group_change_action_state (G_ACTION_GROUP (data), "show-details", g_variant_new_boolean (TRUE));
  sema_ask_pane_focus_entry (SEMA_WINDOW (data)->ask_pane);
}

static void
focus_analogy (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_window_go_to (data, SEMA_PLACE_MAP);
  gtk_widget_child_focus (GTK_WIDGET (SEMA_WINDOW (data)->analogy_bar), GTK_DIR_TAB_FORWARD);
}

static void
change_selecting (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  sema_map_view_set_selecting (SEMA_WINDOW (data)->map, g_variant_get_boolean (state));
}

/* Both panes ask the open vectors: without them the place Layer has the window for itself. */
void
sema_window_show_panes (SemaWindow *self)
{
  gboolean is_open = sema_session_get_set (self->session) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->words_pane), is_open && sema_window_get_boolean (self, "show-words"));
  gtk_widget_set_visible (GTK_WIDGET (self->ask_pane), is_open && sema_window_get_boolean (self, "show-details"));
}

/* Where there is room for one pane beside the map, it is the one that was asked for last. */
static void
make_room (SemaWindow *self, const char *other, gboolean is_needed)
{
  if (is_needed && self->room < 2 && sema_window_get_boolean (self, other))
    g_action_group_change_action_state (G_ACTION_GROUP (self), other, g_variant_new_boolean (FALSE));
}

static void
change_show_words (GSimpleAction *action, GVariant *state, gpointer data)
{
  make_room (data, "show-details", g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
  sema_window_show_panes (data);
}

static void
change_show_details (GSimpleAction *action, GVariant *state, gpointer data)
{
  make_room (data, "show-words", g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
  sema_window_show_panes (data);
}

static void
set_panes (SemaWindow *self, gboolean words, gboolean details)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-words", g_variant_new_boolean (words));
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-details", g_variant_new_boolean (details));
}

static void
change_presenter (GSimpleAction *action, GVariant *state, gpointer data)
{
  SemaWindow *self = data;
  gboolean    presenting = g_variant_get_boolean (state);

  if (presenting == self->presenting)
    return;
  g_simple_action_set_state (action, state);
  self->presenting = presenting;
  if (presenting)
    {
      self->words_before = sema_window_get_boolean (self, "show-words");
      self->details_before = sema_window_get_boolean (self, "show-details");
      gtk_widget_grab_focus (GTK_WIDGET (self->map));
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
  set_panes (self, !presenting && self->words_before, !presenting && self->details_before);
  gtk_widget_set_visible (GTK_WIDGET (self->header), !presenting);
  gtk_widget_set_visible (GTK_WIDGET (self->analogy_bar), !presenting);
  gtk_widget_set_visible (self->place_bar, !presenting);
  gtk_widget_set_visible (self->map_buttons, !presenting);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), !presenting);
  g_object_set (self->map, "presenter", presenting, NULL);
}

static void
leave_presenter (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_action_group_change_action_state (G_ACTION_GROUP (data), "presenter", g_variant_new_boolean (FALSE));
}

static gboolean
fit_panes (gpointer data)
{
  SemaWindow *self = data;

  self->fitting = 0;
  if (!self->presenting)
    set_panes (self, self->room >= 1, self->room >= 2);
  return G_SOURCE_REMOVE;
}

/* Shows the side panes that a window of this width has room for. Only a change counts: what the user shows or hides
 * stays so until then. Not at once, as a widget must not change while sizes are given out. */
void
sema_window_fit_panes (SemaWindow *self, int width)
{
  int room = width < ROOM_FOR_WORDS ? 0 : width < ROOM_FOR_DETAILS ? 1
                                                                   : 2;

  if (room == self->room)
    return;
  self->room = room;
  if (self->fitting == 0)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_panes, self, NULL);
}

/* Adds the actions that change how things are looked at. */
void
sema_window_add_view_actions (SemaWindow *self)
{
  static const GActionEntry entries[] = {
    {"zoom-in", zoom_in},
    {"zoom-out", zoom_out},
    {"zoom-fit", zoom_fit},
    {"text-larger", text_larger},
    {"text-smaller", text_smaller},
    {"text-normal", text_normal},
    {"centre", centre},
    {"focus-add", focus_add},
    {"nearest-words", show_nearest_words},
    {"analogy", focus_analogy},
    {"ask", focus_ask},
    {"leave-presenter", leave_presenter},
    {"selecting", NULL, NULL, "false", change_selecting},
    {"show-words", NULL, NULL, "true", change_show_words},
    {"show-details", NULL, NULL, "true", change_show_details},
    {"presenter", NULL, NULL, "false", change_presenter},
  };

  g_autoptr (GPropertyAction) show_trust = g_property_action_new ("show-trust", self->map, "show-trust");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_trust));
}
