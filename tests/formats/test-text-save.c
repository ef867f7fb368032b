/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "save-fixture.h"
#include "sema-formats.h"
#include "sema-test-files.h"
#include "sema-test-tries.h"

/* Sets of odd words. */
#define ROUNDS SEMA_TEST_TRIES (3000, 1000, 300)

static const SemaVectorsWriter *const writers[] = {&sema_word2vec_text_writer, &sema_glove_text_writer};

static void
test_bytes (void)
{
  static const char        lines[] = "king 1 -2\nK\xc3\xb6nig 0.1 -0\n";
  static const char *const words[] = {"king", "K\xc3\xb6nig"};
  static const float       values[] = {1, -2, 0.1f, -0.0f};
  g_autoptr (SemaSet)      set = sema_test_save_make_set (words, values, 2, 2);
  g_autofree char         *path = sema_test_save_path ("small");
  g_autofree char         *with_header = g_strconcat ("2 2\n", lines, NULL);

  g_assert_true (sema_vectors_save_all (&sema_word2vec_text_writer, set, path, NULL, NULL));
  sema_test_save_assert_holds (path, with_header, strlen (with_header));
  g_assert_true (sema_vectors_save_all (&sema_glove_text_writer, set, path, NULL, NULL));
  sema_test_save_assert_holds (path, lines, sizeof lines - 1);
}

static void
test_bits (void)
{
  static const char *const words[] = {"a", "1984", "3.14", "don't", "caf\xe9", "\xe7\x8e\x8b", "\xc2\xa0", "-", "nan", "inf", "a", "1e5", "bell\a", "\xe2\x80\xa8", "cr\rcr", "\xc2\x85"};
  const gsize              dims[] = {1, 2, 7, 300};

  for (gsize k = 0; k < G_N_ELEMENTS (writers); k++)
    for (gsize d = 0; d < G_N_ELEMENTS (dims); d++)
      for (guint seed = 0; seed < 10; seed++)
        {
          g_autoptr (SemaSet) set = sema_test_save_make_random (words, G_N_ELEMENTS (words), dims[d], seed);

          sema_test_save_assert_returns (writers[k], set, "bits", TRUE);
        }
}

static void
test_sample (void)
{
  g_autoptr (SemaSet) sample = sema_formats_load_with (g_getenv ("SEMA_SAMPLE"), &(SemaFormatsOptions) {.most_rows = 3000}, NULL, NULL);

  for (gsize k = 0; k < G_N_ELEMENTS (writers); k++)
    sema_test_save_assert_returns (writers[k], sample, "sample", TRUE);
}

/* What is written without the words that the format cannot have, or with ids in place of them, is read back; or all is refused, and not for
 * one word. Returns whether it was written. */
static gboolean
is_read_back_without_misfits (const SemaVectorsWriter *writer, SemaSet *set, const char *path)
{
  static const SemaSavedMisfits ways[] = {SEMA_SAVED_LEAVE_OUT, SEMA_SAVED_NUMBER};
  SemaSavedRows                 rows;
  guint                         n_saved = 0;

  sema_saved_rows_init_all (&rows, set);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char    *note = NULL;
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaSet) back = NULL;
      guint64             n_written;

      if (!sema_vectors_save_rows (writer, &rows, ways[i], path, &n_written, &note, NULL, &error))
        {
          g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
          continue;
        }
      g_assert_nonnull (note);
      back = sema_formats_load (path, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sema_set_get_n_rows (back), ==, n_written);
      g_assert_true (ways[i] != SEMA_SAVED_NUMBER || n_written == rows.n_rows);
      n_saved++;
    }
  return n_saved > 0;
}

