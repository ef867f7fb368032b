/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-saved-rows.h"

#include <string.h>

#include "save-fixture.h"
#include "sema-formats.h"
#include "sema-test-files.h"
#include "sema-word.h"

static gboolean
collect (guint64 i, const char *word, gsize length, const SemaFloat *values, gpointer data, GError **error)
{
  g_string_append_printf (data, "%d:%.*s:%g ", (int)i, (int)length, word, (double)values[0]);
  return i < 2;
}

static void
test_rows (void)
{
  static const char *const words[] = {"a", "b", "c"};
  static const float       values[] = {1, 2, 3};
  static const guint64     chosen[] = {2, 0};
  g_autoptr (SemaSet)      set = sema_test_save_make_set (words, values, 3, 1);
  g_autoptr (GString)      seen = g_string_new (NULL);
  g_autoptr (GError)       error = NULL;
  SemaSavedRows            rows = {.set = set, .rows = chosen, .n_rows = 2};

  g_assert_true (sema_saved_rows_write (&rows, collect, seen, NULL, NULL));
  g_assert_cmpstr (seen->str, ==, "0:c:3 1:a:1 ");
  g_assert_cmpuint (sema_saved_rows_get_row (&rows, 0), ==, 2);
  g_assert_false (sema_saved_rows_refuse (&rows, 0, "/tmp/x.bin", "is odd", &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WORD);
  g_assert_cmpstr (error->message, ==, "“x.bin” cannot be written in this format: the word of row 2, “c”, is odd.");
  g_clear_error (&error);
  g_assert_false (sema_saved_rows_refuse_all (&rows, "/tmp/x.bin", "is odd", &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  sema_saved_rows_init_all (&rows, set);
  g_assert_cmpuint (rows.n_rows, ==, 3);
  g_string_truncate (seen, 0);
  g_assert_false (sema_saved_rows_write (&rows, collect, seen, NULL, NULL));
  g_assert_cmpstr (seen->str, ==, "0:a:1 1:b:2 2:c:3 ");
}

/* A row that is numbered has the number of the row of the set, not that in the file. */
static void
test_numbered (void)
{
  static const char *const words[] = {"a", "b", "c"};
  static const float       values[] = {1, 2, 3};
  static const guint64     chosen[] = {2, 0};
  static const guint8      numbered[] = {TRUE, FALSE};
  char                     name[SEMA_WORD_ROW_SIZE];
  g_autoptr (SemaSet)      set = sema_test_save_make_set (words, values, 3, 1);
  g_autoptr (GString)      seen = g_string_new (NULL);
  SemaSavedRows            rows = {set, chosen, 2, numbered, name};

  g_assert_true (sema_saved_rows_is_numbered (&rows, 0));
  g_assert_false (sema_saved_rows_is_numbered (&rows, 1));
  g_assert_true (sema_saved_rows_write (&rows, collect, seen, NULL, NULL));
  g_assert_cmpstr (seen->str, ==, "0:[2]:3 1:a:1 ");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved-rows/rows", test_rows);
  g_test_add_func ("/saved-rows/numbered", test_numbered);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
