/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-lapack.h"

#include <glib/gi18n-lib.h>
#include <stdatomic.h>
#include <string.h>

/* LAPACKE would bring C99's complex numbers and its macro I with it. */
#define lapack_complex_float float
#define lapack_complex_double double
#include <lapacke.h>
#include <cblas.h>

#include "sema-math-error.h"
#include "sema-memory.h"

/* The work space of one thread in OpenBLAS, in bytes: what it asks for again and again, for ever, when there is no room. */
#define SPACE_OF_THREAD ((gsize)129 << 20)

static _Atomic guint n_threads_with_room;

/**
 * sema_lapack_begin:
 * @n_threads: how many threads of ours are going to call this room at once
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * To be called before sema_lapack_add_products(); the others do it themselves. Each call of ours is computed on the thread that
 * makes it, or the sums of a matrix product would depend on how many threads there are.
 *
 * Returns: whether there is room for what the library takes, which is never given back
 */
gboolean
sema_lapack_begin (guint n_threads, GError **error)
{
  guint n_ready = atomic_load (&n_threads_with_room);

  if (n_ready >= n_threads)
    return TRUE;
  openblas_set_num_threads (1);
  if (!sema_memory_check_room ((n_threads - n_ready) * SPACE_OF_THREAD, error))
    return FALSE;
  while (n_ready < n_threads && !atomic_compare_exchange_weak (&n_threads_with_room, &n_ready, n_threads))
    ;
  return TRUE;
}

static gboolean
check_info (lapack_int info, const char *routine, GError **error)
{
  if (info == 0)
    return TRUE;
  g_set_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_LAPACK, _ ("The numerical library failed: %s returned %d."), routine, (int)info);
  return FALSE;
}

/* Rows one after another are columns to LAPACK. With more rows than numbers in a row, the triangle of the LQ
 * factorisation has the same singular values and left singular vectors as the whole, and is much smaller. */
static gboolean
reduce_to_triangle (double *rows, gsize n, gsize dim, GError **error)
{
  g_autofree double *tau = g_new (double, dim);

  if (!check_info (LAPACKE_dgelqf (LAPACK_COL_MAJOR, dim, n, rows, dim, tau), "dgelqf", error))
    return FALSE;
  for (gsize column = 1; column < dim; column++)
    for (gsize i = 0; i < column; i++)
      rows[column * dim + i] = 0;
  return TRUE;
}

/**
 * sema_lapack_find_axes:
 * @rows: (n, dim) finite numbers, overwritten
 * @n: number of rows, at least 1
 * @dim: length of a row, at least 1
 * @values: (min (n, dim)) where the singular values go, the largest first
 * @axes: (min (n, dim), dim) where the right singular vectors go, orthonormal rows; their signs are LAPACK's
 * @error: %SEMA_MATH_ERROR_LAPACK, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Decomposes @rows as U diag (values) axes by dgesdd (divide and conquer), after dgelqf when there are more rows than
 * numbers in one, which loses no accuracy. Nothing is centred. On one thread: the same bits each time on one machine.
 * O(n dim min (n, dim)).
 *
 * Returns: whether it converged
 */
gboolean
sema_lapack_find_axes (double *rows, gsize n, gsize dim, double *values, double *axes, GError **error)
{
  gsize    rank = MIN (n, dim);
  double  *others;
  gboolean ok;

  g_return_val_if_fail (n > 0 && dim > 0, FALSE);

  if (n > G_MAXINT || dim > G_MAXINT)
    return check_info (LAPACK_WORK_MEMORY_ERROR, "dgesdd", error);
  if (!sema_lapack_begin (1, error))
    return FALSE;
  if (n > dim && !reduce_to_triangle (rows, n, dim, error))
    return FALSE;
  others = sema_memory_alloc_n (rank, rank * sizeof (double), error);
  if (others == NULL)
    return FALSE;

  ok = check_info (LAPACKE_dgesdd (LAPACK_COL_MAJOR, 'S', dim, rank, rows, dim, values, axes, dim, others, rank), "dgesdd", error);
  sema_memory_free (others);
  return ok;
}

/**
 * sema_lapack_add_products:
 * @rows: (n, dim) numbers
 * @n: number of rows, may be 0
 * @dim: length of a row, at least 1
 * @products: (dim, dim) of which the entries (i, j) with j ≤ i are added to
 *
 * Adds rowsᵀ rows by dsyrk after sema_lapack_begin(), on the thread that calls and with the same bits each time on one machine. O(n dim²).
 */
void
sema_lapack_add_products (const double *rows, gsize n, gsize dim, double *products)
{
  g_return_if_fail (n <= G_MAXINT && dim > 0 && dim <= G_MAXINT);

  cblas_dsyrk (CblasColMajor, CblasUpper, CblasNoTrans, dim, n, 1, rows, dim, 1, products, dim);
}

/**
 * sema_lapack_add_cross_products:
 * @from: (n, dim) numbers
 * @to: (n, dim) others
 * @n: number of rows, may be 0
 * @dim: length of a row, at least 1
 * @products: (dim, dim) that is added to
 *
 * Adds fromᵀ to by dgemm after sema_lapack_begin(), on the thread that calls and with the same bits each time on one machine. O(n dim²).
 */
