/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-order-text.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

static char *
print_cell (gpointer table, guint32 row, guint column)
{
  return g_strdup_printf ("%s%u", (const char *)table, row * 10 + column);
}

static const SemaOrderTable kind = {.n_columns = 3, .print_cell = print_cell};
static char                 table[] = "ä";
static const guint32        rows[] = {4, 1};

static void
test_print (void)
{
  static const char *const expected = "ä40\tä41\tä42\nä10\tä11\tä12\n";
  g_autoptr (GBytes)       text = sema_order_text_print (&kind, table, rows, 2, NULL, NULL);
  g_autoptr (GBytes)       none = sema_order_text_print (&kind, table, rows, 0, NULL, NULL);

  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), expected, strlen (expected));
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
}

static void
test_failures (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_memory_fail_at (1);
  g_assert_null (sema_order_text_print (&kind, table, rows, 2, NULL, &error));
  sema_memory_fail_at (0);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_clear_error (&error);
  sema_progress_cancel (progress);
  g_assert_null (sema_order_text_print (&kind, table, rows, 2, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-text/print", test_print);
  g_test_add_func ("/order-text/failures", test_failures);
  return g_test_run ();
}
