/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-evaluate.h"

#include "sema-evaluation-kind.h"
#include "sema-session-job.h"
#include "sema-session-private.h"

typedef struct
{
  char      *path;
  guint64    most_words;
  SemaMethod method;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order);
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

static gpointer
evaluate (SemaSet *set, gconstpointer data, SemaProgress *progress, GError **error)
{
  const Order                      *order = data;
  g_autoptr (SemaSessionEvaluation) evaluation = g_new0 (SemaSessionEvaluation, 1);
  g_autoptr (SemaProgress)          looking = sema_progress_new_step (progress);
  SemaEvaluationKind                kind;

  if (!sema_evaluation_kind_find (order->path, &kind, looking, error))
    return NULL;
  if (kind == SEMA_EVALUATION_QUESTIONS)
    evaluation->analogies = sema_evaluation_new (set, order->path, order->most_words, order->method, progress, error);
  else
    evaluation->pairs = sema_pair_evaluation_new (set, order->path, order->most_words, progress, error);
  if (evaluation->analogies == NULL && evaluation->pairs == NULL)
    return NULL;
  return g_steal_pointer (&evaluation);
}

static void
free_evaluation (gpointer data)
{
  sema_session_evaluation_free (data);
}

static const SemaSessionJob evaluating = {evaluate, order_free, free_evaluation};

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
  Order *order;

  g_return_if_fail (self->set != NULL);

  order = g_new (Order, 1);
  *order = (Order) {g_strdup (path), most_words, method};
  sema_session_job_begin (self, &evaluating, order, progress, callback, user_data);
}

/**
 * sema_session_evaluate_finish:
 * @self: a session
 * @result: of the test
 * @error: as sema_session_job_finish(), sema_evaluation_kind_find(), sema_evaluation_new() and sema_pair_evaluation_new()
 *
 * Returns: (transfer full) (nullable): what came of it
 */
SemaSessionEvaluation *
sema_session_evaluate_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  return sema_session_job_finish (self, &evaluating, result, error);
}
