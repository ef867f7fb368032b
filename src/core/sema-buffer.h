/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaBuffer:
 * @data: the block, from sema-memory.h; %NULL as long as nothing was asked for
 * @n_bytes: bytes in use
 * @capacity: bytes of the block
 *
 * File-sized memory that grows at its end. Starts as all zeros.
 */
typedef struct
{
  char *data;
  gsize n_bytes;
  gsize capacity;
} SemaBuffer;

gboolean sema_buffer_reserve (SemaBuffer *self, gsize n_more, GError **error);
gpointer sema_buffer_append (SemaBuffer *self, gsize n_more, GError **error);
gpointer sema_buffer_steal (SemaBuffer *self, GError **error);
void     sema_buffer_clear (SemaBuffer *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaBuffer, sema_buffer_clear)

G_END_DECLS
