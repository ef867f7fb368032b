/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-png.h"

#include <math.h>
#include <string.h>
#include <zlib.h>

#include "sema-byte-sink.h"

/* The signature and the IHDR chunk, which is always first and always of 13 bytes. */
#define HEAD_SIZE (8 + 4 + 4 + 13 + 4)
#define PHYS_DATA 9
#define PHYS_SIZE (4 + 4 + PHYS_DATA + 4)
#define INCHES_PER_METRE (1 / 0.0254)

typedef struct
{
  SemaByteSink sink;
  double       dpi;
  gsize        n_seen;
} Writer;

static void
put_u32 (guint8 *bytes, guint32 value)
{
  value = GUINT32_TO_BE (value);
  memcpy (bytes, &value, sizeof value);
}

/* pHYs: pixels per metre both ways; PNG specification, section 11.3.4.3. */
static void
make_phys (double dpi, guint8 chunk[PHYS_SIZE])
{
  guint32 density = (guint32)CLAMP (round (dpi * INCHES_PER_METRE), 1, G_MAXINT32);

  put_u32 (chunk, PHYS_DATA);
  memcpy (chunk + 4, "pHYs", 4);
  put_u32 (chunk + 8, density);
  put_u32 (chunk + 12, density);
  chunk[16] = 1;
  put_u32 (chunk + 17, (guint32)crc32 (0, chunk + 4, 4 + PHYS_DATA));
}

/* Passes cairo's bytes on and slips the chunk in where the head ends, however the bytes are cut. */
static cairo_status_t
write_with_phys (void *closure, const unsigned char *bytes, unsigned int length)
{
  Writer *self = closure;
  gsize   head = self->n_seen < HEAD_SIZE ? MIN (length, HEAD_SIZE - self->n_seen) : 0;
  guint8  chunk[PHYS_SIZE];

  if (!sema_byte_sink_append (&self->sink, bytes, head))
    return CAIRO_STATUS_NO_MEMORY;
  if (head > 0 && self->n_seen + head == HEAD_SIZE)
    {
      make_phys (self->dpi, chunk);
      if (!sema_byte_sink_append (&self->sink, chunk, sizeof chunk))
        return CAIRO_STATUS_NO_MEMORY;
    }
  self->n_seen += length;
  return sema_byte_sink_write (&self->sink, bytes + head, length - (unsigned int)head);
}

/**
 * sema_png_encode:
 * @surface: an image surface
 * @dpi: pixels for an inch, over 0
 *
 * Writes a PNG that tells its pixels' size and holds no date: the same pixels give the same bytes.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL where memory ran out
 */
GBytes *
sema_png_encode (cairo_surface_t *surface, double dpi)
{
  Writer writer = {{0}, dpi, 0};

  if (cairo_surface_write_to_png_stream (surface, write_with_phys, &writer) == CAIRO_STATUS_SUCCESS)
    return sema_byte_sink_take (&writer.sink);
  sema_byte_sink_clear (&writer.sink);
  return NULL;
}
