/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-shared-pane.h"

#include <glib/gi18n-lib.h>

#include "sema-comparison-text.h"
#include "sema-error.h"

#define N_NEIGHBOURS 10
#define BETWEEN ", "

/**
 * SemaSharedPane:
 *
 * The neighbours of a word in two files: those that it kept, lost and gained. They are looked for in a thread.
 */
struct _SemaSharedPane
{
  AdwBin parent_instance;

  SemaProgress *progress; /* of the search that is made now; a result with another one is stale */

  GtkLabel  *title;
  GtkWidget *lists;
  GtkLabel  *kept;
  GtkLabel  *lost;
  GtkLabel  *gained;
};

G_DEFINE_FINAL_TYPE (SemaSharedPane, sema_shared_pane, ADW_TYPE_BIN)

typedef struct
{
  SemaComparison *comparison;
  guint32         word;
  SemaProgress   *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sema_comparison_unref (job->comparison);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
stop (SemaSharedPane *self)
{
  sema_progress_cancel (self->progress);
  g_clear_pointer (&self->progress, sema_progress_unref);
}

static void
say (SemaSharedPane *self, const char *sentence)
{
  gtk_label_set_text (self->title, sentence);
  gtk_widget_set_visible (self->lists, FALSE);
}

/* The text is consumed; nothing is a dash. */
static void
fill (GtkLabel *label, char *text)
{
  const char *shown = *text != 0 ? text : "–";

  gtk_label_set_text (label, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), shown);
  g_free (text);
}

static void
show_neighbours (SemaSharedPane *self, const Job *job, const SemaSharedNeighbours *neighbours)
{
  const SemaCommonRows *common = sema_comparison_get_common (job->comparison);
  g_autofree char      *label = sema_vocab_dup_label (sema_set_get_vocab (common->a), common->rows_a[job->word]);
  guint                 n = (guint)neighbours->n_shared;
  g_autofree char      *title = g_strdup_printf (ngettext ("%u of the %zu nearest words is kept by “%s”.", "%u of the %zu nearest words are kept by “%s”.", n), n, neighbours->k_a, label);

  gtk_label_set_text (self->title, title);
  fill (self->kept, sema_comparison_text_list_kept (job->comparison, neighbours, BETWEEN));
  fill (self->lost, sema_comparison_text_list_lost (job->comparison, neighbours, BETWEEN));
  fill (self->gained, sema_comparison_text_list_gained (job->comparison, neighbours, BETWEEN));
  gtk_widget_set_visible (self->lists, TRUE);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job            *job = task_data;
  GError               *error = NULL;
  SemaSharedNeighbours *neighbours = sema_shared_neighbours_new (sema_comparison_get_common (job->comparison), job->word, N_NEIGHBOURS, job->progress, &error);

  if (neighbours != NULL)
    g_task_return_pointer (task, neighbours, (GDestroyNotify)sema_shared_neighbours_free);
  else
    g_task_return_error (task, error);
}

static void
found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaSharedPane                  *self = SEMA_SHARED_PANE (source);
  const Job                       *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)               error = NULL;
  g_autoptr (SemaSharedNeighbours) neighbours = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->progress != self->progress)
    return;
  g_clear_pointer (&self->progress, sema_progress_unref);
  if (neighbours != NULL)
    show_neighbours (self, job, neighbours);
  else
    say (self, error->message);
}

static void
sema_shared_pane_dispose (GObject *object)
{
  stop (SEMA_SHARED_PANE (object));
  G_OBJECT_CLASS (sema_shared_pane_parent_class)->dispose (object);
}

static void
sema_shared_pane_class_init (SemaSharedPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_shared_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-shared-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaSharedPane, title);
  gtk_widget_class_bind_template_child (widget_class, SemaSharedPane, lists);
  gtk_widget_class_bind_template_child (widget_class, SemaSharedPane, kept);
  gtk_widget_class_bind_template_child (widget_class, SemaSharedPane, lost);
  gtk_widget_class_bind_template_child (widget_class, SemaSharedPane, gained);
}

static void
sema_shared_pane_init (SemaSharedPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sema_shared_pane_clear (self);
}

/**
 * sema_shared_pane_show:
 * @self: a pane
 * @comparison: of two files
 * @word: number of a common word
 *
 * Looks for the neighbours of the word in both files; what is shown stays until they are found.
 */
void
sema_shared_pane_show (SemaSharedPane *self, SemaComparison *comparison, guint32 word)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, found, NULL);
  Job              *job = g_new (Job, 1);

  stop (self);
  self->progress = sema_progress_new ();
  *job = (Job) {sema_comparison_ref (comparison), word, sema_progress_ref (self->progress)};
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * sema_shared_pane_clear:
 * @self: a pane
 *
 * Shows no word, but says what is shown of one.
 */
void
sema_shared_pane_clear (SemaSharedPane *self)
{
  stop (self);
  say (self, _ ("Select one word to see which of its nearest words it kept, lost and gained."));
}
