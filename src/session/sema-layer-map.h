/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-layer-content.h"
#include "sema-scatter.h"
#include "sema-vectors.h"

G_BEGIN_DECLS

/**
 * SemaLayerMap:
 * @weight: the rows on the plane of their first two principal components
 * @random: (nullable): the same rows of a layer that has not learnt anything, on the plane of its own, turned so as to lie nearest
 *
 * Rows of an embedding layer as points. Read only once it is made.
 */
typedef struct
{
  SemaScatter *weight;
  SemaScatter *random;
} SemaLayerMap;

SemaLayerMap *sema_layer_map_new (const SemaLayerContent *content, const SemaScatter *points, SemaVectors kind, const guint64 *seed, SemaProgress *progress, GError **error);
void          sema_layer_map_free (SemaLayerMap *self);
SemaScatter  *sema_layer_map_mix (const SemaLayerMap *self, double t);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaLayerMap, sema_layer_map_free)

G_END_DECLS
