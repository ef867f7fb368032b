/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-line-scanner.h"

G_BEGIN_DECLS

/**
 * SemaEvaluationKind:
 * @SEMA_EVALUATION_QUESTIONS: analogies, see sema-question-line.h
 * @SEMA_EVALUATION_PAIRS: word pairs, see sema-pair-line.h
 *
 * What vectors are evaluated with.
 */
typedef enum {
  SEMA_EVALUATION_QUESTIONS,
  SEMA_EVALUATION_PAIRS,
} SemaEvaluationKind;

/**
 * SemaEvaluationFile:
 *
 * The lines of a file of questions or of word pairs, plain or compressed, and what is wrong with them.
 */
typedef struct _SemaEvaluationFile SemaEvaluationFile;

#define SEMA_EVALUATION_LINE_MAX (1024 * 1024) /* bytes; a longer line is neither a question nor a pair */

SemaEvaluationFile *sema_evaluation_file_open (const char *path, SemaEvaluationKind kind, SemaProgress *progress, GError **error);
void                sema_evaluation_file_close (SemaEvaluationFile *self);
gboolean            sema_evaluation_file_next (SemaEvaluationFile *self, SemaLine *line, gboolean *found, GError **error);
void                sema_evaluation_file_pass_over (SemaEvaluationFile *self, guint64 number);
const char         *sema_evaluation_file_get_label (const SemaEvaluationFile *self);
GStrv               sema_evaluation_file_dup_warnings (const SemaEvaluationFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaEvaluationFile, sema_evaluation_file_close)

G_END_DECLS
