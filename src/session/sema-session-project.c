/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-private.h"

#include "sema-error.h"

typedef struct
{
  SemaSet        *set;
  SemaRecipe     *recipe;
  SemaProjection *previous;
  SemaDiagnosis  *diagnosis;
  SemaProgress   *progress;
} ProjectJob;

static void
project_job_free (gpointer data)
{
  ProjectJob *job = data;

  sema_set_unref (job->set);
  sema_recipe_free (job->recipe);
  g_clear_pointer (&job->previous, sema_projection_unref);
  g_clear_pointer (&job->diagnosis, sema_diagnosis_unref);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
project_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ProjectJob     *job = task_data;
  GError         *error = NULL;
  SemaProjection *projection = sema_projection_new (job->set, job->recipe, job->previous, job->progress, &error);

  if (projection == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sema_projection_mark_findings (projection, job->diagnosis);
  g_task_return_pointer (task, projection, (GDestroyNotify)sema_projection_unref);
}

static void
projected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaSession               *self = SEMA_SESSION (source);
  ProjectJob                *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)         error = NULL;
  g_autoptr (SemaProjection) projection = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->progress != self->projecting)
    return;
  sema_session_let_go_if_lost (self, job->set);
  if (self->set == NULL)
    return;
  g_clear_pointer (&self->projecting, sema_progress_unref);
  if (projection != NULL)
    {
      g_clear_pointer (&self->projection, sema_projection_unref);
      self->projection = g_steal_pointer (&projection);
      sema_session_notify (self, SEMA_SESSION_PROJECTION);
      sema_session_aim (self);
    }
  else
    sema_session_emit_projection_failed (self, error);
  sema_session_notify (self, SEMA_SESSION_BUSY);
}

/* Makes the projection anew in a thread; one that is under way is given up. */
void
sema_session_project (SemaSession *self)
{
  ProjectJob       *job;
  g_autoptr (GTask) task = NULL;

  sema_progress_cancel (self->projecting);
  g_clear_pointer (&self->projecting, sema_progress_unref);
  if (self->set == NULL)
    return;
  self->projecting = sema_progress_new ();
  job = g_new (ProjectJob, 1);
  job->set = sema_set_ref (self->set);
  job->recipe = sema_recipe_copy (self->recipe);
  job->previous = self->projection != NULL ? sema_projection_ref (self->projection) : NULL;
  job->diagnosis = self->diagnosis != NULL ? sema_diagnosis_ref (self->diagnosis) : NULL;
  job->progress = sema_progress_ref (self->projecting);
  task = g_task_new (self, NULL, projected, NULL);
  g_task_set_task_data (task, job, project_job_free);
  g_task_run_in_thread (task, project_in_thread);
  sema_session_notify (self, SEMA_SESSION_BUSY);
}

/**
 * sema_session_get_projection:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what the recipe comes to, or what an earlier one came to while
 *   sema_session_get_busy()
 */
SemaProjection *
sema_session_get_projection (SemaSession *self)
{
  return self->projection;
}

/**
 * sema_session_get_busy:
 * @self: a session
 *
 * Returns: whether a projection is being made
 */
gboolean
sema_session_get_busy (SemaSession *self)
{
  return self->projecting != NULL;
}

/**
 * sema_session_get_map_fraction:
 * @self: a session
 *
 * Returns: how much of the map of all words is made, 0 to 1, or −1 while none is being made
 */
double
sema_session_get_map_fraction (SemaSession *self)
{
  return sema_progress_get_total (self->projecting) > 0 ? sema_progress_get_fraction (self->projecting) : -1;
}
