/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vectors.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "small-set.h"

static const char *const words[] = {"a", "b", "zero", "nan", "inf", "tiny"};
static const float       values[] = {3, 4, -8, 6, 0, 0, NAN, 1, 1, -INFINITY, 1e-45f, 0};

static SemaSet *
new_set (void)
{
  return small_set_new (words, values, G_N_ELEMENTS (words), 2);
}

static void
test_usable (void)
{
  g_autoptr (SemaSet) set = new_set ();
  const gboolean      unit[] = {TRUE, TRUE, FALSE, FALSE, FALSE, TRUE};
  const gboolean      raw[] = {TRUE, TRUE, TRUE, FALSE, FALSE, TRUE};

  for (gsize row = 0; row < G_N_ELEMENTS (words); row++)
    {
      g_assert_cmpint (sema_vectors_is_usable (set, row, SEMA_VECTORS_UNIT), ==, unit[row]);
      g_assert_cmpint (sema_vectors_is_usable (set, row, SEMA_VECTORS_RAW), ==, raw[row]);
    }
}

static void
test_gather (void)
{
  g_autoptr (SemaSet) set = new_set ();
  const guint64       rows[] = {5, 0, 1, 0};
  const double        unit[] = {1, 0, 0.6, 0.8, -0.8, 0.6, 0.6, 0.8};
  double             *raw_vectors = sema_vectors_gather (set, rows, 4, SEMA_VECTORS_RAW, NULL);
  double             *unit_vectors = sema_vectors_gather (set, rows, 4, SEMA_VECTORS_UNIT, NULL);
  double             *none = sema_vectors_gather (set, NULL, 0, SEMA_VECTORS_UNIT, NULL);

  for (gsize i = 0; i < 8; i++)
    {
      g_assert_cmpfloat (raw_vectors[i], ==, (double)values[rows[i / 2] * 2 + i % 2]);
      g_assert_cmpfloat_with_epsilon (unit_vectors[i], unit[i], 1e-15);
    }
  g_assert_nonnull (none);
  sema_memory_free (raw_vectors);
  sema_memory_free (unit_vectors);
  sema_memory_free (none);
}

static void
test_gather_without_memory (void)
{
  g_autoptr (SemaSet) set = new_set ();
  g_autoptr (GError)  error = NULL;
  const guint64       row = 0;

  sema_memory_fail_at (1);
  g_assert_null (sema_vectors_gather (set, &row, 1, SEMA_VECTORS_RAW, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  sema_memory_fail_at (0);
}

static void
test_measures (void)
{
  g_autoptr (SemaSet) set = new_set ();
  const double        b[] = {-8, 6};

  g_assert_cmpfloat (sema_vectors_norm (b, 2), ==, 10);
  g_assert_cmpfloat (sema_vectors_norm (b, 0), ==, 0);
  g_assert_cmpfloat_with_epsilon (sema_vectors_cosine (set, 0, 1), 0, 1e-15);
  g_assert_cmpfloat_with_epsilon (sema_vectors_cosine (set, 0, 5), 0.6, 1e-15);
  g_assert_cmpfloat (sema_vectors_cosine (set, 5, 5), ==, 1);
  g_assert_cmpfloat_with_epsilon (sema_vectors_distance (set, 0, 1), sqrt (125), 1e-14);
  g_assert_cmpfloat (sema_vectors_distance (set, 0, 2), ==, 5);
}

static void
test_undefined (void)
{
  g_autoptr (SemaSet) set = new_set ();

  for (guint64 row = 2; row < 5; row++)
    {
      g_assert_true (isnan (sema_vectors_cosine (set, 0, row)));
      g_assert_true (isnan (sema_vectors_cosine (set, row, row)));
    }
  g_assert_true (isnan (sema_vectors_distance (set, 3, 0)));
  g_assert_true (isnan (sema_vectors_distance (set, 4, 4)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vectors/usable", test_usable);
  g_test_add_func ("/vectors/gather", test_gather);
  g_test_add_func ("/vectors/gather-without-memory", test_gather_without_memory);
  g_test_add_func ("/vectors/measures", test_measures);
  g_test_add_func ("/vectors/undefined", test_undefined);
  return g_test_run ();
}
