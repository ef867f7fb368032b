/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-token-table.h"

G_BEGIN_DECLS

/**
 * SemaTokenPiece:
 * @id: its token, or %SEMA_TOKEN_NO_ID for a part of the text that the tokenizer does not know
 * @start: byte of the text where it begins
 * @end: byte of the text where it ends; what a tokenizer drops, as white space, is in no piece
 */
typedef struct
{
  guint64 id;
  guint64 start;
  guint64 end;
} SemaTokenPiece;

/**
 * SemaTokenPieces:
 * @buffer: SemaTokenPiece
 *
 * The pieces of a text, in its order. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer buffer;
} SemaTokenPieces;

static inline const SemaTokenPiece *
sema_token_pieces_peek (const SemaTokenPieces *self)
{
  return (const SemaTokenPiece *)self->buffer.data;
}

static inline guint64
sema_token_pieces_get_n (const SemaTokenPieces *self)
{
  return self->buffer.n_bytes / sizeof (SemaTokenPiece);
}

static inline void
sema_token_pieces_clear (SemaTokenPieces *self)
{
  sema_buffer_clear (&self->buffer);
}

static inline gboolean
sema_token_pieces_add (SemaTokenPieces *self, guint64 id, guint64 start, guint64 end, GError **error)
{
  SemaTokenPiece *piece = sema_buffer_append (&self->buffer, sizeof *piece, error);

  if (piece == NULL)
    return FALSE;
  *piece = (SemaTokenPiece) {id, start, end};
  return TRUE;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaTokenPieces, sema_token_pieces_clear)

G_END_DECLS
