/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaEarlyQuestion:
 * @plus: (nullable) (array zero-terminated=1): words to add
 * @minus: (nullable) (array zero-terminated=1): words to subtract
 *
 * What will be asked by sema_analogy_find() as soon as a file is open. All is borrowed.
 */
typedef struct
{
  const char *const *plus;
  const char *const *minus;
} SemaEarlyQuestion;

double *sema_early_question_ask (SemaSet *head, gpointer question);

G_END_DECLS
