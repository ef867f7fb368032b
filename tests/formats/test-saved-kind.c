/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-saved-kind.h"

#include <errno.h>
#include <string.h>

#include "save-fixture.h"
#include "sema-file.h"
#include "sema-formats.h"
#include "sema-test-files.h"

static const SemaSavedKind glove = {&sema_format_glove_text, 2, "is odd"};

/* Writes a text over an old file, as what is said. */
static gboolean
save (const SemaTestPlace *place, const SemaSavedKind *kind, const char *text, GError **error)
{
  static const char *const   words[] = {"king", "queen"};
  static const float         values[] = {1, 2, 3, 4};
  g_autoptr (SemaSet)        set = sema_test_save_make_set (words, values, 2, 2);
  g_autoptr (SemaAtomicFile) file = NULL;
  SemaSavedRows              rows;

  sema_saved_rows_init_all (&rows, set);
  g_file_set_contents (place->path, "old", -1, NULL);
  file = sema_atomic_file_open (place->path, NULL);
  g_assert_true (sema_atomic_file_append (file, text, strlen (text), NULL));
  return sema_saved_kind_commit (kind, file, &rows, place->path, error);
}

static void
assert_refused (const SemaTestPlace *place, const char *text, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (place, &glove, text, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_nonnull (strstr (error->message, "a.txt"));
  sema_test_files_assert_holds (place->path, "old");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
}

static void
test_kind (SemaTestPlace *place, gconstpointer data)
{
  SemaSavedKind any = {.format = &sema_format_glove_text};

  g_assert_true (save (place, &glove, "king 1 2\nqueen 3 4\n", NULL));
  sema_test_files_assert_holds (place->path, "king 1 2\nqueen 3 4\n");
  assert_refused (place, "2 2\nking 1 2\nqueen 3 4\n", "the word of row 0, “king”, is odd");
  assert_refused (place, "king 1 2 3\nqueen 3 4 5\n", "is odd");
  g_assert_true (save (place, &any, "king 1 2 3\nqueen 3 4 5\n", NULL));
}

static gssize
read_nothing (int fd, void *buffer, gsize n_bytes)
{
  errno = EIO;
  return -1;
}

/* What was written cannot be read again: that is said of the file, and not of the words in it. */
static void
test_unreadable (SemaTestPlace *place, gconstpointer data)
{
  sema_file_set_read (read_nothing);
  assert_refused (place, "king 1 2\nqueen 3 4\n", "cannot be read again");
  sema_file_set_read (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SEMA_TEST_ADD_WITH_PLACE ("/saved-kind/kind", "a.txt", test_kind);
  SEMA_TEST_ADD_WITH_PLACE ("/saved-kind/unreadable", "a.txt", test_unreadable);
  return g_test_run ();
}
