/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-sigmoid.h"

G_BEGIN_DECLS

#define SEMA_SKIPGRAM_LANES 8 /* rows are padded with zeros to a multiple of it */
#define SEMA_SKIPGRAM_MAX_NEGATIVES 100
#define SEMA_SKIPGRAM_MAX_LENGTH 100 /* of a word's vector */

double sema_skipgram_pair_learn (float *word, float *const *outputs, guint n_outputs, gsize stride, float rate, const SemaSigmoid *sigmoid);

G_END_DECLS
