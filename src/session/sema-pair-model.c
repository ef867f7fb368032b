/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-model.h"

#include "sema-memory.h"

#define N_KEPT 200 /* rows that GTK makes widgets for */

struct _SemaPairItem
{
  GObject parent_instance;

  SemaPairModel *model;
  guint          position;
};

G_DEFINE_FINAL_TYPE (SemaPairItem, sema_pair_item, G_TYPE_OBJECT)

/**
 * Sorting:
 *
 * The pairs of a list in an order. Shared by reference: who makes a text of them may still need them when others are shown.
 */
typedef struct
{
  gatomicrefcount n_refs;
  SemaPairList   *list;
  guint32        *order;
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
  sema_pair_list_unref (self->list);
  sema_memory_free (self->order);
  g_free (self);
}

/**
 * SemaPairModel:
 * @shown: (nullable): what is in it
 * @n: how many items there are
 * @sorting: (nullable): %NULL when nothing is being sorted; the job that holds another one is stale
 */
struct _SemaPairModel
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
  return SEMA_TYPE_PAIR_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SEMA_PAIR_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SemaPairModel *self = SEMA_PAIR_MODEL (model);
  SemaPairItem  *item;

  if (position >= self->n)
    return NULL;
  item = g_object_new (SEMA_TYPE_PAIR_ITEM, NULL);
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

