/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-evaluation-kind.h"

#include <string.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-test-files.h"

static gboolean
find (const char *text, SemaEvaluationKind *kind, SemaProgress *progress, GError **error)
{
  g_autofree char *path = sema_test_files_write ("some.txt", text, strlen (text));

  return sema_evaluation_kind_find (path, kind, progress, error);
}

static void
assert_kind (const char *text, SemaEvaluationKind expected)
{
  g_autoptr (GError) error = NULL;
  SemaEvaluationKind kind;

  g_assert_true (find (text, &kind, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kind, ==, expected);
}

static void
test_questions (void)
{
  assert_kind (": capitals\nathens greece oslo norway\n", SEMA_EVALUATION_QUESTIONS);
  assert_kind ("\xef\xbb\xbf\n \n: a\tb\t3\r\n", SEMA_EVALUATION_QUESTIONS);
  assert_kind ("some words\n: a", SEMA_EVALUATION_QUESTIONS);
  assert_kind ("athens greece oslo norway\n", SEMA_EVALUATION_QUESTIONS);
}

static void
test_pairs (void)
{
  assert_kind ("tiger\tcat\t7.35\n", SEMA_EVALUATION_PAIRS);
  assert_kind ("# word word score here\nWord 1\tWord 2\tHuman\nnew york\tcity\t5\n: a\n", SEMA_EVALUATION_PAIRS);
  assert_kind ("a\tb\tc\ra\tb\t1\r", SEMA_EVALUATION_PAIRS);
}

static void
assert_refused (const char *text)
{
  g_autoptr (GError) error = NULL;
  SemaEvaluationKind kind;

  g_assert_false (find (text, &kind, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "“some.txt” has neither analogies"));
}

/* What comes late is not waited for: the file may be of any size, and of anything. */
static void
test_neither (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  assert_refused ("");
  assert_refused ("tiger cat 7.35\n");
  assert_refused ("tiger,cat,7.35\n#\n");
  for (gsize i = 0; i < SEMA_EVALUATION_KIND_LINES; i++)
    g_string_append (text, "x\n");
  g_string_append (text, "tiger\tcat\t7.35\n");
  assert_refused (text->str);
  assert_kind (text->str + 2, SEMA_EVALUATION_PAIRS);
}

static void
test_cannot_be_read (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  SemaEvaluationKind       kind;

  g_assert_false (sema_evaluation_kind_find ("/nowhere/some.txt", &kind, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  g_clear_error (&error);
  sema_progress_cancel (progress);
  g_assert_false (find (": a\n", &kind, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evaluation-kind/questions", test_questions);
  g_test_add_func ("/evaluation-kind/pairs", test_pairs);
  g_test_add_func ("/evaluation-kind/neither", test_neither);
  g_test_add_func ("/evaluation-kind/cannot-be-read", test_cannot_be_read);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
