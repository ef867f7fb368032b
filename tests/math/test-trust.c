/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-trust.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

static SemaTrust *
measure (const double *vectors, gsize n, gsize dim, const double *places)
{
  g_autoptr (GError) error = NULL;
  SemaTrust         *trust = sema_trust_new (vectors, n, dim, places, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (trust->n, ==, n);
  g_assert_cmpuint (trust->k, ==, sema_trust_get_k (n));
  return trust;
}

static void
test_k (void)
{
  const gsize expected[] = {0, 0, 0, 1, 1, 2, 2, 3};

  for (gsize n = 0; n < G_N_ELEMENTS (expected); n++)
    g_assert_cmpuint (sema_trust_get_k (n), ==, expected[n]);
  g_assert_cmpuint (sema_trust_get_k (20), ==, 9);
  g_assert_cmpuint (sema_trust_get_k (21), ==, 10);
  g_assert_cmpuint (sema_trust_get_k (1000000), ==, 10);
}

/* On the line 0 1 3 7 each has its neighbour to the left, 0 to the right. The plane puts 3 beyond 0 and keeps the rest. */
static void
test_known (void)
{
  const double          vectors[] = {0, 1, 3, 7}, places[] = {0, 0, 1, 0, -0.9, 0, 7, 0};
  g_autoptr (SemaTrust) trust = measure (vectors, 4, 1, places);
  const guint32         near_space[] = {1, 0, 1, 2}, near_plane[] = {2, 0, 0, 1};
  const guint32         plane_ranks[] = {2, 1, 2, 3}, space_ranks[] = {2, 1, 2, 2};

  g_assert_cmpmem (trust->near_space, sizeof near_space, near_space, sizeof near_space);
  g_assert_cmpmem (trust->near_plane, sizeof near_plane, near_plane, sizeof near_plane);
  g_assert_cmpmem (trust->plane_ranks, sizeof plane_ranks, plane_ranks, sizeof plane_ranks);
  g_assert_cmpmem (trust->space_ranks, sizeof space_ranks, space_ranks, sizeof space_ranks);
  g_assert_cmpfloat_with_epsilon (trust->trustworthiness, 1 - 2.0 / 16 * 3, 1e-15);
  g_assert_cmpfloat_with_epsilon (trust->continuity, 1 - 2.0 / 16 * 4, 1e-15);
}

/* Of the distances to the nearest, 0.9 1 0.9 6, the lower median is 0.9: 0 and 3 see each other, nobody else anybody. */
static void
test_radius (void)
{
  const double          vectors[] = {0, 1, 3, 7}, places[] = {0, 0, 1, 0, -0.9, 0, 7, 0};
  g_autoptr (SemaTrust) trust = measure (vectors, 4, 1, places);

  g_assert_cmpfloat_with_epsilon (trust->radius, 0.9, 1e-15);
  g_assert_true (trust->precision[0] == 0 && trust->recall[0] == 0);
  g_assert_true (isnan (trust->precision[1]) && trust->recall[1] == 0);
  g_assert_true (trust->precision[2] == 0 && isnan (trust->precision[3]));
}

/* All that one in a crowd looks for is there, with more; one apart finds less, but nothing wrong. */
static void
test_crowd (void)
{
  const double          line[] = {0, 1, 2, 3.1, 4.3, 5.6, 20, 24, 40};
  double                places[18] = {0};
  g_autoptr (SemaTrust) trust = NULL;

  for (gsize i = 0; i < 9; i++)
    places[2 * i] = line[i];
  trust = measure (line, 9, 1, places);
  g_assert_cmpuint (trust->k, ==, 4);
  g_assert_cmpfloat_with_epsilon (trust->radius, 4.3, 1e-12);
  g_assert_true (trust->precision[2] == 0.8 && trust->recall[2] == 1);
  g_assert_true (trust->precision[6] == 1 && trust->recall[6] == 0.25);
  g_assert_true (isnan (trust->precision[8]) && trust->recall[8] == 0);
  g_assert_true (trust->trustworthiness == 1 && trust->continuity == 1);
}

/* What is in a plane already is kept whole, turned or not, also where many are equally near. */
static void
test_perfect (void)
{
  double points[2 * 49], turned[2 * 49];

  for (gsize i = 0; i < 49; i++)
    {
      double x = i % 7, y = i / 7;

      points[2 * i] = x;
      points[2 * i + 1] = y;
      turned[2 * i] = 0.6 * x - 0.8 * y + 0.1;
      turned[2 * i + 1] = 0.8 * x + 0.6 * y - 0.3;
    }
  {
    g_autoptr (SemaTrust) same = measure (points, 49, 2, points), other = measure (points, 49, 2, turned);

    g_assert_true (same->trustworthiness == 1 && same->continuity == 1);
    g_assert_true (other->trustworthiness == 1 && other->continuity == 1);
  }
}

static void
test_few (void)
{
  const double points[] = {0, 0, 3, 4};

  for (gsize n = 0; n < 3; n++)
    {
      g_autoptr (SemaTrust) trust = measure (points, n, 2, points);

      g_assert_true (isnan (trust->trustworthiness) && isnan (trust->continuity));
      for (gsize i = 0; i < n; i++)
        g_assert_true (isnan (trust->precision[i]) && isnan (trust->recall[i]));
    }
}

/* All at one place: all are equally near, so nothing is wrong. */
static void
test_equal (void)
{
  double                points[20] = {0};
  g_autoptr (SemaTrust) trust = measure (points, 10, 2, points);

  g_assert_true (trust->trustworthiness == 1 && trust->continuity == 1 && trust->radius == 0);
  g_assert_true (trust->near_space[0] == 1 && trust->near_space[1] == 2 && trust->near_space[9 * 4] == 0);
  g_assert_true (trust->precision[0] == 4.0 / 9 && trust->recall[0] == 1);
}

static void
test_threads (void)
{
  const gsize           n = 133;
  g_autofree double    *vectors = small_set_draw_vectors (n, 9, 1), *places = small_set_draw_vectors (n, 2, 2);
  g_autoptr (SemaTrust) one = NULL, four = NULL;

  sema_parallel_set_threads (1);
  one = measure (vectors, n, 9, places);
  sema_parallel_set_threads (4);
  four = measure (vectors, n, 9, places);
  sema_parallel_set_threads (0);
  g_assert_true (one->trustworthiness == four->trustworthiness && one->continuity == four->continuity);
  g_assert_cmpmem (one->space_ranks, n * 10 * sizeof (guint32), four->space_ranks, n * 10 * sizeof (guint32));
  g_assert_cmpmem (one->precision, n * sizeof (double), four->precision, n * sizeof (double));
  g_assert_cmpmem (one->recall, n * sizeof (double), four->recall, n * sizeof (double));
}

/* The time of two thousand words of 300 numbers is printed, not judged. */
static void
test_many (void)
{
  const gsize           n = 2000, dim = 300;
  g_autofree double    *vectors = small_set_draw_vectors (n, dim, 1), *places = small_set_draw_vectors (n, 2, 2);
  gint64                start = g_get_monotonic_time ();
  g_autoptr (SemaTrust) trust = measure (vectors, n, dim, places);

  g_test_message ("%.0f ms", (g_get_monotonic_time () - start) / 1e3);
  g_assert_cmpfloat_with_epsilon (trust->trustworthiness, 0.5, 0.02);
  g_assert_cmpfloat_with_epsilon (trust->continuity, 0.5, 0.02);
}

static void
test_errors (void)
{
  const double             points[] = {0, 1, 3};
  const double             places[] = {0, 0, 1, 0, 3, 0};
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_trust_new (points, 3, 1, places, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint64 nth = 1; nth <= 8; nth++)
    {
      g_clear_error (&error);
      sema_memory_fail_at (nth);
      g_assert_null (sema_trust_new (points, 3, 1, places, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust/k", test_k);
  g_test_add_func ("/trust/known", test_known);
  g_test_add_func ("/trust/radius", test_radius);
  g_test_add_func ("/trust/crowd", test_crowd);
  g_test_add_func ("/trust/perfect", test_perfect);
  g_test_add_func ("/trust/few", test_few);
  g_test_add_func ("/trust/equal", test_equal);
  g_test_add_func ("/trust/threads", test_threads);
  g_test_add_func ("/trust/many", test_many);
  g_test_add_func ("/trust/errors", test_errors);
  return g_test_run ();
}
