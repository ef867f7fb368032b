/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-model.h"

#include "sema-pair-text.h"

static gpointer
ref (gpointer table)
{
  return sema_pair_list_ref (table);
}

static void
unref (gpointer table)
{
  sema_pair_list_unref (table);
}

static guint32 *
sort (gpointer table, guint column, gboolean descending, guint filter, guint32 *n, SemaProgress *progress, GError **error)
{
  *n = (guint32)sema_pair_list_get_n (table);
  return sema_pair_list_sort (table, (SemaPairColumn)column, descending, progress, error);
}

static const SemaOrderTable kind = {.ref = ref, .unref = unref, .sort = sort};

/**
 * sema_pair_model_new:
 *
 * Returns: (transfer full): a list of the pairs of a SemaPairList, that is sorted by #SemaPairColumn; there is no filter
 */
SemaOrderModel *
sema_pair_model_new (void)
{
  return sema_order_model_new (&kind);
}

/**
 * sema_pair_model_get_list:
 * @self: a model of pairs
 *
 * Returns: (transfer none) (nullable): the pairs that are shown
 */
SemaPairList *
sema_pair_model_get_list (SemaOrderModel *self)
{
  return sema_order_model_get_table (self);
}

/**
 * sema_pair_model_find:
 * @self: a model of pairs
 * @a: bytes of a word
 * @b: bytes of another
 *
 * Finds two words in the order that is shown. O(pairs), about a millisecond for two million.
 *
 * Returns: the position of their pair, or -1
 */
gint64
sema_pair_model_find (SemaOrderModel *self, const char *a, const char *b)
{
  SemaPairList  *list = sema_pair_model_get_list (self);
  gint64         index = list != NULL ? sema_pair_list_find (list, a, b) : -1;
  guint32        n;
  const guint32 *order = sema_order_model_get_order (self, &n);

  for (guint32 position = 0; index >= 0 && position < n; position++)
    if (order[position] == index)
      return position;
  return -1;
}

/* The list and the pair at a place in it; NULL: there is none any more. */
static SemaPairList *
find_pair (SemaOrderItem *item, SemaPair *pair)
{
  guint32       index;
  SemaPairList *list = sema_order_item_get_table (item, &index);

  if (list != NULL)
    sema_pair_list_get (list, index, pair);
  return list;
}

/**
 * sema_pair_model_get_pair:
 * @item: a place in the list
 * @pair: (out): the pair that is there now
 *
 * Returns: whether there is one
 */
gboolean
sema_pair_model_get_pair (SemaOrderItem *item, SemaPair *pair)
{
  return find_pair (item, pair) != NULL;
}

/**
 * sema_pair_model_get_label:
 * @item: a place in the list
 * @second: which of the words there
 *
 * Returns: (transfer none): the word for the screen; empty where there is none
 */
const char *
sema_pair_model_get_label (SemaOrderItem *item, gboolean second)
{
  SemaPair      pair;
  SemaPairList *list = find_pair (item, &pair);

  return list != NULL ? sema_pair_list_get_label (list, second ? pair.b : pair.a) : "";
}

/**
 * sema_pair_model_get_word:
 * @item: a place in the list
 * @second: which of the words there
 *
 * Returns: (transfer none): the bytes of the word, NUL-terminated; empty where there is none
 */
const char *
sema_pair_model_get_word (SemaOrderItem *item, gboolean second)
{
  SemaPair      pair;
  SemaPairList *list = find_pair (item, &pair);

  return list != NULL ? sema_pair_list_get_word (list, second ? pair.b : pair.a) : "";
}

/**
 * sema_pair_model_print:
 * @list: a SemaPairList
 * @order: (n) all its pairs in an order
 * @n: how many there are
 * @progress: (nullable): for cancelling
 * @error: as sema_pair_text_print()
 *
 * Returns: (transfer full) (nullable): the pairs with tabs between columns
 */
GBytes *
sema_pair_model_print (gpointer list, const guint32 *order, guint32 n, SemaProgress *progress, GError **error)
{
  return sema_pair_text_print (list, order, progress, error);
}

/**
 * sema_pair_model_print_csv:
 * @list: a SemaPairList
 * @order: (n) all its pairs in an order
 * @n: how many there are
 * @progress: (nullable): for cancelling
 * @error: as sema_pair_text_print_csv()
 *
 * Returns: (transfer full) (nullable): the pairs as semascope-cli writes them
 */
GBytes *
sema_pair_model_print_csv (gpointer list, const guint32 *order, guint32 n, SemaProgress *progress, GError **error)
{
  return sema_pair_text_print_csv (list, order, progress, error);
}
