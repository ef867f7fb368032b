/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-plane.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-memory.h"

/* What is left of a direction once the other is taken out of it: less than this is rounding. */
#define PARALLEL 1e-12

static double *
new_zeros (gsize n, gsize m, GError **error)
{
  double *numbers = sema_memory_alloc_n (n, m * sizeof (double), error);

  if (numbers != NULL)
    memset (numbers, 0, n * m * sizeof (double));
  return numbers;
}

/* Good for small angles too (Kahan). */
static double
find_angle (const double *a, const double *b, gsize dim)
{
  double apart = 0, together = 0;

  for (gsize d = 0; d < dim; d++)
    {
      apart += (a[d] - b[d]) * (a[d] - b[d]);
      together += (a[d] + b[d]) * (a[d] + b[d]);
    }
  return 2 * atan2 (sqrt (apart), sqrt (together)) * 180 / G_PI;
}

/* Gram and Schmidt, twice: once is not enough for directions that are nearly parallel. */
static void
find_basis (SemaPlane *self)
{
  const double *first = self->directions;
  double       *second = self->basis + self->dim;
  double        norm;

  memcpy (self->basis, self->directions, 2 * self->dim * sizeof (double));
  for (int pass = 0; pass < 2; pass++)
    {
      double along = sema_dot (first, second, self->dim);

      for (gsize d = 0; d < self->dim; d++)
        second[d] -= along * first[d];
    }
  norm = sqrt (sema_dot (second, second, self->dim));
  for (gsize d = 0; d < self->dim; d++)
    second[d] = norm > PARALLEL ? second[d] / norm : 0;
}

/**
 * sema_plane_new_empty:
 * @directions: (2, dim) each of norm 1; copied
 * @dim: their length, at least 1
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): the plane of two directions, of no vectors yet: about the origin, without scores and quality. O(dim)
 */
SemaPlane *
sema_plane_new_empty (const double *directions, gsize dim, GError **error)
{
  g_autoptr (SemaPlane) self = g_new0 (SemaPlane, 1);

  self->dim = dim;
  if ((self->directions = new_zeros (2, dim, error)) == NULL ||
      (self->basis = new_zeros (2, dim, error)) == NULL ||
      (self->mean = new_zeros (1, dim, error)) == NULL)
    return NULL;
  memcpy (self->directions, directions, 2 * dim * sizeof (double));
  self->angle = find_angle (directions, directions + dim, dim);
  find_basis (self);
  return g_steal_pointer (&self);
}

/* As an offset from the first vector, so that the mean of equal vectors is exactly that vector. */
static void
find_mean (SemaPlane *self, const double *vectors, gsize n)
{
  for (gsize i = 1; i < n; i++)
    for (gsize d = 0; d < self->dim; d++)
      self->mean[d] += vectors[i * self->dim + d] - vectors[d];
  for (gsize d = 0; n > 0 && d < self->dim; d++)
    self->mean[d] = vectors[d] + self->mean[d] / (double)n;
}

/* The square of the length of a centred vector, and of its shadow in the plane. */
static void
measure (const SemaPlane *self, const double *vector, double *length2, double *shadow2)
{
  double x = 0, y = 0;

  *length2 = 0;
  for (gsize d = 0; d < self->dim; d++)
    {
      double centred = vector[d] - self->mean[d];

      *length2 += centred * centred;
      x += centred * self->basis[d];
      y += centred * self->basis[self->dim + d];
    }
  *shadow2 = x * x + y * y;
}

/* What rounding alone can make of the length of a centred vector. */
static double
find_floor (const double *vectors, gsize n, gsize dim)
{
  double largest = 0;

  for (gsize i = 0; i < n; i++)
    largest = MAX (largest, sema_dot (vectors + i * dim, vectors + i * dim, dim));
  return (double)MAX (n, dim) * DBL_EPSILON * sqrt (largest);
}

/* Scores, quality and the sums that make the ratio. */
static gboolean
place_vectors (SemaPlane *self, const double *vectors, gsize n, double *total, double *kept, GError **error)
{
  double floor = find_floor (vectors, n, self->dim);

  self->n = n;
  if ((self->scores = new_zeros (n, 2, error)) == NULL || (self->quality = new_zeros (n, 1, error)) == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      double length2, shadow2;

      sema_plane_project (self, vectors + i * self->dim, self->scores + 2 * i);
      measure (self, vectors + i * self->dim, &length2, &shadow2);
      if (sqrt (length2) <= floor)
        length2 = shadow2 = 0;
      self->quality[i] = length2 > 0 ? MIN (shadow2 / length2, 1) : NAN;
      *total += length2;
      *kept += shadow2;
    }
  return TRUE;
}

/**
 * sema_plane_new:
 * @directions: (2, dim) each of norm 1, at any angle
 * @vectors: (n, dim) finite vectors, one after another
 * @n: number of vectors, may be 0
 * @dim: their length, at least 1
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Looks at vectors along two directions. The variance is that about the mean of the vectors, and what the plane keeps of it is found in an
 * orthonormal basis: for directions that are not at a right angle the scores' own variance would count some of it twice. Vectors
 * that are all the same keep 0. O(n dim).
 *
 * Returns: (transfer full) (nullable): the plane, or %NULL with @error set
 */
SemaPlane *
sema_plane_new (const double *directions, const double *vectors, gsize n, gsize dim, GError **error)
{
  g_autoptr (SemaPlane) self = sema_plane_new_empty (directions, dim, error);
  double                total = 0, kept = 0;

  if (self == NULL)
    return NULL;
  find_mean (self, vectors, n);
  if (!place_vectors (self, vectors, n, &total, &kept, error))
    return NULL;
  self->ratio = total > 0 ? MIN (kept / total, 1) : 0;
  return g_steal_pointer (&self);
}

/**
 * sema_plane_new_like:
 * @plane: a plane of other vectors
 * @vectors: (n, dim) finite vectors, one after another
 * @n: number of vectors, may be 0
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): directions, mean and ratio of @plane with the scores and the quality of these vectors. O(n dim)
 */
SemaPlane *
sema_plane_new_like (const SemaPlane *plane, const double *vectors, gsize n, GError **error)
{
  g_autoptr (SemaPlane) self = sema_plane_new_empty (plane->directions, plane->dim, error);
  double                total = 0, kept = 0;

  if (self == NULL)
    return NULL;
  memcpy (self->mean, plane->mean, plane->dim * sizeof (double));
  self->ratio = plane->ratio;
  return place_vectors (self, vectors, n, &total, &kept, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_plane_free:
 * @self: (transfer full) (nullable): a plane
 *
 * Frees it and all its arrays.
 */
void
sema_plane_free (SemaPlane *self)
{
  if (self == NULL)
    return;
  sema_memory_free (self->directions);
  sema_memory_free (self->basis);
  sema_memory_free (self->mean);
  sema_memory_free (self->scores);
  sema_memory_free (self->quality);
  g_free (self);
}

/**
 * sema_plane_project:
 * @self: a plane
 * @vector: (dim) a vector, one of those looked at or another
 * @scores: where it is: its products with the directions
 *
 * O(dim).
 */
void
sema_plane_project (const SemaPlane *self, const double *vector, double scores[2])
{
  scores[0] = sema_dot (vector, self->directions, self->dim);
  scores[1] = sema_dot (vector, self->directions + self->dim, self->dim);
}
