/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-quantile.h"

#include <math.h>

#include "sema-error.h"

static double
find (const double *values, guint32 n, double share)
{
  double quantile;

  g_assert_true (sema_quantile_find (values, n, share, &quantile, NULL, NULL));
  return quantile;
}

/* numpy 1.24: percentile ([3, -1, 4, 1.5, 9, 2.25, 6], [0, 2, 37.5, 50, 100]) */
static void
test_numpy (void)
{
  const double values[] = {3, -1, NAN, 4, 1.5, 9, 2.25, NAN, 6};

  g_assert_cmpfloat (find (values, 9, 0), ==, -1);
  g_assert_cmpfloat_with_epsilon (find (values, 9, 0.02), -0.7, 1e-15);
  g_assert_cmpfloat_with_epsilon (find (values, 9, 0.375), 2.4375, 1e-15);
  g_assert_cmpfloat (find (values, 9, 0.5), ==, 3);
  g_assert_cmpfloat (find (values, 9, 1), ==, 9);
}

static void
test_few (void)
{
  const double one[] = {5}, none[] = {NAN, NAN}, infinite[] = {INFINITY, INFINITY, INFINITY};

  g_assert_cmpfloat (find (one, 1, 0.02), ==, 5);
  g_assert_true (isnan (find (one, 0, 0.02)));
  g_assert_true (isnan (find (none, 2, 0.5)));
  g_assert_cmpfloat (find (infinite, 3, 0.3), ==, INFINITY);
}

static void
test_cancel (void)
{
  const double             values[] = {1, 2};
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  double                   quantile;

  sema_progress_cancel (progress);
  g_assert_false (sema_quantile_find (values, 2, 0.5, &quantile, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantile/numpy", test_numpy);
  g_test_add_func ("/quantile/few", test_few);
  g_test_add_func ("/quantile/cancel", test_cancel);
  return g_test_run ();
}
