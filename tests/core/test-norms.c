/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-norms.h"

#include <float.h>
#include <math.h>

#include "sema-memory.h"

static SemaMatrix *
new_matrix (guint64 n_rows, gsize dim)
{
  float *values = sema_memory_alloc_n (n_rows * dim, sizeof (float), NULL);

  for (gsize i = 0; i < n_rows * dim; i++)
    values[i] = (float)((i * 7 + i / 11) % 23) - 11.0f;
  return sema_matrix_new_take (values, n_rows, dim);
}

static double *
measure (SemaMatrix *matrix)
{
  guint64 n_rows = sema_matrix_get_n_rows (matrix);
  double *norms = sema_memory_alloc_n (n_rows, sizeof *norms, NULL);

  for (guint64 row = 0; row < n_rows; row++)
    norms[row] = sema_norms_measure (sema_matrix_get_row (matrix, row), sema_matrix_get_dim (matrix));
  return norms;
}

/* Small integers: every sum is exact, whatever its order. */
static void
test_exact (void)
{
  for (gsize dim = 1; dim < 40; dim++)
    {
      g_autoptr (SemaMatrix) matrix = new_matrix (50, dim);
      double                *norms = measure (matrix);

      for (guint64 row = 0; row < 50; row++)
        {
          double sum = 0.0;

          for (gsize i = 0; i < dim; i++)
            sum += pow ((double)sema_matrix_get_row (matrix, row)[i], 2.0);
          g_assert_cmpfloat (norms[row], ==, sqrt (sum));
        }
      sema_memory_free (norms);
    }
}

static void
test_odd_numbers (void)
{
  const float            rows[][2] = {{0.0f, 0.0f}, {-0.0f, 0.0f}, {NAN, 1.0f}, {1.0f, -INFINITY}, {INFINITY, NAN}, {FLT_MAX, FLT_MAX}, {FLT_TRUE_MIN, 0.0f}, {3.0f, 4.0f}};
  float                 *values = sema_memory_alloc (sizeof rows, NULL);
  g_autoptr (SemaMatrix) matrix = NULL;
  double                *norms;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    values[i] = rows[i / 2][i % 2];
  matrix = sema_matrix_new_take (values, G_N_ELEMENTS (rows), 2);
  norms = measure (matrix);
  g_assert_cmpfloat (norms[0], ==, 0.0);
  g_assert_false (signbit (norms[1]));
  g_assert_true (isnan (norms[2]));
  g_assert_cmpfloat (norms[3], ==, INFINITY);
  g_assert_true (isnan (norms[4]));
  g_assert_cmpfloat_with_epsilon (norms[5], 4.812319096523503e38, 1e23);
  g_assert_cmpfloat (norms[6], ==, 0x1p-149);
  g_assert_cmpfloat (norms[7], ==, 5.0);
  sema_memory_free (norms);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/norms/exact", test_exact);
  g_test_add_func ("/norms/odd-numbers", test_odd_numbers);
  return g_test_run ();
}
