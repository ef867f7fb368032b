/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-training.h"

G_BEGIN_DECLS

/**
 * SemaTrainingRun:
 *
 * One training from its beginning on: what the threads work on, one after the other. Shared by reference.
 */
typedef struct _SemaTrainingRun SemaTrainingRun;

/**
 * SemaTrainingSlice:
 * @run: what it is a part of
 * @most_chunks: how many chunks to go on at the most; 0: none, for the snapshot alone
 * @is_stopped: atomic: the chunk that is being learnt is the last one
 * @snapshot: (nullable): the vectors then
 * @is_whole: whether the snapshot has all words
 * @corpus: the text
 * @losses: (element-type double): the curve so far
 * @n_done: words that were gone through
 * @n_total: how many it will have been
 *
 * A part of a training that takes no longer than %SEMA_TRAINING_SLICE and a chunk, once the text is read. What comes out of it is the
 * thread's until it ends.
 */
typedef struct
{
  SemaTrainingRun *run;
  guint64          most_chunks;
  int              is_stopped;
  SemaSet         *snapshot;
  gboolean         is_whole;
  SemaCorpus      *corpus;
  GArray          *losses;
  guint64          n_done;
  guint64          n_total;
} SemaTrainingSlice;

SemaTrainingRun *sema_training_run_new (const char *path, SemaCorpus *corpus, const SemaTrainingSettings *settings);
SemaTrainingRun *sema_training_run_ref (SemaTrainingRun *self);
void             sema_training_run_unref (SemaTrainingRun *self);

const char                 *sema_training_run_get_path (const SemaTrainingRun *self);
const SemaTrainingSettings *sema_training_run_get_settings (const SemaTrainingRun *self);
void                        sema_training_run_cancel (SemaTrainingRun *self);
double                      sema_training_run_get_read_share (const SemaTrainingRun *self);

SemaTrainingSlice *sema_training_slice_new (SemaTrainingRun *run, guint64 most_chunks);
void               sema_training_slice_free (SemaTrainingSlice *self);
gboolean           sema_training_slice_work (SemaTrainingSlice *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaTrainingRun, sema_training_run_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaTrainingSlice, sema_training_slice_free)

G_END_DECLS
