/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-evaluation-window.h"

#include <glib/gi18n-lib.h>

#include "sema-error.h"
#include "sema-evaluation-view.h"
#include "sema-file-chooser.h"
#include "sema-job-pane.h"
#include "sema-notice.h"
#include "sema-problem-page.h"

#define PATIENCE 400 /* ms that what is shown stays to be seen, as most are over by then */

/**
 * SemaEvaluationWindow:
 *
 * Tests the vectors that are open with all that is in a file, beside the main window. Another file of vectors and other options are
 * tested at once.
 */
struct _SemaEvaluationWindow
{
  AdwWindow parent_instance;

  SemaSession *session; /* NULL before the window is ready, and when it is closed */
  char        *path;    /* of the tests, or NULL */

  GtkWidget          *content;
  AdwWindowTitle     *window_title;
  GtkWidget          *copy_button;
  GtkWidget          *csv_button;
  SemaNotice         *warnings;
  GtkDropDown        *method;
  GtkCheckButton     *first_check;
  GtkSpinButton      *first_spin;
  GtkStack           *stack;
  SemaJobPane        *job;
  SemaEvaluationView *view;
  AdwStatusPage      *problem_page;
};

G_DEFINE_FINAL_TYPE (SemaEvaluationWindow, sema_evaluation_window, ADW_TYPE_WINDOW)

static gboolean
is_shown (SemaEvaluationWindow *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static void
let_copy (SemaEvaluationWindow *self, gboolean possible)
{
  gtk_widget_set_sensitive (self->copy_button, possible);
  gtk_widget_set_sensitive (self->csv_button, possible);
  gtk_widget_set_sensitive (GTK_WIDGET (self->view), possible);
}

static void
show_result (SemaEvaluationWindow *self, SemaSessionEvaluation *evaluation)
{
  sema_notice_show (self->warnings, evaluation->analogies != NULL ? sema_evaluation_get_warnings (evaluation->analogies)
                                                                  : (const char *const *)evaluation->pairs->warnings);
  sema_evaluation_view_show (self->view, evaluation);
  gtk_widget_set_sensitive (GTK_WIDGET (self->method), !sema_evaluation_view_has_pairs (self->view));
  let_copy (self, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "result");
}

static void
evaluated (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SemaEvaluationWindow)  self = user_data;
  g_autoptr (GError)                error = NULL;
  g_autoptr (SemaSessionEvaluation) evaluation = sema_session_evaluate_finish (SEMA_SESSION (source), result, &error);

  if (g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED))
    return;
  sema_job_pane_end (self->job);
  if (evaluation != NULL)
    show_result (self, evaluation);
  else
    sema_problem_page_show (self->problem_page, _ ("The File Cannot Be Used"), error->message);
}

static void
begin (SemaEvaluationWindow *self)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *text = g_strdup_printf (_ ("Testing with “%s”…"), name);
  guint64          first = (guint64)gtk_spin_button_get_value (self->first_spin);
  SemaProgress    *progress = sema_job_pane_begin (self->job, text, is_shown (self, "result") ? PATIENCE : 0);

  sema_session_evaluate_async (self->session, self->path, gtk_check_button_get_active (self->first_check) ? first : G_MAXUINT64,
                               (SemaMethod)gtk_drop_down_get_selected (self->method), progress, evaluated, g_object_ref (self));
}

/* What the file and the vectors are called. */
static void
update_title (SemaEvaluationWindow *self, SemaSet *set)
{
  g_autofree char *name = self->path != NULL ? g_filename_display_basename (self->path) : NULL;
  const char      *set_name = set != NULL ? sema_set_get_name (set) : "";
  g_autofree char *both = name != NULL ? g_strdup_printf ("%s · %s", name, set_name) : NULL;

  adw_window_title_set_subtitle (self->window_title, both != NULL ? both : set_name);
}

