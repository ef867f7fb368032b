/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-heatmap.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"

static void
test_values (void)
{
  g_autoptr (SemaHeatmap) heatmap = sema_heatmap_new (2, 3, NULL);
  const double            values[] = {1, -4, NAN, 2, INFINITY, 3};

  for (gsize i = 0; i < 6; i++)
    heatmap->values[i] = values[i];
  g_assert_cmpfloat (sema_heatmap_get (heatmap, 0, 1), ==, -4);
  g_assert_cmpfloat (sema_heatmap_get (heatmap, 1, 2), ==, 3);
  g_assert_cmpfloat (sema_heatmap_find_largest (heatmap), ==, 4);
  g_assert_cmpfloat (heatmap->limit, ==, 1);
}

static void
test_nothing (void)
{
  g_autoptr (SemaHeatmap) heatmap = sema_heatmap_new (0, 0, NULL);

  g_assert_cmpfloat (sema_heatmap_find_largest (heatmap), ==, 0);
  sema_heatmap_free (NULL);
}

static void
test_no_memory (void)
{
  g_autoptr (GError) error = NULL;

  sema_memory_fail_at (1);
  g_assert_null (sema_heatmap_new (2, 2, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_clear_error (&error);
  sema_memory_fail_at (0);
  g_assert_null (sema_heatmap_new (G_MAXSIZE / 2, G_MAXSIZE / 2, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heatmap/values", test_values);
  g_test_add_func ("/heatmap/nothing", test_nothing);
  g_test_add_func ("/heatmap/no-memory", test_no_memory);
  return g_test_run ();
}
