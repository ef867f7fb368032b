/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-camera.h"
#include "sema-cloud.h"
#include "sema-scene.h"

G_BEGIN_DECLS

gint64 sema_cloud_pick_at (const SemaCloud *self, const SemaCamera *camera, const SemaFrame *frame, double page_x, double page_y, double reach);
gint64 sema_cloud_pick_label (const SemaScene *scene, double page_x, double page_y);

G_END_DECLS
