/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-heatmap-scene.h"

G_BEGIN_DECLS

/**
 * SemaHeatmapLayout:
 * @scale: of texts, over 0
 * @margin: round the page
 * @title: width 0: there is none
 * @caption: width 0: there is none
 * @cells: all of them together; width 0: there is no room or nothing to show
 * @row_labels: beside the cells, width 0: none
 * @column_labels: over or under the cells, height 0: none
 * @row_tree: left of the cells, width 0: none
 * @column_tree: above the cells, height 0: none
 * @bar: the colours; width 0: none
 * @cell_width: of one cell
 * @cell_height: of one cell
 * @gap: between cells; 0 where they are too small for one
 * @row_gap: between rows; as @gap, but strips have one where only their columns are too narrow
 * @apart: between the rows that stand apart and those above them
 * @apart_height: of a row that stands apart; they are seen however many others there are
 * @has_tree: then labels are right of the cells and under them, else left and above
 * @is_turned: whether the column labels run upwards
 *
 * Where on the page things go, logical units.
 */
typedef struct
{
  double    scale;
  double    margin;
  SemaFrame title;
  SemaFrame caption;
  SemaFrame cells;
  SemaFrame row_labels;
  SemaFrame column_labels;
  SemaFrame row_tree;
  SemaFrame column_tree;
  SemaFrame bar;
  double    cell_width;
  double    cell_height;
  double    gap;
  double    row_gap;
  double    apart;
  double    apart_height;
  gboolean  has_tree;
  gboolean  is_turned;
} SemaHeatmapLayout;

void   sema_heatmap_layout_find (const SemaHeatmap *heatmap, const SemaPageView *view, SemaHeatmapLayout *layout);
double sema_heatmap_layout_get_top (const SemaHeatmapLayout *self, const SemaHeatmap *heatmap, gsize row);
double sema_heatmap_layout_get_height (const SemaHeatmapLayout *self, const SemaHeatmap *heatmap, gsize row);

G_END_DECLS
