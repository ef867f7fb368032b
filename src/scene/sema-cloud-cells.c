/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-cells.h"

#include <math.h>

/* Runs this short are not cut further: looking at a place is cheaper than looking for where a cell begins. */
#define SHORT_RUN 32

/* One cell, and what there is in it. */
typedef struct
{
  guint   level;
  guint32 x;
  guint32 y;
  guint64 first;
  guint64 end;
} Cell;

/* The box in finest cells. A cell strictly between the edges' own lies in the box with all its places; one beyond them
 * has none of them there: places go to cells by a monotone rule, so no rounding can say otherwise. */
typedef struct
{
  const SemaCloud *cloud;
  gint64           left;
  gint64           top;
  gint64           right;
  gint64           bottom;
  SemaCloudRunFunc func;
  gpointer         data;
} Visit;

/* Bits 0 to 15 go to the even ones. */
static guint32
spread (guint32 bits)
{
  bits = (bits | bits << 8) & 0x00ff00ff;
  bits = (bits | bits << 4) & 0x0f0f0f0f;
  bits = (bits | bits << 2) & 0x33333333;
  return (bits | bits << 1) & 0x55555555;
}

/**
 * sema_cloud_cells_weave:
 * @x: column of a cell, less than 2^16
 * @y: its row, upwards, less than 2^16
 *
 * Returns: the cell's number along the Z-curve (Morton 1966): the four parts of a cell have numbers next to each other
 */
guint32
sema_cloud_cells_weave (guint32 x, guint32 y)
{
  return spread (x) | spread (y) << 1;
}

static guint32
quantise (double place, double origin, double fineness)
{
  double cell = (place - origin) * fineness;

  return cell > 0 ? (guint32)MIN (cell, (1 << SEMA_CLOUD_DEPTH) - 1) : 0;
}

/**
 * sema_cloud_cells_find:
 * @self: a cloud with its extent
 * @x: data units; beyond the cloud's square, the nearest cell is meant
 * @y: data units
 *
 * Returns: the number of the finest cell at the place
 */
guint32
sema_cloud_cells_find (const SemaCloud *self, double x, double y)
{
  return sema_cloud_cells_weave (quantise (x, self->min_x, self->fineness), quantise (y, self->min_y, self->fineness));
}

