/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaQuestionWords:
 * @yes: (n_yes) rows of words of which the answer is yes
 * @n_yes: how many
 * @no: (n_no) rows of words of which it is no
 * @n_no: how many
 *
 * What defines a question: such as food and fruit against metal and stone for "is it edible?". Borrowed.
 */
typedef struct
{
  const guint64 *yes;
  gsize          n_yes;
  const guint64 *no;
  gsize          n_no;
} SemaQuestionWords;

gboolean sema_question_find_direction (const SemaSet *set, const SemaQuestionWords *words, double *direction, GError **error);
double   sema_question_answer (const SemaSet *set, guint64 row, const double *direction);
gboolean sema_question_count_right (const SemaSet *set, const SemaQuestionWords *words, gsize *n_right, gsize *n_tried, GError **error);

G_END_DECLS
