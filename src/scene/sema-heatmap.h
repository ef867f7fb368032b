/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-linkage.h"

G_BEGIN_DECLS

/**
 * SemaHeatmapRange:
 * @SEMA_HEATMAP_DIVERGING: from minus the limit to the limit, 0 in the middle
 * @SEMA_HEATMAP_SEQUENTIAL: from 0 to the limit
 */
typedef enum {
  SEMA_HEATMAP_DIVERGING,
  SEMA_HEATMAP_SEQUENTIAL,
} SemaHeatmapRange;

/**
 * SemaHeatmap:
 * @n_rows: number of rows
 * @n_columns: number of columns
 * @values: (n_rows, n_columns) (owned): what the cells say; NaN where there is nothing to say
 * @marked: (n_rows, n_columns) (owned) (nullable): not 0 where a cell is framed
 * @row_labels: (array zero-terminated=1) (owned): n_rows texts, UTF-8
 * @column_labels: (array zero-terminated=1) (owned): n_columns texts, UTF-8
 * @title: (owned) (nullable): over the picture
 * @caption: (owned) (nullable): under it
 * @range: which colours there are
 * @limit: the value at the end of the colours, over 0
 * @is_strips: whether rows are strips of many numbers, higher than they are wide, under numbers of columns as along an axis
 * @n_apart: how many of the last rows stand apart from those above them
 * @row_tree: (owned) (nullable): a tree over the rows; its p-th leaf from the left is row p
 * @column_tree: (unowned) (nullable): a tree over the columns, such as the same
 *
 * What a heat map says, without saying how large it is drawn.
 */
typedef struct
{
  gsize            n_rows;
  gsize            n_columns;
  double          *values;
  guint8          *marked;
  char           **row_labels;
  char           **column_labels;
  char            *title;
  char            *caption;
  SemaHeatmapRange range;
  double           limit;
  gboolean         is_strips;
  gsize            n_apart;
  SemaLinkage     *row_tree;
  SemaLinkage     *column_tree;
} SemaHeatmap;

SemaHeatmap *sema_heatmap_new (gsize n_rows, gsize n_columns, GError **error);
void         sema_heatmap_free (SemaHeatmap *self);
double       sema_heatmap_get (const SemaHeatmap *self, gsize row, gsize column);
double       sema_heatmap_find_largest (const SemaHeatmap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaHeatmap, sema_heatmap_free)

G_END_DECLS
