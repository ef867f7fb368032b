/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-sort.h"

#include <stdlib.h>

#include "sema-random.h"

/* By key, then by what was first; the lower bits tell. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *)a;
  guint64 y = *(const guint64 *)b;

  return x < y ? -1 : x > y;
}

static void
check (guint64 n, guint64 n_keys)
{
  g_autofree guint64      *entries = g_new (guint64, n + 1);
  g_autofree guint64      *expected = g_new (guint64, n + 1);
  g_autofree guint64      *spare = g_new (guint64, n + 1);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  SemaRandom               random;

  sema_random_init (&random, n_keys);
  for (guint64 i = 0; i < n; i++)
    expected[i] = entries[i] = (sema_random_below (&random, n_keys) * (G_MAXUINT32 / n_keys)) << 32 | i;
  qsort (expected, n, sizeof (guint64), compare_entries);
  g_assert_true (sema_cloud_sort (entries, spare, n, progress));
  g_assert_cmpuint (sema_progress_get_done (progress), ==, n * SEMA_CLOUD_SORT_STEPS);
  g_assert_cmpmem (spare, n * sizeof (guint64), expected, n * sizeof (guint64));
}

static void
test_sorted (void)
{
  check (0, 1);
  check (1, 1);
  check (2, 1000);
  check (5000, 1);
  check (5000, 7);
  check (70000, 1000000);
  check (70000, G_MAXUINT32);
}

static void
test_cancelled (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  guint64                  entries[2] = {0}, spare[2];

  sema_progress_cancel (progress);
  g_assert_false (sema_cloud_sort (entries, spare, 2, progress));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/cloud-sort/sorted", test_sorted);
  g_test_add_func ("/scene/cloud-sort/cancelled", test_cancelled);
  return g_test_run ();
}
