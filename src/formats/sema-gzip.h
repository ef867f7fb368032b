/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-file.h"

G_BEGIN_DECLS

/**
 * SemaGzip:
 *
 * What a gzip file (RFC 1952) of any number of members holds, read from front to back. Damage ends the data and is told
 * at the end: what came before it has been given out already.
 */
typedef struct _SemaGzip SemaGzip;

gboolean  sema_gzip_is_magic (const guint8 *bytes, gsize n_bytes);
SemaGzip *sema_gzip_new (SemaFile *file, GError **error);
void      sema_gzip_free (SemaGzip *self);

gboolean sema_gzip_read (SemaGzip *self, guint8 *buffer, gsize n_bytes, gsize *n_read, GError **error);
gboolean sema_gzip_is_cut (const SemaGzip *self);
void     sema_gzip_describe_damage (const SemaGzip *self, GPtrArray *sentences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaGzip, sema_gzip_free)

G_END_DECLS
