/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-comparison-model.h"

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

static const SemaOrderTable kind = {ref, unref, sort};

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
