/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-layer-input.h"
#include "sema-scatter.h"
#include "sema-vectors.h"

G_BEGIN_DECLS

#define SEMA_LAYER_POINTS_MOST 1000 /* rows from the first on */

SemaScatter *sema_layer_points_new_first (const SemaLayerContent *content, const SemaLayerInput *input, SemaVectors kind);
SemaScatter *sema_layer_points_new_looked_up (const SemaLayerContent *content, const SemaLayerInput *input, SemaVectors kind);
SemaScatter *sema_layer_points_new_words (const SemaScatter *map);

G_END_DECLS
