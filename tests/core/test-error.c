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
  g_assert_cmpstr (g_quark_to_string (SEMA_CORE_ERROR), ==, "SemaCoreError");
}

/* The number travels with the error, wherever it goes; other errors have none. */
static void
test_fitting_rows (void)
{
  g_autoptr (GError) error = g_error_new_literal (SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, "no");
  g_autoptr (GError) other = NULL;
  g_autoptr (GError) copy = NULL;

  g_assert_cmpuint (sema_error_get_fitting_rows (error), ==, 0);
  sema_error_set_fitting_rows (error, G_MAXUINT64);
  copy = g_error_copy (error);
  g_assert_cmpuint (sema_error_get_fitting_rows (copy), ==, G_MAXUINT64);
  sema_set_cancelled (&other);
  sema_error_set_fitting_rows (other, 7);
  sema_error_set_fitting_rows (NULL, 7);
  g_assert_cmpuint (sema_error_get_fitting_rows (other), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/cancelled", test_cancelled);
  g_test_add_func ("/error/nobody-asks", test_nobody_asks);
  g_test_add_func ("/error/fitting-rows", test_fitting_rows);
  return g_test_run ();
}
