/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-evaluation.h"
#include "sema-pair-evaluation.h"

G_BEGIN_DECLS

GString *sema_evaluation_print_text (const SemaEvaluation *evaluation);
GString *sema_evaluation_print_csv (const SemaEvaluation *evaluation);
GString *sema_pair_evaluation_print_text (const SemaPairEvaluation *evaluation);
GString *sema_pair_evaluation_print_csv (const SemaPairEvaluation *evaluation);

G_END_DECLS
