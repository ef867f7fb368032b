/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-pickle.h"
#include "sema-tensors-private.h"

G_BEGIN_DECLS

/**
 * SemaGensimSubwords:
 * @pickle: of a model
 * @state: the object in it that has the words
 * @words: the tensor of their rows
 * @grams: that of the rows of n-grams; the same as @words where there is none
 * @is_whole: whether the rows of words are the vectors of these already
 *
 * Where a model may be one of FastText.
 */
typedef struct
{
  const SemaPickle *pickle;
  guint32           state;
  guint64           words;
  guint64           grams;
  gboolean          is_whole;
} SemaGensimSubwords;

void sema_gensim_subwords_take (const SemaGensimSubwords *self, SemaTensors *tensors);

G_END_DECLS
