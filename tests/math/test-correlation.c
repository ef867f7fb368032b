/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-correlation.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-random.h"

static void
find (const double *x, const double *y, gsize n, double *pearson, double *spearman)
{
  g_autoptr (GError) error = NULL;

  *pearson = *spearman = 7;
  g_assert_true (sema_correlation_find (x, y, n, pearson, spearman, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_correlations (const double *x, const double *y, gsize n, double expected_pearson, double expected_spearman)
{
  double pearson, spearman;

  find (x, y, n, &pearson, &spearman);
  g_assert_cmpfloat_with_epsilon (pearson, expected_pearson, 1e-14);
  g_assert_cmpfloat_with_epsilon (spearman, expected_spearman, 1e-14);
  find (y, x, n, &pearson, &spearman);
  g_assert_cmpfloat_with_epsilon (pearson, expected_pearson, 1e-14);
  g_assert_cmpfloat_with_epsilon (spearman, expected_spearman, 1e-14);
}

/* By hand: without ties, 1 - 6 sum d² / (n³ - n). */
static void
test_by_hand (void)
{
  const double x[] = {1, 2, 3, 4, 5}, y[] = {2, 1, 4, 3, 100};

  assert_correlations (x, y, 2, -1, -1);
  assert_correlations (x, x, 5, 1, 1);
  assert_correlations (x, y, 5, 198 / sqrt (10 * 7610.0), 1 - 6 * 4.0 / 120);
}

/* scipy 1.10.1: stats.pearsonr() and stats.spearmanr() of the same lists. */
static void
test_ties (void)
{
  const double x[] = {7.35, 10, 7.46, 1.31, 1.31, 5, 7.35, 7.35, 0, -2.5, 1e3, 6.5};
  const double y[] = {0.4, 0.9, 0.4, 0.1, 0.2, 0.4, 0.7, 0.1, 0.1, -0.3, 0.2, 0.5};

  assert_correlations (x, y, G_N_ELEMENTS (x), -0.09742335648106319, 0.6003738487830784);
}

static void
test_undefined (void)
{
  const double x[] = {1, 2, 3}, same[] = {0.1, 0.1, 0.1}, bad[] = {1, NAN, 2}, infinite[] = {1, 5, INFINITY};
  double       pearson, spearman;

  find (x, same, 3, &pearson, &spearman);
  g_assert_true (isnan (pearson) && isnan (spearman));
  find (bad, x, 3, &pearson, &spearman);
  g_assert_true (isnan (pearson) && isnan (spearman));
  find (x, x, 1, &pearson, &spearman);
  g_assert_true (isnan (pearson) && isnan (spearman));
  find (x, x, 0, &pearson, &spearman);
  g_assert_true (isnan (pearson) && isnan (spearman));
  find (x, infinite, 3, &pearson, &spearman);
  g_assert_true (isnan (pearson));
  g_assert_cmpfloat_with_epsilon (spearman, 1, 1e-14);
}

/* Enough that runs are merged, some of them short: a rank is one more than the smaller numbers, and half of the other equal ones. */
static void
test_many (void)
{
  const gsize        n = 70001;
  g_autofree double *x = g_new (double, n), *y = g_new (double, n), *ranks = g_new (double, n);
  g_autofree guint  *counts = g_new0 (guint, 1001);
  SemaRandom         random;
  double             pearson, spearman, of_ranks, ignored;

  sema_random_init (&random, 1);
  for (gsize i = 0; i < n; i++)
    {
      x[i] = sema_random_below (&random, 1000);
      y[i] = x[i] * x[i] * x[i];
      counts[(gsize)x[i] + 1]++;
    }
  for (gsize i = 1; i <= 1000; i++)
    counts[i] += counts[i - 1];
  for (gsize i = 0; i < n; i++)
    ranks[i] = (counts[(gsize)x[i]] + counts[(gsize)x[i] + 1] - 1) / 2.0;
  find (x, y, n, &pearson, &spearman);
  g_assert_cmpfloat_with_epsilon (spearman, 1, 1e-12);
  g_assert_cmpfloat (pearson, <, 0.95);
  for (gsize i = 0; i < n; i++)
    y[i] = sema_random_uniform (&random) + (i % 3 == 0 ? x[i] : 0);
  find (ranks, y, n, &ignored, &of_ranks);
  find (x, y, n, &pearson, &spearman);
  g_assert_cmpfloat (spearman, ==, of_ranks);
  g_assert_cmpfloat_with_epsilon (ignored, pearson, 0.01);
}

static void
test_stopped (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  const double             x[] = {1, 2, 3};
  double                   pearson, spearman;

  for (guint64 nth = 1; nth <= 4; nth++)
    {
      sema_memory_fail_at (nth);
      g_assert_false (sema_correlation_find (x, x, 3, &pearson, &spearman, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_clear_error (&error);
    }
  sema_memory_fail_at (0);
  sema_progress_cancel (progress);
  g_assert_false (sema_correlation_find (x, x, 3, &pearson, &spearman, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/correlation/by-hand", test_by_hand);
  g_test_add_func ("/correlation/ties", test_ties);
  g_test_add_func ("/correlation/undefined", test_undefined);
  g_test_add_func ("/correlation/many", test_many);
  g_test_add_func ("/correlation/stopped", test_stopped);
  return g_test_run ();
}
