/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-question-text.h"
#include "sema-question.h"

G_BEGIN_DECLS

/**
 * SemaQuestionRows:
 * @yes: (element-type guint64) rows of the words of which the answer is yes, as far as they are there and have a direction
 * @no: (element-type guint64) the same of the other side
 * @n_missing: how many words are left out because they are not in the file
 * @n_unusable: how many because their vectors are zero or not finite
 *
 * The words of a question in a set of vectors.
 */
typedef struct
{
  GArray *yes;
  GArray *no;
  gsize   n_missing;
  gsize   n_unusable;
} SemaQuestionRows;

SemaQuestionRows *sema_question_rows_new (const SemaQuestionText *question, const SemaSet *set);
void              sema_question_rows_free (SemaQuestionRows *self);
SemaQuestionWords sema_question_rows_get_words (const SemaQuestionRows *self);
gboolean          sema_question_rows_find_direction (const SemaQuestionRows *self, const SemaQuestionText *question, const SemaSet *set, double *direction, GError **error);

char *sema_question_rows_list_words (const GArray *rows, const SemaSet *set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaQuestionRows, sema_question_rows_free)

G_END_DECLS
