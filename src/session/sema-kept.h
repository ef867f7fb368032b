/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-cache.h"
#include "sema-formats.h"

G_BEGIN_DECLS

#define SEMA_KEPT_MOST ((guint64)8 << 30) /* bytes of all copies together, unless somebody chose another limit */

/**
 * SemaKeptNote:
 * @key: what the file was when it was opened
 * @is_wanted: whether a copy is to be made
 *
 * What sema_kept_open() leaves for sema_kept_store().
 */
typedef struct
{
  SemaCacheKey key;
  gboolean     is_wanted;
} SemaKeptNote;

SemaSet *sema_kept_open (const char *path, const SemaFormatsOptions *options, guint64 most_bytes, SemaKeptNote *note, SemaProgress *progress, GError **error);
gboolean sema_kept_store (const char *path, const char *part, const SemaKeptNote *note, const SemaSet *set, guint64 most_bytes, SemaProgress *progress, GError **error);
guint64  sema_kept_measure (void);
void     sema_kept_empty (void);

G_END_DECLS
