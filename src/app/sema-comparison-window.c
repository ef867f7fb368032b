/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-comparison-window.h"

#include <glib/gi18n-lib.h>

#include "sema-comparison-model.h"
#include "sema-comparison-text.h"
#include "sema-error.h"
#include "sema-file-chooser.h"
#include "sema-job-pane.h"
#include "sema-member-dialog.h"
#include "sema-order-pane.h"
#include "sema-problem-page.h"
#include "sema-session-compare.h"
#include "sema-shared-pane.h"

/**
 * SemaComparisonWindow:
 *
 * How far words moved from the vectors that are open to those of another file, beside the main window. Other vectors are compared with
 * that file at once.
 */
struct _SemaComparisonWindow
{
  AdwWindow parent_instance;

  SemaSession *session; /* NULL before the window is ready, and when it is closed */
  char        *path;    /* of the other vectors, or NULL */
  char        *part;    /* the file in it, where it is an archive and was asked for; or NULL */

  GtkWidget      *content;
  AdwWindowTitle *window_title;
  GtkCheckButton *align_check;
  GtkStack       *stack;
  SemaJobPane    *job;
  GtkLabel       *summary;
  SemaOrderPane  *pane;
  SemaSharedPane *shared;
  AdwStatusPage  *problem_page;
  GtkWidget      *again_button;
};

G_DEFINE_FINAL_TYPE (SemaComparisonWindow, sema_comparison_window, ADW_TYPE_WINDOW)

static void
show_problem (SemaComparisonWindow *self, const char *title, const char *sentence)
{
  gtk_widget_set_visible (self->again_button, sema_session_get_set (self->session) != NULL);
  sema_problem_page_show (self->problem_page, title, sentence);
}

/* Which columns there are depends on what could be measured; those that moved most come first. */
static void
show_list (SemaComparisonWindow *self, SemaComparison *comparison)
{
  const SemaComparisonSummary *summary = sema_comparison_get_summary (comparison);
  SemaOrderView               *view = sema_order_pane_get_view (self->pane);
  gboolean                     is_measured = summary->dim_a == summary->dim_b;

  sema_order_view_show_column (view, SEMA_COMPARISON_COSINE, summary->is_aligned);
  sema_order_view_show_column (view, SEMA_COMPARISON_DISTANCE, summary->is_aligned);
  sema_order_view_show_column (view, SEMA_COMPARISON_PLAIN_COSINE, is_measured);
  sema_order_view_show_column (view, SEMA_COMPARISON_PLAIN_DISTANCE, is_measured);
  if (summary->is_aligned)
    sema_order_view_show (view, comparison, SEMA_COMPARISON_DISTANCE, TRUE, 0);
  else if (is_measured)
    sema_order_view_show (view, comparison, SEMA_COMPARISON_PLAIN_DISTANCE, TRUE, 0);
  else
    sema_order_view_show (view, comparison, SEMA_COMPARISON_ID, FALSE, 0);
}

static void
show_result (SemaComparisonWindow *self, SemaComparison *comparison)
{
  const SemaComparisonSummary *summary = sema_comparison_get_summary (comparison);
  g_autofree char             *text = NULL;

  if (summary->n_common == 0)
    {
      show_problem (self, _ ("Nothing to Compare"), _ ("The files have no word in common."));
      return;
    }
  text = sema_comparison_text_describe_summary (summary);
  gtk_label_set_text (self->summary, text);
  show_list (self, comparison);
  gtk_stack_set_visible_child_name (self->stack, "result");
}

static void compare (SemaComparisonWindow *self);

static void
take_part (SemaComparisonWindow *self, const char *part)
{
  g_free (self->part);
  self->part = g_strdup (part);
  compare (self);
}

/* Which file of the archive? */
static void
ask_for_part (SemaComparisonWindow *self)
{
  SemaMemberDialog *dialog = sema_member_dialog_new (GTK_WINDOW (self), self->path);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (take_part), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SemaComparisonWindow) self = user_data;
  g_autoptr (GError)               error = NULL;
  g_autoptr (SemaComparison)       comparison = sema_session_compare_finish (SEMA_SESSION (source), result, &error);

  if (g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED))
    return;
  sema_job_pane_end (self->job);
  if (comparison != NULL)
    {
      show_result (self, comparison);
      return;
    }
  show_problem (self, _ ("The Files Cannot Be Compared"), error->message);
  if (g_error_matches (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_PARTS))
    ask_for_part (self);
}

/* Of a model the same matrix is taken, and its tokens are named alike. */
static void
begin (SemaComparisonWindow *self, SemaSet *set)
{
  gboolean           is_model = g_str_equal (sema_set_get_format (set), "tensors");
  SemaFormatsOptions options = {.part = self->part};
  g_autofree char   *name = g_filename_display_basename (self->path);
  g_autofree char   *text = g_strdup_printf (_ ("Comparing with “%s”…"), name);

  if (is_model && self->part == NULL)
    options.part = sema_session_get_part (self->session);
  if (is_model)
    options.tokenizer = sema_session_get_tokenizer (self->session);
  sema_session_compare_async (self->session, self->path, &options, gtk_check_button_get_active (self->align_check), sema_job_pane_begin (self->job, text, 0), compared, g_object_ref (self));
}

