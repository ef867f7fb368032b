/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-duplicates.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

#define N 6

static SemaMatrix *
new_matrix (void)
{
  static const float numbers[N * 2] = {1, 2, 3, 4, 1, 2, 5, 6, 3, 4, 1, 2};
  float             *values = sema_memory_alloc (sizeof numbers, NULL);

  memcpy (values, numbers, sizeof numbers);
  return sema_matrix_new_take (values, N, 2);
}

/* Rows whose hashes are all the same are told apart by their numbers; and those that pass for zero are left alone. */
static void
test_bad_hash (void)
{
  const guint64          hashes[N] = {7, 7, 7, 7, 7, 7};
  guint8                 flags[N] = {0, 0, 0, 0, 0, SEMA_ROW_ZERO};
  guint32                firsts[N];
  SemaRowCheck           check = {N, flags, firsts};
  g_autoptr (SemaMatrix) matrix = new_matrix ();
  const guint32          expected[N] = {0, 1, 0, 3, 1, 5};

  g_assert_true (sema_duplicates_find (matrix, hashes, &check, NULL, NULL));
  g_assert_cmpmem (firsts, sizeof firsts, expected, sizeof expected);
  g_assert_cmpuint (flags[2], ==, SEMA_ROW_DUPLICATE);
  g_assert_cmpuint (flags[3], ==, 0);
  g_assert_cmpuint (flags[5], ==, SEMA_ROW_ZERO);
}

static void
test_failures (void)
{
  const guint64            hashes[N] = {1, 2, 1, 3, 2, 1};
  guint8                   flags[N] = {0};
  guint32                  firsts[N];
  SemaRowCheck             check = {N, flags, firsts};
  g_autoptr (SemaMatrix)   matrix = new_matrix ();
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL, no_memory = NULL;

  sema_progress_cancel (progress);
  g_assert_false (sema_duplicates_find (matrix, hashes, &check, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  sema_memory_fail_at (1);
  g_assert_false (sema_duplicates_find (matrix, hashes, &check, NULL, &no_memory));
  g_assert_error (no_memory, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicates/bad-hash", test_bad_hash);
  g_test_add_func ("/duplicates/failures", test_failures);
  return g_test_run ();
}
