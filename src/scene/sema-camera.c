/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-camera.h"

#include <math.h>

/* How much of the frame's side a lone point's data unit takes when there is no extent to go by. */
#define LONE_UNITS 1.0

static double
get_fitting_scale (double page, double data)
{
  return data > 0 && page > 0 ? page / data : INFINITY;
}

/**
 * sema_camera_fit:
 * @self: (out): the camera
 * @frame: where the data is shown
 * @min_x: least x of the data, data units
 * @min_y: least y
 * @max_x: greatest x, at least @min_x
 * @max_y: greatest y, at least @min_y
 *
 * Looks at the middle of the data, at the greatest scale that shows all of it: one scale for x and y, since two would lie
 * about distances. Data without a width is fitted by its height and the other way round; data at a single place is shown
 * with one data unit across the frame's shorter side. Numbers that are not finite count as an empty extent at 0.
 */
void
sema_camera_fit (SemaCamera *self, const SemaFrame *frame, double min_x, double min_y, double max_x, double max_y)
{
  double scale;

  if (!isfinite (min_x) || !isfinite (max_x) || !isfinite (min_y) || !isfinite (max_y))
    min_x = max_x = min_y = max_y = 0;
  scale = MIN (get_fitting_scale (frame->width, max_x - min_x), get_fitting_scale (frame->height, max_y - min_y));
  if (!isfinite (scale) || scale <= 0)
    scale = MIN (frame->width, frame->height) / LONE_UNITS;
  /* Halves first: the sum of two large numbers may overflow. */
  self->centre_x = min_x / 2 + max_x / 2;
  self->centre_y = min_y / 2 + max_y / 2;
  self->scale = scale > 0 ? scale : 1;
}

/**
 * sema_camera_fit_region:
 * @self: (out): the camera
 * @frame: where the data is shown
 * @region: what shall be seen; where it has no extent or is not finite the camera gets the scale 0, "fit everything"
 */
void
sema_camera_fit_region (SemaCamera *self, const SemaFrame *frame, const SemaRegion *region)
{
  double scale = MIN (get_fitting_scale (frame->width, region->width), get_fitting_scale (frame->height, region->height));

  *self = (SemaCamera) {0, 0, 0};
  if (isfinite (scale) && scale > 0 && region->width > 0 && region->height > 0 && isfinite (region->centre_x) && isfinite (region->centre_y))
    *self = (SemaCamera) {region->centre_x, region->centre_y, scale};
}

/**
 * sema_camera_get_region:
 * @self: a camera
 * @frame: where the data is shown
 * @region: (out): what is seen through it; all of the plane where its scale is 0
 */
void
sema_camera_get_region (const SemaCamera *self, const SemaFrame *frame, SemaRegion *region)
{
  *region = (SemaRegion) {0, 0, 0, 0};
  if (self->scale > 0)
    *region = (SemaRegion) {self->centre_x, self->centre_y, frame->width / self->scale, frame->height / self->scale};
}

/**
 * sema_camera_to_page:
 * @self: a camera of a scale over 0
 * @frame: where the data is shown
 * @x: data units
 * @y: data units, upwards
 * @page_x: (out): logical units
 * @page_y: (out): logical units, downwards
 */
void
sema_camera_to_page (const SemaCamera *self, const SemaFrame *frame, double x, double y, double *page_x, double *page_y)
{
  *page_x = frame->x + frame->width / 2 + (x - self->centre_x) * self->scale;
  *page_y = frame->y + frame->height / 2 - (y - self->centre_y) * self->scale;
}

/**
 * sema_camera_to_data:
 * @self: a camera of a scale over 0
 * @frame: where the data is shown
 * @page_x: logical units
 * @page_y: logical units, downwards
 * @x: (out): data units
 * @y: (out): data units, upwards
 *
 * The inverse of sema_camera_to_page().
 */
void
sema_camera_to_data (const SemaCamera *self, const SemaFrame *frame, double page_x, double page_y, double *x, double *y)
{
  *x = self->centre_x + (page_x - frame->x - frame->width / 2) / self->scale;
  *y = self->centre_y - (page_y - frame->y - frame->height / 2) / self->scale;
}

/**
 * sema_camera_pan:
 * @self: a camera of a scale over 0
 * @page_dx: how far the data is moved to the right, logical units
 * @page_dy: how far it is moved down
 */
void
sema_camera_pan (SemaCamera *self, double page_dx, double page_dy)
{
  self->centre_x -= page_dx / self->scale;
  self->centre_y += page_dy / self->scale;
}

/**
 * sema_camera_zoom:
 * @self: a camera of a scale over 0
 * @frame: where the data is shown
 * @page_x: what is here stays here
 * @page_y: its other coordinate
 * @factor: over 1 goes nearer; what is not a number over 0, or leaves the numbers there are, changes nothing
 */
void
sema_camera_zoom (SemaCamera *self, const SemaFrame *frame, double page_x, double page_y, double factor)
{
  double scale = self->scale * factor;
  double x;
  double y;

  if (!(scale > 0) || !isfinite (scale))
    return;
  sema_camera_to_data (self, frame, page_x, page_y, &x, &y);
  self->scale = scale;
  self->centre_x = x - (page_x - frame->x - frame->width / 2) / scale;
  self->centre_y = y + (page_y - frame->y - frame->height / 2) / scale;
}

static double
mix (double from, double to, double t)
{
  return from + t * (to - from);
}

/**
 * sema_camera_blend:
 * @from: where the flight begins, of a scale over 0
 * @to: where it ends, of a scale over 0
 * @t: 0 to 1
 * @result: (out): the camera in between; exactly @from at 0 and @to at 1
 *
 * The scale goes by equal factors in equal times, which looks steady; the centre goes straight.
 */
void
sema_camera_blend (const SemaCamera *from, const SemaCamera *to, double t, SemaCamera *result)
{
  SemaCamera blend = t <= 0 ? *from : *to;

  if (t > 0 && t < 1)
    {
      blend.centre_x = mix (from->centre_x, to->centre_x, t);
      blend.centre_y = mix (from->centre_y, to->centre_y, t);
      blend.scale = exp (mix (log (from->scale), log (to->scale), t));
    }
  *result = blend;
}
