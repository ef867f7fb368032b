/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaTrust:
 * @n: number of points
 * @k: size of a neighbourhood: sema_trust_get_k() of n
 * @trustworthiness: 0 to 1, whether near in the plane is near in the space; NaN where k is 0
 * @continuity: 0 to 1, whether near in the space is near in the plane; NaN where k is 0
 * @radius: distance in the plane, in its units, up to which a point counts as near for precision and recall
 * @precision: (n) of the points within the radius in the plane, the share that is among the k nearest in the space, 0 to
 *   1; NaN where there is none
 * @recall: (n) of the k nearest in the space, the share that is within the radius in the plane, 0 to 1; NaN where k is 0
 * @near_space: (n, k) for each point the k nearest in the space, the nearest first
 * @near_plane: (n, k) the k nearest in the plane
 * @plane_ranks: (n, k) which nearest in the plane each of @near_space is, from 1; more than k: the plane tears it away
 * @space_ranks: (n, k) which nearest in the space each of @near_plane is, from 1; more than k: it is near in the plane only
 * @ref_count: (private)
 *
 * How far the neighbourhoods of a plane can be trusted. Read only once found, and shared by reference.
 */
typedef struct
{
  gsize    n;
  gsize    k;
  double   trustworthiness;
  double   continuity;
  double   radius;
  double  *precision;
  double  *recall;
  guint32 *near_space;
  guint32 *near_plane;
  guint32 *plane_ranks;
  guint32 *space_ranks;

  gatomicrefcount ref_count;
} SemaTrust;

gsize      sema_trust_get_k (gsize n);
SemaTrust *sema_trust_new (const double *vectors, gsize n, gsize dim, const double *places, SemaProgress *progress, GError **error);
SemaTrust *sema_trust_ref (SemaTrust *self);
void       sema_trust_unref (SemaTrust *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaTrust, sema_trust_unref)

G_END_DECLS
