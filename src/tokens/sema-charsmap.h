/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-mapped-text.h"

G_BEGIN_DECLS

/**
 * SemaCharsmap:
 * @bytes: as the file has them, without base64
 * @n_units: how many numbers its trie has
 * @longest: bytes of the longest text that comes in the place of another
 *
 * What becomes of characters before a text is cut, as SentencePiece writes it down: a double-array trie of what is replaced, and behind it
 * what comes in its place, each with a NUL at its end. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer bytes;
  gsize      n_units;
  gsize      longest;
} SemaCharsmap;

gboolean sema_charsmap_decode (SemaCharsmap *self, const char *base64, gsize length, gboolean *is_right, GError **error);
gboolean sema_charsmap_apply (const SemaCharsmap *self, const char *text, gsize length, SemaMappedText *result, GError **error);
void     sema_charsmap_clear (SemaCharsmap *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaCharsmap, sema_charsmap_clear)

G_END_DECLS
