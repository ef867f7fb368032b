/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaPlane:
 * @n: number of vectors
 * @dim: their length
 * @directions: (2, dim) each of norm 1
 * @basis: (2, dim) an orthonormal basis of what they span; the second all 0 where they are parallel
 * @angle: between the directions, 0 to 180 degrees
 * @mean: (dim) mean of the vectors
 * @ratio: explained variance ratio: how much of the variance of the vectors lies in the plane, 0 to 1
 * @scores: (nullable): (n, 2) how far each vector goes in each direction, from the origin, in units of the vectors
 * @quality: (nullable): (n) cos² of the centred vector with the plane, 0 to 1; NaN at the mean
 *
 * Vectors seen along two directions that need not be at a right angle. One made of all rows of a set has neither scores nor quality.
 */
typedef struct
{
  gsize   n;
  gsize   dim;
  double *directions;
  double *basis;
  double  angle;
  double *mean;
  double  ratio;
  double *scores;
  double *quality;
} SemaPlane;

SemaPlane *sema_plane_new_empty (const double *directions, gsize dim, GError **error);
SemaPlane *sema_plane_new (const double *directions, const double *vectors, gsize n, gsize dim, GError **error);
SemaPlane *sema_plane_new_like (const SemaPlane *plane, const double *vectors, gsize n, GError **error);
void       sema_plane_free (SemaPlane *self);
void       sema_plane_project (const SemaPlane *self, const double *vector, double scores[2]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPlane, sema_plane_free)

G_END_DECLS
