/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-lapack.h"

#include <glib/gi18n-lib.h>

/* LAPACKE would bring C99's complex numbers and its macro I with it. */
#define lapack_complex_float float
#define lapack_complex_double double
#include <lapacke.h>
#include <cblas.h>

#include "sema-math-error.h"
#include "sema-memory.h"

/* One thread, or the sums of a matrix product depend on how many there are. */
static void
use_one_thread (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      openblas_set_num_threads (1);
      g_once_init_leave (&done, 1);
    }
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
  use_one_thread ();
  if (n > dim && !reduce_to_triangle (rows, n, dim, error))
    return FALSE;
  others = sema_memory_alloc_n (rank, rank * sizeof (double), error);
  if (others == NULL)
    return FALSE;

  ok = check_info (LAPACKE_dgesdd (LAPACK_COL_MAJOR, 'S', dim, rank, rows, dim, values, axes, dim, others, rank), "dgesdd", error);
  sema_memory_free (others);
  return ok;
}
