/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-diagnosis.h"

G_BEGIN_DECLS

const char *sema_diagnosis_text_get_finding_name (SemaFinding finding);
const char *sema_diagnosis_text_get_finding_title (SemaFinding finding);
const char *sema_diagnosis_text_get_column_title (SemaDiagnosisColumn column);
char       *sema_diagnosis_text_list_findings (guint findings);
char       *sema_diagnosis_text_describe_findings (const SemaDiagnosisRow *row);
char       *sema_diagnosis_text_describe_rule (const SemaDiagnosisSummary *summary);
char       *sema_diagnosis_text_describe_summary (const SemaDiagnosisSummary *summary);
char       *sema_diagnosis_text_print_cell (const SemaDiagnosis *diagnosis, guint32 row, SemaDiagnosisColumn column);

void sema_diagnosis_text_append_csv_header (GString *csv);
void sema_diagnosis_text_append_csv (GString *csv, const SemaDiagnosis *diagnosis, guint32 row);

GBytes *sema_diagnosis_text_print_csv (const SemaDiagnosis *diagnosis, const guint32 *order, guint32 n, SemaProgress *progress, GError **error);

G_END_DECLS
