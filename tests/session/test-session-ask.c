/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <string.h>

typedef GPtrArray *(*Finish) (SemaSession *session, GAsyncResult *result, GError **error);

typedef struct
{
  Finish     finish;
  GPtrArray *answers;
  GError    *error;
  gboolean   done;
} Asked;

static Asked *waited_for;

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;

  asked->answers = asked->finish (SEMA_SESSION (source), result, &asked->error);
  asked->done = TRUE;
}

static gboolean
is_answered (SemaSession *session)
{
  return waited_for->done;
}

static void
wait_for (SemaSession *session, Asked *asked)
{
  waited_for = asked;
  session_fixture_wait (session, is_answered);
}

static const char *
nth (const Asked *asked, guint index)
{
  return ((SemaAnswer *)g_ptr_array_index (asked->answers, index))->word;
}

static void
asked_clear (Asked *asked)
{
  g_clear_pointer (&asked->answers, g_ptr_array_unref);
  g_clear_error (&asked->error);
}

static void
test_neighbours (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  Asked                   asked = {sema_session_neighbours_finish};

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  sema_session_neighbours_async (session, "king", 3, NULL, answered, &asked);
  wait_for (session, &asked);
  g_assert_cmpuint (asked.answers->len, ==, 3);
  g_assert_cmpstr (nth (&asked, 0), ==, "queen");
  g_assert_cmpstr (nth (&asked, 1), ==, "prince");
  g_assert_cmpfloat_with_epsilon (((SemaAnswer *)g_ptr_array_index (asked.answers, 0))->score, 0.993884, 1e-6);
  asked_clear (&asked);
}

/* The scores are those of sema_odd_find(); what is not there or has no direction is left out, and two are too few. */
static void
test_odd (void)
{
  static const char *const words[] = {"king", "zero", "cake", "mango", "queen", NULL};
  static const char *const few[] = {"king", "zero", "mango", NULL};
  g_autoptr (SemaSession)  session = sema_session_new ();
  Asked                    asked = {sema_session_odd_finish};
  Asked                    refused = {sema_session_odd_finish};

  session_fixture_open (session, SESSION_FIXTURE_TEXT "zero 0 0 0\n");
  sema_session_odd_async (session, words, NULL, answered, &asked);
  wait_for (session, &asked);
  g_assert_cmpuint (asked.answers->len, ==, 3);
  g_assert_cmpstr (nth (&asked, 0), ==, "mango");
  g_assert_cmpfloat (((SemaAnswer *)g_ptr_array_index (asked.answers, 1))->score, >, 0.8);
  asked_clear (&asked);
  sema_session_odd_async (session, few, NULL, answered, &refused);
  wait_for (session, &refused);
  g_assert_null (refused.answers);
  g_assert_nonnull (strstr (refused.error->message, "Three words"));
  asked_clear (&refused);
}

static void
test_analogy (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  Asked                   asked = {sema_session_analogy_finish};

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  sema_session_analogy_async (session, "king", "mango", "queen", 5, NULL, answered, &asked);
  wait_for (session, &asked);
  g_assert_cmpuint (asked.answers->len, ==, 2);
  g_assert_cmpstr (nth (&asked, 0), ==, "grape");
  asked_clear (&asked);
}

/* What an expression comes to, with the words of the question where they would be; and nothing where it has no direction. */
static void
test_answer (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  Asked                   asked = {sema_session_answer_finish};
  Asked                   failed = {sema_session_answer_finish};
  SemaAnalogyOptions      options = {.with_inputs = TRUE, .k = 2};
  SemaTerm                terms[2];

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  terms[0] = (SemaTerm) {sema_vocab_find (sema_set_get_vocab (sema_session_get_set (session)), "king", -1), 2};
  terms[1] = (SemaTerm) {terms[0].row, -2};
  sema_session_answer_async (session, terms, 1, &options, NULL, answered, &asked);
  wait_for (session, &asked);
  g_assert_cmpuint (asked.answers->len, ==, 2);
  g_assert_cmpstr (nth (&asked, 0), ==, "king");
  g_assert_cmpstr (nth (&asked, 1), ==, "queen");
  sema_session_answer_async (session, terms, 2, &options, NULL, answered, &failed);
  wait_for (session, &failed);
  g_assert_null (failed.answers);
  g_assert_error (failed.error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
  asked_clear (&asked);
  asked_clear (&failed);
}

static void
test_words_that_are_not_there (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  Asked                   asked = {sema_session_analogy_finish};
  Asked                   without = {sema_session_neighbours_finish};

  sema_session_neighbours_async (session, "king", 3, NULL, answered, &without);
  wait_for (session, &without);
  g_assert_cmpuint (without.answers->len, ==, 0);
  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  sema_session_analogy_async (session, "king", "tower", "queen", 5, NULL, answered, &asked);
  wait_for (session, &asked);
  g_assert_cmpuint (asked.answers->len, ==, 0);
  asked_clear (&asked);
  asked_clear (&without);
}

static void
test_typing (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  Asked                   completed = {sema_session_complete_finish};
  Asked                   spelt = {sema_session_spell_finish};

  session_fixture_open (session, "queen 1 0\nQueens 0 1\nqueer 1 1\nking 1 0.5\n");
  sema_session_complete_async (session, "queen", 8, NULL, answered, &completed);
  wait_for (session, &completed);
  g_assert_cmpuint (completed.answers->len, ==, 2);
  g_assert_cmpstr (nth (&completed, 0), ==, "queen");
  g_assert_cmpstr (nth (&completed, 1), ==, "Queens");
  sema_session_spell_async (session, "kingg", 8, NULL, answered, &spelt);
  wait_for (session, &spelt);
  g_assert_cmpstr (nth (&spelt, 0), ==, "king");
  asked_clear (&completed);
  asked_clear (&spelt);
}

static void
test_cancelled (void)
{
  g_autoptr (SemaSession)  session = sema_session_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Asked                    asked = {sema_session_neighbours_finish};

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  sema_session_neighbours_async (session, "king", 3, cancellable, answered, &asked);
  g_cancellable_cancel (cancellable);
  wait_for (session, &asked);
  g_assert_null (asked.answers);
  g_assert_error (asked.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  asked_clear (&asked);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-ask/neighbours", test_neighbours);
  g_test_add_func ("/session-ask/odd", test_odd);
  g_test_add_func ("/session-ask/analogy", test_analogy);
  g_test_add_func ("/session-ask/answer", test_answer);
  g_test_add_func ("/session-ask/words-that-are-not-there", test_words_that_are_not_there);
  g_test_add_func ("/session-ask/typing", test_typing);
  g_test_add_func ("/session-ask/cancelled", test_cancelled);
  return g_test_run ();
}
