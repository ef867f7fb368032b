/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-kept.h"

#include <glib/gstdio.h>
#include <string.h>

/* A text of 17 MB, whose rows are mostly blanks. */
static char *
write_large (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *blanks = g_strnfill (17000, ' ');
  char               *path;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "w%u %u.5%s%u\n", i, i % 7, blanks, i % 11);
  g_close (g_file_open_tmp ("semascope-kept-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, text->str, (gssize)text->len, NULL));
  return path;
}

static SemaSet *
open_and_keep (const char *path, guint64 most_bytes, SemaKeptNote *note)
{
  g_autoptr (GError) error = NULL;
  SemaSet           *set = sema_kept_open (path, &(SemaFormatsOptions) {0}, most_bytes, note, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (sema_kept_store (path, NULL, note, set, most_bytes, NULL, &error));
  g_assert_no_error (error);
  return set;
}

static void
test_second_time (void)
{
  g_autofree char    *path = write_large ();
  g_autoptr (SemaSet) first = NULL;
  g_autoptr (SemaSet) second = NULL;
  SemaKeptNote        note;

  sema_kept_empty ();
  first = open_and_keep (path, SEMA_KEPT_MOST, &note);
  g_assert_true (note.is_wanted);
  g_assert_false (sema_matrix_is_lent (sema_set_get_matrix (first)));
  g_assert_cmpuint (sema_kept_measure (), >, 1000 * 8);
  second = open_and_keep (path, SEMA_KEPT_MOST, &note);
  g_assert_false (note.is_wanted);
  g_assert_true (sema_matrix_is_lent (sema_set_get_matrix (second)));
  g_assert_cmpuint (sema_set_get_n_rows (second), ==, 1000);
  g_assert_cmpfloat (sema_set_get_row (second, 999)[1], ==, 999 % 11);
  sema_kept_empty ();
  g_assert_cmpuint (sema_kept_measure (), ==, 0);
  g_unlink (path);
}

static void
test_off (void)
{
  g_autofree char    *path = write_large ();
  g_autoptr (SemaSet) set = NULL;
  SemaKeptNote        note;

  set = open_and_keep (path, 0, &note);
  g_assert_false (note.is_wanted);
  g_assert_cmpuint (sema_kept_measure (), ==, 0);
  g_unlink (path);
}

/* What is small opens fast by itself, and no byte of it is read to know it again. */
static void
test_small (void)
{
  g_autofree char    *path = NULL;
  g_autoptr (SemaSet) set = NULL;
  SemaKeptNote        note;

  g_close (g_file_open_tmp ("semascope-kept-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, "a 1 2\nb 3 4\n", -1, NULL));
  set = open_and_keep (path, SEMA_KEPT_MOST, &note);
  g_assert_false (note.is_wanted);
  g_assert_cmpuint (note.key.size, ==, 0);
  g_assert_cmpuint (sema_kept_measure (), ==, 0);
  g_unlink (path);
}

static void
test_failure (void)
{
  g_autoptr (GError) error = NULL;
  SemaKeptNote       note;

  g_assert_null (sema_kept_open ("/proc/no-such-file", &(SemaFormatsOptions) {0}, SEMA_KEPT_MOST, &note, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (note.is_wanted);
}

static void
remove_folders (const char *folder)
{
  g_autofree char *program = g_build_filename (folder, "semascope", NULL);
  g_autofree char *vectors = g_build_filename (program, "vectors", NULL);

  g_rmdir (vectors);
  g_rmdir (program);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("semascope-cache-XXXXXX", NULL);
  int              result;

  g_setenv ("XDG_CACHE_HOME", folder, TRUE); /* before GLib reads it for the first time */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kept/second-time", test_second_time);
  g_test_add_func ("/kept/off", test_off);
  g_test_add_func ("/kept/small", test_small);
  g_test_add_func ("/kept/failure", test_failure);
  result = g_test_run ();
  remove_folders (folder);
  return result;
}
