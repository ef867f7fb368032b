/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

static const SemaQueryKind kind = {SEMA_METRIC_COSINE, SEMA_METHOD_ADD, SEMA_VECTORS_UNIT};

static void
count (int *n)
{
  ++*n;
}

static guint64
row_of (SemaSession *session, const char *word)
{
  return sema_vocab_find (sema_set_get_vocab (sema_session_get_set (session)), word, -1);
}

/* Asks about king and a weighted mango, with queen as the only answer. */
static void
aim (SemaSession *session, double weight)
{
  const SemaTerm        terms[] = {{row_of (session, "king"), 1}, {row_of (session, "mango"), weight}};
  SemaAnswer            answer = {.row = row_of (session, "queen")};
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();

  g_ptr_array_add (answers, &answer);
  sema_session_set_target (session, terms, 2, &kind, answers);
}

static gboolean
has_target (SemaSession *session)
{
  return sema_session_get_target (session) != NULL;
}

/* Whether it has its place on the map that is shown. */
static gboolean
has_place (SemaSession *session)
{
  return has_target (session) && sema_session_get_target (session)->projection == sema_session_get_projection (session);
}

static SemaSession *
open_session (void)
{
  SemaSession *session = sema_session_new ();

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  session_fixture_commit_words (session, "king queen mango", "add");
  session_fixture_wait (session, session_fixture_is_quiet);
  return session;
}

static void
test_found (void)
{
  g_autoptr (SemaSession) session = open_session ();

  aim (session, 1);
  g_assert_false (has_target (session));
  session_fixture_wait (session, has_place);
  g_assert_cmpuint (sema_session_get_target (session)->n_ends, ==, 1);
  g_assert_cmpstr (sema_session_get_target (session)->labels[0], ==, "queen");
}

/* Another map has another plane; until its target is found, the old one is of the old map, and nobody shows it. */
static void
test_follows_the_map (void)
{
  g_autoptr (SemaSession) session = open_session ();
  double                  x;

  aim (session, 1);
  session_fixture_wait (session, has_place);
  x = sema_session_get_target (session)->over.x;
  session_fixture_commit_words (session, "king grape mango prince", "change");
  session_fixture_wait (session, session_fixture_is_quiet);
  session_fixture_wait (session, has_place);
  g_assert_cmpfloat (sema_session_get_target (session)->over.x, !=, x);
  g_assert_cmpint (sema_session_get_target (session)->over.ends[0].point, ==, -1);
}

static void
test_latest_wins (void)
{
  g_autoptr (SemaSession) session = open_session ();
  int                     n = 0;

  g_signal_connect_swapped (session, "notify::target", G_CALLBACK (count), &n);
  for (int i = 1; i <= 20; i++)
    aim (session, i);
  session_fixture_wait (session, has_target);
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpfloat (sema_session_get_target (session)->norm, >, 20);
}

static void
test_dropped (void)
{
  g_autoptr (SemaSession) session = open_session ();
  int                     n = 0;

  aim (session, 1);
  session_fixture_wait (session, has_place);
  g_signal_connect_swapped (session, "notify::target", G_CALLBACK (count), &n);
  sema_session_drop_target (session);
  sema_session_drop_target (session);
  g_assert_cmpint (n, ==, 1);
  g_assert_false (has_target (session));
  aim (session, 1);
  sema_session_drop_target (session);
  session_fixture_commit_words (session, "king mango", "change");
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_false (has_target (session));
  g_assert_cmpint (n, ==, 1);
}

/* Rows of another file are other words. */
static void
test_another_file (void)
{
  g_autoptr (SemaSession) session = open_session ();

  aim (session, 1);
  session_fixture_wait (session, has_place);
  session_fixture_open (session, "queen 1 0\nking 0 1\n");
  g_assert_false (has_target (session));
}

static void
test_gone_while_it_is_found (void)
{
  SemaSession *session = open_session ();

  aim (session, 1);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *)&session);
  g_object_unref (session);
  while (session != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-target/found", test_found);
  g_test_add_func ("/session-target/follows-the-map", test_follows_the_map);
  g_test_add_func ("/session-target/latest-wins", test_latest_wins);
  g_test_add_func ("/session-target/dropped", test_dropped);
  g_test_add_func ("/session-target/another-file", test_another_file);
  g_test_add_func ("/session-target/gone-while-it-is-found", test_gone_while_it_is_found);
  return g_test_run ();
}
