/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdatomic.h>

#include "sema-added-tokens.h"
#include "sema-byte-pairs.h"
#include "sema-sentence-pieces.h"
#include "sema-text-steps.h"
#include "sema-token-split.h"
#include "sema-tokenizer.h"
#include "sema-word-piece.h"

G_BEGIN_DECLS

/* What the readers of files fill. */
struct _SemaTokenizer
{
  atomic_int        ref_count;
  SemaTokenizerKind kind;
  const char       *format;
  GPtrArray        *notes;   /* sentences, and NULL at the end once it is finished */
  char             *refusal; /* why texts cannot be cut, a sentence; NULL where they can */

  SemaSet        *set;         /* whose words are the tokens; NULL where these are others */
  SemaTokenTable *tokens;      /* of the others, as their files write them */
  SemaTextSteps   steps;       /* what becomes of a text first */
  SemaAddedTokens added;       /* found in the text before all else */
  SemaTokenTable *added_table; /* the same by id; NULL where there are none */

  /* Byte pairs. */
  gboolean          is_alphabet; /* whether tokens are written with letters for bytes, see sema-byte-alphabet.h */
  gboolean          has_merges;
  SemaMergeTable    merges;
  SemaBytePairModel pairs;
  SemaTokenSplit    cut;
  gboolean          whole_first; /* whether a piece of the text that is a token stays whole, whatever merges */
  gboolean          add_space;   /* whether a space is put before a text that begins with none */

  /* Sentence pieces. */
  SemaSentenceModel sentence;
  gboolean          is_likely; /* whether the most likely pieces are looked for, and nothing merges */
  SemaLikelyPieces  likely;
  gboolean          no_bytes; /* whether no token stands for a byte of a character that is no token */
  SemaBuffer        ranks;    /* guint32: when a token is merged, by its id; empty where there are merges */

  SemaWordPieceModel word_piece;
};

SemaTokenizer *sema_tokenizer_new_empty (SemaTokenizerKind kind, const char *format);
void           sema_tokenizer_add_note (SemaTokenizer *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void           sema_tokenizer_finish (SemaTokenizer *self);

G_END_DECLS
