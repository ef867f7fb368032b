/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-stamp.h"

static guint
add_up (const SemaCloudStamp *self, const guint8 *counts)
{
  guint sum = 0;

  for (int i = 0; i < (2 * self->reach + 1) * (2 * self->reach + 1); i++)
    sum += counts[i];
  return sum;
}

/* A pixel, wherever in it the word is. */
static void
test_pixel (void)
{
  g_auto (SemaCloudStamp) stamp = {0};
  gint64                  left, top;

  sema_cloud_stamp_init (&stamp, 0.5);
  g_assert_cmpint (stamp.reach, ==, 0);
  g_assert_cmpuint (*sema_cloud_stamp_get (&stamp, 7.99, -0.01, &left, &top), ==, 64);
  g_assert_cmpint (left, ==, 7);
  g_assert_cmpint (top, ==, -1);
}

/* Its neighbours come bit by bit. */
static void
test_growing (void)
{
  g_auto (SemaCloudStamp) stamp = {0};
  const guint8           *counts;
  gint64                  left, top;

  sema_cloud_stamp_init (&stamp, 0.75);
  counts = sema_cloud_stamp_get (&stamp, 3.1, 4.9, &left, &top);
  g_assert_cmpint (stamp.reach, ==, 1);
  g_assert_cmpint (left, ==, 2);
  g_assert_cmpint (top, ==, 3);
  g_assert_cmpuint (counts[4], ==, 64);
  g_assert_cmpuint (counts[1], ==, 16);
  g_assert_cmpuint (counts[3], ==, 16);
  g_assert_cmpuint (counts[0], ==, 0);
}

/* A disc has the area of one wherever it lies, keeps inside its reach, and moves by quarters of a pixel. */
static void
test_disc (void)
{
  for (double radius = 1.5; radius < 30; radius *= 1.7)
    {
      g_auto (SemaCloudStamp) stamp = {0};
      gint64                  left, top;

      sema_cloud_stamp_init (&stamp, radius);
      for (double at = -1; at < 1; at += 0.25)
        {
          const guint8 *counts = sema_cloud_stamp_get (&stamp, 10 + at, 20 - at, &left, &top);
          double        area = G_PI * radius * radius;

          g_assert_cmpfloat_with_epsilon (add_up (&stamp, counts) / 64.0, area, 0.05 * area);
          g_assert_true (counts == sema_cloud_stamp_get (&stamp, 10 + at + 0.2, 20 - at + 0.2, &left, &top));
        }
    }
}

/* Nothing is cut off at the stamp's own edge. */
static void
test_reach (void)
{
  for (double radius = 0.5; radius < 8; radius += 0.05)
    {
      g_auto (SemaCloudStamp) stamp = {0};
      double                  parts = radius >= 1.5 ? 4 : 1;

      sema_cloud_stamp_init (&stamp, radius);
      g_assert_cmpint (stamp.parts, ==, (int)parts);
      /* The next pixel outside begins where the disc, half a pixel wider for its soft rim, has ended. */
      g_assert_cmpfloat (stamp.reach + 1.5 - (1 - 0.5 / parts), >=, radius + 0.5 - 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/cloud-stamp/pixel", test_pixel);
  g_test_add_func ("/render/cloud-stamp/growing", test_growing);
  g_test_add_func ("/render/cloud-stamp/disc", test_disc);
  g_test_add_func ("/render/cloud-stamp/reach", test_reach);
  return g_test_run ();
}
