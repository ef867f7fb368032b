/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-diagnosis-window.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-count.h"
#include "sema-diagnosis-model.h"
#include "sema-diagnosis-text.h"
#include "sema-error.h"
#include "sema-finding-bar.h"
#include "sema-job-pane.h"
#include "sema-order-pane.h"
#include "sema-problem-page.h"
#include "sema-session-diagnose.h"

#define PATIENCE 400 /* ms that what is shown stays to be seen, as most are over by then */

/**
 * SemaDiagnosisWindow:
 *
 * Which rows of the vectors that are open are unusual, beside the main window. Another file of vectors is diagnosed at once.
 */
struct _SemaDiagnosisWindow
{
  AdwWindow parent_instance;

  SemaSession *session; /* NULL before the window is ready, and when it is closed */

  AdwWindowTitle *window_title;
  GtkStack       *stack;
  SemaJobPane    *job;
  GtkLabel       *summary;
  GtkLabel       *rule;
  SemaFindingBar *findings;
  SemaOrderPane  *pane;
  AdwStatusPage  *problem_page;
  GtkWidget      *again_button;
};

G_DEFINE_FINAL_TYPE (SemaDiagnosisWindow, sema_diagnosis_window, ADW_TYPE_WINDOW)

static void
show_problem (SemaDiagnosisWindow *self, const char *title, const char *sentence)
{
  gtk_widget_set_visible (self->again_button, sema_session_get_set (self->session) != NULL);
  sema_problem_page_show (self->problem_page, title, sentence);
}

/* Those that are suspected most come first. */
static SemaDiagnosisColumn
choose_column (const SemaDiagnosisSummary *summary)
{
  return summary->options.indicator == SEMA_INDICATOR_COSINE ? SEMA_DIAGNOSIS_COSINE : SEMA_DIAGNOSIS_NORM;
}

static void
show_result (SemaDiagnosisWindow *self, SemaDiagnosis *diagnosis)
{
  const SemaDiagnosisSummary *summary = sema_diagnosis_get_summary (diagnosis);
  SemaOrderView              *view = sema_order_pane_get_view (self->pane);
  g_autofree char            *found = sema_diagnosis_text_describe_summary (summary);
  g_autofree char            *rule = sema_diagnosis_text_describe_rule (summary);

  gtk_label_set_text (self->summary, found);
  gtk_label_set_text (self->rule, rule);
  sema_finding_bar_show (self->findings, summary);
  sema_order_view_show_column (view, SEMA_DIAGNOSIS_COSINE, summary->n_unused > 0);
  sema_order_view_show_column (view, SEMA_DIAGNOSIS_DISTANCE, summary->n_unused > 0);
  sema_order_view_show (view, diagnosis, choose_column (summary), FALSE, sema_finding_bar_get_filter (self->findings));
  gtk_stack_set_visible_child_name (self->stack, "result");
}

static void
diagnosed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SemaDiagnosisWindow) self = user_data;
  g_autoptr (GError)              error = NULL;
  g_autoptr (SemaDiagnosis)       diagnosis = sema_session_diagnose_finish (SEMA_SESSION (source), result, &error);

  if (g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED))
    return;
  sema_job_pane_end (self->job);
  if (diagnosis != NULL)
    show_result (self, diagnosis);
  else
    show_problem (self, _ ("The Vectors Cannot Be Diagnosed"), error->message);
}

static char *
describe_work (guint64 n)
{
  return g_strdup_printf (ngettext ("Looking at %s row…", "Looking at %s rows…", n), SEMA_COUNT (n));
}

/* Diagnoses what is open now; a diagnosis that is being made is given up, and what is shown of an older one is forgotten. */
static void
diagnose (SemaDiagnosisWindow *self)
{
  const SemaDiagnosisOptions options = {.share = SEMA_DIAGNOSIS_SHARE};
  SemaSet                   *set;
  g_autofree char           *text = NULL;

  if (self->session == NULL)
    return;
  set = sema_session_get_set (self->session);
  sema_job_pane_end (self->job);
  adw_window_title_set_subtitle (self->window_title, set != NULL ? sema_set_get_name (set) : "");
  sema_order_view_show (sema_order_pane_get_view (self->pane), NULL, SEMA_DIAGNOSIS_NORM, FALSE, 0);
  if (set == NULL)
    {
      show_problem (self, _ ("No Vectors Are Open"), _ ("Open a file of vectors in the main window to diagnose them."));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  text = describe_work (sema_set_get_n_rows (set));
  sema_session_diagnose_async (self->session, &options, sema_job_pane_begin (self->job, text, PATIENCE), diagnosed, g_object_ref (self));
}

static void
cancelled (SemaDiagnosisWindow *self)
{
  gtk_widget_set_visible (self->again_button, TRUE);
  sema_problem_page_show_cancelled (self->problem_page, _("The Diagnosis Was Cancelled"));
}

static void
filter_changed (SemaDiagnosisWindow *self)
{
  sema_order_view_filter (sema_order_pane_get_view (self->pane), sema_finding_bar_get_filter (self->findings));
}

static gboolean
escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SemaDiagnosisWindow *self = SEMA_DIAGNOSIS_WINDOW (widget);

  if (sema_job_pane_is_busy (self->job))
    sema_job_pane_cancel (self->job);
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
sema_diagnosis_window_dispose (GObject *object)
{
  SemaDiagnosisWindow *self = SEMA_DIAGNOSIS_WINDOW (object);

  if (self->session != NULL)
    sema_job_pane_end (self->job);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sema_diagnosis_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-diagnosis-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaDiagnosisWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SemaDiagnosisWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SemaDiagnosisWindow, job);
  gtk_widget_class_bind_template_child (widget_class, SemaDiagnosisWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, SemaDiagnosisWindow, rule);
  gtk_widget_class_bind_template_child (widget_class, SemaDiagnosisWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, SemaDiagnosisWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, SemaDiagnosisWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, SemaDiagnosisWindow, again_button);
  gtk_widget_class_bind_template_callback (widget_class, diagnose);
  gtk_widget_class_bind_template_callback (widget_class, cancelled);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed);
}

static void
sema_diagnosis_window_class_init (SemaDiagnosisWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_diagnosis_window_dispose;
  g_type_ensure (SEMA_TYPE_FINDING_BAR);
  g_type_ensure (SEMA_TYPE_JOB_PANE);
  g_type_ensure (SEMA_TYPE_ORDER_PANE);
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static void
sema_diagnosis_window_init (SemaDiagnosisWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static SemaDiagnosisWindow *
find_open (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (SEMA_IS_DIAGNOSIS_WINDOW (link->data))
      return link->data;
  return NULL;
}

/**
 * sema_diagnosis_window_present:
 * @parent: the window that it belongs to, whose actions it lends
 * @session: whose vectors are diagnosed
 *
 * Shows the window, the one that is open already if there is one.
 */
void
sema_diagnosis_window_present (GtkWindow *parent, SemaSession *session)
{
  SemaDiagnosisWindow *self = find_open ();

  if (self == NULL)
    {
      self = g_object_new (SEMA_TYPE_DIAGNOSIS_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
      self->session = g_object_ref (session);
      gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
      sema_order_pane_begin (self->pane, session, sema_diagnosis_model_new (), _ ("Rows"), _ ("diagnosis.csv"));
      g_signal_connect_object (session, "notify::set", G_CALLBACK (diagnose), self, G_CONNECT_SWAPPED);
      diagnose (self);
    }
  gtk_window_present (GTK_WINDOW (self));
}
