/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the slow questions take, the best of some tries: on the vectors that SEMA_FULL_VECTORS names, or on the sample. */

#include <stdio.h>

#include "sema-analogy.h"
#include "sema-formats.h"
#include "sema-kmeans.h"
#include "sema-pca-rows.h"
#include "sema-vectors.h"

#define N_VECTORS 2000
#define WIDE 300

typedef struct
{
  SemaSet      *set;
  guint64       plus[2];
  guint64       minus[1];
  const double *vectors;
  gsize         dim;
} Bench;

static void
run_analogy (const Bench *bench)
{
  g_array_unref (sema_analogy_find (bench->set, bench->plus, 2, bench->minus, 1, 10, NULL, NULL));
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

  measure ("analogy in all rows", run_analogy, &own, 50);
  measure ("PCA of 2,000", run_pca, &own, 10);
  measure ("PCA of all rows", run_pca_of_all, &own, 10);
  measure ("k-means of 2,000, k = 10", run_kmeans, &own, 5);
  measure ("k-means of 2,000, k by silhouette", run_kmeans_auto, &own, 3);
  measure ("PCA of 2,000 x 300", run_pca, &wider, 10);
  measure ("k-means of 2,000 x 300, k = 10", run_kmeans, &wider, 5);
  measure ("k-means of 2,000 x 300, silhouette", run_kmeans_auto, &wider, 3);
  return 0;
}
