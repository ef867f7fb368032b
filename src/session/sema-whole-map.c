/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-whole-map.h"

#include "sema-pca-rows.h"

static void
free_rows (gpointer rows)
{
  sema_pca_rows_free (rows);
}

/* The cloud borrows the scores, and outlives this map where somebody still draws it: so they are its own. */
static SemaCloud *
make_cloud (SemaSet *set, SemaPcaRows *rows, SemaProgress *progress, GError **error)
{
  SemaCloud *cloud = sema_cloud_new (rows->scores, rows->n_rows, (SemaVocab *)sema_set_get_vocab (set), progress, error);

  if (cloud != NULL)
    sema_cloud_set_owner (cloud, rows, free_rows);
  else
    sema_pca_rows_free (rows);
  return cloud;
}

/* The two of them are steps of about the same length. */
static guint64
count_steps (SemaSet *set)
{
  return sema_pca_rows_count_steps (set) + sema_cloud_count_steps (sema_set_get_n_rows (set));
}

/**
 * sema_whole_map_new:
 * @set: vectors
 * @kind: raw or unit
 * @progress: (nullable): of nothing yet: told how far it is, from 0 to 1, and polled every few milliseconds but for one
 *   O(dim³) step
 * @error: %SEMA_MATH_ERROR_LAPACK, %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_LOST or %SEMA_CORE_ERROR_CANCELLED
 *
 * Analyses all rows, and orders their places so that they are drawn and found fast. Reads the vectors twice, and takes about
 * 30 bytes a row: to be called in a thread.
 *
 * Returns: (transfer full) (nullable): the map
 */
SemaWholeMap *
sema_whole_map_new (SemaSet *set, SemaVectors kind, SemaProgress *progress, GError **error)
{
  SemaPcaRows  *rows;
  SemaCloud    *cloud;
  SemaWholeMap *self;

  sema_progress_set_total (progress, count_steps (set));
  rows = sema_pca_rows_new (set, kind, 2, FALSE, progress, error);
  if (rows == NULL)
    return NULL;
  cloud = make_cloud (set, rows, progress, error);
  if (cloud == NULL || !sema_set_check_lost (set, error))
    {
      g_clear_pointer (&cloud, sema_cloud_unref);
      return NULL;
    }
  self = g_new (SemaWholeMap, 1);
  *self = (SemaWholeMap) {sema_set_ref (set), kind, rows->pca, rows->n_left_out, cloud, 1};
  return self;
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
  sema_cloud_unref (self->cloud);
  sema_set_unref (self->set);
  g_free (self);
}
