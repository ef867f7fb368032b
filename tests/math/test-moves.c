/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-moves.h"

#include <math.h>

#include "comparison-sets.h"
#include "comparison-values.inc"
#include "sema-error.h"
#include "sema-parallel.h"
#include "sema-procrustes-rows.h"
#include "small-set.h"

#define N COMPARISON_N

static void
assert_near (const double *found, const double *expected)
{
  for (guint i = 0; i < N; i++)
    g_assert_cmpfloat_with_epsilon (found[i], expected[i], 1e-12);
}

static void
test_numpy (void)
{
  g_autoptr (SemaSet)        a = comparison_sets_draw_a ();
  g_autoptr (SemaSet)        b = comparison_sets_draw_b ();
  g_autoptr (SemaCommonRows) common = sema_common_rows_new (a, b, NULL, NULL);
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  double                     cosines[N], distances[N];

  g_assert_true (sema_moves_measure (common, NULL, cosines, distances, progress, NULL));
  assert_near (cosines, plain_cosines_expected);
  assert_near (distances, plain_distances_expected);
  g_assert_cmpuint (sema_progress_get_done (progress), ==, N);
  g_assert_true (sema_moves_measure (common, rotation_expected, cosines, distances, NULL, NULL));
  assert_near (cosines, cosines_expected);
  assert_near (distances, distances_expected);
}

static void
test_odd_rows (void)
{
  const float                numbers_a[] = {1, 0, 0, 0, NAN, 1, 2, 0}, numbers_b[] = {0, 1, 3, 4, 1, 1, INFINITY, 0};
  const double               turn[] = {0, 1, 1, 0};
  g_autoptr (SemaSet)        a = small_set_new_numbered (numbers_a, 4, 2);
  g_autoptr (SemaSet)        b = small_set_new_numbered (numbers_b, 4, 2);
  g_autoptr (SemaCommonRows) common = sema_common_rows_new (a, b, NULL, NULL);
  double                     cosines[4], distances[4];

  g_assert_true (sema_moves_measure (common, turn, cosines, distances, NULL, NULL));
  g_assert_cmpfloat (cosines[0], ==, 1);
  g_assert_cmpfloat (distances[0], ==, 0);
  g_assert_true (isnan (cosines[1]));
  g_assert_cmpfloat (distances[1], ==, 5);
  for (guint i = 2; i < 4; i++)
    g_assert_true (isnan (cosines[i]) && isnan (distances[i]));
}

static void
test_threads (void)
{
  const guint                n = 5000;
  const gsize                dim = 30;
  g_autoptr (SemaSet)        a = small_set_new_random (n, dim, 1);
  g_autoptr (SemaSet)        b = small_set_new_random (n, dim, 2);
  g_autoptr (SemaCommonRows) common = sema_common_rows_new (a, b, NULL, NULL);
  g_autofree double         *rotation = g_new (double, dim *dim);
  g_autofree double         *found = g_new (double, 4 * n);

  g_assert_true (sema_procrustes_rows_find (common, rotation, NULL, NULL));
  sema_parallel_set_threads (1);
  g_assert_true (sema_moves_measure (common, rotation, found, found + n, NULL, NULL));
  sema_parallel_set_threads (4);
  g_assert_true (sema_moves_measure (common, rotation, found + 2 * n, found + 3 * n, NULL, NULL));
  sema_parallel_set_threads (0);
  g_assert_cmpmem (found, 2 * n * sizeof *found, found + 2 * n, 2 * n * sizeof *found);
}

static void
test_cancel (void)
{
  g_autoptr (SemaSet)        a = comparison_sets_draw_a ();
  g_autoptr (SemaCommonRows) common = sema_common_rows_new (a, a, NULL, NULL);
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  g_autoptr (GError)         error = NULL;
  double                     cosines[N + 2], distances[N + 2];

  sema_progress_cancel (progress);
  g_assert_false (sema_moves_measure (common, NULL, cosines, distances, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moves/numpy", test_numpy);
  g_test_add_func ("/moves/odd-rows", test_odd_rows);
  g_test_add_func ("/moves/threads", test_threads);
  g_test_add_func ("/moves/cancel", test_cancel);
  return g_test_run ();
}
