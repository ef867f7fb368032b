/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaPairEvaluation:
 * @pearson: correlation of the cosines with the scores of people, -1 to 1; NaN where there is none
 * @spearman: correlation of their ranks, -1 to 1; NaN where there is none
 * @n_pairs: pairs that both correlations are of
 * @n_missing: pairs with a word that the vectors do not have
 * @warnings: (array zero-terminated=1): sentences that say what was wrong with the file
 *
 * How the vectors' likeness of word pairs goes with people's.
 */
typedef struct
{
  double  pearson;
  double  spearman;
  guint64 n_pairs;
  guint64 n_missing;
  GStrv   warnings;
} SemaPairEvaluation;

SemaPairEvaluation *sema_pair_evaluation_new (SemaSet *set, const char *path, guint64 most_words, SemaProgress *progress, GError **error);
void                sema_pair_evaluation_free (SemaPairEvaluation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPairEvaluation, sema_pair_evaluation_free)

G_END_DECLS
