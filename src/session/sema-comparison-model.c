/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-comparison-model.h"

#include "sema-memory.h"

#define N_KEPT 200 /* rows that GTK makes widgets for */

struct _SemaComparisonItem
{
  GObject parent_instance;

  SemaComparisonModel *model;
  guint                position;
};

G_DEFINE_FINAL_TYPE (SemaComparisonItem, sema_comparison_item, G_TYPE_OBJECT)

/**
 * Sorting: the words of a comparison in an order
 */
typedef struct
{
  SemaComparison *comparison;
  guint32        *order;
  guint32         n;
} Sorting;

static void
sorting_free (gpointer data)
{
  Sorting *self = data;

  sema_comparison_unref (self->comparison);
  sema_memory_free (self->order);
  g_free (self);
}

/**
 * SemaComparisonModel:
 * @shown: (nullable): what is in it
 * @n: how many items there are
 * @sorting: (nullable): %NULL when nothing is being sorted; the job that holds another one is stale
 */
struct _SemaComparisonModel
{
  GObject parent_instance;

  Sorting      *shown;
  guint         n;
  SemaProgress *sorting;
};

static guint sorted_signal;
static guint failed_signal;

static GType
get_item_type (GListModel *model)
{
  return SEMA_TYPE_COMPARISON_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SEMA_COMPARISON_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SemaComparisonModel *self = SEMA_COMPARISON_MODEL (model);
  SemaComparisonItem  *item;

  if (position >= self->n)
    return NULL;
  item = g_object_new (SEMA_TYPE_COMPARISON_ITEM, NULL);
  item->model = g_object_ref (self);
  item->position = position;
  return item;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SemaComparisonModel, sema_comparison_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
stop_sorting (SemaComparisonModel *self)
{
  sema_progress_cancel (self->sorting);
  g_clear_pointer (&self->sorting, sema_progress_unref);
}

static void
sema_comparison_model_dispose (GObject *object)
{
  SemaComparisonModel *self = SEMA_COMPARISON_MODEL (object);

  stop_sorting (self);
  g_clear_pointer (&self->shown, sorting_free);
  G_OBJECT_CLASS (sema_comparison_model_parent_class)->dispose (object);
}

static void
sema_comparison_model_class_init (SemaComparisonModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sema_comparison_model_dispose;
  sorted_signal = g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sema_comparison_model_init (SemaComparisonModel *self)
{
}

/**
 * sema_comparison_model_new:
 *
 * Returns: (transfer full): a model without words
 */
SemaComparisonModel *
sema_comparison_model_new (void)
{
  return g_object_new (SEMA_TYPE_COMPARISON_MODEL, NULL);
}

static void
sema_comparison_item_finalize (GObject *object)
{
  g_object_unref (SEMA_COMPARISON_ITEM (object)->model);
  G_OBJECT_CLASS (sema_comparison_item_parent_class)->finalize (object);
}

static void
sema_comparison_item_class_init (SemaComparisonItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_comparison_item_finalize;
}

static void
sema_comparison_item_init (SemaComparisonItem *self)
{
}

/**
 * sema_comparison_item_get_word:
 * @self: a place in the list
 * @word: (out): how far the word that is there now moved
 *
 * Returns: whether there is one
 */
gboolean
sema_comparison_item_get_word (SemaComparisonItem *self, SemaComparisonWord *word)
{
  const Sorting *shown = self->model->shown;

  if (shown == NULL || self->position >= shown->n)
    return FALSE;
  sema_comparison_get (shown->comparison, shown->order[self->position], word);
  return TRUE;
}

/**
 * sema_comparison_item_dup_label:
 * @self: a place in the list
 *
 * Returns: (transfer full): the word that is there now, for the screen; empty where there is none
 */
char *
sema_comparison_item_dup_label (SemaComparisonItem *self)
{
  SemaComparisonWord word;

  if (!sema_comparison_item_get_word (self, &word))
    return g_strdup ("");
  return sema_vocab_dup_label (sema_set_get_vocab (sema_comparison_get_common (self->model->shown->comparison)->a), word.row_a);
}

typedef struct
{
  SemaComparison      *comparison;
  SemaComparisonColumn column;
  gboolean             descending;
  SemaProgress        *progress;
} SortJob;

static void
sort_job_free (gpointer data)
{
  SortJob *job = data;

  sema_comparison_unref (job->comparison);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
sort_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SortJob *job = task_data;
  GError  *error = NULL;
  guint32 *order = sema_comparison_sort (job->comparison, job->column, job->descending, job->progress, &error);
  Sorting *sorting;

  if (order == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sorting = g_new (Sorting, 1);
  *sorting = (Sorting) {sema_comparison_ref (job->comparison), order, sema_comparison_get_summary (job->comparison)->n_common};
  g_task_return_pointer (task, sorting, sorting_free);
}

/* An item is a place in the order, so that only the end of the list changes. */
static void
show (SemaComparisonModel *self, Sorting *sorting)
{
  guint n_old = self->n;

  g_clear_pointer (&self->shown, sorting_free);
  self->shown = sorting;
  self->n = sorting != NULL ? sorting->n : MIN (n_old, N_KEPT);
  if (self->n > n_old)
    g_list_model_items_changed (G_LIST_MODEL (self), n_old, 0, self->n - n_old);
  else if (self->n < n_old)
    g_list_model_items_changed (G_LIST_MODEL (self), self->n, n_old - self->n, 0);
}

static void
sorted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaComparisonModel *self = SEMA_COMPARISON_MODEL (source);
  SortJob             *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)   error = NULL;
  Sorting             *sorting = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->progress != self->sorting)
    {
      g_clear_pointer (&sorting, sorting_free);
      return;
    }
  g_clear_pointer (&self->sorting, sema_progress_unref);
  if (sorting == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error->message);
      return;
    }
  show (self, sorting);
  g_signal_emit (self, sorted_signal, 0);
}

