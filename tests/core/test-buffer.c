/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-buffer.h"

#include "sema-error.h"
#include "sema-memory.h"

static void
test_append (void)
{
  g_auto (SemaBuffer) buffer = {0};
  guint64            *numbers;

  for (guint64 i = 0; i < 100000; i++)
    *(guint64 *)sema_buffer_append (&buffer, sizeof i, NULL) = i;
  g_assert_cmpuint (buffer.n_bytes, ==, 800000);
  numbers = sema_buffer_steal (&buffer, NULL);
  g_assert_cmpuint (sema_memory_get_used (), ==, 800000);
  for (guint64 i = 0; i < 100000; i++)
    g_assert_cmpuint (numbers[i], ==, i);
  g_assert_null (buffer.data);
  sema_memory_free (numbers);
}

static void
test_first_reserve_is_exact (void)
{
  g_auto (SemaBuffer) buffer = {0};

  g_assert_true (sema_buffer_reserve (&buffer, 1000, NULL));
  g_assert_cmpuint (buffer.capacity, ==, 1000);
  sema_buffer_append (&buffer, 1000, NULL);
  sema_buffer_append (&buffer, 1, NULL);
  g_assert_cmpuint (buffer.capacity, ==, 1501);
}

static void
test_budget (void)
{
  g_auto (SemaBuffer) buffer = {0};
  g_autoptr (GError)  error = NULL;

  sema_memory_set_budget (12000);
  g_assert_nonnull (sema_buffer_append (&buffer, 5000, NULL));
  /* Half more would not fit beside the old block; a sixteenth does. */
  g_assert_nonnull (sema_buffer_append (&buffer, 1000, NULL));
  g_assert_cmpuint (buffer.capacity, ==, 6375);
  g_assert_null (sema_buffer_append (&buffer, 1000, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_cmpuint (buffer.n_bytes, ==, 6000);
  g_clear_error (&error);
  g_assert_false (sema_buffer_reserve (&buffer, G_MAXSIZE, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  sema_memory_set_budget (0);
}

static void
test_empty (void)
{
  g_auto (SemaBuffer) buffer = {0};
  gpointer            block;

  g_assert_nonnull (sema_buffer_append (&buffer, 0, NULL));
  block = sema_buffer_steal (&buffer, NULL);
  g_assert_nonnull (block);
  sema_memory_free (block);
  block = sema_buffer_steal (&buffer, NULL);
  g_assert_nonnull (block);
  sema_memory_free (block);
  sema_buffer_clear (&buffer);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/buffer/append", test_append);
  g_test_add_func ("/buffer/first-reserve-is-exact", test_first_reserve_is_exact);
  g_test_add_func ("/buffer/budget", test_budget);
  g_test_add_func ("/buffer/empty", test_empty);
  return g_test_run ();
}
