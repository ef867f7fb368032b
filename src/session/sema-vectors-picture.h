/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-heatmap.h"
#include "sema-vectors.h"

G_BEGIN_DECLS

/**
 * SemaVectorsView:
 * @vectors: which numbers are shown
 * @a: number of the word whose vector the other's is taken from
 * @b: number of the other
 * @by_difference: whether the dimensions come by what separates the two, the largest first; else as in the file
 */
typedef struct
{
  SemaVectors vectors;
  gsize       a;
  gsize       b;
  gboolean    by_difference;
} SemaVectorsView;

SemaHeatmap *sema_vectors_picture_new (const SemaSet *set, const guint64 *rows, gsize n, const SemaVectorsView *view, GError **error);

G_END_DECLS
