/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaTensorBytes:
 *
 * Bytes that tensors lie in, to be read anywhere by several threads: a file that is mapped, one that is read where it cannot be
 * mapped, or memory.
 */
typedef struct _SemaTensorBytes SemaTensorBytes;

SemaTensorBytes *sema_tensor_bytes_open (const char *path, SemaProgress *progress, GError **error);
SemaTensorBytes *sema_tensor_bytes_new_take (guint8 *memory, guint64 size, const char *label);
void             sema_tensor_bytes_free (SemaTensorBytes *self);

void          sema_tensor_bytes_map (SemaTensorBytes *self);
guint64       sema_tensor_bytes_get_size (const SemaTensorBytes *self);
const char   *sema_tensor_bytes_get_label (const SemaTensorBytes *self);
void          sema_tensor_bytes_set_progress (SemaTensorBytes *self, SemaProgress *progress);
SemaProgress *sema_tensor_bytes_get_progress (const SemaTensorBytes *self);
gboolean      sema_tensor_bytes_read (SemaTensorBytes *self, guint64 offset, guint8 *buffer, gsize n_bytes, GError **error);
const guint8 *sema_tensor_bytes_peek (const SemaTensorBytes *self, guint64 offset);
const guint8 *sema_tensor_bytes_hold (SemaTensorBytes *self, gsize n_bytes, guint8 **copy, GError **error);
gboolean      sema_tensor_bytes_check_lost (const SemaTensorBytes *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaTensorBytes, sema_tensor_bytes_free)

G_END_DECLS
