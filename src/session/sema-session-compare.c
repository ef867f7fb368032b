/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-compare.h"

#include "sema-kept.h"
#include "sema-session-job.h"
#include "sema-session-private.h"

typedef struct
{
  char              *path;
  char              *part;
  char              *tokenizer;
  SemaFormatsOptions options;
  guint64            keep_most;
  gboolean           align;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order->part);
  g_free (order->tokenizer);
  g_free (order);
}

static gpointer
compare (SemaSet *set, gconstpointer data, SemaProgress *progress, GError **error)
{
  const Order             *order = data;
  g_autoptr (SemaProgress) reading = sema_progress_new_step (progress);
  SemaKeptNote             note;
  g_autoptr (SemaSet)      other = sema_kept_open (order->path, &order->options, order->keep_most, &note, reading, error);

  return other != NULL ? sema_comparison_new (set, other, order->align, progress, error) : NULL;
}

static void
free_comparison (gpointer data)
{
  sema_comparison_unref (data);
}

static const SemaSessionJob comparing = {compare, order_free, free_comparison};

/**
 * sema_session_compare_async:
 * @self: a session with a set
 * @path: file name of other vectors
 * @options: what is wanted of it: the part, the tokenizer and how many rows
 * @align: whether they are turned to where those of the set lie
 * @progress: told how far it is once the file is open; cancels
 * @callback: gets the result
 * @user_data: for @callback
 *
 * Opens other vectors and measures how far words moved from the set that is open now to them, see sema_comparison_new().
 */
void
sema_session_compare_async (SemaSession *self, const char *path, const SemaFormatsOptions *options, gboolean align, SemaProgress *progress, GAsyncReadyCallback callback, gpointer user_data)
{
  Order *order;

  g_return_if_fail (self->set != NULL);

  order = g_new (Order, 1);
  *order = (Order) {.path = g_strdup (path), .part = g_strdup (options->part), .tokenizer = g_strdup (options->tokenizer), .keep_most = self->keep_most, .align = align};
  order->options = (SemaFormatsOptions) {.most_rows = options->most_rows, .part = order->part, .tokenizer = order->tokenizer};
  sema_session_job_begin (self, &comparing, order, progress, callback, user_data);
}

/**
 * sema_session_compare_finish:
 * @self: a session
 * @result: of the job
 * @error: as sema_session_job_finish(), sema_kept_open() and sema_comparison_new()
 *
 * Returns: (transfer full) (nullable): the comparison
 */
SemaComparison *
sema_session_compare_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  return sema_session_job_finish (self, &comparing, result, error);
}
