/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-shared-neighbours.h"

#include <math.h>

#include "comparison-sets.h"
#include "comparison-values.inc"
#include "sema-error.h"
#include "sema-math-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

#define K COMPARISON_K

static void
test_numpy (void)
{
  static const guint32       asked[] = {0, 17, 59};
  g_autoptr (SemaSet)        a = comparison_sets_draw_a ();
  g_autoptr (SemaSet)        b = comparison_sets_draw_b ();
  g_autoptr (SemaCommonRows) common = sema_common_rows_new (a, b, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (SemaSharedNeighbours) found = sema_shared_neighbours_new (common, asked[i], K, NULL, NULL);

      g_assert_cmpuint (found->k_a, ==, K);
      g_assert_cmpuint (found->k_b, ==, K);
      for (guint n = 0; n < K; n++)
        {
          g_assert_cmpuint (found->a[n].row, ==, neighbours_a[i * K + n]);
          g_assert_cmpuint (found->b[n].row, ==, neighbours_b[i * K + n]);
        }
      g_assert_cmpuint (found->n_shared, ==, i == 2 ? K - 1 : K);
      g_assert_cmpfloat (sema_shared_neighbours_get_overlap (found), ==, i == 2 ? 5.0 / 7 : 1);
    }
}

/* Rows without a direction are nobody's neighbours and have none; sets of other dimensions have neighbours all the same. */
static void
test_odd_rows (void)
{
  const float                      numbers_a[] = {1, 0, 0, 0, NAN, 1, 2, 1, INFINITY, 1}, numbers_b[] = {1, 2, 3, 4, -5};
  g_autoptr (SemaSet)              a = small_set_new_numbered (numbers_a, 5, 2);
  g_autoptr (SemaSet)              b = small_set_new_numbered (numbers_b, 5, 1);
  g_autoptr (SemaSet)              one = small_set_new_numbered (numbers_b, 1, 1);
  g_autoptr (SemaCommonRows)       common = sema_common_rows_new (a, b, NULL, NULL);
  g_autoptr (SemaCommonRows)       alone = sema_common_rows_new (one, one, NULL, NULL);
  g_autoptr (GError)               error = NULL;
  g_autoptr (SemaSharedNeighbours) found = sema_shared_neighbours_new (common, 0, 9, NULL, NULL);
  g_autoptr (SemaSharedNeighbours) none = sema_shared_neighbours_new (alone, 0, 9, NULL, NULL);

  g_assert_cmpuint (found->k_a, ==, 1);
  g_assert_cmpuint (found->a[0].row, ==, 3);
  g_assert_cmpuint (found->k_b, ==, 4);
  g_assert_cmpuint (found->b[0].row, ==, 1);
  g_assert_cmpfloat (sema_shared_neighbours_get_overlap (found), ==, 0.25);
  g_assert_true (isnan (sema_shared_neighbours_get_overlap (none)));
  g_assert_null (sema_shared_neighbours_new (common, 1, 2, NULL, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
}

static void
test_threads (void)
{
  g_autoptr (SemaSet)              a = small_set_new_random (30000, 10, 1);
  g_autoptr (SemaSet)              b = small_set_new_random (30000, 10, 2);
  g_autoptr (SemaCommonRows)       common = sema_common_rows_new (a, b, NULL, NULL);
  g_autoptr (SemaSharedNeighbours) one = NULL, many = NULL;

  sema_parallel_set_threads (1);
  one = sema_shared_neighbours_new (common, 77, 50, NULL, NULL);
  sema_parallel_set_threads (4);
  many = sema_shared_neighbours_new (common, 77, 50, NULL, NULL);
  sema_parallel_set_threads (0);
  g_assert_cmpmem (one->a, 50 * sizeof *one->a, many->a, 50 * sizeof *many->a);
  g_assert_cmpmem (one->b, 50 * sizeof *one->b, many->b, 50 * sizeof *many->b);
}

static void
test_failures (void)
{
  g_autoptr (SemaSet)        a = comparison_sets_draw_a ();
  g_autoptr (SemaCommonRows) common = sema_common_rows_new (a, a, NULL, NULL);
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  g_autoptr (GError)         error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_shared_neighbours_new (common, 0, 3, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_clear_error (&error);
  sema_memory_fail_at (1);
  g_assert_null (sema_shared_neighbours_new (common, 0, 3, NULL, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shared-neighbours/numpy", test_numpy);
  g_test_add_func ("/shared-neighbours/odd-rows", test_odd_rows);
  g_test_add_func ("/shared-neighbours/threads", test_threads);
  g_test_add_func ("/shared-neighbours/failures", test_failures);
  return g_test_run ();
}
