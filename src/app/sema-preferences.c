/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-preferences.h"

#include <glib/gi18n-lib.h>

#include "sema-kept.h"
#include "sema-settings.h"

#define GIGABYTE ((guint64)1 << 30)

/**
 * SemaPreferences:
 *
 * What is set once and for all: whether copies of files are kept so that they open faster, and how much they may take.
 */
struct _SemaPreferences
{
  AdwPreferencesWindow parent_instance;

  GtkSwitch     *keep_switch;
  GtkAdjustment *most_adjustment;
  AdwActionRow  *kept_row;
  GtkWidget     *empty_button;
};

G_DEFINE_FINAL_TYPE (SemaPreferences, sema_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
measured (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaPreferences *self = SEMA_PREFERENCES (source);
  guint64          n_bytes = (guint64)g_task_propagate_int (G_TASK (result), NULL);
  g_autofree char *size = g_format_size (n_bytes);
  g_autofree char *text = n_bytes > 0 ? g_strdup_printf (_("They take %s"), size) : g_strdup (_("There are none"));

  if (self->kept_row == NULL)
    return;
  adw_action_row_set_subtitle (self->kept_row, text);
  gtk_widget_set_sensitive (self->empty_button, n_bytes > 0);
}

static void
measure_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  if (task_data != NULL)
    sema_kept_empty ();
  g_task_return_int (task, (gssize)sema_kept_measure ());
}

/* Asks the disk, in a thread: it may be slow. */
static void
measure (SemaPreferences *self, gboolean after_emptying)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, measured, NULL);

  g_task_set_task_data (task, GINT_TO_POINTER (after_emptying), NULL);
  g_task_run_in_thread (task, measure_in_thread);
}

static void
empty (SemaPreferences *self)
{
  gtk_widget_set_sensitive (self->empty_button, FALSE);
  measure (self, TRUE);
}

static void
sema_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEMA_TYPE_PREFERENCES);
  G_OBJECT_CLASS (sema_preferences_parent_class)->dispose (object);
}

static void
sema_preferences_class_init (SemaPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaPreferences, keep_switch);
  gtk_widget_class_bind_template_child (widget_class, SemaPreferences, most_adjustment);
  gtk_widget_class_bind_template_child (widget_class, SemaPreferences, kept_row);
  gtk_widget_class_bind_template_child (widget_class, SemaPreferences, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, empty);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sema_preferences_init (SemaPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sema_settings_bind ("keep-vectors", self->keep_switch, "active");
  sema_settings_bind ("keep-gigabytes", self->most_adjustment, "value");
  measure (self, FALSE);
}

/**
 * sema_preferences_present:
 * @parent: the window that they are of
 *
 * Shows the preferences.
 */
void
sema_preferences_present (GtkWindow *parent)
{
  gtk_window_present (g_object_new (SEMA_TYPE_PREFERENCES, "transient-for", parent, NULL));
}

/**
 * sema_preferences_get_keep_most:
 *
 * Returns: what copies of files may take, bytes; 0 where none are to be kept
 */
guint64
sema_preferences_get_keep_most (void)
{
  GSettings *settings = sema_settings_get_for ("keep-gigabytes");

  if (settings == NULL)
    return SEMA_KEPT_MOST;
  return g_settings_get_boolean (settings, "keep-vectors") ? (guint64)(g_settings_get_double (settings, "keep-gigabytes") * GIGABYTE) : 0;
}

static void
changed (GSettings *settings, const char *key, gpointer session)
{
  sema_session_set_keep_most (session, sema_preferences_get_keep_most ());
}

/**
 * sema_preferences_follow:
 * @session: a session
 *
 * Lets the session keep copies as the preferences say, or as they say at first where there are none.
 */
void
sema_preferences_follow (SemaSession *session)
{
  GSettings *settings = sema_settings_get_for ("keep-gigabytes");

  sema_session_set_keep_most (session, sema_preferences_get_keep_most ());
  if (settings == NULL)
    return;
  g_signal_connect_object (settings, "changed::keep-vectors", G_CALLBACK (changed), session, 0);
  g_signal_connect_object (settings, "changed::keep-gigabytes", G_CALLBACK (changed), session, 0);
}
