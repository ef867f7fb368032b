/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-content.h"

#include "sema-memory.h"

struct _SemaLayerContent
{
  gatomicrefcount   n_refs;
  SemaLayerSettings settings;
  SemaSet          *set;    /* NULL: it was made anew */
  SemaMatrix       *weight; /* of its own; NULL: the set's */
  SemaMatrix       *positions;
  SemaColumnStats  *stats;
  double            limit;
};

static gboolean
measure (SemaLayerContent *self, SemaProgress *progress, GError **error)
{
  self->stats = sema_column_stats_measure (sema_layer_content_get_weight (self), &self->limit, progress, error);
  return self->stats != NULL;
}

static SemaLayerContent *
content_new (void)
{
  SemaLayerContent *self = g_new0 (SemaLayerContent, 1);

  g_atomic_ref_count_init (&self->n_refs);
  return self;
}

/**
 * sema_layer_content_new:
 * @settings: of what size, and how it begins
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a layer that has not learnt anything
 */
SemaLayerContent *
sema_layer_content_new (const SemaLayerSettings *settings, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaLayerContent) self = content_new ();

  self->settings = *settings;
  self->weight = sema_layer_make (settings, &self->positions, progress, error);
  return self->weight != NULL && measure (self, progress, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_layer_content_new_for_set:
 * @set: vectors, at least one
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED, or %SEMA_CORE_ERROR_LOST where the file was cut meanwhile
 *
 * Returns: (transfer full) (nullable): the vectors as the weight of a layer whose token ids are their rows
 */
SemaLayerContent *
sema_layer_content_new_for_set (SemaSet *set, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaLayerContent) self = content_new ();

  self->set = sema_set_ref (set);
  self->settings.vocab = sema_set_get_n_rows (set);
  self->settings.dim = sema_set_get_dim (set);
  return measure (self, progress, error) && sema_set_check_lost (set, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_layer_content_ref:
 * @self: a layer
 *
 * Returns: (transfer full): @self, with one owner more
 */
SemaLayerContent *
sema_layer_content_ref (SemaLayerContent *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * sema_layer_content_unref:
 * @self: (transfer full): a layer; the last owner's call frees it
 */
void
sema_layer_content_unref (SemaLayerContent *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_clear_pointer (&self->set, sema_set_unref);
  g_clear_pointer (&self->weight, sema_matrix_unref);
  g_clear_pointer (&self->positions, sema_matrix_unref);
  sema_memory_free (self->stats);
  g_free (self);
}

/**
 * sema_layer_content_get_settings:
 * @self: a layer
 *
 * Returns: (transfer none): how it was made; of vectors, their size
 */
const SemaLayerSettings *
sema_layer_content_get_settings (const SemaLayerContent *self)
{
  return &self->settings;
}

/**
 * sema_layer_content_get_set:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): the vectors that are its weight; %NULL when it was made anew
 */
SemaSet *
sema_layer_content_get_set (const SemaLayerContent *self)
{
  return self->set;
}

/**
 * sema_layer_content_get_weight:
 * @self: a layer
 *
 * Returns: (transfer none): (vocab, dim) its weight
 */
const SemaMatrix *
sema_layer_content_get_weight (const SemaLayerContent *self)
{
  return self->set != NULL ? sema_set_get_matrix (self->set) : self->weight;
}

/**
 * sema_layer_content_get_positions:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): (positions, dim) what is added by the place of a token
 */
const SemaMatrix *
sema_layer_content_get_positions (const SemaLayerContent *self)
{
  return self->positions;
}

/**
 * sema_layer_content_get_stats:
 * @self: a layer
 *
 * Returns: (transfer none): (dim) what the columns of its weight are like
 */
const SemaColumnStats *
sema_layer_content_get_stats (const SemaLayerContent *self)
{
  return self->stats;
}

/**
 * sema_layer_content_get_limit:
 * @self: a layer
 *
 * Returns: the largest absolute value of its weight, 0 where all is 0 or nothing is finite
 */
double
sema_layer_content_get_limit (const SemaLayerContent *self)
{
  return self->limit;
}
