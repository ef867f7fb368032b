/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-saved-pair.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sema-formats.h"
#include "sema-test-files.h"
#include "sema-test-forbid.h"

static void
test_pair (void)
{
  g_autofree char   *numbers = sema_test_files_write ("numbers", "old", 3);
  g_autofree char   *words = sema_test_files_write ("words", "old", 3);
  SemaSavedPair      pair;
  g_autoptr (GError) error = NULL;

  g_assert_true (sema_saved_pair_open (&pair, numbers, words, NULL));
  g_assert_true (sema_atomic_file_append (pair.numbers, "1 2", 3, NULL));
  g_assert_true (sema_atomic_file_append (pair.words, "king", 4, NULL));
  sema_saved_pair_clear (&pair);
  sema_test_files_assert_holds (numbers, "old");
  sema_test_files_assert_holds (words, "old");

  g_assert_true (sema_saved_pair_open (&pair, numbers, words, NULL));
  g_assert_true (sema_atomic_file_append (pair.numbers, "1 2", 3, NULL));
  g_assert_true (sema_atomic_file_append (pair.words, "king", 4, NULL));
  g_assert_true (sema_saved_pair_commit (&pair, NULL));
  sema_saved_pair_clear (&pair);
  sema_test_files_assert_holds (numbers, "1 2");
  sema_test_files_assert_holds (words, "king");

  /* The numbers cannot take their place any more: the words give theirs back. */
  g_assert_true (sema_saved_pair_open (&pair, numbers, words, NULL));
  g_assert_true (sema_atomic_file_append (pair.words, "queen", 5, NULL));
  g_remove (numbers);
  g_assert_cmpint (g_mkdir (numbers, 0700), ==, 0);
  g_assert_false (sema_saved_pair_commit (&pair, NULL));
  sema_saved_pair_clear (&pair);
  sema_test_files_assert_holds (words, "king");
  g_assert_cmpint (g_rmdir (numbers), ==, 0);

  g_assert_false (sema_saved_pair_open (&pair, numbers, words, &error));
  sema_saved_pair_clear (&pair);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  sema_test_files_assert_holds (words, "king");
}

static SemaSavedPair
begin_pair (const SemaTestPlace *place, const char *words_path)
{
  SemaSavedPair pair;

  g_assert_true (sema_saved_pair_open (&pair, place->path, words_path, NULL));
  g_assert_true (sema_atomic_file_append (pair.numbers, "1 2", 3, NULL));
  g_assert_true (sema_atomic_file_append (pair.words, "king", 4, NULL));
  return pair;
}

/* The words cannot take their place any more: the numbers give theirs back. */
static void
test_words_without_place (SemaTestPlace *place, gconstpointer data)
{
  g_autofree char   *words = g_build_filename (place->directory, "words", NULL);
  SemaSavedPair      pair;
  g_autoptr (GError) error = NULL;

  for (guint has_numbers = 0; has_numbers < 2; has_numbers++)
    {
      if (has_numbers)
        g_file_set_contents (place->path, "old", -1, NULL);
      pair = begin_pair (place, words);
      g_assert_cmpint (g_mkdir (words, 0700), ==, 0);
      g_assert_false (sema_saved_pair_commit (&pair, &error));
      g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
      g_clear_error (&error);
      sema_saved_pair_clear (&pair);
      g_assert_cmpint (g_rmdir (words), ==, 0);
      if (has_numbers)
        sema_test_files_assert_holds (place->path, "old");
      g_assert_cmpuint (sema_test_files_count (place->directory), ==, has_numbers);
    }
}

/* The same where names cannot be exchanged. */
static void
test_without_exchange (SemaTestPlace *place, gconstpointer data)
{
  g_autofree char *words = g_build_filename (place->directory, "words", NULL);
  SemaSavedPair    pair;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  sema_test_forbid (SYS_renameat2, 4, RENAME_EXCHANGE, EINVAL);
  test_words_without_place (place, NULL);
  g_file_set_contents (words, "old", -1, NULL);
  pair = begin_pair (place, words);
  g_assert_true (sema_saved_pair_commit (&pair, NULL));
  sema_saved_pair_clear (&pair);
  sema_test_files_assert_holds (place->path, "1 2");
  sema_test_files_assert_holds (words, "king");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 2);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved-pair/pair", test_pair);
  SEMA_TEST_ADD_WITH_PLACE ("/saved-pair/words-without-place", "numbers", test_words_without_place);
  SEMA_TEST_ADD_WITH_PLACE ("/saved-pair/without-exchange", "numbers", test_without_exchange);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
