/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-heatmap-layout.h"

G_BEGIN_DECLS

/**
 * SemaHeatmapSpot:
 * @row: of the heat map, or -1 for all of them
 * @column: of the heat map, or -1 for all of them
 *
 * A cell, a row or a column; both -1 are nothing.
 */
typedef struct
{
  gssize row;
  gssize column;
} SemaHeatmapSpot;

SemaHeatmapSpot sema_heatmap_pick (const SemaHeatmap *heatmap, const SemaHeatmapLayout *layout, double x, double y);
void            sema_heatmap_find_frame (const SemaHeatmap *heatmap, const SemaHeatmapLayout *layout, SemaHeatmapSpot spot, SemaFrame *frame);

G_END_DECLS
