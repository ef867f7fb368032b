/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-order-selection.h"

#include "sema-memory.h"

/* GTK knows which places are selected; which rows those are, the model knows. */

/**
 * sema_order_selection_list:
 * @selection: places of the list
 * @model: what is in them
 * @n: (out): how many are selected
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): (n) the rows that are selected, in their order; free it with sema_memory_free()
 */
guint32 *
sema_order_selection_list (GtkSelectionModel *selection, SemaOrderModel *model, guint32 *n, GError **error)
{
  g_autoptr (GtkBitset) places = gtk_selection_model_get_selection (selection);
  guint32               n_shown;
  const guint32        *order = sema_order_model_get_order (model, &n_shown);
  guint32              *rows = sema_memory_alloc_n (gtk_bitset_get_size (places) + 1, sizeof *rows, error);
  GtkBitsetIter         iter;
  guint                 place;

  *n = 0;
  if (rows == NULL || order == NULL || !gtk_bitset_iter_init_first (&iter, places, &place))
    return rows;
  do
    if (place < n_shown)
      rows[(*n)++] = order[place];
  while (gtk_bitset_iter_next (&iter, &place));
  return rows;
}

/**
 * sema_order_selection_get_only:
 * @selection: places of the list
 * @model: what is in them
 * @row: (out): the row that is selected
 *
 * Returns: whether exactly one is
 */
gboolean
sema_order_selection_get_only (GtkSelectionModel *selection, SemaOrderModel *model, guint32 *row)
{
  g_autoptr (GtkBitset) places = gtk_selection_model_get_selection (selection);
  guint32               n;
  const guint32        *order = sema_order_model_get_order (model, &n);
  guint                 place = gtk_bitset_get_minimum (places);

  if (order == NULL || gtk_bitset_get_size (places) != 1 || place >= n)
    return FALSE;
  *row = order[place];
  return TRUE;
}
