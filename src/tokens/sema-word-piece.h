/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-bert-text.h"
#include "sema-progress.h"
#include "sema-token-pieces.h"

G_BEGIN_DECLS

#define SEMA_WORD_PIECE_MAX_PREFIX 64       /* bytes of what marks a piece inside a word */
#define SEMA_WORD_PIECE_MAX_CHARACTERS 1000 /* of a word that may be looked at: each piece takes looks at all of its beginnings */

/**
 * SemaWordPieceModel:
 * @tokens: the tokens, borrowed
 * @options: what is done to the text first
 * @prefix: what marks a token that goes on with a word, as “##”
 * @max_characters: a longer word is unknown
 * @unknown: the id of an unknown word
 *
 * What cuts words into known pieces.
 */
typedef struct
{
  const SemaTokenTable *tokens;
  SemaBertOptions       options;
  char                  prefix[SEMA_WORD_PIECE_MAX_PREFIX + 1];
  gsize                 max_characters;
  guint64               unknown;
} SemaWordPieceModel;

gboolean sema_word_piece_cut (const SemaWordPieceModel *model, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error);

G_END_DECLS
