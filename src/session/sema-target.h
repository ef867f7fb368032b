/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-projection.h"
#include "sema-query.h"
#include "sema-scatter-scene.h"

G_BEGIN_DECLS

/**
 * SemaTarget:
 * @vectors: which were added up: those that the question adds up
 * @dim: numbers of the sum
 * @sum: (dim): what the expression comes to, not normalised
 * @norm: its length
 * @n_ends: how many words it is compared with: the answer first, then the runner-up
 * @labels: (n_ends) (owned): these words, as they are shown
 * @distances: (n_ends): Euclidean, from the sum to them, in the vectors that were added up
 * @projection: (owned) (nullable): on whose map it has a place; %NULL: on none
 * @shown: which vectors that map shows
 * @over: what lies over that map: the sum of the vectors that it shows, with the distances in these
 *
 * What an expression on words comes to. Read only once it is made, and shared by reference between threads.
 */
typedef struct
{
  SemaVectors       vectors;
  gsize             dim;
  double           *sum;
  double            norm;
  gsize             n_ends;
  char             *labels[SEMA_SCATTER_ENDS];
  double            distances[SEMA_SCATTER_ENDS];
  SemaProjection   *projection;
  SemaVectors       shown;
  SemaScatterTarget over;
  gatomicrefcount   ref_count;
} SemaTarget;

SemaTarget *sema_target_new (SemaSet *set, const SemaTerm *terms, gsize n_terms, const SemaQueryKind *kind, const guint64 *rows, gsize n_rows, SemaProjection *projection, GError **error);
SemaTarget *sema_target_ref (SemaTarget *self);
void        sema_target_unref (SemaTarget *self);
char       *sema_target_to_csv (const SemaTarget *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaTarget, sema_target_unref)

G_END_DECLS
