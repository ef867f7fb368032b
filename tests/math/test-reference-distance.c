/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-reference-distance.h"

#include <math.h>
#include <string.h>

#include "reference-distance-values.inc"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

#define N 40
#define DIM 5

static const guint32 unused[] = {3, 11, 17, 30};

/* As make-reference-distance-values.py draws; @n_more rows of NaN follow. */
static SemaSet *
draw (guint n_more)
{
  g_autofree float *values = g_new (float, (N + n_more) * DIM);

  for (gsize i = 0; i < N + n_more; i++)
    for (gsize d = 0; d < DIM; d++)
      values[i * DIM + d] = i < N ? (float)(sin (0.7 + 1.7 * (double)(i * (d + 1)) + 0.3 * (double)(d * d)) + 0.5 * (double)d) : NAN;
  return small_set_new_numbered (values, N + n_more, DIM);
}

static void
assert_near (const double *found, const double *expected)
{
  for (guint row = 0; row < N; row++)
    g_assert_cmpfloat_with_epsilon (found[row], expected[row], 2e-14);
}

static void
test_numpy (void)
{
  g_autoptr (SemaSet)      set = draw (0);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  double                   cosines[N], distances[N];

  g_assert_true (sema_reference_distance_measure (set, unused, 4, SEMA_CENTRING_NONE, cosines, distances, progress, NULL));
  assert_near (distances, distances_expected);
  assert_near (cosines, plain_expected);
  g_assert_cmpuint (sema_progress_get_done (progress), ==, N + 4);
  g_assert_true (sema_reference_distance_measure (set, unused, 4, SEMA_CENTRING_MEAN, cosines, distances, NULL, NULL));
  assert_near (distances, distances_expected);
  assert_near (cosines, centred_expected);
  g_assert_true (sema_reference_distance_measure (set, unused, 4, SEMA_CENTRING_AXIS, cosines, distances, NULL, NULL));
  assert_near (distances, distances_expected);
  for (guint row = 0; row < N; row++)
    g_assert_cmpfloat_with_epsilon (cosines[row], axis_expected[row], 1e-12);
}

/* Rows that are not finite are nowhere, and change no mean. */
static void
test_not_finite (void)
{
  g_autoptr (SemaSet) set = draw (2);
  const guint32       rows[] = {3, 11, 17, 30, 41};
  double              cosines[N + 2], distances[N + 2];

  g_assert_true (sema_reference_distance_measure (set, rows, 5, SEMA_CENTRING_MEAN, cosines, distances, NULL, NULL));
  assert_near (distances, distances_expected);
  assert_near (cosines, centred_expected);
  g_assert_true (isnan (cosines[40]) && isnan (distances[41]));
}

static void
test_without_direction (void)
{
  const float         numbers[] = {0.1f, 0.2f, 0.1f, 0.2f, 0.1f, 0.2f, 0, 0};
  const guint32       rows[] = {1, 2}, zero[] = {3};
  g_autoptr (SemaSet) equal = small_set_new_numbered (numbers, 3, 2);
  g_autoptr (SemaSet) set = small_set_new_numbered (numbers, 4, 2);
  double              cosines[4], distances[4];

  for (guint centring = SEMA_CENTRING_MEAN; centring <= SEMA_CENTRING_NONE; centring++)
    {
      g_assert_true (sema_reference_distance_measure (equal, rows, 2, centring, cosines, distances, NULL, NULL));
      g_assert_cmpfloat (distances[0], ==, 0);
      if (centring == SEMA_CENTRING_MEAN)
        g_assert_true (isnan (cosines[0]));
      else
        g_assert_cmpfloat_with_epsilon (cosines[0], 0, 1e-15);
    }
  g_assert_true (sema_reference_distance_measure (set, zero, 1, SEMA_CENTRING_NONE, cosines, distances, NULL, NULL));
  g_assert_true (isnan (cosines[0]) && isnan (cosines[3]));
  g_assert_cmpfloat_with_epsilon (distances[0], hypot (0.1, 0.2), 1e-8);
  g_assert_true (sema_reference_distance_measure (set, rows, 0, SEMA_CENTRING_MEAN, cosines, distances, NULL, NULL));
  g_assert_true (isnan (cosines[0]) && isnan (distances[0]));
}

static void
test_threads (void)
{
  const guint32       n = 30000;
  g_autoptr (SemaSet) set = small_set_new_random (n, 50, 3);
  g_autofree guint32 *rows = g_new (guint32, n / 2);
  g_autofree double  *found = g_new (double, 4 * n);

  for (guint32 i = 0; i < n / 2; i++)
    rows[i] = 2 * i;
  for (guint centring = SEMA_CENTRING_MEAN; centring <= SEMA_CENTRING_NONE; centring++)
    {
      sema_parallel_set_threads (1);
      g_assert_true (sema_reference_distance_measure (set, rows, n / 2, centring, found, found + n, NULL, NULL));
      sema_parallel_set_threads (4);
      g_assert_true (sema_reference_distance_measure (set, rows, n / 2, centring, found + 2 * n, found + 3 * n, NULL, NULL));
      g_assert_cmpmem (found, 2 * n * sizeof *found, found + 2 * n, 2 * n * sizeof *found);
    }
  sema_parallel_set_threads (0);
}

static void
test_failures (void)
{
  g_autoptr (SemaSet)      set = draw (0);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  double                   cosines[N], distances[N];

  sema_progress_cancel (progress);
  for (guint centring = SEMA_CENTRING_MEAN; centring <= SEMA_CENTRING_NONE; centring++)
    {
      g_assert_false (sema_reference_distance_measure (set, unused, 4, centring, cosines, distances, progress, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
      g_clear_error (&error);
    }
  for (guint64 nth = 1; nth <= 3; nth++)
    {
      sema_memory_fail_at (nth);
      g_assert_false (sema_reference_distance_measure (set, unused, 4, SEMA_CENTRING_MEAN, cosines, distances, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_clear_error (&error);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference-distance/numpy", test_numpy);
  g_test_add_func ("/reference-distance/not-finite", test_not_finite);
  g_test_add_func ("/reference-distance/without-direction", test_without_direction);
  g_test_add_func ("/reference-distance/threads", test_threads);
  g_test_add_func ("/reference-distance/failures", test_failures);
  return g_test_run ();
}
