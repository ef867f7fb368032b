/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-camera.h"
#include "sema-cloud.h"

G_BEGIN_DECLS

GArray *sema_cloud_candidates_find (const SemaCloud *self, const SemaCamera *camera, const SemaFrame *frame, const SemaFrame *around, double text_scale);

G_END_DECLS
