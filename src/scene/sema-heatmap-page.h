/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-heatmap-layout.h"

G_BEGIN_DECLS

/**
 * SemaHeatmapPage:
 * @heatmap: (unowned): what is shown
 * @measure: (unowned): how large texts are
 * @layout: where on the page things go
 * @row_step: of how many rows one is labelled, 1 where all are
 * @column_step: of how many columns
 * @scene: (owned): the marks so far
 *
 * A heat map on its way to a scene: what all the files that add marks to it have in common.
 */
typedef struct
{
  const SemaHeatmap *heatmap;
  const SemaMeasure *measure;
  SemaHeatmapLayout  layout;
  gsize              row_step;
  gsize              column_step;
  SemaScene         *scene;
} SemaHeatmapPage;

/* Each adds marks of one kind to the scene. */
void sema_heatmap_page_add_cells (SemaHeatmapPage *self);
void sema_heatmap_page_add_labels (SemaHeatmapPage *self);
void sema_heatmap_page_add_trees (SemaHeatmapPage *self);
void sema_heatmap_page_add_scale (SemaHeatmapPage *self);

G_END_DECLS
