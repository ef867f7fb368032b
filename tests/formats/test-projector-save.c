/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "save-fixture.h"
#include "sema-formats.h"
#include "sema-test-files.h"

static const SemaVectorsWriter *const writer = &sema_projector_writer;

static void
test_bytes (void)
{
  static const char *const words[] = {"king", "K\xc3\xb6nig"};
  static const float       values[] = {1, -2, 0.1f, -0.0f};
  g_autoptr (SemaSet)      set = sema_test_save_make_set (words, values, 2, 2);
  g_autofree char         *path = sema_test_save_path ("tensors.tsv");
  g_autofree char         *metadata = sema_test_save_path ("metadata.tsv");

  g_assert_true (sema_vectors_save_all (writer, set, path, NULL, NULL));
  sema_test_save_assert_holds (path, "1\t-2\n0.1\t-0\n", 12);
  sema_test_save_assert_holds (metadata, "king\nK\xc3\xb6nig\n", 12);
}

static void
test_bits (void)
{
  static const char *const words[] = {"a", "1984", "3.14", "ice cream", "caf\xe9", "\xe7\x8e\x8b", "-", "nan", "inf", "a", "1e5", "bell\a", "cr\rcr", " x ", "<unk>"};
  const gsize              dims[] = {2, 3, 7, 300};

  for (gsize d = 0; d < G_N_ELEMENTS (dims); d++)
    for (gsize n = 1; n <= G_N_ELEMENTS (words); n++)
      {
        g_autoptr (SemaSet) set = sema_test_save_make_random (words, n, dims[d], (guint32)n);

        sema_test_save_assert_returns (writer, set, "bits_tensors.tsv", TRUE);
      }
}

static void
test_refused (void)
{
  static const char *const one[] = {"a"};
  static const float       value = 1;
  g_autoptr (SemaSet)      set = sema_test_save_make_set (one, &value, 1, 1);
  g_autofree char         *path = sema_test_save_path ("one.tsv");
  g_autoptr (GError)       error = NULL;

  sema_test_save_assert_refused (writer, "refused.tsv", "tab\tbed", -1, 2, "tab");
  sema_test_save_assert_refused (writer, "refused.tsv", "two\nlines", -1, 2, "line feed");
  sema_test_save_assert_refused (writer, "refused.tsv", "end\r", -1, 2, "carriage return");
  sema_test_save_assert_refused (writer, "refused.tsv", "", -1, 2, "is empty");
  sema_test_save_assert_refused (writer, "refused.tsv", " \xc2\xa0", -1, 2, "nothing but blanks");
  g_assert_false (sema_vectors_save_all (writer, set, path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "two numbers at least"));
}

/* What is known of the words goes with them. */
static void
test_columns (void)
{
  g_autofree char     *source = g_test_build_filename (G_TEST_DIST, "data", "formats", "projector", "00000", "default", "tensors.tsv", NULL);
  g_autofree char     *source_metadata = g_test_build_filename (G_TEST_DIST, "data", "formats", "projector", "00000", "default", "metadata.tsv", NULL);
  g_autofree char     *path = sema_test_save_path ("columns.tsv");
  g_autofree char     *metadata = sema_test_save_path ("columns_metadata.tsv");
  g_autofree char     *expected = NULL;
  gsize                n_expected;
  static const guint64 number[] = {2}, run_and_king[] = {5, 0};
  g_autoptr (SemaSet)  set = sema_formats_load (source, NULL, NULL);
  SemaSavedRows        rows = {set, number, 1};
  g_autoptr (GError)   error = NULL;

  g_assert_true (sema_vectors_save_all (writer, set, path, NULL, NULL));
  g_assert_true (g_file_get_contents (source_metadata, &expected, &n_expected, NULL));
  sema_test_save_assert_holds (metadata, expected, n_expected);
  /* “1984” alone would be taken for a number, and the column after it for the words. */
  g_assert_false (writer->save (&rows, path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  sema_test_save_assert_holds (metadata, expected, n_expected);
  rows = (SemaSavedRows) {set, run_and_king, 2};
  g_assert_true (writer->save (&rows, path, NULL, NULL));
  sema_test_save_assert_holds (metadata, "count\tword\tpart\n12\trun\tverb\n100\tking\tnoun\n", 42);
}

static void
test_safe (void)
{
  sema_test_save_assert_safe (writer, "safe.tsv");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projector-save/bytes", test_bytes);
  g_test_add_func ("/projector-save/bits", test_bits);
  g_test_add_func ("/projector-save/refused", test_refused);
  g_test_add_func ("/projector-save/columns", test_columns);
  g_test_add_func ("/projector-save/safe", test_safe);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
