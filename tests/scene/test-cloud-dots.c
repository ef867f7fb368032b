/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-dots.h"

#include <math.h>

#include "cloud-fixture.h"

static const SemaFrame frame = {0, 0, 1000, 600};

/* As if a typical place were as crowded as that, with so many words in sight. */
static SemaCloudDots
find_among (guint64 n, double crowding, double scale, double text_scale, double pixels)
{
  g_autofree float     *places = g_new0 (float, 2 * n);
  g_autoptr (SemaCloud) cloud = fixture_make_cloud_of (places, n);
  SemaCamera            camera = {5 / scale, 5 / scale, scale};
  SemaCloudDots         dots;

  cloud->crowding = crowding;
  sema_cloud_dots_find (&dots, cloud, &camera, &frame, text_scale, pixels);
  return dots;
}

static SemaCloudDots
find (double crowding, double scale, double text_scale, double pixels)
{
  return find_among (100000, crowding, scale, text_scale, pixels);
}

/* As many as on a map of few words look like its points; sixteen times as many have half the radius. */
static void
test_radius (void)
{
  double few = 120.0 / (1000 * 600);

  g_assert_cmpfloat_with_epsilon (find (few, 1, 1, 1).radius, 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (find (few / 7, 1, 1, 1).radius, 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (find (few * 16, 1, 1, 1).radius, 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (find (few * 16, 4, 1, 1).radius, 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (find (few, 1, 4, 2).radius, 12, 1e-9);
  g_assert_cmpfloat_with_epsilon (find (few, 1, 1, 1).faintest, 0.8, 1e-9);
  g_assert_cmpfloat (find (few * 16, 1, 1, 1).faintest, <, 0.8);
  g_assert_cmpfloat (find (1e9, 1, 1, 1).faintest, >=, 0.5);
  g_assert_cmpfloat (find (0, 1, 1, 1).radius, ==, 6);
}

/* Where there are few in sight, they are counted; the more there are the less that matters. */
static void
test_few (void)
{
  g_assert_cmpfloat_with_epsilon (find_among (100, 1, 1, 1, 1).radius, 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (find_among (607, 1, 1, 1, 1).radius, 4, 0.01);
  g_assert_cmpfloat_with_epsilon (find_among (607, INFINITY, 1, 1, 1).radius, 4, 0.01);
  g_assert_cmpfloat_with_epsilon (find_among (2000, 1, 1, 1, 1).radius, 6 * pow (120.0 / 4000, 0.25), 1e-9);
  g_assert_cmpfloat_with_epsilon (find_among (2000, 120.0 * 16 / (1000 * 600), 1, 1, 1).radius, 3, 1e-9);
}

static void
test_most (void)
{
  /* Eight dots, or where words are drawn by half a unit's radius four times as many as lie in that. */
  g_assert_cmpfloat_with_epsilon (find (0.5, 1, 1, 1).most, 8, 1e-9);
  g_assert_cmpfloat_with_epsilon (find (100, 1, 1, 1).most, 400 * G_PI / 4, 1e-9);
  g_assert_cmpfloat (find (INFINITY, 1, 1, 1).most, ==, 8);
}

static void
test_opacity (void)
{
  SemaCloudDots dots = {1, 0.5, 16};

  g_assert_cmpfloat (sema_cloud_dots_get_opacity (&dots, 0), ==, 0);
  g_assert_cmpfloat (sema_cloud_dots_get_opacity (&dots, 0.5), ==, 0.25);
  g_assert_cmpfloat (sema_cloud_dots_get_opacity (&dots, 1), ==, 0.5);
  g_assert_cmpfloat_with_epsilon (sema_cloud_dots_get_opacity (&dots, 2), 0.625, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_cloud_dots_get_opacity (&dots, 4), 0.75, 1e-12);
  g_assert_cmpfloat (sema_cloud_dots_get_opacity (&dots, 16), ==, 1);
  g_assert_cmpfloat (sema_cloud_dots_get_opacity (&dots, 1e9), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/cloud-dots/radius", test_radius);
  g_test_add_func ("/scene/cloud-dots/few", test_few);
  g_test_add_func ("/scene/cloud-dots/most", test_most);
  g_test_add_func ("/scene/cloud-dots/opacity", test_opacity);
  return g_test_run ();
}
