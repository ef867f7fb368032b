/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-pca.h"

G_BEGIN_DECLS

/**
 * SemaPcaRows:
 * @pca: mean, axes and ratios of the rows analysed, whose number is its n
 * @n_rows: number of rows of the set
 * @n_left_out: how many of them are not usable and were left out
 * @scores: (n_rows, k) coordinates of the centred rows on the axes; NaN for rows left out
 * @quality: (nullable): (n_rows) cos² of the centred row in the space of the k axes, 0 to 1; NaN at the mean and for rows left out
 *
 * An exact principal component analysis of all rows of a set.
 */
typedef struct
{
  SemaPca *pca;
  guint64  n_rows;
  guint64  n_left_out;
  float   *scores;
  float   *quality;
} SemaPcaRows;

guint64      sema_pca_rows_count_steps (const SemaSet *set);
SemaPcaRows *sema_pca_rows_new (const SemaSet *set, SemaVectors kind, gsize k, gboolean with_quality, SemaProgress *progress, GError **error);
void         sema_pca_rows_free (SemaPcaRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPcaRows, sema_pca_rows_free)

G_END_DECLS
