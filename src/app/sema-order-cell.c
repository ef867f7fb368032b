/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-order-cell.h"

/* Long words are cut. A tooltip that were set with each word would ask the screen each time where the pointer is. */
static gboolean
query_tooltip (GtkWidget *text, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *whole = gtk_inscription_get_text (GTK_INSCRIPTION (text));

  gtk_tooltip_set_text (tooltip, whole);
  return whole != NULL && *whole != 0;
}

/**
 * sema_order_cell_new:
 * @is_text: whether words will be in it; else a number
 *
 * Makes a cell whose size does not change with its text, so that a list that is sorted anew is not laid out anew.
 *
 * Returns: (transfer floating): the child of a list item
 */
GtkWidget *
sema_order_cell_new (gboolean is_text)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), is_text ? 0 : 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), is_text ? 8 : 7);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), is_text ? 14 : 9);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (text, is_text);
  if (is_text)
    g_signal_connect (text, "query-tooltip", G_CALLBACK (query_tooltip), NULL);
  else
    gtk_widget_add_css_class (text, "numeric");
  return text;
}

/**
 * sema_order_cell_write:
 * @list_item: a row
 * @kind: what the table is
 * @column: which of the row's cells
 *
 * Shows the row of the table that is in this place now.
 */
void
sema_order_cell_write (GtkListItem *list_item, const SemaOrderTable *kind, guint column)
{
  GtkInscription  *cell = GTK_INSCRIPTION (gtk_list_item_get_child (list_item));
  guint32          row;
  gpointer         table = sema_order_item_get_table (gtk_list_item_get_item (list_item), &row);
  g_autofree char *text = table != NULL ? kind->print_cell (table, row, column) : NULL;

  gtk_inscription_set_text (cell, text);
}
