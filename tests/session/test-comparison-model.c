/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-comparison-model.h"

#include "small-set.h"

static SemaComparison *
compare (void)
{
  static const char *const words[] = {"king", "mango", "queen", "grape"}, *const others[] = {"grape", "queen", "mango", "prince"};
  static const float  first[] = {4, 1, 0, 1, 3, 1, 4, 1}, second[] = {4, 1, 3, 2, 5, 5, 0, 1};
  g_autoptr (SemaSet) a = small_set_new (words, first, 4, 2);
  g_autoptr (SemaSet) b = small_set_new (others, second, 4, 2);

  return sema_comparison_new (a, b, FALSE, NULL, NULL);
}

static void
stop (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static void
wait_for (SemaOrderModel *model, const char *signal)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gulong                handler = g_signal_connect_swapped (model, signal, G_CALLBACK (stop), loop);

  g_main_loop_run (loop);
  g_signal_handler_disconnect (model, handler);
}

/* Items are places: they say another word when the list is sorted otherwise, and nothing when it is forgotten. */
static void
test_shows (void)
{
  g_autoptr (SemaOrderModel) model = sema_comparison_model_new ();
  g_autoptr (SemaComparison) comparison = compare ();
  g_autoptr (SemaOrderItem)  item = NULL;
  g_autofree char           *label = NULL, *nothing = NULL;
  SemaComparisonWord         word;
  guint32                    n;

  sema_order_model_show (model, comparison, SEMA_COMPARISON_PLAIN_DISTANCE, TRUE, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  wait_for (model, "sorted");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (model)) == SEMA_TYPE_ORDER_ITEM);
  g_assert_true (sema_order_model_get_table (model) == comparison);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 3));
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  label = sema_comparison_model_dup_label (item);
  g_assert_cmpstr (label, ==, "mango");
  sema_order_model_show (model, comparison, SEMA_COMPARISON_ID, FALSE, 0);
  sema_order_model_show (model, comparison, SEMA_COMPARISON_ID, TRUE, 0);
  wait_for (model, "sorted");
  g_assert_true (sema_comparison_model_get_word (item, &word));
  g_assert_cmpuint (word.row_a, ==, 3);
  g_assert_cmpuint (sema_order_model_get_order (model, &n)[0], ==, 2);
  g_assert_cmpuint (n, ==, 3);
  sema_order_model_show (model, NULL, SEMA_COMPARISON_ID, FALSE, 0);
  g_assert_false (sema_comparison_model_get_word (item, &word));
  nothing = sema_comparison_model_dup_label (item);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_null (sema_order_model_get_order (model, &n));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison-model/shows", test_shows);
  return g_test_run ();
}
