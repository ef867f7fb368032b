/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <math.h>
#include <stdlib.h>

/* Starts black, so that the light theme's white rims show. */
void
picture_init (Picture *self, int width, int height, SemaRims rims)
{
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  self->canvas.cr = cairo_create (self->surface);
  self->canvas.theme = sema_theme_get (SEMA_THEME_LIGHT);
  self->canvas.layouts = sema_text_layouts_new ();
  self->canvas.masks = sema_point_masks_new ();
  self->canvas.rims = rims;
}

void
picture_clear (Picture *self)
{
  sema_text_layouts_free (self->canvas.layouts);
  sema_point_masks_free (self->canvas.masks);
  cairo_destroy (self->canvas.cr);
  cairo_surface_destroy (self->surface);
}

/* 0xRRGGBB. */
guint32
picture_get (const Picture *self, int x, int y)
{
  const guint8 *pixels;

  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (x, <, cairo_image_surface_get_width (self->surface));
  g_assert_cmpint (y, <, cairo_image_surface_get_height (self->surface));
  cairo_surface_flush (self->surface);
  pixels = cairo_image_surface_get_data (self->surface);
  return ((const guint32 *)(pixels + y * cairo_image_surface_get_stride (self->surface)))[x] & 0xffffff;
}

gsize
picture_count (const Picture *self, guint32 rgb)
{
  gsize n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (self->surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (self->surface); x++)
      n += picture_get (self, x, y) == rgb;
  return n;
}

/* The smallest rectangle with all pixels that are not black; @right and @bottom are inside. */
void
picture_get_ink (const Picture *self, int *left, int *top, int *right, int *bottom)
{
  *left = *top = G_MAXINT;
  *right = *bottom = -1;
  for (int y = 0; y < cairo_image_surface_get_height (self->surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (self->surface); x++)
      if (picture_get (self, x, y) != 0)
        {
          *left = MIN (*left, x);
          *top = MIN (*top, y);
          *right = MAX (*right, x);
          *bottom = MAX (*bottom, y);
        }
}

/* The largest difference of two pixels in the same place, in any channel. */
int
picture_compare (const Picture *self, const Picture *other)
{
  int largest = 0;

  for (int y = 0; y < cairo_image_surface_get_height (self->surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (self->surface); x++)
      for (int shift = 0; shift < 24; shift += 8)
        {
          int a = (int)((picture_get (self, x, y) >> shift) & 0xff);
          int b = (int)((picture_get (other, x, y) >> shift) & 0xff);

          largest = MAX (largest, abs (a - b));
        }
  return largest;
}

guint32
picture_pack (SemaColour colour)
{
  return (guint32)lround (colour.red * 255) << 16 | (guint32)lround (colour.green * 255) << 8 | (guint32)lround (colour.blue * 255);
}

/* Only DejaVu Sans, whatever is installed; before any text. */
void
picture_pin_fonts (void)
{
  g_autofree char *path = g_build_filename (g_test_get_dir (G_TEST_DIST), "golden", "fonts.conf", NULL);

  g_setenv ("FONTCONFIG_FILE", path, TRUE);
}

GArray *
picture_collect (gconstpointer marks, gsize size, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint)size);

  g_array_append_vals (array, marks, n);
  return array;
}
