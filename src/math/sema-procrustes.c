/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-procrustes.h"

#include <string.h>

#include "sema-lapack.h"
#include "sema-memory.h"

/* fromᵀ to */
static void
multiply (const double *from, const double *to, gsize n, gsize dim, double *products)
{
  memset (products, 0, dim * dim * sizeof *products);
  for (gsize i = 0; i < n; i++)
    for (gsize row = 0; row < dim; row++)
      for (gsize column = 0; column < dim; column++)
        products[row * dim + column] += from[i * dim + row] * to[i * dim + column];
}

/**
 * sema_procrustes_find:
 * @from: (n, dim) finite vectors
 * @to: (n, dim) where each of them belongs
 * @n: how many, may be 0
 * @dim: their length, at least 1
 * @rotation: (dim, dim) where an orthogonal matrix goes
 * @error: %SEMA_MATH_ERROR_LAPACK, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * The rotation, or reflection, that brings vectors nearest to others: the sum of the squared distances of @from @rotation and @to is the
 * least (Schönemann 1966). Nothing is centred and nothing is scaled: all lengths and distances stay. O(n dim² + dim³).
 *
 * Returns: whether it was found
 */
gboolean
sema_procrustes_find (const double *from, const double *to, gsize n, gsize dim, double *rotation, GError **error)
{
  double  *products = sema_memory_alloc_n (dim, dim * sizeof *products, error);
  gboolean found;

  if (products == NULL)
    return FALSE;
  multiply (from, to, n, dim, products);
  found = sema_lapack_find_polar_factor (products, dim, rotation, error);
  sema_memory_free (products);
  return found;
}

/**
 * sema_procrustes_turn:
 * @vectors: (n, dim) vectors, overwritten by @vectors @rotation
 * @n: how many
 * @dim: their length
 * @rotation: (dim, dim)
 */
void
sema_procrustes_turn (double *vectors, gsize n, gsize dim, const double *rotation)
{
  g_autofree double *old = g_new (double, dim);

  for (gsize i = 0; i < n; i++)
    {
      double *vector = vectors + i * dim;

      memcpy (old, vector, dim * sizeof *old);
      memset (vector, 0, dim * sizeof *vector);
      for (gsize row = 0; row < dim; row++)
        for (gsize column = 0; column < dim; column++)
          vector[column] += old[row] * rotation[row * dim + column];
    }
}
