/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-shades.h"

static void
test_shades (void)
{
  SemaCloudDots               dots = {1, 0.5, 16};
  SemaColour                  colour = {1, 0.5, 0, 1};
  g_autofree SemaCloudShades *shades = g_new (SemaCloudShades, 1);
  guint32                     pixels[] = {0, 64, 32, 128, 256, 1024, G_MAXUINT32, 513, 512};

  sema_cloud_shades_init (shades, &dots, colour);
  sema_cloud_shades_apply (shades, pixels, 8);
  g_assert_cmphex (pixels[0], ==, 0);
  g_assert_cmphex (pixels[1], ==, 0x80804000); /* one dot: 0.5, and premultiplied */
  g_assert_cmphex (pixels[2], ==, 0x40402000);
  g_assert_cmphex (pixels[3], ==, 0x9f9f5000); /* two: 0.625 */
  g_assert_cmphex (pixels[4], ==, 0xbfbf6000); /* four: 0.75 */
  g_assert_cmphex (pixels[5], ==, 0xffff8000); /* sixteen */
  g_assert_cmphex (pixels[6], ==, 0xffff8000);
  g_assert_cmphex (pixels[7] >> 24, ==, 0xdf); /* eight: 0.875 */
  g_assert_cmphex (pixels[8], ==, 512);        /* not asked for */
}

/* More dots are never fainter. */
static void
test_order (void)
{
  SemaCloudDots               dots = {1, 0.4, 5000};
  SemaColour                  colour = {0, 0, 0, 1};
  g_autofree SemaCloudShades *shades = g_new (SemaCloudShades, 1);
  guint32                     last = 0;

  sema_cloud_shades_init (shades, &dots, colour);
  for (guint32 count = 0; count < 400000; count++)
    {
      guint32 pixel = count;

      sema_cloud_shades_apply (shades, &pixel, 1);
      g_assert_cmphex (pixel, >=, last);
      g_assert_cmphex (pixel & 0xffffff, ==, 0);
      last = pixel;
    }
  g_assert_cmphex (last, ==, 0xff000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/cloud-shades/shades", test_shades);
  g_test_add_func ("/render/cloud-shades/order", test_order);
  return g_test_run ();
}
