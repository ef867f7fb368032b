/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-weight-view-private.h"

/* Rows of a file that is mapped may have to come from the disk: the main loop does not wait for them. */

typedef struct
{
  SemaMatrix *matrix;
  guint64     first;
  guint64     end;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sema_matrix_unref (job->matrix);
  g_free (job);
}

static void
fetch (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  sema_matrix_fetch (job->matrix, job->first, job->end);
  g_task_return_boolean (task, TRUE);
}

static void
fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaWeightView *self = SEMA_WEIGHT_VIEW (source);
  const Job      *job = g_task_get_task_data (G_TASK (result));

  self->is_fetching = FALSE;
  if (job->matrix == self->grid.matrix)
    {
      self->fetched[0] = job->first;
      self->fetched[1] = job->end;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A screen more on both sides is on its way before it is scrolled to. */
static void
start (SemaWeightView *self, guint64 first, guint64 end)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, fetched, NULL);
  guint64           n = end - first;
  Job              *job = g_new (Job, 1);

  *job = (Job) {sema_matrix_ref ((SemaMatrix *)self->grid.matrix), first > n ? first - n : 0, MIN (end + n, sema_matrix_get_n_rows (self->grid.matrix))};
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, fetch);
  self->is_fetching = TRUE;
}

/* Finds out whether the rows that are seen can be drawn. Those that were fetched are, even if the disk has them again: a matrix larger
 * than the memory would never be seen. */
void
sema_weight_view_fetch_rows (SemaWeightView *self)
{
  SemaWeightGridView view;
  guint64            first, end;

  self->is_waiting = FALSE;
  view = sema_weight_view_get_view (self);
  sema_weight_grid_find_rows (&self->grid, &self->layout, &view, &first, &end);
  if (first >= self->fetched[0] && end <= self->fetched[1])
    return;
  self->is_waiting = !sema_matrix_is_at_hand (self->grid.matrix, first, end);
  if (self->is_waiting && !self->is_fetching)
    start (self, first, end);
}
