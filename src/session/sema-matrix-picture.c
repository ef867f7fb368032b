/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-matrix-picture.h"

#include <glib/gi18n-lib.h>

#include "sema-memory.h"
#include "sema-pairs.h"

/* Translators: names of what a heat map shows, and how its rows are ordered; they stand in its caption */
static const char *const metric_names[] = {N_ ("cosine"), N_ ("dot product"), N_ ("Euclidean distance")};

static const double *
get_values (const SemaPairs *pairs, SemaMetric metric)
{
  switch (metric)
    {
    case SEMA_METRIC_DOT:
      return pairs->dot;
    case SEMA_METRIC_EUCLID:
      return pairs->distance;
    case SEMA_METRIC_COSINE:
    default:
      return pairs->cosine;
    }
}

static SemaLinkage *
make_tree (const SemaPairs *pairs, SemaMetric metric, SemaProgress *progress, GError **error)
{
  gsize        n = pairs->n;
  double      *distances;
  SemaLinkage *tree;

  if (metric == SEMA_METRIC_EUCLID)
    return sema_linkage_new (pairs->distance, n, progress, error);
  distances = sema_memory_alloc_n (MAX (n, 1), n * sizeof *distances, error);
  if (distances == NULL)
    return NULL;
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      distances[i * n + j] = i == j ? 0 : 1 - pairs->cosine[i * n + j];
  tree = sema_linkage_new (distances, n, progress, error);
  sema_memory_free (distances);
  return tree;
}

static char *
make_caption (const SemaSet *set, gsize n, SemaMetric metric, SemaMatrixOrder order)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%zu word", "%zu words", n), n);
  const char      *tree = metric == SEMA_METRIC_EUCLID ? _("ordered by average linkage on the distance") : _("ordered by average linkage on 1 − cosine");
  const char      *parts[] = {words, sema_set_get_name (set), _ (metric_names[metric]), order == SEMA_MATRIX_BY_TREE ? tree : NULL, NULL};

  return g_strjoinv (" · ", (char **)parts);
}

/* Row @at of the picture is word @i of the pairs. */
static void
fill_row (SemaHeatmap *self, const double *values, gsize at, gsize i)
{
  for (gsize column = 0; column < self->n_columns; column++)
    {
      gsize j = self->row_tree != NULL ? self->row_tree->leaves[column] : column;

      self->values[at * self->n_columns + column] = values[i * self->n_columns + j];
    }
}

static void
fill (SemaHeatmap *self, const SemaSet *set, const guint64 *rows, const double *values)
{
  for (gsize at = 0; at < self->n_rows; at++)
    {
      gsize i = self->row_tree != NULL ? self->row_tree->leaves[at] : at;

      fill_row (self, values, at, i);
      self->row_labels[at] = sema_vocab_dup_label (sema_set_get_vocab (set), rows[i]);
      self->column_labels[at] = g_strdup (self->row_labels[at]);
    }
}

/**
 * sema_matrix_picture_new_from:
 * @pairs: those words, compared
 * @set: a set
 * @rows: (n): words of it
 * @metric: what is said of every two of them
 * @order: how they are ordered
 * @progress: (nullable): for cancelling
 * @error: as from sema_matrix_picture_new()
 *
 * The same of what is compared already. O(n^2)
 *
 * Returns: (transfer full) (nullable): the heat map, without a title
 */
SemaHeatmap *
sema_matrix_picture_new_from (const SemaPairs *pairs, const SemaSet *set, const guint64 *rows, SemaMetric metric, SemaMatrixOrder order, SemaProgress *progress, GError **error)
{
  gsize                   n = pairs->n;
  g_autoptr (SemaHeatmap) self = sema_heatmap_new (n, n, error);

  if (self == NULL)
    return NULL;
  if (order == SEMA_MATRIX_BY_TREE)
    {
      self->row_tree = make_tree (pairs, metric, progress, error);
      if (self->row_tree == NULL)
        return NULL;
      self->column_tree = self->row_tree;
    }
  fill (self, set, rows, get_values (pairs, metric));
  self->caption = make_caption (set, n, metric, order);
  self->range = metric == SEMA_METRIC_EUCLID ? SEMA_HEATMAP_SEQUENTIAL : SEMA_HEATMAP_DIVERGING;
  if (metric != SEMA_METRIC_COSINE)
    self->limit = sema_heatmap_find_largest (self);
  if (!(self->limit > 0))
    self->limit = 1;
  return g_steal_pointer (&self);
}

/**
 * sema_matrix_picture_new:
 * @set: a set
 * @rows: (n): words of it
 * @n: how many
 * @metric: what is said of every two of them
 * @order: how they are ordered
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY; %SEMA_MATH_ERROR_UNDEFINED where a tree is asked for and a word
 *   has no direction
 *
 * Makes a heat map of every two of some words. The colours of cosines end at -1 and 1, those of dot products at their largest
 * magnitude, those of distances at 0 and the largest. O(n^2 dim).
 *
 * Returns: (transfer full) (nullable): the heat map, without a title
 */
SemaHeatmap *
sema_matrix_picture_new (const SemaSet *set, const guint64 *rows, gsize n, SemaMetric metric, SemaMatrixOrder order, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaPairs) pairs = sema_pairs_new (set, rows, n, progress, error);

  return pairs != NULL ? sema_matrix_picture_new_from (pairs, set, rows, metric, order, progress, error) : NULL;
}