/* Words of the letters that readers look at, one set after the other: read back, or refused. */
static void
test_odd_words (void)
{
  static const char letters[] = "ab1.-+e \t\r\1\n0{<\xef\xbb\xbf\x1f\x8b\x80nif5";
  GRand            *random = g_rand_new_with_seed (7);
  guint             n_kept = 0, n_fitted = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      const SemaVectorsWriter *writer = writers[round % 2];
      gsize                    n = (gsize)g_rand_int_range (random, 1, 5), dim = (gsize)g_rand_int_range (random, 1, 4);
      char                     texts[5][8];
      const char              *words[5];
      g_autoptr (SemaSet)      set = NULL;
      g_autofree char         *path = sema_test_save_path ("odd");
      g_autoptr (GError)       error = NULL;

      for (gsize i = 0; i < n; i++)
        {
          gsize length = (gsize)g_rand_int_range (random, 1, 7);

          for (gsize k = 0; k < length; k++)
            texts[i][k] = letters[g_rand_int_range (random, 0, (gint)sizeof letters - 1)];
          texts[i][length] = 0;
          words[i] = texts[i];
        }
      set = sema_test_save_make_random (words, n, dim, round);
      if (sema_vectors_save_all (writer, set, path, NULL, &error))
        {
          g_autoptr (SemaSet) back = sema_formats_load (path, NULL, &error);

          g_assert_no_error (error);
          sema_test_save_assert_same (set, back, TRUE);
          n_kept++;
        }
      else if (g_error_matches (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WORD) && round % 7 != 0)
        continue;
      else if (g_error_matches (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WORD))
        n_fitted += is_read_back_without_misfits (writer, set, path);
      else
        g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
    }
  g_rand_free (random);
  g_assert_cmpuint (n_kept, >, ROUNDS / 10);
  g_assert_cmpuint (n_fitted, >, ROUNDS / 30);
  g_test_message ("%u sets of %d can be written, %u more without some words", n_kept, ROUNDS, n_fitted);
}

static void
test_blanks (void)
{
  static const char *const words[] = {"ice cream", ". . .", "at 7", " begin", "tab\tbed"};
  static const float       values[] = {0.5f, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  g_autoptr (SemaSet)      set = sema_test_save_make_set (words, values, 5, 2);

  sema_test_save_assert_returns (writers[0], set, "blanks", TRUE);
  for (gsize k = 0; k < G_N_ELEMENTS (writers); k++)
    {
      sema_test_save_assert_refused (writers[k], "refused", "two\nlines", -1, 1, "line feed");
      sema_test_save_assert_refused (writers[k], "refused", "end ", -1, 1, "blanks");
      sema_test_save_assert_refused (writers[k], "refused", " ", -1, 1, "blanks");
      sema_test_save_assert_refused (writers[k], "refused", "3 4", -1, 1, "blanks");
      sema_test_save_assert_refused (writers[k], "refused", "", -1, 1, "is empty");
    }
}

/* First lines that say something else: a header, another kind of file. */
static void
test_first_line (void)
{
  static const char *const firsts[] = {"5", "\xef\xbb\xbfking", "GGUF", "7 8"};
  static const float       values[] = {3, 4};

  for (gsize i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      const char         *words[] = {firsts[i], "a b"};
      g_autoptr (SemaSet) set = sema_test_save_make_set (words, values, 2, 1);
      g_autofree char    *path = sema_test_save_path ("first");
      g_autoptr (GError)  error = NULL;
      gboolean            is_saved = sema_vectors_save_all (&sema_glove_text_writer, set, path, NULL, &error);

      if (is_saved)
        {
          g_autoptr (SemaSet) back = sema_formats_load (path, NULL, &error);

          sema_test_save_assert_same (set, back, TRUE);
        }
      else
        {
          g_assert_true (g_error_matches (error, SEMA_FORMAT_ERROR, i == 3 ? SEMA_FORMAT_ERROR_WORD : SEMA_FORMAT_ERROR_WRITE));
          g_assert_nonnull (strstr (error->message, "row 0,"));
        }
      g_test_message ("“%s” is %s", firsts[i], is_saved ? "saved" : error->message);
      g_assert_true (i != 1 || !is_saved);
    }
}

static void
test_safe (void)
{
  sema_test_save_assert_safe (writers[0], "safe.vec");
  sema_test_save_assert_safe (writers[1], "safe.txt");
}

int
main (int argc, char **argv)
{
  int status;

  /* Thousands of files, each of which waits for the disk. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-save/bytes", test_bytes);
  g_test_add_func ("/text-save/bits", test_bits);
  g_test_add_func ("/text-save/sample", test_sample);
  g_test_add_func ("/text-save/odd-words", test_odd_words);
  g_test_add_func ("/text-save/blanks", test_blanks);
  g_test_add_func ("/text-save/first-line", test_first_line);
  g_test_add_func ("/text-save/safe", test_safe);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
