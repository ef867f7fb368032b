/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-lapack.h"

#include <math.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-math-error.h"
#include "sema-memory.h"
#include "small-set.h"

#define MAX_SIZE 40

/* Whether |rows · axis| is the singular value of each axis, the axes are orthonormal and the values in order. */
static void
check_size (gsize n, gsize dim)
{
  g_autofree double *rows = small_set_draw_vectors (n, dim, n * 100 + dim);
  g_autofree double *copy = g_memdup2 (rows, n * dim * sizeof (double));
  g_autoptr (GError) error = NULL;
  double             values[MAX_SIZE], axes[MAX_SIZE * MAX_SIZE];
  gsize              rank = MIN (n, dim);

  g_assert_true (sema_lapack_find_axes (copy, n, dim, values, axes, &error));
  g_assert_no_error (error);
  for (gsize a = 0; a < rank; a++)
    {
      double length2 = 0;

      for (gsize i = 0; i < n; i++)
        length2 += pow (sema_dot (rows + i * dim, axes + a * dim, dim), 2);
      g_assert_cmpfloat_with_epsilon (sqrt (length2), values[a], 1e-12);
      g_assert_true (a == 0 || values[a] <= values[a - 1]);
      for (gsize b = 0; b < rank; b++)
        g_assert_cmpfloat_with_epsilon (sema_dot (axes + a * dim, axes + b * dim, dim), a == b, 1e-12);
    }
}

static void
test_sizes (void)
{
  const gsize sizes[] = {1, 2, 3, 7, 20, MAX_SIZE};

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
      check_size (sizes[i], sizes[j]);
}

static void
test_known (void)
{
  double rows[] = {3, 0, 0, 4, 0, 0};
  double values[2], axes[4];

  g_assert_true (sema_lapack_find_axes (rows, 3, 2, values, axes, NULL));
  g_assert_cmpfloat_with_epsilon (values[0], 4, 1e-15);
  g_assert_cmpfloat_with_epsilon (values[1], 3, 1e-15);
  g_assert_cmpfloat_with_epsilon (fabs (axes[1]), 1, 1e-15);
  g_assert_cmpfloat_with_epsilon (fabs (axes[2]), 1, 1e-15);
}

/* Its callers give finite numbers; anything else must be told and not computed with. */
static void
test_refused (void)
{
  const gsize shapes[2][2] = {{2, 3}, {3, 2}};

  for (gsize s = 0; s < 2; s++)
    {
      g_autoptr (GError) error = NULL;
      double             rows[] = {1, 2, NAN, 4, 5, 6};
      double             values[2], axes[6];

      g_assert_false (sema_lapack_find_axes (rows, shapes[s][0], shapes[s][1], values, axes, &error));
      g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_LAPACK);
    }
}

static void
test_without_memory (void)
{
  g_autoptr (GError) error = NULL;
  double             rows[] = {1, 2, 3, 4};
  double             values[2], axes[4];

  sema_memory_fail_at (1);
  g_assert_false (sema_lapack_find_axes (rows, 2, 2, values, axes, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  sema_memory_fail_at (0);
}

/* The library itself would ask again for ever. */
static void
test_without_room (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *pages = NULL;
  double             rows[] = {1, 2, 3, 4};
  double             values[2], axes[4];
  struct rlimit      limit;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 5 * G_USEC_PER_SEC, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_true (g_file_get_contents ("/proc/self/statm", &pages, NULL, NULL));
  limit.rlim_cur = limit.rlim_max = g_ascii_strtoull (pages, NULL, 10) * sysconf (_SC_PAGESIZE) + (100 << 20);
  g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
  g_assert_false (sema_lapack_find_axes (rows, 2, 2, values, axes, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_clear_error (&error);
  g_assert_false (sema_lapack_find_largest_axes (rows, 2, 1, values, axes, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_clear_error (&error);
  g_assert_false (sema_lapack_begin (2, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
}

/* By hand: (1 2; 3 4; 5 6)ᵀ (1 0; 0 1; 1 1), and the rows turned by (0 1; -1 0). */
static void
test_products (void)
{
  const double from[] = {1, 2, 3, 4, 5, 6}, to[] = {1, 0, 0, 1, 1, 1}, turn[] = {0, 1, -1, 0};
  const double summed[] = {16, 8, 8, 11}, turned[] = {-2, 1, -4, 3, -6, 5};
  double       products[4] = {10, 0, 0, 1}, rows[6];

  g_assert_true (sema_lapack_begin (1, NULL));
  sema_lapack_add_cross_products (from, to, 3, 2, products);
  sema_lapack_add_cross_products (from, to, 0, 2, products);
  g_assert_cmpmem (products, sizeof products, summed, sizeof summed);
  sema_lapack_multiply (from, 3, 2, turn, rows);
  g_assert_cmpmem (rows, sizeof rows, turned, sizeof turned);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lapack/sizes", test_sizes);
  g_test_add_func ("/lapack/known", test_known);
  g_test_add_func ("/lapack/products", test_products);
  g_test_add_func ("/lapack/refused", test_refused);
  g_test_add_func ("/lapack/without-memory", test_without_memory);
  g_test_add_func ("/lapack/without-room", test_without_room);
  return g_test_run ();
}
