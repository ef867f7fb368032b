/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensor-bytes.h"

#include <string.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-file.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

static void
test_file (void)
{
  g_autofree char            *path = sema_test_files_write ("bytes", "abcdef", 6);
  g_autoptr (SemaTensorBytes) bytes = sema_tensor_bytes_open (path, NULL, NULL);
  guint8                      buffer[3];
  guint8                     *copy;

  g_assert_cmpuint (sema_tensor_bytes_get_size (bytes), ==, 6);
  g_assert_cmpstr (sema_tensor_bytes_get_label (bytes), ==, "bytes");
  g_assert_null (sema_tensor_bytes_peek (bytes, 0));
  g_assert_true (sema_tensor_bytes_read (bytes, 2, buffer, 3, NULL));
  g_assert_cmpmem (buffer, 3, "cde", 3);
  g_assert_true (sema_tensor_bytes_read (bytes, 6, buffer, 0, NULL));
  sema_tensor_bytes_map (bytes);
  g_assert_cmpmem (sema_tensor_bytes_peek (bytes, 4), 2, "ef", 2);
  g_assert_true (sema_tensor_bytes_check_lost (bytes, NULL));
  g_assert_true (sema_tensor_bytes_hold (bytes, 6, &copy, NULL) == sema_tensor_bytes_peek (bytes, 0));
  g_assert_null (copy);
}

static void
test_memory (void)
{
  guint8                     *memory = sema_memory_alloc (4, NULL);
  g_autoptr (SemaTensorBytes) bytes = sema_tensor_bytes_new_take (memcpy (memory, "wxyz", 4), 4, "m");
  guint8                      buffer[2];

  sema_tensor_bytes_map (bytes);
  g_assert_cmpmem (sema_tensor_bytes_peek (bytes, 1), 3, "xyz", 3);
  g_assert_true (sema_tensor_bytes_read (bytes, 2, buffer, 2, NULL));
  g_assert_cmpmem (buffer, 2, "yz", 2);
}

/* A file that is cut while it is open: what is read says so, what is mapped reads as zeros and says so afterwards. */
static void
test_cut (void)
{
  g_autofree char            *text = g_strnfill (100000, 'x');
  g_autofree char            *path = sema_test_files_write ("cut", text, 100000);
  g_autoptr (SemaTensorBytes) read = sema_tensor_bytes_open (path, NULL, NULL);
  g_autoptr (SemaTensorBytes) mapped = sema_tensor_bytes_open (path, NULL, NULL);
  g_autoptr (GError)          error = NULL;
  guint8                      buffer[10];

  sema_tensor_bytes_map (mapped);
  g_assert_cmpint (truncate (path, 10), ==, 0);
  g_assert_false (sema_tensor_bytes_read (read, 5, buffer, 10, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "was cut at byte 10"));
  g_clear_error (&error);
  g_assert_cmpint (*sema_tensor_bytes_peek (mapped, 99999), ==, 0);
  g_assert_false (sema_tensor_bytes_check_lost (mapped, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_LOST);
}

static void
test_cancel (void)
{
  g_autofree char            *path = sema_test_files_write ("bytes", "abcdef", 6);
  g_autoptr (SemaProgress)    progress = sema_progress_new ();
  g_autoptr (SemaTensorBytes) bytes = sema_tensor_bytes_open (path, progress, NULL);
  g_autoptr (GError)          error = NULL;
  guint8                      byte;

  sema_progress_cancel (progress);
  g_assert_true (sema_tensor_bytes_get_progress (bytes) == progress);
  g_assert_false (sema_tensor_bytes_read (bytes, 0, &byte, 1, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  sema_tensor_bytes_set_progress (bytes, NULL);
  g_assert_true (sema_tensor_bytes_read (bytes, 0, &byte, 1, NULL));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/tensor-bytes/file", test_file);
  g_test_add_func ("/formats/tensor-bytes/memory", test_memory);
  g_test_add_func ("/formats/tensor-bytes/cut", test_cut);
  g_test_add_func ("/formats/tensor-bytes/cancel", test_cancel);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
