/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pca.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-lapack.h"
#include "sema-memory.h"

/* Coefficients this near to the largest one count as equal to it: rounding must not choose the sign of an axis. */
#define SIGN_TIE 1e-10

/* What rounding can make of the eigenvalues of a scatter, for each number that is summed up, in parts of the largest. Rounding
 * up and down takes turns over the rows, so their square root counts. */
#define SCATTER_ROUNDING (8 * DBL_EPSILON)

/**
 * Spectrum:
 * @rank: min (n, dim), or as many of them as were asked for
 * @values: (rank) singular values of the centred vectors, the largest first
 * @axes: (rank, dim) their directions
 * @total: sum of the squares of all singular values
 * @floor: what rounding alone can make of a length
 */
typedef struct
{
  gsize   rank;
  double *values;
  double *axes;
  double  total;
  double  floor;
} Spectrum;

static double *
new_zeros (gsize n, gsize m, GError **error)
{
  gsize   n_numbers;
  double *numbers;

  if (__builtin_mul_overflow (n, m, &n_numbers))
    n_numbers = G_MAXSIZE;
  numbers = sema_memory_alloc_n (n_numbers, sizeof (double), error);
  for (gsize i = 0; numbers != NULL && i < n_numbers; i++)
    numbers[i] = 0;
  return numbers;
}

