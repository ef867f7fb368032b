/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sema-layer-input.h"

G_BEGIN_DECLS

#define SEMA_TYPE_LAYER_MODEL (sema_layer_model_get_type ())
G_DECLARE_FINAL_TYPE (SemaLayerModel, sema_layer_model, SEMA, LAYER_MODEL, GObject)

/* Properties, all read only and notified in the main context:
 *   content  pointer  the SemaLayerContent that is shown, or NULL before the first is made; a new one replaces it when it is whole
 *   input    pointer  the SemaLayerInput, or NULL where there is none
 *   problem  string   why what was asked for last is not there, one sentence, or NULL
 *   busy     boolean  whether something is being made
 */

SemaLayerModel *sema_layer_model_new (void);

void sema_layer_model_make (SemaLayerModel *self, const SemaLayerSettings *settings);
void sema_layer_model_take_set (SemaLayerModel *self, SemaSet *set);
void sema_layer_model_look_up (SemaLayerModel *self, const char *ids, gboolean with_product);

SemaLayerContent *sema_layer_model_get_content (SemaLayerModel *self);
SemaLayerInput   *sema_layer_model_get_input (SemaLayerModel *self);
const char       *sema_layer_model_get_problem (SemaLayerModel *self);
gboolean          sema_layer_model_get_busy (SemaLayerModel *self);

G_END_DECLS
