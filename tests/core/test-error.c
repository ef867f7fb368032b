/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-error.h"

static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;

  sema_set_cancelled (&error);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_assert_cmpstr (error->message, ==, "The work was cancelled.");
}

static void
test_nobody_asks (void)
{
  sema_set_cancelled (NULL);
  g_assert_cmpstr (g_quark_to_string (SEMA_CORE_ERROR), ==, "sema_core_error");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/cancelled", test_cancelled);
  g_test_add_func ("/error/nobody-asks", test_nobody_asks);
  return g_test_run ();
}
