/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation-fixture.h"

#include <glib/gstdio.h>

#include "sema-error.h"
#include "sema-memory.h"

static char *folder;

/* The path of a stored file. */
char *
evaluation_fixture_data (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "evaluation", name, NULL);
}

/* What tests/data/evaluation/make-evaluation.py asked gensim: one object for each time that it was asked. */
JsonArray *
evaluation_fixture_expected (const char *vectors, const char *kind)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char       *path = evaluation_fixture_data ("expected.json");
  JsonObject            *all;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  all = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), vectors);
  return json_array_ref (json_object_get_array_member (all, kind));
}

/* Writes a file into the test's own folder; free the path. */
char *
evaluation_fixture_write (const char *name, const char *text, gsize length)
{
  char *path;

  if (folder == NULL)
    folder = g_dir_make_tmp ("sema-test-XXXXXX", NULL);
  path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (path, text, (gssize)length, NULL));
  return path;
}

/* Removes the folder and the files in it. */
void
evaluation_fixture_remove (void)
{
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  if (folder != NULL)
    g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

/* Each allocation may fail, and then memory is what is wanting; a job that is cancelled ends. */
void
evaluation_fixture_assert_stops (EvaluationFixtureTry evaluate, SemaSet *set, const char *path)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  guint64                  nth;

  for (nth = 1; nth < 100; nth++)
    {
      sema_memory_fail_at (nth);
      if (evaluate (set, path, NULL, &error))
        break;
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_clear_error (&error);
    }
  sema_memory_fail_at (0);
  g_assert_cmpuint (nth, >, 8);
  g_assert_cmpuint (nth, <, 100);
  sema_progress_cancel (progress);
  g_assert_false (evaluate (set, path, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}
