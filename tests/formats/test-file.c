/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-test-files.h"

static void
assert_refused (const char *path, const char *part)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (SemaFile) file = sema_file_open (path, NULL, &error);

  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  g_assert_null (file);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not hold “%s”", error->message, part);
}

static void
test_read (void)
{
  g_autofree char         *path = sema_test_files_write ("ten", "0123456789", 10);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  g_autoptr (SemaFile)     file = sema_file_open (path, progress, &error);
  guint8                   buffer[16];
  gsize                    n;

  g_assert_no_error (error);
  g_assert_cmpuint (sema_file_get_size (file), ==, 10);
  g_assert_cmpuint (sema_progress_get_total (progress), ==, 10);
  g_assert_true (sema_file_read (file, buffer, 4, &n, &error));
  g_assert_cmpmem (buffer, n, "0123", 4);
  g_assert_cmpuint (sema_progress_get_done (progress), ==, 4);
  g_assert_true (sema_file_read (file, buffer, sizeof buffer, &n, &error));
  g_assert_cmpmem (buffer, n, "456789", 6);
  g_assert_true (sema_file_read (file, buffer, sizeof buffer, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (sema_file_rewind (file, &error));
  g_assert_cmpuint (sema_file_get_offset (file), ==, 0);
  g_assert_true (sema_file_read (file, buffer, sizeof buffer, &n, &error));
  g_assert_cmpuint (n, ==, 10);
  g_assert_cmpstr (sema_file_get_label (file), ==, "ten");
}

static void
test_no_file (void)
{
  assert_refused ("/nowhere/at all.bin", "There is no file “at all.bin”");
  assert_refused ("", "The name of the file is empty.");
}

static void
test_folder (void)
{
  assert_refused (sema_test_files_folder (), "is a folder");
}

static void
test_device (void)
{
  assert_refused ("/dev/zero", "“zero” is a device");
  assert_refused ("/dev/null", "“null” is a device");
}

static void
test_pipe (void)
{
  g_autofree char *path = g_build_filename (sema_test_files_folder (), "pipe", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, "“pipe” is a pipe");
  g_remove (path);
}

static void
test_unreadable (void)
{
  g_autofree char *path = sema_test_files_write ("secret", "a 1\n", 4);

  if (geteuid () == 0)
    {
      g_test_skip ("root may read every file");
      return;
    }
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  assert_refused (path, "permissions");
}

/* A file that has no size and yet has contents is read to its end. */
static void
test_proc (void)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (SemaFile) file = sema_file_open ("/proc/self/status", NULL, &error);
  guint8               buffer[64];
  gsize                n;

  g_assert_no_error (error);
  g_assert_cmpuint (sema_file_get_size (file), ==, 0);
  g_assert_true (sema_file_read (file, buffer, sizeof buffer, &n, &error));
  g_assert_cmpuint (n, ==, sizeof buffer);
}

static guint n_calls;

static gssize
read_with_trouble (int fd, void *buffer, gsize n_bytes)
{
  if (n_calls++ % 2 == 0)
    {
      errno = EINTR;
      return -1;
    }
  return read (fd, buffer, MIN (n_bytes, 3));
}

static gssize
read_and_fail (int fd, void *buffer, gsize n_bytes)
{
  if (n_calls++ == 2)
    {
      errno = EIO;
      return -1;
    }
  return read (fd, buffer, MIN (n_bytes, 3));
}

static void
test_short_reads (void)
{
  g_autofree char     *path = sema_test_files_write ("short", "0123456789", 10);
  g_autoptr (GError)   error = NULL;
  g_autoptr (SemaFile) file = sema_file_open (path, NULL, &error);
  guint8               buffer[16];
  gsize                n;

  n_calls = 0;
  sema_file_set_read (read_with_trouble);
  g_assert_true (sema_file_read (file, buffer, sizeof buffer, &n, &error));
  sema_file_set_read (NULL);
  g_assert_no_error (error);
  g_assert_cmpmem (buffer, n, "0123456789", 10);
}

static void
test_failing_disk (void)
{
  g_autofree char     *path = sema_test_files_write ("failing", "0123456789", 10);
  g_autoptr (GError)   error = NULL;
  g_autoptr (SemaFile) file = sema_file_open (path, NULL, &error);
  guint8               buffer[16];
  gsize                n;

  n_calls = 0;
  sema_file_set_read (read_and_fail);
  g_assert_false (sema_file_read (file, buffer, sizeof buffer, &n, &error));
  sema_file_set_read (NULL);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "“failing” cannot be read at byte 6:"));
}

static void
test_cancel (void)
{
  g_autofree char         *path = sema_test_files_write ("cancel", "0123456789", 10);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  g_autoptr (SemaFile)     file = sema_file_open (path, progress, &error);
  guint8                   buffer[16];
  gsize                    n;

  sema_progress_cancel (progress);
  g_assert_false (sema_file_read (file, buffer, sizeof buffer, &n, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/file/read", test_read);
  g_test_add_func ("/formats/file/no-file", test_no_file);
  g_test_add_func ("/formats/file/folder", test_folder);
  g_test_add_func ("/formats/file/device", test_device);
  g_test_add_func ("/formats/file/pipe", test_pipe);
  g_test_add_func ("/formats/file/unreadable", test_unreadable);
  g_test_add_func ("/formats/file/proc", test_proc);
  g_test_add_func ("/formats/file/short-reads", test_short_reads);
  g_test_add_func ("/formats/file/failing-disk", test_failing_disk);
  g_test_add_func ("/formats/file/cancel", test_cancel);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
