/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-load-progress.h"

#include <glib/gi18n-lib.h>

#define PERIOD 100 /* ms between two looks */

/**
 * SemaLoadProgress:
 *
 * How far the session is with opening a file, and a button to give up. A page while nothing is open, a strip else.
 */
struct _SemaLoadProgress
{
  GtkBox parent_instance;

  SemaSession *session;
  guint        looking;

  GtkLabel       *label;
  GtkProgressBar *bar;
};

enum {
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaLoadProgress, sema_load_progress, GTK_TYPE_BOX)

static gboolean
look (gpointer data)
{
  SemaLoadProgress *self = data;

  gtk_progress_bar_set_fraction (self->bar, sema_session_get_open_fraction (self->session));
  return G_SOURCE_CONTINUE;
}

static void
loading_changed (SemaLoadProgress *self)
{
  const char      *name = sema_session_get_load_name (self->session);
  g_autofree char *text = name != NULL ? g_strdup_printf (_("Opening “%s”…"), name) : NULL;

  g_clear_handle_id (&self->looking, g_source_remove);
  if (!sema_session_get_loading (self->session))
    return;
  gtk_label_set_label (self->label, text);
  look (self);
  self->looking = g_timeout_add (PERIOD, look, self);
}

static void
sema_load_progress_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaLoadProgress *self = SEMA_LOAD_PROGRESS (object);

  if (id != PROP_SESSION)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (!g_set_object (&self->session, g_value_get_object (value)))
    return;
  g_signal_connect_object (self->session, "notify::loading", G_CALLBACK (loading_changed), self, G_CONNECT_SWAPPED);
  loading_changed (self);
}

static void
sema_load_progress_dispose (GObject *object)
{
  SemaLoadProgress *self = SEMA_LOAD_PROGRESS (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sema_load_progress_parent_class)->dispose (object);
}

static void
sema_load_progress_class_init (SemaLoadProgressClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sema_load_progress_set_property;
  object_class->dispose = sema_load_progress_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-load-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaLoadProgress, label);
  gtk_widget_class_bind_template_child (widget_class, SemaLoadProgress, bar);
}

static void
sema_load_progress_init (SemaLoadProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
