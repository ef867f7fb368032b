/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-private.h"

/* Questions to a large file are answered faster by a narrow copy of its vectors, with the same answers. It is made in a
 * thread after the file is open, as far as there is memory for it; until then, and without it, all rows are read. */

#define SMALLEST ((guint64)4 << 20) /* numbers; fewer are read in a few milliseconds anyway */

typedef struct
{
  SemaSet      *set;
  SemaProgress *progress;
} NarrowJob;

static void
narrow_job_free (gpointer data)
{
  NarrowJob *job = data;

  sema_set_unref (job->set);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  NarrowJob  *job = task_data;
  GError     *error = NULL;
  SemaNarrow *narrow = sema_narrow_new (job->set, job->progress, &error);

  if (narrow == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, narrow, (GDestroyNotify)sema_narrow_unref);
}

static void
made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaSession           *self = SEMA_SESSION (source);
  NarrowJob             *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaNarrow) narrow = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->progress != self->narrowing)
    return;
  g_clear_pointer (&self->narrowing, sema_progress_unref);
  sema_session_let_go_if_lost (self, job->set);
  if (narrow == NULL)
    g_info ("%s", error->message);
  else if (self->set == job->set)
    self->narrow = g_steal_pointer (&narrow);
}

/* Lets go of the copy, and of the one being made: the set is another one, or none. */
void
sema_session_drop_narrow (SemaSession *self)
{
  sema_progress_cancel (self->narrowing);
  g_clear_pointer (&self->narrowing, sema_progress_unref);
  g_clear_pointer (&self->narrow, sema_narrow_unref);
}

/* Makes the copy of the set that is open now, where it is worth it. */
void
sema_session_make_narrow (SemaSession *self)
{
  g_autoptr (GTask) task = NULL;
  NarrowJob        *job;

  sema_session_drop_narrow (self);
  if (sema_set_get_n_rows (self->set) < SMALLEST / sema_set_get_dim (self->set))
    return;
  self->narrowing = sema_progress_new ();
  job = g_new (NarrowJob, 1);
  *job = (NarrowJob) {sema_set_ref (self->set), sema_progress_ref (self->narrowing)};
  task = g_task_new (self, NULL, made, NULL);
  g_task_set_task_data (task, job, narrow_job_free);
  g_task_run_in_thread (task, make_in_thread);
}
