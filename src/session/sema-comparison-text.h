/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-comparison.h"

G_BEGIN_DECLS

const char *sema_comparison_text_get_column_title (SemaComparisonColumn column);
char       *sema_comparison_text_describe_summary (const SemaComparisonSummary *summary);
char       *sema_comparison_text_print_cell (const SemaComparison *comparison, guint32 index, SemaComparisonColumn column);
char       *sema_comparison_text_list_kept (const SemaComparison *comparison, const SemaSharedNeighbours *neighbours, const char *between);
char       *sema_comparison_text_list_gained (const SemaComparison *comparison, const SemaSharedNeighbours *neighbours, const char *between);
char       *sema_comparison_text_list_lost (const SemaComparison *comparison, const SemaSharedNeighbours *neighbours, const char *between);

void    sema_comparison_text_append_csv_header (GString *csv);
void    sema_comparison_text_append_csv (GString *csv, const SemaComparison *comparison, guint32 index);
GBytes *sema_comparison_text_print_csv (const SemaComparison *comparison, const guint32 *order, guint32 n, SemaProgress *progress, GError **error);

G_END_DECLS
