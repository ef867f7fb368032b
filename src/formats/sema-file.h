/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/types.h>

#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaFile:
 *
 * The bytes of an ordinary file as they lie on the disk, read from front to back in blocks with progress and cancel, or by
 * several threads anywhere.
 */
typedef struct _SemaFile SemaFile;

/**
 * SemaReadFunc:
 *
 * As read(2): bytes read, 0 at the end, -1 with errno.
 */
typedef gssize (*SemaReadFunc) (int fd, void *buffer, gsize n_bytes);

/**
 * SemaReadAtFunc:
 *
 * As pread(2): bytes read, 0 at the end, -1 with errno.
 */
typedef gssize (*SemaReadAtFunc) (int fd, void *buffer, gsize n_bytes, off_t offset);

#define SEMA_FILE_BLOCK (1024 * 1024) /* the most bytes between two looks at cancel */

SemaFile *sema_file_open (const char *path, SemaProgress *progress, GError **error);
void      sema_file_close (SemaFile *self);

gboolean      sema_file_read (SemaFile *self, guint8 *buffer, gsize n_bytes, gsize *n_read, GError **error);
gboolean      sema_file_read_at (SemaFile *self, guint64 offset, guint8 *buffer, gsize n_bytes, gsize *n_read, GError **error);
gboolean      sema_file_rewind (SemaFile *self, GError **error);
gboolean      sema_file_narrow (SemaFile *self, guint64 start, guint64 n_bytes, GError **error);
gboolean      sema_file_poll (SemaFile *self, GError **error);
guint64       sema_file_get_offset (const SemaFile *self);
guint64       sema_file_get_size (const SemaFile *self);
const char   *sema_file_get_label (const SemaFile *self);
int           sema_file_get_descriptor (const SemaFile *self);
SemaProgress *sema_file_get_progress (const SemaFile *self);

/* For the tests: what is called in place of read(2) and pread(2) (NULL: they themselves). */
void sema_file_set_read (SemaReadFunc func);
void sema_file_set_read_at (SemaReadAtFunc func);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaFile, sema_file_close)

G_END_DECLS
