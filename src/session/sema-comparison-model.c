/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-comparison-model.h"

#include "sema-comparison-text.h"

static gpointer
ref (gpointer table)
{
  return sema_comparison_ref (table);
}

static void
unref (gpointer table)
{
  sema_comparison_unref (table);
}

static guint32 *
sort (gpointer table, guint column, gboolean descending, guint filter, guint32 *n, SemaProgress *progress, GError **error)
{
  *n = sema_comparison_get_summary (table)->n_common;
  return sema_comparison_sort (table, (SemaComparisonColumn)column, descending, progress, error);
}

static const char *
get_title (guint column)
{
  return sema_comparison_text_get_column_title ((SemaComparisonColumn)column);
}

static gboolean
is_text (guint column)
{
  return column == SEMA_COMPARISON_WORD;
}

static char *
print_cell (gpointer table, guint32 row, guint column)
{
  return sema_comparison_text_print_cell (table, row, (SemaComparisonColumn)column);
}

static char *
dup_word (gpointer table, guint32 row)
{
  const SemaCommonRows *common = sema_comparison_get_common (table);
  gsize                 length;
  const char           *word = sema_vocab_get_word (sema_set_get_vocab (common->a), common->rows_a[row], &length);

  return g_strndup (word, length);
}

static GBytes *
print_csv (gpointer table, const guint32 *rows, guint32 n, SemaProgress *progress, GError **error)
{
  return sema_comparison_text_print_csv (table, rows, n, progress, error);
}

static const SemaOrderTable kind = {ref, unref, sort, SEMA_N_COMPARISON_COLUMNS, get_title, is_text, print_cell, dup_word, print_csv};

/**
 * sema_comparison_model_new:
 *
 * Returns: (transfer full): a list of the words of a SemaComparison, that is sorted by #SemaComparisonColumn; there is no filter
 */
SemaOrderModel *
sema_comparison_model_new (void)
{
  return sema_order_model_new (&kind);
}

/**
 * sema_comparison_model_get_word:
 * @item: a place in the list
 * @word: (out): how far the word that is there now moved
 *
 * Returns: whether there is one
 */
gboolean
sema_comparison_model_get_word (SemaOrderItem *item, SemaComparisonWord *word)
{
  guint32         number;
  SemaComparison *comparison = sema_order_item_get_table (item, &number);

  if (comparison != NULL)
    sema_comparison_get (comparison, number, word);
  return comparison != NULL;
}

/**
 * sema_comparison_model_dup_label:
 * @item: a place in the list
 *
 * Returns: (transfer full): the word that is there now, for the screen; empty where there is none
 */
char *
sema_comparison_model_dup_label (SemaOrderItem *item)
{
  guint32         number;
  SemaComparison *comparison = sema_order_item_get_table (item, &number);

  if (comparison == NULL)
    return g_strdup ("");
  return sema_vocab_dup_label (sema_set_get_vocab (sema_comparison_get_common (comparison)->a), sema_comparison_get_common (comparison)->rows_a[number]);
}
