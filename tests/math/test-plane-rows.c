/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-plane-rows.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

#define N_ROWS 20000 /* more than two chunks */
#define DIM 5

static const double directions[] = {0.6, 0.8, 0, 0, 0, 0, 0.6, 0, 0, -0.8};

/* A direction of no length, and one that is no number: each is left out of one kind or both. */
static SemaSet *
make_set (void)
{
  g_autofree float *values = g_new (float, N_ROWS *DIM);
  SemaRandom        random;

  sema_random_init (&random, 7);
  for (gsize i = 0; i < N_ROWS * DIM; i++)
    values[i] = (float)(small_set_draw (&random) + 3 * (double)(i % DIM));
  values[3 * DIM + 1] = NAN;
  memset (values + 9000 * DIM, 0, DIM * sizeof (float));
  return small_set_new_numbered (values, N_ROWS, DIM);
}

static void
check_like_vectors (SemaSet *set, SemaVectors kind)
{
  g_autoptr (SemaPlaneRows) rows = sema_plane_rows_new (set, kind, directions, NULL, NULL);
  g_autofree guint64       *usable = g_new (guint64, N_ROWS);
  gsize                     n = 0;
  double                   *vectors;
  g_autoptr (SemaPlane)     expected = NULL;

  for (guint64 row = 0; row < N_ROWS; row++)
    if (sema_vectors_is_usable (set, row, kind))
      usable[n++] = row;
    else
      g_assert_true (isnan (rows->scores[2 * row]) && isnan (rows->scores[2 * row + 1]));
  vectors = sema_vectors_gather (set, usable, n, kind, NULL);
  expected = sema_plane_new (directions, vectors, n, DIM, NULL);
  sema_memory_free (vectors);
  g_assert_cmpuint (rows->plane->n, ==, n);
  g_assert_cmpuint (rows->n_left_out, ==, N_ROWS - n);
  g_assert_cmpfloat_with_epsilon (rows->plane->ratio, expected->ratio, 1e-12);
  for (gsize d = 0; d < DIM; d++)
    g_assert_cmpfloat_with_epsilon (rows->plane->mean[d], expected->mean[d], 1e-12);
  for (gsize i = 0; i < n; i++)
    for (gsize c = 0; c < 2; c++)
      g_assert_cmpfloat (rows->scores[2 * usable[i] + c], ==, (float)expected->scores[2 * i + c]);
}

static void
test_like_vectors (void)
{
  g_autoptr (SemaSet) set = make_set ();

  check_like_vectors (set, SEMA_VECTORS_RAW);
  check_like_vectors (set, SEMA_VECTORS_UNIT);
}

static void
test_threads (void)
{
  g_autoptr (SemaSet)       set = make_set ();
  guint                     before = sema_parallel_get_threads ();
  g_autoptr (SemaPlaneRows) one = NULL;
  g_autoptr (SemaPlaneRows) four = NULL;

  sema_parallel_set_threads (1);
  one = sema_plane_rows_new (set, SEMA_VECTORS_UNIT, directions, NULL, NULL);
  sema_parallel_set_threads (4);
  four = sema_plane_rows_new (set, SEMA_VECTORS_UNIT, directions, NULL, NULL);
  sema_parallel_set_threads (before);
  g_assert_cmpfloat (one->plane->ratio, ==, four->plane->ratio);
  g_assert_cmpmem (one->plane->mean, DIM * sizeof (double), four->plane->mean, DIM * sizeof (double));
  g_assert_cmpmem (one->scores, 2 * N_ROWS * sizeof (float), four->scores, 2 * N_ROWS * sizeof (float));
}

static void
test_no_rows (void)
{
  const float               zeros[] = {0, 0};
  g_autoptr (SemaSet)       none = small_set_new_numbered (zeros, 0, 2);
  g_autoptr (SemaSet)       zero = small_set_new_numbered (zeros, 1, 2);
  const double              axes[] = {1, 0, 0, 1};
  g_autoptr (SemaPlaneRows) of_none = sema_plane_rows_new (none, SEMA_VECTORS_UNIT, axes, NULL, NULL);
  g_autoptr (SemaPlaneRows) of_zero = sema_plane_rows_new (zero, SEMA_VECTORS_UNIT, axes, NULL, NULL);

  g_assert_cmpfloat (of_none->plane->ratio, ==, 0);
  g_assert_cmpuint (of_zero->n_left_out, ==, 1);
  g_assert_cmpfloat (of_zero->plane->ratio, ==, 0);
}

static void
test_progress (void)
{
  g_autoptr (SemaSet)       set = make_set ();
  g_autoptr (SemaProgress)  progress = sema_progress_new ();
  g_autoptr (SemaPlaneRows) rows = sema_plane_rows_new (set, SEMA_VECTORS_RAW, directions, progress, NULL);
  g_autoptr (SemaPlaneRows) cancelled = NULL;
  g_autoptr (GError)        error = NULL;

  g_assert_nonnull (rows);
  g_assert_cmpuint (sema_progress_get_done (progress), ==, sema_plane_rows_count_steps (set));
  sema_progress_cancel (progress);
  cancelled = sema_plane_rows_new (set, SEMA_VECTORS_RAW, directions, progress, &error);
  g_assert_null (cancelled);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

static void
test_no_memory (void)
{
  g_autoptr (SemaSet) set = make_set ();

  for (guint64 nth = 1; nth <= 6; nth++)
    {
      g_autoptr (GError)        error = NULL;
      g_autoptr (SemaPlaneRows) rows = NULL;

      sema_memory_fail_at (nth);
      rows = sema_plane_rows_new (set, SEMA_VECTORS_RAW, directions, NULL, &error);
      sema_memory_fail_at (0);
      g_assert_null (rows);
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plane-rows/like-vectors", test_like_vectors);
  g_test_add_func ("/plane-rows/threads", test_threads);
  g_test_add_func ("/plane-rows/no-rows", test_no_rows);
  g_test_add_func ("/plane-rows/progress", test_progress);
  g_test_add_func ("/plane-rows/no-memory", test_no_memory);
  return g_test_run ();
}
