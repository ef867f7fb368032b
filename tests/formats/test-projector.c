/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

static const char *const words[] = {"king", "queen", "1984", "gr\xc3\xb6\xc3\x9f\x65", "ice cream", "run"};

static SemaSet *
load_data (const char *name, GError **error)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "formats", "projector", name, NULL);

  return sema_formats_load (path, NULL, error);
}

/* Writes a file beside others; a text of NULL removes it. */
static void
put (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (sema_test_files_folder (), name, NULL);

  if (text == NULL)
    g_remove (path);
  else
    g_free (sema_test_files_write (name, text, strlen (text)));
}

static SemaSet *
load (const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (sema_test_files_folder (), name, NULL);

  return sema_formats_load (path, NULL, error);
}

/* The words, joined by bars. */
static char *
list_words (SemaSet *set)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);

      g_string_append_printf (all, "%s%s", row > 0 ? "|" : "", word);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* What comes of tensors and metadata: words, and whether there is a warning with that part. */
static void
assert_read (const char *tensors, const char *metadata, const char *expected, const char *warning)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = NULL;
  g_autofree char    *found = NULL;

  put ("tensors.tsv", tensors);
  put ("metadata.tsv", metadata);
  set = load ("tensors.tsv", &error);
  g_assert_no_error (error);
  found = list_words (set);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (sema_set_get_format (set), ==, "projector");
  if (warning != NULL)
    sema_test_assert_warning (set, warning);
  else
    sema_test_assert_no_warnings (set);
}

static void
assert_refused (const char *tensors, const char *metadata, const char *part)
{
  put ("metadata.tsv", metadata);
  sema_test_assert_refused ("tensors.tsv", tensors, strlen (tensors), SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, part);
}

static void
assert_numbers (SemaSet *set)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "formats", "projector", "expected.txt", NULL);
  g_autofree char *text = NULL;
  char            *at;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  at = text;
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 6);
  g_assert_cmpuint (sema_set_get_dim (set), ==, 4);
  for (guint64 row = 0; row < 6; row++)
    for (gsize i = 0; i < 4; i++)
      {
        guint32 expected = (guint32)g_ascii_strtoull (at, &at, 16);
        guint32 bits;

        memcpy (&bits, sema_set_get_row (set, row) + i, sizeof bits);
        g_assert_cmphex (bits, ==, expected);
      }
}

static void
assert_words (SemaSet *set)
{
  for (guint64 row = 0; row < G_N_ELEMENTS (words); row++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);

      g_assert_cmpstr (word, ==, words[row]);
    }
}

/* As PyTorch lays it out: by the numbers, and by the configuration. */
static void
test_torch (void)
{
  static const char *const names[] = {"00000/default/tensors.tsv", "projector_config.pbtxt"};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaSet) set = load_data (names[i], &error);
      const SemaColumns  *columns;
      SemaColumn          count, part;

      g_assert_no_error (error);
      assert_numbers (set);
      assert_words (set);
      sema_test_assert_no_warnings (set);
      columns = sema_set_get_columns (set);
      g_assert_cmpuint (sema_columns_get_n (columns), ==, 3);
      sema_columns_get (columns, 0, &count);
      sema_columns_get (columns, 2, &part);
      g_assert_cmpstr (count.name, ==, "count");
      g_assert_cmpint (count.kind, ==, SEMA_COLUMN_NUMBERS);
      g_assert_cmpfloat (count.least, ==, 3.5);
      g_assert_cmpfloat (count.most, ==, 100);
      g_assert_cmpuint (count.n_missing, ==, 1);
      g_assert_cmpstr (part.name, ==, "part");
      g_assert_cmpuint (part.n_distinct, ==, 3);
      g_assert_cmpfloat (sema_columns_get_number (columns, 0, 4), ==, 3.5);
    }
}

static void
test_bytes (void)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = load_data ("projector_config.json", &error);

  g_assert_no_error (error);
  assert_numbers (set);
  assert_words (set);
  sema_test_assert_no_warnings (set);
  g_assert_null (sema_set_get_columns (set));
}

static void
test_labels (void)
{
  assert_read ("1\t2\n3\t4\n", "a\nb\n", "a|b", NULL);
  assert_read ("1\t2\r\n\r\n3\t4\r\n", "a\r\nb\r\n", "a|b", NULL);
  assert_read ("1\t2\n3\t4\n", "\xef\xbb\xbf"
                               "a\n\nb",
               "a|b", NULL);
  assert_read ("1\t2\n3\t4\n", "n\tw\n1\ta\n2\tb\n", "a|b", NULL);
  assert_read ("1\t2\n3\t4\n", "n\tm\n1\t5\n2\t6\n", "1|2", NULL);
  assert_read ("1\t2\n3\t4\n", "w\tn\na\nb\t2\n", "a|b", NULL);
  assert_read ("1\t2\n3\t4", "a\nb\n", "a|b", "may be cut");
  assert_read ("1.5\t2\n3\t4\n", NULL, "[0]|[1]", "no “metadata.tsv”");
}

