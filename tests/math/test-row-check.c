/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-row-check.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

static SemaMatrix *
new_matrix (const float *numbers, guint64 n_rows, gsize dim)
{
  float *values = sema_memory_alloc_n (MAX (n_rows, 1) * dim, sizeof *values, NULL);

  memcpy (values, numbers, n_rows * dim * sizeof *values);
  return sema_matrix_new_take (values, n_rows, dim);
}

static float
make_nan (guint32 payload)
{
  guint32 bits = 0x7fc00000u | payload;
  float   value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

static void
test_kinds (void)
{
  /* clang-format off */
  const float numbers[] = {
    1, 2, 3,                        /* 0 */
    0, -0.0f, 0,                    /* 1 zero */
    2, 2, 2,                        /* 2 constant */
    0, 0, 0,                        /* 3 zero, and no duplicate of 1 */
    1, 2, 3,                        /* 4 as 0 */
    1, make_nan (1), 3,             /* 5 NaN */
    1, make_nan (1), 3,             /* 6 the same bits */
    1, make_nan (2), 3,             /* 7 another NaN */
    INFINITY, 1, -INFINITY,         /* 8 */
    INFINITY, make_nan (1), 1,      /* 9 */
    1, 0, 3,                        /* 10 */
    1, -0.0f, 3,                    /* 11 another zero than 10 */
    1, 2, 3,                        /* 12 as 0 */
    2, 2, 2,                        /* 13 as 2 */
    INFINITY, INFINITY, INFINITY,   /* 14 not finite, so not constant */
    1e-45f, 0, 0,                   /* 15 the smallest number is not zero */
  };
  const guint flags[] = {
    0, SEMA_ROW_ZERO, SEMA_ROW_CONSTANT, SEMA_ROW_ZERO, SEMA_ROW_DUPLICATE, SEMA_ROW_NAN, SEMA_ROW_NAN | SEMA_ROW_DUPLICATE, SEMA_ROW_NAN,
    SEMA_ROW_INFINITE, SEMA_ROW_NOT_FINITE, 0, 0, SEMA_ROW_DUPLICATE, SEMA_ROW_CONSTANT | SEMA_ROW_DUPLICATE, SEMA_ROW_INFINITE, 0,
  };
  const guint32 firsts[] = {0, 1, 2, 3, 0, 5, 5, 7, 8, 9, 10, 11, 0, 2, 14, 15};
  /* clang-format on */
  const guint64            n = G_N_ELEMENTS (flags);
  g_autoptr (SemaMatrix)   matrix = new_matrix (numbers, n, 3);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (SemaRowCheck) check = sema_row_check_new (matrix, progress, NULL);

  g_assert_cmpuint (check->n_rows, ==, n);
  for (guint row = 0; row < n; row++)
    {
      g_assert_cmpuint (check->flags[row], ==, flags[row]);
      g_assert_cmpuint (check->firsts[row], ==, firsts[row]);
    }
  g_assert_cmpuint (sema_progress_get_done (progress), ==, n);
}

/* One number is not constant, it is a number. */
static void
test_small (void)
{
  const float              numbers[] = {5, 0, 5};
  g_autoptr (SemaMatrix)   matrix = new_matrix (numbers, 3, 1);
  g_autoptr (SemaMatrix)   empty = new_matrix (numbers, 0, 3);
  g_autoptr (SemaRowCheck) check = sema_row_check_new (matrix, NULL, NULL);
  g_autoptr (SemaRowCheck) none = sema_row_check_new (empty, NULL, NULL);

  g_assert_cmpuint (check->flags[0], ==, 0);
  g_assert_cmpuint (check->flags[1], ==, SEMA_ROW_ZERO);
  g_assert_cmpuint (check->flags[2], ==, SEMA_ROW_DUPLICATE);
  g_assert_cmpuint (none->n_rows, ==, 0);
}

/* Halves are what they are as float32; a float64 that no float32 tells from another is the same. */
static void
test_other_numbers (void)
{
  const guint16            halves[] = {0x3c00, 0x8000, 0x7e01, 0x3c00, 0x3c00, 0x8000, 0x0000, 0x8000};
  const double             doubles[] = {1, 2, 1 + 1e-15, 2, 1e300, 2, 0, 0};
  const SemaMatrixOwner    nobody = {NULL, NULL, NULL};
  g_autoptr (SemaMatrix)   first = sema_matrix_new_lent_numbers ((const guint8 *)halves, SEMA_NUMBERS_FLOAT16, 4, 2, &nobody);
  g_autoptr (SemaMatrix)   second = sema_matrix_new_lent_numbers ((const guint8 *)doubles, SEMA_NUMBERS_FLOAT64, 4, 2, &nobody);
  g_autoptr (SemaRowCheck) a = sema_row_check_new (first, NULL, NULL);
  g_autoptr (SemaRowCheck) b = sema_row_check_new (second, NULL, NULL);
  const guint8             of_halves[] = {0, SEMA_ROW_NAN, SEMA_ROW_DUPLICATE, SEMA_ROW_ZERO};
  const guint8             of_doubles[] = {0, SEMA_ROW_DUPLICATE, SEMA_ROW_INFINITE, SEMA_ROW_ZERO};

  g_assert_cmpmem (a->flags, 4, of_halves, 4);
  g_assert_cmpmem (b->flags, 4, of_doubles, 4);
}

/* Many rows in many chunks: each seventh is one of ten. The threads change nothing. */
static void
test_threads (void)
{
  const guint32            n = 20000;
  const gsize              dim = 100;
  float                   *values = sema_memory_alloc_n (n * dim, sizeof *values, NULL);
  g_autoptr (SemaMatrix)   matrix = sema_matrix_new_take (values, n, dim);
  g_autoptr (SemaRowCheck) one = NULL, many = NULL;

  for (guint32 i = 0; i < n * dim; i++)
    values[i] = (float)((i / dim) % 7 == 0 ? (i / dim) / 7 % 10 * 1000 + i % dim : i + 100000);
  sema_parallel_set_threads (1);
  one = sema_row_check_new (matrix, NULL, NULL);
  sema_parallel_set_threads (4);
  many = sema_row_check_new (matrix, NULL, NULL);
  sema_parallel_set_threads (0);
  g_assert_cmpmem (one->flags, n, many->flags, n);
  g_assert_cmpmem (one->firsts, n * sizeof *one->firsts, many->firsts, n * sizeof *many->firsts);
  for (guint32 row = 0; row < n; row++)
    g_assert_cmpuint (one->firsts[row], ==, row % 7 == 0 ? row % 70 : row);
}

static void
test_failures (void)
{
  const float              numbers[] = {1, 2};
  g_autoptr (SemaMatrix)   matrix = new_matrix (numbers, 1, 2);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_row_check_new (matrix, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint64 nth = 1; nth <= 4; nth++)
    {
      g_autoptr (GError) no_memory = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_row_check_new (matrix, NULL, &no_memory));
      g_assert_error (no_memory, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-check/kinds", test_kinds);
  g_test_add_func ("/row-check/small", test_small);
  g_test_add_func ("/row-check/other-numbers", test_other_numbers);
  g_test_add_func ("/row-check/threads", test_threads);
  g_test_add_func ("/row-check/failures", test_failures);
  return g_test_run ();
}
