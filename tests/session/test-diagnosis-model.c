/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-diagnosis-model.h"

#include "small-set.h"

static SemaDiagnosis *
diagnose (void)
{
  static const char *const words[] = {"king", "mango", "queen", "grape"};
  static const float       values[] = {4, 1, 0, 0, 3, 1, 4, 1};
  g_autoptr (SemaSet)      set = small_set_new (words, values, 4, 2);

  return sema_diagnosis_new (set, NULL, NULL, NULL, NULL);
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

/* Items are places: they say another row when the list is sorted otherwise, and nothing when it is forgotten. */
static void
test_shows (void)
{
  g_autoptr (SemaOrderModel) model = sema_diagnosis_model_new ();
  g_autoptr (SemaDiagnosis)  diagnosis = diagnose ();
  g_autoptr (SemaOrderItem)  item = NULL;
  g_autofree char           *label = NULL, *nothing = NULL;
  SemaDiagnosisRow           row;
  guint32                    n;

  sema_order_model_show (model, diagnosis, SEMA_DIAGNOSIS_NORM, FALSE, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  wait_for (model, "sorted");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 4);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (model)) == SEMA_TYPE_ORDER_ITEM);
  g_assert_true (sema_order_model_get_table (model) == diagnosis);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 4));
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  label = sema_diagnosis_model_dup_label (item);
  g_assert_cmpstr (label, ==, "mango");
  sema_order_model_show (model, diagnosis, SEMA_DIAGNOSIS_ID, TRUE, SEMA_FINDING_BIT (SEMA_FINDING_DUPLICATE));
  wait_for (model, "sorted");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  g_assert_true (sema_diagnosis_model_get_row (item, &row));
  g_assert_cmpuint (row.row, ==, 3);
  g_assert_cmpuint (sema_order_model_get_order (model, &n)[0], ==, 3);
  g_assert_cmpuint (n, ==, 1);
  sema_order_model_show (model, NULL, SEMA_DIAGNOSIS_ID, FALSE, 0);
  g_assert_false (sema_diagnosis_model_get_row (item, &row));
  nothing = sema_diagnosis_model_dup_label (item);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_null (sema_order_model_get_order (model, &n));
}

/* Only what was asked for last is shown. */
static void
test_latest (void)
{
  g_autoptr (SemaOrderModel) model = sema_diagnosis_model_new ();
  g_autoptr (SemaDiagnosis)  diagnosis = diagnose ();
  guint32                    n;

  sema_order_model_show (model, diagnosis, SEMA_DIAGNOSIS_ID, FALSE, 0);
  sema_order_model_show (model, diagnosis, SEMA_DIAGNOSIS_ID, TRUE, 0);
  wait_for (model, "sorted");
  g_assert_cmpuint (sema_order_model_get_order (model, &n)[0], ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagnosis-model/shows", test_shows);
  g_test_add_func ("/diagnosis-model/latest", test_latest);
  return g_test_run ();
}
