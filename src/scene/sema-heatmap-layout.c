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
#define STRIP_GAP 2.0
#define APART 10.0
#define LEAST_APART 16.0 /* height of a row that stands apart */
#define LEAST_WHOLE 6.0  /* width of a strip's column; narrower ones would leave too much of the page empty */

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
place_texts (const SemaHeatmap *heatmap, const SemaPageView *view, SemaHeatmapLayout *layout, Room *room)
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
plan_sides (const SemaHeatmap *heatmap, const SemaPageView *view, SemaHeatmapLayout *layout, Room *room)
{
  double scale = layout->scale;

  layout->has_tree = heatmap->row_tree != NULL || heatmap->column_tree != NULL;
  room->row_labels = MIN (guess_widest (heatmap->row_labels, heatmap->n_rows, scale), MOST_ROW_LABEL * view->width);
  room->tree = layout->has_tree ? MIN (TREE * scale, MOST_TREE * MIN (view->width, view->height)) : 0;
  room->bar = view->legend ? (BAR_GAP + BAR_WIDTH + BAR_TEXT) * scale : 0;
}

/* Whole units are whole pixels at most scales, and the cells' edges sharp. */
static void
round_cells (const SemaHeatmap *heatmap, SemaHeatmapLayout *layout)
{
  gboolean is_wide = layout->cell_width >= LEAST_WITH_GAP;
  gboolean is_high = layout->cell_height >= LEAST_WITH_GAP;

  if (is_high && (is_wide || heatmap->is_strips))
    layout->cell_height = floor (layout->cell_height);
  if ((is_high && is_wide) || (heatmap->is_strips && layout->cell_width >= LEAST_WHOLE))
    layout->cell_width = floor (layout->cell_width);
  layout->gap = is_high && is_wide ? GAP : 0;
  layout->row_gap = is_high && heatmap->is_strips ? STRIP_GAP : layout->gap;
}

/* Of a row, where all of them have so much room. */
static double
find_height (const SemaHeatmap *heatmap, SemaHeatmapLayout *layout, double room)
{
  double height = room / (double)heatmap->n_rows;
  gsize  n_near = heatmap->n_rows - heatmap->n_apart;

  if (heatmap->n_apart == 0)
    return height;
  layout->apart = APART * layout->scale;
  height = (room - layout->apart) / (double)heatmap->n_rows;
  layout->apart_height = LEAST_APART * layout->scale;
  if (height >= layout->apart_height || n_near == 0)
    return height;
  return (room - layout->apart - (double)heatmap->n_apart * layout->apart_height) / (double)n_near;
}

static void
size_cells (const SemaHeatmap *heatmap, const SemaPageView *view, SemaHeatmapLayout *layout, Room *room)
{
  double scale = layout->scale;
  double labels = guess_widest (heatmap->column_labels, heatmap->n_columns, scale);
  double widest = (room->width - room->row_labels - room->tree - room->bar) / (double)heatmap->n_columns;
  double width = MIN (widest, WIDEST_CELL * scale);
  double height;

  layout->is_turned = labels > width && !heatmap->is_strips;
  room->column_labels = layout->is_turned ? MIN (labels, MOST_COLUMN_LABEL * view->height) : LABEL_LINE * scale + LABEL_GAP;
  height = MIN (find_height (heatmap, layout, room->height - room->column_labels - room->tree), HIGHEST_CELL * scale);
  width = MIN (width, MAX (WIDE * height, MAX (NUMBER_WIDTH * scale, layout->is_turned ? 0 : labels)));
  if (!heatmap->is_strips)
    height = MIN (height, HIGH * width);
  layout->cell_width = MAX (width, 0);
  layout->cell_height = MAX (height, 0);
  round_cells (heatmap, layout);
  layout->apart_height = heatmap->n_apart > 0 ? MAX (layout->apart_height, layout->cell_height) : 0;
}

static void
place_all (const SemaHeatmap *heatmap, SemaHeatmapLayout *layout, const Room *room)
{
  double     width = layout->cell_width * (double)heatmap->n_columns;
  double     height = layout->cell_height * (double)(heatmap->n_rows - heatmap->n_apart) + layout->apart + layout->apart_height * (double)heatmap->n_apart;
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
sema_heatmap_layout_find (const SemaHeatmap *heatmap, const SemaPageView *view, SemaHeatmapLayout *layout)
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

static gsize
count_near (const SemaHeatmap *heatmap)
{
  return heatmap->n_rows - heatmap->n_apart;
}

/**
 * sema_heatmap_layout_get_top:
 * @self: where things go
 * @heatmap: what is shown
 * @row: of it, or one more
 *
 * Returns: where the row begins, from the top of the page
 */
double
sema_heatmap_layout_get_top (const SemaHeatmapLayout *self, const SemaHeatmap *heatmap, gsize row)
{
  gsize n_near = count_near (heatmap);

  if (row < n_near || heatmap->n_apart == 0)
    return self->cells.y + (double)row * self->cell_height;
  return self->cells.y + (double)n_near * self->cell_height + self->apart + (double)(row - n_near) * self->apart_height;
}

/**
 * sema_heatmap_layout_get_height:
 * @self: where things go
 * @heatmap: what is shown
 * @row: of it
 *
 * Returns: how high the row is
 */
double
sema_heatmap_layout_get_height (const SemaHeatmapLayout *self, const SemaHeatmap *heatmap, gsize row)
{
  return row < count_near (heatmap) ? self->cell_height : self->apart_height;
}
