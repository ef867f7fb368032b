/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-token-pieces.h"

G_BEGIN_DECLS

#define SEMA_LIKELY_PIECES_LONGEST 4096 /* bytes of a token, each of which may be compared at each place of a text */

/**
 * SemaLikelyPieces:
 * @tokens: what pieces there are, numbered in their order; borrowed
 * @scores: double: the logarithm of how likely each is, by its id
 * @sorted: guint32: the ids in the order of the tokens' bytes
 * @worst: the lowest score
 * @unknown: the id of what is no token
 * @bytes: the id of the token that stands for each byte, or %SEMA_TOKEN_NO_ID
 *
 * A unigram language model of pieces (Kudo 2018). Starts as all zeros.
 */
typedef struct
{
  const SemaTokenTable *tokens;
  SemaBuffer            scores;
  SemaBuffer            sorted;
  double                worst;
  guint64               unknown;
  guint64               bytes[256];
} SemaLikelyPieces;

gboolean sema_likely_pieces_prepare (SemaLikelyPieces *self, const SemaTokenTable *tokens, SemaBuffer *scores, GError **error);
gboolean sema_likely_pieces_cut (const SemaLikelyPieces *self, SemaBuffer *scratch, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error);
void     sema_likely_pieces_clear (SemaLikelyPieces *self);

G_END_DECLS
