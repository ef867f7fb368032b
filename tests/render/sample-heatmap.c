/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-heatmap.h"

#include <math.h>

#include "sema-memory.h"

/* Words in three crowds on a circle, with a tree. */
static const char *const words[] = {"king", "queen", "prince", "apple", "mango", "grape", "paris", "rome"};
static const double      angles[] = {0.1, 0.5, 0.3, 1.9, 1.7, 2.2, 4.1, 4.4};

SemaHeatmap *
sample_heatmap_new_matrix (void)
{
  gsize        n = G_N_ELEMENTS (words);
  double       distances[G_N_ELEMENTS (words) * G_N_ELEMENTS (words)];
  SemaHeatmap *heatmap = sema_heatmap_new (n, n, NULL);

  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      distances[i * n + j] = 1 - cos (angles[i] - angles[j]);
  heatmap->row_tree = sema_linkage_new (distances, n, NULL, NULL);
  heatmap->column_tree = heatmap->row_tree;
  for (gsize i = 0; i < n; i++)
    {
      heatmap->row_labels[i] = g_strdup (words[heatmap->row_tree->leaves[i]]);
      heatmap->column_labels[i] = g_strdup (heatmap->row_labels[i]);
      for (gsize j = 0; j < n; j++)
        heatmap->values[i * n + j] = 1 - distances[heatmap->row_tree->leaves[i] * n + heatmap->row_tree->leaves[j]];
    }
  heatmap->title = g_strdup ("Every two words");
  heatmap->caption = g_strdup ("8 words · cosine");
  return heatmap;
}

/* With an empty cell, frames, and names that are too long. */
SemaHeatmap *
sample_heatmap_new_questions (void)
{
  static const char *const rows[] = {"apple", "a word that is much too long for any label of any table", "stone", "größe", "hammer"};
  static const char *const columns[] = {"edible", "royal", "larger than a breadbox"};
  SemaHeatmap             *heatmap = sema_heatmap_new (G_N_ELEMENTS (rows), G_N_ELEMENTS (columns), NULL);

  heatmap->marked = sema_memory_alloc_n (G_N_ELEMENTS (rows), G_N_ELEMENTS (columns), NULL);
  for (gsize i = 0; i < heatmap->n_rows * heatmap->n_columns; i++)
    {
      heatmap->values[i] = 0.1 * (double)i - 0.6;
      heatmap->marked[i] = i == 0 || i == 6 || i == 14;
    }
  heatmap->values[7] = NAN;
  for (gsize i = 0; i < heatmap->n_rows; i++)
    heatmap->row_labels[i] = g_strdup (rows[i]);
  for (gsize i = 0; i < heatmap->n_columns; i++)
    heatmap->column_labels[i] = g_strdup (columns[i]);
  heatmap->limit = 0.8;
  heatmap->caption = g_strdup ("5 words · framed = defines the question");
  return heatmap;
}
