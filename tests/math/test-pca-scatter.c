/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pca-scatter.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

static SemaPcaScatter *
sum_up (SemaSet *set, SemaVectors kind)
{
  g_autoptr (GError) error = NULL;
  SemaPcaScatter    *scatter = sema_pca_scatter_new (set, kind, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (scatter->dim, ==, sema_set_get_dim (set));
  return scatter;
}

/* Rows from base + spread * (-1 to 1), of which some are spoiled by NaN, by infinity and by 0. */
static SemaSet *
new_set (guint64 n_rows, gsize dim, double base, double spread, gboolean is_spoiled)
{
  g_autofree float *values = g_new (float, n_rows *dim);
  SemaRandom        random;

  sema_random_init (&random, n_rows + dim);
  for (guint64 row = 0; row < n_rows; row++)
    {
      for (gsize d = 0; d < dim; d++)
        values[row * dim + d] = base + spread * small_set_draw (&random);
      if (is_spoiled && row % 11 == 0)
        values[row * dim] = NAN;
      if (is_spoiled && row % 13 == 1)
        values[row * dim + dim - 1] = INFINITY;
      if (is_spoiled && row % 17 == 2)
        memset (values + row * dim, 0, dim * sizeof (float));
    }
  return small_set_new_numbered (values, n_rows, dim);
}

/* One number after the other, in two passes, in long double. */
static void
assert_scatter (SemaSet *set, SemaVectors kind)
{
  g_autoptr (SemaPcaScatter) scatter = sum_up (set, kind);
  gsize                      dim = sema_set_get_dim (set);
  g_autofree long double    *mean = g_new0 (long double, dim);
  g_autofree long double    *products = g_new0 (long double, dim *dim);
  g_autofree double         *vector = g_new (double, dim);
  guint64                    n = 0;
  double                     longest = 0;

  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    {
      double norm = 0;

      sema_vectors_get (set, row, kind, vector);
      for (gsize d = 0; d < dim; d++)
        norm = hypot (norm, vector[d]);
      if (!isfinite (norm) || isnan (vector[0]))
        continue;
      longest = MAX (longest, norm);
      n++;
      for (gsize d = 0; d < dim; d++)
        mean[d] += vector[d];
    }
  for (gsize d = 0; d < dim; d++)
    mean[d] /= MAX (n, 1);
  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    if (sema_vectors_is_usable (set, row, kind))
      {
        sema_vectors_get (set, row, kind, vector);
        for (gsize i = 0; i < dim; i++)
          for (gsize j = 0; j <= i; j++)
            products[i * dim + j] += (vector[i] - mean[i]) * (vector[j] - mean[j]);
      }

  g_assert_cmpuint (scatter->n, ==, n);
  g_assert_cmpfloat_with_epsilon (scatter->longest, longest, 1e-14 * longest + 1e-300);
  for (gsize i = 0; i < dim; i++)
    {
      g_assert_cmpfloat_with_epsilon (scatter->mean[i], (double)mean[i], 1e-15 * MAX (longest, 1e-30));
      for (gsize j = 0; j <= i; j++)
        g_assert_cmpfloat_with_epsilon (scatter->products[i * dim + j], (double)products[i * dim + j],
                                        1e-13 * sqrt ((double)(products[i * dim + i] * products[j * dim + j])) + 1e-300);
    }
}

static void
test_random (void)
{
  const gsize sizes[][2] = {{1, 4}, {2, 3}, {3, 1}, {40, 7}, {255, 5}, {257, 5}, {2049, 3}, {5000, 6}, {9000, 17}, {70001, 3}};

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (gboolean is_spoiled = FALSE; is_spoiled <= TRUE; is_spoiled++)
      {
        g_autoptr (SemaSet) set = new_set (sizes[s][0], sizes[s][1], 0.25, 1, is_spoiled);

        assert_scatter (set, SEMA_VECTORS_RAW);
        assert_scatter (set, SEMA_VECTORS_UNIT);
      }
}

/* Products about 0 would keep no digit of the spread here. */
static void
test_far_from_the_origin (void)
{
  const double places[] = {1e3, -1e5, 1e20};
  const double spreads[] = {1e-2, 1, 1e15};

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (SemaSet) set = new_set (6000, 5, places[i], spreads[i], FALSE);

      assert_scatter (set, SEMA_VECTORS_RAW);
    }
}

