/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-heatmap-page.h"

#define GAP 3.0 /* between leaves and cells */
#define LINE_WIDTH 1.0
#define LEAST_LINE_WIDTH 0.3

/**
 * Tree:
 * @page: where it goes
 * @tree: what is drawn
 * @box: logical units; its leaves are at the lower or the right side
 * @is_sideways: whether the leaves are rows
 * @middles: (2 n - 1) where each cluster is along the leaves, 0 to n
 * @heights: (2 n - 1) of each cluster
 * @width: of a line
 */
typedef struct
{
  SemaHeatmapPage   *page;
  const SemaLinkage *tree;
  const SemaFrame   *box;
  gboolean           is_sideways;
  double            *middles;
  double            *heights;
  double             width;
} Tree;

static void
find_places (Tree *self)
{
  gsize n = self->tree->n;

  for (gsize i = 0; i < n; i++)
    self->middles[self->tree->leaves[i]] = (double)i + 0.5;
  for (gsize i = 0; i + 1 < n; i++)
    {
      const SemaMerge *merge = &self->tree->merges[i];

      self->middles[n + i] = (self->middles[merge->a] + self->middles[merge->b]) / 2;
      self->heights[n + i] = merge->height;
    }
}

/* From one place in the tree to another: along the leaves, and up from them. */
static void
add_line (const Tree *self, double along0, double up0, double along1, double up1)
{
  const SemaFrame *box = self->box;
  double           n = (double)self->tree->n;
  double           top = self->tree->merges[self->tree->n - 2].height;
  double           unit = top > 0 ? ((self->is_sideways ? box->width : box->height) - GAP - 1) / top : 0;
  SemaLineMark     line = {.role = SEMA_LINE_TREE, .width = self->width};

  if (self->is_sideways)
    {
      line.x0 = box->x + box->width - GAP - up0 * unit;
      line.y0 = box->y + along0 / n * box->height;
      line.x1 = box->x + box->width - GAP - up1 * unit;
      line.y1 = box->y + along1 / n * box->height;
    }
  else
    {
      line.x0 = box->x + along0 / n * box->width;
      line.y0 = box->y + box->height - GAP - up0 * unit;
      line.x1 = box->x + along1 / n * box->width;
      line.y1 = box->y + box->height - GAP - up1 * unit;
    }
  g_array_append_val (self->page->scene->lines, line);
}

static void
add_merges (const Tree *self)
{
  for (gsize i = 0; i + 1 < self->tree->n; i++)
    {
      const SemaMerge *merge = &self->tree->merges[i];
      double           a = self->middles[merge->a];
      double           b = self->middles[merge->b];

      add_line (self, a, self->heights[merge->a], a, merge->height);
      add_line (self, b, self->heights[merge->b], b, merge->height);
      add_line (self, a, merge->height, b, merge->height);
    }
}

static void
add_tree (SemaHeatmapPage *page, const SemaLinkage *tree, const SemaFrame *box, gboolean is_sideways, double pitch)
{
  g_autofree double *middles = NULL;
  g_autofree double *heights = NULL;
  Tree               self = {page, tree, box, is_sideways};

  if (tree == NULL || tree->n < 2)
    return;
  self.middles = middles = g_new0 (double, 2 * tree->n);
  self.heights = heights = g_new0 (double, 2 * tree->n);
  self.width = CLAMP (pitch / 4, LEAST_LINE_WIDTH, LINE_WIDTH);
  find_places (&self);
  add_merges (&self);
}

/**
 * sema_heatmap_page_add_trees:
 * @self: a page
 *
 * Adds the trees of rows and columns, each merge as high as it is in the tree, the last one as high as there is room. O(n).
 */
void
sema_heatmap_page_add_trees (SemaHeatmapPage *self)
{
  const SemaHeatmapLayout *layout = &self->layout;

  add_tree (self, self->heatmap->row_tree, &layout->row_tree, TRUE, layout->cell_height);
  add_tree (self, self->heatmap->column_tree, &layout->column_tree, FALSE, layout->cell_width);
}
