/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-question-rows.h"

G_BEGIN_DECLS

/**
 * SemaAskedQuestion:
 * @text: the question (owned)
 * @rows: its words in the file (owned)
 * @words: the same, borrowed from there
 * @problem: (nullable) (owned): why it cannot be asked of the file, in a sentence that says what to do
 * @n_right: of its words how many are told right by the others
 * @n_tried: of how many; 0 where there are too few to leave one out
 *
 * A question as it can be asked of a file.
 */
typedef struct
{
  SemaQuestionText *text;
  SemaQuestionRows *rows;
  SemaQuestionWords words;
  char             *problem;
  gsize             n_right;
  gsize             n_tried;
} SemaAskedQuestion;

SemaAskedQuestion *sema_asked_question_new (const SemaSet *set, const SemaQuestionText *text);
gsize              sema_asked_question_count_absent (const SemaAskedQuestion *self);
void               sema_asked_question_free (SemaAskedQuestion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaAskedQuestion, sema_asked_question_free)

G_END_DECLS
