/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-compare.h"

#include "sema-error.h"
#include "sema-kept.h"
#include "sema-session-private.h"

typedef struct
{
  SemaSet           *set;
  char              *path;
  char              *part;
  char              *tokenizer;
  SemaFormatsOptions options;
  guint64            keep_most;
  gboolean           align;
  SemaProgress      *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sema_set_unref (job->set);
  g_free (job->path);
  g_free (job->part);
  g_free (job->tokenizer);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job                     *job = task_data;
  g_autoptr (SemaProgress) reading = sema_progress_new_step (job->progress);
  SemaKeptNote             note;
  GError                  *error = NULL;
  g_autoptr (SemaSet)      other = sema_kept_open (job->path, &job->options, job->keep_most, &note, reading, &error);
  SemaComparison          *comparison = other != NULL ? sema_comparison_new (job->set, other, job->align, job->progress, &error) : NULL;

  if (comparison == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, comparison, (GDestroyNotify)sema_comparison_unref);
}

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
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (self->set != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, sema_session_compare_async);
  job = g_new0 (Job, 1);
  *job = (Job) {.set = sema_set_ref (self->set), .path = g_strdup (path), .part = g_strdup (options->part), .tokenizer = g_strdup (options->tokenizer), .keep_most = self->keep_most, .align = align, .progress = sema_progress_ref (progress)};
  job->options = (SemaFormatsOptions) {.most_rows = options->most_rows, .part = job->part, .tokenizer = job->tokenizer};
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/**
 * sema_session_compare_finish:
 * @self: a session
 * @result: of the job
 * @error: %SEMA_CORE_ERROR_CANCELLED, also where the job was over already, and otherwise as sema_kept_open() and sema_comparison_new()
 *
 * Returns: (transfer full) (nullable): the comparison
 */
SemaComparison *
sema_session_compare_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  SemaComparison *comparison;
  const Job      *job;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  job = g_task_get_task_data (G_TASK (result));
  sema_session_let_go_if_lost (self, job->set);
  if (!sema_progress_is_cancelled (job->progress))
    return g_task_propagate_pointer (G_TASK (result), error);
  comparison = g_task_propagate_pointer (G_TASK (result), NULL);
  g_clear_pointer (&comparison, sema_comparison_unref);
  sema_set_cancelled (error);
  return NULL;
}
