/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-heatmap.h"
#include "sema-question.h"

G_BEGIN_DECLS

/**
 * SemaQuestionColumn:
 * @name: what the question is called, UTF-8
 * @words: what defines it
 *
 * A column of a table of answers. Borrowed.
 */
typedef struct
{
  const char       *name;
  SemaQuestionWords words;
} SemaQuestionColumn;

SemaHeatmap *sema_question_picture_new (const SemaSet *set, const guint64 *rows, gsize n, const SemaQuestionColumn *columns, gsize n_columns, GError **error);

G_END_DECLS
