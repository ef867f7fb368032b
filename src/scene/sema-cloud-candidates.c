/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-candidates.h"

#include <math.h>

#include "sema-cloud-cells.h"

/* A square has a side of this many logical units at text scale 1 to twice as many. */
#define LEAST_SIDE 28.0

/* Below the finest cells squares are not told apart: all words there are candidates, as far as these many. */
#define MOST_IN_FINEST 1024

typedef struct
{
  const SemaCloud *cloud;
  GArray          *rows;
  guint            level;
  guint64          cell; /* the one that the last place was in */
  guint32          first;
  guint            n_in_cell;
} Search;

static void
add_row (GArray *rows, guint32 row)
{
  if (row != SEMA_CLOUD_NO_ROW)
    g_array_append_val (rows, row);
}

static guint
choose_level (const SemaCloud *self, const SemaCamera *camera, double text_scale)
{
  double level = floor (log2 (self->side * camera->scale / (LEAST_SIDE * text_scale)));

  return level > 0 ? (guint)MIN (level, SEMA_CLOUD_DEPTH + 1) : 0;
}

/* Which column or row of cells a place is in, were there as many as needed. */
static gint64
find_cell (double place, double origin, double side, gint64 n_cells)
{
  double cell = floor ((place - origin) / side);

  return cell > -1 ? (gint64)MIN (cell, n_cells) : -1;
}

/* Known cells: each has its first row written down. */
static void
add_known (const SemaCloud *self, guint level, const SemaCloudBox *box, GArray *rows)
{
  const guint32 *firsts = self->firsts + sema_cloud_cells_count_above (level);
  gint64         n_cells = (gint64)1 << level;
  double         side = self->side / (double)n_cells;
  gint64         left = find_cell (box->min_x, self->min_x, side, n_cells);
  gint64         right = find_cell (box->max_x, self->min_x, side, n_cells);
  gint64         bottom = find_cell (box->min_y, self->min_y, side, n_cells);
  gint64         top = find_cell (box->max_y, self->min_y, side, n_cells);

  /* One more on each side: a place at the edge of a cell may have been rounded into its neighbour. */
  for (gint64 y = MAX (bottom - 1, 0); y <= MIN (top + 1, n_cells - 1); y++)
    for (gint64 x = MAX (left - 1, 0); x <= MIN (right + 1, n_cells - 1); x++)
      add_row (rows, firsts[sema_cloud_cells_weave ((guint32)x, (guint32)y)]);
}

/* Places come cell by cell, in a finest cell by row. */
static void
search_place (Search *search, guint64 i)
{
  const float *place = search->cloud->sorted + 2 * i;
  guint        level = MIN (search->level, SEMA_CLOUD_DEPTH);
  guint64      cell = sema_cloud_cells_find (search->cloud, place[0], place[1]) >> 2 * (SEMA_CLOUD_DEPTH - level);

  if (cell != search->cell)
    {
      add_row (search->rows, search->first);
      search->cell = cell;
      search->first = SEMA_CLOUD_NO_ROW;
      search->n_in_cell = 0;
    }
  if (search->level <= SEMA_CLOUD_DEPTH)
    search->first = MIN (search->first, search->cloud->rows[i]);
  else if (search->n_in_cell++ < MOST_IN_FINEST)
    add_row (search->rows, search->cloud->rows[i]);
}

static gboolean
search_run (guint64 first, guint64 end, gboolean is_inside, gpointer data)
{
  for (guint64 i = first; i < end; i++)
    search_place (data, i);
  return TRUE;
}

static void
add_searched (const SemaCloud *self, guint level, const SemaCloudBox *box, GArray *rows)
{
  Search       search = {.cloud = self, .rows = rows, .level = level, .cell = G_MAXUINT64, .first = SEMA_CLOUD_NO_ROW};
  double       side = self->side / (double)(1 << MIN (level, SEMA_CLOUD_DEPTH));
  SemaCloudBox whole = {box->min_x - side, box->min_y - side, box->max_x + side, box->max_y + side};

  sema_cloud_cells_visit (self, &whole, search_run, &search);
  add_row (rows, search.first);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a;
  guint32 y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

/**
 * sema_cloud_candidates_find:
 * @self: a cloud
 * @camera: where one stands, of a scale over 0
 * @frame: where the data is shown
 * @around: the part of the page that is looked at
 * @text_scale: of their labels
 *
 * Finds which words are worth a label: of each square of a grid tied to the data the one of the least row. A square parts
 * in four where one has zoomed in twice, so that a candidate stays one. Some of them may lie outside @around. O(squares),
 * where they are finer than the cloud's depth O(words in @around).
 *
 * Returns: (transfer full) (element-type guint32): their rows, ascending
 */
GArray *
sema_cloud_candidates_find (const SemaCloud *self, const SemaCamera *camera, const SemaFrame *frame, const SemaFrame *around, double text_scale)
{
  GArray      *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint        level = choose_level (self, camera, text_scale);
  SemaCloudBox box;

  sema_cloud_cells_find_box (camera, frame, around, &box);
  if (level <= self->depth)
    add_known (self, level, &box, rows);
  else
    add_searched (self, level, &box, rows);
  g_array_sort (rows, compare_rows);
  return rows;
}
