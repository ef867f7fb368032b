/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-histogram.h"

#include <math.h>

static void
assert_counts (const SemaHistogram *histogram, const guint64 *counts, guint n_bins)
{
  g_assert_cmpuint (histogram->n_bins, ==, n_bins);
  for (guint i = 0; i < n_bins; i++)
    g_assert_cmpuint (histogram->counts[i], ==, counts[i]);
}

/* numpy 1.24.2: v = numpy.array ([((i * i * 37) % 1009) / 1009 - 0.25 for i in range (300)], dtype=numpy.float32).astype (float) ** 3,
 * then numpy.histogram (v.astype (numpy.float32).astype (float), bins='sturges') */
static void
test_numpy (void)
{
  const guint64 counts[] = {157, 33, 25, 16, 14, 12, 9, 11, 11, 12};
  SemaFloat     values[300];
  SemaHistogram histogram;

  for (int i = 0; i < 300; i++)
    {
      double value = (float)(((i * i * 37) % 1009) / 1009.0 - 0.25);

      values[i] = (SemaFloat)(value * value * value);
    }
  sema_histogram_count (&histogram, values, 300);
  assert_counts (&histogram, counts, 10);
  g_assert_cmpuint (histogram.n, ==, 300);
  g_assert_cmpfloat (histogram.least, ==, -0.015625);
  g_assert_cmpfloat (histogram.most, ==, 0.4185389578342438);
}

/* Each edge belongs to the bin that it begins, the last one to the last bin. numpy.histogram ([1, 2, 3, 4], bins='sturges') */
static void
test_edges (void)
{
  const SemaFloat values[] = {1, 2, 3, 4};
  const guint64   counts[] = {1, 1, 2};
  SemaHistogram   histogram;

  sema_histogram_count (&histogram, values, 4);
  assert_counts (&histogram, counts, 3);
  g_assert_cmpfloat (sema_histogram_get_edge (&histogram, 0), ==, 1);
  g_assert_cmpfloat (sema_histogram_get_edge (&histogram, 1), ==, 2);
  g_assert_cmpfloat (sema_histogram_get_edge (&histogram, 3), ==, 4);
}

/* numpy.histogram ([2, 2, 2], bins='sturges') */
static void
test_same (void)
{
  const SemaFloat values[] = {2, 2, 2};
  const guint64   counts[] = {3};
  SemaHistogram   histogram;

  sema_histogram_count (&histogram, values, 3);
  assert_counts (&histogram, counts, 1);
  g_assert_cmpfloat (histogram.least, ==, 1.5);
  g_assert_cmpfloat (histogram.most, ==, 2.5);
}

static void
test_odd_numbers (void)
{
  const SemaFloat values[] = {NAN, 1, INFINITY, 2, -INFINITY}, none[] = {NAN, INFINITY};
  const guint64   counts[] = {1, 1};
  SemaHistogram   histogram;

  sema_histogram_count (&histogram, values, 5);
  assert_counts (&histogram, counts, 2);
  g_assert_cmpuint (histogram.n, ==, 2);
  sema_histogram_count (&histogram, none, 2);
  g_assert_cmpuint (histogram.n_bins, ==, 0);
  sema_histogram_count (&histogram, NULL, 0);
  g_assert_cmpuint (histogram.n_bins, ==, 0);
}

/* The greatest range of numbers does not overflow. */
static void
test_far_apart (void)
{
  const SemaFloat values[] = {-3.4e38F, 3.4e38F, 0};
  const guint64   counts[] = {1, 1, 1};
  SemaHistogram   histogram;

  sema_histogram_count (&histogram, values, 3);
  assert_counts (&histogram, counts, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histogram/numpy", test_numpy);
  g_test_add_func ("/histogram/edges", test_edges);
  g_test_add_func ("/histogram/same", test_same);
  g_test_add_func ("/histogram/odd-numbers", test_odd_numbers);
  g_test_add_func ("/histogram/far-apart", test_far_apart);
  return g_test_run ();
}
