/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"

G_BEGIN_DECLS

/**
 * SemaAtomicFile:
 *
 * A file that is being written, and takes its place only when it is whole.
 */
typedef struct _SemaAtomicFile SemaAtomicFile;

SemaAtomicFile *sema_atomic_file_open (const char *path, GError **error);
gboolean        sema_atomic_file_append (SemaAtomicFile *self, gconstpointer bytes, gsize n_bytes, GError **error);
gboolean        sema_atomic_file_reserve (SemaAtomicFile *self, guint64 n_bytes, GError **error);
gboolean        sema_atomic_file_append_floats (SemaAtomicFile *self, const SemaFloat *values, gsize n, GError **error);
gboolean        sema_atomic_file_prepare (SemaAtomicFile *self, GError **error);
const char     *sema_atomic_file_get_temporary (const SemaAtomicFile *self);
gboolean        sema_atomic_file_commit (SemaAtomicFile *self, GError **error);
gboolean        sema_atomic_file_withdraw_old (SemaAtomicFile *self, GError **error);
gboolean        sema_atomic_file_place (SemaAtomicFile *self, GError **error);
void            sema_atomic_file_take_back (SemaAtomicFile *self);
void            sema_atomic_file_close (SemaAtomicFile *self);

gboolean sema_atomic_file_write (const char *path, GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaAtomicFile, sema_atomic_file_close)

G_END_DECLS
