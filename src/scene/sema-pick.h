/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scene.h"

G_BEGIN_DECLS

gssize sema_pick_at (const SemaScene *scene, double x, double y, double reach);
void   sema_pick_inside (const SemaScene *scene, double x0, double y0, double x1, double y1, guint8 *selected);
gssize sema_pick_towards (const SemaScene *scene, gssize from, double dx, double dy);

G_END_DECLS
