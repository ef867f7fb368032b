/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-question-text.h"
#include "sema-question.h"

G_BEGIN_DECLS

/**
 * SemaAskedQuestion:
 * @text: the question (owned)
 * @words: rows of the words of it that the file has (owned)
 * @n_absent: how many of its words the file does not have, or has without a direction
 * @can_be_asked: whether it has a direction: words on both sides, whose means differ
 * @n_right: of its words how many are told right by the others
 * @n_tried: of how many; 0 where there are too few to leave one out
 *
 * A question as it can be asked of a file.
 */
typedef struct
{
  SemaQuestionText *text;
  SemaQuestionWords words;
  gsize             n_absent;
  gboolean          can_be_asked;
  gsize             n_right;
  gsize             n_tried;
} SemaAskedQuestion;

SemaAskedQuestion *sema_asked_question_new (const SemaSet *set, const SemaQuestionText *text);
void               sema_asked_question_free (SemaAskedQuestion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaAskedQuestion, sema_asked_question_free)

G_END_DECLS
