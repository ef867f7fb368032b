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

gboolean sema_buffer_grow (SemaBuffer *self, gsize n_more, GError **error);
gpointer sema_buffer_steal (SemaBuffer *self, GError **error);
void     sema_buffer_clear (SemaBuffer *self);

/**
 * sema_buffer_reserve:
 * @self: a buffer
 * @n_more: bytes that will be appended
 * @error: %SEMA_CORE_ERROR_NO_MEMORY; the buffer is then as it was
 *
 * Makes room: the first time as much as was asked for, then half as much again, so that n bytes cost O(n) in all; where
 * half is over the budget, a sixteenth.
 *
 * Returns: whether there is room
 */
static inline gboolean
sema_buffer_reserve (SemaBuffer *self, gsize n_more, GError **error)
{
  return (self->data != NULL && n_more <= self->capacity - self->n_bytes) || sema_buffer_grow (self, n_more, error);
}

/**
 * sema_buffer_append:
 * @self: a buffer
 * @n_more: bytes to append, may be 0
 * @error: %SEMA_CORE_ERROR_NO_MEMORY; the buffer is then as it was
 *
 * Returns: (transfer none) (nullable): the place of the new bytes, to be filled by the caller before the next call
 */
static inline gpointer
sema_buffer_append (SemaBuffer *self, gsize n_more, GError **error)
{
  gpointer place;

  if (!sema_buffer_reserve (self, n_more, error))
    return NULL;
  place = self->data + self->n_bytes;
  self->n_bytes += n_more;
  return place;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaBuffer, sema_buffer_clear)

G_END_DECLS