void
sema_lapack_add_cross_products (const double *from, const double *to, gsize n, gsize dim, double *products)
{
  g_return_if_fail (n <= G_MAXINT && dim > 0 && dim <= G_MAXINT);

  if (n > 0)
    cblas_dgemm (CblasRowMajor, CblasTrans, CblasNoTrans, dim, dim, n, 1, from, dim, to, dim, 1, products, dim);
}

/**
 * sema_lapack_multiply:
 * @rows: (n, dim) numbers
 * @n: number of rows, may be 0
 * @dim: length of a row, at least 1
 * @matrix: (dim, dim) what they are multiplied with
 * @products: (n, dim) where rows matrix goes
 *
 * Multiplies rows by dgemm after sema_lapack_begin(), on the thread that calls and with the same bits each time on one machine. O(n dim²).
 */
void
sema_lapack_multiply (const double *rows, gsize n, gsize dim, const double *matrix, double *products)
{
  g_return_if_fail (n <= G_MAXINT && dim > 0 && dim <= G_MAXINT);

  if (n > 0)
    cblas_dgemm (CblasRowMajor, CblasNoTrans, CblasNoTrans, n, dim, dim, 1, rows, dim, matrix, dim, 0, products, dim);
}

/* LAPACK gives the smallest first. */
static void
reverse_axes (double *values, double *axes, gsize k, gsize dim)
{
  for (gsize a = 0, b = k - 1; a < b; a++, b--)
    {
      double value = values[a];

      values[a] = values[b];
      values[b] = value;
      for (gsize d = 0; d < dim; d++)
        {
          double number = axes[a * dim + d];

          axes[a * dim + d] = axes[b * dim + d];
          axes[b * dim + d] = number;
        }
    }
}

/**
 * sema_lapack_find_largest_axes:
 * @matrix: (dim, dim) symmetric and finite, of which the entries (i, j) with j ≤ i are read; overwritten
 * @dim: its size, at least 1
 * @k: how many eigenvectors are wanted, from 1 to dim
 * @values: (k) where the largest eigenvalues go, the largest first
 * @axes: (k, dim) where their eigenvectors go, orthonormal rows; their signs are LAPACK's
 * @error: %SEMA_MATH_ERROR_LAPACK, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Decomposes the matrix by dsyevr, as far as it is asked for. On one thread: the same bits each time on one machine. Each
 * value is as exact as rounding of the largest allows. O(dim³), which nothing can cut short.
 *
 * Returns: whether it converged
 */
gboolean
sema_lapack_find_largest_axes (double *matrix, gsize dim, gsize k, double *values, double *axes, GError **error)
{
  g_autofree lapack_int *supports = NULL;
  double                *all_values;
  lapack_int             n_found = 0, info;

  g_return_val_if_fail (k > 0 && k <= dim, FALSE);

  if (dim > G_MAXINT)
    return check_info (LAPACK_WORK_MEMORY_ERROR, "dsyevr", error);
  if (!sema_lapack_begin (1, error))
    return FALSE;
  all_values = sema_memory_alloc_n (dim, sizeof (double), error);
  if (all_values == NULL)
    return FALSE;

  supports = g_new (lapack_int, 2 * k);
  info = LAPACKE_dsyevr (LAPACK_COL_MAJOR, 'V', 'I', 'U', dim, matrix, dim, 0, 0, dim - k + 1, dim, 0, &n_found,
                         all_values, axes, dim, supports);
  if (info == 0 && n_found == (lapack_int)k)
    memcpy (values, all_values, k * sizeof (double));
  sema_memory_free (all_values);
  if (!check_info (info == 0 ? n_found - (lapack_int)k : info, "dsyevr", error))
    return FALSE;
  reverse_axes (values, axes, k, dim);
  return TRUE;
}

/**
 * sema_lapack_find_polar_factor:
 * @matrix: (dim, dim) finite numbers, overwritten
 * @dim: its size, at least 1
 * @factor: (dim, dim) where U Vᵀ goes
 * @error: %SEMA_MATH_ERROR_LAPACK, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Decomposes the matrix as U diag (values) Vᵀ by dgesdd: U Vᵀ is the orthogonal matrix that is nearest to it. Columns and rows may change
 * places: the transposed matrix has the transposed factor. On one thread: the same bits each time on one machine. O(dim³).
 *
 * Returns: whether it converged
 */
gboolean
sema_lapack_find_polar_factor (double *matrix, gsize dim, double *factor, GError **error)
{
  g_autofree double *values = NULL;
  double            *vectors;
  gboolean           ok;

  g_return_val_if_fail (dim > 0, FALSE);

  if (dim > G_MAXINT)
    return check_info (LAPACK_WORK_MEMORY_ERROR, "dgesdd", error);
  if (!sema_lapack_begin (1, error))
    return FALSE;
  vectors = sema_memory_alloc_n (2 * dim, dim * sizeof (double), error);
  if (vectors == NULL)
    return FALSE;
  values = g_new (double, dim);
  ok = check_info (LAPACKE_dgesdd (LAPACK_COL_MAJOR, 'A', dim, dim, matrix, dim, values, vectors, dim, vectors + dim * dim, dim), "dgesdd", error);
  if (ok)
    cblas_dgemm (CblasColMajor, CblasNoTrans, CblasNoTrans, dim, dim, dim, 1, vectors, dim, vectors + dim * dim, dim, 0, factor, dim);
  sema_memory_free (vectors);
  return ok;
}
