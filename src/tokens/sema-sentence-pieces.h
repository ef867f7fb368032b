/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-byte-pairs.h"
#include "sema-likely-pieces.h"
#include "sema-sentence-style.h"

G_BEGIN_DECLS

/**
 * SemaSentenceModel:
 * @style: what becomes of spaces
 * @pairs: (nullable): what merges, of characters
 * @likely: (nullable): how likely the pieces are; one of the two is there
 *
 * How a text is cut. Borrows both.
 */
typedef struct
{
  SemaSentenceStyle        style;
  const SemaBytePairModel *pairs;
  const SemaLikelyPieces  *likely;
} SemaSentenceModel;

gboolean sema_sentence_pieces_cut (SemaBytePairs *scratch, const SemaSentenceModel *model, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error);
gboolean sema_sentence_pieces_rank (const float *scores, guint64 n, SemaBuffer *ranks, GError **error);
gboolean sema_sentence_pieces_have_bytes (const SemaTokenTable *tokens);
guint64  sema_sentence_pieces_find_byte (const SemaTokenTable *tokens, guint8 byte);
gboolean sema_sentence_pieces_parse_byte (const char *token, gsize length, guint8 *byte);
char    *sema_sentence_pieces_dup_bytes (const char *token, gsize length, gsize *n_bytes);

G_END_DECLS
