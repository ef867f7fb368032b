/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-evaluation.h"
#include "sema-pair-evaluation.h"
#include "sema-session.h"

G_BEGIN_DECLS

/**
 * SemaSessionEvaluation:
 * @analogies: (nullable): what came of a file of analogies
 * @pairs: (nullable): what came of a file of word pairs
 *
 * One of both, as the file holds the one or the other.
 */
typedef struct
{
  SemaEvaluation     *analogies;
  SemaPairEvaluation *pairs;
} SemaSessionEvaluation;

void                   sema_session_evaluate_async (SemaSession *self, const char *path, guint64 most_words, SemaMethod method, SemaProgress *progress, GAsyncReadyCallback callback, gpointer user_data);
SemaSessionEvaluation *sema_session_evaluate_finish (SemaSession *self, GAsyncResult *result, GError **error);
void                   sema_session_evaluation_free (SemaSessionEvaluation *evaluation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaSessionEvaluation, sema_session_evaluation_free)

G_END_DECLS
