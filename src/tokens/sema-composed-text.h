/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-canonical-order.h"
#include "sema-token-pieces.h"

G_BEGIN_DECLS

/**
 * SemaComposedText:
 * @bytes: the text
 * @places: where each of its characters begins, and what of the first text it was made of
 *
 * A text in which characters and their accents are one where they can be: Unicode's form NFC. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer bytes;
  SemaBuffer places;
} SemaComposedText;

gboolean sema_composed_text_is_needed (const char *text, gsize length);
gboolean sema_composed_text_make (SemaComposedText *self, const char *text, gsize length, GError **error);
void     sema_composed_text_map (const SemaComposedText *self, SemaTokenPiece *pieces, guint64 n_pieces, guint64 origin);
void     sema_composed_text_clear (SemaComposedText *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaComposedText, sema_composed_text_clear)

G_END_DECLS
