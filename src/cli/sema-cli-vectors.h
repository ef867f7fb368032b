/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-formats.h"

G_BEGIN_DECLS

void        sema_cli_vectors_want_part (const char *name);
const char *sema_cli_vectors_get_part (void);
SemaSet    *sema_cli_vectors_open (const char *path, const SemaFormatsOptions *options);
gboolean    sema_cli_vectors_check_tokenizer (const char *tokenizer, const SemaSet *a, const SemaSet *b);
void        sema_cli_vectors_keep (const char *path, SemaSet *set);
void        sema_cli_vectors_note_composed (SemaSet *set, const char *word, guint64 row);
char       *sema_cli_vectors_dup_cell (SemaSet *set, guint64 row);
char       *sema_cli_vectors_suggest (SemaSet *set, const char *word, gboolean is_expression);
gboolean    sema_cli_vectors_find (SemaSet *set, const char *word, gboolean is_expression, guint64 *row);

G_END_DECLS