/* There as well where the first parts have no row to lie about. */
static void
test_far_behind_nothing (void)
{
  g_autofree float   *values = g_new (float, 9000 * 3);
  g_autoptr (SemaSet) set = NULL;
  SemaRandom          random;

  sema_random_init (&random, 6);
  for (gsize i = 0; i < 9000 * 3; i++)
    values[i] = i < 3000 * 3 ? NAN : 1e7 + 4 * small_set_draw (&random);
  set = small_set_new_numbered (values, 9000, 3);
  assert_scatter (set, SEMA_VECTORS_RAW);
}

/* A first row far from all others spoils the origin of its part, and must not spoil the sums. */
static void
test_outlier (void)
{
  g_autofree float   *values = g_new (float, 12000);
  g_autoptr (SemaSet) set = NULL;
  SemaRandom          random;

  sema_random_init (&random, 9);
  for (gsize i = 0; i < 6000; i++)
    {
      values[2 * i] = small_set_draw (&random);
      values[2 * i + 1] = small_set_draw (&random);
    }
  values[0] = 1e6;
  set = small_set_new_numbered (values, 6000, 2);
  assert_scatter (set, SEMA_VECTORS_RAW);
}

/* Whole parts without a usable row, and none that is. */
static void
test_parts_without_rows (void)
{
  for (gsize n_good = 0; n_good <= 2; n_good++)
    {
      g_autofree float          *values = g_new (float, 18000);
      g_autoptr (SemaSet)        set = NULL;
      g_autoptr (SemaPcaScatter) scatter = NULL;

      for (gsize i = 0; i < 9000; i++)
        {
          values[2 * i] = values[2 * i + 1] = i >= 6000 && i < 6000 + n_good ? 2 * (i - 6000.0) : NAN;
        }
      set = small_set_new_numbered (values, 9000, 2);
      scatter = sum_up (set, SEMA_VECTORS_RAW);
      g_assert_cmpuint (scatter->n, ==, n_good);
      g_assert_true (scatter->mean[0] == (n_good == 2) && scatter->mean[1] == (n_good == 2));
      g_assert_true (scatter->products[0] == (n_good == 2 ? 2 : 0));
      g_assert_true (scatter->products[2] == (n_good == 2 ? 2 : 0));
    }
}

static void
test_equal_rows (void)
{
  const float                row[] = {0.1f, 0.7f, -0.3f};
  g_autofree float          *values = g_new (float, 21000);
  g_autoptr (SemaSet)        set = NULL;
  g_autoptr (SemaPcaScatter) scatter = NULL;

  for (gsize i = 0; i < 7000; i++)
    {
      memcpy (values + 3 * i, row, sizeof row);
    }
  set = small_set_new_numbered (values, 7000, 3);
  scatter = sum_up (set, SEMA_VECTORS_RAW);
  for (gsize i = 0; i < 3; i++)
    {
      g_assert_true (scatter->mean[i] == row[i]);
      for (gsize j = 0; j <= i; j++)
        g_assert_true (scatter->products[i * 3 + j] == 0);
    }
}

static void
test_threads (void)
{
  const guint                n_threads[] = {1, 2, 3, 7};
  g_autoptr (SemaSet)        set = new_set (30000, 12, 0.5, 1, TRUE);
  g_autoptr (SemaPcaScatter) first = NULL;

  for (gsize t = 0; t < G_N_ELEMENTS (n_threads); t++)
    {
      g_autoptr (SemaPcaScatter) scatter = NULL;

      sema_parallel_set_threads (n_threads[t]);
      scatter = sum_up (set, SEMA_VECTORS_UNIT);
      if (first == NULL)
        first = g_steal_pointer (&scatter);
      else
        {
          g_assert_cmpmem (scatter->mean, 12 * sizeof (double), first->mean, 12 * sizeof (double));
          for (gsize i = 0; i < 12; i++)
            g_assert_cmpmem (scatter->products + i * 12, (i + 1) * sizeof (double), first->products + i * 12,
                             (i + 1) * sizeof (double));
        }
    }
  sema_parallel_set_threads (0);
}

