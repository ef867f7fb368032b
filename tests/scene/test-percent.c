/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-percent.h"

#include <math.h>

static void
assert_printed (double ratio, const char *expected)
{
  g_autofree char *text = sema_percent_print (ratio);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_whole (void)
{
  assert_printed (0.234, "23 %");
  assert_printed (0.235, "24 %");
  assert_printed (1, "100 %");
  assert_printed (0, "0 %");
}

static void
test_tiny (void)
{
  assert_printed (0.0049, "<1 %");
  assert_printed (1e-300, "<1 %");
  assert_printed (0.005, "1 %");
}

static void
test_odd (void)
{
  assert_printed (NAN, "0 %");
  assert_printed (-0.2, "0 %");
  assert_printed (1.0000001, "100 %");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/percent/whole", test_whole);
  g_test_add_func ("/scene/percent/tiny", test_tiny);
  g_test_add_func ("/scene/percent/odd", test_odd);
  return g_test_run ();
}
