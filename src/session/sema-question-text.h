/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaQuestionText:
 * @name: what the question is called, UTF-8
 * @yes: (array zero-terminated=1): words of which the answer is yes, one or more, bytes
 * @no: (array zero-terminated=1): words of which it is no, one or more, bytes
 *
 * A question as a person writes it: "edible: food fruit / metal stone".
 */
typedef struct
{
  char  *name;
  char **yes;
  char **no;
} SemaQuestionText;

SemaQuestionText *sema_question_text_parse (const char *text);
SemaQuestionText *sema_question_text_copy (const SemaQuestionText *self);
gboolean          sema_question_text_equal (const SemaQuestionText *a, const SemaQuestionText *b);
void              sema_question_text_free (SemaQuestionText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaQuestionText, sema_question_text_free)

G_END_DECLS