static void
test_progress (void)
{
  g_autoptr (SemaSet)        set = new_set (5000, 6, 0, 1, TRUE);
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  g_autoptr (SemaPcaScatter) scatter = sema_pca_scatter_new (set, SEMA_VECTORS_RAW, progress, NULL);
  g_autoptr (SemaPcaScatter) cancelled = NULL;
  g_autoptr (GError)         error = NULL;

  g_assert_nonnull (scatter);
  g_assert_cmpuint (sema_progress_get_done (progress), ==, 5000 * 6);
  sema_progress_cancel (progress);
  cancelled = sema_pca_scatter_new (set, SEMA_VECTORS_RAW, progress, &error);
  g_assert_null (cancelled);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

/* Each of the parts has two allocations; then nothing is left behind. */
static void
test_without_memory (void)
{
  g_autoptr (SemaSet) set = new_set (5000, 3, 0, 1, FALSE);
  guint64             used = sema_memory_get_used ();
  gboolean            failed = TRUE;
  guint64             nth = 1;

  for (; failed; nth++)
    {
      g_autoptr (GError)         error = NULL;
      g_autoptr (SemaPcaScatter) scatter = NULL;

      sema_memory_fail_at (nth);
      scatter = sema_pca_scatter_new (set, SEMA_VECTORS_RAW, NULL, &error);
      failed = scatter == NULL;
      if (failed)
        {
          g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
          g_assert_cmpuint (sema_memory_get_used (), ==, used);
        }
    }
  g_assert_cmpuint (nth, >, 5);
  sema_memory_fail_at (0);
}

/* Too long for the square of the length: refused, not tried. */
static void
test_beyond_the_budget (void)
{
  g_autoptr (SemaSet)        set = new_set (2, 100000, 0, 1, FALSE);
  g_autoptr (GError)         error = NULL;
  guint64                    budget = sema_memory_get_budget ();
  g_autoptr (SemaPcaScatter) scatter = NULL;

  sema_memory_set_budget ((guint64)1 << 30);
  scatter = sema_pca_scatter_new (set, SEMA_VECTORS_RAW, NULL, &error);
  g_assert_null (scatter);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  sema_memory_set_budget (budget);
}

/* To the bit what the other road to vectors gives. */
static void
test_centre (void)
{
  g_autoptr (SemaSet) set = new_set (20, 9, 0.5, 1, FALSE);
  g_autofree double  *origin = small_set_draw_vectors (1, 9, 4);
  double              vector[9], centred[9];

  for (guint64 row = 0; row < 20; row++)
    for (SemaVectors kind = SEMA_VECTORS_UNIT; kind <= SEMA_VECTORS_RAW; kind++)
      {
        sema_vectors_get (set, row, kind, vector);
        sema_pca_scatter_centre (set, row, kind, origin, centred);
        for (gsize d = 0; d < 9; d++)
          g_assert_true (centred[d] == vector[d] - origin[d]);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pca-scatter/random", test_random);
  g_test_add_func ("/pca-scatter/far-from-the-origin", test_far_from_the_origin);
  g_test_add_func ("/pca-scatter/far-behind-nothing", test_far_behind_nothing);
  g_test_add_func ("/pca-scatter/outlier", test_outlier);
  g_test_add_func ("/pca-scatter/parts-without-rows", test_parts_without_rows);
  g_test_add_func ("/pca-scatter/equal-rows", test_equal_rows);
  g_test_add_func ("/pca-scatter/threads", test_threads);
  g_test_add_func ("/pca-scatter/progress", test_progress);
  g_test_add_func ("/pca-scatter/without-memory", test_without_memory);
  g_test_add_func ("/pca-scatter/beyond-the-budget", test_beyond_the_budget);
  g_test_add_func ("/pca-scatter/centre", test_centre);
  return g_test_run ();
}
