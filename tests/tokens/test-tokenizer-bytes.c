/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-bytes.h"

#include <string.h>

#include "sema-error.h"
#include "sema-test-files.h"

static gboolean
read_file (SemaTokenizerBytes *file, const char *name, gconstpointer bytes, gsize n_bytes, GError **error)
{
  g_autofree char *path = sema_test_files_write (name, bytes, n_bytes);

  return sema_tokenizer_bytes_read (file, path, NULL, error);
}

static void
assert_reads (gconstpointer bytes, gsize n_bytes, const char *text)
{
  g_auto (SemaTokenizerBytes) file = {0};

  g_assert_true (read_file (&file, "a.txt", bytes, n_bytes, NULL));
  g_assert_cmpmem (file.buffer.data, file.buffer.n_bytes, text, strlen (text));
  g_assert_cmpstr (file.label, ==, "a.txt");
}

static void
test_reads (void)
{
  g_autoptr (GByteArray) gzip = sema_test_gzip ("a\nb", 3);

  assert_reads ("", 0, "");
  assert_reads ("a\nb", 3, "a\nb");
  assert_reads ("\xef\xbb\xbf{}", 5, "{}");
  assert_reads (gzip->data, gzip->len, "a\nb");
}

static void
test_fails (void)
{
  g_auto (SemaTokenizerBytes) file = {0}, none = {0};
  g_autoptr (GByteArray)      gzip = sema_test_gzip ("abcdefghijklmnop", 16);
  g_autoptr (GError)          error = NULL, missing = NULL;

  g_assert_false (read_file (&file, "a.gz", gzip->data, gzip->len - 9, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_false (sema_tokenizer_bytes_read (&none, "/no/such/file", NULL, &missing));
  g_assert_error (missing, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
}

static void
test_lines (void)
{
  g_auto (SemaTokenizerBytes) file = {0};
  g_autoptr (GError)          error = NULL;
  SemaTokenizerLines          lines;
  const char *const           expected[] = {"a", "", "b\rc", "d"};
  const char                 *line;
  gsize                       length;

  g_assert_true (read_file (&file, "l.txt", "a\r\n\nb\rc\nd", 9, NULL));
  sema_tokenizer_lines_init (&lines, &file);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      line = sema_tokenizer_lines_next (&lines, &length);
      g_assert_cmpmem (line, length, expected[i], strlen (expected[i]));
      g_assert_cmpuint (lines.number, ==, i + 1);
    }
  g_assert_null (sema_tokenizer_lines_next (&lines, &length));
  g_assert_false (sema_tokenizer_bytes_fail_line (&file, 3, &error, "it is %s", "odd"));
  g_assert_nonnull (strstr (error->message, "3"));
  g_assert_nonnull (strstr (error->message, "it is odd"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer-bytes/reads", test_reads);
  g_test_add_func ("/tokenizer-bytes/fails", test_fails);
  g_test_add_func ("/tokenizer-bytes/lines", test_lines);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
