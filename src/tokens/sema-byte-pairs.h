/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-merge-table.h"
#include "sema-progress.h"
#include "sema-token-pieces.h"

G_BEGIN_DECLS

/**
 * SemaBytePairModel:
 * @tokens: the tokens
 * @merges: (nullable): what merges; %NULL where every two whose bytes together are a token do so, at the rank that is its id
 * @bytes: the id of each byte alone, or %SEMA_TOKEN_NO_ID
 * @ranks: (nullable): when a token is merged, by its id; there are no @merges then
 * @has_characters: whether the text begins as characters, and not as bytes, which take the place of those characters only that are no
 *   tokens: with @merges before anything merges, with @ranks in the end
 * @unknown: the id of a byte that has none, or %SEMA_TOKEN_NO_ID where such bytes are left out
 * @fuse_unknown: whether such bytes in a row are one token
 * @unknown_parts: whether what stands before and after bytes that are left out does not merge
 *
 * What merges pairs of bytes. All is borrowed.
 */
typedef struct
{
  const SemaTokenTable *tokens;
  const SemaMergeTable *merges;
  guint64               bytes[256];
  const guint32        *ranks;
  gboolean              has_characters;
  guint64               unknown;
  gboolean              fuse_unknown;
  gboolean              unknown_parts;
} SemaBytePairModel;

/**
 * SemaBytePairs:
 * @symbols: the parts of the text that is being merged
 * @heap: the merges that may come
 *
 * Scratch memory, kept from text to text. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer symbols;
  SemaBuffer heap;
} SemaBytePairs;

gboolean sema_byte_pairs_merge (SemaBytePairs *self, const SemaBytePairModel *model, const char *text, gsize length, guint64 origin, SemaTokenPieces *pieces, SemaProgress *progress, GError **error);
void     sema_byte_pairs_clear (SemaBytePairs *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaBytePairs, sema_byte_pairs_clear)

G_END_DECLS
