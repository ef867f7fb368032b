/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "sema-random.h"
#include "sema-session-private.h"
#include "session-fixture.h"

#define N_ROWS 5000
#define DIM 1000

static GPtrArray *answers;

/* Five million numbers: enough for a narrow copy to be worth it. */
static char *
write_large (void)
{
  g_autoptr (GString) text = g_string_new ("5000 1000\n");
  g_autofree float   *row = g_new (float, DIM);
  SemaRandom          random;
  char               *path;

  sema_random_init (&random, 3);
  for (guint i = 0; i < N_ROWS; i++)
    {
      for (guint k = 0; k < DIM; k++)
        row[k] = (float)sema_random_uniform (&random) - 0.5f;
      g_string_append_printf (text, "w%u ", i);
      g_string_append_len (text, (const char *)row, DIM * sizeof (float));
    }
  g_close (g_file_open_tmp ("semascope-narrow-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, text->str, (gssize)text->len, NULL));
  return path;
}

static gboolean
has_narrow (SemaSession *session)
{
  return session->narrow != NULL;
}

static gboolean
has_answers (SemaSession *session)
{
  return answers != NULL;
}

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  answers = sema_session_neighbours_finish (SEMA_SESSION (source), result, NULL);
}

static GPtrArray *
ask (SemaSession *session)
{
  sema_session_neighbours_async (session, "w77", 10, NULL, answered, NULL);
  session_fixture_wait (session, has_answers);
  return g_steal_pointer (&answers);
}

/* The answers are the same with the copy and without it; the copy goes with the file. */
static void
test_answers (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  g_autofree char        *path = write_large ();
  g_autoptr (GPtrArray)   without = NULL;
  g_autoptr (GPtrArray)   with = NULL;

  sema_session_open (session, path);
  session_fixture_wait (session, session_fixture_is_quiet);
  session_fixture_wait (session, has_narrow);
  with = ask (session);
  sema_session_drop_narrow (session);
  without = ask (session);
  g_assert_cmpuint (with->len, ==, 10);
  for (guint i = 0; i < 10; i++)
    {
      const SemaAnswer *a = g_ptr_array_index (with, i);
      const SemaAnswer *b = g_ptr_array_index (without, i);

      g_assert_cmpuint (a->row, ==, b->row);
      g_assert_cmpfloat (a->score, ==, b->score);
    }
  sema_session_make_narrow (session);
  session_fixture_wait (session, has_narrow);
  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  g_assert_null (session->narrow);
  g_assert_null (session->narrowing);
  g_unlink (path);
}

static void
test_freed_meanwhile (void)
{
  SemaSession     *session = sema_session_new ();
  g_autofree char *path = write_large ();

  sema_session_open (session, path);
  session_fixture_wait (session, session_fixture_is_quiet);
  g_object_run_dispose (G_OBJECT (session));
  g_object_unref (session);
  for (int i = 0; i < 100; i++)
    {
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-narrow/answers", test_answers);
  g_test_add_func ("/session-narrow/freed-meanwhile", test_freed_meanwhile);
  return g_test_run ();
}
