/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "save-fixture.h"
#include "sema-formats.h"
#include "sema-test-files.h"

static void
test_bits (void)
{
  static const char *const words[] = {"a", "ice cream", "", "tab\t", "\1", "caf\xe9", " ", "", "cr\rcr", "a"};
  const gsize              dims[] = {1, 2, 7, 300};

  for (gsize d = 0; d < G_N_ELEMENTS (dims); d++)
    for (guint seed = 0; seed < 10; seed++)
      {
        g_autoptr (SemaSet) set = sema_test_save_make_random (words, G_N_ELEMENTS (words), dims[d], seed);

        sema_test_save_assert_returns (&sema_npy_writer, set, "bits.npy", FALSE);
      }
}

static void
test_words (void)
{
  static const char *const words[] = {"king", "K\xc3\xb6nig"};
  static const float       values[] = {1, -2, 0.1f, -0.0f};
  g_autoptr (SemaSet)      set = sema_test_save_make_set (words, values, 2, 2);
  g_autofree char         *path = sema_test_save_path ("small.npy");
  g_autofree char         *beside = sema_test_save_path ("small.vocab");

  g_assert_true (sema_vectors_save_all (&sema_npy_writer, set, path, NULL, NULL));
  sema_test_save_assert_holds (beside, "king\nK\xc3\xb6nig\n", 12);
}

static void
test_refused (void)
{
  static const char *const bom[] = {"\xef\xbb\xbfking"};
  static const float       value = 1;
  g_autoptr (SemaSet)      set = sema_test_save_make_set (bom, &value, 1, 1);
  g_autofree char         *path = sema_test_save_path ("bom.npy");

  sema_test_save_assert_refused (&sema_npy_writer, "refused.npy", "two\nlines", -1, 1, "line feed");
  sema_test_save_assert_refused (&sema_npy_writer, "refused.npy", "end\r", -1, 1, "carriage return");
  g_assert_false (sema_vectors_save_all (&sema_npy_writer, set, path, NULL, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The words of something else are not replaced. */
static void
test_words_of_others (void)
{
  static const char *const words[] = {"king"};
  static const float       value = 1;
  g_autoptr (SemaSet)      set = sema_test_save_make_set (words, &value, 1, 1);
  g_autofree char         *path = sema_test_save_path ("others.npy");
  g_autofree char         *beside = sema_test_save_path ("others.vocab");
  g_autoptr (GError)       error = NULL;

  g_file_set_contents (beside, "old", 3, NULL);
  g_assert_false (sema_vectors_save_all (&sema_npy_writer, set, path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "others.vocab"));
  sema_test_save_assert_holds (beside, "old", 3);
  g_file_set_contents (path, "old", 3, NULL);
  g_assert_true (sema_vectors_save_all (&sema_npy_writer, set, path, NULL, NULL));
  sema_test_save_assert_holds (beside, "king\n", 5);
}

static void
test_safe (void)
{
  sema_test_save_assert_safe (&sema_npy_writer, "safe.npy");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/npy-save/bits", test_bits);
  g_test_add_func ("/npy-save/words", test_words);
  g_test_add_func ("/npy-save/refused", test_refused);
  g_test_add_func ("/npy-save/words-of-others", test_words_of_others);
  g_test_add_func ("/npy-save/safe", test_safe);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
