/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-whole-map.h"

#include <string.h>

#include "sema-pca-rows.h"
#include "sema-plane-rows.h"

static void
free_pca_rows (gpointer rows)
{
  sema_pca_rows_free (rows);
}

static void
free_plane_rows (gpointer rows)
{
  sema_plane_rows_free (rows);
}

/* The cloud borrows the scores, and outlives this map where somebody still draws it: so they are its own. */
static gboolean
make_cloud (SemaWholeMap *self, const float *scores, gpointer rows, GDestroyNotify free_rows, SemaProgress *progress, GError **error)
{
  self->cloud = sema_cloud_new (scores, sema_set_get_n_rows (self->set), (SemaVocab *)sema_set_get_vocab (self->set), progress, error);
  if (self->cloud != NULL)
    sema_cloud_set_owner (self->cloud, rows, free_rows);
  else
    free_rows (rows);
  return self->cloud != NULL;
}

/* The two of them are steps of about the same length. */
static gboolean
analyse (SemaWholeMap *self, SemaProgress *progress, GError **error)
{
  guint64      n_sorting = sema_cloud_count_steps (sema_set_get_n_rows (self->set));
  SemaPcaRows *rows;

  sema_progress_set_total (progress, sema_pca_rows_count_steps (self->set) + n_sorting);
  rows = sema_pca_rows_new (self->set, self->kind, 2, FALSE, progress, error);
  if (rows == NULL)
    return FALSE;
  self->pca = rows->pca;
  self->n_left_out = rows->n_left_out;
  return make_cloud (self, rows->scores, rows, free_pca_rows, progress, error);
}

static gboolean
look_along (SemaWholeMap *self, const double *directions, SemaProgress *progress, GError **error)
{
  guint64        n_sorting = sema_cloud_count_steps (sema_set_get_n_rows (self->set));
  SemaPlaneRows *rows;

  sema_progress_set_total (progress, sema_plane_rows_count_steps (self->set) + n_sorting);
  rows = sema_plane_rows_new (self->set, self->kind, directions, progress, error);
  if (rows == NULL)
    return FALSE;
  self->plane = rows->plane;
  self->n_left_out = rows->n_left_out;
  return make_cloud (self, rows->scores, rows, free_plane_rows, progress, error);
}

/**
 * sema_whole_map_new:
 * @set: vectors
 * @kind: raw or unit
 * @directions: (nullable): (2, dim) what to look along, each of norm 1, in place of the principal components
 * @progress: (nullable): of nothing yet: told how far it is, from 0 to 1, and polled every few milliseconds but for one
 *   O(dim³) step of the analysis
 * @error: %SEMA_MATH_ERROR_LAPACK, %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_LOST or %SEMA_CORE_ERROR_CANCELLED
 *
 * Analyses all rows, or places them along the directions, and orders their places so that they are drawn and found fast. Reads the vectors
 * twice, or once, and takes about 30 bytes a row: to be called in a thread.
 *
 * Returns: (transfer full) (nullable): the map
 */
SemaWholeMap *
sema_whole_map_new (SemaSet *set, SemaVectors kind, const double *directions, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaWholeMap) self = g_new0 (SemaWholeMap, 1);

  self->ref_count = 1;
  self->set = sema_set_ref (set);
  self->kind = kind;
  if (!(directions != NULL ? look_along (self, directions, progress, error) : analyse (self, progress, error)) ||
      !sema_set_check_lost (set, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sema_whole_map_is_of:
 * @self: a map
 * @kind: raw or unit
 * @directions: (nullable): (2, dim)
 *
 * Returns: whether sema_whole_map_new() would make the same of the same set
 */
gboolean
sema_whole_map_is_of (const SemaWholeMap *self, SemaVectors kind, const double *directions)
{
  if (self->kind != kind || (directions != NULL) != (self->plane != NULL))
    return FALSE;
  return directions == NULL || memcmp (directions, self->plane->directions, 2 * self->plane->dim * sizeof (double)) == 0;
}

/**
 * sema_whole_map_ref:
 * @self: a map
 *
 * Returns: (transfer full): @self
 */
SemaWholeMap *
sema_whole_map_ref (SemaWholeMap *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * sema_whole_map_unref:
 * @self: (nullable) (transfer full): a map
 */
void
sema_whole_map_unref (SemaWholeMap *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_clear_pointer (&self->cloud, sema_cloud_unref);
  sema_set_unref (self->set);
  g_free (self);
}
