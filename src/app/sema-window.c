/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-window-private.h"

#include <glib/gi18n-lib.h>

#include "sema-lazy-menu.h"
#include "sema-preferences.h"
#include "sema-ready-set.h"
#include "sema-settings.h"
#include "sema-session-save.h"

/**
 * SemaWindow:
 *
 * The window: header, words, map, analogies and details, and the pages before there is a map.
 */

enum {
  PROP_TEXT_SCALE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaWindow, sema_window, ADW_TYPE_APPLICATION_WINDOW)

/* Says in a dialog, to be read in full, what went wrong. */
GtkWidget *
sema_window_tell_error (SemaWindow *self, const char *heading, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
fill_set_buttons (SemaWindow *self)
{
  gsize               n;
  const SemaReadySet *sets = sema_ready_set_get_all (&n);

  for (gsize i = 0; i < n; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(sets[i].title));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.ready-set");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", sets[i].id);
      gtk_flow_box_append (self->set_buttons, button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
}

/* GTK loads the large icons of pages that are not shown, too, and with them a library for SVG. */
static void
show_icon (AdwStatusPage *page, const char *icon)
{
  adw_status_page_set_icon_name (page, icon);
}

static void
give_icons (SemaWindow *self)
{
  g_signal_connect (self->empty_page, "map", G_CALLBACK (show_icon), SEMA_APP_ID);
  g_signal_connect (self->error_page, "map", G_CALLBACK (show_icon), "dialog-error-symbolic");
}

static gboolean
sema_window_close_request (GtkWindow *window)
{
  SemaWindow *self = SEMA_WINDOW (window);

  sema_autosave_now (self->autosave);
  sema_session_cancel_open (self->session);
  return GTK_WINDOW_CLASS (sema_window_parent_class)->close_request (window);
}

static void
sema_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (sema_window_parent_class)->size_allocate (widget, width, height, baseline);
  sema_window_fit_panes (SEMA_WINDOW (widget), width);
}

static void
sema_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEXT_SCALE)
    g_value_set_double (value, SEMA_WINDOW (object)->text_scale);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEXT_SCALE)
    sema_window_set_text_scale (SEMA_WINDOW (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_window_dispose (GObject *object)
{
  SemaWindow *self = SEMA_WINDOW (object);

  g_clear_handle_id (&self->fitting, g_source_remove);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_handle_id (&self->saving, g_source_remove);
  sema_session_cancel_save (self->session);
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->homeless, sema_session_state_free);
  g_clear_pointer (&self->autosave, sema_autosave_free);
  g_clear_pointer (&self->recent, sema_recent_free);
  G_OBJECT_CLASS (sema_window_parent_class)->dispose (object);
}

static void
sema_window_finalize (GObject *object)
{
  g_clear_object (&SEMA_WINDOW (object)->session);
  G_OBJECT_CLASS (sema_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, content);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, header);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, words_button);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, details_button);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, warnings);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, load_strip);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, strip_progress);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, save_strip);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, save_progress);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, map_strip);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, map_progress);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, page_progress);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, first_button);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, another_button);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, words_pane);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, map);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, places);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, place_bar);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, map_buttons);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, no_words);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, set_buttons);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, analogy_bar);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, ask_pane);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, recent_section);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, open_menu);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, SemaWindow, export_menu);
}

static void
sema_window_class_init (SemaWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sema_window_get_property;
  object_class->set_property = sema_window_set_property;
  object_class->dispose = sema_window_dispose;
  object_class->finalize = sema_window_finalize;
  widget_class->size_allocate = sema_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = sema_window_close_request;
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.1, 10, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_type_ensure (SEMA_TYPE_NOTICE);
  g_type_ensure (SEMA_TYPE_JOB_PROGRESS);
  g_type_ensure (SEMA_TYPE_WORDS_PANE);
  g_type_ensure (SEMA_TYPE_MAP_VIEW);
  g_type_ensure (SEMA_TYPE_ANALOGY_BAR);
  g_type_ensure (SEMA_TYPE_ASK_PANE);
  g_type_ensure (SEMA_TYPE_DETAIL_PANE);
  bind_template (widget_class);
}

/* The half of a split button that opens its menu has no name of its own. */
static void
attach_menus (SemaWindow *self)
{
  GtkWidget *half = gtk_widget_get_last_child (self->open_button);

  sema_lazy_menu_attach (GTK_MENU_BUTTON (half), self->open_menu);
  gtk_menu_button_set_menu_model (self->menu_button, self->primary_menu);
  sema_lazy_menu_attach (self->export_button, self->export_menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (half), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Recent files"), -1);
}

static void
give_session (SemaWindow *self)
{
  g_object_set (self->words_pane, "session", self->session, NULL);
  g_object_set (self->map, "session", self->session, NULL);
  g_object_set (self->analogy_bar, "session", self->session, NULL);
  g_object_set (self->ask_pane, "session", self->session, NULL);
  g_object_set (self->detail_pane, "session", self->session, NULL);
}

static void
sema_window_init (SemaWindow *self)
{
  self->session = sema_session_new ();
  sema_preferences_follow (self->session);
  self->autosave = sema_autosave_new (self->session);
  self->text_scale = 1;
  self->room = 2;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->recent = sema_recent_new (self->recent_section);
  fill_set_buttons (self);
  give_icons (self);
  attach_menus (self);
  give_session (self);
  sema_window_add_actions (self);
  sema_window_follow_opening (self);
  sema_window_follow_busy (self);
  sema_window_accept_drops (self);
  sema_settings_bind ("window-width", self, "default-width");
  sema_settings_bind ("window-height", self, "default-height");
  sema_settings_bind ("window-maximized", self, "maximized");
  sema_settings_bind ("text-scale", self, "text-scale");
  sema_settings_bind ("show-trust", self->map, "show-trust");
}

/**
 * sema_window_new:
 * @application: that it belongs to
 *
 * Returns: (transfer none): a window with nothing open, owned by GTK
 */
SemaWindow *
sema_window_new (AdwApplication *application)
{
  return g_object_new (SEMA_TYPE_WINDOW, "application", application, NULL);
}

/**
 * sema_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): what it shows
 */
SemaSession *
sema_window_get_session (SemaWindow *self)
{
  g_return_val_if_fail (SEMA_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * sema_window_restore:
 * @self: a window
 *
 * Brings back what was there when the program ended last, if there was anything.
 */
void
sema_window_restore (SemaWindow *self)
{
  const char *path;

  g_return_if_fail (SEMA_IS_WINDOW (self));

  path = sema_autosave_restore (self->autosave) ? sema_session_get_load_path (self->session) : NULL;
  if (path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    sema_window_find_again (self, sema_autosave_get_path (self->autosave));
}
