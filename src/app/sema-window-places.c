/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-window-private.h"

#include "sema-compare-place.h"
#include "sema-layer-place.h"
#include "sema-question-edits.h"
#include "sema-questions-place.h"

/* What is in the middle of the window: the map, or another place, which is made when it is shown first. */

static const char *const names[SEMA_N_PLACES] = {
  [SEMA_PLACE_MAP] = "map",
  [SEMA_PLACE_COMPARE] = "compare",
  [SEMA_PLACE_QUESTIONS] = "questions",
  [SEMA_PLACE_LAYER] = "layer",
};

static GType
get_type (SemaPlace place)
{
  if (place == SEMA_PLACE_LAYER)
    return SEMA_TYPE_LAYER_PLACE;
  return place == SEMA_PLACE_QUESTIONS ? SEMA_TYPE_QUESTIONS_PLACE : SEMA_TYPE_COMPARE_PLACE;
}

static GtkWidget *
make_place (SemaWindow *self, SemaPlace place)
{
  GtkWidget *widget = g_object_new (get_type (place), NULL);

  g_object_bind_property (self, "text-scale", widget, "text-scale", G_BINDING_SYNC_CREATE);
  g_object_set (widget, "session", self->session, NULL);
  gtk_stack_add_named (self->places, widget, names[place]);
  return widget;
}

static void
show_place (SemaWindow *self)
{
  SemaPlace place = sema_session_get_looks (self->session)->place;
  gboolean  is_new = g_strcmp0 (gtk_stack_get_visible_child_name (self->places), names[place]) != 0;

  if (gtk_stack_get_child_by_name (self->places, names[place]) == NULL)
    make_place (self, place);
  gtk_stack_set_visible_child_name (self->places, names[place]);
  if (is_new && sema_session_get_set (self->session) == NULL)
    sema_window_show_page (self);
  sema_window_set_state (self, "place", g_variant_new_string (names[place]));
}

/* Goes to a place. */
void
sema_window_go_to (SemaWindow *self, SemaPlace place)
{
  SemaLooks looks = *sema_session_get_looks (self->session);

  looks.place = place;
  sema_session_set_looks (self->session, &looks);
}

static void
change_place (GSimpleAction *action, GVariant *state, gpointer data)
{
  for (SemaPlace place = SEMA_PLACE_MAP; place < SEMA_N_PLACES; place++)
    if (g_str_equal (g_variant_get_string (state, NULL), names[place]))
      sema_window_go_to (data, place);
}

static void
principal_components (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_question_edits_set_axes (SEMA_WINDOW (data)->session, NULL, NULL);
}

static void
recipe_changed (SemaWindow *self)
{
  sema_window_enable (self, "principal-components", sema_session_get_recipe (self->session)->axes[0] != NULL);
}

/* Adds the action that goes to a place, and lets the window follow the session there. */
void
sema_window_add_place_actions (SemaWindow *self)
{
  static const GActionEntry entries[] = {
    {"place", NULL, "s", "'map'", change_place},
    {"principal-components", principal_components},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::looks", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::recipe", G_CALLBACK (recipe_changed), self, G_CONNECT_SWAPPED);
  recipe_changed (self);
}
