/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-common-rows.h"

#include "comparison-sets.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "small-set.h"

static const float values[5] = {1, 2, 3, 4, 5};

static void
test_finds (void)
{
  static const char *const a[] = {"king", "queen", "king", "Mango", ""}, *const b[] = {"", "mango", "queen", "queen", "king"};
  g_autoptr (SemaSet)        set_a = small_set_new (a, values, 5, 1);
  g_autoptr (SemaSet)        set_b = small_set_new (b, values, 5, 1);
  g_autoptr (SemaCommonRows) common = sema_common_rows_new (set_a, set_b, NULL, NULL);
  const guint32              rows_a[] = {0, 1, 4}, rows_b[] = {4, 2, 0};

  g_assert_cmpmem (common->rows_a, common->n * sizeof *common->rows_a, rows_a, sizeof rows_a);
  g_assert_cmpmem (common->rows_b, common->n * sizeof *common->rows_b, rows_b, sizeof rows_b);
}

static void
test_none (void)
{
  static const char *const a[] = {"king"}, *const b[] = {"queen"};
  g_autoptr (SemaSet)        set_a = small_set_new (a, values, 1, 1);
  g_autoptr (SemaSet)        set_b = small_set_new (b, values, 1, 5);
  g_autoptr (SemaSet)        empty = small_set_new (b, values, 0, 5);
  g_autoptr (SemaCommonRows) none = sema_common_rows_new (set_a, set_b, NULL, NULL);
  g_autoptr (SemaCommonRows) nothing = sema_common_rows_new (empty, empty, NULL, NULL);

  g_assert_cmpuint (none->n, ==, 0);
  g_assert_cmpuint (nothing->n, ==, 0);
}

static void
test_failures (void)
{
  g_autoptr (SemaSet)      a = comparison_sets_draw_a ();
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_common_rows_new (a, a, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint64 nth = 1; nth <= 2; nth++)
    {
      g_autoptr (GError) no_memory = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_common_rows_new (a, a, NULL, &no_memory));
      g_assert_error (no_memory, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/common-rows/finds", test_finds);
  g_test_add_func ("/common-rows/none", test_none);
  g_test_add_func ("/common-rows/failures", test_failures);
  return g_test_run ();
}
