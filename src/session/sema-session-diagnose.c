/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-diagnose.h"

#include "sema-error.h"
#include "sema-session-private.h"
#include "sema-tensors.h"
#include "sema-tokenizer-beside.h"

typedef struct
{
  SemaSet             *set;
  char                *path;
  char                *tokenizer;
  SemaDiagnosisOptions options;
  SemaProgress        *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sema_set_unref (job->set);
  g_free (job->path);
  g_free (job->tokenizer);
  sema_progress_unref (job->progress);
  g_free (job);
}

/* One that cannot be used was told of when the file was opened. */
static SemaTokenizer *
open_tokenizer (const Job *job, SemaProgress *progress)
{
  g_autofree char *name = NULL;

  if (job->tokenizer != NULL)
    return sema_tokenizer_given_open (job->tokenizer, progress, NULL);
  return sema_tokenizer_beside_open (job->path, &name, progress, NULL);
}

static void
diagnose_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job                      *job = task_data;
  g_autoptr (SemaProgress)  reading = sema_progress_new_step (job->progress);
  g_autoptr (SemaTokenizer) tokenizer = NULL;
  SemaDiagnosis            *diagnosis;
  GError                   *error = NULL;

  if (sema_tensors_is_format (sema_set_get_format (job->set)) && job->path != NULL)
    tokenizer = open_tokenizer (job, reading);
  diagnosis = sema_diagnosis_new (job->set, tokenizer, &job->options, job->progress, &error);
  if (diagnosis == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, diagnosis, (GDestroyNotify)sema_diagnosis_unref);
}

/**
 * sema_session_diagnose_async:
 * @self: a session with a set
 * @options: how rows are suspected
 * @progress: told how far it is; cancels
 * @callback: gets the result
 * @user_data: for @callback
 *
 * Looks for unusual rows of the set that is open now, see sema_diagnosis_new(), with the tokenizer that it was opened with.
 */
void
sema_session_diagnose_async (SemaSession *self, const SemaDiagnosisOptions *options, SemaProgress *progress, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (self->set != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, sema_session_diagnose_async);
  job = g_new (Job, 1);
  *job = (Job) {sema_set_ref (self->set), g_strdup (self->path), g_strdup (self->tokenizer), *options, sema_progress_ref (progress)};
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, diagnose_in_thread);
}

/* The map marks what was found. */
static void
keep (SemaSession *self, SemaDiagnosis *diagnosis)
{
  if (diagnosis == NULL || sema_diagnosis_get_set (diagnosis) != self->set)
    return;
  g_clear_pointer (&self->diagnosis, sema_diagnosis_unref);
  self->diagnosis = sema_diagnosis_ref (diagnosis);
  sema_session_project (self);
}

/**
 * sema_session_diagnose_finish:
 * @self: a session
 * @result: of the job
 * @error: %SEMA_CORE_ERROR_CANCELLED, also where the job was over already, and otherwise as sema_diagnosis_new()
 *
 * From then on the words of the map about whose rows something was found are marked, until another file is open.
 *
 * Returns: (transfer full) (nullable): what was found
 */
SemaDiagnosis *
sema_session_diagnose_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  SemaDiagnosis *diagnosis;
  const Job     *job;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  job = g_task_get_task_data (G_TASK (result));
  sema_session_let_go_if_lost (self, job->set);
  if (!sema_progress_is_cancelled (job->progress))
    {
      diagnosis = g_task_propagate_pointer (G_TASK (result), error);
      keep (self, diagnosis);
      return diagnosis;
    }
  diagnosis = g_task_propagate_pointer (G_TASK (result), NULL);
  g_clear_pointer (&diagnosis, sema_diagnosis_unref);
  sema_set_cancelled (error);
  return NULL;
}
