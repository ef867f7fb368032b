/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-camera.h"
#include "sema-cloud.h"

G_BEGIN_DECLS

/**
 * SemaCloudBox: a rectangle in data units, its edges included.
 */
typedef struct
{
  double min_x;
  double min_y;
  double max_x;
  double max_y;
} SemaCloudBox;

/**
 * SemaCloudRunFunc:
 * @first: the first of a run of places in the order of the cloud's cells
 * @end: one past its last
 * @is_inside: whether all of them lie in the box; else some may not
 * @data: what was given to sema_cloud_cells_visit()
 *
 * Returns: whether to go on
 */
typedef gboolean (*SemaCloudRunFunc) (guint64 first, guint64 end, gboolean is_inside, gpointer data);

guint32 sema_cloud_cells_weave (guint32 x, guint32 y);
guint32 sema_cloud_cells_find (const SemaCloud *self, double x, double y);
guint64 sema_cloud_cells_find_start (const SemaCloud *self, guint level, guint64 cell);
guint64 sema_cloud_cells_count_above (guint level);

void     sema_cloud_cells_find_box (const SemaCamera *camera, const SemaFrame *frame, const SemaFrame *part, SemaCloudBox *box);
gboolean sema_cloud_cells_visit (const SemaCloud *self, const SemaCloudBox *box, SemaCloudRunFunc func, gpointer data);
guint64  sema_cloud_cells_count (const SemaCloud *self, const SemaCloudBox *box);

G_END_DECLS
