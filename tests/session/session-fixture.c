/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <glib/gstdio.h>

#define PATIENCE 20 /* seconds until a test gives up waiting */

/* A file of its own with @text in it; free the name, remove the file. */
char *
session_fixture_write (const char *text)
{
  g_autoptr (GError) error = NULL;
  char              *path = NULL;
  int                fd = g_file_open_tmp ("vectors-XXXXXX.txt", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static gboolean
give_up (gpointer data)
{
  g_error ("nothing came in %d seconds", PATIENCE);
  return G_SOURCE_REMOVE;
}

void
session_fixture_wait (SemaSession *session, SessionCondition condition)
{
  guint watchdog = g_timeout_add_seconds (PATIENCE, give_up, NULL);

  while (!condition (session))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (watchdog);
}

gboolean
session_fixture_is_quiet (SemaSession *session)
{
  return !sema_session_get_loading (session) && !sema_session_get_busy (session);
}

void
session_fixture_open (SemaSession *session, const char *text)
{
  g_autofree char *path = session_fixture_write (text);

  sema_session_open (session, path);
  session_fixture_wait (session, session_fixture_is_quiet);
  g_unlink (path);
}

/* Asks for the words instead of what was asked for. */
void
session_fixture_commit_words (SemaSession *session, const char *words, const char *label)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();
  g_auto (GStrv)         list = g_strsplit (words, " ", -1);

  for (char **word = list; *word != NULL; word++)
    sema_recipe_add_word (recipe, *word, SEMA_NO_GROUP);
  sema_session_commit (session, recipe, label);
}
