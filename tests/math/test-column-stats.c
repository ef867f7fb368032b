/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-column-stats.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

static SemaMatrix *
new_matrix (const float *numbers, guint64 n_rows, gsize dim)
{
  float *values = sema_memory_alloc_n (n_rows * dim, sizeof *values, NULL);

  memcpy (values, numbers, n_rows * dim * sizeof *values);
  return sema_matrix_new_take (values, n_rows, dim);
}

/* numpy 1.24: min, max, mean and std of [1, 2, 4, 9] and of [-3, -3, -3, -3] */
static void
test_numpy (void)
{
  const float            numbers[] = {1, -3, 2, -3, 4, -3, 9, -3};
  g_autoptr (SemaMatrix) matrix = new_matrix (numbers, 4, 2);
  double                 limit;
  SemaColumnStats       *stats = sema_column_stats_measure (matrix, &limit, NULL, NULL);

  g_assert_cmpfloat (stats[0].least, ==, 1);
  g_assert_cmpfloat (stats[0].most, ==, 9);
  g_assert_cmpfloat (stats[0].mean, ==, 4);
  g_assert_cmpfloat_with_epsilon (stats[0].deviation, 3.082207001484488, 1e-15);
  g_assert_cmpfloat (stats[1].mean, ==, -3);
  g_assert_cmpfloat (stats[1].deviation, ==, 0);
  g_assert_cmpuint (stats[1].n, ==, 4);
  g_assert_cmpfloat (limit, ==, 9);
  sema_memory_free (stats);
}

static void
test_odd_numbers (void)
{
  const float            numbers[] = {NAN, INFINITY, 5, NAN, 7, -INFINITY};
  g_autoptr (SemaMatrix) matrix = new_matrix (numbers, 3, 2);
  double                 limit;
  SemaColumnStats       *stats = sema_column_stats_measure (matrix, &limit, NULL, NULL);

  g_assert_cmpuint (stats[0].n, ==, 2);
  g_assert_cmpfloat (stats[0].mean, ==, 6);
  g_assert_cmpuint (stats[1].n, ==, 0);
  g_assert_true (isnan (stats[1].mean) && isnan (stats[1].least));
  g_assert_cmpfloat (limit, ==, 7);
  sema_memory_free (stats);
}

/* A million numbers far from 0 keep their deviation; and the bits do not depend on the threads. */
static void
test_threads (void)
{
  const guint64          n_rows = 20001;
  const gsize            dim = 50;
  float                 *values = sema_memory_alloc_n (n_rows * dim, sizeof *values, NULL);
  g_autoptr (SemaMatrix) matrix = NULL;
  SemaColumnStats       *one, *many;
  double                 limit;

  for (guint64 i = 0; i < n_rows * dim; i++)
    values[i] = 100000 + (float)(i / dim % 2);
  matrix = sema_matrix_new_take (values, n_rows, dim);
  sema_parallel_set_threads (1);
  one = sema_column_stats_measure (matrix, &limit, NULL, NULL);
  sema_parallel_set_threads (4);
  many = sema_column_stats_measure (matrix, &limit, NULL, NULL);
  sema_parallel_set_threads (0);
  g_assert_cmpmem (one, dim * sizeof *one, many, dim * sizeof *many);
  g_assert_cmpfloat_with_epsilon (one[7].deviation, 0.5, 1e-6);
  sema_memory_free (one);
  sema_memory_free (many);
}

static void
test_failures (void)
{
  const float              numbers[] = {1, 2};
  g_autoptr (SemaMatrix)   matrix = new_matrix (numbers, 1, 2);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  double                   limit;

  sema_progress_cancel (progress);
  g_assert_null (sema_column_stats_measure (matrix, &limit, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint64 nth = 1; nth <= 2; nth++)
    {
      g_autoptr (GError) no_memory = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_column_stats_measure (matrix, &limit, NULL, &no_memory));
      g_assert_error (no_memory, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-stats/numpy", test_numpy);
  g_test_add_func ("/column-stats/odd-numbers", test_odd_numbers);
  g_test_add_func ("/column-stats/threads", test_threads);
  g_test_add_func ("/column-stats/failures", test_failures);
  return g_test_run ();
}
