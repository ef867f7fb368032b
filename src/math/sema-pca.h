/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-pca-scatter.h"

G_BEGIN_DECLS

/**
 * SemaPca:
 * @n: number of vectors
 * @dim: their length
 * @k: number of components kept
 * @mean: (dim) mean of the vectors
 * @axes: (k, dim) principal axes, each of norm 1, or all 0 where the component has no variance
 * @scores: (nullable): (n, k) coordinates of the centred vectors on the axes, in units of the vectors
 * @ratios: (k) explained variance ratio, 0 to 1
 * @quality: (nullable): (n) cos² of the centred vector in the space of the k axes, 0 to 1; NaN at the mean
 *
 * An exact principal component analysis. One made of a scatter has neither scores nor quality.
 */
typedef struct
{
  gsize   n;
  gsize   dim;
  gsize   k;
  double *mean;
  double *axes;
  double *scores;
  double *ratios;
  double *quality;
} SemaPca;

SemaPca *sema_pca_new (const double *vectors, gsize n, gsize dim, gsize k, GError **error);
SemaPca *sema_pca_new_from_scatter (SemaPcaScatter *scatter, gsize k, GError **error);
SemaPca *sema_pca_new_like (const SemaPca *axes, const double *vectors, gsize n, GError **error);
void     sema_pca_free (SemaPca *self);
void     sema_pca_project (const SemaPca *self, const double *vector, double *scores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPca, sema_pca_free)

G_END_DECLS
