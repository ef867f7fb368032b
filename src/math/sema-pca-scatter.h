/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-vectors.h"

G_BEGIN_DECLS

/**
 * SemaPcaScatter:
 * @n: number of rows in it
 * @dim: their length
 * @mean: (dim) mean of the rows
 * @products: (dim, dim) sums of the products of two coordinates about the mean, in the entries (i, j) with j ≤ i
 * @longest: norm of the longest row
 *
 * How the rows of a set scatter about their mean: n times their covariance matrix.
 */
typedef struct
{
  guint64 n;
  gsize   dim;
  double *mean;
  double *products;
  double  longest;
} SemaPcaScatter;

SemaPcaScatter *sema_pca_scatter_new (const SemaSet *set, SemaVectors kind, SemaProgress *progress, GError **error);
void            sema_pca_scatter_free (SemaPcaScatter *self);
void            sema_pca_scatter_centre (const SemaSet *set, guint64 row, SemaVectors kind, const double *origin, double *centred);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPcaScatter, sema_pca_scatter_free)

G_END_DECLS
