/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-evaluate.h"

#include <string.h>

#include "evaluation-fixture.h"
#include "sema-error.h"
#include "sema-formats.h"
#include "session-fixture.h"

/* A parallelogram. */
#define VECTORS "man 1 0 0.1\nwoman 1 1 0\nking 3 0 3\nqueen 1 1 1\nlord 3 0.1 3\n"
#define QUESTIONS ": royal\nman king woman queen\nman king woman prince\n: none\n"
#define PAIRS "king\tlord\t9\nking\twoman\t2\nking\tman\t3\nking\tprince\t8\n"

typedef struct
{
  SemaSessionEvaluation *evaluation;
  GError                *error;
  gboolean               done;
} Tested;

static Tested tested;

static void
evaluated (GObject *source, GAsyncResult *result, gpointer user_data)
{
  tested.evaluation = sema_session_evaluate_finish (SEMA_SESSION (source), result, &tested.error);
  tested.done = TRUE;
}

static gboolean
is_done (SemaSession *session)
{
  return tested.done;
}

static void
forget (void)
{
  sema_session_evaluation_free (tested.evaluation);
  g_clear_error (&tested.error);
  tested = (Tested) {0};
}

static void
begin (SemaSession *session, const char *text, guint64 most_words, SemaMethod method, SemaProgress *progress)
{
  g_autofree char *path = evaluation_fixture_write ("tests.txt", text, strlen (text));

  forget ();
  sema_session_evaluate_async (session, path, most_words, method, progress, evaluated, NULL);
}

static SemaSession *
open_session (void)
{
  SemaSession *session = sema_session_new ();

  session_fixture_open (session, VECTORS);
  return session;
}

static void
evaluate (SemaSession *session, const char *text, guint64 most_words, SemaMethod method)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();

  begin (session, text, most_words, method, progress);
  session_fixture_wait (session, is_done);
}

static void
test_analogies (void)
{
  g_autoptr (SemaSession)     session = open_session ();
  const SemaEvaluationCounts *total;

  evaluate (session, QUESTIONS, G_MAXUINT64, SEMA_METHOD_ADD);
  g_assert_no_error (tested.error);
  g_assert_null (tested.evaluation->pairs);
  g_assert_cmpuint (sema_evaluation_get_n_sections (tested.evaluation->analogies), ==, 2);
  total = sema_evaluation_get_total (tested.evaluation->analogies);
  g_assert_cmpuint (total->n_correct, ==, 1);
  g_assert_cmpuint (total->n_skipped, ==, 1);
  forget ();
}

/* Of the first three words, the fourth is not known. */
static void
test_first_words (void)
{
  g_autoptr (SemaSession) session = open_session ();

  evaluate (session, QUESTIONS, 3, SEMA_METHOD_MUL);
  g_assert_no_error (tested.error);
  g_assert_cmpuint (sema_evaluation_get_total (tested.evaluation->analogies)->n_skipped, ==, 2);
  forget ();
}

static void
test_pairs (void)
{
  g_autoptr (SemaSession) session = open_session ();

  evaluate (session, PAIRS, G_MAXUINT64, SEMA_METHOD_ADD);
  g_assert_no_error (tested.error);
  g_assert_null (tested.evaluation->analogies);
  g_assert_cmpuint (tested.evaluation->pairs->n_pairs, ==, 3);
  g_assert_cmpuint (tested.evaluation->pairs->n_missing, ==, 1);
  g_assert_cmpfloat_with_epsilon (tested.evaluation->pairs->spearman, 1, 1e-12);
  forget ();
}

static void
test_refused (void)
{
  g_autoptr (SemaSession) session = open_session ();

  evaluate (session, "just some words\n", G_MAXUINT64, SEMA_METHOD_ADD);
  g_assert_null (tested.evaluation);
  g_assert_error (tested.error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  evaluate (session, "man king woman queen\n", G_MAXUINT64, SEMA_METHOD_ADD);
  g_assert_null (tested.evaluation);
  g_assert_nonnull (strstr (tested.error->message, "before the first section"));
  forget ();
}

/* Also a result that is there already is not wanted any more. */
static void
test_cancelled (void)
{
  g_autoptr (SemaSession)  session = open_session ();
  g_autoptr (SemaProgress) progress = sema_progress_new ();

  begin (session, PAIRS, G_MAXUINT64, SEMA_METHOD_ADD, progress);
  g_usleep (50000);
  sema_progress_cancel (progress);
  session_fixture_wait (session, is_done);
  g_assert_null (tested.evaluation);
  g_assert_error (tested.error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  forget ();
}

/* The set that was open is the one that is tested. */
static void
test_another_file_is_opened (void)
{
  g_autoptr (SemaSession)  session = open_session ();
  g_autoptr (SemaProgress) progress = sema_progress_new ();

  begin (session, QUESTIONS, G_MAXUINT64, SEMA_METHOD_ADD, progress);
  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  session_fixture_wait (session, is_done);
  g_assert_no_error (tested.error);
  g_assert_cmpuint (sema_evaluation_get_total (tested.evaluation->analogies)->n_correct, ==, 1);
  forget ();
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-evaluate/analogies", test_analogies);
  g_test_add_func ("/session-evaluate/first-words", test_first_words);
  g_test_add_func ("/session-evaluate/pairs", test_pairs);
  g_test_add_func ("/session-evaluate/refused", test_refused);
  g_test_add_func ("/session-evaluate/cancelled", test_cancelled);
  g_test_add_func ("/session-evaluate/another-file-is-opened", test_another_file_is_opened);
  status = g_test_run ();
  evaluation_fixture_remove ();
  return status;
}
