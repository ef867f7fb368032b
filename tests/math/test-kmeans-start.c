/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-kmeans-start.h"

#include <math.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "small-set.h"

static SemaKmeansStart *
start (const double *vectors, gsize n, gsize dim, gsize k, guint64 seed)
{
  g_autoptr (GError) error = NULL;
  SemaKmeansStart   *found = sema_kmeans_start_new (vectors, n, dim, k, seed, NULL, &error);

  g_assert_no_error (error);
  return found;
}

/* Centres are means, none is empty, every vector has its nearest centre and the inertia is theirs. */
static void
assert_fixed_point (const SemaKmeansStart *found, const double *vectors, gsize n, gsize dim)
{
  g_autofree double *sums = g_new0 (double, found->k *dim);
  g_autofree gsize  *counts = g_new0 (gsize, found->k);
  double             inertia = 0;

  for (gsize i = 0; i < n; i++)
    {
      const double *vector = vectors + i * dim;
      double        own = sema_dot_squared_distance (vector, found->centres + found->labels[i] * dim, dim);

      g_assert_cmpuint (found->labels[i], <, found->k);
      for (gsize c = 0; c < found->k; c++)
        g_assert_cmpfloat (own, <=, sema_dot_squared_distance (vector, found->centres + c * dim, dim) + 1e-12);
      for (gsize d = 0; d < dim; d++)
        sums[found->labels[i] * dim + d] += vector[d];
      counts[found->labels[i]]++;
      inertia += own;
    }
  g_assert_cmpfloat_with_epsilon (found->inertia, inertia, 1e-9);
  for (gsize i = 0; i < found->k * dim; i++)
    g_assert_cmpfloat_with_epsilon (found->centres[i], sums[i] / counts[i / dim], 1e-12);
}

static void
test_fixed_point (void)
{
  for (guint64 seed = 0; seed < 30; seed++)
    {
      gsize                       n = 5 + 7 * seed, dim = 1 + seed % 6, k = 1 + seed % 9;
      g_autofree double          *vectors = small_set_draw_vectors (n, dim, seed);
      g_autoptr (SemaKmeansStart) found = start (vectors, n, dim, k, seed);

      g_assert_cmpuint (found->k, ==, MIN (k, n));
      assert_fixed_point (found, vectors, n, dim);
    }
}

static void
test_fewer_distinct (void)
{
  const double vectors[] = {1, 1, 5, 5, 1, 1, 9, 0, 5, 5, 9, 0};

  for (guint64 seed = 0; seed < 10; seed++)
    {
      g_autoptr (SemaKmeansStart) found = start (vectors, 6, 2, 5, seed);

      g_assert_cmpuint (found->k, ==, 3);
      g_assert_true (found->inertia == 0);
      g_assert_cmpuint (found->labels[0], ==, found->labels[2]);
      g_assert_cmpuint (found->labels[1], ==, found->labels[4]);
      g_assert_cmpuint (found->labels[3], ==, found->labels[5]);
    }
}

static void
test_more_than_vectors (void)
{
  const double                vectors[] = {4, 1, 2};
  g_autoptr (SemaKmeansStart) found = start (vectors, 3, 1, 50, 1);

  g_assert_cmpuint (found->k, ==, 3);
  assert_fixed_point (found, vectors, 3, 1);
}

static void
test_errors (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  const double             vectors[] = {4, 1, 2};

  sema_progress_cancel (progress);
  g_assert_null (sema_kmeans_start_new (vectors, 3, 1, 2, 1, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint64 nth = 1; nth <= 9; nth++)
    {
      g_clear_error (&error);
      sema_memory_fail_at (nth);
      g_assert_null (sema_kmeans_start_new (vectors, 3, 1, 2, 1, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kmeans-start/fixed-point", test_fixed_point);
  g_test_add_func ("/kmeans-start/fewer-distinct", test_fewer_distinct);
  g_test_add_func ("/kmeans-start/more-than-vectors", test_more_than_vectors);
  g_test_add_func ("/kmeans-start/errors", test_errors);
  return g_test_run ();
}
