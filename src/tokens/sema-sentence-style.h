/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-text-steps.h"

G_BEGIN_DECLS

#define SEMA_SENTENCE_SPACE "\xe2\x96\x81" /* U+2581, what tokens have for a space */
#define SEMA_SENTENCE_SPACE_SIZE 3         /* its bytes */

/**
 * SemaSentencePrefix:
 * @SEMA_SENTENCE_PREFIX_NONE: nothing
 * @SEMA_SENTENCE_PREFIX_ALWAYS: a space
 * @SEMA_SENTENCE_PREFIX_MISSING: a space, unless there is one
 * @SEMA_SENTENCE_PREFIX_FIRST: a space, unless there is one, at the beginning; before words that follow nothing
 *
 * What comes before a text that is cut into sentence pieces.
 */
typedef enum {
  SEMA_SENTENCE_PREFIX_NONE,
  SEMA_SENTENCE_PREFIX_ALWAYS,
  SEMA_SENTENCE_PREFIX_MISSING,
  SEMA_SENTENCE_PREFIX_FIRST,
} SemaSentencePrefix;

/**
 * SemaSentenceStyle:
 * @prefix: what comes before the text
 * @has_spaces: whether spaces become U+2581 here, and not in a step before
 * @has_words: whether the text is words with white space between them, which is left out
 * @splits: whether each space begins a text of its own, so that no token has one inside
 *
 * How spaces become part of tokens.
 */
typedef struct
{
  SemaSentencePrefix prefix;
  gboolean           has_spaces;
  gboolean           has_words;
  gboolean           splits;
} SemaSentenceStyle;

gboolean sema_sentence_style_is_meant (const SemaTokenizerPart *normalizer, const SemaTokenizerPart *pre_tokenizer);
gboolean sema_sentence_style_take (SemaSentenceStyle *self, const SemaTextSteps *steps, const SemaTokenizerPart *pre_tokenizer, const char **unknown);

G_END_DECLS
