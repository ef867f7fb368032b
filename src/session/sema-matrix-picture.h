/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-heatmap.h"
#include "sema-pairs.h"
#include "sema-query.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaMatrixOrder:
 * @SEMA_MATRIX_AS_CHOSEN: the words as they are given
 * @SEMA_MATRIX_BY_TREE: by average linkage on 1 - cosine, or for %SEMA_METRIC_EUCLID on the distance
 */
typedef enum {
  SEMA_MATRIX_AS_CHOSEN,
  SEMA_MATRIX_BY_TREE,
} SemaMatrixOrder;

SemaHeatmap *sema_matrix_picture_new (const SemaSet *set, const guint64 *rows, gsize n, SemaMetric metric, SemaMatrixOrder order, SemaProgress *progress, GError **error);
SemaHeatmap *sema_matrix_picture_new_from (const SemaPairs *pairs, const SemaSet *set, const guint64 *rows, SemaMetric metric, SemaMatrixOrder order, SemaProgress *progress, GError **error);

G_END_DECLS