/* Tests what is open now with the file and the options that are chosen now; a test that is being made is given up. */
static void
test (SemaEvaluationWindow *self)
{
  SemaSet *set;

  if (self->session == NULL)
    return;
  set = sema_session_get_set (self->session);
  sema_job_pane_end (self->job);
  update_title (self, set);
  if (self->path == NULL)
    return;
  let_copy (self, FALSE);
  sema_notice_hide (self->warnings);
  if (set != NULL)
    begin (self);
  else
    sema_problem_page_show (self->problem_page, _ ("No Vectors Are Open"), _ ("Open a file of vectors in the main window to test them."));
}

static void
cancelled (SemaEvaluationWindow *self)
{
  sema_problem_page_show_cancelled (self->problem_page, _("The Test Was Cancelled"));
}

static void
take_file (const char *path, gpointer data)
{
  SemaEvaluationWindow *self = data;

  g_free (self->path);
  self->path = g_strdup (path);
  gtk_widget_set_sensitive (GTK_WIDGET (self->method), TRUE);
  test (self);
}

static void
choose_file (SemaEvaluationWindow *self)
{
  g_autofree char *folder = self->path != NULL ? g_path_get_dirname (self->path) : NULL;

  sema_file_chooser_open (GTK_WINDOW (self), _ ("Choose a File of Tests"), folder, take_file, self);
}

static gboolean
dropped (SemaEvaluationWindow *self, const GValue *value)
{
  GSList          *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path != NULL)
    take_file (path, self);
  return path != NULL;
}

static void
copy (SemaEvaluationWindow *self)
{
  g_autofree char *text = sema_evaluation_view_print_text (self->view);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
copy_csv (SemaEvaluationWindow *self)
{
  g_autofree char *csv = sema_evaluation_view_print_csv (self->view);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), csv);
}

/* The keys of this window. */
static gboolean
escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SemaEvaluationWindow *self = SEMA_EVALUATION_WINDOW (widget);

  if (sema_job_pane_is_busy (self->job))
    sema_job_pane_cancel (self->job);
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static gboolean
press_copy (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return gtk_widget_activate (SEMA_EVALUATION_WINDOW (widget)->copy_button);
}

static gboolean
press_choose (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  choose_file (SEMA_EVALUATION_WINDOW (widget));
  return TRUE;
}

static void
sema_evaluation_window_dispose (GObject *object)
{
  SemaEvaluationWindow *self = SEMA_EVALUATION_WINDOW (object);

  if (self->session != NULL)
    sema_job_pane_end (self->job);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (sema_evaluation_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-evaluation-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, content);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, csv_button);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, warnings);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, method);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, first_check);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, first_spin);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, job);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, view);
  gtk_widget_class_bind_template_child (widget_class, SemaEvaluationWindow, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, choose_file);
  gtk_widget_class_bind_template_callback (widget_class, copy);
  gtk_widget_class_bind_template_callback (widget_class, copy_csv);
  gtk_widget_class_bind_template_callback (widget_class, test);
  gtk_widget_class_bind_template_callback (widget_class, cancelled);
}

static void
sema_evaluation_window_class_init (SemaEvaluationWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_evaluation_window_dispose;
  g_type_ensure (SEMA_TYPE_EVALUATION_VIEW);
  g_type_ensure (SEMA_TYPE_JOB_PANE);
  g_type_ensure (SEMA_TYPE_NOTICE);
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, press_copy, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, press_choose, NULL);
}

static void
sema_evaluation_window_init (SemaEvaluationWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->content, GTK_EVENT_CONTROLLER (target));
}

static SemaEvaluationWindow *
find_open (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (SEMA_IS_EVALUATION_WINDOW (link->data))
      return link->data;
  return NULL;
}

/**
 * sema_evaluation_window_present:
 * @parent: the window that it belongs to
 * @session: whose vectors are tested
 *
 * Shows the window, the one that is open already if there is one.
 */
void
sema_evaluation_window_present (GtkWindow *parent, SemaSession *session)
{
  SemaEvaluationWindow *self = find_open ();

  if (self == NULL)
    {
      self = g_object_new (SEMA_TYPE_EVALUATION_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
      self->session = g_object_ref (session);
      g_signal_connect_object (session, "notify::set", G_CALLBACK (test), self, G_CONNECT_SWAPPED);
      test (self);
    }
  gtk_window_present (GTK_WINDOW (self));
}
