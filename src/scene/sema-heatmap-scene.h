/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-heatmap.h"
#include "sema-page-view.h"
#include "sema-scene.h"

G_BEGIN_DECLS

SemaScene *sema_heatmap_compose (const SemaHeatmap *heatmap, const SemaPageView *view, const SemaMeasure *measure);

G_END_DECLS
