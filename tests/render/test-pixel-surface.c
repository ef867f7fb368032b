/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pixel-surface.h"

#include "sema-error.h"
#include "sema-memory.h"

static void
test_surface (void)
{
  g_autoptr (GError) error = NULL;
  guint64            before = sema_memory_get_used ();
  cairo_surface_t   *surface = sema_pixel_surface_new (CAIRO_FORMAT_ARGB32, 30, 20, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sema_memory_get_used () - before, ==, 30 * 20 * 4);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 30);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 20);
  for (int i = 0; i < 30 * 20 * 4; i++)
    g_assert_cmpint (cairo_image_surface_get_data (surface)[i], ==, 0);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
}

static void
test_without_memory (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) too_wide = NULL;

  sema_memory_fail_at (1);
  g_assert_null (sema_pixel_surface_new (CAIRO_FORMAT_RGB24, 30, 20, &error));
  sema_memory_fail_at (0);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_null (sema_pixel_surface_new (CAIRO_FORMAT_RGB24, G_MAXINT, 20, &too_wide));
  g_assert_error (too_wide, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/pixel-surface/surface", test_surface);
  g_test_add_func ("/render/pixel-surface/without-memory", test_without_memory);
  return g_test_run ();
}
