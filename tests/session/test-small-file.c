/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-small-file.h"

#include <glib/gstdio.h>

static void
assert_refused (const char *path, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  gsize              length;

  g_assert_null (sema_small_file_read (path, &length, &error));
  g_assert_error (error, G_FILE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, message));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_read (void)
{
  g_autofree char   *path = NULL, *text = NULL, *below = NULL;
  g_autoptr (GError) error = NULL;
  gsize              length;

  g_close (g_file_open_tmp ("semascope-small-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, "a\0b", 3, NULL));
  text = sema_small_file_read (path, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (text, length + 1, "a\0b", 4);
  below = g_build_filename (path, "x.txt", NULL);
  assert_refused (below, G_FILE_ERROR_NOTDIR, "There is no file “x.txt”.");
  g_unlink (path);
  assert_refused (path, G_FILE_ERROR_NOENT, "There is no file “semascope-small-");
}

static void
test_refused (void)
{
  assert_refused ("", G_FILE_ERROR_NOENT, "The name of the file is empty.");
  assert_refused ("/", G_FILE_ERROR_ISDIR, "“/” is a folder; an ordinary file is needed.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/small-file/read", test_read);
  g_test_add_func ("/small-file/refused", test_refused);
  return g_test_run ();
}
