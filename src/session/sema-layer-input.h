/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-layer-content.h"

G_BEGIN_DECLS

#define SEMA_LAYER_INPUT_MOST_ONE_HOT (4 * 1024 * 1024) /* numbers of a one-hot matrix that is shown */

/**
 * SemaLayerInput:
 * @ids: (n) the token ids, as they were given
 * @n: how many
 * @lit: (n_lit) the same, rising, each once
 * @n_lit: how many
 * @output: (nullable): (n, dim) the rows of the ids, with those of their positions where there are any; %NULL without ids
 * @one_hot: (nullable): (n, vocab) the one-hot matrix of the ids; %NULL without ids, or where it is too large to be shown
 * @lookup_seconds: how long the lookup takes here
 * @product_seconds: how long one-hot times weight takes here, with all its zeros
 * @difference: the largest difference between the two
 *
 * What token ids come to in a layer. Shared by reference; read only once it is made.
 */
typedef struct
{
  gatomicrefcount n_refs;
  guint64        *ids;
  gsize           n;
  guint64        *lit;
  gsize           n_lit;
  SemaMatrix     *output;
  SemaMatrix     *one_hot;
  double          lookup_seconds;
  double          product_seconds;
  double          difference;
} SemaLayerInput;

SemaLayerInput *sema_layer_input_new (const SemaLayerContent *content, const char *text, gboolean with_product, SemaProgress *progress, GError **error);
SemaLayerInput *sema_layer_input_ref (SemaLayerInput *self);
void            sema_layer_input_unref (SemaLayerInput *self);
char           *sema_layer_input_work_out (const SemaLayerInput *self, const SemaLayerContent *content, gsize row, gsize column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaLayerInput, sema_layer_input_unref)

G_END_DECLS
