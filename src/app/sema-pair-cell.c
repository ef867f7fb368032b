/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-cell.h"

#include "sema-pair-text.h"

/* Long words are cut. A tooltip that were set with each word would ask the screen each time where the pointer is. */
static gboolean
query_tooltip (GtkWidget *text, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (GTK_INSCRIPTION (text)));
  return TRUE;
}

/**
 * sema_pair_cell_new:
 * @column: where it is
 *
 * Makes a cell whose size does not change with its text, so that a list that is sorted anew is not laid out anew.
 *
 * Returns: (transfer floating): the child of a list item
 */
GtkWidget *
sema_pair_cell_new (SemaPairColumn column)
{
  GtkWidget *text = gtk_inscription_new (NULL);
  gboolean   is_word = sema_pair_text_is_word (column);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), is_word ? 0 : 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), is_word ? 8 : 7);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), is_word ? 12 : 8);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (text, is_word);
  if (is_word)
    g_signal_connect (text, "query-tooltip", G_CALLBACK (query_tooltip), NULL);
  else
    gtk_widget_add_css_class (text, "numeric");
  return text;
}

/**
 * sema_pair_cell_write:
 * @list_item: a row
 * @column: which of its cells
 * @session: whose words they are
 *
 * Shows the pair that is in the row now.
 */
void
sema_pair_cell_write (GtkListItem *list_item, SemaPairColumn column, SemaSession *session)
{
  GtkInscription  *cell = GTK_INSCRIPTION (gtk_list_item_get_child (list_item));
  SemaOrderItem   *item = gtk_list_item_get_item (list_item);
  g_autofree char *text = NULL;
  SemaPair         pair;

  if (sema_pair_text_is_word (column))
    {
      gtk_inscription_set_text (cell, sema_pair_model_get_label (item, column == SEMA_PAIR_WORD_B));
      sema_pair_cell_mark (list_item, column, session);
      return;
    }
  if (sema_pair_model_get_pair (item, &pair))
    text = sema_pair_text_print_cell (&pair, column);
  gtk_inscription_set_text (cell, text);
}

/**
 * sema_pair_cell_mark:
 * @list_item: a row
 * @column: which of its cells
 * @session: whose words they are
 *
 * Lets a word that is selected anywhere be seen in all its pairs; cells of numbers stay as they are.
 */
void
sema_pair_cell_mark (GtkListItem *list_item, SemaPairColumn column, SemaSession *session)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);

  if (!sema_pair_text_is_word (column))
    return;
  if (sema_session_is_selected (session, sema_pair_model_get_word (gtk_list_item_get_item (list_item), column == SEMA_PAIR_WORD_B)))
    gtk_widget_add_css_class (cell, "chosen");
  else
    gtk_widget_remove_css_class (cell, "chosen");
}
