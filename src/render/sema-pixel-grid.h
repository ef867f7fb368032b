/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaPixelGrid:
 * @scale: pixels for one logical unit
 * @dx: pixel that x = 0 falls on
 * @dy: pixel that y = 0 falls on
 *
 * Where logical units fall on a target's pixels. Masks that are painted between pixels are slow, and blurred.
 */
typedef struct
{
  double scale;
  double dx;
  double dy;
} SemaPixelGrid;

gboolean sema_pixel_grid_init (SemaPixelGrid *self, cairo_t *cr);
void     sema_pixel_grid_enter (cairo_t *cr);

G_END_DECLS
