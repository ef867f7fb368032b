/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-model.h"

#include "sema-memory.h"
#include "sema-pair-text.h"
#include "small-set.h"

static SemaPairList *
make_list (void)
{
  static const char *const words[] = {"king", "mango", "queen", "grape"};
  static const float       values[] = {4, 1, 0, 2, 3, 1, 1, 3};
  static const guint64     rows[] = {0, 1, 2, 3};
  g_autoptr (SemaSet)      set = small_set_new (words, values, 4, 2);

  return sema_pair_list_new (set, rows, sema_pairs_new (set, rows, 4, NULL, NULL), NULL);
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

/* Items are places: they say another pair when the list is sorted otherwise, and nothing when it is forgotten. */
static void
test_items_stay (void)
{
  g_autoptr (SemaOrderModel) model = sema_pair_model_new ();
  g_autoptr (SemaPairList)   list = make_list ();
  g_autoptr (SemaOrderItem)  item = NULL;
  SemaPair                   best, worst;

  sema_order_model_show (model, list, SEMA_PAIR_COSINE, TRUE, 0);
  wait_for (model, "sorted");
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (sema_pair_model_get_pair (item, &best));
  sema_order_model_show (model, list, SEMA_PAIR_COSINE, FALSE, 0);
  wait_for (model, "sorted");
  g_assert_true (sema_pair_model_get_pair (item, &worst));
  g_assert_cmpfloat (best.cosine, >, worst.cosine);
  sema_order_model_show (model, NULL, SEMA_PAIR_COSINE, FALSE, 0);
  g_assert_false (sema_pair_model_get_pair (item, &worst));
  g_assert_cmpstr (sema_pair_model_get_label (item, FALSE), ==, "");
  g_assert_cmpstr (sema_pair_model_get_word (item, TRUE), ==, "");
}

static void
count (int *n)
{
  ++*n;
}

static void
test_shows (void)
{
  g_autoptr (SemaOrderModel) model = sema_pair_model_new ();
  g_autoptr (SemaPairList)   list = make_list ();
  GListModel                *items = G_LIST_MODEL (model);
  double                     before = 0;

  sema_order_model_show (model, list, SEMA_PAIR_DISTANCE, FALSE, 0);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 0);
  wait_for (model, "sorted");
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (SemaOrderItem) item = g_list_model_get_item (items, i);
      SemaPair                  pair;

      g_assert_true (sema_pair_model_get_pair (item, &pair));
      g_assert_cmpfloat (pair.distance, >=, before);
      before = pair.distance;
      g_assert_cmpint (sema_pair_model_find (model, sema_pair_model_get_word (item, TRUE), sema_pair_model_get_word (item, FALSE)), ==, i);
      g_assert_cmpstr (sema_pair_model_get_label (item, FALSE), ==, sema_pair_model_get_word (item, FALSE));
    }
  g_assert_null (g_list_model_get_item (items, 6));
  g_assert_cmpint (sema_pair_model_find (model, "king", "cake"), ==, -1);
  sema_order_model_show (model, NULL, SEMA_PAIR_COSINE, FALSE, 0);
  g_assert_null (sema_pair_model_get_list (model));
}

static void
test_latest_wins (void)
{
  g_autoptr (SemaOrderModel) model = sema_pair_model_new ();
  g_autoptr (SemaPairList)   list = make_list ();
  g_autoptr (SemaOrderItem)  item = NULL;
  int                        n = 0;
  SemaPair                   pair;

  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (count), &n);
  for (guint i = 0; i < 20; i++)
    sema_order_model_show (model, list, SEMA_PAIR_COSINE, i % 2 == 0, 0);
  wait_for (model, "sorted");
  g_assert_cmpint (n, ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (sema_pair_model_get_pair (item, &pair));
  g_assert_cmpfloat (pair.cosine, <, 0.3);
}

static void
test_no_memory (void)
{
  g_autoptr (SemaOrderModel) model = sema_pair_model_new ();
  g_autoptr (SemaPairList)   list = make_list ();

  sema_memory_fail_at (1);
  sema_order_model_show (model, list, SEMA_PAIR_DOT, TRUE, 0);
  wait_for (model, "failed");
  sema_memory_fail_at (0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
}

static void
printed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GBytes) bytes = sema_order_model_print_finish (SEMA_ORDER_MODEL (source), result, NULL);
  g_autofree char   *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv)     lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 8);
  g_assert_true (g_str_has_prefix (lines[1], "king,queen,"));
  g_main_loop_quit (user_data);
}

/* What is printed is what was shown when it was asked for. */
static void
test_print (void)
{
  g_autoptr (SemaOrderModel) model = sema_pair_model_new ();
  g_autoptr (SemaPairList)   list = make_list ();
  g_autoptr (GMainLoop)      loop = g_main_loop_new (NULL, FALSE);

  sema_order_model_show (model, list, SEMA_PAIR_COSINE, TRUE, 0);
  wait_for (model, "sorted");
  sema_order_model_print_async (model, sema_pair_model_print_csv, printed, loop);
  sema_order_model_show (model, NULL, SEMA_PAIR_COSINE, TRUE, 0);
  g_main_loop_run (loop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-model/shows", test_shows);
  g_test_add_func ("/pair-model/items-stay", test_items_stay);
  g_test_add_func ("/pair-model/latest-wins", test_latest_wins);
  g_test_add_func ("/pair-model/no-memory", test_no_memory);
  g_test_add_func ("/pair-model/print", test_print);
  return g_test_run ();
}
