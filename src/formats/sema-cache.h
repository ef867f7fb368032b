/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaCacheKey:
 * @size: bytes of the file
 * @seconds: when it was changed last
 * @nanoseconds: and the rest of that
 * @sample: a hash of its first, middle and last bytes
 *
 * What tells one state of a file from another without reading it all.
 */
typedef struct
{
  guint64 size;
  gint64  seconds;
  gint64  nanoseconds;
  guint64 sample;
} SemaCacheKey;

#define SEMA_CACHE_SMALLEST ((guint64)4 << 20) /* bytes of a file that is worth keeping */

gboolean sema_cache_key_init (SemaCacheKey *self, const char *path);

SemaSet *sema_cache_load (const char *folder, const char *path, const SemaCacheKey *key, SemaProgress *progress);
gboolean sema_cache_store (const char *folder, const char *path, const SemaCacheKey *key, const SemaSet *set, guint64 most_bytes, SemaProgress *progress, GError **error);
guint64  sema_cache_measure (const char *folder);
void     sema_cache_empty (const char *folder);

G_END_DECLS
