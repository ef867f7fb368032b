/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tokenizer-bytes.h"
#include "sema-tokenizer-part.h"
#include "sema-tokenizer.h"

G_BEGIN_DECLS

/* Reads a tokenizer of some kind from bytes. */
typedef SemaTokenizer *(*TokenReader) (const SemaTokenizerBytes *bytes, GError **error);

SemaTokenTable *token_fixture_table (const char *const *tokens);

/* The pieces of a text: "id[start,end) " of each, with - for none. */
char *token_fixture_print (const SemaTokenPieces *pieces);
char *token_fixture_split (const SemaTokenizer *tokenizer, const char *text);

/* A part of a tokenizer.json. */
SemaTokenizerPart *token_fixture_read_part (const char *json);

/* Bytes as a file, in a block that ends where they do. */
void token_fixture_take (SemaTokenizerBytes *file, const char *bytes, gsize n_bytes);

void token_fixture_assert_refused (TokenReader reader, const char *text, const char *part);
void token_fixture_sweep (TokenReader reader, const char *bytes, gsize n_bytes);

G_END_DECLS
