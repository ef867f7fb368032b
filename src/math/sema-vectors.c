/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vectors.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-dot.h"
#include "sema-math-error.h"
#include "sema-memory.h"

/**
 * sema_vectors_is_usable:
 * @set: a set
 * @row: a row of it, from 0
 * @kind: raw or unit
 *
 * Returns: whether the row can be shown as @kind: all its numbers are finite and, as a unit vector, not all 0. O(1).
 */
gboolean
sema_vectors_is_usable (const SemaSet *set, guint64 row, SemaVectors kind)
{
  double norm = sema_set_get_norm (set, row);

  return isfinite (norm) && (kind == SEMA_VECTORS_RAW || norm > 0);
}

/**
 * sema_vectors_check_usable:
 * @set: a set
 * @row: a row of it, from 0
 * @kind: raw or unit
 * @error: %SEMA_MATH_ERROR_UNDEFINED, which names the word
 *
 * Returns: sema_vectors_is_usable()
 */
gboolean
sema_vectors_check_usable (const SemaSet *set, guint64 row, SemaVectors kind, GError **error)
{
  g_autofree char *label = NULL;

  if (sema_vectors_is_usable (set, row, kind))
    return TRUE;
  label = sema_vocab_dup_label (sema_set_get_vocab (set), row);
  g_set_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED,
               _ ("The vector of “%s” is zero or not a number, so it has no direction."), label);
  return FALSE;
}

/**
 * sema_vectors_get:
 * @set: a set
 * @row: a row of it, from 0
 * @kind: raw or unit
 * @vector: (dim) where the numbers go
 *
 * Copies a row in double, divided by its norm for %SEMA_VECTORS_UNIT. A row that is not usable comes out with NaN in it.
 * O(dim).
 */
void
sema_vectors_get (const SemaSet *set, guint64 row, SemaVectors kind, double *vector)
{
  g_autofree float *space = sema_set_new_space (set, 1);
  const SemaFloat  *values = sema_set_read_row (set, row, space);
  gsize             dim = sema_set_get_dim (set);
  double            norm = kind == SEMA_VECTORS_UNIT ? sema_set_get_norm (set, row) : 1;

  for (gsize i = 0; i < dim; i++)
    vector[i] = values[i] / norm;
}

/**
 * sema_vectors_gather:
 * @set: a set
 * @rows: (n) rows of it, from 0, in any order and more than once if wished
 * @n: number of rows, may be 0
 * @kind: raw or unit
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (n, dim) the rows in double, never %NULL without an error; free with sema_memory_free(). O(n dim).
 */
double *
sema_vectors_gather (const SemaSet *set, const guint64 *rows, gsize n, SemaVectors kind, GError **error)
{
  gsize   dim = sema_set_get_dim (set);
  double *vectors;
  gsize   row_size;

  if (__builtin_mul_overflow (dim, sizeof (double), &row_size))
    row_size = G_MAXSIZE;
  vectors = sema_memory_alloc_n (n, row_size, error);
  if (vectors == NULL)
    return NULL;

  for (gsize i = 0; i < n; i++)
    sema_vectors_get (set, rows[i], kind, vectors + i * dim);
  return vectors;
}

/**
 * sema_vectors_norm:
 * @a: (dim) a vector
 * @dim: its length, may be 0
 *
 * Returns: its Euclidean norm; O(dim)
 */
double
sema_vectors_norm (const double *a, gsize dim)
{
  return sqrt (sema_dot (a, a, dim));
}

/**
 * sema_vectors_cosine:
 * @set: a set
 * @a: a row of it, from 0
 * @b: another
 *
 * Returns: the cosine of the angle between the rows, -1 to 1; NaN when one of them is zero or not finite. O(dim).
 */
double
sema_vectors_cosine (const SemaSet *set, guint64 a, guint64 b)
{
  g_autofree float *space = sema_set_new_space (set, 2);
  const SemaFloat  *row_a = sema_set_read_row (set, a, space);
  const SemaFloat  *row_b = sema_set_read_row (set, b, space != NULL ? space + sema_set_get_dim (set) : NULL);
  gsize             dim = sema_set_get_dim (set);
  double            dot = 0;

  if (!sema_vectors_is_usable (set, a, SEMA_VECTORS_UNIT) || !sema_vectors_is_usable (set, b, SEMA_VECTORS_UNIT))
    return NAN;

  for (gsize i = 0; i < dim; i++)
    dot += (double)row_a[i] * row_b[i];
  return CLAMP (dot / sema_set_get_norm (set, a) / sema_set_get_norm (set, b), -1, 1);
}

/**
 * sema_vectors_distance:
 * @set: a set
 * @a: a row of it, from 0
 * @b: another
 *
 * Returns: the norm of the difference of the raw rows, in units of the file; NaN when one of them is not finite. O(dim).
 */
double
sema_vectors_distance (const SemaSet *set, guint64 a, guint64 b)
{
  g_autofree float *space = sema_set_new_space (set, 2);
  const SemaFloat  *row_a = sema_set_read_row (set, a, space);
  const SemaFloat  *row_b = sema_set_read_row (set, b, space != NULL ? space + sema_set_get_dim (set) : NULL);
  gsize             dim = sema_set_get_dim (set);
  double            sum = 0;

  if (!sema_vectors_is_usable (set, a, SEMA_VECTORS_RAW) || !sema_vectors_is_usable (set, b, SEMA_VECTORS_RAW))
    return NAN;

  for (gsize i = 0; i < dim; i++)
    {
      double gap = (double)row_a[i] - row_b[i];

      sum += gap * gap;
    }
  return sqrt (sum);
}
