/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-query.h"

G_BEGIN_DECLS

/**
 * SemaAnalogyQuestion:
 * @rows: a, b and c, from 0
 *
 * “a is to b as c is to which word?”
 */
typedef struct
{
  guint64 rows[3];
} SemaAnalogyQuestion;

#define SEMA_ANALOGY_BATCH_BEST 5 /* answers to each question */

gboolean sema_analogy_batch_answer (const SemaSet *set, guint64 n_rows, SemaMethod method, const SemaAnalogyQuestion *questions, gsize n_questions, guint64 *answers, SemaProgress *progress, GError **error);

G_END_DECLS
