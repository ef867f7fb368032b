/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-merge-table.h"
#include "sema-token-table.h"
#include "sema-tokenizer-bytes.h"
#include "sema-tokenizer-part.h"

G_BEGIN_DECLS

#define SEMA_TOKENIZER_MODEL_NO_ID (-1.0)

/**
 * SemaTokenizerModel:
 * @type: (nullable): what it is
 * @unknown: (nullable): the token of what is unknown
 * @prefix: (nullable): what marks tokens inside a word
 * @suffix: (nullable): what marks tokens at the end of a word
 * @fuse_unknown: whether unknown bytes in a row are one token
 * @byte_fallback: whether bytes have tokens of their own
 * @ignore_merges: whether a word that is a token stays whole
 * @dropout: how often a merge is left out, by chance
 * @max_characters: of a word that is not unknown
 * @unknown_id: the id of what is unknown, where the vocabulary is a list; SEMA_TOKENIZER_MODEL_NO_ID where none is
 * @vocab: its tokens
 * @scores: double: of each, where the vocabulary is a list
 * @merges_at: where in the file its merges begin; 0 where there are none
 *
 * The model of a tokenizer.json. Starts as all zeros.
 */
typedef struct
{
  char             *type;
  char             *unknown;
  char             *prefix;
  char             *suffix;
  SemaTokenizerFlag fuse_unknown;
  SemaTokenizerFlag byte_fallback;
  SemaTokenizerFlag ignore_merges;
  double            dropout;
  double            max_characters;
  double            unknown_id;
  SemaTokenList     vocab;
  SemaBuffer        scores;
  guint64           merges_at;
} SemaTokenizerModel;

gboolean    sema_tokenizer_model_read (SemaTokenizerModel *self, SemaJsonReader *reader, const char *label, GError **error);
gboolean    sema_tokenizer_model_read_merges (const SemaTokenizerModel *self, const SemaTokenizerBytes *bytes, const SemaTokenTable *tokens, SemaMergeTable *merges, SemaProgress *progress, GError **error);
const char *sema_tokenizer_model_guess_type (const SemaTokenizerModel *self);
void        sema_tokenizer_model_clear (SemaTokenizerModel *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaTokenizerModel, sema_tokenizer_model_clear)

G_END_DECLS
