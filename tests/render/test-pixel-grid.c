/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pixel-grid.h"

static cairo_t *
create (double device_scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t         *cr;

  cairo_surface_set_device_scale (surface, device_scale, device_scale);
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  return cr;
}

static void
test_scales (void)
{
  cairo_t      *cr = create (2);
  SemaPixelGrid grid;

  cairo_translate (cr, 10, 20);
  cairo_scale (cr, 1.5, 1.5);
  g_assert_true (sema_pixel_grid_init (&grid, cr));
  g_assert_cmpfloat_with_epsilon (grid.scale, 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (grid.dx, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (grid.dy, 40, 1e-9);
  cairo_destroy (cr);
}

/* In pixels one draws where the grid says. */
static void
test_enter (void)
{
  cairo_t         *cr = create (2);
  cairo_surface_t *surface = cairo_get_target (cr);
  SemaPixelGrid    grid;
  const guint32   *row;

  cairo_translate (cr, 5, 5);
  g_assert_true (sema_pixel_grid_init (&grid, cr));
  cairo_save (cr);
  sema_pixel_grid_enter (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 3 * grid.scale + grid.dx, 4 * grid.scale + grid.dy, 1, 1);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_flush (surface);
  row = (const guint32 *)(cairo_image_surface_get_data (surface) + 18 * cairo_image_surface_get_stride (surface));
  g_assert_cmphex (row[15] & 0xffffff, ==, 0);
  g_assert_cmphex (row[16] & 0xffffff, ==, 0xffffff);
  g_assert_cmphex (row[17] & 0xffffff, ==, 0);
  cairo_destroy (cr);
}

static void
test_no_grid (void)
{
  const cairo_matrix_t matrices[] = {{0, 1, -1, 0, 0, 0}, {1, 0, 0.2, 1, 0, 0}, {2, 0, 0, 1, 0, 0}, {-1, 0, 0, -1, 0, 0}, {1, 0, 0, -1, 0, 0}};

  for (gsize i = 0; i < G_N_ELEMENTS (matrices); i++)
    {
      cairo_t      *cr = create (1);
      SemaPixelGrid grid;

      cairo_set_matrix (cr, &matrices[i]);
      g_assert_false (sema_pixel_grid_init (&grid, cr));
      cairo_destroy (cr);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pixel-grid/scales", test_scales);
  g_test_add_func ("/pixel-grid/enter", test_enter);
  g_test_add_func ("/pixel-grid/no-grid", test_no_grid);
  return g_test_run ();
}
