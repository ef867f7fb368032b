/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-analogy-batch.h"

G_BEGIN_DECLS

#define SEMA_EVALUATION_MOST_WORDS 300000 /* that are used where nothing else is asked for: as in gensim */

/**
 * SemaEvaluationCounts:
 * @n_correct: questions whose answer was found
 * @n_incorrect: questions with another answer
 * @n_skipped: questions with a word that the vectors do not have
 */
typedef struct
{
  guint64 n_correct;
  guint64 n_incorrect;
  guint64 n_skipped;
} SemaEvaluationCounts;

/**
 * SemaEvaluation:
 *
 * How many analogies of a file vectors solve, section by section. Read only once it is made.
 */
typedef struct _SemaEvaluation SemaEvaluation;

SemaEvaluation *sema_evaluation_new (SemaSet *set, const char *path, guint64 most_words, SemaMethod method, SemaProgress *progress, GError **error);
void            sema_evaluation_free (SemaEvaluation *self);

gsize                       sema_evaluation_get_n_sections (const SemaEvaluation *self);
const SemaEvaluationCounts *sema_evaluation_get_section (const SemaEvaluation *self, gsize section, const char **name, gsize *length);
const SemaEvaluationCounts *sema_evaluation_get_total (const SemaEvaluation *self);
const char *const          *sema_evaluation_get_warnings (const SemaEvaluation *self);
double                      sema_evaluation_counts_get_accuracy (const SemaEvaluationCounts *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaEvaluation, sema_evaluation_free)

G_END_DECLS
