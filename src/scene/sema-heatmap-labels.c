/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "sema-heatmap-page.h"
#include "sema-text-fit.h"

#define GAP 6.0
#define PADDING 3.0 /* between labels that stand side by side */
#define LEAST_SIZE 0.7
#define LINE 18.4 /* of a label at text scale 1, where no font says more */
#define UPWARDS 3 /* quarter turns */

static void
measure (const SemaHeatmapPage *self, const char *text, double scale, double *width, double *height)
{
  self->measure->measure (self->measure->data, text, SEMA_TEXT_LEGEND, scale, width, height);
}

/* Letters shrink with the cells before labels are left out. */
static double
find_size (const SemaHeatmapPage *self, double pitch)
{
  double scale = self->layout.scale;

  return scale * CLAMP (pitch / (LINE * scale), LEAST_SIZE, 1);
}

/* Each labelled one stands in the middle of as many as its label is high, and no label sticks out beyond the last of them, where
 * those of rows and of columns would meet. */
static gboolean
is_labelled (gsize i, gsize n, gsize step)
{
  return 2 * i + step + 1 <= 2 * n;
}

static double
find_highest (const SemaHeatmapPage *self, char **labels, gsize n, gsize step, double size)
{
  double highest = 0;

  for (gsize i = step / 2; is_labelled (i, n, step); i += step)
    {
      double width, height;

      measure (self, labels[i], size, &width, &height);
      highest = MAX (highest, height);
    }
  return highest;
}

/* Of how many one has a label, so that none lies over another. Only those that would be drawn are measured. */
static gsize
find_step (const SemaHeatmapPage *self, char **labels, gsize n, double pitch, double size)
{
  gsize step = (gsize)MAX (1, ceil (LINE * size / pitch - 1e-9));
  gsize needed;

  while ((needed = (gsize)ceil (find_highest (self, labels, n, step, size) / pitch - 1e-9)) > step)
    step = needed;
  return step;
}

static void
add_row_label (SemaHeatmapPage *self, gsize row, double size)
{
  const SemaHeatmapLayout *layout = &self->layout;
  const SemaFrame         *box = &layout->row_labels;
  g_autofree char         *text = sema_text_fit (self->measure, self->heatmap->row_labels[row], SEMA_TEXT_LEGEND, size, box->width - GAP);
  SemaTextMark             mark = {.text = text, .role = SEMA_TEXT_LEGEND, .scale = size, .index = -1};

  measure (self, text, size, &mark.width, &mark.height);
  mark.x = layout->has_tree ? box->x + GAP : box->x + box->width - GAP - mark.width;
  mark.y = sema_heatmap_layout_get_top (layout, self->heatmap, row) + (sema_heatmap_layout_get_height (layout, self->heatmap, row) - mark.height) / 2;
  sema_scene_add_text (self->scene, &mark);
}

static void
add_column_label (SemaHeatmapPage *self, gsize column, double size)
{
  const SemaHeatmapLayout *layout = &self->layout;
  const SemaFrame         *box = &layout->column_labels;
  double                   room = layout->is_turned ? box->height - GAP : layout->cell_width * (double)self->column_step - 2 * PADDING;
  g_autofree char         *text = sema_text_fit (self->measure, self->heatmap->column_labels[column], SEMA_TEXT_LEGEND, size, room);
  SemaTextMark             mark = {.text = text, .role = SEMA_TEXT_LEGEND, .scale = size, .index = -1};
  double                   length;

  measure (self, text, size, &mark.width, &mark.height);
  if (layout->is_turned)
    {
      length = mark.width;
      mark.width = mark.height;
      mark.height = length;
      mark.turn = UPWARDS;
    }
  mark.x = box->x + ((double)column + 0.5) * layout->cell_width - mark.width / 2;
  mark.y = layout->has_tree ? box->y + GAP : box->y + box->height - GAP - mark.height;
  sema_scene_add_text (self->scene, &mark);
}

/* How many columns the longest of their numbers needs, which stand across. */
static double
find_axis_need (const SemaHeatmapPage *self)
{
  const SemaHeatmap *heatmap = self->heatmap;
  const char        *longest = heatmap->column_labels[0];
  double             width, height;

  for (gsize i = 1; i < heatmap->n_columns; i++)
    longest = strlen (heatmap->column_labels[i]) > strlen (longest) ? heatmap->column_labels[i] : longest;
  measure (self, longest, self->layout.scale, &width, &height);
  return (width + 3 * PADDING) / self->layout.cell_width;
}

/* The first, and then one of 1, 2, 5, 10 and so on. */
static void
add_axis_labels (SemaHeatmapPage *self)
{
  double need = find_axis_need (self);

  self->column_step = 1;
  for (guint i = 0; (double)self->column_step < need; i++)
    self->column_step = i % 3 == 1 ? self->column_step / 2 * 5 : self->column_step * 2;
  if ((double)self->column_step - 1 >= need)
    add_column_label (self, 0, self->layout.scale);
  for (gsize column = self->column_step - 1; column < self->heatmap->n_columns; column += self->column_step)
    add_column_label (self, column, self->layout.scale);
}

static void
add_column_labels (SemaHeatmapPage *self)
{
  const SemaHeatmap       *heatmap = self->heatmap;
  const SemaHeatmapLayout *layout = &self->layout;
  double                   size = layout->is_turned ? find_size (self, layout->cell_width) : layout->scale;

  if (layout->is_turned)
    self->column_step = find_step (self, heatmap->column_labels, heatmap->n_columns, layout->cell_width, size);
  for (gsize column = self->column_step / 2; is_labelled (column, heatmap->n_columns, self->column_step); column += self->column_step)
    add_column_label (self, column, size);
}

/**
 * sema_heatmap_page_add_labels:
 * @self: a page
 *
 * Adds the labels of rows and columns, cut where they are too long; where there is no room for all, evenly chosen ones, none
 * over another; rows that stand apart have theirs always. Column labels run upwards unless all of them fit across; those of strips
 * stand across.
 */
void
sema_heatmap_page_add_labels (SemaHeatmapPage *self)
{
  const SemaHeatmap       *heatmap = self->heatmap;
  const SemaHeatmapLayout *layout = &self->layout;
  double                   row_size = find_size (self, layout->cell_height);
  gsize                    n_near = heatmap->n_rows - heatmap->n_apart;

  self->row_step = find_step (self, heatmap->row_labels, n_near, layout->cell_height, row_size);
  for (gsize row = self->row_step / 2; is_labelled (row, n_near, self->row_step); row += self->row_step)
    add_row_label (self, row, row_size);
  for (gsize row = n_near; row < heatmap->n_rows; row++)
    add_row_label (self, row, row_size);
  if (heatmap->is_strips)
    add_axis_labels (self);
  else
    add_column_labels (self);
}
