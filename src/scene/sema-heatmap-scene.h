/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-heatmap.h"
#include "sema-scene.h"

G_BEGIN_DECLS

/**
 * SemaHeatmapView:
 * @width: of the page, logical units
 * @height: of the page, logical units
 * @text_scale: 1 is normal
 * @title: whether the title is drawn
 * @legend: whether the scale of the colours is drawn
 * @caption: whether the caption is drawn
 *
 * How one looks at a heat map.
 */
typedef struct
{
  double   width;
  double   height;
  double   text_scale;
  gboolean title;
  gboolean legend;
  gboolean caption;
} SemaHeatmapView;

SemaScene *sema_heatmap_compose (const SemaHeatmap *heatmap, const SemaHeatmapView *view, const SemaMeasure *measure);

G_END_DECLS
