/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-buffer.h"

#include "sema-memory.h"

#define SMALLEST 256

static gboolean
grow_to (SemaBuffer *self, gsize capacity, GError **error)
{
  char *data = sema_memory_resize (self->data, capacity, error);

  if (data == NULL)
    return FALSE;
  self->data = data;
  self->capacity = capacity;
  return TRUE;
}

/* Capacity @n_bytes and one part in @parts more, or all there is when that is beyond a size. */
static gsize
add_part (gsize n_bytes, gsize parts)
{
  gsize capacity;

  return __builtin_add_overflow (n_bytes, n_bytes / parts, &capacity) ? G_MAXSIZE : MAX (capacity, SMALLEST);
}

/**
 * sema_buffer_grow:
 * @self: a buffer without room for @n_more bytes
 * @n_more: bytes that will be appended
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * The part of sema_buffer_reserve() that is seldom needed.
 *
 * Returns: whether there is room
 */
gboolean
sema_buffer_grow (SemaBuffer *self, gsize n_more, GError **error)
{
  gsize needed;

  if (__builtin_add_overflow (self->n_bytes, n_more, &needed))
    needed = G_MAXSIZE;
  if (self->data == NULL)
    return grow_to (self, MAX (needed, SMALLEST), error);
  return grow_to (self, add_part (needed, 2), NULL) || grow_to (self, add_part (needed, 16), error);
}

/**
 * sema_buffer_steal:
 * @self: a buffer, empty afterwards
 * @error: %SEMA_CORE_ERROR_NO_MEMORY; the buffer is then as it was
 *
 * Returns: (transfer full) (nullable): the bytes in a block without spare room; free it with sema_memory_free()
 */
gpointer
sema_buffer_steal (SemaBuffer *self, GError **error)
{
  char *data;

  if (self->data == NULL && !sema_buffer_reserve (self, 0, error))
    return NULL;
  data = self->n_bytes == self->capacity ? self->data : sema_memory_resize (self->data, self->n_bytes, error);
  if (data != NULL)
    *self = (SemaBuffer) {0};
  return data;
}

/**
 * sema_buffer_clear:
 * @self: a buffer, empty afterwards
 */
void
sema_buffer_clear (SemaBuffer *self)
{
  sema_memory_free (self->data);
  *self = (SemaBuffer) {0};
}
