/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-save.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "session-fixture.h"

typedef struct
{
  guint64  n_words;
  char    *note;
  GError  *error;
  gboolean fine;
  gboolean done;
} Saved;

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saved *self = user_data;

  self->fine = sema_session_save_finish (SEMA_SESSION (source), result, &self->n_words, &self->note, &self->error);
  self->done = TRUE;
}

static gboolean
is_idle (SemaSession *session)
{
  return !sema_session_is_saving (session);
}

static SemaSession *
open_session (void)
{
  SemaSession *session = sema_session_new ();

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  return session;
}

/* Saves, and returns what is in the file. */
static char *
save (SemaSession *session, SemaSavedWords words, guint64 n_expected)
{
  g_autofree char *path = session_fixture_write ("old");
  Saved            self = {0};
  char            *text;

  sema_session_save_async (session, &sema_glove_text_writer, words, SEMA_SAVED_REFUSE, path, saved, &self);
  g_assert_true (sema_session_is_saving (session));
  session_fixture_wait (session, is_idle);
  g_assert_no_error (self.error);
  g_assert_true (self.fine);
  g_assert_cmpuint (self.n_words, ==, n_expected);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_words (void)
{
  g_autoptr (SemaSession) session = open_session ();
  g_autofree char        *all = save (session, SEMA_SAVED_ALL, 5);
  g_autofree char        *chosen = NULL;
  g_autofree char        *selected = NULL;
  const char *const       selection[] = {"mango", NULL};

  g_assert_cmpstr (all, ==, SESSION_FIXTURE_TEXT);
  session_fixture_commit_words (session, "mango nobody king", "words");
  chosen = save (session, SEMA_SAVED_CHOSEN, 2);
  g_assert_cmpstr (chosen, ==, "mango 0 1 0.1\nking 1 0 0\n");
  sema_session_select (session, selection, NULL);
  selected = save (session, SEMA_SAVED_SELECTED, 1);
  g_assert_cmpstr (selected, ==, "mango 0 1 0.1\n");
}

static void
test_find (void)
{
  g_autoptr (SemaSession) session = open_session ();
  g_autoptr (GArray)      none = sema_session_find_saved (session, SEMA_SAVED_CHOSEN);

  g_assert_null (sema_session_find_saved (session, SEMA_SAVED_ALL));
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_failures (void)
{
  g_autoptr (SemaSession) session = open_session ();
  Saved                   self = {0};

  g_assert_cmpfloat (sema_session_get_save_fraction (session), ==, 0);
  sema_session_save_async (session, &sema_word2vec_binary_writer, SEMA_SAVED_ALL, SEMA_SAVED_REFUSE, "/proc/none.bin", saved, &self);
  session_fixture_wait (session, is_idle);
  g_assert_false (self.fine);
  g_assert_error (self.error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_clear_error (&self.error);
}

/* A word that the format cannot have is refused, left out, or called by the id of its row. */
static void
test_misfits (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  g_autofree char        *path = session_fixture_write ("old");
  g_autofree char        *text = NULL;
  Saved                   self = {0};

  session_fixture_open (session, "3 2\nking 1 0\nice cream 0 1\nmango 1 1\n");
  sema_session_save_async (session, &sema_word2vec_binary_writer, SEMA_SAVED_ALL, SEMA_SAVED_REFUSE, path, saved, &self);
  session_fixture_wait (session, is_idle);
  g_assert_error (self.error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WORD);
  g_assert_null (self.note);
  g_clear_error (&self.error);
  sema_session_save_async (session, &sema_word2vec_binary_writer, SEMA_SAVED_ALL, SEMA_SAVED_LEAVE_OUT, path, saved, &self);
  session_fixture_wait (session, is_idle);
  g_assert_no_error (self.error);
  g_assert_cmpuint (self.n_words, ==, 2);
  g_assert_nonnull (strstr (self.note, "1 word was left out"));
  g_clear_pointer (&self.note, g_free);
  sema_session_save_async (session, &sema_word2vec_binary_writer, SEMA_SAVED_ALL, SEMA_SAVED_NUMBER, path, saved, &self);
  session_fixture_wait (session, is_idle);
  g_assert_cmpuint (self.n_words, ==, 3);
  g_assert_nonnull (strstr (self.note, "“[1]”"));
  g_clear_pointer (&self.note, g_free);
}

static void
test_cancel (void)
{
  g_autoptr (SemaSession) session = open_session ();
  g_autofree char        *path = session_fixture_write ("old");
  g_autofree char        *text = NULL;
  Saved                   self = {0};

  sema_session_cancel_save (session);
  sema_session_save_async (session, &sema_word2vec_binary_writer, SEMA_SAVED_ALL, SEMA_SAVED_REFUSE, path, saved, &self);
  sema_session_cancel_save (session);
  session_fixture_wait (session, is_idle);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  /* It may have been done before. */
  if (!self.fine)
    {
      g_assert_error (self.error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
      g_assert_cmpstr (text, ==, "old");
    }
  g_clear_error (&self.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-save/words", test_words);
  g_test_add_func ("/session-save/find", test_find);
  g_test_add_func ("/session-save/failures", test_failures);
  g_test_add_func ("/session-save/misfits", test_misfits);
  g_test_add_func ("/session-save/cancel", test_cancel);
  return g_test_run ();
}
