/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-evaluation-file.h"

G_BEGIN_DECLS

#define SEMA_EVALUATION_KIND_LINES 1000 /* that are looked at, at the most */

gboolean sema_evaluation_kind_find (const char *path, SemaEvaluationKind *kind, SemaProgress *progress, GError **error);

G_END_DECLS
