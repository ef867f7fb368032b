/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-vocab.h"

G_BEGIN_DECLS

SemaVocab *word_rows_new (const char *const *words);
SemaVocab *word_rows_new_repeated (const char *word, guint64 n_rows);
char      *word_rows_join (const SemaVocab *vocab, GArray *rows);

G_END_DECLS
