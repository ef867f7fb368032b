/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-gguf-values.h"
#include "sema-merge-table.h"
#include "sema-token-table.h"

G_BEGIN_DECLS

/**
 * SemaGgufTokenKind:
 *
 * What a token is, as GGUF files number it.
 */
typedef enum {
  SEMA_GGUF_TOKEN_NORMAL = 1,
  SEMA_GGUF_TOKEN_UNKNOWN,
  SEMA_GGUF_TOKEN_CONTROL,
  SEMA_GGUF_TOKEN_USER,
  SEMA_GGUF_TOKEN_UNUSED,
  SEMA_GGUF_TOKEN_BYTE,
} SemaGgufTokenKind;

/**
 * SemaGgufVocab:
 * @bytes: the file
 * @values: what it says by keys
 * @model: (nullable): what kind of tokenizer it has; %NULL where it has none
 * @pre: (nullable): how texts are cut before pairs merge
 *
 * What a GGUF file says of its tokens. Starts as all zeros.
 */
typedef struct
{
  SemaTensorBytes *bytes;
  SemaGgufValues   values;
  char            *model;
  char            *pre;
} SemaGgufVocab;

gboolean sema_gguf_vocab_open (SemaGgufVocab *self, const char *path, SemaProgress *progress, GError **error);
void     sema_gguf_vocab_clear (SemaGgufVocab *self);

gboolean sema_gguf_vocab_read_tokens (const SemaGgufVocab *self, SemaTokenList *tokens, GError **error);
gboolean sema_gguf_vocab_read_kinds (const SemaGgufVocab *self, guint64 n_tokens, SemaBuffer *kinds, GError **error);
gboolean sema_gguf_vocab_read_scores (const SemaGgufVocab *self, guint64 n_tokens, SemaBuffer *scores, GError **error);
gboolean sema_gguf_vocab_read_merges (const SemaGgufVocab *self, const SemaTokenTable *tokens, SemaMergeTable *merges, char **fault, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaGgufVocab, sema_gguf_vocab_clear)

G_END_DECLS
