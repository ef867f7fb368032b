/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sema-heatmap-page.h"
#include "sema-number.h"

#define DECIMALS 2
#define MINUS "−"
#define NOTHING "–" /* in the cell of a NaN */

/* Numbers are made a little smaller before they are left out. */
#define PADDING 3.0
#define LEAST_SIZE 0.7

/* Narrower cells, at text scale 1, hold no number of any font: they are not even measured. */
#define LEAST_WIDTH 14.0
#define LEAST_HEIGHT 8.0

#define FRAME_WIDTH 2.0

#define TEXT_SIZE (SEMA_NUMBER_SIZE + 4)

static const char *
print (double value, char buffer[TEXT_SIZE])
{
  char        number[SEMA_NUMBER_SIZE];
  const char *digits = sema_number_print_fixed (fabs (value), DECIMALS, number);
  gboolean    is_zero = fabs (value) < 0.5 * pow (10, -DECIMALS);

  if (isnan (value))
    return NOTHING;
  g_snprintf (buffer, TEXT_SIZE, "%s%s", value < 0 && !is_zero ? MINUS : "", digits);
  return buffer;
}

static void
measure (const SemaHeatmapPage *self, const char *text, double scale, double *width, double *height)
{
  self->measure->measure (self->measure->data, text, SEMA_TEXT_CELL, scale, width, height);
}

/* One size for all numbers, or 0 where the longest does not fit. */
static double
find_size (const SemaHeatmapPage *self)
{
  const SemaHeatmapLayout *layout = &self->layout;
  double                   widest = 0, highest = 0;
  double                   size;

  if (layout->cell_width < LEAST_WIDTH * layout->scale || layout->cell_height < LEAST_HEIGHT * layout->scale)
    return 0;
  for (gsize i = 0; i < self->heatmap->n_rows * self->heatmap->n_columns; i++)
    {
      char   buffer[TEXT_SIZE];
      double width, height;

      measure (self, print (self->heatmap->values[i], buffer), layout->scale, &width, &height);
      widest = MAX (widest, width);
      highest = MAX (highest, height);
    }
  size = MIN (1, MIN ((layout->cell_width - 2 * PADDING) / widest, layout->cell_height / highest));
  return size >= LEAST_SIZE ? size * layout->scale : 0;
}

static void
add_number (SemaHeatmapPage *self, gsize row, gsize column, double size)
{
  const SemaHeatmapLayout *layout = &self->layout;
  double                   value = sema_heatmap_get (self->heatmap, row, column);
  char                     buffer[TEXT_SIZE];
  SemaTextMark             mark = {.text = print (value, buffer),
                                   .role = isnan (value) ? SEMA_TEXT_AXIS : SEMA_TEXT_CELL,
                                   .scale = size,
                                   .index = -1,
                                   .ground = isnan (value) ? 0 : CLAMP (value / self->heatmap->limit, -1, 1)};

  measure (self, mark.text, size, &mark.width, &mark.height);
  mark.x = layout->cells.x + ((double)column + 0.5) * layout->cell_width - mark.width / 2;
  mark.y = sema_heatmap_layout_get_top (layout, self->heatmap, row) + (sema_heatmap_layout_get_height (layout, self->heatmap, row) - mark.height) / 2;
  sema_scene_add_text (self->scene, &mark);
}

static void
add_line (SemaHeatmapPage *self, double x0, double y0, double x1, double y1)
{
  SemaLineMark line = {x0, y0, x1, y1, SEMA_LINE_FRAME, FRAME_WIDTH, FALSE};

  g_array_append_val (self->scene->lines, line);
}

/* Inside the cell, so that the frames of neighbours are two; lines along meet those across at the corners. */
static void
add_frame (SemaHeatmapPage *self, gsize row, gsize column)
{
  const SemaHeatmapLayout *layout = &self->layout;
  double                   inset = layout->gap / 2 + FRAME_WIDTH / 2;
  double                   left = layout->cells.x + (double)column * layout->cell_width + inset;
  double                   top = sema_heatmap_layout_get_top (layout, self->heatmap, row) + inset;
  double                   right = left + layout->cell_width - 2 * inset;
  double                   bottom = top + sema_heatmap_layout_get_height (layout, self->heatmap, row) - 2 * inset;

  add_line (self, left - FRAME_WIDTH / 2, top, right + FRAME_WIDTH / 2, top);
  add_line (self, left - FRAME_WIDTH / 2, bottom, right + FRAME_WIDTH / 2, bottom);
  add_line (self, left, top, left, bottom);
  add_line (self, right, top, right, bottom);
}

static void
add_rows (SemaHeatmapPage *self, gsize first, gsize n)
{
  const SemaHeatmap       *heatmap = self->heatmap;
  const SemaHeatmapLayout *layout = &self->layout;
  double                   inset = (layout->row_gap - layout->gap) / 2;
  SemaGridMark             grid = {.x = layout->cells.x,
                                   .y = sema_heatmap_layout_get_top (layout, heatmap, first) + inset,
                                   .width = layout->cells.width,
                                   .height = (double)n * sema_heatmap_layout_get_height (layout, heatmap, first) - 2 * inset,
                                   .n_rows = n,
                                   .n_columns = heatmap->n_columns,
                                   .values = heatmap->values + first * heatmap->n_columns,
                                   .limit = heatmap->limit,
                                   .gap = layout->gap};

  if (n > 0)
    g_array_append_val (self->scene->grids, grid);
}

/* All at once but where rows are set off from each other. */
static void
add_grids (SemaHeatmapPage *self)
{
  gsize n = self->heatmap->n_rows;

  if (self->layout.row_gap > self->layout.gap)
    for (gsize row = 0; row < n; row++)
      add_rows (self, row, 1);
  else
    {
      add_rows (self, 0, n - self->heatmap->n_apart);
      add_rows (self, n - self->heatmap->n_apart, self->heatmap->n_apart);
    }
}

/**
 * sema_heatmap_page_add_cells:
 * @self: a page
 *
 * Adds the cells, the numbers in them where all of them fit, and the frames of marked ones where cells are large enough.
 */
void
sema_heatmap_page_add_cells (SemaHeatmapPage *self)
{
  const SemaHeatmap *heatmap = self->heatmap;
  double             size = find_size (self);

  add_grids (self);
  for (gsize row = 0; self->layout.gap > 0 && row < heatmap->n_rows; row++)
    for (gsize column = 0; column < heatmap->n_columns; column++)
      {
        if (size > 0)
          add_number (self, row, column, size);
        if (heatmap->marked != NULL && heatmap->marked[row * heatmap->n_columns + column] != 0)
          add_frame (self, row, column);
      }
}
