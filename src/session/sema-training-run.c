/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-training-run.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-error.h"
#include "sema-file-name.h"
#include "sema-formats.h"

#define MAX_CHUNK 2000 /* words: some milliseconds, whatever the settings */

struct _SemaTrainingRun
{
  gatomicrefcount      ref_count;
  char                *path;
  SemaTrainingSettings settings;
  SemaProgress        *progress; /* cancels */

  /* Of the thread that works. */
  SemaCorpus   *corpus;
  SemaSkipgram *skipgram;
  guint64       chunk; /* words */
  guint64       chunks_per_point;
  guint64       n_chunks; /* since the last point */
  double        sum;      /* of their losses */
  GArray       *losses;
};

/**
 * sema_training_run_new:
 * @path: of the text
 * @corpus: (nullable): the text, where it was read with the same least count
 * @settings: how
 *
 * Returns: (transfer full): a training that has not begun
 */
SemaTrainingRun *
sema_training_run_new (const char *path, SemaCorpus *corpus, const SemaTrainingSettings *settings)
{
  SemaTrainingRun *self = g_new0 (SemaTrainingRun, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_strdup (path);
  self->corpus = corpus != NULL ? sema_corpus_ref (corpus) : NULL;
  self->settings = *settings;
  self->progress = sema_progress_new ();
  self->losses = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

/**
 * sema_training_run_ref:
 * @self: a training
 *
 * Returns: (transfer full): the same
 */
SemaTrainingRun *
sema_training_run_ref (SemaTrainingRun *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sema_training_run_unref:
 * @self: (transfer full): a training
 */
void
sema_training_run_unref (SemaTrainingRun *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->path);
  sema_progress_unref (self->progress);
  g_clear_pointer (&self->skipgram, sema_skipgram_free);
  g_clear_pointer (&self->corpus, sema_corpus_unref);
  g_array_unref (self->losses);
  g_free (self);
}

/**
 * sema_training_run_get_path:
 * @self: a training
 *
 * Returns: (transfer none): of its text
 */
const char *
sema_training_run_get_path (const SemaTrainingRun *self)
{
  return self->path;
}

/**
 * sema_training_run_get_settings:
 * @self: a training
 *
 * Returns: (transfer none): how
 */
const SemaTrainingSettings *
sema_training_run_get_settings (const SemaTrainingRun *self)
{
  return &self->settings;
}

/**
 * sema_training_run_cancel:
 * @self: a training
 *
 * Ends it from any thread: nobody wants to know what comes out.
 */
void
sema_training_run_cancel (SemaTrainingRun *self)
{
  sema_progress_cancel (self->progress);
}

/**
 * sema_training_run_get_read_share:
 * @self: a training
 *
 * Returns: how much of its text has been read, 0 to 1; any thread may ask
 */
double
sema_training_run_get_read_share (const SemaTrainingRun *self)
{
  return sema_progress_get_fraction (self->progress);
}

/**
 * sema_training_slice_new:
 * @run: a training
 * @most_chunks: how many chunks to go on at the most, 0 for none. A chunk is 1/%SEMA_TRAINING_MOST_POINTS of all, or less.
 *
 * Returns: (transfer full): a part of it, not begun
 */
SemaTrainingSlice *
sema_training_slice_new (SemaTrainingRun *run, guint64 most_chunks)
{
  SemaTrainingSlice *self = g_new0 (SemaTrainingSlice, 1);

  self->run = sema_training_run_ref (run);
  self->most_chunks = most_chunks;
  return self;
}

/**
 * sema_training_slice_free:
 * @self: (transfer full): a part of a training that is over, or was not begun
 */
void
sema_training_slice_free (SemaTrainingSlice *self)
{
  g_clear_pointer (&self->snapshot, sema_set_unref);
  g_clear_pointer (&self->corpus, sema_corpus_unref);
  g_clear_pointer (&self->losses, g_array_unref);
  sema_training_run_unref (self->run);
  g_free (self);
}

static gboolean
check_words (const SemaTrainingRun *run, const SemaCorpus *corpus, GError **error)
{
  g_autofree char *label = sema_file_name_to_label (run->path);
  g_autofree char *count = g_strdup_printf ("%" PRIu64, run->settings.min_count);

  if (sema_corpus_get_text (corpus)->n_words > 0)
    return TRUE;
  if (sema_corpus_get_n_read (corpus) == 0)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("There is no word in “%s”."), label);
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("No word of “%s” is in it as often as %s times."), label, count);
  return FALSE;
}

