/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEMA_CLOUD_STAMP_WHOLE 64 /* what a pixel wholly under a dot counts */

/**
 * SemaCloudStamp:
 * @reach: pixels that it reaches to each side of the middle's
 * @parts: places inside a pixel that are told apart, in each direction
 * @counts: (owned) (parts, parts, side, side): what a dot adds to each pixel, by the place of its middle: first down, then
 *   across; side = 2 reach + 1
 *
 * A dot as pixels. Below 1.5 pixels its middle goes to that of the pixel it is in: it stays as sharp as can be.
 */
typedef struct
{
  int     reach;
  int     parts;
  guint8 *counts;
} SemaCloudStamp;

void          sema_cloud_stamp_init (SemaCloudStamp *self, double radius);
void          sema_cloud_stamp_clear (SemaCloudStamp *self);
const guint8 *sema_cloud_stamp_get (const SemaCloudStamp *self, double x, double y, gint64 *left, gint64 *top);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaCloudStamp, sema_cloud_stamp_clear)

G_END_DECLS
