/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "sema-corpus.h"

G_BEGIN_DECLS

/* The least time between two snapshots. */
#define SEMA_TRAINING_SLICE (G_TIME_SPAN_SECOND / 30)

#define SEMA_TRAINING_MOST_POINTS 500 /* of the curve of the loss */

/**
 * SemaTrainingState:
 * @SEMA_TRAINING_EMPTY: there is no text
 * @SEMA_TRAINING_READING: it is being read
 * @SEMA_TRAINING_PAUSED: it can go on
 * @SEMA_TRAINING_RUNNING: it goes on
 * @SEMA_TRAINING_DONE: the text was gone through as often as it should be
 *
 * What a training does.
 */
typedef enum {
  SEMA_TRAINING_EMPTY,
  SEMA_TRAINING_READING,
  SEMA_TRAINING_PAUSED,
  SEMA_TRAINING_RUNNING,
  SEMA_TRAINING_DONE,
} SemaTrainingState;

/**
 * SemaTrainingSettings:
 * @learning: how it is learnt
 * @min_count: how often a word must be in the text to be kept, 1 or more
 * @most_words: how many words a snapshot has while it runs, the most frequent ones; 0: all
 *
 * All that decides what comes out, but for the text.
 */
typedef struct
{
  SemaSkipgramSettings learning;
  guint64              min_count;
  guint32              most_words;
} SemaTrainingSettings;

#define SEMA_TRAINING_DEFAULTS \
  ((SemaTrainingSettings) {.learning = SEMA_SKIPGRAM_DEFAULTS, .min_count = SEMA_CORPUS_MIN_COUNT, .most_words = 2000})

#define SEMA_TYPE_TRAINING (sema_training_get_type ())
G_DECLARE_FINAL_TYPE (SemaTraining, sema_training, SEMA, TRAINING, GObject)

SemaTraining *sema_training_new (void);

void sema_training_open (SemaTraining *self, const char *path, const SemaTrainingSettings *settings);
void sema_training_restart (SemaTraining *self, const SemaTrainingSettings *settings);
void sema_training_start (SemaTraining *self);
void sema_training_pause (SemaTraining *self);
void sema_training_step (SemaTraining *self);

void sema_training_forget (SemaTraining *self);

SemaTrainingState sema_training_get_state (SemaTraining *self);
double            sema_training_get_read_share (SemaTraining *self);
guint64           sema_training_get_n_done (SemaTraining *self);
guint64           sema_training_get_n_total (SemaTraining *self);
const double     *sema_training_get_losses (SemaTraining *self, gsize *n_losses);
SemaSet          *sema_training_get_snapshot (SemaTraining *self);
gboolean          sema_training_is_whole (SemaTraining *self);
SemaCorpus       *sema_training_get_corpus (SemaTraining *self);

G_END_DECLS
