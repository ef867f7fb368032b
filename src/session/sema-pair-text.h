/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-pair-list.h"

G_BEGIN_DECLS

/* Pairs as text. */

const char *sema_pair_text_get_title (SemaPairColumn column);
gboolean    sema_pair_text_is_word (SemaPairColumn column);
char       *sema_pair_text_print_cell (const SemaPair *pair, SemaPairColumn column);

void sema_pair_text_append_csv_header (GString *csv);
void sema_pair_text_append_csv (GString *csv, const char *a, const char *b, const SemaPair *pair);

GBytes *sema_pair_text_print_csv (const SemaPairList *list, const guint32 *order, SemaProgress *progress, GError **error);
GBytes *sema_pair_text_print (const SemaPairList *list, const guint32 *order, SemaProgress *progress, GError **error);

G_END_DECLS
