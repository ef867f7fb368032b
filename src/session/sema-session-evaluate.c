/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-evaluate.h"

#include "sema-error.h"
#include "sema-evaluation-kind.h"
#include "sema-session-private.h"

typedef struct
{
  SemaSet      *set;
  char         *path;
  guint64       most_words;
  SemaMethod    method;
  SemaProgress *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sema_set_unref (job->set);
  g_free (job->path);
  sema_progress_unref (job->progress);
  g_free (job);
}

/**
 * sema_session_evaluation_free:
 * @evaluation: (nullable) (transfer full): what came of a file
 */
void
sema_session_evaluation_free (SemaSessionEvaluation *evaluation)
{
  if (evaluation == NULL)
    return;
  sema_evaluation_free (evaluation->analogies);
  sema_pair_evaluation_free (evaluation->pairs);
  g_free (evaluation);
}

static SemaSessionEvaluation *
evaluate (const Job *job, GError **error)
{
  g_autoptr (SemaSessionEvaluation) evaluation = g_new0 (SemaSessionEvaluation, 1);
  g_autoptr (SemaProgress)          looking = sema_progress_new_step (job->progress);
  SemaEvaluationKind                kind;

  if (!sema_evaluation_kind_find (job->path, &kind, looking, error))
    return NULL;
  if (kind == SEMA_EVALUATION_QUESTIONS)
    evaluation->analogies = sema_evaluation_new (job->set, job->path, job->most_words, job->method, job->progress, error);
  else
    evaluation->pairs = sema_pair_evaluation_new (job->set, job->path, job->most_words, job->progress, error);
  if (evaluation->analogies == NULL && evaluation->pairs == NULL)
    return NULL;
  return g_steal_pointer (&evaluation);
}

static void
evaluate_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError                *error = NULL;
  SemaSessionEvaluation *evaluation = evaluate (task_data, &error);

  if (evaluation == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, evaluation, (GDestroyNotify)sema_session_evaluation_free);
}

/**
 * sema_session_evaluate_async:
 * @self: a session with a set
 * @path: a file of analogies or of word pairs; its content tells which it is
 * @most_words: how many words are used, from the first of the file on
 * @method: how analogies are solved
 * @progress: told how far it is; cancels
 * @callback: gets the result
 * @user_data: for @callback
 *
 * Tests the set that is open now with all that is in a file: see sema_evaluation_new() and sema_pair_evaluation_new().
 */
void
sema_session_evaluate_async (SemaSession *self, const char *path, guint64 most_words, SemaMethod method, SemaProgress *progress, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (self->set != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, sema_session_evaluate_async);
  job = g_new (Job, 1);
  *job = (Job) {sema_set_ref (self->set), g_strdup (path), most_words, method, sema_progress_ref (progress)};
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, evaluate_in_thread);
}

/**
 * sema_session_evaluate_finish:
 * @self: a session
 * @result: of the test
 * @error: %SEMA_CORE_ERROR_CANCELLED, also where the test was over already, and otherwise as sema_evaluation_kind_find(),
 *   sema_evaluation_new() and sema_pair_evaluation_new()
 *
 * Returns: (transfer full) (nullable): what came of it
 */
SemaSessionEvaluation *
sema_session_evaluate_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  SemaSessionEvaluation *evaluation;
  const Job             *job;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  job = g_task_get_task_data (G_TASK (result));
  sema_session_let_go_if_lost (self, job->set);
  if (!sema_progress_is_cancelled (job->progress))
    return g_task_propagate_pointer (G_TASK (result), error);
  evaluation = g_task_propagate_pointer (G_TASK (result), NULL);
  sema_session_evaluation_free (evaluation);
  sema_set_cancelled (error);
  return NULL;
}
