/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-initialiser.h"
#include "sema-matrix.h"

G_BEGIN_DECLS

/**
 * SemaLayerSettings:
 * @vocab: token ids, 1 or more
 * @dim: numbers of a row, 1 or more
 * @positions: rows of a second matrix that is drawn after the first; 0: there is none
 * @seed: as of torch.manual_seed()
 * @initialiser: how the numbers begin
 *
 * What a new embedding layer is made of. A plain value.
 */
typedef struct
{
  guint64         vocab;
  guint64         dim;
  guint64         positions;
  guint64         seed;
  SemaInitialiser initialiser;
} SemaLayerSettings;

/* The toy of the course: ids 2, 3, 5, 1 pick its rows. */
#define SEMA_LAYER_TOY ((SemaLayerSettings) {.vocab = 6, .dim = 3, .seed = 123, .initialiser = SEMA_INITIALISER_NORMAL})

gboolean sema_layer_settings_equal (const SemaLayerSettings *a, const SemaLayerSettings *b);
char    *sema_layer_settings_print_torch (const SemaLayerSettings *self);

SemaMatrix *sema_layer_make (const SemaLayerSettings *settings, SemaMatrix **positions, SemaProgress *progress, GError **error);

G_END_DECLS
