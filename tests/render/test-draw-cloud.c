/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include "sema-cloud-dots.h"

/* One word at the origin, in the middle of a frame. */
static const float     places[] = {0, 0};
static const SemaFrame frame = {10.3, 10.7, 80, 60};

static SemaCloudImage *
make_image (double pixels)
{
  g_autoptr (SemaCloud) cloud = sema_cloud_new (places, 1, NULL, NULL, NULL);
  SemaCloudView         view = {{0, 0, 10}, frame, 0, 1, pixels};

  return sema_cloud_image_new (cloud, &view, sema_theme_get (SEMA_THEME_LIGHT), NULL, NULL);
}

/* Seen from where it was made, or a little beside: the pixels are those of the image, at their place or moved by whole
 * pixels, which keeps them sharp. */
static void
check_same (double dx, int moved)
{
  g_autoptr (SemaCloudImage) image = make_image (1);
  const guint32             *pixels = (const guint32 *)(gpointer)cairo_image_surface_get_data (image->surface);
  int                        stride = cairo_image_surface_get_stride (image->surface) / 4;
  SemaCamera                 camera = {0, 0, 10};
  Picture                    picture;

  sema_camera_pan (&camera, dx, 0);
  picture_init (&picture, 100, 80, SEMA_RIMS_QUICK);
  sema_draw_cloud (picture.canvas.cr, image, &camera, &frame);
  for (int y = 11; y < 70; y++)
    for (int x = 11 + MAX (moved, 0); x < 90 + MIN (moved, 0); x++)
      g_assert_cmphex (picture_get (&picture, x, y), ==, pixels[(y - 10) * stride + x - moved - 10] & 0xffffff);
  picture_clear (&picture);
}

static void
test_same_view (void)
{
  check_same (0, 0);
  check_same (3.4, 3);
  check_same (-7.2, -7);
}

static void
check_ink (const Picture *picture, int left, int top, int right, int bottom, int slack)
{
  int ink[4];

  picture_get_ink (picture, &ink[0], &ink[1], &ink[2], &ink[3]);
  g_assert_cmpint (ABS (ink[0] - left), <=, slack);
  g_assert_cmpint (ABS (ink[1] - top), <=, slack);
  g_assert_cmpint (ABS (ink[2] - right), <=, slack);
  g_assert_cmpint (ABS (ink[3] - bottom), <=, slack);
}

/* While nothing newer is there it goes with the words: shifted, and as near as one is. */
static void
test_moved (void)
{
  g_autoptr (SemaCloudImage) image = make_image (1);
  SemaCamera                 camera = {0, 0, 10};
  Picture                    picture;

  sema_camera_pan (&camera, 20, -10);
  picture_init (&picture, 100, 80, SEMA_RIMS_QUICK);
  sema_draw_cloud (picture.canvas.cr, image, &camera, &frame);
  check_ink (&picture, 70 - 6, 31 - 6, 70 + 6, 31 + 6, 1);
  picture_clear (&picture);
  camera.scale *= 2;
  picture_init (&picture, 100, 80, SEMA_RIMS_QUICK);
  camera.centre_x = camera.centre_y = 0;
  sema_draw_cloud (picture.canvas.cr, image, &camera, &frame);
  check_ink (&picture, 50 - 12, 41 - 12, 50 + 12, 41 + 12, 3);
  picture_clear (&picture);
}

/* Twice the pixels for a unit, on a page that has one: the same place and size. */
static void
test_other_resolution (void)
{
  g_autoptr (SemaCloudImage) image = make_image (2);
  SemaCamera                 camera = {0, 0, 10};
  Picture                    picture;

  picture_init (&picture, 100, 80, SEMA_RIMS_QUICK);
  sema_draw_cloud (picture.canvas.cr, image, &camera, &frame);
  check_ink (&picture, 50 - 6, 41 - 6, 50 + 6, 41 + 6, 1);
  picture_clear (&picture);
}

/* Nothing outside the frame. */
static void
test_clipped (void)
{
  g_autoptr (SemaCloudImage) image = make_image (1);
  SemaFrame                  small = {20, 20, 70, 50};
  SemaCamera                 camera = {0, 0, 10};
  Picture                    picture;

  sema_camera_pan (&camera, -35, 0);
  picture_init (&picture, 100, 80, SEMA_RIMS_QUICK);
  sema_draw_cloud (picture.canvas.cr, image, &camera, &small);
  check_ink (&picture, 20, 45 - 6, 20 + 6, 45 + 6, 1);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/draw-cloud/same-view", test_same_view);
  g_test_add_func ("/render/draw-cloud/moved", test_moved);
  g_test_add_func ("/render/draw-cloud/other-resolution", test_other_resolution);
  g_test_add_func ("/render/draw-cloud/clipped", test_clipped);
  return g_test_run ();
}
