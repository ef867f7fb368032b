/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-training-map.h"

#include <glib/gi18n-lib.h>

#include "sema-memory.h"
#include "sema-pca.h"
#include "sema-vectors.h"

/* The first rows that have a direction. */
static GArray *
choose_rows (const SemaSet *set, gsize most)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint64 row = 0; row < sema_set_get_n_rows (set) && rows->len < most; row++)
    if (sema_vectors_is_usable (set, row, SEMA_VECTORS_UNIT))
      g_array_append_val (rows, row);
  return rows;
}

/* Whether an axis points the other way than it did: most words, by their distance from the middle, lie on the other side. */
static gboolean
is_turned (const SemaPca *pca, gsize axis, const SemaScatter *before)
{
  double sum = 0;

  for (gsize i = 0; i < MIN (pca->n, before->points->len); i++)
    {
      const SemaScatterPoint *point = sema_scatter_get_point (before, i);

      sum += pca->scores[i * pca->k + axis] * (axis == 0 ? point->x : point->y);
    }
  return sum < 0;
}

static void
add_points (SemaScatter *self, const SemaSet *set, const GArray *rows, const SemaPca *pca, const SemaScatter *before)
{
  gboolean turn_x = before != NULL && is_turned (pca, 0, before);
  gboolean turn_y = before != NULL && is_turned (pca, 1, before);

  for (guint i = 0; i < rows->len; i++)
    {
      guint64          row = g_array_index (rows, guint64, i);
      const double    *scores = pca->scores + i * pca->k;
      SemaScatterPoint point = {.label = sema_vocab_dup_label (sema_set_get_vocab (set), row),
                                .row = row,
                                .x = turn_x ? -scores[0] : scores[0],
                                .y = turn_y ? -scores[1] : scores[1],
                                .quality = pca->quality[i],
                                .cluster = -1};

      g_array_append_val (self->points, point);
    }
}

/**
 * sema_training_map_new:
 * @set: vectors, the most frequent word first; of dimension 2 or more
 * @most: how many words are shown at the most
 * @before: (nullable): the map that is shown now: axes that point the other way are turned round, so that words do not jump
 * @error: of the PCA, or %SEMA_CORE_ERROR_NO_MEMORY
 *
 * The plane of the first two principal components of the unit vectors of the most frequent words. O(most dim min (most, dim))
 *
 * Returns: (transfer full) (nullable): the map
 */
SemaScatter *
sema_training_map_new (const SemaSet *set, gsize most, const SemaScatter *before, GError **error)
{
  g_autoptr (GArray)  rows = choose_rows (set, most);
  double             *vectors = sema_vectors_gather (set, (const guint64 *)rows->data, rows->len, SEMA_VECTORS_UNIT, error);
  g_autoptr (SemaPca) pca = vectors != NULL ? sema_pca_new (vectors, rows->len, sema_set_get_dim (set), 2, error) : NULL;
  SemaScatter        *self;

  sema_memory_free (vectors);
  if (pca == NULL)
    return NULL;
  self = sema_scatter_new ();
  self->ratios[0] = pca->ratios[0];
  self->ratios[1] = pca->ratios[1];
  self->source = g_strdup (_ ("most frequent words (unit vectors)"));
  add_points (self, set, rows, pca, before);
  return self;
}