static void
test_mismatch (void)
{
  assert_read ("1\t2\n3\t4\n", "word\na\nb\n", "a|b", "taken for a heading");
  assert_read ("1\t2\n3\t4\n", "a\t1\nb\t2\n", "a|b", "taken for a word");
  assert_read ("1\t2\n3\t4\n", "a\n", "[0]|[1]", "one line too few");
  assert_read ("1\t2\n3\t4\n", "a\nb\nc\nd\n", "[0]|[1]", "its number of words is 4, that of vectors 2.");
  assert_read ("1\t2\n3\t4\n", "w\tn\na\t1\nb\nb\t2\n", "[0]|[1]", "line 3 has fewer columns");
  assert_read ("1\t2\n3\t4\n", "", "[0]|[1]", "its number of words is 0, that of vectors 2.");
  assert_read ("1\t2\n3\t4\n", "w\tn\na\t1\nb\tc\t2\n", "a|b", "Line 3 of “metadata.tsv” has more columns");
  assert_read ("1\t2\n3\t4\n5\t", "a\nb\nc\n", "a|b", "ends inside line 3");
}

static void
test_ragged (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);

  /* Beyond what is looked at first. */
  for (guint i = 0; i < 200000; i++)
    g_string_append (long_text, "1\t2\t3\n");
  g_string_append (long_text, "1\t2\n");
  assert_refused (long_text->str, "a\n", "Line 200001 of “tensors.tsv” has 2 numbers, and the first line has 3");
  g_string_append (long_text, "1\t2\t3\n");
  g_string_truncate (long_text, 200000 * 6);
  g_string_append (long_text, "1\t2\t3\t4\n");
  assert_refused (long_text->str, "a\n", "has more than the 3 numbers");
}

/* Which file has the labels. */
static void
test_names (void)
{
  static const char *const names[][2] = {{"vectors.tsv", "metadata.tsv"}, {"x_tensors.tsv", "x_metadata.tsv"}, {"x-vectors.tsv", "x-metadata.tsv"}, {"x.tsv", "x_metadata.tsv"}};

  put ("metadata.tsv", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SemaSet) set = NULL;
      g_autofree char    *found = NULL;

      put (names[i][0], "1\t2\n");
      put (names[i][1], "a\n");
      set = load (names[i][0], NULL);
      found = list_words (set);
      g_assert_cmpstr (found, ==, "a");
      put (names[i][1], NULL);
      put (names[i][0], NULL);
    }
}

/* What looks like numbers only and is not. */
static void
test_others (void)
{
  static const char *const texts[] = {"1984\t0.5\t1\n1985\t1\t2\n", "king\t0.5\t1\nqueen\t1\t2\n", "2 2\nking 1 2\nqueen 3 4\n"};

  put ("metadata.tsv", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SemaSet) set = NULL;

      put ("tensors.tsv", texts[i]);
      set = load ("tensors.tsv", NULL);
      g_assert_cmpuint (sema_set_get_dim (set), ==, 2);
      g_assert_cmpstr (sema_set_get_format (set), !=, "projector");
    }
}

static void
test_first (void)
{
  g_autofree char    *path = g_test_build_filename (G_TEST_DIST, "data", "formats", "projector", "00000", "default", "tensors.tsv", NULL);
  g_autoptr (SemaSet) set = sema_formats_load_with (path, &(SemaFormatsOptions) {.most_rows = 2}, NULL, NULL);
  g_autofree char    *found = list_words (set);

  g_assert_cmpstr (found, ==, "king|queen");
  g_assert_cmpuint (sema_columns_get_n_rows (sema_set_get_columns (set)), ==, 2);
  sema_test_assert_no_warnings (set);
}

static void
assert_config_refused (const char *text, const char *part)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = NULL;

  put ("config.json", text);
  set = load ("config.json", &error);
  g_assert_null (set);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Paths that lead elsewhere, shapes that lie, numbers that are nowhere. */
