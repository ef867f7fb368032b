/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-heatmap.h"

#include <math.h>

#include "sema-memory.h"

/**
 * sema_heatmap_new:
 * @n_rows: number of rows
 * @n_columns: number of columns
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): a heat map whose values are still to be written, with room for as many labels, all of
 *   them missing, diverging up to 1
 */
SemaHeatmap *
sema_heatmap_new (gsize n_rows, gsize n_columns, GError **error)
{
  g_autoptr (SemaHeatmap) self = g_new0 (SemaHeatmap, 1);
  gsize                   row_size;

  if (!g_size_checked_mul (&row_size, n_columns, sizeof (double)))
    row_size = G_MAXSIZE;
  self->values = sema_memory_alloc_n (MAX (n_rows, 1), MAX (row_size, 1), error);
  if (self->values == NULL)
    return NULL;
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->row_labels = g_new0 (char *, n_rows + 1);
  self->column_labels = g_new0 (char *, n_columns + 1);
  self->limit = 1;
  return g_steal_pointer (&self);
}

/**
 * sema_heatmap_free:
 * @self: (nullable) (transfer full): what is no longer needed
 */
void
sema_heatmap_free (SemaHeatmap *self)
{
  if (self == NULL)
    return;
  sema_memory_free (self->values);
  sema_memory_free (self->marked);
  g_strfreev (self->row_labels);
  g_strfreev (self->column_labels);
  g_free (self->title);
  g_free (self->caption);
  g_clear_pointer (&self->row_tree, sema_linkage_free);
  g_free (self);
}

/**
 * sema_heatmap_get:
 * @self: a heat map
 * @row: less than its rows
 * @column: less than its columns
 *
 * Returns: what the cell says
 */
double
sema_heatmap_get (const SemaHeatmap *self, gsize row, gsize column)
{
  return self->values[row * self->n_columns + column];
}

/**
 * sema_heatmap_find_largest:
 * @self: a heat map whose values are written
 *
 * Returns: the largest magnitude among the finite values, 0 where there is none. O(cells)
 */
double
sema_heatmap_find_largest (const SemaHeatmap *self)
{
  double largest = 0;

  for (gsize i = 0; i < self->n_rows * self->n_columns; i++)
    if (isfinite (self->values[i]))
      largest = MAX (largest, fabs (self->values[i]));
  return largest;
}
