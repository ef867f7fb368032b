/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-png.h"

#include <string.h>

#include "sema-memory.h"

/* A picture without any regularity, and with two alphas. */
static cairo_surface_t *
create_picture (cairo_format_t format, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (format, width, height);
  guint8          *pixels = cairo_image_surface_get_data (surface);
  int              stride = cairo_image_surface_get_stride (surface);
  guint32          state = 1;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        state = state * 1664525 + 1013904223;
        ((guint32 *)(pixels + y * stride))[x] = (state & 0x7f7f7f7f) | (x % 2 == 0 ? 0xff000000 : 0x80000000);
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static guint32
get_u32 (const guint8 *bytes)
{
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

/* The CRC of the PNG specification, annex D, bit by bit. */
static guint32
compute_crc (const guint8 *bytes, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }
  return crc ^ 0xffffffff;
}

/* Reads every chunk, checks its CRC, and returns their names in order. */
static char *
list_chunks (GBytes *png, const guint8 **phys)
{
  gsize         length;
  const guint8 *bytes = g_bytes_get_data (png, &length);
  GString      *names = g_string_new (NULL);
  gsize         at = 8;

  g_assert_cmpmem (bytes, 8, "\x89PNG\r\n\x1a\n", 8);
  while (at < length)
    {
      guint32 size = get_u32 (bytes + at);

      g_assert_cmpuint (at + 12 + size, <=, length);
      g_assert_cmphex (get_u32 (bytes + at + 8 + size), ==, compute_crc (bytes + at + 4, size + 4));
      g_string_append_len (names, (const char *)bytes + at + 4, 4);
      g_string_append_c (names, ' ');
      if (memcmp (bytes + at + 4, "pHYs", 4) == 0)
        {
          g_assert_cmpuint (size, ==, 9);
          *phys = bytes + at + 8;
        }
      at += 12 + size;
    }
  return g_string_free (names, FALSE);
}

static void
test_chunks (void)
{
  const struct
  {
    double  dpi;
    guint32 per_metre;
  } cases[] = {{300, 11811}, {144, 5669}, {96, 3780}, {72, 2835}, {0.001, 1}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_surface_t   *surface = create_picture (CAIRO_FORMAT_RGB24, 50, 40);
      g_autoptr (GBytes) png = sema_png_encode (surface, cases[i].dpi);
      const guint8      *phys = NULL;
      g_autofree char   *names = list_chunks (png, &phys);

      g_assert_true (g_str_has_prefix (names, "IHDR pHYs "));
      g_assert_true (g_str_has_suffix (names, "IDAT IEND "));
      g_assert_null (strstr (names, "tIME"));
      g_assert_null (strstr (names, "tEXt"));
      g_assert_null (strstr (strstr (names, "pHYs") + 1, "pHYs"));
      g_assert_cmpuint (get_u32 (phys), ==, cases[i].per_metre);
      g_assert_cmpuint (get_u32 (phys + 4), ==, cases[i].per_metre);
      g_assert_cmpuint (phys[8], ==, 1);
      cairo_surface_destroy (surface);
    }
}

typedef struct
{
  const guint8 *bytes;
  gsize         left;
} Source;

static cairo_status_t
read_source (void *closure, unsigned char *bytes, unsigned int length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (bytes, source->bytes, length);
  source->bytes += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_pixels (void)
{
  const cairo_format_t formats[] = {CAIRO_FORMAT_RGB24, CAIRO_FORMAT_ARGB32};

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      cairo_surface_t   *surface = create_picture (formats[i], 61, 33);
      g_autoptr (GBytes) png = sema_png_encode (surface, 100);
      Source             source;
      cairo_surface_t   *again;
      guint32            mask = formats[i] == CAIRO_FORMAT_RGB24 ? 0xffffff : 0xffffffff;

      source.bytes = g_bytes_get_data (png, &source.left);
      again = cairo_image_surface_create_from_png_stream (read_source, &source);
      g_assert_cmpint (cairo_surface_status (again), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_format (again), ==, formats[i]);
      for (int y = 0; y < 33; y++)
        for (int x = 0; x < 61; x++)
          {
            guint32 one = ((const guint32 *)(cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)))[x];
            guint32 other = ((const guint32 *)(cairo_image_surface_get_data (again) + y * cairo_image_surface_get_stride (again)))[x];

            /* An alpha of a half loses the last bit on the way. */
            if (formats[i] == CAIRO_FORMAT_RGB24 || x % 2 == 0)
              g_assert_cmphex (one & mask, ==, other & mask);
          }
      cairo_surface_destroy (again);
      cairo_surface_destroy (surface);
    }
}

static void
test_same_bytes (void)
{
  cairo_surface_t   *surface = create_picture (CAIRO_FORMAT_ARGB32, 61, 33);
  g_autoptr (GBytes) one = sema_png_encode (surface, 100);
  g_autoptr (GBytes) other = sema_png_encode (surface, 100);

  g_assert_true (g_bytes_equal (one, other));
  cairo_surface_destroy (surface);
}

/* Wherever memory ends, there is no file, and nothing is kept. */
static void
test_no_memory (void)
{
  cairo_surface_t *surface = create_picture (CAIRO_FORMAT_ARGB32, 61, 33);
  guint64          before = sema_memory_get_used ();

  for (guint64 nth = 1; nth <= 2; nth++)
    {
      sema_memory_fail_at (nth);
      g_assert_null (sema_png_encode (surface, 100));
      g_assert_cmpuint (sema_memory_get_used (), ==, before);
    }
  sema_memory_fail_at (0);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/png/chunks", test_chunks);
  g_test_add_func ("/png/pixels", test_pixels);
  g_test_add_func ("/png/same-bytes", test_same_bytes);
  g_test_add_func ("/png/no-memory", test_no_memory);
  return g_test_run ();
}
