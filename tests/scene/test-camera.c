/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-camera.h"

#include <math.h>

static const SemaFrame frame = {100, 50, 800, 400};

static void
assert_on_page (const SemaCamera *camera, double x, double y, double page_x, double page_y)
{
  double at_x, at_y;

  sema_camera_to_page (camera, &frame, x, y, &at_x, &at_y);
  g_assert_cmpfloat_with_epsilon (at_x, page_x, 1e-9);
  g_assert_cmpfloat_with_epsilon (at_y, page_y, 1e-9);
}

static void
test_fit (void)
{
  SemaCamera camera;

  /* Wide data: 8 units across 800; high data: 8 units up 400. The other side is centred. */
  sema_camera_fit (&camera, &frame, -3, 1, 5, 3);
  g_assert_cmpfloat_with_epsilon (camera.scale, 100, 1e-9);
  assert_on_page (&camera, -3, 2, 100, 250);
  assert_on_page (&camera, 5, 3, 900, 150);
  sema_camera_fit (&camera, &frame, 0, -4, 1, 4);
  g_assert_cmpfloat_with_epsilon (camera.scale, 50, 1e-9);
  assert_on_page (&camera, 0.5, 4, 500, 50);
  assert_on_page (&camera, 0.5, -4, 500, 450);
}

static void
test_no_extent (void)
{
  SemaCamera camera;

  sema_camera_fit (&camera, &frame, 7, 7, 7, 7);
  g_assert_cmpfloat (camera.scale, ==, 400);
  assert_on_page (&camera, 7, 7, 500, 250);
  sema_camera_fit (&camera, &frame, 0, 2, 4, 2);
  g_assert_cmpfloat (camera.scale, ==, 200);
  sema_camera_fit (&camera, &frame, 1, 0, 1, 4);
  g_assert_cmpfloat (camera.scale, ==, 100);
}

static void
test_not_finite (void)
{
  SemaCamera camera;

  sema_camera_fit (&camera, &frame, INFINITY, INFINITY, -INFINITY, -INFINITY);
  g_assert_cmpfloat (camera.scale, ==, 400);
  g_assert_cmpfloat (camera.centre_x, ==, 0);
  sema_camera_fit (&camera, &frame, -1e308, -1, 1e308, 1);
  g_assert_true (isfinite (camera.centre_x) && camera.scale > 0 && isfinite (camera.scale));
}

static void
test_round_trip (void)
{
  SemaCamera camera = {0.3, -2.5, 173.25};

  for (int i = 0; i < 50; i++)
    {
      double x = i * 0.37 - 9, y = 4 - i * 0.21, page_x, page_y, back_x, back_y;

      sema_camera_to_page (&camera, &frame, x, y, &page_x, &page_y);
      sema_camera_to_data (&camera, &frame, page_x, page_y, &back_x, &back_y);
      g_assert_cmpfloat_with_epsilon (back_x, x, 1e-9);
      g_assert_cmpfloat_with_epsilon (back_y, y, 1e-9);
    }
}

static void
test_y_goes_up (void)
{
  SemaCamera camera = {0, 0, 10};

  assert_on_page (&camera, 0, 1, 500, 240);
  assert_on_page (&camera, 1, 0, 510, 250);
}

static void
test_pan (void)
{
  SemaCamera camera = {1, 2, 50};

  assert_on_page (&camera, 1, 2, 500, 250);
  sema_camera_pan (&camera, 30, -20);
  assert_on_page (&camera, 1, 2, 530, 230);
}

static void
test_zoom (void)
{
  SemaCamera camera = {1, 2, 50};
  double     x, y;

  sema_camera_to_data (&camera, &frame, 333, 77, &x, &y);
  sema_camera_zoom (&camera, &frame, 333, 77, 3);
  g_assert_cmpfloat_with_epsilon (camera.scale, 150, 1e-9);
  assert_on_page (&camera, x, y, 333, 77);
}

static void
test_zoom_refused (void)
{
  const double factors[] = {0, -1, NAN, INFINITY};

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      SemaCamera camera = {1, 2, 50};

      sema_camera_zoom (&camera, &frame, 0, 0, factors[i]);
      g_assert_cmpfloat (camera.scale, ==, 50);
      g_assert_cmpfloat (camera.centre_x, ==, 1);
    }
}

static void
test_blend (void)
{
  const SemaCamera from = {0, 10, 4};
  const SemaCamera to = {8, -10, 400};
  SemaCamera       camera;

  sema_camera_blend (&from, &to, 0.5, &camera);
  g_assert_cmpfloat_with_epsilon (camera.scale, 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (camera.centre_x, 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (camera.centre_y, 0, 1e-9);
  sema_camera_blend (&from, &to, 0, &camera);
  g_assert_cmpmem (&camera, sizeof camera, &from, sizeof from);
  sema_camera_blend (&from, &to, 1, &camera);
  g_assert_cmpmem (&camera, sizeof camera, &to, sizeof to);
}

/* What is seen through a camera is seen whole on a page of another size. */
static void
test_region (void)
{
  const SemaCamera from = {3, -4, 50};
  const SemaFrame  wide = {0, 0, 4 * frame.width, 2 * frame.height};
  SemaCamera       camera;
  SemaRegion       region;

  sema_camera_get_region (&from, &frame, &region);
  g_assert_cmpfloat (region.width, ==, frame.width / 50);
  sema_camera_fit_region (&camera, &frame, &region);
  g_assert_cmpfloat_with_epsilon (camera.scale, 50, 1e-9);
  sema_camera_fit_region (&camera, &wide, &region);
  g_assert_cmpfloat_with_epsilon (camera.scale, 100, 1e-9);
  g_assert_cmpfloat (camera.centre_x, ==, 3);
  g_assert_cmpfloat (camera.centre_y, ==, -4);
}

static void
test_no_region (void)
{
  const SemaRegion regions[] = {{0, 0, 0, 0}, {1, 1, 1, 0}, {1, 1, -1, 2}, {NAN, 1, 1, 1}, {1, 1, INFINITY, 1}, {1, 1, 1, NAN}};
  SemaCamera       camera;
  SemaRegion       region;

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      sema_camera_fit_region (&camera, &frame, &regions[i]);
      g_assert_cmpfloat (camera.scale, ==, 0);
    }
  sema_camera_get_region (&(SemaCamera) {1, 1, 0}, &frame, &region);
  g_assert_cmpfloat (region.width, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/camera/fit", test_fit);
  g_test_add_func ("/scene/camera/no-extent", test_no_extent);
  g_test_add_func ("/scene/camera/not-finite", test_not_finite);
  g_test_add_func ("/scene/camera/round-trip", test_round_trip);
  g_test_add_func ("/scene/camera/y-goes-up", test_y_goes_up);
  g_test_add_func ("/scene/camera/pan", test_pan);
  g_test_add_func ("/scene/camera/zoom", test_zoom);
  g_test_add_func ("/scene/camera/zoom-refused", test_zoom_refused);
  g_test_add_func ("/scene/camera/blend", test_blend);
  g_test_add_func ("/scene/camera/region", test_region);
  g_test_add_func ("/scene/camera/no-region", test_no_region);
  return g_test_run ();
}
