/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-matrix.h"

#include "sema-memory.h"

static void
test_rows (void)
{
  float      *values = sema_memory_alloc_n (6, sizeof (float), NULL);
  SemaMatrix *matrix;

  for (guint i = 0; i < 6; i++)
    values[i] = (float)i;
  matrix = sema_matrix_new_take (values, 2, 3);
  g_assert_cmpuint (sema_matrix_get_n_rows (matrix), ==, 2);
  g_assert_cmpuint (sema_matrix_get_dim (matrix), ==, 3);
  g_assert_true (sema_matrix_get_row (matrix, 0) == values);
  g_assert_cmpfloat (sema_matrix_get_row (matrix, 1)[2], ==, 5.0f);
  g_assert_true (sema_matrix_ref (matrix) == matrix);
  sema_matrix_unref (matrix);
  g_assert_cmpuint (sema_memory_get_used (), ==, 6 * sizeof (float));
  sema_matrix_unref (matrix);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static void
test_no_rows (void)
{
  g_autoptr (SemaMatrix) matrix = sema_matrix_new_take (NULL, 0, 300);

  g_assert_cmpuint (sema_matrix_get_n_rows (matrix), ==, 0);
  g_assert_cmpuint (sema_matrix_get_dim (matrix), ==, 300);
  sema_matrix_unref (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix/rows", test_rows);
  g_test_add_func ("/matrix/no-rows", test_no_rows);
  return g_test_run ();
}