static SemaPca *
new_without_scores (gsize n, gsize dim, gsize k, GError **error)
{
  g_autoptr (SemaPca) self = g_new0 (SemaPca, 1);

  self->n = n;
  self->dim = dim;
  self->k = k;
  if ((self->mean = new_zeros (1, dim, error)) == NULL ||
      (self->axes = new_zeros (k, dim, error)) == NULL ||
      (self->ratios = new_zeros (1, k, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

static SemaPca *
new_without_variance (gsize n, gsize dim, gsize k, GError **error)
{
  g_autoptr (SemaPca) self = new_without_scores (n, dim, k, error);

  if (self == NULL ||
      (self->scores = new_zeros (n, k, error)) == NULL ||
      (self->quality = new_zeros (1, n, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/* As an offset from the first vector, so that the mean of equal vectors is exactly that vector. */
static void
find_mean (const double *vectors, gsize n, gsize dim, double *mean)
{
  for (gsize i = 1; i < n; i++)
    for (gsize d = 0; d < dim; d++)
      mean[d] += vectors[i * dim + d] - vectors[d];
  for (gsize d = 0; n > 0 && d < dim; d++)
    mean[d] = vectors[d] + mean[d] / n;
}

static void
centre (const SemaPca *self, const double *vectors, double *centred)
{
  for (gsize i = 0; i < self->n; i++)
    for (gsize d = 0; d < self->dim; d++)
      centred[i * self->dim + d] = vectors[i * self->dim + d] - self->mean[d];
}

static double
find_largest_norm (const double *vectors, gsize n, gsize dim)
{
  double largest = 0;

  for (gsize i = 0; i < n; i++)
    largest = MAX (largest, sema_dot (vectors + i * dim, vectors + i * dim, dim));
  return sqrt (largest);
}

static void
spectrum_clear (Spectrum *spectrum)
{
  sema_memory_free (spectrum->values);
  sema_memory_free (spectrum->axes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spectrum, spectrum_clear)

/* Overwrites @centred. */
static gboolean
find_spectrum (Spectrum *spectrum, double *centred, gsize n, gsize dim, double largest_norm, GError **error)
{
  spectrum->rank = MIN (n, dim);
  if ((spectrum->values = new_zeros (1, spectrum->rank, error)) == NULL ||
      (spectrum->axes = new_zeros (spectrum->rank, dim, error)) == NULL ||
      !sema_lapack_find_axes (centred, n, dim, spectrum->values, spectrum->axes, error))
    return FALSE;

  for (gsize i = 0; i < spectrum->rank; i++)
    spectrum->total += spectrum->values[i] * spectrum->values[i];
  spectrum->floor = MAX (n, dim) * DBL_EPSILON * MAX (spectrum->values[0], largest_norm);
  return TRUE;
}

/* Overwrites @scatter. With n rows there are at most n - 1 components. */
static gboolean
find_spectrum_of_scatter (Spectrum *spectrum, SemaPcaScatter *scatter, gsize k, GError **error)
{
  gsize dim = scatter->dim;

  for (gsize d = 0; d < dim; d++)
    spectrum->total += scatter->products[d * dim + d];
  spectrum->rank = MIN (MIN (k, dim), scatter->n > 0 ? scatter->n - 1 : 0);
  if (spectrum->rank == 0)
    return TRUE;
  if ((spectrum->values = new_zeros (1, spectrum->rank, error)) == NULL ||
      (spectrum->axes = new_zeros (spectrum->rank, dim, error)) == NULL ||
      !sema_lapack_find_largest_axes (scatter->products, dim, spectrum->rank, spectrum->values, spectrum->axes, error))
    return FALSE;

  for (gsize c = 0; c < spectrum->rank; c++)
    spectrum->values[c] = sqrt (MAX (spectrum->values[c], 0));
  spectrum->floor = MAX (sqrt (SCATTER_ROUNDING * (dim + sqrt (scatter->n))) * spectrum->values[0],
                         MAX (scatter->n, dim) * DBL_EPSILON * scatter->longest);
  return TRUE;
}

static double
find_sign (const double *axis, gsize dim)
{
  double largest = 0;
  gsize  d = 0;

  for (gsize i = 0; i < dim; i++)
    largest = MAX (largest, fabs (axis[i]));
  while (fabs (axis[d]) < largest * (1 - SIGN_TIE))
    d++;
  return axis[d] < 0 ? -1 : 1;
}

static void
keep_axes (SemaPca *self, const Spectrum *spectrum)
{
  for (gsize c = 0; c < MIN (self->k, spectrum->rank) && spectrum->values[c] > spectrum->floor; c++)
    {
      const double *axis = spectrum->axes + c * self->dim;
      double        sign = find_sign (axis, self->dim);

      for (gsize d = 0; d < self->dim; d++)
        self->axes[c * self->dim + d] = sign * axis[d];
      self->ratios[c] = MIN (spectrum->values[c] * spectrum->values[c] / spectrum->total, 1);
    }
}

static void
place_vectors (SemaPca *self, const double *centred, double floor)
{
  for (gsize i = 0; i < self->n; i++)
    {
      const double *vector = centred + i * self->dim;
      double       *scores = self->scores + i * self->k;
      double        length2 = sema_dot (vector, vector, self->dim);

      for (gsize c = 0; c < self->k; c++)
        scores[c] = self->ratios[c] > 0 ? sema_dot (vector, self->axes + c * self->dim, self->dim) : 0;
      self->quality[i] = sqrt (length2) > floor ? MIN (sema_dot (scores, scores, self->k) / length2, 1) : NAN;
    }
}

/**
 * sema_pca_new:
 * @vectors: (n, dim) finite vectors, one after another
 * @n: number of vectors, may be 0
 * @dim: their length, at least 1
 * @k: number of components to keep; may be more than there are
 * @error: %SEMA_MATH_ERROR_LAPACK, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Makes the exact principal component analysis of the vectors, by the singular values of the centred matrix in double
 * (Pearson 1901). Of each axis the coefficient of largest magnitude is positive, the first one where several are equal.
 * A component whose singular value is no more than rounding (max (n, dim) machine epsilons of the largest singular value
 * or of the longest vector) is without variance: its axis, scores and ratio are exactly 0, as are those from
 * min (n - 1, dim) on. O(n dim min (n, dim)).
 *
 * Returns: (transfer full): the analysis, or %NULL with @error set
 */
SemaPca *
sema_pca_new (const double *vectors, gsize n, gsize dim, gsize k, GError **error)
{
  g_autoptr (SemaPca) self = NULL;
  g_auto (Spectrum)   spectrum = {0};
  double             *centred;
  gboolean            ok = TRUE;

  g_return_val_if_fail (dim > 0, NULL);

  self = new_without_variance (n, dim, k, error);
  if (self == NULL)
    return NULL;
  centred = new_zeros (n, dim, error);
  if (centred == NULL)
    return NULL;

  find_mean (vectors, n, dim, self->mean);
  centre (self, vectors, centred);
  if (n > 0)
    ok = find_spectrum (&spectrum, centred, n, dim, find_largest_norm (vectors, n, dim), error);
  if (ok)
    {
      keep_axes (self, &spectrum);
      centre (self, vectors, centred);
      place_vectors (self, centred, spectrum.floor);
    }
  sema_memory_free (centred);
  return ok ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_pca_new_from_scatter:
 * @scatter: how vectors scatter about their mean; its products are overwritten
 * @k: number of components to keep; may be more than there are
 * @error: %SEMA_MATH_ERROR_LAPACK, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Makes the principal component analysis of vectors of which only the scatter is at hand, by its eigenvectors. Signs and
 * components without variance are as in sema_pca_new(), but squares have half the digits: a component is without variance
 * where its singular value is no more than some 1e-6 of the largest, (8 (dim + √n) machine epsilons)^½. O(dim³).
 *
 * Returns: (transfer full): the analysis, without scores and quality, or %NULL with @error set
 */
SemaPca *
sema_pca_new_from_scatter (SemaPcaScatter *scatter, gsize k, GError **error)
{
  g_autoptr (SemaPca) self = new_without_scores (scatter->n, scatter->dim, k, error);
  g_auto (Spectrum)   spectrum = {0};

  if (self == NULL || !find_spectrum_of_scatter (&spectrum, scatter, k, error))
    return NULL;
  memcpy (self->mean, scatter->mean, scatter->dim * sizeof (double));
  keep_axes (self, &spectrum);
  return g_steal_pointer (&self);
}

/**
 * sema_pca_new_like:
 * @axes: an analysis of other vectors
 * @vectors: (n, dim) finite vectors, one after another
 * @n: number of vectors, may be 0
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Places vectors in the space of another analysis. O(n dim k).
 *
 * Returns: (transfer full): the mean, axes and ratios of @axes with the scores and the quality of these vectors, or %NULL
 *   with @error set
 */
SemaPca *
sema_pca_new_like (const SemaPca *axes, const double *vectors, gsize n, GError **error)
{
  SemaPca *self = new_without_variance (n, axes->dim, axes->k, error);
  double  *centred = self != NULL ? new_zeros (n, axes->dim, error) : NULL;

  if (centred == NULL)
    {
      sema_pca_free (self);
      return NULL;
    }
  memcpy (self->mean, axes->mean, axes->dim * sizeof (double));
  memcpy (self->axes, axes->axes, axes->k * axes->dim * sizeof (double));
  memcpy (self->ratios, axes->ratios, axes->k * sizeof (double));
  centre (self, vectors, centred);
  place_vectors (self, centred, axes->dim * DBL_EPSILON * find_largest_norm (vectors, n, axes->dim));
  sema_memory_free (centred);
  return self;
}

/**
 * sema_pca_free:
 * @self: (transfer full) (nullable): an analysis
 *
 * Frees it and all its arrays.
 */
void
sema_pca_free (SemaPca *self)
{
  if (self == NULL)
    return;
  sema_memory_free (self->mean);
  sema_memory_free (self->axes);
  sema_memory_free (self->scores);
  sema_memory_free (self->ratios);
  sema_memory_free (self->quality);
  g_free (self);
}

/**
 * sema_pca_project:
 * @self: an analysis
 * @vector: (dim) a vector, one of those analysed or another
 * @scores: (k) where its coordinates on the axes go; 0 on an axis without variance
 *
 * Places a vector in the space of the analysis: ((vector - mean) · axis) for each axis. O(dim k).
 */
void
sema_pca_project (const SemaPca *self, const double *vector, double *scores)
{
  for (gsize c = 0; c < self->k; c++)
    {
      const double *axis = self->axes + c * self->dim;

      scores[c] = 0;
      for (gsize d = 0; d < self->dim; d++)
        scores[c] += (vector[d] - self->mean[d]) * axis[d];
    }
}
