/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "sema-layer.h"

G_BEGIN_DECLS

#define SEMA_LAYER_LOOKS_IDS "2, 3, 5, 1" /* of the course, that are looked up first */

/**
 * SemaLayerLooks:
 * @settings: of the new layer; a vocabulary of 0 stands for the toy of the course
 * @is_of_open: whether the open vectors are shown as a layer instead
 * @ids: (nullable) (owned): token ids as they were typed; %NULL stands for those of the course
 * @as_points: whether rows are shown as points
 * @with_one_hot: whether the one-hot matrix is shown
 *
 * How one looks at an embedding layer. All zeros is how one begins.
 */
typedef struct
{
  SemaLayerSettings settings;
  gboolean          is_of_open;
  char             *ids;
  gboolean          as_points;
  gboolean          with_one_hot;
} SemaLayerLooks;

void     sema_layer_looks_copy (const SemaLayerLooks *self, SemaLayerLooks *copy);
void     sema_layer_looks_clear (SemaLayerLooks *self);
gboolean sema_layer_looks_equal (const SemaLayerLooks *a, const SemaLayerLooks *b);
void     sema_layer_looks_build (const SemaLayerLooks *self, JsonBuilder *builder);
void     sema_layer_looks_read (SemaLayerLooks *self, JsonObject *object);

SemaLayerSettings sema_layer_looks_get_settings (const SemaLayerLooks *self);
const char       *sema_layer_looks_get_ids (const SemaLayerLooks *self);

G_END_DECLS
