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

/**
 * sema_token_pieces_are_bytes_known:
 * @bytes: (array fixed-size=256): the id of the token of each byte, or %SEMA_TOKEN_NO_ID
 * @text: where a part of a text begins
 * @length: its bytes
 *
 * Returns: whether each byte of it has a token
 */
static inline gboolean
sema_token_pieces_are_bytes_known (const guint64 *bytes, const char *text, gsize length)
{
  gsize i = 0;

  while (i < length && bytes[(guchar)text[i]] != SEMA_TOKEN_NO_ID)
    i++;
  return i == length;
}

/**
 * sema_token_pieces_spell:
 * @self: pieces
 * @bytes: (array fixed-size=256): the id of the token of each byte, or %SEMA_TOKEN_NO_ID
 * @unknown: the id of what is no token
 * @text: where a part of a text begins that is no token
 * @length: its bytes
 * @start: where in the whole text it begins
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Adds its bytes, or, where one of them is no token either, what is unknown.
 *
 * Returns: whether there was room
 */
static inline gboolean
sema_token_pieces_spell (SemaTokenPieces *self, const guint64 *bytes, guint64 unknown, const char *text, gsize length, guint64 start, GError **error)
{
  if (!sema_token_pieces_are_bytes_known (bytes, text, length))
    return sema_token_pieces_add (self, unknown, start, start + length, error);
  for (gsize i = 0; i < length; i++)
    if (!sema_token_pieces_add (self, bytes[(guchar)text[i]], start + i, start + i + 1, error))
      return FALSE;
  return TRUE;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaTokenPieces, sema_token_pieces_clear)

G_END_DECLS
