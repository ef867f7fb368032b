/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaHashKey:
 *
 * What makes a hash of bytes unknown to who wrote them.
 */
typedef struct
{
  guint64 words[3];
} SemaHashKey;

void    sema_hash_key_init (SemaHashKey *self);
guint64 sema_hash_bytes (const SemaHashKey *key, const char *bytes, gsize length);
guint   sema_hash_text (gconstpointer text);

G_END_DECLS
