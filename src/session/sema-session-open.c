/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-private.h"

#include "sema-error.h"
#include "sema-preload.h"

typedef struct
{
  char              *path;
  char              *part;
  char              *tokenizer;
  SemaVectorsPlace  *place;
  SemaProgress      *progress;
  SemaFormatsOptions options;
  guint64            keep_most;
  SemaKeptNote       note;
  SemaPreload       *preload; /* NULL where the file was not begun while the program started */
} OpenJob;

static void
open_job_free (gpointer data)
{
  OpenJob *job = data;

  g_free (job->path);
  g_free (job->part);
  g_free (job->tokenizer);
  sema_vectors_place_free (job->place);
  sema_progress_unref (job->progress);
  g_free (job);
}

static SemaSet *
get_set (OpenJob *job, GError **error)
{
  if (job->preload != NULL)
    return sema_preload_finish (g_steal_pointer (&job->preload), &job->place, &job->note, error);
  /* Before the vectors: what changes while they are read is not what was read. */
  job->place = sema_vectors_place_new (job->path);
  return sema_kept_open (job->path, &job->options, job->keep_most, &job->note, job->progress, error);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError  *error = NULL;
  SemaSet *set = get_set (task_data, &error);

  if (set == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, set, (GDestroyNotify)sema_set_unref);
}

typedef struct
{
  char        *path;
  char        *part;
  SemaSet     *set;
  SemaKeptNote note;
  guint64      keep_most;
} KeepJob;

static void
keep_job_free (gpointer data)
{
  KeepJob *job = data;

  g_free (job->path);
  g_free (job->part);
  sema_set_unref (job->set);
  g_free (job);
}

/* Nobody waits for it, and where it fails the next opening takes as long as this one. */
static void
keep_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeepJob           *job = task_data;
  g_autoptr (GError) error = NULL;

  if (!sema_kept_store (job->path, job->part, &job->note, job->set, job->keep_most, NULL, &error))
    g_info ("%s", error->message);
  g_task_return_boolean (task, TRUE);
}

static void
keep (SemaSet *set, const OpenJob *opened)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  KeepJob          *job = g_new (KeepJob, 1);

  *job = (KeepJob) {g_strdup (opened->path), g_strdup (opened->part), sema_set_ref (set), opened->note, opened->keep_most};
  g_task_set_task_data (task, job, keep_job_free);
  g_task_run_in_thread (task, keep_in_thread);
}

static void
stop_loading (SemaSession *self)
{
  g_clear_pointer (&self->opening, sema_progress_unref);
  sema_session_notify (self, SEMA_SESSION_LOADING);
}

static void
take_coming_camera (SemaSession *self)
{
  if (!self->has_coming)
    return;
  self->camera = self->coming;
  self->has_coming = FALSE;
  self->camera_is_told = TRUE;
}

static void
take_set (SemaSession *self, SemaSet *set, OpenJob *job)
{
  sema_session_drop_target (self);
  g_clear_pointer (&self->diagnosis, sema_diagnosis_unref);
  g_clear_pointer (&self->set, sema_set_unref);
  self->set = set;
  g_free (self->path);
  self->path = g_strdup (job->path);
  sema_vectors_place_free (self->place);
  self->place = g_steal_pointer (&job->place);
  take_coming_camera (self);
  self->most_rows = job->options.most_rows;
  g_free (self->part);
  self->part = g_strdup (job->part);
  g_free (self->tokenizer);
  self->tokenizer = g_strdup (job->tokenizer);
  stop_loading (self);
  sema_session_notify (self, SEMA_SESSION_SET);
  sema_session_notify (self, SEMA_SESSION_PATH);
  sema_session_emit_loaded (self);
  sema_session_project (self);
  sema_session_make_picture (self);
  sema_session_make_narrow (self);
}

/* The set, or the error when there is none. */
static void
take (SemaSession *self, OpenJob *job, SemaSet *set, const GError *error)
{
  if (set != NULL)
    {
      if (job->note.is_wanted)
        keep (set, job);
      take_set (self, set, job);
      return;
    }
  stop_loading (self);
  if (!g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED))
    sema_session_emit_load_failed (self, error, self->load_name);
}

/* The job whose progress is no longer the session's is stale: its result is dropped, whatever it is. */
static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaSession        *self = SEMA_SESSION (source);
  OpenJob            *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->progress == self->opening)
    take (self, job, g_steal_pointer (&set), error);
}

