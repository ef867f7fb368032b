/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-column-stats.h"
#include "sema-layer.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaLayerContent:
 *
 * The weight matrix of an embedding layer, with what is known of it: one that was made anew, or the vectors of a file. Read only once it
 * is made, and shared by reference between threads.
 */
typedef struct _SemaLayerContent SemaLayerContent;

SemaLayerContent *sema_layer_content_new (const SemaLayerSettings *settings, SemaProgress *progress, GError **error);
SemaLayerContent *sema_layer_content_new_for_set (SemaSet *set, SemaProgress *progress, GError **error);
SemaLayerContent *sema_layer_content_ref (SemaLayerContent *self);
void              sema_layer_content_unref (SemaLayerContent *self);

const SemaLayerSettings *sema_layer_content_get_settings (const SemaLayerContent *self);
SemaSet                 *sema_layer_content_get_set (const SemaLayerContent *self);
const SemaMatrix        *sema_layer_content_get_weight (const SemaLayerContent *self);
const SemaMatrix        *sema_layer_content_get_positions (const SemaLayerContent *self);
const SemaColumnStats   *sema_layer_content_get_stats (const SemaLayerContent *self);
double                   sema_layer_content_get_limit (const SemaLayerContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaLayerContent, sema_layer_content_unref)

G_END_DECLS
