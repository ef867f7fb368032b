/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-file.h"
#include "sema-zip.h"

G_BEGIN_DECLS

/**
 * SemaSource:
 *
 * What a format reads: the bytes of a file, inflated where they are compressed, with a look ahead of any length.
 */
typedef struct _SemaSource SemaSource;

SemaSource *sema_source_open (const char *path, SemaProgress *progress, GError **error);
SemaSource *sema_source_open_entry (const char *path, const SemaZipEntry *entry, SemaProgress *progress, GError **error);
void        sema_source_close (SemaSource *self);

const guint8 *sema_source_peek (SemaSource *self, gsize wanted, gsize *available, GError **error);
void          sema_source_skip (SemaSource *self, gsize n_bytes);

guint64       sema_source_get_offset (const SemaSource *self);
guint64       sema_source_get_max_size (const SemaSource *self);
const char   *sema_source_get_label (const SemaSource *self);
const char   *sema_source_get_path (const SemaSource *self);
const char   *sema_source_get_compression (const SemaSource *self);
gboolean      sema_source_is_compressed (const SemaSource *self);
SemaProgress *sema_source_get_progress (const SemaSource *self);
SemaFile     *sema_source_get_plain_file (const SemaSource *self);
gboolean      sema_source_is_cut (const SemaSource *self);
GPtrArray    *sema_source_dup_damage (const SemaSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaSource, sema_source_close)

G_END_DECLS
