/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"
#include "sema-token-pieces.h"

G_BEGIN_DECLS

/**
 * SemaTokenizer:
 *
 * Cuts texts into the tokens of a model, exactly as the model's own tokenizer does; what it does is in the file it comes from
 * (sema-tokenizer-file.h), or it finds the words of a vocabulary. Does not change: any number of threads may use one.
 */
typedef struct _SemaTokenizer SemaTokenizer;

/**
 * SemaTokenizerKind:
 * @SEMA_TOKENIZER_WORDS: words as a vocabulary has them
 * @SEMA_TOKENIZER_BYTE_PAIRS: byte-pair encoding of bytes
 * @SEMA_TOKENIZER_WORD_PIECES: WordPiece
 * @SEMA_TOKENIZER_SENTENCE_PIECES: byte-pair encoding of characters, or the likeliest pieces, as SentencePiece has both
 *
 * What tokens are.
 */
typedef enum {
  SEMA_TOKENIZER_WORDS,
  SEMA_TOKENIZER_BYTE_PAIRS,
  SEMA_TOKENIZER_WORD_PIECES,
  SEMA_TOKENIZER_SENTENCE_PIECES,
} SemaTokenizerKind;

SemaTokenizer *sema_tokenizer_new_words (SemaSet *set);
SemaTokenizer *sema_tokenizer_ref (SemaTokenizer *self);
void           sema_tokenizer_unref (SemaTokenizer *self);

gboolean sema_tokenizer_split (const SemaTokenizer *self, const char *text, gsize length, SemaTokenPieces *pieces, SemaProgress *progress, GError **error);

gboolean           sema_tokenizer_can_split (const SemaTokenizer *self);
SemaTokenizerKind  sema_tokenizer_get_kind (const SemaTokenizer *self);
const char        *sema_tokenizer_get_format (const SemaTokenizer *self);
guint64            sema_tokenizer_get_n_tokens (const SemaTokenizer *self);
const char *const *sema_tokenizer_get_notes (const SemaTokenizer *self);
char              *sema_tokenizer_dup_token (const SemaTokenizer *self, guint64 id, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaTokenizer, sema_tokenizer_unref)

G_END_DECLS
