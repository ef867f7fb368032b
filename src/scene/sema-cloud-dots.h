/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-camera.h"
#include "sema-cloud.h"

G_BEGIN_DECLS

/**
 * SemaCloudDots:
 * @radius: of each word's dot, logical units; at least half a pixel is drawn
 * @faintest: opacity where one dot lies, 0 to 1
 * @most: as many dots over each other are as strong as can be, over 1
 *
 * How the words of a cloud are drawn, seen from somewhere.
 */
typedef struct
{
  double radius;
  double faintest;
  double most;
} SemaCloudDots;

void   sema_cloud_dots_find (SemaCloudDots *self, const SemaCloud *cloud, const SemaCamera *camera, const SemaFrame *frame, double text_scale, double pixels);
double sema_cloud_dots_get_opacity (const SemaCloudDots *self, double n);

G_END_DECLS
