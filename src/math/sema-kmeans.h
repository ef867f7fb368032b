/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaKmeans:
 * @n: number of vectors
 * @dim: their length
 * @k: number of clusters, none of them empty
 * @labels: (n) the cluster of each vector, 0 to k - 1, numbered by their first member
 * @centres: (k, dim) mean of each cluster
 * @nearest: (k) the member nearest to its cluster's centre
 * @inertia: sum of squared distances of the vectors to their centres
 * @ref_count: (private)
 *
 * Read only once found, and shared by reference.
 */
typedef struct
{
  gsize   n;
  gsize   dim;
  gsize   k;
  guint  *labels;
  double *centres;
  gsize  *nearest;
  double  inertia;

  gatomicrefcount ref_count;
} SemaKmeans;

SemaKmeans *sema_kmeans_new (const double *vectors, gsize n, gsize dim, gsize k, guint64 seed, SemaProgress *progress, GError **error);
SemaKmeans *sema_kmeans_new_auto (const double *vectors, gsize n, gsize dim, gsize max_k, guint64 seed, SemaProgress *progress, GError **error);
SemaKmeans *sema_kmeans_ref (SemaKmeans *self);
void        sema_kmeans_unref (SemaKmeans *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaKmeans, sema_kmeans_unref)

G_END_DECLS
