/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-application.h"

#include <glib/gi18n-lib.h>

#include "sema-help-window.h"
#include "sema-preferences.h"
#include "sema-settings.h"
#include "sema-shortcuts.h"
#include "sema-window.h"

/**
 * SemaApplication:
 *
 * The program: one window, which a second start only brings to the front.
 */
struct _SemaApplication
{
  AdwApplication parent_instance;

  gboolean demonstrate;
};

G_DEFINE_FINAL_TYPE (SemaApplication, sema_application, ADW_TYPE_APPLICATION)

static SemaWindow *
find_window (SemaApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !SEMA_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? SEMA_WINDOW (window) : NULL;
}

/* A new window has the words of the last one, so that what is opened or shown in it takes nothing away for good. */
static SemaWindow *
get_window (SemaApplication *self)
{
  SemaWindow *window = find_window (self);

  if (window == NULL)
    {
      window = sema_window_new (ADW_APPLICATION (self));
      sema_window_restore (window);
    }
  return window;
}

/* The window comes up after what it has to do has begun: its coming up takes a while, in which that goes on. */
static void
demonstration (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow *window = get_window (data);

  g_action_group_activate_action (G_ACTION_GROUP (window), "demonstration", NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
sema_application_activate (GApplication *application)
{
  SemaApplication *self = SEMA_APPLICATION (application);

  if (self->demonstrate)
    demonstration (NULL, NULL, self);
  else
    gtk_window_present (GTK_WINDOW (get_window (self)));
  self->demonstrate = FALSE;
}

/* One window shows one file: of several the first is opened. */
static void
sema_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  SemaWindow *window = get_window (SEMA_APPLICATION (application));

  sema_window_open_file (window, files[0]);
  gtk_window_present (GTK_WINDOW (window));
}

static int
sema_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Semascope %s\n", SEMA_VERSION);
      return 0;
    }
  if (!g_variant_dict_contains (options, "demo"))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (g_application_get_is_remote (application))
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), "demonstration", NULL);
      return 0;
    }
  SEMA_APPLICATION (application)->demonstrate = TRUE;
  return -1;
}

static void
quit (GSimpleAction *action, GVariant *target, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  while (window != NULL && !SEMA_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    gtk_window_close (window);
  g_application_quit (data);
}

static void
help (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_help_window_present (gtk_application_get_active_window (data));
}

static void
preferences (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_preferences_present (gtk_application_get_active_window (data));
}

static void
about (GSimpleAction *action, GVariant *target, gpointer data)
{
  static const char *const developers[] = {"The Semascope developers", NULL};

  adw_show_about_window (gtk_application_get_active_window (data),
                         "application-name", "Semascope",
                         "application-icon", SEMA_APP_ID,
                         "version", SEMA_VERSION,
                         "developer-name", _("The Semascope developers"), "developers", developers, "comments", _("A map of what words mean to each other, drawn from their vectors."), "license-type", GTK_LICENSE_GPL_3_0, "copyright", "© 2026 The Semascope developers", "translator-credits", _("translator-credits"), NULL);
}

static void
apply_style (const char *variant)
{
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (variant, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (variant, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
change_style (GSimpleAction *action, GVariant *state, gpointer data)
{
  GSettings *settings = sema_settings_get_for ("style-variant");

  g_simple_action_set_state (action, state);
  apply_style (g_variant_get_string (state, NULL));
  if (settings != NULL)
    g_settings_set_value (settings, "style-variant", state);
}

static void
add_actions (SemaApplication *self)
{
  static const GActionEntry entries[] = {
    {"quit", quit},
    {"help", help},
    {"preferences", preferences},
    {"about", about},
    {"demonstration", demonstration},
    {"style-variant", NULL, "s", "'default'", change_style},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
sema_application_startup (GApplication *application)
{
  GSettings *settings = sema_settings_get_for ("style-variant");

  G_APPLICATION_CLASS (sema_application_parent_class)->startup (application);
  add_actions (SEMA_APPLICATION (application));
  sema_shortcuts_install (GTK_APPLICATION (application));
  if (settings != NULL)
    g_action_group_change_action_state (G_ACTION_GROUP (application), "style-variant", g_settings_get_value (settings, "style-variant"));
}

static void
sema_application_class_init (SemaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = sema_application_startup;
  application_class->activate = sema_application_activate;
  application_class->open = sema_application_open;
  application_class->handle_local_options = sema_application_handle_local_options;
}

static void
sema_application_init (SemaApplication *self)
{
  static const GOptionEntry options[] = {
    {"demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample with a demonstration"), NULL},
     {"version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL},
      {NULL}};

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE]"));
}

/**
 * sema_application_new:
 *
 * Returns: (transfer full): the program
 */
SemaApplication *
sema_application_new (void)
{
  return g_object_new (SEMA_TYPE_APPLICATION,
                       "application-id", SEMA_APP_ID,
                       "resource-base-path", "/io/github/semascope/Semascope",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
