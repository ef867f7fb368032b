/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the slow questions take, the best of some tries: on the vectors that SEMA_FULL_VECTORS names, or on the sample. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "sema-analogy.h"
#include "sema-formats.h"
#include "sema-kmeans.h"
#include "sema-parallel.h"
#include "sema-pca-rows.h"
#include "sema-vectors.h"

#define N_VECTORS 2000
#define WIDE 300
#define N_BEST 10
#define N_TURNS 51

typedef struct
{
  SemaSet      *set;
  guint64       plus[2];
  guint64       minus[1];
  const double *vectors;
  gsize         dim;
  SemaNarrow   *narrow;
} Bench;

typedef float LooseFloats __attribute__ ((vector_size (16), aligned (1)));

static void
sum_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  const SemaSet *set = data;
  gsize          dim = sema_set_get_dim (set);
  LooseFloats    a = {0}, b = {0}, c = {0}, d = {0};

  for (guint64 row = first; row < end; row++)
    {
      const SemaFloat *values = sema_set_get_row (set, row);
      gsize            i = 0;

      for (; i + 16 <= dim; i += 16)
        {
          a += *(const LooseFloats *)(values + i);
          b += *(const LooseFloats *)(values + i + 4);
          c += *(const LooseFloats *)(values + i + 8);
          d += *(const LooseFloats *)(values + i + 12);
        }
      for (; i + 4 <= dim; i += 4)
        a += *(const LooseFloats *)(values + i);
      for (; i < dim; i++)
        b[0] += values[i];
    }
  a += b + c + d;
  /* Else nobody would need the sum. */
  __asm__ volatile(""
                   :
                   : "x"(a));
}

/* What the memory needs to bring every number once. */
static void
run_pass (const Bench *bench)
{
  sema_parallel_rows (sema_set_get_n_rows (bench->set), 8192, NULL, sum_rows, (gpointer)bench->set);
}

static void
run_analogy (const Bench *bench)
{
  g_array_unref (sema_analogy_find (bench->set, NULL, bench->plus, 2, bench->minus, 1, N_BEST, NULL, NULL));
}

static void
run_narrow (const Bench *bench)
{
  g_array_unref (sema_analogy_find (bench->set, bench->narrow, bench->plus, 2, bench->minus, 1, N_BEST, NULL, NULL));
}

static void
run_pca (const Bench *bench)
{
  sema_pca_free (sema_pca_new (bench->vectors, N_VECTORS, bench->dim, 2, NULL));
}

static void
run_pca_of_all (const Bench *bench)
{
  sema_pca_rows_free (sema_pca_rows_new (bench->set, SEMA_VECTORS_UNIT, 2, TRUE, NULL, NULL));
}

static void
run_kmeans (const Bench *bench)
{
  sema_kmeans_unref (sema_kmeans_new (bench->vectors, N_VECTORS, bench->dim, 10, 1, NULL, NULL));
}

static void
run_kmeans_auto (const Bench *bench)
{
  sema_kmeans_unref (sema_kmeans_new_auto (bench->vectors, N_VECTORS, bench->dim, 12, 1, NULL, NULL));
}

