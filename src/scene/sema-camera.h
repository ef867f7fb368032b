/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaCamera:
 * @centre_x: the data place in the middle of the frame
 * @centre_y: the data place in the middle of the frame
 * @scale: logical units for one data unit, the same for x and y; 0 means "fit everything"
 *
 * Where one stands before a plot. Data y goes up, page y goes down.
 */
typedef struct
{
  double centre_x;
  double centre_y;
  double scale;
} SemaCamera;

/**
 * SemaFrame: the rectangle of the page inside which the data is shown, logical units.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} SemaFrame;

/**
 * SemaRegion: a part of the plane, data units, round its middle; without a width it is all of it.
 */
typedef struct
{
  double centre_x;
  double centre_y;
  double width;
  double height;
} SemaRegion;

void sema_camera_fit (SemaCamera *self, const SemaFrame *frame, double min_x, double min_y, double max_x, double max_y);
void sema_camera_fit_region (SemaCamera *self, const SemaFrame *frame, const SemaRegion *region);
void sema_camera_get_region (const SemaCamera *self, const SemaFrame *frame, SemaRegion *region);
void sema_camera_to_page (const SemaCamera *self, const SemaFrame *frame, double x, double y, double *page_x, double *page_y);
void sema_camera_to_data (const SemaCamera *self, const SemaFrame *frame, double page_x, double page_y, double *x, double *y);
void sema_camera_pan (SemaCamera *self, double page_dx, double page_dy);
void sema_camera_zoom (SemaCamera *self, const SemaFrame *frame, double page_x, double page_y, double factor);
void sema_camera_blend (const SemaCamera *from, const SemaCamera *to, double t, SemaCamera *result);

G_END_DECLS
