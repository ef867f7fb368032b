/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"

static void
test_range (void)
{
  const double          values[] = {0.2, NAN, 0.5, 0.3};
  g_autoptr (SemaRuler) ruler = sema_ruler_new (4, NULL);
  double                least, largest;

  for (gsize i = 0; i < 4; i++)
    {
      ruler->values[i] = values[i];
      g_assert_cmpuint (ruler->marked[i], ==, 0);
    }
  g_assert_cmpuint (sema_ruler_get_range (ruler, &least, &largest), ==, 3);
  g_assert_cmpfloat (least, ==, 0);
  g_assert_cmpfloat (largest, ==, 0.5);
  ruler->values[3] = -0.7;
  sema_ruler_get_range (ruler, &least, &largest);
  g_assert_cmpfloat (least, ==, -0.7);
}

static void
test_empty (void)
{
  g_autoptr (SemaRuler) ruler = sema_ruler_new (0, NULL);
  double                least, largest;

  g_assert_cmpuint (sema_ruler_get_range (ruler, &least, &largest), ==, 0);
  g_assert_cmpfloat (least, ==, 0);
  g_assert_cmpfloat (largest, ==, 0);
  sema_ruler_free (NULL);
}

static void
test_no_memory (void)
{
  for (guint64 nth = 1; nth <= 2; nth++)
    {
      g_autoptr (GError)    error = NULL;
      g_autoptr (SemaRuler) ruler = NULL;

      sema_memory_fail_at (nth);
      ruler = sema_ruler_new (9, &error);
      sema_memory_fail_at (0);
      g_assert_null (ruler);
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ruler/range", test_range);
  g_test_add_func ("/ruler/empty", test_empty);
  g_test_add_func ("/ruler/no-memory", test_no_memory);
  return g_test_run ();
}
