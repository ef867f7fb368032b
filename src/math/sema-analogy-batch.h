/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaAnalogyMethod:
 * @SEMA_ANALOGY_ADD: 3CosAdd (Mikolov, Yih and Zweig 2013): cos (x, b) − cos (x, a) + cos (x, c)
 * @SEMA_ANALOGY_MUL: 3CosMul (Levy and Goldberg 2014): cos (x, b) cos (x, c) / (cos (x, a) + 0.000001), each cosine moved to 0…1
 *
 * What the answer x of an analogy has most of.
 */
typedef enum {
  SEMA_ANALOGY_ADD,
  SEMA_ANALOGY_MUL,
} SemaAnalogyMethod;

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

gboolean sema_analogy_batch_answer (const SemaSet *set, guint64 n_rows, SemaAnalogyMethod method, const SemaAnalogyQuestion *questions, gsize n_questions, guint64 *answers, SemaProgress *progress, GError **error);

G_END_DECLS
