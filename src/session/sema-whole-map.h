/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-cloud.h"
#include "sema-pca.h"
#include "sema-set.h"
#include "sema-vectors.h"

G_BEGIN_DECLS

/**
 * SemaWholeMap:
 * @set: (owned): whose words they are
 * @kind: which vectors are analysed
 * @pca: (unowned): axes and ratios of the analysis of all rows, without scores
 * @n_left_out: rows that have no place: not finite, or without a direction
 * @cloud: (owned): the place of every row
 *
 * All words of a file on the plane of their own principal components. Read only once it is made, and shared by reference
 * between threads. It depends on nothing but the file and the kind of vectors, so it is made once and kept.
 */
typedef struct
{
  SemaSet       *set;
  SemaVectors    kind;
  const SemaPca *pca;
  guint64        n_left_out;
  SemaCloud     *cloud;
  gint           ref_count;
} SemaWholeMap;

SemaWholeMap *sema_whole_map_new (SemaSet *set, SemaVectors kind, SemaProgress *progress, GError **error);
SemaWholeMap *sema_whole_map_ref (SemaWholeMap *self);
void          sema_whole_map_unref (SemaWholeMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaWholeMap, sema_whole_map_unref)

G_END_DECLS
