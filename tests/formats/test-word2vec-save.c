/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "save-fixture.h"
#include "sema-formats.h"
#include "sema-test-files.h"

static const SemaVectorsWriter *const writer = &sema_word2vec_binary_writer;

/* Byte for byte what the format is. */
static void
test_bytes (void)
{
  static const char        expected[] = "2 2\nking \x00\x00\x80\x3f\x00\x00\x00\xc0\nK\xc3\xb6nig \xcd\xcc\xcc\x3d\x00\x00\x00\x80\n";
  static const char *const words[] = {"king", "K\xc3\xb6nig"};
  static const float       values[] = {1, -2, 0.1f, -0.0f};
  g_autoptr (SemaSet)      set = sema_test_save_make_set (words, values, 2, 2);
  g_autofree char         *path = sema_test_save_path ("small");

  g_assert_true (sema_vectors_save_all (writer, set, path, NULL, NULL));
  sema_test_save_assert_holds (path, expected, sizeof expected - 1);
}

static void
test_bits (void)
{
  static const char *const words[] = {"a", "1984", "3.14", "don't", "caf\xe9", "\xe7\x8e\x8b", "\xc2\xa0", "-", "nan", "inf", "a", "1e5", "tab\tbed", ""};
  const gsize              dims[] = {1, 2, 7, 300};

  for (gsize d = 0; d < G_N_ELEMENTS (dims); d++)
    for (guint seed = 0; seed < 20; seed++)
      {
        g_autoptr (SemaSet) set = sema_test_save_make_random (words, G_N_ELEMENTS (words), dims[d], seed);

        sema_test_save_assert_returns (writer, set, "bits", FALSE);
      }
}

static void
test_sample (void)
{
  g_autoptr (SemaSet) sample = sema_formats_load_with (g_getenv ("SEMA_SAMPLE"), &(SemaFormatsOptions) {.most_rows = 3000}, NULL, NULL);

  sema_test_save_assert_returns (writer, sample, "sample", FALSE);
}

static void
test_refused (void)
{
  g_autofree char *longest = g_strnfill (65536, 'w'), *longer = g_strnfill (65537, 'w');
  const char      *words[] = {longest};
  const float      value = 1;

  g_autoptr (SemaSet) set = sema_test_save_make_set (words, &value, 1, 1);

  sema_test_save_assert_returns (writer, set, "longest", FALSE);
  sema_test_save_assert_refused (writer, "refused", "ice cream", -1, 1, "blank");
  sema_test_save_assert_refused (writer, "refused", "two\nlines", -1, 1, "line feed");
  sema_test_save_assert_refused (writer, "refused", "\nfirst", -1, 1, "line feed");
  sema_test_save_assert_refused (writer, "refused", "a\1", -1, 1, "control");
  sema_test_save_assert_refused (writer, "refused", "a\0b", 3, 1, "control");
  sema_test_save_assert_refused (writer, "refused", longer, -1, 1, "longer than 65536");
}

/* Numbers whose bytes are text: the file would be read as one. */
static void
test_lookalike (void)
{
  static const char *const words[] = {"a"};
  float                    value;
  g_autoptr (SemaSet)      set = NULL;
  g_autofree char         *path = sema_test_save_path ("lookalike");
  g_autoptr (GError)       error = NULL;

  memcpy (&value, "1.25", sizeof value);
  set = sema_test_save_make_set (words, &value, 1, 1);
  g_assert_false (sema_vectors_save_all (writer, set, path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "row 0,"));
}

/* Over the file whose rows are mapped. */
static void
test_in_place (void)
{
  g_autoptr (SemaSet) large = sema_test_save_make_large ();
  g_autofree char    *path = sema_test_save_path ("in-place");
  g_autoptr (SemaSet) mapped = NULL;
  g_autoptr (SemaSet) back = NULL;

  g_assert_true (sema_vectors_save_all (writer, large, path, NULL, NULL));
  mapped = sema_formats_load (path, NULL, NULL);
  g_assert_true (sema_matrix_is_lent (sema_set_get_matrix (mapped)));
  g_assert_true (sema_vectors_save_all (writer, mapped, path, NULL, NULL));
  back = sema_formats_load (path, NULL, NULL);
  sema_test_save_assert_same (large, back, FALSE);
  sema_test_save_assert_same (large, mapped, FALSE);
}

static void
test_safe (void)
{
  sema_test_save_assert_safe (writer, "safe.bin");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word2vec-save/bytes", test_bytes);
  g_test_add_func ("/word2vec-save/bits", test_bits);
  g_test_add_func ("/word2vec-save/sample", test_sample);
  g_test_add_func ("/word2vec-save/refused", test_refused);
  g_test_add_func ("/word2vec-save/lookalike", test_lookalike);
  g_test_add_func ("/word2vec-save/in-place", test_in_place);
  g_test_add_func ("/word2vec-save/safe", test_safe);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
