/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-merge-table.h"

/* A table of more pairs than it begins with has them all, and no other. */
static void
test_many (void)
{
  SemaMergeTable table = {0};

  g_assert_null (sema_merge_table_find (&table, 0, 0));
  for (guint32 i = 0; i < 5000; i++)
    g_assert_true (sema_merge_table_add (&table, &(SemaMerge) {i, i * 7919, i, i + 1}, NULL));
  g_assert_cmpuint (sema_merge_table_get_n_merges (&table), ==, 5000);
  for (guint32 i = 0; i < 5000; i++)
    {
      const SemaMerge *merge = sema_merge_table_find (&table, i, i * 7919);

      g_assert_cmpuint (merge->rank, ==, i);
      g_assert_cmpuint (merge->id, ==, i + 1);
      g_assert_null (sema_merge_table_find (&table, i, i * 7919 + 1));
    }
  sema_merge_table_clear (&table);
  g_assert_null (sema_merge_table_find (&table, 1, 7919));
}

static void
test_last_counts (void)
{
  SemaMergeTable table = {0};

  g_assert_true (sema_merge_table_add (&table, &(SemaMerge) {G_MAXUINT32, 0, 1, 10}, NULL));
  g_assert_true (sema_merge_table_add (&table, &(SemaMerge) {G_MAXUINT32, 0, 2, 11}, NULL));
  g_assert_cmpuint (sema_merge_table_get_n_merges (&table), ==, 1);
  g_assert_cmpuint (sema_merge_table_find (&table, G_MAXUINT32, 0)->rank, ==, 2);
  g_assert_cmpuint (sema_merge_table_find (&table, G_MAXUINT32, 0)->id, ==, 11);
  g_assert_null (sema_merge_table_find (&table, 0, G_MAXUINT32));
  sema_merge_table_clear (&table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-table/many", test_many);
  g_test_add_func ("/merge-table/last-counts", test_last_counts);
  return g_test_run ();
}
