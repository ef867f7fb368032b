/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tokenizer-model.h"
#include "sema-tokenizer-part.h"

G_BEGIN_DECLS

/**
 * SemaAddedFlags:
 *
 * How an added token is to be found, by the keys of the file.
 */
typedef struct
{
  SemaTokenizerFlag single_word;
  SemaTokenizerFlag lstrip;
  SemaTokenizerFlag rstrip;
  SemaTokenizerFlag normalized;
} SemaAddedFlags;

/**
 * SemaTokenizerParts:
 * @bytes: the file
 * @version: (nullable): of its layout
 * @normalizer: (nullable): what becomes of a text before all else
 * @pre_tokenizer: (nullable): what it is cut into before the model sees it
 * @post_processor: (nullable): what is put around it
 * @decoder: (nullable): what makes text of ids again
 * @model: its tokens, and how words become tokens
 * @has_model: whether there is one
 * @truncates: whether long texts are to be cut off
 * @added: tokens that are found in the text before all else
 * @added_flags: SemaAddedFlags of each
 *
 * A tokenizer.json as it was read. Starts as all zeros, but for @bytes, which are borrowed.
 */
typedef struct
{
  const SemaTokenizerBytes *bytes;
  char                     *version;
  SemaTokenizerPart        *normalizer;
  SemaTokenizerPart        *pre_tokenizer;
  SemaTokenizerPart        *post_processor;
  SemaTokenizerPart        *decoder;
  SemaTokenizerModel        model;
  gboolean                  has_model;
  gboolean                  truncates;
  SemaTokenList             added;
  SemaBuffer                added_flags;
} SemaTokenizerParts;

gboolean sema_tokenizer_parts_read (SemaTokenizerParts *self, SemaProgress *progress, GError **error);
void     sema_tokenizer_parts_clear (SemaTokenizerParts *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaTokenizerParts, sema_tokenizer_parts_clear)

G_END_DECLS
