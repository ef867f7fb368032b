/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"
#include "sema-subwords.h"
#include "sema-tensors.h"

G_BEGIN_DECLS

/**
 * SemaSubwordVectors:
 * @rules: how words are cut into n-grams
 * @words: which tensor has a row for each word
 * @n_words: how many of its rows are those of words, the first ones
 * @grams: which tensor has the rows of n-grams
 * @first_gram: its row of the first bucket
 * @is_pruned: whether only some buckets have a row
 * @kept: guint64: if so, for each that has one the bucket << 32 | the row, counted from @first_gram; ascending
 * @is_divided: whether sums are divided by how many rows they are of, as gensim does it; else they are multiplied by the inverse, as
 *   fastText does it: the last bit may differ
 * @is_whole: whether the rows of words are the vectors of these already, so that only other words are put together of n-grams
 *
 * What the vectors of a model of fastText are composed of: the vector of a word is the mean of its own row and those of its n-grams, that
 * of a word that is not in the file the mean of the latter.
 */
typedef struct
{
  SemaSubwords rules;
  guint64      words;
  guint64      n_words;
  guint64      grams;
  guint64      first_gram;
  gboolean     is_pruned;
  SemaBuffer   kept;
  gboolean     is_divided;
  gboolean     is_whole;
} SemaSubwordVectors;

void     sema_subword_vectors_free (SemaSubwordVectors *self);
gboolean sema_tensors_has_subwords (const SemaTensors *self, guint64 index);
SemaSet *sema_subword_vectors_load (SemaTensors *tensors, const char *name, SemaProgress *progress, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaSubwordVectors, sema_subword_vectors_free)

G_END_DECLS
