/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-order-model.h"

#include "sema-memory.h"

#define N_KEPT 200 /* rows that GTK makes widgets for */

struct _SemaOrderItem
{
  GObject parent_instance;

  SemaOrderModel *model;
  guint           position;
};

G_DEFINE_FINAL_TYPE (SemaOrderItem, sema_order_item, G_TYPE_OBJECT)

/**
 * Sorting:
 *
 * Rows of a table in an order. Shared by reference: who makes a text of them may still need them when others are shown.
 */
typedef struct
{
  gatomicrefcount       n_refs;
  const SemaOrderTable *kind;
  gpointer              table;
  guint32              *order;
  guint32               n;
} Sorting;

static Sorting *
sorting_ref (Sorting *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

static void
sorting_unref (gpointer data)
{
  Sorting *self = data;

  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  self->kind->unref (self->table);
  sema_memory_free (self->order);
  g_free (self);
}

/**
 * SemaOrderModel:
 * @kind: what its tables are
 * @shown: (nullable): what is in it
 * @n: how many items there are
 * @sorting: (nullable): %NULL when nothing is being sorted; the job that holds another one is stale
 */
struct _SemaOrderModel
{
  GObject parent_instance;

  const SemaOrderTable *kind;
  Sorting              *shown;
  guint                 n;
  SemaProgress         *sorting;
};

static guint sorted_signal;
static guint failed_signal;

static GType
get_item_type (GListModel *model)
{
  return SEMA_TYPE_ORDER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SEMA_ORDER_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SemaOrderModel *self = SEMA_ORDER_MODEL (model);
  SemaOrderItem  *item;

  if (position >= self->n)
    return NULL;
  item = g_object_new (SEMA_TYPE_ORDER_ITEM, NULL);
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

G_DEFINE_FINAL_TYPE_WITH_CODE (SemaOrderModel, sema_order_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
stop_sorting (SemaOrderModel *self)
{
  sema_progress_cancel (self->sorting);
  g_clear_pointer (&self->sorting, sema_progress_unref);
}

static void
sema_order_model_dispose (GObject *object)
{
  SemaOrderModel *self = SEMA_ORDER_MODEL (object);

  stop_sorting (self);
  g_clear_pointer (&self->shown, sorting_unref);
  G_OBJECT_CLASS (sema_order_model_parent_class)->dispose (object);
}

static void
sema_order_model_class_init (SemaOrderModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sema_order_model_dispose;
  sorted_signal = g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sema_order_model_init (SemaOrderModel *self)
{
}

/**
 * sema_order_model_new:
 * @kind: what its tables are; static
 *
 * Returns: (transfer full): a model without rows
 */
SemaOrderModel *
sema_order_model_new (const SemaOrderTable *kind)
{
  SemaOrderModel *self = g_object_new (SEMA_TYPE_ORDER_MODEL, NULL);

  self->kind = kind;
  return self;
}

/**
 * sema_order_model_get_kind:
 * @self: a model
 *
 * Returns: (transfer none): what its tables are
 */
const SemaOrderTable *
sema_order_model_get_kind (SemaOrderModel *self)
{
  return self->kind;
}

static void
sema_order_item_finalize (GObject *object)
{
  g_object_unref (SEMA_ORDER_ITEM (object)->model);
  G_OBJECT_CLASS (sema_order_item_parent_class)->finalize (object);
}

static void
sema_order_item_class_init (SemaOrderItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_order_item_finalize;
}

static void
sema_order_item_init (SemaOrderItem *self)
{
}

/**
 * sema_order_item_get_table:
 * @self: a place in the list
 * @row: (out): the number of the row that is there now
 *
 * Returns: (transfer none) (nullable): the table that it is a row of; %NULL where there is none now
 */
gpointer
sema_order_item_get_table (SemaOrderItem *self, guint32 *row)
{
  const Sorting *shown = self->model->shown;

  if (shown == NULL || self->position >= shown->n)
    return NULL;
  *row = shown->order[self->position];
  return shown->table;
}

typedef struct
{
  const SemaOrderTable *kind;
  gpointer              table;
  guint                 column;
  gboolean              descending;
  guint                 filter;
  SemaProgress         *progress;
} SortJob;

static void
sort_job_free (gpointer data)
{
  SortJob *job = data;

  job->kind->unref (job->table);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
sort_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SortJob *job = task_data;
  GError  *error = NULL;
  guint32  n;
  guint32 *order = job->kind->sort (job->table, job->column, job->descending, job->filter, &n, job->progress, &error);
  Sorting *sorting;

  if (order == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sorting = g_new (Sorting, 1);
  *sorting = (Sorting) {.kind = job->kind, .table = job->kind->ref (job->table), .order = order, .n = n};
  g_atomic_ref_count_init (&sorting->n_refs);
  g_task_return_pointer (task, sorting, sorting_unref);
}

/* An item is a place in the order, so that only the end of the list changes. */
static void
show (SemaOrderModel *self, Sorting *sorting)
{
  guint n_old = self->n;

  g_clear_pointer (&self->shown, sorting_unref);
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
  SemaOrderModel    *self = SEMA_ORDER_MODEL (source);
  SortJob           *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Sorting           *sorting = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->progress != self->sorting)
    {
      g_clear_pointer (&sorting, sorting_unref);
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
 * sema_order_model_show:
 * @self: a model
 * @table: (nullable): what to show instead of what it shows; %NULL to forget it at once
 * @column: what the rows are sorted by
 * @descending: whether the largest comes first
 * @filter: which rows, as the sort of its kind understands it
 *
 * Sorts in a thread. What was there before stays until then. Items stay, too, and say something else from then on; of rows that are
 * forgotten some stay that say nothing: for GTK, making rows anew takes longer than a frame.
 */
void
sema_order_model_show (SemaOrderModel *self, gpointer table, guint column, gboolean descending, guint filter)
{
  g_autoptr (GTask) task = NULL;
  SortJob          *job;

  stop_sorting (self);
  if (table == NULL)
    {
      show (self, NULL);
      return;
    }
  self->sorting = sema_progress_new ();
  job = g_new (SortJob, 1);
  *job = (SortJob) {self->kind, self->kind->ref (table), column, descending, filter, sema_progress_ref (self->sorting)};
  task = g_task_new (self, NULL, sorted, NULL);
  g_task_set_task_data (task, job, sort_job_free);
  g_task_run_in_thread (task, sort_in_thread);
}

/**
 * sema_order_model_get_table:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what is shown
 */
gpointer
sema_order_model_get_table (SemaOrderModel *self)
{
  return self->shown != NULL ? self->shown->table : NULL;
}

/**
 * sema_order_model_get_order:
 * @self: a model
 * @n: (out): how many rows are shown
 *
 * Returns: (transfer none) (nullable): (n) the rows in the order that is shown
 */
const guint32 *
sema_order_model_get_order (SemaOrderModel *self, guint32 *n)
{
  *n = self->shown != NULL ? self->shown->n : 0;
  return self->shown != NULL ? self->shown->order : NULL;
}

typedef struct
{
  Sorting       *sorting;
  SemaOrderPrint print;
} PrintJob;

static void
print_job_free (gpointer data)
{
  PrintJob *job = data;

  sorting_unref (job->sorting);
  g_free (job);
}

static void
print_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const PrintJob *job = task_data;
  GError         *error = NULL;
  GBytes         *bytes = job->print (job->sorting->table, job->sorting->order, job->sorting->n, NULL, &error);

  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bytes, (GDestroyNotify)g_bytes_unref);
}

/**
 * sema_order_model_print_async:
 * @self: a model
 * @print: what makes the text, in a thread
 * @callback: gets it
 * @user_data: for @callback
 *
 * Makes a text of all rows as they are shown now; there must be some.
 */
void
sema_order_model_print_async (SemaOrderModel *self, SemaOrderPrint print, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  PrintJob         *job;

  g_return_if_fail (self->shown != NULL);

  job = g_new (PrintJob, 1);
  *job = (PrintJob) {sorting_ref (self->shown), print};
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (task, job, print_job_free);
  g_task_run_in_thread (task, print_in_thread);
}

/**
 * sema_order_model_print_finish:
 * @self: a model
 * @result: of the job
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): the text, UTF-8
 */
GBytes *
sema_order_model_print_finish (SemaOrderModel *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
