/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-lookup.h"

#include <math.h>

#include "sema-layer.h"
#include "sema-memory.h"

static SemaMatrix *
new_matrix (guint64 vocab, gsize dim)
{
  float *values = sema_memory_alloc_n (vocab * dim, sizeof *values, NULL);

  for (guint64 i = 0; i < vocab * dim; i++)
    values[i] = (float)i;
  return sema_matrix_new_take (values, vocab, dim);
}

static void
test_rows (void)
{
  const guint64          ids[] = {2, 0, 2};
  const float            expected[] = {4, 5, 0, 1, 4, 5};
  g_autoptr (SemaMatrix) weight = new_matrix (3, 2);
  float                  output[6];

  sema_lookup_rows (weight, ids, 3, output);
  g_assert_cmpmem (output, sizeof output, expected, sizeof expected);
}

/* The course's four ids in the course's toy: both ways come to the same, to the bit. */
static void
test_one_hot (void)
{
  const guint64          ids[] = {2, 3, 5, 1};
  g_autoptr (SemaMatrix) positions = NULL;
  g_autoptr (SemaMatrix) weight = sema_layer_make (&SEMA_LAYER_TOY, &positions, NULL, NULL);
  float                  rows[12], product[12];

  sema_lookup_rows (weight, ids, 4, rows);
  g_assert_true (sema_lookup_multiply (weight, ids, 4, product, NULL));
  g_assert_cmpmem (product, sizeof product, rows, sizeof rows);
  g_assert_cmpfloat (sema_lookup_compare (rows, product, 12), ==, 0);
}

/* Zero times infinity is not a number: there the two ways differ, and that is not hidden. */
static void
test_infinity (void)
{
  const guint64          ids[] = {0};
  float                 *values = sema_memory_alloc_n (4, sizeof *values, NULL);
  g_autoptr (SemaMatrix) weight = NULL;
  float                  rows[2], product[2];

  values[0] = 1;
  values[1] = 2;
  values[2] = INFINITY;
  values[3] = 4;
  weight = sema_matrix_new_take (values, 2, 2);
  sema_lookup_rows (weight, ids, 1, rows);
  g_assert_true (sema_lookup_multiply (weight, ids, 1, product, NULL));
  g_assert_true (isnan (product[0]));
  g_assert_cmpfloat (product[1], ==, 2);
  g_assert_true (isnan (sema_lookup_compare (rows, product, 2)));
}

static void
test_compare (void)
{
  const float a[] = {1, 2, 3}, b[] = {1, 2.5f, 2.75f};

  g_assert_cmpfloat (sema_lookup_compare (a, b, 3), ==, 0.5);
  g_assert_cmpfloat (sema_lookup_compare (a, b, 1), ==, 0);
  g_assert_cmpfloat (sema_lookup_compare (a, b, 0), ==, 0);
}

static void
test_cancel (void)
{
  const guint64            ids[] = {0};
  g_autoptr (SemaMatrix)   weight = new_matrix (3, 2);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  float                    output[2];

  sema_progress_cancel (progress);
  g_assert_false (sema_lookup_multiply (weight, ids, 1, output, progress));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lookup/rows", test_rows);
  g_test_add_func ("/lookup/one-hot", test_one_hot);
  g_test_add_func ("/lookup/infinity", test_infinity);
  g_test_add_func ("/lookup/compare", test_compare);
  g_test_add_func ("/lookup/cancel", test_cancel);
  return g_test_run ();
}
