/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-diagnose.h"

#include "sema-session-job.h"
#include "sema-session-private.h"
#include "sema-tensors.h"
#include "sema-tokenizer-beside.h"

typedef struct
{
  char                *path;
  char                *tokenizer;
  SemaDiagnosisOptions options;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order->tokenizer);
  g_free (order);
}

/* One that cannot be used was told of when the file was opened. */
static SemaTokenizer *
open_tokenizer (const Order *order, SemaProgress *progress)
{
  g_autofree char *name = NULL;

  if (order->tokenizer != NULL)
    return sema_tokenizer_given_open (order->tokenizer, progress, NULL);
  return sema_tokenizer_beside_open (order->path, &name, progress, NULL);
}

static gpointer
diagnose (SemaSet *set, gconstpointer data, SemaProgress *progress, GError **error)
{
  const Order              *order = data;
  g_autoptr (SemaProgress)  reading = sema_progress_new_step (progress);
  g_autoptr (SemaTokenizer) tokenizer = NULL;

  if (sema_tensors_is_format (sema_set_get_format (set)) && order->path != NULL)
    tokenizer = open_tokenizer (order, reading);
  return sema_diagnosis_new (set, tokenizer, &order->options, progress, error);
}

static void
free_diagnosis (gpointer data)
{
  sema_diagnosis_unref (data);
}

static const SemaSessionJob diagnosing = {diagnose, order_free, free_diagnosis};

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
  Order *order;

  g_return_if_fail (self->set != NULL);

  order = g_new (Order, 1);
  *order = (Order) {g_strdup (self->path), g_strdup (self->tokenizer), *options};
  sema_session_job_begin (self, &diagnosing, order, progress, callback, user_data);
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
 * @error: as sema_session_job_finish() and sema_diagnosis_new()
 *
 * From then on the words of the map about whose rows something was found are marked, until another file is open.
 *
 * Returns: (transfer full) (nullable): what was found
 */
SemaDiagnosis *
sema_session_diagnose_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  SemaDiagnosis *diagnosis = sema_session_job_finish (self, &diagnosing, result, error);

  keep (self, diagnosis);
  return diagnosis;
}
