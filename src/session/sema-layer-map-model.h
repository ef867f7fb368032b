/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sema-layer-map.h"

G_BEGIN_DECLS

#define SEMA_TYPE_LAYER_MAP_MODEL (sema_layer_map_model_get_type ())
G_DECLARE_FINAL_TYPE (SemaLayerMapModel, sema_layer_map_model, SEMA, LAYER_MAP_MODEL, GObject)

/* Signals:
 *   made     the map is there, or why it is not
 */

SemaLayerMapModel *sema_layer_map_model_new (void);

void                sema_layer_map_model_make (SemaLayerMapModel *self, SemaLayerContent *content, SemaScatter *points, SemaVectors kind, guint64 seed);
const SemaLayerMap *sema_layer_map_model_get_map (SemaLayerMapModel *self);
const char         *sema_layer_map_model_get_problem (SemaLayerMapModel *self);

G_END_DECLS
