/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-layer-input.h"
#include "sema-scatter.h"
#include "sema-vectors.h"

G_BEGIN_DECLS

/* Properties:
 *   text-scale  double  size of texts, 1 is normal
 * Signals:
 *   row-chosen (guint64 row)  a row was clicked
 */
#define SEMA_TYPE_LAYER_MAP_PANE (sema_layer_map_pane_get_type ())
G_DECLARE_FINAL_TYPE (SemaLayerMapPane, sema_layer_map_pane, SEMA, LAYER_MAP_PANE, AdwBin)

void sema_layer_map_pane_show (SemaLayerMapPane *self, SemaLayerContent *content, SemaLayerInput *input, SemaScatter *words, SemaVectors kind);
void sema_layer_map_pane_look_at (SemaLayerMapPane *self, guint64 row);

SemaScatter *sema_layer_map_pane_get_scatter (SemaLayerMapPane *self);

G_END_DECLS