static void
test_configs (void)
{
  static const char *const elsewhere[] = {"../x.tsv", "/etc/passwd", "a/../../x.tsv", "http://x/y.tsv", "..", "a\\\\..\\\\b"};
  g_autoptr (SemaSet)      set = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"embeddings\": [{\"tensorPath\": \"%s\"}]}", elsewhere[i]);

      assert_config_refused (text, "not in its folder");
    }
  put ("t.tsv", "1\t2\n");
  put ("t.bytes", "12345678abcdefghxyz");
  assert_config_refused ("{\"embeddings\": [{\"tensorPath\": \"t.tsv\", \"metadataPath\": \"../m.tsv\"}]}", "not in its folder");
  assert_config_refused ("{\"embeddings\": [{\"tensorPath\": \"none.tsv\"}]}", "none.tsv");
  assert_config_refused ("{\"embeddings\": [{\"tensorName\": \"x\"}]}", "names no file of numbers");
  assert_config_refused ("{\"embeddings\": [], \"tensor\": 1}", "names no file of numbers");
  assert_config_refused ("{\"embeddings\": [{\"tensorPath\": \"t.bytes\"}]}", "give it a “tensorShape”");
  assert_config_refused ("{\"embeddings\": [{\"tensorPath\": \"t.bytes\", \"tensorShape\": [1, 0]}]}", "two whole numbers");
  assert_config_refused ("{\"embeddings\": [{\"tensorPath\": \"t.bytes\", \"tensorShape\": [1, -2]}]}", "two whole numbers");
  assert_config_refused ("{\"embeddings\": [{\"tensorPath\": \"t.bytes\", \"tensorShape\": [1, 2, 3]}]}", "two whole numbers");
  assert_config_refused ("{\"embeddings\": [{\"tensorPath\": \"t.bytes\", \"tensorShape\": [9223372036854775807, 9223372036854775807]}]}", "does not tell how many");
  assert_config_refused ("{\"embeddings\": [{\"tensorPath\": \"t.bytes\", \"tensorShape\": [1, 100000]}]}", "fewer than one row");
  assert_config_refused ("{\"embeddings\": [{\"tensorPath\": 7}]}", "a string is expected");
  assert_config_refused ("{\"embeddings\": {\"tensorPath\": 7}}", "an array of embeddings");
  assert_config_refused ("{\"embeddings\": [{\"tensorPath\": \"t.tsv\"}", "config.json");

  put ("config.json", "{\"embeddings\": [{\"tensorPath\": \"t.bytes\", \"tensorShape\": [9223372036854775807, 2]}]}");
  set = load ("config.json", NULL);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 2);
  sema_test_assert_warning (set, "says 9223372036854775807 rows, “t.bytes” has 2");
  g_clear_pointer (&set, sema_set_unref);
  put ("config.json", "{\"embeddings\": [{\"tensorPath\": \"t.bytes\", \"tensorShape\": [1, 2]}]}");
  set = load ("config.json", NULL);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 1);
  sema_test_assert_warning (set, "more bytes");
  g_clear_pointer (&set, sema_set_unref);
  put ("config.json", "{\"embeddings\": [{\"tensorName\": \"a\"}, {\"tensorName\": \"b\", \"tensorPath\": \"t.tsv\"}]}");
  set = load ("config.json", NULL);
  sema_test_assert_warning (set, "2 embeddings");
}

