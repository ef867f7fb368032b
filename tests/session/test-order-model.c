/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-order-model.h"

#include "sema-error.h"
#include "sema-memory.h"

/* A table of numbers: the column is how many rows there are, the filter where they begin; one column cannot be sorted. */
#define REFUSED 20

typedef struct
{
  gatomicrefcount n_refs;
} Table;

static gpointer
ref (gpointer data)
{
  Table *table = data;

  g_atomic_ref_count_inc (&table->n_refs);
  return table;
}

static void
unref (gpointer data)
{
  Table *table = data;

  if (g_atomic_ref_count_dec (&table->n_refs))
    g_free (table);
}

static Table *
new_table (void)
{
  Table *table = g_new (Table, 1);

  g_atomic_ref_count_init (&table->n_refs);
  return table;
}

/* A thread may be the last to let go of a table. */
static void
drop (Table *table)
{
  while (!g_atomic_ref_count_compare (&table->n_refs, 1))
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  unref (table);
}

static guint32 *
sort (gpointer data, guint column, gboolean descending, guint filter, guint32 *n, SemaProgress *progress, GError **error)
{
  guint32 *order;

  if (column == REFUSED)
    {
      g_set_error_literal (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, "no");
      return NULL;
    }
  order = sema_memory_alloc_n (column + 1, sizeof *order, error);
  *n = column;
  for (guint i = 0; i < column; i++)
    order[i] = filter + (descending ? column - 1 - i : i);
  return order;
}

static const SemaOrderTable kind = {.ref = ref, .unref = unref, .sort = sort};

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

static void
note_change (GListModel *model, guint position, guint removed, guint added, guint *changes)
{
  changes[0] = position;
  changes[1] = removed;
  changes[2] = added;
}

static void
assert_row (SemaOrderModel *model, guint position, guint32 expected)
{
  g_autoptr (SemaOrderItem) item = g_list_model_get_item (G_LIST_MODEL (model), position);
  guint32                   row;

  g_assert_nonnull (sema_order_item_get_table (item, &row));
  g_assert_cmpuint (row, ==, expected);
}

/* Only the end of the list changes; what was asked for last is shown; what fails leaves what was there. */
static void
test_shows (void)
{
  Table                     *table = new_table ();
  g_autoptr (SemaOrderModel) model = sema_order_model_new (&kind);
  guint                      changes[3] = {9, 9, 9};
  guint32                    n;

  g_assert_true (sema_order_model_get_kind (model) == &kind);
  g_signal_connect (model, "items-changed", G_CALLBACK (note_change), changes);
  sema_order_model_show (model, table, 3, FALSE, 100);
  sema_order_model_show (model, table, 5, TRUE, 7);
  wait_for (model, "sorted");
  g_assert_true (changes[0] == 0 && changes[1] == 0 && changes[2] == 5);
  assert_row (model, 0, 11);
  assert_row (model, 4, 7);
  sema_order_model_show (model, table, 2, FALSE, 0);
  assert_row (model, 0, 11);
  wait_for (model, "sorted");
  g_assert_true (changes[0] == 2 && changes[1] == 3 && changes[2] == 0);
  assert_row (model, 1, 1);
  sema_order_model_show (model, table, REFUSED, FALSE, 0);
  wait_for (model, "failed");
  assert_row (model, 1, 1);
  g_assert_true (sema_order_model_get_table (model) == table);
  g_assert_cmpuint (sema_order_model_get_order (model, &n)[0], ==, 0);
  sema_order_model_show (model, NULL, 0, FALSE, 0);
  g_assert_null (sema_order_model_get_table (model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);
  drop (table);
}

/* A model that goes while it sorts leaves nothing behind. */
static void
test_gone (void)
{
  Table          *table = new_table ();
  SemaOrderModel *model = sema_order_model_new (&kind);

  sema_order_model_show (model, table, 4, FALSE, 0);
  g_object_unref (model);
  drop (table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-model/shows", test_shows);
  g_test_add_func ("/order-model/gone", test_gone);
  return g_test_run ();
}