static void
update_title (SemaComparisonWindow *self, SemaSet *set)
{
  g_autofree char *name = self->path != NULL ? g_filename_display_basename (self->path) : NULL;
  const char      *set_name = set != NULL ? sema_set_get_name (set) : "";
  g_autofree char *both = name != NULL ? g_strdup_printf ("%s · %s", set_name, name) : NULL;

  adw_window_title_set_subtitle (self->window_title, both != NULL ? both : set_name);
}

/* Compares what is open now with the file that is chosen; a comparison that is being made is given up, and an older one forgotten. */
static void
compare (SemaComparisonWindow *self)
{
  SemaSet *set;

  if (self->session == NULL)
    return;
  set = sema_session_get_set (self->session);
  sema_job_pane_end (self->job);
  update_title (self, set);
  sema_order_view_show (sema_order_pane_get_view (self->pane), NULL, SEMA_COMPARISON_ID, FALSE, 0);
  sema_shared_pane_clear (self->shared);
  if (self->path == NULL)
    return;
  if (set != NULL)
    begin (self, set);
  else
    show_problem (self, _ ("No Vectors Are Open"), _ ("Open a file of vectors in the main window to compare them."));
}

static void
cancelled (SemaComparisonWindow *self)
{
  gtk_widget_set_visible (self->again_button, TRUE);
  sema_problem_page_show_cancelled (self->problem_page, _("The Comparison Was Cancelled"));
}

static void
take_file (const char *path, gpointer data)
{
  SemaComparisonWindow *self = data;

  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->part, g_free);
  compare (self);
}

static void
choose_file (SemaComparisonWindow *self)
{
  const char      *path = self->path != NULL ? self->path : sema_session_get_path (self->session);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  sema_file_chooser_open (GTK_WINDOW (self), _ ("Choose Other Vectors"), folder, take_file, self);
}

static gboolean
dropped (SemaComparisonWindow *self, const GValue *value)
{
  GSList          *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path != NULL)
    take_file (path, self);
  return path != NULL;
}

static void
row_selected (SemaComparisonWindow *self)
{
  SemaOrderView *view = sema_order_pane_get_view (self->pane);
  guint32        word;

  if (sema_order_view_get_only_row (view, &word))
    sema_shared_pane_show (self->shared, sema_order_view_get_table (view), word);
  else
    sema_shared_pane_clear (self->shared);
}

/* The keys of this window. */
static gboolean
escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SemaComparisonWindow *self = SEMA_COMPARISON_WINDOW (widget);

  if (sema_job_pane_is_busy (self->job))
    sema_job_pane_cancel (self->job);
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static gboolean
press_choose (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  choose_file (SEMA_COMPARISON_WINDOW (widget));
  return TRUE;
}

static void
sema_comparison_window_dispose (GObject *object)
{
  SemaComparisonWindow *self = SEMA_COMPARISON_WINDOW (object);

  if (self->session != NULL)
    sema_job_pane_end (self->job);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->part, g_free);
  G_OBJECT_CLASS (sema_comparison_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-comparison-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaComparisonWindow, content);
  gtk_widget_class_bind_template_child (widget_class, SemaComparisonWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SemaComparisonWindow, align_check);
  gtk_widget_class_bind_template_child (widget_class, SemaComparisonWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SemaComparisonWindow, job);
  gtk_widget_class_bind_template_child (widget_class, SemaComparisonWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, SemaComparisonWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, SemaComparisonWindow, shared);
  gtk_widget_class_bind_template_child (widget_class, SemaComparisonWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, SemaComparisonWindow, again_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_file);
  gtk_widget_class_bind_template_callback (widget_class, compare);
  gtk_widget_class_bind_template_callback (widget_class, cancelled);
}

static void
sema_comparison_window_class_init (SemaComparisonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_comparison_window_dispose;
  g_type_ensure (SEMA_TYPE_JOB_PANE);
  g_type_ensure (SEMA_TYPE_ORDER_PANE);
  g_type_ensure (SEMA_TYPE_SHARED_PANE);
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, press_choose, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static void
sema_comparison_window_init (SemaComparisonWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->content, GTK_EVENT_CONTROLLER (target));
}

static SemaComparisonWindow *
find_open (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (SEMA_IS_COMPARISON_WINDOW (link->data))
      return link->data;
  return NULL;
}

/**
 * sema_comparison_window_present:
 * @parent: the window that it belongs to, whose actions it lends
 * @session: whose vectors are compared
 *
 * Shows the window, the one that is open already if there is one.
 */
void
sema_comparison_window_present (GtkWindow *parent, SemaSession *session)
{
  SemaComparisonWindow *self = find_open ();

  if (self == NULL)
    {
      self = g_object_new (SEMA_TYPE_COMPARISON_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
      self->session = g_object_ref (session);
      gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
      sema_order_pane_begin (self->pane, session, sema_comparison_model_new (), _ ("Words"), _ ("comparison.csv"));
      g_signal_connect_object (sema_order_pane_get_view (self->pane), "selected", G_CALLBACK (row_selected), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::set", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
      compare (self);
    }
  gtk_window_present (GTK_WINDOW (self));
}
