/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-heatmap-layout.h"

#include <math.h>

#include "sema-text-fit.h"

/* Logical units at text scale 1. As in a scatter, the letters' number plans the places of things, not a font: the picture has
 * the same shape with every font. */
#define MARGIN 18.0
#define MOST_MARGIN 0.05
#define TITLE_LINE 36.0
#define CAPTION_LINE 30.0
#define LABEL_FONT 13.0
#define SLACK 1.2 /* heights of the font: short labels differ more from the guess */
#define LABEL_LINE 20.0
#define LABEL_GAP 6.0
#define TREE 90.0
#define BAR_GAP 26.0
#define BAR_WIDTH 14.0
#define BAR_TEXT 38.0
#define BAR_HEIGHT 260.0

/* Parts of the page that these take at most. */
#define MOST_ROW_LABEL 0.22
#define MOST_COLUMN_LABEL 0.25
#define MOST_TREE 0.12

/* Of one cell. Wider than high, for the number in it is so. */
#define WIDEST_CELL 120.0
#define HIGHEST_CELL 64.0
#define NUMBER_WIDTH 46.0
#define WIDE 2.2
#define HIGH 1.2
#define LEAST_WITH_GAP 8.0
#define GAP 1.0

/**
 * Room:
 * @x: where it begins
 * @y: where it begins
 * @width: what there is for trees, cells, labels and bar
 * @height: the same
 * @row_labels: width of them
 * @column_labels: height of them
 * @tree: how far it reaches from the cells
 * @bar: width of the bar and its numbers
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double row_labels;
  double column_labels;
  double tree;
  double bar;
} Room;

/* Of the longest, logical units; there are so few shapes of letters that 2,000 are guessed at once. */
static double
guess_widest (char **labels, gsize n, double scale)
{
  double widest = 0;

  for (gsize i = 0; i < n; i++)
    widest = MAX (widest, sema_text_fit_estimate (labels[i]));
  return scale * (LABEL_FONT * (widest + SLACK) + LABEL_GAP);
}

static void
place_texts (const SemaHeatmap *heatmap, const SemaHeatmapView *view, SemaHeatmapLayout *layout, Room *room)
{
  double margin = layout->margin;
  double width = view->width - 2 * margin;
  double bottom = view->height - margin;

  room->x = room->y = margin;
  room->width = width;
  if (view->title && heatmap->title != NULL && *heatmap->title != '\0')
    {
      layout->title = (SemaFrame) {margin, margin, width, TITLE_LINE * layout->scale};
      room->y += layout->title.height;
    }
  if (view->caption && heatmap->caption != NULL && *heatmap->caption != '\0')
    {
      layout->caption = (SemaFrame) {margin, bottom - CAPTION_LINE * layout->scale, width, CAPTION_LINE * layout->scale};
      bottom = layout->caption.y;
    }
  room->height = bottom - room->y;
}

static void
plan_sides (const SemaHeatmap *heatmap, const SemaHeatmapView *view, SemaHeatmapLayout *layout, Room *room)
{
  double scale = layout->scale;

  layout->has_tree = heatmap->row_tree != NULL || heatmap->column_tree != NULL;
  room->row_labels = MIN (guess_widest (heatmap->row_labels, heatmap->n_rows, scale), MOST_ROW_LABEL * view->width);
  room->tree = layout->has_tree ? MIN (TREE * scale, MOST_TREE * MIN (view->width, view->height)) : 0;
  room->bar = view->legend ? (BAR_GAP + BAR_WIDTH + BAR_TEXT) * scale : 0;
}

static void
size_cells (const SemaHeatmap *heatmap, const SemaHeatmapView *view, SemaHeatmapLayout *layout, Room *room)
{
  double scale = layout->scale;
  double labels = guess_widest (heatmap->column_labels, heatmap->n_columns, scale);
  double widest = (room->width - room->row_labels - room->tree - room->bar) / (double)heatmap->n_columns;
  double width = MIN (widest, WIDEST_CELL * scale);
  double height;

  layout->is_turned = labels > width;
  room->column_labels = layout->is_turned ? MIN (labels, MOST_COLUMN_LABEL * view->height) : LABEL_LINE * scale + LABEL_GAP;
  height = MIN ((room->height - room->column_labels - room->tree) / (double)heatmap->n_rows, HIGHEST_CELL * scale);
  width = MIN (width, MAX (WIDE * height, MAX (NUMBER_WIDTH * scale, layout->is_turned ? 0 : labels)));
  height = MIN (height, HIGH * width);
  if (width >= LEAST_WITH_GAP && height >= LEAST_WITH_GAP)
    {
      /* Whole units are whole pixels at most scales, and the cells' edges sharp. */
      width = floor (width);
      height = floor (height);
      layout->gap = GAP;
    }
  layout->cell_width = MAX (width, 0);
  layout->cell_height = MAX (height, 0);
}

static void
place_all (const SemaHeatmap *heatmap, SemaHeatmapLayout *layout, const Room *room)
{
  double     width = layout->cell_width * (double)heatmap->n_columns;
  double     height = layout->cell_height * (double)heatmap->n_rows;
  double     left = room->x + MAX (0, (room->width - width - room->tree - room->row_labels - room->bar) / 2);
  double     top = room->y + MAX (0, (room->height - height - room->tree - room->column_labels) / 2);
  SemaFrame *cells = &layout->cells;

  *cells = (SemaFrame) {floor (left + (layout->has_tree ? room->tree : room->row_labels)),
                        floor (top + (layout->has_tree ? room->tree : room->column_labels)), width, height};
  layout->row_labels = (SemaFrame) {layout->has_tree ? cells->x + width : cells->x - room->row_labels, cells->y, room->row_labels, height};
  layout->column_labels = (SemaFrame) {cells->x, layout->has_tree ? cells->y + height : cells->y - room->column_labels, width, room->column_labels};
  if (heatmap->row_tree != NULL)
    layout->row_tree = (SemaFrame) {cells->x - room->tree, cells->y, room->tree, height};
  if (heatmap->column_tree != NULL)
    layout->column_tree = (SemaFrame) {cells->x, cells->y - room->tree, width, room->tree};
  if (room->bar > 0)
    layout->bar = (SemaFrame) {cells->x + width + (layout->has_tree ? room->row_labels : 0) + BAR_GAP * layout->scale, cells->y,
                               BAR_WIDTH * layout->scale, MIN (MAX (height, 2 * HIGHEST_CELL * layout->scale), BAR_HEIGHT * layout->scale)};
}

/**
 * sema_heatmap_layout_find:
 * @heatmap: what is shown
 * @view: how
 * @layout: (out): where things go
 *
 * Plans the page: cells as large as there is room, up to a size, in the middle of it. O(labels).
 */
void
sema_heatmap_layout_find (const SemaHeatmap *heatmap, const SemaHeatmapView *view, SemaHeatmapLayout *layout)
{
  Room room = {0};

  *layout = (SemaHeatmapLayout) {.scale = view->text_scale > 0 && isfinite (view->text_scale) ? view->text_scale : 1};
  layout->margin = MIN (MARGIN * layout->scale, MOST_MARGIN * MIN (view->width, view->height));
  place_texts (heatmap, view, layout, &room);
  if (heatmap->n_rows == 0 || heatmap->n_columns == 0)
    return;
  plan_sides (heatmap, view, layout, &room);
  size_cells (heatmap, view, layout, &room);
  if (layout->cell_width > 0 && layout->cell_height > 0)
    place_all (heatmap, layout, &room);
}
