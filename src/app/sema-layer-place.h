/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-place-view.h"

G_BEGIN_DECLS

#define SEMA_TYPE_LAYER_PLACE (sema_layer_place_get_type ())
G_DECLARE_FINAL_TYPE (SemaLayerPlace, sema_layer_place, SEMA, LAYER_PLACE, SemaPlaceView)

SemaScatter *sema_layer_place_get_scatter (SemaLayerPlace *self);

G_END_DECLS