static gboolean
read_text (SemaTrainingRun *run, GError **error)
{
  g_autoptr (SemaSource) source = NULL;
  g_autoptr (SemaCorpus) corpus = NULL;

  if (run->corpus != NULL)
    return TRUE;
  source = sema_source_open (run->path, run->progress, error);
  corpus = sema_corpus_new (0);
  if (source == NULL || !sema_corpus_add_source (corpus, source, error) ||
      !sema_corpus_finish (corpus, run->settings.min_count, error) || !check_words (run, corpus, error))
    return FALSE;
  run->corpus = g_steal_pointer (&corpus);
  return TRUE;
}

/* As many chunks make a point of the curve that there are not too many points. */
static gboolean
begin (SemaTrainingRun *run, GError **error)
{
  guint64 n_total;

  if (run->skipgram != NULL)
    return TRUE;
  run->skipgram = sema_skipgram_new (sema_corpus_get_text (run->corpus), &run->settings.learning, error);
  if (run->skipgram == NULL)
    return FALSE;
  n_total = sema_skipgram_get_n_total (run->skipgram);
  run->chunk = CLAMP ((n_total + SEMA_TRAINING_MOST_POINTS - 1) / SEMA_TRAINING_MOST_POINTS, 1, MAX_CHUNK);
  run->chunks_per_point = (n_total / run->chunk + SEMA_TRAINING_MOST_POINTS) / SEMA_TRAINING_MOST_POINTS;
  if (n_total <= run->chunk * SEMA_TRAINING_MOST_POINTS)
    run->chunks_per_point = 1;
  return TRUE;
}

/* FALSE when it is over. Chunks begin at the same words however often it was paused, and so do the points. */
static gboolean
learn_chunk (SemaTrainingRun *run)
{
  double loss;

  if (sema_skipgram_step (run->skipgram, run->chunk) == 0)
    return FALSE;
  loss = sema_skipgram_get_loss (run->skipgram);
  run->sum += loss;
  if (++run->n_chunks < run->chunks_per_point)
    return TRUE;
  loss = run->sum / (double)run->n_chunks;
  g_array_append_val (run->losses, loss);
  run->n_chunks = 0;
  run->sum = 0;
  return TRUE;
}

static void
learn (SemaTrainingSlice *self)
{
  gint64 start = g_get_monotonic_time ();

  for (guint64 i = 0; i < self->most_chunks && learn_chunk (self->run); i++)
    if (g_atomic_int_get (&self->is_stopped) || sema_progress_is_cancelled (self->run->progress) ||
        g_get_monotonic_time () - start >= SEMA_TRAINING_SLICE)
      break;
}

/* All words, where it stands still. */
static gboolean
take_snapshot (SemaTrainingSlice *self, GError **error)
{
  SemaTrainingRun *run = self->run;
  g_autofree char *name = sema_file_name_to_set_name (run->path);
  guint32          most_words = self->most_chunks == G_MAXUINT64 ? run->settings.most_words : 0;

  self->n_done = sema_skipgram_get_n_done (run->skipgram);
  self->n_total = sema_skipgram_get_n_total (run->skipgram);
  if (self->n_done >= self->n_total || g_atomic_int_get (&self->is_stopped))
    most_words = 0;
  self->is_whole = most_words == 0 || most_words >= sema_corpus_get_text (run->corpus)->n_words;
  self->corpus = sema_corpus_ref (run->corpus);
  self->losses = g_array_copy (run->losses);
  self->snapshot = sema_corpus_dup_set (run->corpus, run->skipgram, most_words, name, error);
  return self->snapshot != NULL;
}

/**
 * sema_training_slice_work:
 * @self: a part of a training; no other part of it is being worked on
 * @error: as sema_source_open() and sema_corpus_add_source(); %SEMA_FORMAT_ERROR_DAMAGED where no word is frequent enough;
 *   %SEMA_CORE_ERROR_NO_MEMORY; %SEMA_CORE_ERROR_CANCELLED
 *
 * Reads the text, unless it was read, goes on with the learning, and takes a snapshot. In any thread.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_training_slice_work (SemaTrainingSlice *self, GError **error)
{
  SemaTrainingRun *run = self->run;

  if (!read_text (run, error) || !begin (run, error))
    return FALSE;
  learn (self);
  if (!sema_progress_is_cancelled (run->progress))
    return take_snapshot (self, error);
  sema_set_cancelled (error);
  return FALSE;
}