static void
open_at_once (SemaSession *self, OpenJob *job)
{
  g_autoptr (GError) error = NULL;
  SemaSet           *set = get_set (job, &error);

  take (self, job, set, error);
  open_job_free (job);
}

static void
start_to_open (SemaSession *self, OpenJob *job)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, opened, NULL);

  g_task_set_task_data (task, job, open_job_free);
  g_task_run_in_thread (task, open_in_thread);
}

static void
name_load (SemaSession *self, const char *path, const char *part)
{
  g_free (self->load_path);
  self->load_path = g_strdup (path);
  g_free (self->load_name);
  self->load_name = g_filename_display_basename (path);
  g_free (self->load_part);
  self->load_part = g_strdup (part);
}

/* @camera: of its map, where it is known. */
static void
open_file (SemaSession *self, const char *path, const SemaFormatsOptions *options, const SemaCamera *camera)
{
  OpenJob *job = g_new0 (OpenJob, 1);

  if (self->set == NULL)
    self->camera = camera != NULL ? *camera : (SemaCamera) {0, 0, 0};
  self->coming = camera != NULL ? *camera : (SemaCamera) {0, 0, 0};
  self->has_coming = camera != NULL;
  sema_progress_cancel (self->opening);
  g_clear_pointer (&self->opening, sema_progress_unref);
  job->part = g_strdup (options->part);
  job->tokenizer = g_strdup (options->tokenizer);
  job->options = (SemaFormatsOptions) {.most_rows = options->most_rows, .part = job->part, .tokenizer = job->tokenizer};
  if (options->most_rows == 0 && options->part == NULL && options->tokenizer == NULL)
    job->preload = sema_preload_take (path);
  self->opening = job->preload != NULL ? sema_progress_ref (sema_preload_get_progress (job->preload)) : sema_progress_new ();
  job->path = g_strdup (path);
  job->progress = sema_progress_ref (self->opening);
  job->keep_most = self->keep_most;
  name_load (self, job->path, job->part); /* @path may be the name that goes away there */
  sema_session_notify (self, SEMA_SESSION_LOAD_NAME);
  sema_session_notify (self, SEMA_SESSION_LOADING);
  /* What is open by now is there at once: the first picture of the window then shows it. */
  if (job->preload != NULL && sema_preload_is_done (job->preload))
    open_at_once (self, job);
  else
    start_to_open (self, job);
}

/**
 * sema_session_open:
 * @self: a session
 * @path: file name of word vectors
 *
 * Opens a file in a thread, unless sema_preload_start() has it open by now: then it is there at once. One that is being opened already is given up. The set that is open stays until the new one
 * is whole, and for good if the file cannot be opened, which SemaSession::load-failed tells. While nothing is open the
 * camera goes to where it fits everything: where it was belongs to another file.
 */
void
sema_session_open (SemaSession *self, const char *path)
{
  sema_session_open_first (self, path, 0);
}

/**
 * sema_session_open_first:
 * @self: a session
 * @path: file name of word vectors
 * @most_rows: how many of its words are wanted, from the first on; 0: all
 *
 * The same, for a file that is too large to be opened whole.
 */
void
sema_session_open_first (SemaSession *self, const char *path, guint64 most_rows)
{
  g_return_if_fail (SEMA_IS_SESSION (self) && path != NULL);

  open_file (self, path, &(SemaFormatsOptions) {.most_rows = most_rows}, NULL);
}

/**
 * sema_session_open_with:
 * @self: a session
 * @path: file name of word vectors
 * @options: which of them are wanted; what they will be asked with does not count
 *
 * The same, for a part of what is in a file.
 */
void
sema_session_open_with (SemaSession *self, const char *path, const SemaFormatsOptions *options)
{
  g_return_if_fail (SEMA_IS_SESSION (self) && path != NULL);

  open_file (self, path, options, NULL);
}

/**
 * sema_session_open_model:
 * @self: a session
 * @path: file name of a model, of arrays or of an archive
 * @part: (nullable): name of a matrix or of a file in it; %NULL: the one that looks like the embedding matrix, or the only one
 * @tokenizer: (nullable): file name of its tokenizer; %NULL: the one beside it
 *
 * The same, with a chosen part of the file, or the tokens of a chosen tokenizer.
 */
void
sema_session_open_model (SemaSession *self, const char *path, const char *part, const char *tokenizer)
{
  g_return_if_fail (SEMA_IS_SESSION (self) && path != NULL);

  open_file (self, path, &(SemaFormatsOptions) {.part = part, .tokenizer = tokenizer}, NULL);
}

