/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-words-beside.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-test-files.h"

/* What comes of a file of words beside x.npy: the words, joined by bars, or NULL. */
static char *
read_words (const char *name, const char *text, guint64 n_rows, GPtrArray *warnings)
{
  g_autofree char    *path = sema_test_files_write (name, text, strlen (text));
  g_autofree char    *array = g_build_filename (sema_test_files_folder (), "x.npy", NULL);
  SemaTensorsWords    words = {0};
  g_autoptr (GString) all = g_string_new (NULL);
  gboolean            found;

  g_assert_true (sema_words_beside_read (array, n_rows, &words, &found, warnings, NULL, NULL));
  for (guint64 i = 0; found && i < words.n; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", words.words.data + ((const guint64 *)words.starts.data)[i]);
  sema_tensors_words_clear (&words);
  g_remove (path);
  return found ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
}

static void
assert_words (const char *name, const char *text, guint64 n_rows, const char *expected, guint n_warnings)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *words = read_words (name, text, n_rows, warnings);

  g_test_message ("%s: “%s”", name, text);
  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpuint (warnings->len, ==, n_warnings);
}

static void
test_names (void)
{
  g_autofree char *path = sema_words_beside_build_path ("/tmp/x.NPY");
  g_autofree char *other = sema_words_beside_build_path ("/tmp/x.y");

  g_assert_cmpstr (path, ==, "/tmp/x.vocab");
  g_assert_cmpstr (other, ==, "/tmp/x.y.vocab");
  assert_words ("x.vocab", "a\nb\n", 2, "a|b", 0);
  assert_words ("x.words", "a\nb\n", 2, "a|b", 0);
  assert_words ("x.words.txt", "a\nb\n", 2, "a|b", 0);
  assert_words ("x.labels.tsv", "a\nb\n", 2, "a|b", 0);
  assert_words ("x.txt", "a\nb\n", 2, "a|b", 0);
  assert_words ("y.vocab", "a\nb\n", 2, NULL, 0);
}

static void
test_lines (void)
{
  assert_words ("x.vocab", "a\r\nb c\r\n", 2, "a|b c", 0);
  assert_words ("x.vocab", "\xef\xbb\xbf"
                           "a\nb",
                2, "a|b", 0);
  assert_words ("x.vocab", "a\n\n", 2, "a|", 0);
  assert_words ("x.vocab", "a\nb\n\n\n", 2, "a|b", 0);
}

static void
test_mismatch (void)
{
  assert_words ("x.vocab", "a\nb\nc\n", 2, NULL, 1);
  assert_words ("x.vocab", "a\n", 2, NULL, 1);
  assert_words ("x.vocab", "", 1, NULL, 1);
  /* A text of this name is often something else. */
  assert_words ("x.txt", "a\nb\nc\n", 2, NULL, 0);
  assert_words ("x.txt", "a 0.1 0.2\nb 0.3 0.4\n", 2, NULL, 0);
  assert_words ("x.txt", "a 1 2\na 1 2\na 1 2\na 1 2\na 1 2\na 1 2\na 1 2\na 1 2\na 1 2\na 1 2\na 1 2\na 1 2\n", 12, NULL, 0);
}

/* An array of words, by its name that of x.npy or that of the folder; a text comes before it, and words.npy is not its own list of words. */
static void
test_arrays (void)
{
  static const char *const names[] = {"x_words.npy", "x.words.npy", "words.npy"};
  g_autofree char         *path = g_test_build_filename (G_TEST_DIST, "data", "formats", "words", "text.npy", NULL);
  g_autofree char         *array = g_build_filename (sema_test_files_folder (), "x.npy", NULL);
  g_autofree char         *bytes = NULL;
  gsize                    n_bytes;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint64 n_rows = 7; n_rows <= 8; n_rows++)
      {
        g_autofree char      *beside = sema_test_files_write (names[i], bytes, n_bytes);
        g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
        SemaTensorsWords      words = {0};
        gboolean              found;

        g_assert_true (sema_words_beside_read (array, n_rows, &words, &found, warnings, NULL, NULL));
        g_assert_cmpint (found, ==, n_rows == 8);
        g_assert_cmpuint (warnings->len, ==, n_rows == 7 && i < 2);
        g_assert_true (!found || g_str_equal (words.words.data, "king"));
        sema_tensors_words_clear (&words);
        g_assert_true (sema_words_beside_read (beside, n_rows, &words, &found, warnings, NULL, NULL));
        g_assert_false (found);
        sema_tensors_words_clear (&words);
        g_remove (beside);
      }
}

static void
test_no_memory (void)
{
  g_autofree char *path = sema_test_files_write ("x.vocab", "a\nb\n", 4);
  g_autofree char *array = g_build_filename (sema_test_files_folder (), "x.npy", NULL);
  gboolean         found = FALSE;

  for (guint64 nth = 1; !found; nth++)
    {
      g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError)    error = NULL;
      SemaTensorsWords      words = {0};

      sema_memory_fail_at (nth);
      if (!sema_words_beside_read (array, 2, &words, &found, warnings, NULL, &error))
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      sema_memory_fail_at (0);
      sema_tensors_words_clear (&words);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
    }
  g_remove (path);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words-beside/names", test_names);
  g_test_add_func ("/words-beside/lines", test_lines);
  g_test_add_func ("/words-beside/mismatch", test_mismatch);
  g_test_add_func ("/words-beside/arrays", test_arrays);
  g_test_add_func ("/words-beside/no-memory", test_no_memory);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
