/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaMerge:
 * @a: the cluster with the smaller number
 * @b: the other
 * @height: mean distance between the members of one and those of the other
 * @size: members of both
 *
 * Two clusters that become one. Clusters 0 to n - 1 are the n items; merge i makes cluster n + i.
 */
typedef struct
{
  gsize  a;
  gsize  b;
  double height;
  gsize  size;
} SemaMerge;

/**
 * SemaLinkage:
 * @n: number of items
 * @merges: (n - 1) by height; none when n is 0 or 1
 * @leaves: (n) the items from left to right, when of every merge a is drawn left of b
 *
 * A tree of clusters.
 */
typedef struct
{
  gsize      n;
  SemaMerge *merges;
  gsize     *leaves;
} SemaLinkage;

SemaLinkage *sema_linkage_new (const double *distances, gsize n, SemaProgress *progress, GError **error);
void         sema_linkage_free (SemaLinkage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaLinkage, sema_linkage_free)

G_END_DECLS