/**
 * sema_session_open_at:
 * @self: a session
 * @path: file name of word vectors
 * @options: which of them are wanted; what they will be asked with does not count
 * @camera: where their map is to be looked at from; scale 0 fits everything
 *
 * The same, for a file that was looked at before.
 */
void
sema_session_open_at (SemaSession *self, const char *path, const SemaFormatsOptions *options, const SemaCamera *camera)
{
  g_return_if_fail (SEMA_IS_SESSION (self) && path != NULL && camera != NULL);

  open_file (self, path, options, camera);
}

/* Closes the set when its file has gone; what was computed of another one does not matter any more. To be called when a job
 * on a set has ended. */
void
sema_session_let_go_if_lost (SemaSession *self, const SemaSet *set)
{
  g_autoptr (GError) error = NULL;

  if (set == NULL || set != self->set || sema_set_check_lost (set, &error))
    return;
  sema_progress_cancel (self->projecting);
  g_clear_pointer (&self->projecting, sema_progress_unref);
  g_clear_pointer (&self->projection, sema_projection_unref);
  sema_session_drop_picture (self);
  sema_session_drop_narrow (self);
  sema_session_drop_target (self);
  g_clear_pointer (&self->diagnosis, sema_diagnosis_unref);
  g_clear_pointer (&self->set, sema_set_unref);
  sema_session_notify (self, SEMA_SESSION_PROJECTION);
  sema_session_notify (self, SEMA_SESSION_BUSY);
  sema_session_notify (self, SEMA_SESSION_SET);
  sema_session_emit_load_failed (self, error, self->load_name);
}

/**
 * sema_session_set_keep_most:
 * @self: a session
 * @n_bytes: what copies of files that take time to open may take on the disk; 0 for none
 *
 * Says whether copies are kept for opening faster, from the next file on; see sema_kept_open().
 */
void
sema_session_set_keep_most (SemaSession *self, guint64 n_bytes)
{
  self->keep_most = n_bytes;
}

/**
 * sema_session_cancel_open:
 * @self: a session
 *
 * Gives up what is being opened; the set that is open stays. The thread ends by itself.
 */
void
sema_session_cancel_open (SemaSession *self)
{
  g_return_if_fail (SEMA_IS_SESSION (self));

  if (self->opening == NULL)
    return;
  sema_progress_cancel (self->opening);
  stop_loading (self);
}

/**
 * sema_session_get_open_fraction:
 * @self: a session
 *
 * Returns: how much of the file that is being opened has been read, 0 to 1
 */
double
sema_session_get_open_fraction (SemaSession *self)
{
  return sema_progress_get_fraction (self->opening);
}

/**
 * sema_session_get_set:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the vectors that are open
 */
SemaSet *
sema_session_get_set (SemaSession *self)
{
  return self->set;
}

/**
 * sema_session_get_path:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): file name of the vectors that are open
 */
const char *
sema_session_get_path (SemaSession *self)
{
  return self->path;
}

/**
 * sema_session_get_place:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): how the file that is open is found again
 */
const SemaVectorsPlace *
sema_session_get_place (SemaSession *self)
{
  return self->place;
}

/**
 * sema_session_get_part:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the part of the open file that was asked for, a matrix or a file of an archive; %NULL: none was
 */
const char *
sema_session_get_part (SemaSession *self)
{
  return self->part;
}

/**
 * sema_session_get_tokenizer:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): file name of the tokenizer of the open file that was chosen; %NULL: none was
 */
const char *
sema_session_get_tokenizer (SemaSession *self)
{
  return self->tokenizer;
}

/**
 * sema_session_get_most_rows:
 * @self: a session
 *
 * Returns: how many words of the file that is open were asked for; 0: all
 */
guint64
sema_session_get_most_rows (SemaSession *self)
{
  return self->most_rows;
}

/**
 * sema_session_get_load_path:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): path of the file opened last, or being opened
 */
const char *
sema_session_get_load_path (SemaSession *self)
{
  return self->load_path;
}

/**
 * sema_session_get_loading:
 * @self: a session
 *
 * Returns: whether a file is being opened
 */
gboolean
sema_session_get_loading (SemaSession *self)
{
  return self->opening != NULL;
}

/**
 * sema_session_get_load_part:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the part that is wanted of the file that is being opened, or was last
 */
const char *
sema_session_get_load_part (SemaSession *self)
{
  return self->load_part;
}

/**
 * sema_session_get_load_name:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): display name of the file opened last, or being opened
 */
const char *
sema_session_get_load_name (SemaSession *self)
{
  return self->load_name;
}
