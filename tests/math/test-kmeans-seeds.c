/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-kmeans-seeds.h"

#include <math.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "small-set.h"

static gsize
choose (const double *vectors, gsize n, gsize dim, gsize k, guint64 seed, gsize *seeds, double *distances)
{
  g_autoptr (GError) error = NULL;
  SemaRandom         random;
  gsize              n_seeds;

  sema_random_init (&random, seed);
  n_seeds = sema_kmeans_seeds_choose (vectors, n, dim, k, &random, seeds, distances, &error);
  g_assert_no_error (error);
  return n_seeds;
}

static void
test_distances (void)
{
  g_autofree double *vectors = small_set_draw_vectors (40, 3, 1);
  gsize              seeds[6];
  double             distances[40 * 6];

  g_assert_cmpuint (choose (vectors, 40, 3, 6, 1, seeds, distances), ==, 6);
  for (gsize c = 0; c < 6; c++)
    for (gsize i = 0; i < 40; i++)
      g_assert_cmpfloat_with_epsilon (distances[i * 6 + c], sqrt (sema_dot_squared_distance (vectors + i * 3, vectors + seeds[c] * 3, 3)), 1e-15);
}

/* Equal vectors are never two seeds. */
static void
test_distinct (void)
{
  const double vectors[] = {1, 5, 1, 9, 5, 9, 5};

  for (guint64 seed = 0; seed < 20; seed++)
    {
      gsize  seeds[7];
      double distances[49];
      double sum = 0;

      g_assert_cmpuint (choose (vectors, 7, 1, 7, seed, seeds, distances), ==, 3);
      for (gsize c = 0; c < 3; c++)
        sum += vectors[seeds[c]];
      g_assert_true (sum == 15);
    }
}

/* Far vectors come first: of three heaps each gets one of three seeds, from whatever vector the first seed is. */
static void
test_spread (void)
{
  for (guint64 seed = 0; seed < 50; seed++)
    {
      g_autofree double *vectors = small_set_draw_vectors (60, 2, seed);
      gboolean           is_met[3] = {FALSE, FALSE, FALSE};
      gsize              seeds[3];
      double             distances[180];

      for (gsize i = 0; i < 60; i++)
        vectors[2 * i] += 1000 * (i % 3);
      g_assert_cmpuint (choose (vectors, 60, 2, 3, seed, seeds, distances), ==, 3);
      for (gsize c = 0; c < 3; c++)
        is_met[seeds[c] % 3] = TRUE;
      g_assert_true (is_met[0] && is_met[1] && is_met[2]);
    }
}

/* Seen from 0, the vector at 3 weighs as much as the nine at 1 together. It leaves more inertia than they do, so it is kept
 * only where both tries draw it: a quarter of the times. */
static void
test_chances (void)
{
  const double vectors[] = {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3};
  gsize        n_far = 0, n_counted = 0;

  for (guint64 seed = 0; seed < 8000; seed++)
    {
      gsize  seeds[2];
      double distances[22];

      choose (vectors, 11, 1, 2, seed, seeds, distances);
      if (seeds[0] != 0)
        continue;
      n_counted++;
      n_far += seeds[1] == 10;
    }
  g_assert_cmpuint (n_counted, >, 500);
  g_assert_cmpfloat_with_epsilon ((double)n_far / n_counted, 0.25, 0.05);
}

static void
test_without_memory (void)
{
  g_autoptr (GError) error = NULL;
  const double       vectors[] = {1, 5};
  SemaRandom         random;
  gsize              seeds[2];
  double             distances[4];

  sema_random_init (&random, 1);
  sema_memory_fail_at (1);
  g_assert_cmpuint (sema_kmeans_seeds_choose (vectors, 2, 1, 2, &random, seeds, distances, &error), ==, 0);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kmeans-seeds/distances", test_distances);
  g_test_add_func ("/kmeans-seeds/distinct", test_distinct);
  g_test_add_func ("/kmeans-seeds/spread", test_spread);
  g_test_add_func ("/kmeans-seeds/chances", test_chances);
  g_test_add_func ("/kmeans-seeds/without-memory", test_without_memory);
  return g_test_run ();
}
