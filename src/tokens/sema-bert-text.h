/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-canonical-order.h"

G_BEGIN_DECLS

/**
 * SemaBertOptions:
 * @clean_text: whether controls are dropped
 * @space_ideographs: whether each ideograph is a word of its own
 * @strip_accents: whether characters are decomposed and lose their accents
 * @lowercase: whether letters become small
 *
 * What BERT's tokenizer does to a text before it looks for tokens.
 */
typedef struct
{
  gboolean clean_text;
  gboolean space_ideographs;
  gboolean strip_accents;
  gboolean lowercase;
} SemaBertOptions;

/**
 * SemaBertText:
 * @options: what is done to it
 * @text: its bytes, borrowed
 * @cursor: up to where it is read
 * @end: where it ends
 * @chunk: SemaCanonicalCharacter: what was read up to white space
 * @place: of the characters in it, the first that is in no word yet
 *
 * Reads the words of a text, which are runs of characters between white space, and punctuation. Starts as all zeros.
 */
typedef struct
{
  SemaBertOptions options;
  const char     *text;
  const char     *cursor;
  const char     *end;
  SemaBuffer      chunk;
  gsize           place;
} SemaBertText;

void     sema_bert_text_start (SemaBertText *self, const SemaBertOptions *options, const char *text, gsize length);
gboolean sema_bert_text_next (SemaBertText *self, const SemaCanonicalCharacter **word, gsize *n_characters, GError **error);
void     sema_bert_text_clear (SemaBertText *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaBertText, sema_bert_text_clear)

G_END_DECLS