/* The first of a range of places whose finest cell is @cell or comes after it. */
static guint64
search (const SemaCloud *self, guint64 first, guint64 end, guint64 cell)
{
  while (first < end)
    {
      guint64 middle = first + (end - first) / 2;

      if (sema_cloud_cells_find (self, self->sorted[2 * middle], self->sorted[2 * middle + 1]) < cell)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/**
 * sema_cloud_cells_find_start:
 * @self: a cloud
 * @level: 0 for the whole square to %SEMA_CLOUD_DEPTH
 * @cell: number of a cell of that level, or one more than the last
 *
 * Returns: where its places begin in the cloud's order, which is where those of the cell before end. O(1) down to the
 *   cloud's depth, O(log places) below
 */
guint64
sema_cloud_cells_find_start (const SemaCloud *self, guint level, guint64 cell)
{
  guint64 known;

  if (level <= self->depth)
    return self->starts[cell << 2 * (self->depth - level)];
  known = cell >> 2 * (level - self->depth);
  if (known >> 2 * self->depth != 0)
    return self->n_placed;
  return search (self, self->starts[known], self->starts[known + 1], cell << 2 * (SEMA_CLOUD_DEPTH - level));
}

/**
 * sema_cloud_cells_count_above:
 * @level: 0 to %SEMA_CLOUD_DEPTH
 *
 * Returns: how many cells all the levels above have, which is where that level begins in the cloud's firsts
 */
guint64
sema_cloud_cells_count_above (guint level)
{
  return ((G_GUINT64_CONSTANT (1) << 2 * level) - 1) / 3;
}

static gint64
find_edge (const SemaCloud *self, double place, double least, double greatest)
{
  if (!(place >= least))
    return -1;
  if (place > greatest)
    return 1 << SEMA_CLOUD_DEPTH;
  return quantise (place, least, self->fineness);
}

static gboolean
visit_part (const Visit *visit, const Cell *cell, guint part, guint64 first, guint64 end);

static gboolean
visit_cell (const Visit *visit, const Cell *cell)
{
  guint    shift = SEMA_CLOUD_DEPTH - cell->level;
  gint64   left = (gint64)cell->x << shift;
  gint64   top = (gint64)cell->y << shift;
  gint64   right = left + ((gint64)1 << shift) - 1;
  gint64   bottom = top + ((gint64)1 << shift) - 1;
  gboolean is_inside = left > visit->left && right < visit->right && top > visit->top && bottom < visit->bottom;
  guint64  number = sema_cloud_cells_weave (cell->x, cell->y);
  guint64  first = cell->first;

  if (cell->first == cell->end || left > visit->right || right < visit->left || top > visit->bottom || bottom < visit->top)
    return TRUE;
  if (is_inside || shift == 0 || cell->end - cell->first <= SHORT_RUN)
    return visit->func (cell->first, cell->end, is_inside, visit->data);
  for (guint part = 0; part < 4; part++)
    {
      guint64 end = part < 3 ? sema_cloud_cells_find_start (visit->cloud, cell->level + 1, 4 * number + part + 1) : cell->end;

      if (!visit_part (visit, cell, part, first, end))
        return FALSE;
      first = end;
    }
  return TRUE;
}

static gboolean
visit_part (const Visit *visit, const Cell *cell, guint part, guint64 first, guint64 end)
{
  Cell smaller = {cell->level + 1, 2 * cell->x + (part & 1), 2 * cell->y + (part >> 1), first, end};

  return visit_cell (visit, &smaller);
}

/**
 * sema_cloud_cells_find_box:
 * @camera: where one stands, of a scale over 0
 * @frame: where the data is shown
 * @part: a part of the page
 * @box: (out): what of the data is seen there
 */
void
sema_cloud_cells_find_box (const SemaCamera *camera, const SemaFrame *frame, const SemaFrame *part, SemaCloudBox *box)
{
  sema_camera_to_data (camera, frame, part->x, part->y, &box->min_x, &box->max_y);
  sema_camera_to_data (camera, frame, part->x + part->width, part->y + part->height, &box->max_x, &box->min_y);
}

/**
 * sema_cloud_cells_visit:
 * @self: a cloud
 * @box: the part of the plane that is looked at; one that is not a number has nothing in it
 * @func: called for runs of places that have all the places in the box among them
 * @data: for @func
 *
 * Walks down the quadtree, in the order of the Z-curve. O(cells that the box's edges cross), besides @func.
 *
 * Returns: whether @func always wanted to go on
 */
gboolean
sema_cloud_cells_visit (const SemaCloud *self, const SemaCloudBox *box, SemaCloudRunFunc func, gpointer data)
{
  Visit visit = {.cloud = self,
                 .left = find_edge (self, box->min_x, self->min_x, self->max_x),
                 .top = find_edge (self, box->min_y, self->min_y, self->max_y),
                 .right = find_edge (self, box->max_x, self->min_x, self->max_x),
                 .bottom = find_edge (self, box->max_y, self->min_y, self->max_y),
                 .func = func,
                 .data = data};
  Cell  whole = {.end = self->n_placed};

  if (isnan (box->min_x) || isnan (box->min_y))
    return TRUE;
  return visit_cell (&visit, &whole);
}

typedef struct
{
  const SemaCloud    *cloud;
  const SemaCloudBox *box;
  guint64             n;
} Count;

static gboolean
count_run (guint64 first, guint64 end, gboolean is_inside, gpointer data)
{
  Count              *count = data;
  const SemaCloudBox *box = count->box;

  if (is_inside)
    count->n += end - first;
  for (guint64 i = first; i < end && !is_inside; i++)
    {
      double x = count->cloud->sorted[2 * i];
      double y = count->cloud->sorted[2 * i + 1];

      count->n += x >= box->min_x && x <= box->max_x && y >= box->min_y && y <= box->max_y;
    }
  return TRUE;
}

/**
 * sema_cloud_cells_count:
 * @self: a cloud
 * @box: the part of the plane that is looked at
 *
 * Returns: how many places lie in it; cost as sema_cloud_cells_visit()
 */
guint64
sema_cloud_cells_count (const SemaCloud *self, const SemaCloudBox *box)
{
  Count count = {self, box, 0};

  sema_cloud_cells_visit (self, box, count_run, &count);
  return count.n;
}
