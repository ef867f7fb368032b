/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-evaluation.h"

G_BEGIN_DECLS

#define SEMA_TYPE_SECTION_ROW (sema_section_row_get_type ())
G_DECLARE_FINAL_TYPE (SemaSectionRow, sema_section_row, SEMA, SECTION_ROW, GtkBox)

void  sema_section_row_show (SemaSectionRow *self, const char *name, const SemaEvaluationCounts *counts, const SemaEvaluationCounts *total);
char *sema_section_row_describe (const char *name, const SemaEvaluationCounts *counts);

G_END_DECLS
