/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ticks.h"

#include <math.h>

static void
test_step (void)
{
  g_assert_cmpfloat_with_epsilon (sema_ticks_find_step (0.13), 0.2, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_ticks_find_step (0.2), 0.2, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_ticks_find_step (0.21), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_ticks_find_step (0.6), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_ticks_find_step (1), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_ticks_find_step (3700), 5000, 1e-9);
  g_assert_cmpfloat_with_epsilon (sema_ticks_find_step (7e-5), 1e-4, 1e-16);
}

static void
test_no_step (void)
{
  g_assert_cmpfloat (sema_ticks_find_step (0), ==, 0);
  g_assert_cmpfloat (sema_ticks_find_step (-1), ==, 0);
  g_assert_cmpfloat (sema_ticks_find_step (NAN), ==, 0);
  g_assert_cmpfloat (sema_ticks_find_step (INFINITY), ==, 0);
}

static void
assert_ticks (double from, double to, double step, const char *const *expected, guint n)
{
  SemaTicks ticks;

  sema_ticks_find (&ticks, from, to, step);
  g_assert_cmpuint (ticks.n, ==, n);
  for (guint i = 0; i < n; i++)
    {
      char text[SEMA_TICK_SIZE];

      g_assert_cmpstr (sema_ticks_print (&ticks, i, text), ==, expected[i]);
    }
}

static void
test_find (void)
{
  const char *const fifths[] = {"−0.4", "−0.2", "0.0", "0.2"};
  const char *const halves[] = {"1.5", "2.0"};
  const char *const tens[] = {"−10", "0", "10", "20"};

  assert_ticks (-0.45, 0.39, 0.2, fifths, 4);
  assert_ticks (-0.4, 0.2, 0.2, fifths, 4);
  assert_ticks (1.1, 2.2, 0.5, halves, 2);
  assert_ticks (-11, 29, 10, tens, 4);
}

static void
test_none (void)
{
  assert_ticks (0.1, 0.3, 0.5, NULL, 0);
  assert_ticks (0, 1, 0, NULL, 0);
  assert_ticks (0, 1, 1e-6, NULL, 0);
  assert_ticks (1e300, 2e300, 1, NULL, 0);
  assert_ticks (NAN, 1, 1, NULL, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/ticks/step", test_step);
  g_test_add_func ("/scene/ticks/no-step", test_no_step);
  g_test_add_func ("/scene/ticks/find", test_find);
  g_test_add_func ("/scene/ticks/none", test_none);
  return g_test_run ();
}
