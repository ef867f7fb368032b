/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-word2vec-map.h"
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

static gboolean is_answered;

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) answers = sema_session_neighbours_finish (SEMA_SESSION (source), result, &error);

  g_assert_null (answers);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_LOST);
  is_answered = TRUE;
}

static gboolean
has_answer (SemaSession *session)
{
  return is_answered;
}

/* Two rows whose numbers lie on two pages. */
static char *
write_binary (void)
{
  g_autoptr (GString) text = g_string_new ("2 5000\n");
  g_autofree float   *row = g_new (float, 5000);
  const char         *words[] = {"one ", "two "};
  char               *path;

  for (guint i = 0; i < 2; i++)
    {
      for (guint k = 0; k < 5000; k++)
        row[k] = (float)(i + k);
      g_string_append (text, words[i]);
      g_string_append_len (text, (const char *)row, 5000 * sizeof (float));
    }
  g_close (g_file_open_tmp ("semascope-lost-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, text->str, (gssize)text->len, NULL));
  return path;
}

/* Another program cuts the file: the vectors are closed, and it is told once. */
static void
test_lost (void)
{
  Heard                   heard = {0};
  g_autoptr (SemaSession) session = listen (&heard);
  g_autofree char        *path = write_binary ();

  sema_word2vec_map_set_sizes (1, 0);
  sema_session_open (session, path);
  session_fixture_wait (session, session_fixture_is_quiet);
  session_fixture_commit_words (session, "one two", "add");
  g_assert_cmpint (truncate (path, 100), ==, 0);
  sema_session_neighbours_async (session, "one", 3, NULL, answered, NULL);
  session_fixture_wait (session, has_answer);
  g_assert_null (sema_session_get_set (session));
  g_assert_null (sema_session_get_projection (session));
  g_assert_cmpint (heard.n_failed, ==, 1);
  g_assert_nonnull (strstr (heard.message, "was cut short"));
  g_assert_cmpuint (sema_session_get_recipe (session)->words->len, ==, 2);
  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  g_assert_nonnull (sema_session_get_projection (session));
  g_free (heard.message);
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
  g_test_add_func ("/session-open/lost", test_lost);
  return g_test_run ();
}
