/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaKmeansStart:
 * @k: number of clusters, none of them empty
 * @labels: (n) the cluster of each vector
 * @centres: (k, dim) mean of each cluster
 * @inertia: sum of squared distances of the vectors to their centres
 *
 * What one seeded start of k-means arrives at.
 */
typedef struct
{
  gsize   k;
  guint  *labels;
  double *centres;
  double  inertia;
} SemaKmeansStart;

SemaKmeansStart *sema_kmeans_start_new (const double *vectors, gsize n, gsize dim, gsize k, guint64 seed, SemaProgress *progress, GError **error);
void             sema_kmeans_start_free (SemaKmeansStart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaKmeansStart, sema_kmeans_start_free)

G_END_DECLS