static void
measure (const char *name, void (*run) (const Bench *), const Bench *bench, guint n_tries)
{
  gint64 best = G_MAXINT64;

  for (guint t = 0; t < n_tries; t++)
    {
      gint64 start = g_get_monotonic_time ();

      run (bench);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  printf ("%-36s %9.2f ms\n", name, best / 1000.0);
}

static int
compare_times (const void *a, const void *b)
{
  const double *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* In turn, so that all see the same machine. */
static void
measure_in_turn (const char *const *names, void (*const *runs) (const Bench *), guint n_runs, const Bench *bench)
{
  double times[4][N_TURNS];

  for (guint turn = 0; turn < N_TURNS; turn++)
    for (guint r = 0; r < n_runs; r++)
      {
        gint64 start = g_get_monotonic_time ();

        runs[r](bench);
        times[r][turn] = (g_get_monotonic_time () - start) / 1000.0;
      }
  for (guint r = 0; r < n_runs; r++)
    {
      qsort (times[r], N_TURNS, sizeof (double), compare_times);
      printf ("%-36s %9.2f ms  %5.2f of the sum   median %9.2f ms  %5.2f\n", names[r], times[r][0], times[r][0] / times[0][0],
              times[r][N_TURNS / 2], times[r][N_TURNS / 2] / times[0][N_TURNS / 2]);
    }
}

/* The rows whose bounds let them be among the ten best; those asked with are not left out here. */
static guint64
count_reaching (const Bench *bench, const SemaNarrow *narrow)
{
  guint64                     n_rows = sema_set_get_n_rows (bench->set), n_reaching = 0;
  g_autofree double          *query = g_new (double, bench->dim);
  g_autofree float           *lowers = g_new (float, n_rows), *uppers = g_new (float, n_rows);
  g_autoptr (SemaNarrowQuery) narrow_query = NULL;
  double                      norm, best[N_BEST + 1];

  sema_query_sum (bench->set, (SemaTerm[]) {{bench->plus[0], 1}, {bench->plus[1], 1}, {bench->minus[0], -1}}, 3, SEMA_VECTORS_UNIT, query, NULL);
  norm = sema_vectors_norm (query, bench->dim);
  for (gsize d = 0; d < bench->dim; d++)
    query[d] /= norm;
  narrow_query = sema_narrow_query_new (narrow, query, NULL);
  sema_narrow_bound (narrow, narrow_query, 0, n_rows, lowers, uppers);
  for (gsize i = 0; i < N_BEST; i++)
    best[i] = -INFINITY;
  for (guint64 row = 0; row < n_rows; row++)
    if (lowers[row] > best[0])
      {
        best[0] = lowers[row];
        qsort (best, N_BEST, sizeof (double), compare_times);
      }
  for (guint64 row = 0; row < n_rows; row++)
    n_reaching += uppers[row] >= best[0];
  return n_reaching;
}

static void
bench_neighbours (Bench *bench)
{
  static const char *const names[] = {"sum of all rows", "analogy in all rows", "analogy with the narrow copy"};
  void (*const runs[]) (const Bench *) = {run_pass, run_analogy, run_narrow};
  gint64                 start = g_get_monotonic_time ();
  g_autoptr (SemaNarrow) narrow = sema_narrow_new (bench->set, NULL, NULL);

  printf ("%-36s %9.2f ms, %.1f MB\n", "narrow copy", (g_get_monotonic_time () - start) / 1000.0, sema_narrow_get_size (narrow) / 1e6);
  bench->narrow = narrow;
  measure_in_turn (names, runs, G_N_ELEMENTS (runs), bench);
  printf ("%-36s %9" G_GUINT64_FORMAT "\n", "rows scored again", count_reaching (bench, narrow));
  bench->narrow = NULL;
}

/* The unit vectors of every seventh row; wider ones are several of them side by side. */
static double *
gather (SemaSet *set, gsize dim)
{
  gsize   own_dim = sema_set_get_dim (set);
  double *vectors = g_new (double, N_VECTORS *dim);
  double *unit = g_new (double, own_dim);
  guint64 n_rows = sema_set_get_n_rows (set);

  for (gsize i = 0; i < N_VECTORS * dim; i++)
    {
      gsize row = i / dim * 7 + i % dim / own_dim;

      if (i % dim % own_dim == 0)
        sema_vectors_get (set, row % n_rows, SEMA_VECTORS_UNIT, unit);
      vectors[i] = unit[i % dim % own_dim];
    }
  g_free (unit);
  return vectors;
}

int
main (void)
{
  const char         *path = g_getenv ("SEMA_FULL_VECTORS");
  g_autoptr (SemaSet) set = sema_formats_load (path != NULL ? path : g_getenv ("SEMA_SAMPLE"), NULL, NULL);
  const SemaVocab    *vocab = sema_set_get_vocab (set);
  gsize               dim = sema_set_get_dim (set);
  g_autofree double  *vectors = gather (set, dim);
  g_autofree double  *wide = gather (set, WIDE);
  Bench               own = {set, {sema_vocab_find (vocab, "king", -1), sema_vocab_find (vocab, "woman", -1)}, {sema_vocab_find (vocab, "man", -1)}, vectors, dim};
  Bench               wider = {.vectors = wide, .dim = WIDE};

  bench_neighbours (&own);
  measure ("PCA of 2,000", run_pca, &own, 10);
  measure ("PCA of all rows", run_pca_of_all, &own, 10);
  measure ("k-means of 2,000, k = 10", run_kmeans, &own, 5);
  measure ("k-means of 2,000, k by silhouette", run_kmeans_auto, &own, 3);
  measure ("PCA of 2,000 x 300", run_pca, &wider, 10);
  measure ("k-means of 2,000 x 300, k = 10", run_kmeans, &wider, 5);
  measure ("k-means of 2,000 x 300, silhouette", run_kmeans_auto, &wider, 3);
  return 0;
}
