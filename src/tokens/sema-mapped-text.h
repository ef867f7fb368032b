/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-token-pieces.h"

G_BEGIN_DECLS

/**
 * SemaMappedText:
 * @bytes: the text
 * @places: where each of its parts begins, and what of the first text it was made of
 *
 * A text that was made of another, and knows of what. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer bytes;
  SemaBuffer places;
} SemaMappedText;

gboolean sema_mapped_text_add (SemaMappedText *self, const char *bytes, gsize n_bytes, guint64 start, guint64 end, GError **error);
gboolean sema_mapped_text_keep (SemaMappedText *self, const char *text, guint64 start, guint64 end, GError **error);
void     sema_mapped_text_map (const SemaMappedText *self, SemaTokenPiece *pieces, guint64 n_pieces, guint64 origin);
void     sema_mapped_text_clear (SemaMappedText *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaMappedText, sema_mapped_text_clear)

G_END_DECLS
