/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"

G_BEGIN_DECLS

/**
 * SemaCanonicalCharacter:
 * @ch: a character, that of a text or what became of it
 * @order: of a mark its canonical combining class, and which part of the character of the text it is; else 0
 * @start: byte of the text where the character that it was made of begins
 * @end: byte where that ends
 */
typedef struct
{
  gunichar ch;
  guint    order;
  guint64  start;
  guint64  end;
} SemaCanonicalCharacter;

gboolean sema_canonical_order_add (SemaBuffer *characters, const gunichar *parts, gsize n_parts, guint64 start, guint64 end, GError **error);
void     sema_canonical_order_sort (SemaCanonicalCharacter *characters, gsize n_characters);
guint    sema_canonical_order_get_class (const SemaCanonicalCharacter *character);

G_END_DECLS
