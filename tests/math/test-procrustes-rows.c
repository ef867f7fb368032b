/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-procrustes-rows.h"

#include <math.h>
#include <string.h>

#include "comparison-sets.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

#define DIM COMPARISON_DIM

#include "comparison-values.inc"

static void
assert_orthogonal (const double *rotation, gsize dim)
{
  for (gsize i = 0; i < dim; i++)
    for (gsize j = 0; j < dim; j++)
      {
        double product = 0;

        for (gsize d = 0; d < dim; d++)
          product += rotation[i * dim + d] * rotation[j * dim + d];
        g_assert_cmpfloat_with_epsilon (product, i == j, 1e-13);
      }
}

static void
test_scipy (void)
{
  g_autoptr (SemaSet)        a = comparison_sets_draw_a ();
  g_autoptr (SemaSet)        b = comparison_sets_draw_b ();
  g_autoptr (SemaCommonRows) common = sema_common_rows_new (a, b, NULL, NULL);
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  double                     rotation[DIM * DIM];

  g_assert_cmpuint (common->n, ==, COMPARISON_N);
  g_assert_true (sema_procrustes_rows_find (common, rotation, progress, NULL));
  for (gsize i = 0; i < DIM * DIM; i++)
    g_assert_cmpfloat_with_epsilon (rotation[i], rotation_expected[i], 1e-12);
  g_assert_cmpuint (sema_progress_get_done (progress), ==, COMPARISON_N);
}

static SemaCommonRows *
compare (const float *a, const float *b, guint64 n, gsize dim)
{
  g_autoptr (SemaSet) set_a = small_set_new_numbered (a, n, dim);
  g_autoptr (SemaSet) set_b = small_set_new_numbered (b, n, dim);

  return sema_common_rows_new (set_a, set_b, NULL, NULL);
}

/* Rows that are not finite in one of the sets do not count; words that span one direction only, one word and no word are aligned too. */
static void
test_odd_rows (void)
{
  const float                a[] = {1, 2, NAN, 1, 0, 3, 5, 5}, b[] = {-2, 1, 7, 7, -3, 0, INFINITY, 0};
  const float                line[] = {1, 1, 2, 2, -3, -3}, other[] = {0, 1, 0, 2, 0, -3};
  g_autoptr (SemaCommonRows) turned = compare (a, b, 4, 2);
  g_autoptr (SemaCommonRows) flat = compare (line, other, 3, 2);
  g_autoptr (SemaCommonRows) one = compare (line, other, 1, 2);
  g_autoptr (SemaCommonRows) none = compare (line, other, 0, 2);
  double                     rotation[4];

  g_assert_true (sema_procrustes_rows_find (turned, rotation, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (rotation[0], 0, 1e-14);
  g_assert_cmpfloat_with_epsilon (rotation[1], -1, 1e-14);
  g_assert_cmpfloat_with_epsilon (rotation[2], 1, 1e-14);
  g_assert_true (sema_procrustes_rows_find (flat, rotation, NULL, NULL));
  assert_orthogonal (rotation, 2);
  g_assert_cmpfloat_with_epsilon (rotation[2], sqrt (0.5), 1e-14);
  g_assert_cmpfloat_with_epsilon (rotation[3], sqrt (0.5), 1e-14);
  g_assert_true (sema_procrustes_rows_find (one, rotation, NULL, NULL));
  assert_orthogonal (rotation, 2);
  g_assert_cmpfloat_with_epsilon (rotation[3], sqrt (0.5), 1e-14);
  g_assert_true (sema_procrustes_rows_find (none, rotation, NULL, NULL));
  assert_orthogonal (rotation, 2);
}

static void
test_threads (void)
{
  const gsize                dim = 30;
  g_autoptr (SemaSet)        a = small_set_new_random (20000, dim, 1);
  g_autoptr (SemaSet)        b = small_set_new_random (20000, dim, 2);
  g_autoptr (SemaCommonRows) common = sema_common_rows_new (a, b, NULL, NULL);
  g_autofree double         *one = g_new (double, dim *dim);
  g_autofree double         *many = g_new (double, dim *dim);

  sema_parallel_set_threads (1);
  g_assert_true (sema_procrustes_rows_find (common, one, NULL, NULL));
  sema_parallel_set_threads (4);
  g_assert_true (sema_procrustes_rows_find (common, many, NULL, NULL));
  sema_parallel_set_threads (0);
  g_assert_cmpmem (one, dim * dim * sizeof *one, many, dim * dim * sizeof *many);
  assert_orthogonal (one, dim);
}

static void
test_failures (void)
{
  g_autoptr (SemaSet)        a = comparison_sets_draw_a ();
  g_autoptr (SemaCommonRows) common = sema_common_rows_new (a, a, NULL, NULL);
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  g_autoptr (GError)         error = NULL;
  double                     rotation[DIM * DIM];

  sema_progress_cancel (progress);
  g_assert_false (sema_procrustes_rows_find (common, rotation, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint64 nth = 1; nth <= 2; nth++)
    {
      g_autoptr (GError) no_memory = NULL;

      sema_memory_fail_at (nth);
      g_assert_false (sema_procrustes_rows_find (common, rotation, NULL, &no_memory));
      g_assert_error (no_memory, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/procrustes-rows/scipy", test_scipy);
  g_test_add_func ("/procrustes-rows/odd-rows", test_odd_rows);
  g_test_add_func ("/procrustes-rows/threads", test_threads);
  g_test_add_func ("/procrustes-rows/failures", test_failures);
  return g_test_run ();
}
