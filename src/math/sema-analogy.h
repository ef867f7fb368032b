/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-math-error.h"
#include "sema-neighbours.h"

G_BEGIN_DECLS

/**
 * SemaAnalogyOptions:
 * @kind: how near words are
 * @with_inputs: whether the words asked with are among the answers, where they would be
 * @most_rows: how many rows are searched, from the first on; 0: all
 * @k: how many answers are wanted; may be more than there are rows
 *
 * How a question is answered. All zeros but @k is 3CosAdd without the words asked with.
 */
typedef struct
{
  SemaQueryKind kind;
  gboolean      with_inputs;
  guint64       most_rows;
  gsize         k;
} SemaAnalogyOptions;

GArray *sema_analogy_answer (const SemaSet *set, const SemaNarrow *narrow, const SemaTerm *terms, gsize n_terms, const SemaAnalogyOptions *options, SemaProgress *progress, GError **error);
GArray *sema_analogy_find (const SemaSet *set, const SemaNarrow *narrow, const guint64 *plus, gsize n_plus, const guint64 *minus, gsize n_minus, gsize k, SemaProgress *progress, GError **error);
gsize   sema_analogy_find_inputs (const SemaVocab *vocab, const SemaTerm *terms, gsize n_terms, guint64 *rows);

G_END_DECLS
