/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-target.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-csv.h"
#include "sema-math-error.h"
#include "sema-number.h"
#include "sema-projection-private.h"

#define DECIMALS 2

static double
get_distance (SemaSet *set, const double *sum, guint64 row, SemaVectors kind)
{
  gsize              dim = sema_set_get_dim (set);
  g_autofree double *difference = g_new (double, dim);

  sema_vectors_get (set, row, kind, difference);
  for (gsize d = 0; d < dim; d++)
    difference[d] -= sum[d];
  return sema_vectors_norm (difference, dim);
}

static gssize
find_point (const SemaProjection *projection, guint64 row)
{
  for (guint i = 0; i < projection->rows->len; i++)
    if (g_array_index (projection->rows, guint64, i) == row)
      return i;
  return -1;
}

static gboolean
place_end (SemaTarget *self, gsize end, guint64 row)
{
  const SemaProjection *projection = self->projection;
  SemaVectors           kind = self->shown;
  g_autofree double    *vector = g_new (double, self->dim);
  double                place[2];

  if (!sema_vectors_is_usable (projection->set, row, kind))
    return FALSE;
  sema_vectors_get (projection->set, row, kind, vector);
  sema_projection_place (projection, vector, place);
  self->over.ends[end] = (SemaScatterEnd) {row, find_point (projection, row), place[0], place[1], g_strdup (self->labels[end])};
  self->over.n_ends = end + 1;
  return TRUE;
}

/* What the map says of it: how far it misses the words, in the vectors that are shown there. */
static char *
make_label (const SemaTarget *self, const double *sum, const guint64 *rows)
{
  char numbers[SEMA_SCATTER_ENDS][SEMA_NUMBER_SIZE];

  for (gsize i = 0; i < self->over.n_ends; i++)
    sema_number_print_fixed (get_distance (self->projection->set, sum, rows[i], self->shown), DECIMALS, numbers[i]);
  if (self->over.n_ends == 0)
    return NULL;
  if (self->over.n_ends == 1)
    /* Translators: "0.63 from queen": how far from the answer what was computed lies */
    return g_strdup_printf (_("%s from %s"), numbers[0], self->labels[0]);
  /* Translators: "0.63 from queen, 0.71 from monarch": how far from the two best answers what was computed lies */
  return g_strdup_printf (_("%s from %s, %s from %s"), numbers[0], self->labels[0], numbers[1], self->labels[1]);
}

/* One word has no plane, and lies at its origin like any other vector. */
static gboolean
has_plane (const SemaProjection *projection)
{
  if (projection->plane != NULL)
    return TRUE;
  return projection->pca->k >= 2 && sema_vectors_norm (projection->pca->axes, projection->pca->dim) > 0.5;
}

/* The sum of the vectors that the map shows closes the parallelogram there, as with analogies, because the PCA is affine. */
static void
place (SemaTarget *self, SemaProjection *projection, const SemaTerm *terms, gsize n_terms, const guint64 *rows)
{
  g_autofree double *sum = g_new (double, self->dim);
  double             xy[2];

  if (!has_plane (projection) || !sema_query_sum (projection->set, terms, n_terms, projection->recipe->vectors, sum, NULL))
    return;
  self->projection = sema_projection_ref (projection);
  self->shown = projection->recipe->vectors;
  sema_projection_place (projection, sum, xy);
  self->over.x = xy[0];
  self->over.y = xy[1];
  for (gsize i = 0; i < self->n_ends && place_end (self, i, rows[i]); i++)
    continue;
  self->over.label = make_label (self, sum, rows);
}

/**
 * sema_target_new:
 * @set: a set
 * @terms: (n_terms): words with their weights
 * @n_terms: how many
 * @kind: how the question is meant; %SEMA_METHOD_ADD
 * @rows: (n_rows) (nullable): the answers, the best first; those after the second do not count
 * @n_rows: how many
 * @projection: (nullable): whose map it shall have a place on; one of another set, or without a plane, has none
 * @error: %SEMA_MATH_ERROR_UNDEFINED where a row is zero or not finite, or nothing is left of the sum but rounding
 *
 * Finds what an expression comes to: the sum that rows are compared with before it is normalised, and where it lies on the
 * map. Costs nothing but a few rows, which may have to come from the disk. O(dim n_terms + points).
 *
 * Returns: (transfer full) (nullable): the target
 */
SemaTarget *
sema_target_new (SemaSet *set, const SemaTerm *terms, gsize n_terms, const SemaQueryKind *kind, const guint64 *rows, gsize n_rows, SemaProjection *projection, GError **error)
{
  g_autoptr (SemaTarget) self = g_new0 (SemaTarget, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->vectors = sema_query_kind_get_vectors (kind);
  self->dim = sema_set_get_dim (set);
  self->sum = g_new (double, self->dim);
  if (!sema_query_sum (set, terms, n_terms, self->vectors, self->sum, error))
    return NULL;
  self->norm = sema_vectors_norm (self->sum, self->dim);
  self->n_ends = MIN (n_rows, SEMA_SCATTER_ENDS);
  for (gsize i = 0; i < self->n_ends; i++)
    {
      self->labels[i] = sema_vocab_dup_label (sema_set_get_vocab (set), rows[i]);
      self->distances[i] = get_distance (set, self->sum, rows[i], self->vectors);
    }
  if (projection != NULL && projection->set == set)
    place (self, projection, terms, n_terms, rows);
  return g_steal_pointer (&self);
}

/**
 * sema_target_ref:
 * @self: a target
 *
 * Returns: (transfer full): @self
 */
SemaTarget *
sema_target_ref (SemaTarget *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sema_target_unref:
 * @self: (transfer full): a target
 */
void
sema_target_unref (SemaTarget *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (gsize i = 0; i < SEMA_SCATTER_ENDS; i++)
    {
      g_free (self->labels[i]);
      g_free (self->over.ends[i].label);
    }
  g_free (self->over.label);
  g_clear_pointer (&self->projection, sema_projection_unref);
  g_free (self->sum);
  g_free (self);
}

/**
 * sema_target_to_csv:
 * @self: a target
 *
 * Returns: (transfer full): the numbers of the sum, each the shortest that reads back as the same, with commas between them
 */
char *
sema_target_to_csv (const SemaTarget *self)
{
  GString *csv = g_string_new (NULL);

  for (gsize d = 0; d < self->dim; d++)
    {
      if (d > 0)
        g_string_append_c (csv, ',');
      sema_csv_append_double (csv, self->sum[d]);
    }
  return g_string_free (csv, FALSE);
}
