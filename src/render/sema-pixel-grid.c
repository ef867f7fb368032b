/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pixel-grid.h"

#include <math.h>

/**
 * sema_pixel_grid_init:
 * @self: what to fill
 * @cr: where is drawn, in logical units
 *
 * Returns: whether there is a grid: not where the page is turned, stretched or of no size
 */
gboolean
sema_pixel_grid_init (SemaPixelGrid *self, cairo_t *cr)
{
  cairo_matrix_t matrix;
  double         scale_x;
  double         scale_y;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &scale_x, &scale_y);
  *self = (SemaPixelGrid) {matrix.xx * scale_x, matrix.x0 * scale_x, matrix.y0 * scale_y};
  return matrix.xy == 0 && matrix.yx == 0 && self->scale > 0 && fabs (matrix.yy * scale_y - self->scale) < 1e-3 * self->scale;
}

/**
 * sema_pixel_grid_enter:
 * @cr: where is drawn
 *
 * Makes pixels the unit, until the caller's cairo_restore().
 */
void
sema_pixel_grid_enter (cairo_t *cr)
{
  double scale_x;
  double scale_y;

  cairo_surface_get_device_scale (cairo_get_group_target (cr), &scale_x, &scale_y);
  cairo_identity_matrix (cr);
  cairo_scale (cr, 1 / scale_x, 1 / scale_y);
}
