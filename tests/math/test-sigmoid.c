/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-sigmoid.h"

#include <math.h>

/* Against the mathematical library, to the last bits of float32. */
static void
test_values (void)
{
  static SemaSigmoid tables;

  sema_sigmoid_init (&tables);
  for (gsize i = 0; i < G_N_ELEMENTS (tables.values); i++)
    {
      double x = ((double)i + 0.5) / SEMA_SIGMOID_STEPS - SEMA_SIGMOID_LIMIT;
      double expected = 1 / (1 + exp (-x));

      g_assert_cmpfloat (fabs ((double)tables.values[i] - expected), <=, 1e-7 * expected);
      g_assert_cmpfloat (fabs ((double)tables.losses[i] + log (expected)), <=, 1e-7 * -log (expected));
    }
}

static void
test_find (void)
{
  g_assert_cmpuint (sema_sigmoid_find (-100), ==, 0);
  g_assert_cmpuint (sema_sigmoid_find (-INFINITY), ==, 0);
  g_assert_cmpuint (sema_sigmoid_find (NAN), ==, 0);
  g_assert_cmpuint (sema_sigmoid_find (-8), ==, 0);
  g_assert_cmpuint (sema_sigmoid_find (-7.984f), ==, 1);
  g_assert_cmpuint (sema_sigmoid_find (0), ==, 512);
  g_assert_cmpuint (sema_sigmoid_find (7.999f), ==, 1023);
  g_assert_cmpuint (sema_sigmoid_find (8), ==, 1023);
  g_assert_cmpuint (sema_sigmoid_find (INFINITY), ==, 1023);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sigmoid/values", test_values);
  g_test_add_func ("/sigmoid/find", test_find);
  return g_test_run ();
}
