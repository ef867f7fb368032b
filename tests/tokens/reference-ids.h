/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-token-split.h"
#include "sema-tokenizer.h"

G_BEGIN_DECLS

/* Texts and the ids that the reference tokenizers give them: lines of a text in hexadecimal digits, a tab and its ids. */

SemaTokenizer *reference_ids_open (const char *path, SemaTokenSplit cut);
guint          reference_ids_compare (const SemaTokenizer *tokenizer, const char *table, guint *n_texts);
void           reference_ids_assert_pieces (const SemaTokenizer *tokenizer, const char *text, gsize length, const SemaTokenPieces *pieces);

G_END_DECLS
