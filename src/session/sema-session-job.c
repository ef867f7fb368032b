/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-job.h"

#include "sema-error.h"
#include "sema-session-private.h"

typedef struct
{
  const SemaSessionJob *job;
  SemaSet              *set;
  gpointer              order;
  SemaProgress         *progress;
} Running;

static void
running_free (gpointer data)
{
  Running *running = data;

  sema_set_unref (running->set);
  running->job->free_order (running->order);
  sema_progress_unref (running->progress);
  g_free (running);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Running *running = task_data;
  GError  *error = NULL;
  gpointer made = running->job->make (running->set, running->order, running->progress, &error);

  if (made == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, made, running->job->free_result);
}

/**
 * sema_session_job_begin:
 * @self: a session with a set
 * @job: the kind of work, which stays
 * @order: (transfer full): what is ordered
 * @progress: told how far it is; cancels
 * @callback: gets the result
 * @user_data: for @callback
 *
 * Begins to work on the set that is open now, whatever is opened meanwhile.
 */
void
sema_session_job_begin (SemaSession *self, const SemaSessionJob *job, gpointer order, SemaProgress *progress, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Running          *running = g_new (Running, 1);

  *running = (Running) {job, sema_set_ref (self->set), order, sema_progress_ref (progress)};
  g_task_set_source_tag (task, (gpointer)job);
  g_task_set_task_data (task, running, running_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * sema_session_job_finish:
 * @self: a session
 * @job: the kind of work
 * @result: of it
 * @error: %SEMA_CORE_ERROR_CANCELLED, also where the work was over already, and otherwise as its make()
 *
 * A set whose file shrank is let go of.
 *
 * Returns: (transfer full) (nullable): what was made
 */
gpointer
sema_session_job_finish (SemaSession *self, const SemaSessionJob *job, GAsyncResult *result, GError **error)
{
  const Running *running;
  gpointer       made;

  g_return_val_if_fail (g_task_is_valid (result, self) && g_task_get_source_tag (G_TASK (result)) == job, NULL);

  running = g_task_get_task_data (G_TASK (result));
  sema_session_let_go_if_lost (self, running->set);
  if (!sema_progress_is_cancelled (running->progress))
    return g_task_propagate_pointer (G_TASK (result), error);
  made = g_task_propagate_pointer (G_TASK (result), NULL);
  if (made != NULL)
    job->free_result (made);
  sema_set_cancelled (error);
  return NULL;
}
