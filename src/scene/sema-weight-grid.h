/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"
#include "sema-scene.h"
#include "sema-vocab.h"

G_BEGIN_DECLS

#define SEMA_WEIGHT_GRID_NONE (-1)

/**
 * SemaWeightGrid:
 * @matrix: (nullable): (n_rows, dim) what is shown
 * @ids: (nullable): (n_rows) the token ids that stand before the rows; %NULL: their numbers
 * @vocab: (nullable): the tokens of the ids
 * @limit: the absolute value at the end of the colours, over 0
 * @decimals: of the numbers
 *
 * A matrix that can be read: a row for each token id, a column for each dimension, too large to be shown at once. A plain value; all
 * is borrowed.
 */
typedef struct
{
  const SemaMatrix *matrix;
  const guint64    *ids;
  const SemaVocab  *vocab;
  double            limit;
  int               decimals;
} SemaWeightGrid;

/**
 * SemaWeightGridView:
 * @width: of what is seen, logical units, the heads included
 * @height: likewise
 * @x: how far it is scrolled
 * @y: likewise
 * @scale: of texts, 1 is normal
 * @lit: (n_lit) the rows that are lit, rising
 * @n_lit: how many
 * @shown_rows: the rows from this one on are not there yet: their cells are empty
 * @row: the cell that is looked at, or %SEMA_WEIGHT_GRID_NONE
 * @column: likewise
 */
typedef struct
{
  double         width;
  double         height;
  double         x;
  double         y;
  double         scale;
  const guint64 *lit;
  gsize          n_lit;
  guint64        shown_rows;
  gint64         row;
  gint64         column;
} SemaWeightGridView;

/**
 * SemaWeightGridLayout:
 * @head_width: of the column before the rows
 * @head_height: of the line over the columns
 * @cell_width: of a cell
 * @cell_height: of a cell
 * @width: of all, the heads included
 * @height: likewise
 *
 * Sizes in logical units.
 */
typedef struct
{
  double head_width;
  double head_height;
  double cell_width;
  double cell_height;
  double width;
  double height;
} SemaWeightGridLayout;

typedef enum {
  SEMA_WEIGHT_GRID_CELLS,
  SEMA_WEIGHT_GRID_ROW_HEADS,
  SEMA_WEIGHT_GRID_COLUMN_HEADS,
} SemaWeightGridPart;

int        sema_weight_grid_choose_decimals (double limit);
void       sema_weight_grid_measure (const SemaWeightGrid *self, double scale, const SemaMeasure *measure, SemaWeightGridLayout *layout);
SemaScene *sema_weight_grid_compose (const SemaWeightGrid *self, const SemaWeightGridLayout *layout, const SemaWeightGridView *view, SemaWeightGridPart part, const SemaMeasure *measure);
void       sema_weight_grid_find_rows (const SemaWeightGrid *self, const SemaWeightGridLayout *layout, const SemaWeightGridView *view, guint64 *first, guint64 *end);
gboolean   sema_weight_grid_pick (const SemaWeightGrid *self, const SemaWeightGridLayout *layout, const SemaWeightGridView *view, double x, double y, gint64 *row, gint64 *column);

G_END_DECLS
