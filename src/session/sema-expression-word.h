/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaExpressionWord:
 * @start: where it begins in the text, with its quotes, in characters from 0
 * @end: where it ends
 * @typed: (owned): what it says from its beginning to the place that was asked about, without the quotes; not empty
 * @is_number: whether the whole of it is a number without quotes, and so may become a weight
 */
typedef struct
{
  gsize    start;
  gsize    end;
  char    *typed;
  gboolean is_number;
} SemaExpressionWord;

gboolean sema_expression_word_find (const char *text, gsize place, SemaExpressionWord *word);
void     sema_expression_word_clear (SemaExpressionWord *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaExpressionWord, sema_expression_word_clear)

G_END_DECLS
