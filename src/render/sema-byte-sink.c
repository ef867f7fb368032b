/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-byte-sink.h"

#include <string.h>

#include "sema-memory.h"

#define FIRST_CAPACITY 4096

static gboolean
make_room (SemaByteSink *self, gsize needed)
{
  gsize    capacity = MAX (self->capacity, FIRST_CAPACITY / 2);
  gpointer bytes;

  while (capacity < needed)
    if (__builtin_mul_overflow (capacity, (gsize)2, &capacity))
      return FALSE;
  bytes = sema_memory_resize (self->bytes, capacity, NULL);
  if (bytes == NULL)
    return FALSE;
  self->bytes = bytes;
  self->capacity = capacity;
  return TRUE;
}

/**
 * sema_byte_sink_append:
 * @self: a sink
 * @bytes: (length): what to add
 * @length: how much; 0 is fine
 *
 * Returns: whether there was memory for it; else @self is as it was
 */
gboolean
sema_byte_sink_append (SemaByteSink *self, gconstpointer bytes, gsize length)
{
  gsize needed;

  if (length == 0)
    return TRUE;
  if (__builtin_add_overflow (self->length, length, &needed))
    return FALSE;
  if (needed > self->capacity && !make_room (self, needed))
    return FALSE;
  memcpy (self->bytes + self->length, bytes, length);
  self->length = needed;
  return TRUE;
}

/**
 * sema_byte_sink_write:
 * @self: a #SemaByteSink
 * @bytes: (length): what to add
 * @length: how much
 *
 * sema_byte_sink_append() in the form of a cairo_write_func_t.
 *
 * Returns: CAIRO_STATUS_SUCCESS, or CAIRO_STATUS_NO_MEMORY
 */
cairo_status_t
sema_byte_sink_write (void *self, const unsigned char *bytes, unsigned int length)
{
  return sema_byte_sink_append (self, bytes, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_NO_MEMORY;
}

/**
 * sema_byte_sink_take:
 * @self: a sink; it is empty afterwards
 *
 * Returns: (transfer full): what was written, not copied
 */
GBytes *
sema_byte_sink_take (SemaByteSink *self)
{
  GBytes *bytes = g_bytes_new_with_free_func (self->bytes, self->length, sema_memory_free, self->bytes);

  *self = (SemaByteSink) {0};
  return bytes;
}

/**
 * sema_byte_sink_clear:
 * @self: a sink
 *
 * Forgets what was written.
 */
void
sema_byte_sink_clear (SemaByteSink *self)
{
  sema_memory_free (self->bytes);
  *self = (SemaByteSink) {0};
}
