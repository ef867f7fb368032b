/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-order.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "small-set.h"

static void
check (const double *values, guint32 n, gboolean descending, const guint32 *expected)
{
  guint32 *order = sema_order_new (values, n, descending, NULL, NULL);

  for (guint32 i = 0; i < n; i++)
    g_assert_cmpuint (order[i], ==, expected[i]);
  sema_memory_free (order);
}

/* Infinite and tiny ones, both zeros, equal ones, and what is no number. */
static void
test_hard_numbers (void)
{
  static const double values[] = {NAN, 1, -INFINITY, 0.0, -0.0, -1e-310, 1, INFINITY, -2.5, -NAN, 1e-310};

  check (values, G_N_ELEMENTS (values), FALSE, (const guint32[]) {2, 8, 5, 3, 4, 10, 1, 6, 7, 0, 9});
  check (values, G_N_ELEMENTS (values), TRUE, (const guint32[]) {7, 1, 6, 10, 3, 4, 5, 8, 2, 0, 9});
}

static void
check_ordered (const double *values, guint32 n, const guint32 *order, gboolean descending)
{
  for (guint32 i = 1; i < n; i++)
    {
      double before = values[order[i - 1]], after = values[order[i]];

      g_assert_true (descending ? before >= after : before <= after);
      g_assert_true (before != after || order[i - 1] < order[i]);
    }
}

static void
test_many (void)
{
  const guint32        n = 30000;
  g_autofree double   *values = g_new (double, n);
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  SemaRandom           random;

  sema_random_init (&random, 5);
  for (guint32 i = 0; i < n; i++)
    values[i] = i % 3 == 0 ? round (20 * small_set_draw (&random)) : small_set_draw (&random);
  for (guint descending = 0; descending < 2; descending++)
    {
      guint32 *order = sema_order_new (values, n, descending == 1, NULL, NULL);

      check_ordered (values, n, order, descending == 1);
      for (guint32 i = 0; i < n; i++)
        seen[order[i]] = TRUE;
      sema_memory_free (order);
    }
  for (guint32 i = 0; i < n; i++)
    g_assert_true (seen[i]);
}

static void
test_failures (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  const double             values[] = {2, 1};
  guint32                 *none = sema_order_new (NULL, 0, FALSE, NULL, NULL);

  g_assert_nonnull (none);
  sema_memory_free (none);
  sema_progress_cancel (progress);
  g_assert_null (sema_order_new (values, 2, FALSE, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint nth = 1; nth <= 2; nth++)
    {
      g_clear_error (&error);
      sema_memory_fail_at (nth);
      g_assert_null (sema_order_new (values, 2, FALSE, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/hard-numbers", test_hard_numbers);
  g_test_add_func ("/order/many", test_many);
  g_test_add_func ("/order/failures", test_failures);
  return g_test_run ();
}
