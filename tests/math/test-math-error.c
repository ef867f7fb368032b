/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-math-error.h"

static void
test_quark (void)
{
  g_assert_cmpstr (g_quark_to_string (SEMA_MATH_ERROR), ==, "sema-math-error-quark");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/math-error/quark", test_quark);
  return g_test_run ();
}