static void
assert_bytes_refused (const char *metadata, const char *part)
{
  g_autofree char   *path = sema_test_files_write ("n.bytes", "12345678abcdefghABCDEFGH", 24);
  g_autoptr (GError) error = NULL;

  put ("metadata.tsv", metadata);
  g_assert_null (sema_formats_load (path, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

/* Numbers without a configuration have as many rows as the metadata beside them, where that comes out even. */
static void
test_bytes_alone (void)
{
  const float         numbers[] = {1, 2, 3, 4, 5, 6};
  g_autofree char    *path = sema_test_files_write ("n.bytes", numbers, sizeof numbers);
  g_autofree char    *metadata = g_build_filename (sema_test_files_folder (), "metadata.tsv", NULL);
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = NULL;

  g_remove (metadata);
  g_assert_null (sema_formats_load (path, NULL, &error));
  g_assert_cmpstr (error->message, ==, "“n.bytes” does not tell how many numbers a row has: open the “projector_config.json” that names it, or put “metadata.tsv” with a line for each row beside it.");
  put ("metadata.tsv", "a\nb\nc\n");
  set = load ("n.bytes", NULL);
  g_assert_cmpuint (sema_set_get_dim (set), ==, 2);
  g_assert_cmpfloat (sema_set_get_row (set, 2)[1], ==, 6);
  g_assert_cmpuint (sema_set_find (set, "c", -1), ==, 2);
  sema_test_assert_warning (set, "they are 2, if it has the 3 rows that “metadata.tsv” has lines for.");
  g_clear_pointer (&set, sema_set_unref);
  put ("metadata.tsv", "word\tn\na\t1\nb\t2\n");
  set = load ("n.bytes", NULL);
  g_assert_cmpuint (sema_set_get_dim (set), ==, 3);
  g_assert_cmpuint (sema_set_find (set, "b", -1), ==, 1);
  g_clear_pointer (&set, sema_set_unref);
  /* A heading without tabs, which only the number of lines tells. */
  put ("metadata.tsv", "word\na\nb\nc\n");
  set = load ("n.bytes", NULL);
  g_assert_cmpuint (sema_set_get_dim (set), ==, 2);
  sema_test_assert_warning (set, "taken for a heading");
  g_clear_pointer (&set, sema_set_unref);
  assert_bytes_refused ("a\nb\nc\nd\ne\n", "has 24 bytes, which are no whole number of float32 for each of the 5 rows");
  assert_bytes_refused ("", "each of the 0 rows");
  g_remove (metadata);
}

/* Every length and every byte of all three files: an error of ours, or vectors. */
static void
sweep (const char *name, const char *opened)
{
  g_autofree char    *path = g_build_filename (sema_test_files_folder (), name, NULL);
  g_autofree char    *bytes = NULL;
  gsize               n_bytes;
  static const guint8 others[] = {0x00, 0xff, '\n', '\t', '"', '}', '9'};

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  for (gsize at = 0; at < n_bytes; at++)
    for (gsize k = 0; k <= G_N_ELEMENTS (others); k++)
      {
        g_autoptr (GError)  error = NULL;
        g_autoptr (SemaSet) set = NULL;
        char                old = bytes[at];

        if (k < G_N_ELEMENTS (others))
          bytes[at] = (char)others[k];
        g_free (sema_test_files_write (name, bytes, k < G_N_ELEMENTS (others) ? n_bytes : at));
        bytes[at] = old;
        set = load (opened, &error);
        g_assert_true ((set != NULL) != (error != NULL));
        g_assert_true (error == NULL || (error->domain == SEMA_FORMAT_ERROR && g_str_has_suffix (error->message, ".")));
      }
  g_free (sema_test_files_write (name, bytes, n_bytes));
}

static void
test_sweeps (void)
{
  put ("tensors.tsv", "0.5\t2\n3\t-4e1\n");
  put ("metadata.tsv", "w\tn\na\t1\nb\t2\n");
  put ("config.json", "{\"embeddings\": [{\"tensorPath\": \"tensors.tsv\", \"metadataPath\": \"metadata.tsv\", \"tensorShape\": [2, 2]}]}\n");
  put ("config.pbtxt", "embeddings {\n tensor_path: 'tensors.tsv' # here\n metadata_path: \"metadata.tsv\"\n sprite { image_path: \"x\\\"\\101\" }\n tensor_shape: 2 tensor_shape: 2 }\n");
  sweep ("tensors.tsv", "tensors.tsv");
  sweep ("metadata.tsv", "tensors.tsv");
  sweep ("config.json", "config.json");
  sweep ("config.pbtxt", "config.pbtxt");
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static void
test_no_memory (void)
{
  static const char *const names[] = {"projector_config.json", "projector_config.pbtxt"};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SemaSet) set = NULL;

      for (guint64 nth = 1; set == NULL; nth++)
        {
          g_autoptr (GError) error = NULL;

          sema_memory_fail_at (nth);
          set = load_data (names[i], &error);
          sema_memory_fail_at (0);
          if (set == NULL)
            {
              g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
              g_assert_cmpuint (sema_memory_get_used (), ==, 0);
            }
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  g_autofree char         *path = g_test_build_filename (G_TEST_DIST, "data", "formats", "projector", "projector_config.json", NULL);

  sema_progress_cancel (progress);
  g_assert_null (sema_formats_load (path, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projector/torch", test_torch);
  g_test_add_func ("/projector/bytes", test_bytes);
  g_test_add_func ("/projector/labels", test_labels);
  g_test_add_func ("/projector/mismatch", test_mismatch);
  g_test_add_func ("/projector/ragged", test_ragged);
  g_test_add_func ("/projector/names", test_names);
  g_test_add_func ("/projector/others", test_others);
  g_test_add_func ("/projector/first", test_first);
  g_test_add_func ("/projector/configs", test_configs);
  g_test_add_func ("/projector/bytes-alone", test_bytes_alone);
  g_test_add_func ("/projector/sweeps", test_sweeps);
  g_test_add_func ("/projector/no-memory", test_no_memory);
  g_test_add_func ("/projector/cancelled", test_cancelled);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
