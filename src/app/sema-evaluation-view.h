/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session-evaluate.h"

G_BEGIN_DECLS

#define SEMA_TYPE_EVALUATION_VIEW (sema_evaluation_view_get_type ())
G_DECLARE_FINAL_TYPE (SemaEvaluationView, sema_evaluation_view, SEMA, EVALUATION_VIEW, AdwBin)

void     sema_evaluation_view_show (SemaEvaluationView *self, SemaSessionEvaluation *evaluation);
gboolean sema_evaluation_view_has_pairs (SemaEvaluationView *self);
char    *sema_evaluation_view_print_text (SemaEvaluationView *self);
char    *sema_evaluation_view_print_csv (SemaEvaluationView *self);

G_END_DECLS
