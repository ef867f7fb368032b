/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-job-pane.h"

#define PERIOD 100 /* ms between two looks at how far it is */

/**
 * SemaJobPane:
 *
 * The page of a stack that is shown while a window waits for what is made in a thread, with a button to give it up. One job is made at a
 * time; what another one still finds is stale.
 */
struct _SemaJobPane
{
  GtkBox parent_instance;

  SemaProgress *progress; /* of the job that is made now, or NULL */
  char         *text;     /* what is being done */
  guint         waiting;  /* timeout before it is shown that one is made */
  guint         looking;

  GtkLabel       *label;
  GtkProgressBar *bar;
};

enum {
  PROP_BAR_NAME = 1,
};

static guint cancelled_signal;

G_DEFINE_FINAL_TYPE (SemaJobPane, sema_job_pane, GTK_TYPE_BOX)

/* Of some work, as the reading of a file, it is not told how much is done. */
static gboolean
look (gpointer data)
{
  SemaJobPane *self = data;
  double       fraction = sema_progress_get_fraction (self->progress);

  if (fraction > 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
  else
    gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

static gboolean
show (gpointer data)
{
  SemaJobPane *self = data;
  GtkWidget   *stack = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_STACK);

  self->waiting = 0;
  gtk_label_set_text (self->label, self->text);
  gtk_progress_bar_set_fraction (self->bar, 0);
  look (self);
  self->looking = g_timeout_add (PERIOD, look, self);
  gtk_stack_set_visible_child (GTK_STACK (stack), GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/**
 * sema_job_pane_begin:
 * @self: a page of a stack
 * @text: what is being done, translated
 * @patience: ms that what is shown stays to be seen, as most jobs are over by then
 *
 * Begins to wait for a job; the one before is given up.
 *
 * Returns: (transfer none): what tells how far the job is
 */
SemaProgress *
sema_job_pane_begin (SemaJobPane *self, const char *text, guint patience)
{
  sema_job_pane_end (self);
  self->progress = sema_progress_new ();
  self->text = g_strdup (text);
  if (patience > 0)
    self->waiting = g_timeout_add (patience, show, self);
  else
    show (self);
  return self->progress;
}

/**
 * sema_job_pane_end:
 * @self: a page of a stack
 *
 * There is nothing more to wait for: the job is over, or is given up without a word.
 */
void
sema_job_pane_end (SemaJobPane *self)
{
  sema_progress_cancel (self->progress);
  g_clear_pointer (&self->progress, sema_progress_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_handle_id (&self->looking, g_source_remove);
}

/**
 * sema_job_pane_is_busy:
 * @self: a page of a stack
 *
 * Returns: whether a job is waited for
 */
gboolean
sema_job_pane_is_busy (SemaJobPane *self)
{
  return self->progress != NULL;
}

/**
 * sema_job_pane_cancel:
 * @self: a page of a stack
 *
 * Does what the button does: gives the job up, and says so.
 */
void
sema_job_pane_cancel (SemaJobPane *self)
{
  sema_job_pane_end (self);
  g_signal_emit (self, cancelled_signal, 0);
}

static void
sema_job_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BAR_NAME)
    gtk_accessible_update_property (GTK_ACCESSIBLE (SEMA_JOB_PANE (object)->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_job_pane_dispose (GObject *object)
{
  sema_job_pane_end (SEMA_JOB_PANE (object));
  G_OBJECT_CLASS (sema_job_pane_parent_class)->dispose (object);
}

static void
sema_job_pane_class_init (SemaJobPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sema_job_pane_set_property;
  object_class->dispose = sema_job_pane_dispose;
  g_object_class_install_property (object_class, PROP_BAR_NAME, g_param_spec_string ("bar-name", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  cancelled_signal = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-job-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaJobPane, label);
  gtk_widget_class_bind_template_child (widget_class, SemaJobPane, bar);
  gtk_widget_class_bind_template_callback (widget_class, sema_job_pane_cancel);
}

static void
sema_job_pane_init (SemaJobPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
