/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-formats.h"
#include "sema-set-builder.h"
#include "sema-word2vec-walk.h"

G_BEGIN_DECLS

/**
 * SemaWord2vecQuestion:
 *
 * What will be asked as soon as a file is open, while its rows are found: from the moment when all words of the question are
 * there, the rows are multiplied where they are found.
 */
typedef struct _SemaWord2vecQuestion SemaWord2vecQuestion;

SemaWord2vecQuestion *sema_word2vec_question_new (const SemaFormatsOptions *options, SemaWord2vecRecords *records, const guint8 *bytes);
void                  sema_word2vec_question_free (SemaWord2vecQuestion *self);
gboolean              sema_word2vec_question_add (SemaWord2vecQuestion *self, const SemaSetBuilder *builder, const double *products, guint64 n, GError **error);
gboolean              sema_word2vec_question_finish (SemaWord2vecQuestion *self, SemaSetBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaWord2vecQuestion, sema_word2vec_question_free)

G_END_DECLS