G_DEFINE_FINAL_TYPE_WITH_CODE (SemaPairModel, sema_pair_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
stop_sorting (SemaPairModel *self)
{
  sema_progress_cancel (self->sorting);
  g_clear_pointer (&self->sorting, sema_progress_unref);
}

static void
sema_pair_model_dispose (GObject *object)
{
  SemaPairModel *self = SEMA_PAIR_MODEL (object);

  stop_sorting (self);
  g_clear_pointer (&self->shown, sorting_unref);
  G_OBJECT_CLASS (sema_pair_model_parent_class)->dispose (object);
}

static void
sema_pair_model_class_init (SemaPairModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sema_pair_model_dispose;
  sorted_signal = g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sema_pair_model_init (SemaPairModel *self)
{
}

/**
 * sema_pair_model_new:
 *
 * Returns: (transfer full): a model without pairs
 */
SemaPairModel *
sema_pair_model_new (void)
{
  return g_object_new (SEMA_TYPE_PAIR_MODEL, NULL);
}

static void
sema_pair_item_finalize (GObject *object)
{
  g_object_unref (SEMA_PAIR_ITEM (object)->model);
  G_OBJECT_CLASS (sema_pair_item_parent_class)->finalize (object);
}

static void
sema_pair_item_class_init (SemaPairItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_pair_item_finalize;
}

static void
sema_pair_item_init (SemaPairItem *self)
{
}

/**
 * sema_pair_item_get_pair:
 * @self: a place in the list
 * @pair: (out): the pair that is there now
 *
 * Returns: whether there is one
 */
gboolean
sema_pair_item_get_pair (SemaPairItem *self, SemaPair *pair)
{
  const Sorting *shown = self->model->shown;

  if (shown == NULL || self->position >= sema_pair_list_get_n (shown->list))
    return FALSE;
  sema_pair_list_get (shown->list, shown->order[self->position], pair);
  return TRUE;
}

/**
 * sema_pair_item_get_label:
 * @self: a place in the list
 * @second: which of the words there
 *
 * Returns: (transfer none): the word for the screen; empty where there is none
 */
const char *
sema_pair_item_get_label (SemaPairItem *self, gboolean second)
{
  SemaPair pair;

  return sema_pair_item_get_pair (self, &pair) ? sema_pair_list_get_label (self->model->shown->list, second ? pair.b : pair.a) : "";
}

/**
 * sema_pair_item_get_word:
 * @self: a place in the list
 * @second: which of the words there
 *
 * Returns: (transfer none): the bytes of the word, NUL-terminated; empty where there is none
 */
const char *
sema_pair_item_get_word (SemaPairItem *self, gboolean second)
{
  SemaPair pair;

  return sema_pair_item_get_pair (self, &pair) ? sema_pair_list_get_word (self->model->shown->list, second ? pair.b : pair.a) : "";
}

typedef struct
{
  SemaPairList  *list;
  SemaPairColumn column;
  gboolean       descending;
  SemaProgress  *progress;
} SortJob;

static void
sort_job_free (gpointer data)
{
  SortJob *job = data;

  sema_pair_list_unref (job->list);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
sort_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SortJob *job = task_data;
  GError  *error = NULL;
  guint32 *order = sema_pair_list_sort (job->list, job->column, job->descending, job->progress, &error);
  Sorting *sorting;

  if (order == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sorting = g_new (Sorting, 1);
  g_atomic_ref_count_init (&sorting->n_refs);
  sorting->list = sema_pair_list_ref (job->list);
  sorting->order = order;
  g_task_return_pointer (task, sorting, sorting_unref);
}

/* An item is a place in the order, so that only the end of the list changes. */
static void
show (SemaPairModel *self, Sorting *sorting)
{
  guint n_old = self->n;

  g_clear_pointer (&self->shown, sorting_unref);
  self->shown = sorting;
  self->n = sorting != NULL ? sema_pair_list_get_n (sorting->list) : MIN (n_old, N_KEPT);
  if (self->n > n_old)
    g_list_model_items_changed (G_LIST_MODEL (self), n_old, 0, self->n - n_old);
  else if (self->n < n_old)
    g_list_model_items_changed (G_LIST_MODEL (self), self->n, n_old - self->n, 0);
}

static void
sorted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaPairModel     *self = SEMA_PAIR_MODEL (source);
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
 * sema_pair_model_show:
 * @self: a model
 * @list: (nullable): what to show instead of what it shows; %NULL to forget it at once
 * @column: what the pairs are sorted by
 * @descending: whether the largest comes first
 *
 * Sorts in a thread. What was there before stays until then. Items stay, too, and say something else from then on; of a list that is
 * forgotten some stay that say nothing: for GTK, making rows anew takes longer than a frame.
 */
void
sema_pair_model_show (SemaPairModel *self, SemaPairList *list, SemaPairColumn column, gboolean descending)
{
  g_autoptr (GTask) task = NULL;
  SortJob          *job;

  stop_sorting (self);
  if (list == NULL)
    {
      show (self, NULL);
      return;
    }
  self->sorting = sema_progress_new ();
  job = g_new (SortJob, 1);
  *job = (SortJob) {sema_pair_list_ref (list), column, descending, sema_progress_ref (self->sorting)};
  task = g_task_new (self, NULL, sorted, NULL);
  g_task_set_task_data (task, job, sort_job_free);
  g_task_run_in_thread (task, sort_in_thread);
}

/**
 * sema_pair_model_get_list:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the pairs that are shown
 */
SemaPairList *
sema_pair_model_get_list (SemaPairModel *self)
{
  return self->shown != NULL ? self->shown->list : NULL;
}

/**
 * sema_pair_model_find:
 * @self: a model
 * @a: bytes of a word
 * @b: bytes of another
 *
 * Finds two words in the order that is shown. O(pairs), about a millisecond for two million.
 *
 * Returns: the position of their pair, or -1
 */
gint64
sema_pair_model_find (SemaPairModel *self, const char *a, const char *b)
{
  gint64 index = self->shown != NULL ? sema_pair_list_find (self->shown->list, a, b) : -1;

  for (guint position = 0; index >= 0 && position < self->n; position++)
    if (self->shown->order[position] == index)
      return position;
  return -1;
}

typedef struct
{
  Sorting      *sorting;
  SemaPairPrint print;
} PrintJob;

static void
print_job_free (gpointer data)
{
  PrintJob *job = data;

  g_clear_pointer (&job->sorting, sorting_unref);
  g_free (job);
}

static void
print_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PrintJob *job = task_data;
  GError   *error = NULL;
  GBytes   *bytes = job->print (job->sorting->list, job->sorting->order, NULL, &error);

  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bytes, (GDestroyNotify)g_bytes_unref);
}

/**
 * sema_pair_model_print_async:
 * @self: a model
 * @print: what makes the text, in a thread
 * @callback: gets it
 * @user_data: for @callback
 *
 * Makes a text of all pairs as they are shown now; there must be some.
 */
void
sema_pair_model_print_async (SemaPairModel *self, SemaPairPrint print, GAsyncReadyCallback callback, gpointer user_data)
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
 * sema_pair_model_print_finish:
 * @self: a model
 * @result: of the job
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): the text, UTF-8
 */
GBytes *
sema_pair_model_print_finish (SemaPairModel *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
