/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-gzip.h"

G_BEGIN_DECLS

/**
 * SemaGzipAhead:
 *
 * Reads a gzip file as SemaGzip does, ahead of who wants its bytes: in a thread of its own, unless the file is small.
 */
typedef struct _SemaGzipAhead SemaGzipAhead;

SemaGzipAhead *sema_gzip_ahead_new (SemaFile *file, GError **error);
SemaGzipAhead *sema_gzip_ahead_new_raw (SemaFile *file, guint64 n_bytes, guint32 check, GError **error);
void           sema_gzip_ahead_free (SemaGzipAhead *self);

gboolean              sema_gzip_ahead_read (SemaGzipAhead *self, guint8 *buffer, gsize n_bytes, gsize *n_read, GError **error);
const SemaGzipDamage *sema_gzip_ahead_get_damage (const SemaGzipAhead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaGzipAhead, sema_gzip_ahead_free)

G_END_DECLS
