/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-order-cell.h"

#define NUMBER_CHARS 10 /* of a number with six decimals and three digits before them: one that is cut would be another */

/* Marks that say which way a line goes, and are not seen. */
#define LEFT_TO_RIGHT "\xe2\x80\x8e"
#define RIGHT_TO_LEFT "\xe2\x80\x8f"

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
 * @is_list: whether there will be several words in it
 *
 * Makes a cell whose size does not change with its text, so that a list that is sorted anew is not laid out anew.
 *
 * Returns: (transfer floating): the child of a list item
 */
GtkWidget *
sema_order_cell_new (gboolean is_text, gboolean is_list)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), is_text ? 0 : 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), is_text ? 8 : NUMBER_CHARS);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), is_list ? 30 : is_text ? 14
                                                                                : NUMBER_CHARS);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (text, is_text);
  if (is_text)
    g_signal_connect (text, "query-tooltip", G_CALLBACK (query_tooltip), NULL);
  else
    gtk_widget_add_css_class (text, "numeric");
  return text;
}

/* Whether the first letter is one of those that are written from the right: from Hebrew to Arabic, and how they look joined. */
static gboolean
is_right_to_left (const char *text)
{
  gunichar ch = 0;

  for (const char *p = text; *p != 0 && !g_unichar_isalpha (ch); p = g_utf8_next_char (p))
    ch = g_utf8_get_char (p);
  return (ch >= 0x590 && ch <= 0x8ff) || (ch >= 0xfb1d && ch <= 0xfdff) || (ch >= 0xfe70 && ch <= 0xfeff);
}

/* Every word begins at the side of its column where the others do: to Pango, the word itself decides. */
static char *
keep_aside (GtkWidget *cell, const char *text)
{
  gboolean is_turned = gtk_widget_get_direction (cell) == GTK_TEXT_DIR_RTL;

  if (is_right_to_left (text) == is_turned)
    return g_strdup (text);
  return g_strconcat (is_turned ? RIGHT_TO_LEFT : LEFT_TO_RIGHT, text, NULL);
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

  if (text != NULL && kind->is_text (column))
    {
      g_autofree char *aside = keep_aside (GTK_WIDGET (cell), text);

      gtk_inscription_set_text (cell, aside);
      return;
    }
  gtk_inscription_set_text (cell, text);
}
