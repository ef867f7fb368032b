/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-row-check.h"
#include "sema-set.h"
#include "sema-tokenizer.h"

G_BEGIN_DECLS

gboolean sema_unused_rows_mark (const SemaSet *set, const SemaTokenizer *tokenizer, const SemaRowCheck *check, guint16 *findings, SemaProgress *progress, GError **error);
guint32 *sema_unused_rows_list (const guint16 *findings, guint32 n_rows, guint32 *n, GError **error);

G_END_DECLS
