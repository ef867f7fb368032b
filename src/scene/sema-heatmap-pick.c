/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-heatmap-pick.h"

#include <math.h>

static gboolean
is_within (double at, double start, double length)
{
  return at >= start && at < start + length;
}

static gssize
find_index (double at, double start, double length, gsize n)
{
  return is_within (at, start, length) ? (gssize)MIN (floor ((at - start) / length * (double)n), (double)n - 1) : -1;
}

/* -1 between the rows that stand apart and the others, too. */
static gssize
find_row (const SemaHeatmap *heatmap, const SemaHeatmapLayout *layout, double y)
{
  gsize  n_near = heatmap->n_rows - heatmap->n_apart;
  double height = (double)n_near * layout->cell_height;
  gssize row = find_index (y, layout->cells.y, height, n_near);

  if (row >= 0 || heatmap->n_apart == 0)
    return row;
  row = find_index (y, layout->cells.y + height + layout->apart, (double)heatmap->n_apart * layout->apart_height, heatmap->n_apart);
  return row < 0 ? row : row + (gssize)n_near;
}

/**
 * sema_heatmap_pick:
 * @heatmap: what is shown
 * @layout: where it is shown, by sema_heatmap_layout_find()
 * @x: logical units from the left of the page
 * @y: logical units from its top
 *
 * Returns: the cell there; beside the cells, where labels of rows are, the row; where labels of columns are, the column
 */
SemaHeatmapSpot
sema_heatmap_pick (const SemaHeatmap *heatmap, const SemaHeatmapLayout *layout, double x, double y)
{
  const SemaFrame *cells = &layout->cells;
  gssize           row = find_row (heatmap, layout, y);
  gssize           column = find_index (x, cells->x, cells->width, heatmap->n_columns);

  if (cells->width <= 0 || (row >= 0) + (column >= 0) == 2)
    return cells->width > 0 ? (SemaHeatmapSpot) {row, column} : (SemaHeatmapSpot) {-1, -1};
  if (!is_within (x, layout->row_labels.x, layout->row_labels.width))
    row = -1;
  if (!is_within (y, layout->column_labels.y, layout->column_labels.height))
    column = -1;
  return (SemaHeatmapSpot) {row, column};
}

/**
 * sema_heatmap_find_frame:
 * @heatmap: what is shown
 * @layout: where it is shown
 * @spot: a cell, a row or a column of it
 * @frame: (out): where that is, without labels; width 0 for nothing
 */
void
sema_heatmap_find_frame (const SemaHeatmap *heatmap, const SemaHeatmapLayout *layout, SemaHeatmapSpot spot, SemaFrame *frame)
{
  *frame = layout->cells;
  if ((spot.row < 0 && spot.column < 0) || spot.row >= (gssize)heatmap->n_rows || spot.column >= (gssize)heatmap->n_columns)
    *frame = (SemaFrame) {0, 0, 0, 0};
  if (spot.row >= 0 && frame->width > 0)
    {
      frame->y = sema_heatmap_layout_get_top (layout, heatmap, (gsize)spot.row);
      frame->height = sema_heatmap_layout_get_height (layout, heatmap, (gsize)spot.row);
    }
  if (spot.column >= 0 && frame->width > 0)
    {
      frame->x += (double)spot.column * layout->cell_width;
      frame->width = layout->cell_width;
    }
}
