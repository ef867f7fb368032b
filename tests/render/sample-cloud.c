/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-cloud.h"

#include <math.h>
#include <string.h>

#include "sema-formats.h"
#include "sema-pca.h"
#include "sema-random.h"
#include "sema-vectors.h"

#define N_CLUSTERS 40
#define N_FITTED 3000 /* rows that the axes are found by; the others are only projected */

static SemaCloud *
create (float *places, guint64 n, SemaVocab *vocab)
{
  g_autoptr (GError) error = NULL;
  SemaCloud         *cloud = sema_cloud_new (places, n, vocab, NULL, &error);

  g_assert_no_error (error);
  sema_cloud_set_owner (cloud, places, g_free);
  return cloud;
}

/* About normal: the sum of uniform numbers. */
static double
draw_normal (SemaRandom *random)
{
  double sum = 0;

  for (int i = 0; i < 6; i++)
    sum += sema_random_uniform (random) - 0.5;
  return sum;
}

/* Clusters of all sizes round a middle; every thousandth row has no place. */
SemaCloud *
sample_cloud_new_clusters (guint64 n, guint64 seed)
{
  float     *places = g_new (float, 2 * n + 1);
  double     middles[N_CLUSTERS][3];
  SemaRandom random;

  sema_random_init (&random, seed);
  for (int i = 0; i < N_CLUSTERS; i++)
    {
      middles[i][0] = draw_normal (&random);
      middles[i][1] = draw_normal (&random) * 0.6;
      middles[i][2] = 0.05 + 0.4 * sema_random_uniform (&random);
    }
  for (guint64 i = 0; i < n; i++)
    {
      const double *middle = middles[sema_random_below (&random, N_CLUSTERS)];

      places[2 * i] = (float)(middle[0] + middle[2] * draw_normal (&random));
      places[2 * i + 1] = i % 1000 == 999 ? NAN : (float)(middle[1] + middle[2] * draw_normal (&random));
    }
  return create (places, n, NULL);
}

/* The principal axes of some rows. */
static SemaPca *
fit (SemaSet *set)
{
  gsize              dim = sema_set_get_dim (set);
  guint64            n = MIN (sema_set_get_n_rows (set), N_FITTED);
  guint64            step = sema_set_get_n_rows (set) / n;
  g_autofree double *vectors = g_new (double, n *dim);

  for (guint64 i = 0; i < n; i++)
    sema_vectors_get (set, i * step, SEMA_VECTORS_UNIT, vectors + i * dim);
  return sema_pca_new (vectors, n, dim, 2, NULL);
}

SemaCloud *
sample_cloud_new_words (SemaSet *set, double ratios[2])
{
  guint64             n = sema_set_get_n_rows (set);
  g_autoptr (SemaPca) pca = fit (set);
  g_autofree double  *vector = g_new (double, sema_set_get_dim (set));
  float              *places = g_new (float, 2 * n);
  double              scores[2];

  for (guint64 row = 0; row < n; row++)
    {
      sema_vectors_get (set, row, SEMA_VECTORS_UNIT, vector);
      sema_pca_project (pca, vector, scores);
      places[2 * row] = (float)scores[0];
      places[2 * row + 1] = (float)scores[1];
    }
  memcpy (ratios, pca->ratios, 2 * sizeof (double));
  return create (places, n, (SemaVocab *)sema_set_get_vocab (set));
}

static void
add_word (SemaScatter *scatter, const SemaVocab *vocab, const char *word, int cluster)
{
  SemaScatterPoint point = {g_strdup (word), sema_vocab_find (vocab, word, -1), 0, 0, 0.6, cluster};

  g_assert_true (sema_cloud_get_place (scatter->cloud, point.row, &point.x, &point.y));
  g_array_append_val (scatter->points, point);
  sema_scatter_get_cluster (scatter, (gsize)cluster)->n_points++;
}

static void
add_words (SemaScatter *scatter, const SemaVocab *vocab, const char *const words[], gsize n)
{
  SemaScatterCluster cluster = {g_strdup (words[0]), 0};

  g_array_append_val (scatter->clusters, cluster);
  for (gsize i = 0; i < n; i++)
    add_word (scatter, vocab, words[i], (int)scatter->clusters->len - 1);
}

/* Some chosen words and an analogy before the whole sample. */
SemaScatter *
sample_cloud_new_scatter (void)
{
  static const char *const royals[] = {"king", "queen", "man", "woman"};
  static const char *const fruit[] = {"apple", "banana", "mango", "grape"};
  static const char *const places[] = {"france", "paris", "berlin", "tokyo"};
  g_autoptr (SemaSet)      set = sema_formats_load (g_getenv ("SEMA_SAMPLE"), NULL, NULL);
  const SemaVocab         *vocab = sema_set_get_vocab (set);
  SemaScatter             *scatter = sema_scatter_new ();
  SemaScatterAnalogy       analogy = {2, 0, 3, 1, 0, 0, g_strdup ("king − man + woman")};

  scatter->cloud = sample_cloud_new_words (set, scatter->ratios);
  scatter->title = g_strdup ("All words of the sample");
  scatter->source = g_strdup ("GloVe sample (unit vectors)");
  add_words (scatter, vocab, royals, G_N_ELEMENTS (royals));
  add_words (scatter, vocab, fruit, G_N_ELEMENTS (fruit));
  add_words (scatter, vocab, places, G_N_ELEMENTS (places));
  analogy.target_x = sema_scatter_get_point (scatter, 0)->x - sema_scatter_get_point (scatter, 2)->x + sema_scatter_get_point (scatter, 3)->x;
  analogy.target_y = sema_scatter_get_point (scatter, 0)->y - sema_scatter_get_point (scatter, 2)->y + sema_scatter_get_point (scatter, 3)->y;
  g_array_append_val (scatter->analogies, analogy);
  return scatter;
}
