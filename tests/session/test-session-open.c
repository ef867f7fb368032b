/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "session-fixture.h"

typedef struct
{
  int   n_loaded;
  int   n_failed;
  char *message;
} Heard;

static void
loaded (SemaSession *session, Heard *heard)
{
  heard->n_loaded++;
}

static void
failed (SemaSession *session, GError *error, const char *name, Heard *heard)
{
  heard->n_failed++;
  g_free (heard->message);
  heard->message = g_strdup (error->message);
}

static SemaSession *
listen (Heard *heard)
{
  SemaSession *session = sema_session_new ();

  g_signal_connect (session, "loaded", G_CALLBACK (loaded), heard);
  g_signal_connect (session, "load-failed", G_CALLBACK (failed), heard);
  return session;
}

static void
test_open (void)
{
  Heard                   heard = {0};
  g_autoptr (SemaSession) session = listen (&heard);

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  g_assert_cmpint (heard.n_loaded, ==, 1);
  g_assert_cmpuint (sema_set_get_n_rows (sema_session_get_set (session)), ==, 5);
  g_assert_nonnull (sema_session_get_projection (session));
}

static void
test_failure_keeps_the_old (void)
{
  Heard                   heard = {0};
  g_autoptr (SemaSession) session = listen (&heard);
  SemaSet                *old;

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  old = sema_session_get_set (session);
  session_fixture_open (session, "no vectors\nat all\n");
  g_assert_cmpint (heard.n_failed, ==, 1);
  g_assert_nonnull (heard.message);
  g_assert_true (sema_session_get_set (session) == old);
  g_free (heard.message);
}

static void
test_cancel (void)
{
  Heard                   heard = {0};
  g_autoptr (SemaSession) session = listen (&heard);
  g_autofree char        *path = session_fixture_write (SESSION_FIXTURE_TEXT);

  sema_session_open (session, path);
  g_assert_true (sema_session_get_loading (session));
  sema_session_cancel_open (session);
  g_assert_false (sema_session_get_loading (session));
  for (int i = 0; i < 50; i++)
    {
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpint (heard.n_loaded + heard.n_failed, ==, 0);
  g_assert_null (sema_session_get_set (session));
  g_unlink (path);
}

static void
test_latest_wins (void)
{
  Heard                   heard = {0};
  g_autoptr (SemaSession) session = listen (&heard);
  g_autofree char        *first = session_fixture_write (SESSION_FIXTURE_TEXT);
  g_autofree char        *second = session_fixture_write ("only 1 2\nthis 3 4\n");

  sema_session_open (session, first);
  sema_session_open (session, second);
  session_fixture_wait (session, session_fixture_is_quiet);
  for (int i = 0; i < 50; i++)
    {
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpint (heard.n_loaded, ==, 1);
  g_assert_cmpuint (sema_set_get_n_rows (sema_session_get_set (session)), ==, 2);
  g_assert_cmpstr (sema_session_get_path (session), ==, second);
  g_unlink (first);
  g_unlink (second);
}

static void
test_words_stay (void)
{
  Heard                   heard = {0};
  g_autoptr (SemaSession) session = listen (&heard);

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  session_fixture_commit_words (session, "king mango tower", "add");
  session_fixture_open (session, "king 1 2\ntower 3 4\n");
  g_assert_cmpuint (sema_projection_get_n_words (sema_session_get_projection (session)), ==, 3);
  g_assert_cmpuint (sema_projection_get_n_absent (sema_session_get_projection (session)), ==, 1);
  g_assert_cmpint (sema_projection_get_word (sema_session_get_projection (session), 1)->state, ==, SEMA_WORD_MISSING);
}

static void
test_freed_while_opening (void)
{
  Heard            heard = {0};
  SemaSession     *session = listen (&heard);
  g_autofree char *path = session_fixture_write (SESSION_FIXTURE_TEXT);

  sema_session_open (session, path);
  g_object_run_dispose (G_OBJECT (session));
  g_object_unref (session);
  for (int i = 0; i < 50; i++)
    {
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpint (heard.n_loaded + heard.n_failed, ==, 0);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-open/open", test_open);
  g_test_add_func ("/session-open/failure-keeps-the-old", test_failure_keeps_the_old);
  g_test_add_func ("/session-open/cancel", test_cancel);
  g_test_add_func ("/session-open/latest-wins", test_latest_wins);
  g_test_add_func ("/session-open/words-stay", test_words_stay);
  g_test_add_func ("/session-open/freed-while-opening", test_freed_while_opening);
  return g_test_run ();
}
