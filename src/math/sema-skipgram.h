/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sema-skipgram-pair.h"

G_BEGIN_DECLS

/* Stands between two sentences. */
#define SEMA_SKIPGRAM_END G_MAXUINT32

/**
 * SemaSkipgramText:
 * @ids: (n_ids) the words of a text in their order, with %SEMA_SKIPGRAM_END between sentences
 * @n_ids: how many, the ends counted
 * @counts: (n_words) how often each word is in @ids, 1 or more
 * @n_words: how many different words
 *
 * What is learnt from, borrowed.
 */
typedef struct
{
  const guint32 *ids;
  guint64        n_ids;
  const guint64 *counts;
  guint32        n_words;
} SemaSkipgramText;

/**
 * SemaSkipgramSettings:
 * @dim: numbers of a vector, 1 or more
 * @window: how many words to the left and to the right may be near, 1 or more
 * @negatives: words that are drawn against each that is near, 1 to %SEMA_SKIPGRAM_MAX_NEGATIVES
 * @epochs: how often the text is gone through, 1 or more
 * @rate: how far a step goes at the beginning; goes down with the words done
 * @sample: which share of the text a word may have before some of its places are passed over, 0.001 say; 0: any
 * @seed: of everything that is drawn
 *
 * How it is learnt: those of word2vec. SEMA_SKIPGRAM_DEFAULTS is to start from.
 */
typedef struct
{
  gsize   dim;
  guint   window;
  guint   negatives;
  guint   epochs;
  double  rate;
  double  sample;
  guint64 seed;
} SemaSkipgramSettings;

#define SEMA_SKIPGRAM_DEFAULTS ((SemaSkipgramSettings) {.dim = 50, .window = 5, .negatives = 5, .epochs = 5, .rate = 0.025, .sample = 0, .seed = 1})

/**
 * SemaSkipgram:
 *
 * Word vectors that are being learnt from a text, some words at a time. One thread's own.
 */
typedef struct _SemaSkipgram SemaSkipgram;

SemaSkipgram *sema_skipgram_new (const SemaSkipgramText *text, const SemaSkipgramSettings *settings, GError **error);
void          sema_skipgram_free (SemaSkipgram *self);

gsize        sema_skipgram_get_dim (const SemaSkipgram *self);
guint64      sema_skipgram_step (SemaSkipgram *self, guint64 n_words);
guint64      sema_skipgram_get_n_done (const SemaSkipgram *self);
guint64      sema_skipgram_get_n_total (const SemaSkipgram *self);
double       sema_skipgram_get_loss (const SemaSkipgram *self);
const float *sema_skipgram_get_row (const SemaSkipgram *self, guint32 word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaSkipgram, sema_skipgram_free)

G_END_DECLS
