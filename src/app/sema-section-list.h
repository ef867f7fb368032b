/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sema-evaluation.h"

G_BEGIN_DECLS

#define SEMA_TYPE_SECTION_LIST (sema_section_list_get_type ())
G_DECLARE_FINAL_TYPE (SemaSectionList, sema_section_list, SEMA, SECTION_LIST, GObject)

#define SEMA_TYPE_SECTION (sema_section_get_type ())
G_DECLARE_FINAL_TYPE (SemaSection, sema_section, SEMA, SECTION, GObject)

SemaSectionList      *sema_section_list_new (SemaEvaluation *evaluation);
const SemaEvaluation *sema_section_list_get_evaluation (SemaSectionList *self);

char                       *sema_section_dup_name (SemaSection *self);
const SemaEvaluationCounts *sema_section_get_counts (SemaSection *self);
const SemaEvaluationCounts *sema_section_get_total (SemaSection *self);

G_END_DECLS
