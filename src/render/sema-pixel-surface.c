/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pixel-surface.h"

#include <string.h>

#include "sema-memory.h"

/**
 * sema_pixel_surface_new:
 * @format: of the pixels
 * @width: pixels
 * @height: pixels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): an image surface whose pixels come out of the memory budget and start as all zeros
 */
cairo_surface_t *
sema_pixel_surface_new (cairo_format_t format, int width, int height, GError **error)
{
  static const cairo_user_data_key_t key;
  int                                stride = cairo_format_stride_for_width (format, width);
  unsigned char                     *pixels;
  cairo_surface_t                   *surface;

  pixels = sema_memory_alloc_n ((guint64)MAX (height, 0), stride < 0 ? G_MAXSIZE : (gsize)stride, error);
  if (pixels == NULL)
    return NULL;
  memset (pixels, 0, (gsize)stride * (gsize)height);
  surface = cairo_image_surface_create_for_data (pixels, format, width, height, stride);
  if (cairo_surface_set_user_data (surface, &key, pixels, sema_memory_free) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  sema_memory_free (pixels);
  /* More than there can be, to say so. */
  sema_memory_alloc_n (G_MAXUINT64, G_MAXSIZE, error);
  return NULL;
}
