/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-draw.h"

#include <math.h>

#include "sema-pixel-grid.h"

/* Where what was seen from one place lies on the page for somebody in another. */
static void
move_page (cairo_t *cr, const SemaCloudView *from, const SemaCamera *camera, const SemaFrame *frame)
{
  double zoom = camera->scale / from->camera.scale;
  double x, y;

  sema_camera_to_page (camera, frame, from->camera.centre_x, from->camera.centre_y, &x, &y);
  cairo_translate (cr, x, y);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -(from->frame.x + from->frame.width / 2), -(from->frame.y + from->frame.height / 2));
}

/* Pixel by pixel where it was seen from the same distance; a shift is rounded, so that it stays sharp. */
static void
paint (cairo_t *cr, const SemaCloudImage *image)
{
  SemaPixelGrid grid;
  double        pixels = image->view.pixels;

  if (sema_pixel_grid_init (&grid, cr) && fabs (grid.scale - pixels) < 1e-3 * pixels)
    {
      sema_pixel_grid_enter (cr);
      cairo_set_source_surface (cr, image->surface, round (grid.dx) + image->left, round (grid.dy) + image->top);
    }
  else
    {
      cairo_scale (cr, 1 / pixels, 1 / pixels);
      cairo_set_source_surface (cr, image->surface, image->left, image->top);
    }
  cairo_paint (cr);
}

/**
 * sema_draw_cloud:
 * @cr: where to draw, in logical units
 * @image: all words, as seen from somewhere near
 * @camera: where one stands now, of a scale over 0
 * @frame: where the data is shown now; nothing is drawn outside
 *
 * Paints the image where its words are now: until one of the view itself is there, the last one will do.
 */
void
sema_draw_cloud (cairo_t *cr, const SemaCloudImage *image, const SemaCamera *camera, const SemaFrame *frame)
{
  cairo_save (cr);
  cairo_rectangle (cr, frame->x, frame->y, frame->width, frame->height);
  cairo_clip (cr);
  move_page (cr, &image->view, camera, frame);
  paint (cr, image);
  cairo_restore (cr);
}
