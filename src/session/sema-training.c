/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-training.h"

#include <gio/gio.h>

#include "sema-error.h"
#include "sema-training-run.h"

/**
 * SemaTraining:
 *
 * Word vectors that are being learnt from a text, in a thread, so that they can be looked at meanwhile. The thread works in slices of a
 * thirtieth of a second; after each the main loop gets a snapshot, and begins the next one. What is learnt does not depend on
 * when it was paused.
 *
 * The signal “changed” tells that what the getters return may be another; “failed” gives a sentence, and there is then no text.
 *
 * @run: (nullable): the training that is shown
 * @slice: (nullable): the part of it that a thread works on
 * @n_steps: that were asked for while there was a slice
 * @has_begun: whether @run has made its first snapshot
 */
struct _SemaTraining
{
  GObject parent_instance;

  SemaTrainingRun   *run;
  SemaTrainingSlice *slice;
  gboolean           is_running;
  guint64            n_steps;
  gboolean           has_begun;

  SemaSet    *snapshot;
  gboolean    is_whole;
  SemaCorpus *corpus;
  GArray     *losses;
  guint64     n_done;
  guint64     n_total;
};

G_DEFINE_FINAL_TYPE (SemaTraining, sema_training, G_TYPE_OBJECT)

static guint changed_signal;
static guint failed_signal;

static void begin_slice (SemaTraining *self, guint64 most_chunks);

