/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-kmeans.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

static SemaKmeans *
cluster (const double *vectors, gsize n, gsize dim, gsize k)
{
  g_autoptr (GError) error = NULL;
  SemaKmeans        *found = sema_kmeans_new (vectors, n, dim, k, 7, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static SemaKmeans *
cluster_auto (const double *vectors, gsize n, gsize dim, gsize max_k)
{
  g_autoptr (GError) error = NULL;
  SemaKmeans        *found = sema_kmeans_new_auto (vectors, n, dim, max_k, 7, NULL, &error);

  g_assert_no_error (error);
  return found;
}

/* Round blobs, their vectors in turn: 0, 1, 2, 0, 1, 2… */
static double *
new_blobs (gsize n, gsize dim, gsize n_blobs, double spread, guint64 seed)
{
  double            *vectors = small_set_draw_vectors (n, dim, seed);
  g_autofree double *centres = small_set_draw_vectors (n_blobs, dim, seed + 1000);

  for (gsize i = 0; i < n * dim; i++)
    vectors[i] = centres[i / dim % n_blobs * dim + i % dim] + spread * vectors[i];
  return vectors;
}

static void
test_known (void)
{
  const double           vectors[] = {10, 0, 0, 0, 12, 0, 0, 3, 11, 0, 0, 1};
  const guint            labels[] = {0, 1, 0, 1, 0, 1};
  g_autoptr (SemaKmeans) found = cluster (vectors, 6, 2, 2);

  g_assert_cmpuint (found->k, ==, 2);
  for (gsize i = 0; i < 6; i++)
    g_assert_cmpuint (found->labels[i], ==, labels[i]);
  g_assert_cmpfloat_with_epsilon (found->centres[0], 11, 1e-14);
  g_assert_cmpfloat_with_epsilon (found->centres[3], 4.0 / 3, 1e-14);
  g_assert_cmpuint (found->nearest[0], ==, 4);
  g_assert_cmpuint (found->nearest[1], ==, 5);
  g_assert_cmpfloat_with_epsilon (found->inertia, 2 + 14.0 / 3, 1e-13);
}

/* Two members are equally far from their mean, whatever rounding says: the first is the nearest. */
static void
test_nearest_tie (void)
{
  for (guint64 seed = 0; seed < 50; seed++)
    {
      g_autofree double     *vectors = small_set_draw_vectors (2, 11, seed);
      g_autoptr (SemaKmeans) found = cluster (vectors, 2, 11, 1);

      g_assert_cmpuint (found->nearest[0], ==, 0);
    }
}

static void
test_few (void)
{
  const double vectors[] = {1, 2, 1, 2, 1, 2};

  for (gsize n = 0; n <= 3; n++)
    {
      g_autoptr (SemaKmeans) found = cluster (vectors, n, 2, 4);
      g_autoptr (SemaKmeans) chosen = cluster_auto (vectors, n, 2, 12);

      g_assert_cmpuint (found->k, ==, MIN (n, 1));
      g_assert_cmpuint (chosen->k, ==, MIN (n, 1));
      g_assert_true (found->inertia == 0);
    }
}

static void
test_auto_finds_blobs (void)
{
  for (gsize n_blobs = 2; n_blobs <= 9; n_blobs++)
    {
      g_autofree double     *vectors = new_blobs (90, 20, n_blobs, 0.2, n_blobs);
      g_autoptr (SemaKmeans) found = cluster_auto (vectors, 90, 20, 12);

      g_assert_cmpuint (found->k, ==, n_blobs);
      for (gsize i = 0; i < 90; i++)
        g_assert_cmpuint (found->labels[i], ==, i % n_blobs);
    }
}

static void
test_auto_limits (void)
{
  const double           three[] = {0, 1, 10};
  const double           pairs[] = {0, 0, 7, 7, 20, 20};
  g_autofree double     *vectors = new_blobs (40, 5, 6, 0.1, 3);
  g_autoptr (SemaKmeans) at_most_three = cluster_auto (vectors, 40, 5, 3);
  g_autoptr (SemaKmeans) one = cluster_auto (vectors, 40, 5, 1);
  g_autoptr (SemaKmeans) two = cluster_auto (three, 3, 1, 12);
  g_autoptr (SemaKmeans) distinct = cluster_auto (pairs, 6, 1, 12);

  g_assert_cmpuint (at_most_three->k, <=, 3);
  g_assert_cmpuint (at_most_three->k, >=, 2);
  g_assert_cmpuint (one->k, ==, 1);
  g_assert_cmpuint (two->k, ==, 2);
  g_assert_cmpuint (distinct->k, ==, 3);
}

static void
test_deterministic (void)
{
  g_autofree double     *vectors = small_set_draw_vectors (300, 10, 4);
  g_autoptr (SemaKmeans) one = NULL, four = NULL;

  sema_parallel_set_threads (1);
  one = cluster_auto (vectors, 300, 10, 8);
  sema_parallel_set_threads (4);
  four = cluster_auto (vectors, 300, 10, 8);
  sema_parallel_set_threads (0);
  g_assert_cmpuint (one->k, ==, four->k);
  g_assert_true (one->inertia == four->inertia);
  g_assert_cmpmem (one->labels, 300 * sizeof (guint), four->labels, 300 * sizeof (guint));
  g_assert_cmpmem (one->centres, one->k * 10 * sizeof (double), four->centres, four->k * 10 * sizeof (double));
}

/* Other seeds find nothing better where the blobs are this clear. */
static void
test_best_of_starts (void)
{
  g_autofree double     *vectors = new_blobs (200, 3, 8, 0.15, 11);
  g_autoptr (SemaKmeans) found = cluster (vectors, 200, 3, 8);

  for (guint64 seed = 100; seed < 140; seed++)
    {
      g_autoptr (SemaKmeans) other = sema_kmeans_new (vectors, 200, 3, 8, seed, NULL, NULL);

      g_assert_cmpfloat (found->inertia, <=, other->inertia * 1.0001);
    }
}

static void
test_shared (void)
{
  const double vectors[] = {1, 2, 8};
  guint64      before = sema_memory_get_used ();
  SemaKmeans  *found = cluster (vectors, 3, 1, 2);

  g_assert_true (sema_kmeans_ref (found) == found);
  sema_kmeans_unref (found);
  g_assert_cmpuint (found->labels[2], ==, 1);
  sema_kmeans_unref (found);
  sema_kmeans_unref (NULL);
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
}

static void
test_cancelled (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  g_autofree double       *vectors = small_set_draw_vectors (30, 4, 4);

  sema_progress_cancel (progress);
  g_assert_null (sema_kmeans_new (vectors, 30, 4, 3, 1, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (sema_kmeans_new_auto (vectors, 30, 4, 5, 1, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

static void
test_without_memory (void)
{
  g_autofree double *vectors = small_set_draw_vectors (12, 2, 4);
  gboolean           failed = TRUE;
  guint64            before = sema_memory_get_used ();

  for (guint64 nth = 1; failed; nth++)
    {
      g_autoptr (GError)     error = NULL;
      g_autoptr (SemaKmeans) found = NULL;

      sema_memory_fail_at (nth);
      found = sema_kmeans_new_auto (vectors, 12, 2, 3, 1, NULL, &error);
      failed = found == NULL;
      g_assert_true (failed || nth > 140);
      if (failed)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kmeans/known", test_known);
  g_test_add_func ("/kmeans/nearest-tie", test_nearest_tie);
  g_test_add_func ("/kmeans/few", test_few);
  g_test_add_func ("/kmeans/auto-finds-blobs", test_auto_finds_blobs);
  g_test_add_func ("/kmeans/auto-limits", test_auto_limits);
  g_test_add_func ("/kmeans/deterministic", test_deterministic);
  g_test_add_func ("/kmeans/best-of-starts", test_best_of_starts);
  g_test_add_func ("/kmeans/shared", test_shared);
  g_test_add_func ("/kmeans/cancelled", test_cancelled);
  g_test_add_func ("/kmeans/without-memory", test_without_memory);
  return g_test_run ();
}
