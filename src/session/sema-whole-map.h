/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-cloud.h"
#include "sema-pca.h"
#include "sema-plane.h"
#include "sema-set.h"
#include "sema-vectors.h"

G_BEGIN_DECLS

/**
 * SemaWholeMap:
 * @set: (owned): whose words they are
 * @kind: which vectors are analysed
 * @pca: (unowned) (nullable): axes and ratios of the analysis of all rows, without scores
 * @plane: (unowned) (nullable): or the directions that they are seen along instead, without scores
 * @n_left_out: rows that have no place: not finite, or without a direction
 * @cloud: (owned): the place of every row
 *
 * All words of a file on the plane of their own principal components, or of two directions. Read only once it is made, and shared by
 * reference between threads. It depends on nothing but the file, the kind of vectors and the directions, so it is made once and kept.
 */
typedef struct
{
  SemaSet         *set;
  SemaVectors      kind;
  const SemaPca   *pca;
  const SemaPlane *plane;
  guint64          n_left_out;
  SemaCloud       *cloud;
  gint             ref_count;
} SemaWholeMap;

SemaWholeMap *sema_whole_map_new (SemaSet *set, SemaVectors kind, const double *directions, SemaProgress *progress, GError **error);
gboolean      sema_whole_map_is_of (const SemaWholeMap *self, SemaVectors kind, const double *directions);
SemaWholeMap *sema_whole_map_ref (SemaWholeMap *self);
void          sema_whole_map_unref (SemaWholeMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaWholeMap, sema_whole_map_unref)

G_END_DECLS
