/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-evaluation-file.h"

#include <string.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-test-files.h"

static SemaEvaluationFile *
open_bytes (SemaEvaluationKind kind, const char *bytes, gsize n_bytes)
{
  g_autofree char    *path = sema_test_files_write ("questions.txt", bytes, n_bytes);
  g_autoptr (GError)  error = NULL;
  SemaEvaluationFile *file = sema_evaluation_file_open (path, kind, NULL, &error);

  g_assert_no_error (error);
  return file;
}

/* The lines with a bar after each, “…” for one that is too long. */
static char *
read_all (SemaEvaluationFile *file)
{
  GString *all = g_string_new (NULL);
  SemaLine line;
  gboolean found;
  guint64  n = 0;

  for (;;)
    {
      g_assert_true (sema_evaluation_file_next (file, &line, &found, NULL));
      if (!found)
        return g_string_free (all, FALSE);
      g_assert_cmpuint (line.number, ==, ++n);
      g_string_append_len (all, line.text, (gssize)line.length);
      g_string_append (all, line.is_too_long ? "…|" : "|");
    }
}

static void
assert_lines (SemaEvaluationKind kind, const char *bytes, const char *expected)
{
  g_autoptr (SemaEvaluationFile) file = open_bytes (kind, bytes, strlen (bytes));
  g_autofree char               *lines = read_all (file);
  g_auto (GStrv)                 warnings = sema_evaluation_file_dup_warnings (file);

  g_assert_cmpstr (lines, ==, expected);
  g_assert_cmpuint (g_strv_length (warnings), ==, 0);
}

static void
test_lines (void)
{
  assert_lines (SEMA_EVALUATION_QUESTIONS, "", "");
  assert_lines (SEMA_EVALUATION_QUESTIONS, "\xef\xbb\xbf: a\nb\r\n\nc\rd\ne", ": a|b||c\rd|e|");
  assert_lines (SEMA_EVALUATION_PAIRS, "", "");
  assert_lines (SEMA_EVALUATION_PAIRS, "a\rb\r\nc\r\r\n\nd\re", "a|b|c|||d|e|");
  assert_lines (SEMA_EVALUATION_PAIRS, "\xef\xbb", "\xef\xbb|");
}

static void
test_too_long (void)
{
  for (SemaEvaluationKind kind = SEMA_EVALUATION_QUESTIONS; kind <= SEMA_EVALUATION_PAIRS; kind++)
    {
      g_autofree char               *fits = g_strnfill (SEMA_EVALUATION_LINE_MAX, 'x');
      g_autofree char               *longer = g_strnfill (SEMA_EVALUATION_LINE_MAX + 1, 'x');
      g_autofree char               *endless = g_strnfill (SEMA_LINE_MAX + 10, 'y');
      g_autofree char               *text = g_strdup_printf ("a\n%s\n%s\nb\n%s\nc", fits, longer, endless);
      g_autofree char               *expected = g_strdup_printf ("a|%s|…|b|…|c|", fits);
      g_autoptr (SemaEvaluationFile) file = open_bytes (kind, text, strlen (text));
      g_autofree char               *lines = read_all (file);

      g_assert_true (g_str_equal (lines, expected));
    }
}

static void
assert_warning (SemaEvaluationKind kind, guint n, const char *expected)
{
  g_autoptr (SemaEvaluationFile) file = open_bytes (kind, "a", 1);
  g_auto (GStrv)                 warnings = NULL;

  for (guint i = 0; i < n; i++)
    sema_evaluation_file_pass_over (file, 17 + i);
  warnings = sema_evaluation_file_dup_warnings (file);
  g_assert_cmpuint (g_strv_length (warnings), ==, 1);
  g_assert_cmpstr (warnings[0], ==, expected);
}

static void
test_warnings (void)
{
  assert_warning (SEMA_EVALUATION_QUESTIONS, 1, "Line 17 of “questions.txt” has not four words; it was passed over.");
  assert_warning (SEMA_EVALUATION_QUESTIONS, 3, "3 lines of “questions.txt” have not four words, the first of them line 17; they were passed over.");
  assert_warning (SEMA_EVALUATION_PAIRS, 1, "Line 17 of “questions.txt” is not two words and a number with tabs between them; it was passed over.");
  assert_warning (SEMA_EVALUATION_PAIRS, 2, "2 lines of “questions.txt” are not two words and a number with tabs between them, the first of them line 17; they were passed over.");
}

static void
test_gzip (void)
{
  g_autoptr (GByteArray)         packed = sema_test_gzip (": a\nb\n", 6);
  g_autoptr (SemaEvaluationFile) whole = open_bytes (SEMA_EVALUATION_QUESTIONS, (const char *)packed->data, packed->len);
  g_autofree char               *lines = read_all (whole);
  g_autoptr (SemaEvaluationFile) cut = open_bytes (SEMA_EVALUATION_QUESTIONS, (const char *)packed->data, packed->len - 9);
  g_autofree char               *cut_lines = read_all (cut);
  g_auto (GStrv)                 warnings = sema_evaluation_file_dup_warnings (cut);

  g_assert_cmpstr (lines, ==, ": a|b|");
  g_assert_true (g_str_has_prefix (lines, cut_lines) || g_str_has_prefix (cut_lines, ": a|"));
  g_assert_cmpuint (g_strv_length (warnings), ==, 1);
  g_assert_nonnull (strstr (warnings[0], "ends early"));
}

static void
test_refused (void)
{
  g_autofree char         *path = sema_test_files_write ("questions.txt", ": a\n", 4);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  g_assert_null (sema_evaluation_file_open (sema_test_files_folder (), SEMA_EVALUATION_PAIRS, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  g_clear_error (&error);
  sema_progress_cancel (progress);
  g_assert_null (sema_evaluation_file_open (path, SEMA_EVALUATION_PAIRS, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evaluation-file/lines", test_lines);
  g_test_add_func ("/evaluation-file/too-long", test_too_long);
  g_test_add_func ("/evaluation-file/warnings", test_warnings);
  g_test_add_func ("/evaluation-file/gzip", test_gzip);
  g_test_add_func ("/evaluation-file/refused", test_refused);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
