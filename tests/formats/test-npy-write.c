/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-npy-write.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

/* numpy 1.24: numpy.save (file, numpy.array ([[1, -2, 0.5], [3, 4, 5e-3]], numpy.float32)) */
static const char expected_head[] = "\x93NUMPY\x01\x00v\x00{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
static const char expected_numbers[] = "\x00\x00\x80?\x00\x00\x00\xc0\x00\x00\x00?\x00\x00@@\x00\x00\x80@\n\xd7\xa3;";

static SemaMatrix *
new_matrix (void)
{
  static const float numbers[] = {1, -2, 0.5f, 3, 4, 5e-3f};
  float             *values = sema_memory_alloc (sizeof numbers, NULL);

  memcpy (values, numbers, sizeof numbers);
  return sema_matrix_new_take (values, 2, 3);
}

static void
test_bytes (void)
{
  g_autoptr (SemaMatrix) matrix = new_matrix ();
  g_autoptr (GBytes)     bytes = sema_npy_write (matrix, NULL);
  gsize                  n_bytes;
  const char            *data = g_bytes_get_data (bytes, &n_bytes);
  gsize                  head = sizeof expected_head - 1;

  g_assert_cmpuint (n_bytes, ==, 128 + 24);
  g_assert_cmpmem (data, head, expected_head, head);
  for (gsize i = head; i < 127; i++)
    g_assert_cmpint (data[i], ==, ' ');
  g_assert_cmpint (data[127], ==, '\n');
  g_assert_cmpmem (data + 128, 24, expected_numbers, 24);
}

static void
test_no_memory (void)
{
  g_autoptr (SemaMatrix) matrix = new_matrix ();
  g_autoptr (GError)     error = NULL;

  sema_memory_fail_at (1);
  g_assert_null (sema_npy_write (matrix, &error));
  sema_memory_fail_at (0);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/npy-write/bytes", test_bytes);
  g_test_add_func ("/npy-write/no-memory", test_no_memory);
  return g_test_run ();
}
