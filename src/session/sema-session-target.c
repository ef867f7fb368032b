/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-private.h"

/* What is asked about, as long as it is: its target is found anew whenever another map is shown. */

struct _SemaAim
{
  SemaTerm     *terms; /* (n_terms) */
  gsize         n_terms;
  SemaQueryKind kind;
  guint64       rows[SEMA_SCATTER_ENDS]; /* of the answers */
  gsize         n_rows;
};

typedef struct
{
  SemaSet        *set;
  SemaProjection *projection; /* or NULL */
  SemaAim        *aim;
  SemaProgress   *progress;
} AimJob;

static SemaAim *
aim_copy (const SemaAim *aim)
{
  SemaAim *copy = g_memdup2 (aim, sizeof *aim);

  copy->terms = g_memdup2 (aim->terms, aim->n_terms * sizeof *aim->terms);
  return copy;
}

static void
aim_free (SemaAim *aim)
{
  g_free (aim->terms);
  g_free (aim);
}

static void
aim_job_free (gpointer data)
{
  AimJob *job = data;

  sema_set_unref (job->set);
  g_clear_pointer (&job->projection, sema_projection_unref);
  aim_free (job->aim);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
aim_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AimJob     *job = task_data;
  GError     *error = NULL;
  SemaTarget *target = sema_target_new (job->set, job->aim->terms, job->aim->n_terms, &job->aim->kind, job->aim->rows, job->aim->n_rows, job->projection, &error);

  if (target != NULL && !sema_set_check_lost (job->set, &error))
    g_clear_pointer (&target, sema_target_unref);
  if (target == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, target, (GDestroyNotify)sema_target_unref);
}

static void
show (SemaSession *self, SemaTarget *target)
{
  if (target == NULL && self->target == NULL)
    return;
  g_clear_pointer (&self->target, sema_target_unref);
  self->target = target != NULL ? sema_target_ref (target) : NULL;
  sema_session_notify (self, SEMA_SESSION_TARGET);
}

static void
aimed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaSession           *self = SEMA_SESSION (source);
  const AimJob          *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (SemaTarget) target = g_task_propagate_pointer (G_TASK (result), NULL);

  if (job->progress != self->aiming)
    return;
  g_clear_pointer (&self->aiming, sema_progress_unref);
  show (self, target);
  sema_session_let_go_if_lost (self, job->set);
}

static void
stop_aiming (SemaSession *self)
{
  sema_progress_cancel (self->aiming);
  g_clear_pointer (&self->aiming, sema_progress_unref);
}

/* Finds the place of what is asked about on the map that is shown now. */
void
sema_session_aim (SemaSession *self)
{
  g_autoptr (GTask) task = NULL;
  AimJob           *job;

  stop_aiming (self);
  if (self->aim == NULL || self->set == NULL)
    return;
  self->aiming = sema_progress_new ();
  job = g_new (AimJob, 1);
  job->set = sema_set_ref (self->set);
  job->projection = self->projection != NULL ? sema_projection_ref (self->projection) : NULL;
  job->aim = aim_copy (self->aim);
  job->progress = sema_progress_ref (self->aiming);
  task = g_task_new (self, NULL, aimed, NULL);
  g_task_set_task_data (task, job, aim_job_free);
  g_task_run_in_thread (task, aim_in_thread);
}

/**
 * sema_session_drop_target:
 * @self: a session
 *
 * Nothing is asked about any more.
 */
void
sema_session_drop_target (SemaSession *self)
{
  stop_aiming (self);
  g_clear_pointer (&self->aim, aim_free);
  show (self, NULL);
}

/**
 * sema_session_set_target:
 * @self: a session with a set
 * @terms: (n_terms): words with their weights, rows of the set that is open
 * @n_terms: how many
 * @kind: how the question is meant; %SEMA_METHOD_ADD
 * @answers: (element-type SemaAnswer): the answers, the best first
 *
 * Finds what an expression comes to, in a thread: the old target stays until then. It stays what is asked about until it
 * is dropped, or another file is open, and follows the map.
 */
void
sema_session_set_target (SemaSession *self, const SemaTerm *terms, gsize n_terms, const SemaQueryKind *kind, const GPtrArray *answers)
{
  SemaAim *aim = g_new0 (SemaAim, 1);

  aim->terms = g_memdup2 (terms, n_terms * sizeof *terms);
  aim->n_terms = n_terms;
  aim->kind = *kind;
  aim->n_rows = MIN (answers->len, SEMA_SCATTER_ENDS);
  for (gsize i = 0; i < aim->n_rows; i++)
    aim->rows[i] = ((SemaAnswer *)g_ptr_array_index (answers, i))->row;
  g_clear_pointer (&self->aim, aim_free);
  self->aim = aim;
  sema_session_aim (self);
}

/**
 * sema_session_get_target:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what the expression comes to that is asked about; its place is one on the map of its
 *   own projection only
 */
SemaTarget *
sema_session_get_target (SemaSession *self)
{
  return self->target;
}