static void
emit_changed (SemaTraining *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
forget_results (SemaTraining *self)
{
  g_clear_pointer (&self->snapshot, sema_set_unref);
  g_clear_pointer (&self->corpus, sema_corpus_unref);
  g_array_set_size (self->losses, 0);
  self->n_done = self->n_total = 0;
  self->is_whole = self->has_begun = self->is_running = FALSE;
  self->n_steps = 0;
}

/* The thread may still work on it for a chunk; what comes out finds that nobody wants it. */
static void
drop_run (SemaTraining *self)
{
  if (self->run != NULL)
    sema_training_run_cancel (self->run);
  g_clear_pointer (&self->run, sema_training_run_unref);
  self->slice = NULL;
}

static void
sema_training_dispose (GObject *object)
{
  SemaTraining *self = SEMA_TRAINING (object);

  drop_run (self);
  forget_results (self);
  G_OBJECT_CLASS (sema_training_parent_class)->dispose (object);
}

static void
sema_training_finalize (GObject *object)
{
  g_array_unref (SEMA_TRAINING (object)->losses);
  G_OBJECT_CLASS (sema_training_parent_class)->finalize (object);
}

static void
sema_training_class_init (SemaTrainingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sema_training_dispose;
  G_OBJECT_CLASS (klass)->finalize = sema_training_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sema_training_init (SemaTraining *self)
{
  self->losses = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * sema_training_new:
 *
 * Returns: (transfer full): a training without a text
 */
SemaTraining *
sema_training_new (void)
{
  return g_object_new (SEMA_TYPE_TRAINING, NULL);
}

static void
take_results (SemaTraining *self, SemaTrainingSlice *slice)
{
  g_clear_pointer (&self->snapshot, sema_set_unref);
  g_clear_pointer (&self->corpus, sema_corpus_unref);
  self->snapshot = g_steal_pointer (&slice->snapshot);
  self->corpus = g_steal_pointer (&slice->corpus);
  g_array_set_size (self->losses, 0);
  g_array_append_vals (self->losses, slice->losses->data, slice->losses->len);
  self->is_whole = slice->is_whole;
  self->n_done = slice->n_done;
  self->n_total = slice->n_total;
  self->has_begun = TRUE;
}

/* What is to be done after a slice. */
static void
go_on (SemaTraining *self)
{
  if (self->n_done == self->n_total)
    {
      self->is_running = FALSE;
      self->n_steps = 0;
    }
  if (self->is_running)
    begin_slice (self, G_MAXUINT64);
  else if (self->n_steps > 0)
    {
      self->n_steps--;
      begin_slice (self, 1);
    }
  else if (!self->is_whole)
    begin_slice (self, 0);
}

static void
fail (SemaTraining *self, const GError *error)
{
  sema_training_forget (self);
  g_signal_emit (self, failed_signal, 0, error->message);
}

/* The training may have gone while a thread worked. */
static void
slice_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef                *weak = user_data;
  g_autoptr (SemaTraining) self = g_weak_ref_get (weak);
  SemaTrainingSlice       *slice = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)       error = NULL;
  gboolean                 fine = g_task_propagate_boolean (G_TASK (result), &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL || self->slice != slice)
    return;
  self->slice = NULL;
  if (!fine)
    {
      fail (self, error);
      return;
    }
  take_results (self, slice);
  go_on (self);
  emit_changed (self);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (sema_training_slice_work (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
begin_slice (SemaTraining *self, guint64 most_chunks)
{
  GWeakRef         *weak = g_new (GWeakRef, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, slice_ended, weak);

  g_weak_ref_init (weak, self);
  self->slice = sema_training_slice_new (self->run, most_chunks);
  g_task_set_source_tag (task, begin_slice);
  g_task_set_task_data (task, self->slice, (GDestroyNotify)sema_training_slice_free);
  g_task_run_in_thread (task, work_in_thread);
}

static void
begin_run (SemaTraining *self, SemaTrainingRun *run)
{
  drop_run (self);
  forget_results (self);
  self->run = run;
  begin_slice (self, 0);
  emit_changed (self);
}

/**
 * sema_training_open:
 * @self: a training
 * @path: a text, plain or gzip
 * @settings: how to learn from it
 *
 * Forgets what was learnt, reads the text in a thread, and is then paused before the first word, with a snapshot of the random vectors.
 */
void
sema_training_open (SemaTraining *self, const char *path, const SemaTrainingSettings *settings)
{
  begin_run (self, sema_training_run_new (path, NULL, settings));
}

/**
 * sema_training_restart:
 * @self: a training with a text
 * @settings: how to learn from it
 *
 * Forgets what was learnt, and is then paused before the first word. The text is read again only where the least count is another.
 */
void
sema_training_restart (SemaTraining *self, const SemaTrainingSettings *settings)
{
  gboolean is_same;

  g_return_if_fail (self->run != NULL);

  is_same = self->corpus != NULL && sema_training_run_get_settings (self->run)->min_count == settings->min_count;
  begin_run (self, sema_training_run_new (sema_training_run_get_path (self->run), is_same ? self->corpus : NULL, settings));
}

/**
 * sema_training_start:
 * @self: a training
 *
 * Goes on until it is paused or done. Does nothing where there is no text, or all is done.
 */
void
sema_training_start (SemaTraining *self)
{
  if (self->run == NULL || self->is_running || (self->has_begun && self->n_done == self->n_total))
    return;
  self->is_running = TRUE;
  if (self->slice == NULL)
    begin_slice (self, G_MAXUINT64);
  emit_changed (self);
}

/**
 * sema_training_pause:
 * @self: a training
 *
 * Stops after the chunk of words that is being learnt. A snapshot of all words follows.
 */
void
sema_training_pause (SemaTraining *self)
{
  if (!self->is_running)
    return;
  self->is_running = FALSE;
  if (self->slice != NULL)
    g_atomic_int_set (&self->slice->is_stopped, TRUE);
  emit_changed (self);
}

/**
 * sema_training_step:
 * @self: a training
 *
 * Goes on by a few words, 1/%SEMA_TRAINING_MOST_POINTS of all or less; while it runs, pauses it instead.
 */
void
sema_training_step (SemaTraining *self)
{
  if (self->is_running)
    {
      sema_training_pause (self);
      return;
    }
  if (self->run == NULL || (self->has_begun && self->n_done == self->n_total))
    return;
  if (self->slice != NULL)
    self->n_steps++;
  else
    begin_slice (self, 1);
}

/**
 * sema_training_forget:
 * @self: a training
 *
 * Leaves the text, even while it is read: then there is none.
 */
void
sema_training_forget (SemaTraining *self)
{
  drop_run (self);
  forget_results (self);
  emit_changed (self);
}

/**
 * sema_training_get_state:
 * @self: a training
 *
 * Returns: what it does
 */
SemaTrainingState
sema_training_get_state (SemaTraining *self)
{
  if (self->run == NULL)
    return SEMA_TRAINING_EMPTY;
  if (!self->has_begun)
    return SEMA_TRAINING_READING;
  if (self->n_done == self->n_total)
    return SEMA_TRAINING_DONE;
  return self->is_running ? SEMA_TRAINING_RUNNING : SEMA_TRAINING_PAUSED;
}

/**
 * sema_training_get_read_share:
 * @self: a training
 *
 * Returns: how much of its text has been read, 0 to 1
 */
double
sema_training_get_read_share (SemaTraining *self)
{
  return self->run != NULL ? sema_training_run_get_read_share (self->run) : 0;
}

/**
 * sema_training_get_n_done:
 * @self: a training
 *
 * Returns: how many words of the text were gone through when the snapshot was taken, each as often as it was
 */
guint64
sema_training_get_n_done (SemaTraining *self)
{
  return self->n_done;
}

/**
 * sema_training_get_n_total:
 * @self: a training
 *
 * Returns: how many it will have been in the end; 0 as long as the text is not read
 */
guint64
sema_training_get_n_total (SemaTraining *self)
{
  return self->n_total;
}

/**
 * sema_training_get_losses:
 * @self: a training
 * @n_losses: (out): how many points there are, %SEMA_TRAINING_MOST_POINTS at the most
 *
 * Returns: (transfer none): (n_losses) the mean loss of equal parts of the way, from the beginning on; the same whenever it
 *   was paused. Valid until the next “changed”.
 */
const double *
sema_training_get_losses (SemaTraining *self, gsize *n_losses)
{
  *n_losses = self->losses->len;
  return (const double *)self->losses->data;
}

/**
 * sema_training_get_snapshot:
 * @self: a training
 *
 * Returns: (transfer none) (nullable): the vectors as they were after the last slice; never changed, and replaced by the next. While
 *   it runs it has only the most frequent words, see sema_training_is_whole().
 */
SemaSet *
sema_training_get_snapshot (SemaTraining *self)
{
  return self->snapshot;
}

/**
 * sema_training_is_whole:
 * @self: a training
 *
 * Returns: whether the snapshot has all words: soon after it is paused, and when it is done
 */
gboolean
sema_training_is_whole (SemaTraining *self)
{
  return self->is_whole;
}

/**
 * sema_training_get_corpus:
 * @self: a training
 *
 * Returns: (transfer none) (nullable): the text, once it is read
 */
SemaCorpus *
sema_training_get_corpus (SemaTraining *self)
{
  return self->corpus;
}
