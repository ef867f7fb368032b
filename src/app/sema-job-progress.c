/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-job-progress.h"

#define PERIOD 100 /* ms between two looks */

/**
 * SemaJobProgress:
 *
 * How far the session is with a job that takes a while, and a button to give it up. A page or a strip.
 */
struct _SemaJobProgress
{
  GtkBox parent_instance;

  SemaSession    *session; /* NULL while there is no job */
  SemaJobFraction get_fraction;
  guint           looking;

  GtkLabel       *label;
  GtkProgressBar *bar;
  GtkWidget      *cancel_button;
};

enum {
  PROP_BAR_NAME = 1,
  PROP_CANCEL_ACTION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaJobProgress, sema_job_progress, GTK_TYPE_BOX)

static gboolean
look (gpointer data)
{
  SemaJobProgress *self = data;

  gtk_progress_bar_set_fraction (self->bar, self->get_fraction (self->session));
  return G_SOURCE_CONTINUE;
}

/**
 * sema_job_progress_start:
 * @self: a progress
 * @text: what is being done, translated
 * @get_fraction: asked now and then
 * @session: asked for
 *
 * Shows how far a job is, instead of the one before.
 */
void
sema_job_progress_start (SemaJobProgress *self, const char *text, SemaJobFraction get_fraction, SemaSession *session)
{
  sema_job_progress_stop (self);
  self->session = g_object_ref (session);
  self->get_fraction = get_fraction;
  gtk_label_set_label (self->label, text);
  look (self);
  self->looking = g_timeout_add (PERIOD, look, self);
}

/**
 * sema_job_progress_stop:
 * @self: a progress
 *
 * What is shown stays as it was last, as it may still be on its way out.
 */
void
sema_job_progress_stop (SemaJobProgress *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_object (&self->session);
}

static void
sema_job_progress_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaJobProgress *self = SEMA_JOB_PROGRESS (object);

  switch (id)
    {
    case PROP_BAR_NAME:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    case PROP_CANCEL_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel_button), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sema_job_progress_dispose (GObject *object)
{
  sema_job_progress_stop (SEMA_JOB_PROGRESS (object));
  G_OBJECT_CLASS (sema_job_progress_parent_class)->dispose (object);
}

static void
sema_job_progress_class_init (SemaJobProgressClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = sema_job_progress_set_property;
  object_class->dispose = sema_job_progress_dispose;
  properties[PROP_BAR_NAME] = g_param_spec_string ("bar-name", NULL, NULL, NULL, flags);
  properties[PROP_CANCEL_ACTION] = g_param_spec_string ("cancel-action", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-job-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaJobProgress, label);
  gtk_widget_class_bind_template_child (widget_class, SemaJobProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, SemaJobProgress, cancel_button);
}

static void
sema_job_progress_init (SemaJobProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
