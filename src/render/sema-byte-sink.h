/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaByteSink:
 * @bytes: (length) what was written so far
 * @length: how much
 * @capacity: how much room there is
 *
 * Takes the bytes of a picture as cairo writes them. Unlike a GByteArray it can fail, and it counts against the memory
 * budget. Starts as all zeros.
 */
typedef struct
{
  guint8 *bytes;
  gsize   length;
  gsize   capacity;
} SemaByteSink;

gboolean       sema_byte_sink_append (SemaByteSink *self, gconstpointer bytes, gsize length);
cairo_status_t sema_byte_sink_write (void *self, const unsigned char *bytes, unsigned int length);
GBytes        *sema_byte_sink_take (SemaByteSink *self);
void           sema_byte_sink_clear (SemaByteSink *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaByteSink, sema_byte_sink_clear)

G_END_DECLS
