/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-save.h"

#include "sema-session-private.h"

typedef struct
{
  const SemaVectorsWriter *writer;
  SemaSet                 *set;
  GArray                  *rows; /* guint64; NULL: all */
  SemaSavedMisfits         misfits;
  guint64                  n_written;
  char                    *note;
  char                    *path;
  SemaProgress            *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sema_set_unref (job->set);
  g_clear_pointer (&job->rows, g_array_unref);
  g_free (job->note);
  g_free (job->path);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
add_row (SemaSession *self, const char *word, GArray *rows)
{
  guint64 row = sema_vocab_find (sema_set_get_vocab (self->set), word, -1);

  if (row != SEMA_VOCAB_NO_ROW)
    g_array_append_val (rows, row);
}

/**
 * sema_session_find_saved:
 * @self: a session with a set
 * @words: which are meant
 *
 * Returns: (transfer full) (element-type guint64) (nullable): their rows, none at all perhaps; %NULL for all of the file
 */
GArray *
sema_session_find_saved (SemaSession *self, SemaSavedWords words)
{
  GArray *rows;

  if (words == SEMA_SAVED_ALL)
    return NULL;
  rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  if (words == SEMA_SAVED_SELECTED)
    for (char **word = self->selected; word != NULL && *word != NULL; word++)
      add_row (self, *word, rows);
  else
    for (guint i = 0; i < self->recipe->words->len; i++)
      add_row (self, sema_recipe_get_word (self->recipe, i), rows);
  return rows;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job          *job = task_data;
  GError       *error = NULL;
  SemaSavedRows rows;

  sema_saved_rows_init_all (&rows, job->set);
  if (job->rows != NULL)
    {
      rows.rows = (const guint64 *)job->rows->data;
      rows.n_rows = job->rows->len;
    }
  if (sema_vectors_save_rows (job->writer, &rows, job->misfits, job->path, &job->n_written, &job->note, job->progress, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * sema_session_save_async:
 * @self: a session with a set, that is not saving
 * @writer: the format
 * @words: whose vectors; there is one at least
 * @misfits: what becomes of words that the format cannot have
 * @path: file name
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes vectors in a thread. What is opened meanwhile does not matter: those that were open when it began are written.
 */
void
sema_session_save_async (SemaSession *self, const SemaVectorsWriter *writer, SemaSavedWords words, SemaSavedMisfits misfits, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (self->set != NULL && self->saving == NULL);

  self->saving = sema_progress_new ();
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, sema_session_save_async);
  job = g_new (Job, 1);
  *job = (Job) {writer, sema_set_ref (self->set), sema_session_find_saved (self, words), misfits, 0, NULL, g_strdup (path), sema_progress_ref (self->saving)};
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * sema_session_save_finish:
 * @self: a session
 * @result: of the job
 * @n_words: (out): how many were written
 * @note: (out) (transfer full) (nullable): what became of words that the format cannot have
 * @error: as SemaVectorsWriter has it
 *
 * Returns: whether the file is there
 */
gboolean
sema_session_save_finish (SemaSession *self, GAsyncResult *result, guint64 *n_words, char **note, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  *n_words = job->n_written;
  *note = g_steal_pointer (&job->note);
  if (self->saving == job->progress)
    g_clear_pointer (&self->saving, sema_progress_unref);
  sema_session_let_go_if_lost (self, job->set);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * sema_session_is_saving:
 * @self: a session
 *
 * Returns: whether vectors are being written
 */
gboolean
sema_session_is_saving (SemaSession *self)
{
  return self->saving != NULL;
}

/**
 * sema_session_get_save_fraction:
 * @self: a session
 *
 * Returns: how much of the vectors is written, 0 to 1
 */
double
sema_session_get_save_fraction (SemaSession *self)
{
  return sema_progress_get_fraction (self->saving);
}

/**
 * sema_session_cancel_save:
 * @self: a session
 *
 * Gives up what is being written; an old file of that name stays as it was.
 */
void
sema_session_cancel_save (SemaSession *self)
{
  sema_progress_cancel (self->saving);
}
