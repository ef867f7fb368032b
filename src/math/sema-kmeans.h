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
} SemaKmeans;

SemaKmeans *sema_kmeans_new (const double *vectors, gsize n, gsize dim, gsize k, guint64 seed, SemaProgress *progress, GError **error);
SemaKmeans *sema_kmeans_new_auto (const double *vectors, gsize n, gsize dim, gsize max_k, guint64 seed, SemaProgress *progress, GError **error);
void        sema_kmeans_free (SemaKmeans *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaKmeans, sema_kmeans_free)

G_END_DECLS