/**
 * sema_comparison_model_show:
 * @self: a model
 * @comparison: (nullable): what to show instead of what it shows; %NULL to forget it at once
 * @column: what the words are sorted by
 * @descending: whether the largest comes first
 *
 * Sorts in a thread. What was there before stays until then. Items stay, too, and say something else from then on; of words that are
 * forgotten some stay that say nothing: for GTK, making rows anew takes longer than a frame.
 */
void
sema_comparison_model_show (SemaComparisonModel *self, SemaComparison *comparison, SemaComparisonColumn column, gboolean descending)
{
  g_autoptr (GTask) task = NULL;
  SortJob          *job;

  stop_sorting (self);
  if (comparison == NULL)
    {
      show (self, NULL);
      return;
    }
  self->sorting = sema_progress_new ();
  job = g_new (SortJob, 1);
  *job = (SortJob) {sema_comparison_ref (comparison), column, descending, sema_progress_ref (self->sorting)};
  task = g_task_new (self, NULL, sorted, NULL);
  g_task_set_task_data (task, job, sort_job_free);
  g_task_run_in_thread (task, sort_in_thread);
}

/**
 * sema_comparison_model_get_comparison:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what is shown
 */
SemaComparison *
sema_comparison_model_get_comparison (SemaComparisonModel *self)
{
  return self->shown != NULL ? self->shown->comparison : NULL;
}

/**
 * sema_comparison_model_get_order:
 * @self: a model
 * @n: (out): how many words are shown
 *
 * Returns: (transfer none) (nullable): (n) the numbers of the words in the order that is shown
 */
const guint32 *
sema_comparison_model_get_order (SemaComparisonModel *self, guint32 *n)
{
  *n = self->shown != NULL ? self->shown->n : 0;
  return self->shown != NULL ? self->shown->order : NULL;
}
