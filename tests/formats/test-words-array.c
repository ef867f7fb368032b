/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-words-array.h"

#include <string.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

#define N_WORDS 8

static char *
find (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "formats", "words", name, NULL);
}

/* The words in hexadecimal with tabs before them; nothing where there are none. */
static char *
read_hex (const char *path, guint64 n_rows, gboolean is_own, GPtrArray *warnings)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError)  error = NULL;
  SemaTensorsWords    words = {0};
  gboolean            found;

  g_assert_true (sema_words_array_read (path, n_rows, is_own, &words, &found, warnings, NULL, &error));
  g_assert_true (!found || words.n == n_rows);
  for (guint64 i = 0; found && i < words.n; i++)
    {
      const guint64 *starts = (const guint64 *)words.starts.data;

      g_string_append_c (all, '\t');
      for (guint64 at = starts[i]; at + 1 < starts[i + 1]; at++)
        g_string_append_printf (all, "%02x", ((const guint8 *)words.words.data)[at]);
    }
  sema_tensors_words_clear (&words);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* What NumPy reads, see make-words.py. */
static void
test_kinds (void)
{
  g_autofree char *path = find ("words.tsv");
  g_autofree char *text = NULL;
  g_auto (GStrv)   lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  for (char **line = lines; *line != NULL; line++)
    {
      g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
      gsize                 length = strcspn (*line, "\t");
      g_autofree char      *name = g_strndup (*line, length);
      g_autofree char      *array = find (name);
      g_autofree char      *words = read_hex (array, N_WORDS, TRUE, warnings);

      g_test_message ("%s", name);
      g_assert_cmpstr (words, ==, *line + length);
      g_assert_cmpuint (warnings->len, ==, g_str_equal (name, "objects.npy"));
    }
}

/* Another number of words is told where the name says that they belong to the rows. */
static void
test_mismatch (void)
{
  g_autofree char      *path = find ("text.npy");
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *silent = read_hex (path, 7, FALSE, warnings);
  g_autofree char      *told = NULL;

  g_assert_cmpuint (warnings->len, ==, 0);
  told = read_hex (path, 7, TRUE, warnings);
  g_assert_cmpstr (g_ptr_array_index (warnings, 0), ==, "“text.npy” has 8 words for 7 rows and was not used: nobody knows which word belongs to which row.");
  g_assert_cmpstr (silent, ==, "");
  g_assert_cmpstr (told, ==, "");
}

/* A file of any length, and with any byte changed: an error, a warning, or words. */
static void
test_damaged (void)
{
  g_autofree char *path = find ("text.npy");
  g_autofree char *bytes = NULL;
  gsize            n_bytes;
  guint            n_refused = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  for (gsize at = 0; at < n_bytes; at++)
    for (guint way = 0; way < 2; way++)
      {
        char                  kept = bytes[at];
        g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
        g_autoptr (GError)    error = NULL;
        g_autofree char      *changed = NULL;
        SemaTensorsWords      words = {0};
        gboolean              found;

        bytes[at] = (char)0xff;
        changed = sema_test_files_write ("changed.npy", bytes, way == 0 ? at : n_bytes);
        bytes[at] = kept;
        if (!sema_words_array_read (changed, N_WORDS, TRUE, &words, &found, warnings, NULL, &error))
          g_assert_cmpint (error->domain, ==, SEMA_FORMAT_ERROR);
        g_assert_true (way != 0 || !found);
        n_refused += !found;
        sema_tensors_words_clear (&words);
      }
  g_assert_cmpuint (n_refused, >, n_bytes);
}

static void
test_no_memory (void)
{
  g_autofree char *path = find ("text.npy");
  gboolean         is_done = FALSE;

  for (guint64 nth = 1; !is_done; nth++)
    {
      g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError)    error = NULL;
      SemaTensorsWords      words = {0};
      gboolean              found;

      sema_memory_fail_at (nth);
      is_done = sema_words_array_read (path, N_WORDS, TRUE, &words, &found, warnings, NULL, &error);
      sema_memory_fail_at (0);
      sema_tensors_words_clear (&words);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
      if (!is_done)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/words-array/kinds", test_kinds);
  g_test_add_func ("/formats/words-array/mismatch", test_mismatch);
  g_test_add_func ("/formats/words-array/damaged", test_damaged);
  g_test_add_func ("/formats/words-array/no-memory", test_no_memory);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
