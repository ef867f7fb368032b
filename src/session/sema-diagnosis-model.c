/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-diagnosis-model.h"

#include "sema-memory.h"

#define N_KEPT 200 /* rows that GTK makes widgets for */

struct _SemaDiagnosisItem
{
  GObject parent_instance;

  SemaDiagnosisModel *model;
  guint               position;
};

G_DEFINE_FINAL_TYPE (SemaDiagnosisItem, sema_diagnosis_item, G_TYPE_OBJECT)

/**
 * Sorting: the rows of a diagnosis in an order
 */
typedef struct
{
  SemaDiagnosis *diagnosis;
  guint32       *order;
  guint32        n;
} Sorting;

static void
sorting_free (gpointer data)
{
  Sorting *self = data;

  sema_diagnosis_unref (self->diagnosis);
  sema_memory_free (self->order);
  g_free (self);
}

/**
 * SemaDiagnosisModel:
 * @shown: (nullable): what is in it
 * @n: how many items there are
 * @sorting: (nullable): %NULL when nothing is being sorted; the job that holds another one is stale
 */
struct _SemaDiagnosisModel
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
  return SEMA_TYPE_DIAGNOSIS_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SEMA_DIAGNOSIS_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SemaDiagnosisModel *self = SEMA_DIAGNOSIS_MODEL (model);
  SemaDiagnosisItem  *item;

  if (position >= self->n)
    return NULL;
  item = g_object_new (SEMA_TYPE_DIAGNOSIS_ITEM, NULL);
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

G_DEFINE_FINAL_TYPE_WITH_CODE (SemaDiagnosisModel, sema_diagnosis_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
stop_sorting (SemaDiagnosisModel *self)
{
  sema_progress_cancel (self->sorting);
  g_clear_pointer (&self->sorting, sema_progress_unref);
}

static void
sema_diagnosis_model_dispose (GObject *object)
{
  SemaDiagnosisModel *self = SEMA_DIAGNOSIS_MODEL (object);

  stop_sorting (self);
  g_clear_pointer (&self->shown, sorting_free);
  G_OBJECT_CLASS (sema_diagnosis_model_parent_class)->dispose (object);
}

static void
sema_diagnosis_model_class_init (SemaDiagnosisModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sema_diagnosis_model_dispose;
  sorted_signal = g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sema_diagnosis_model_init (SemaDiagnosisModel *self)
{
}

/**
 * sema_diagnosis_model_new:
 *
 * Returns: (transfer full): a model without rows
 */
SemaDiagnosisModel *
sema_diagnosis_model_new (void)
{
  return g_object_new (SEMA_TYPE_DIAGNOSIS_MODEL, NULL);
}

static void
sema_diagnosis_item_finalize (GObject *object)
{
  g_object_unref (SEMA_DIAGNOSIS_ITEM (object)->model);
  G_OBJECT_CLASS (sema_diagnosis_item_parent_class)->finalize (object);
}

static void
sema_diagnosis_item_class_init (SemaDiagnosisItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_diagnosis_item_finalize;
}

static void
sema_diagnosis_item_init (SemaDiagnosisItem *self)
{
}

/**
 * sema_diagnosis_item_get_row:
 * @self: a place in the list
 * @row: (out): what was found about the row that is there now
 *
 * Returns: whether there is one
 */
gboolean
sema_diagnosis_item_get_row (SemaDiagnosisItem *self, SemaDiagnosisRow *row)
{
  const Sorting *shown = self->model->shown;

  if (shown == NULL || self->position >= shown->n)
    return FALSE;
  sema_diagnosis_get (shown->diagnosis, shown->order[self->position], row);
  return TRUE;
}

/**
 * sema_diagnosis_item_dup_label:
 * @self: a place in the list
 *
 * Returns: (transfer full): the token of the row that is there now, for the screen; empty where there is none
 */
char *
sema_diagnosis_item_dup_label (SemaDiagnosisItem *self)
{
  SemaDiagnosisRow row;

  if (!sema_diagnosis_item_get_row (self, &row))
    return g_strdup ("");
  return sema_vocab_dup_label (sema_set_get_vocab (sema_diagnosis_get_set (self->model->shown->diagnosis)), row.row);
}

typedef struct
{
  SemaDiagnosis      *diagnosis;
  SemaDiagnosisColumn column;
  gboolean            descending;
  guint               findings;
  SemaProgress       *progress;
} SortJob;

static void
sort_job_free (gpointer data)
{
  SortJob *job = data;

  sema_diagnosis_unref (job->diagnosis);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
sort_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SortJob *job = task_data;
  GError  *error = NULL;
  guint32  n;
  guint32 *order = sema_diagnosis_sort (job->diagnosis, job->column, job->descending, job->findings, &n, job->progress, &error);
  Sorting *sorting;

  if (order == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sorting = g_new (Sorting, 1);
  *sorting = (Sorting) {sema_diagnosis_ref (job->diagnosis), order, n};
  g_task_return_pointer (task, sorting, sorting_free);
}

/* An item is a place in the order, so that only the end of the list changes. */
static void
show (SemaDiagnosisModel *self, Sorting *sorting)
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
  SemaDiagnosisModel *self = SEMA_DIAGNOSIS_MODEL (source);
  SortJob            *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)  error = NULL;
  Sorting            *sorting = g_task_propagate_pointer (G_TASK (result), &error);

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
 * sema_diagnosis_model_show:
 * @self: a model
 * @diagnosis: (nullable): what to show instead of what it shows; %NULL to forget it at once
 * @column: what the rows are sorted by
 * @descending: whether the largest comes first
 * @findings: which rows: those with at least one of these bits of #SemaFinding; 0: all
 *
 * Sorts in a thread. What was there before stays until then. Items stay, too, and say something else from then on; of rows that are
 * forgotten some stay that say nothing: for GTK, making rows anew takes longer than a frame.
 */
void
sema_diagnosis_model_show (SemaDiagnosisModel *self, SemaDiagnosis *diagnosis, SemaDiagnosisColumn column, gboolean descending, guint findings)
{
  g_autoptr (GTask) task = NULL;
  SortJob          *job;

  stop_sorting (self);
  if (diagnosis == NULL)
    {
      show (self, NULL);
      return;
    }
  self->sorting = sema_progress_new ();
  job = g_new (SortJob, 1);
  *job = (SortJob) {sema_diagnosis_ref (diagnosis), column, descending, findings, sema_progress_ref (self->sorting)};
  task = g_task_new (self, NULL, sorted, NULL);
  g_task_set_task_data (task, job, sort_job_free);
  g_task_run_in_thread (task, sort_in_thread);
}

/**
 * sema_diagnosis_model_get_diagnosis:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what is shown
 */
SemaDiagnosis *
sema_diagnosis_model_get_diagnosis (SemaDiagnosisModel *self)
{
  return self->shown != NULL ? self->shown->diagnosis : NULL;
}

/**
 * sema_diagnosis_model_get_order:
 * @self: a model
 * @n: (out): how many rows are shown
 *
 * Returns: (transfer none) (nullable): (n) the rows in the order that is shown
 */
const guint32 *
sema_diagnosis_model_get_order (SemaDiagnosisModel *self, guint32 *n)
{
  *n = self->shown != NULL ? self->shown->n : 0;
  return self->shown != NULL ? self->shown->order : NULL;
}
