/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-torch-random.h"

G_BEGIN_DECLS

/**
 * SemaInitialiser:
 * @SEMA_INITIALISER_NORMAL: normal numbers of mean 0 and deviation 1, as torch.nn.Embedding begins
 * @SEMA_INITIALISER_LINEAR: uniform numbers within ±1/√vocab, as torch.nn.Linear(vocab, dim) begins; the matrix is the transpose of its weight
 * @SEMA_INITIALISER_ZEROS: zeros
 * @SEMA_INITIALISER_SCALED: normal numbers of deviation 1/√dim, so that rows have lengths near 1
 *
 * How an embedding layer is before it has learnt anything.
 */
typedef enum {
  SEMA_INITIALISER_NORMAL,
  SEMA_INITIALISER_LINEAR,
  SEMA_INITIALISER_ZEROS,
  SEMA_INITIALISER_SCALED,
} SemaInitialiser;

#define SEMA_N_INITIALISERS (SEMA_INITIALISER_SCALED + 1)

gboolean sema_initialiser_fill (SemaInitialiser kind, SemaTorchRandom *random, float *values, guint64 vocab, gsize dim, SemaProgress *progress, GError **error);
double   sema_initialiser_get_linear_bound (guint64 vocab);
double   sema_initialiser_get_deviation (SemaInitialiser kind, gsize dim);
char    *sema_initialiser_print_torch (SemaInitialiser kind, guint64 vocab, gsize dim, const char *name);

G_END_DECLS
