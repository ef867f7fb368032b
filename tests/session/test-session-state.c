/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-state.h"

#include <glib/gstdio.h>
#include <string.h>

#include "session-fixture.h"

static char *
make_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *folder = g_dir_make_tmp ("state-XXXXXX", &error);

  g_assert_no_error (error);
  return g_build_filename (folder, "deeper", "session.json", NULL);
}

/* Where the camera was among the vectors of one file says nothing of another's. */
static void
test_another_file (void)
{
  g_autoptr (SemaSession) before = sema_session_new ();
  g_autoptr (SemaSession) after = sema_session_new ();
  g_autofree char        *vectors = session_fixture_write (SESSION_FIXTURE_TEXT);
  g_autofree char        *others = session_fixture_write ("king 1 2\nqueen 2 1\n");
  g_autofree char        *path = make_path ();
  SemaCamera              camera = {0.125, -3, 1234.5};

  sema_session_open (before, vectors);
  session_fixture_wait (before, session_fixture_is_quiet);
  session_fixture_commit_words (before, "king queen mango", "add");
  sema_session_set_camera (before, &camera);
  g_assert_true (sema_session_state_save (before, path, NULL));
  g_assert_true (sema_session_state_restore (after, path, NULL));
  sema_session_open (after, others);
  session_fixture_wait (after, session_fixture_is_quiet);
  g_assert_cmpstr (sema_session_get_path (after), ==, others);
  g_assert_cmpuint (sema_session_get_recipe (after)->words->len, ==, 3);
  sema_session_get_camera (after, &camera);
  g_assert_cmpfloat (camera.scale, ==, 0);
}

static void
test_round_trip (void)
{
  g_autoptr (SemaSession) before = sema_session_new ();
  g_autoptr (SemaSession) after = sema_session_new ();
  g_autoptr (GError)      error = NULL;
  g_autofree char        *vectors = session_fixture_write (SESSION_FIXTURE_TEXT);
  g_autofree char        *path = make_path ();
  SemaCamera              camera = {0.125, -3, 1234.5};
  SemaLooks               looks = {.place = SEMA_PLACE_COMPARE, .metric = SEMA_METRIC_DOT};

  sema_session_open (before, vectors);
  session_fixture_wait (before, session_fixture_is_quiet);
  session_fixture_commit_words (before, "king queen mango", "add");
  sema_session_select (before, NULL, "queen");
  sema_session_set_camera (before, &camera);
  sema_session_set_looks (before, &looks);
  g_assert_true (sema_session_state_save (before, path, &error));
  g_assert_true (sema_session_state_restore (after, path, &error));
  session_fixture_wait (after, session_fixture_is_quiet);
  g_assert_true (sema_recipe_equal (sema_session_get_recipe (before), sema_session_get_recipe (after)));
  g_assert_cmpstr (sema_session_get_focus (after), ==, "queen");
  g_assert_cmpstr (sema_session_get_path (after), ==, vectors);
  g_assert_true (sema_looks_equal (sema_session_get_looks (after), &looks));
  sema_session_get_camera (after, &camera);
  g_assert_cmpfloat (camera.centre_x, ==, 0.125);
  g_assert_cmpfloat (camera.centre_y, ==, -3);
  g_assert_cmpfloat (camera.scale, ==, 1234.5);
  sema_session_undo (after);
  g_assert_cmpuint (sema_session_get_recipe (after)->words->len, ==, 3);
  g_unlink (path);
  g_unlink (vectors);
}

/* What makes the file be found again, and what the window saw of the map, on a page of any size. */
static void
test_contents (void)
{
  g_autoptr (SemaSession)      session = sema_session_new ();
  g_autoptr (SemaSessionState) state = NULL;
  g_autoptr (GError)           error = NULL;
  g_autofree char             *vectors = session_fixture_write (SESSION_FIXTURE_TEXT);
  g_autofree char             *name = g_path_get_basename (vectors);
  g_autofree char             *path = make_path ();
  SemaCamera                   camera = {0.125, -3, 50};

  sema_session_open_first (session, vectors, 4);
  session_fixture_wait (session, session_fixture_is_quiet);
  session_fixture_commit_words (session, "king queen mango", "add");
  sema_session_set_camera (session, &camera);
  sema_session_set_frame (session, &(SemaFrame) {10, 20, 600, 400});
  g_assert_true (sema_session_state_save (session, path, &error));
  state = sema_session_state_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (state->place->name, ==, name);
  g_assert_cmpuint (state->place->size, ==, strlen (SESSION_FIXTURE_TEXT));
  g_assert_cmpuint (strlen (state->place->sample), ==, 64);
  g_assert_cmpuint (state->most_rows, ==, 4);
  g_assert_cmpfloat (state->region.centre_x, ==, 0.125);
  g_assert_cmpfloat (state->region.width, ==, 12);
  g_assert_cmpfloat (state->region.height, ==, 8);
  g_unlink (path);
  g_unlink (vectors);
}

/* A session that is opened over another file is looked at from its own place, and undo brings back the old words. */
static void
test_apply_over_another (void)
{
  g_autoptr (SemaSession)      session = sema_session_new ();
  g_autoptr (SemaSessionState) state = NULL;
  g_autofree char             *vectors = session_fixture_write (SESSION_FIXTURE_TEXT);
  g_autofree char             *path = session_fixture_write ("{\"semascope-session\":1,\"words\":[\"king\",\"mango\"],\"camera\":{\"x\":1,\"y\":2,\"scale\":3}}");
  SemaCamera                   camera;

  session_fixture_open (session, "queen 1 2\nprince 2 1\n");
  session_fixture_commit_words (session, "queen", "add");
  state = sema_session_state_load (path, NULL);
  sema_session_state_apply (state, session, vectors, "open");
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_cmpstr (sema_session_get_path (session), ==, vectors);
  g_assert_true (sema_session_take_told_camera (session));
  g_assert_false (sema_session_take_told_camera (session));
  sema_session_get_camera (session, &camera);
  g_assert_cmpfloat (camera.scale, ==, 3);
  g_assert_cmpuint (sema_session_get_recipe (session)->words->len, ==, 2);
  sema_session_undo (session);
  g_assert_cmpstr (sema_recipe_get_word (sema_session_get_recipe (session), 0), ==, "queen");
  g_unlink (path);
  g_unlink (vectors);
}

/* A session that was saved before anything was open does not move the map of what is open. */
static void
test_apply_without_vectors (void)
{
  g_autoptr (SemaSession)      session = sema_session_new ();
  g_autoptr (SemaSessionState) state = NULL;
  g_autofree char             *path = session_fixture_write ("{\"semascope-session\":1,\"words\":[\"king\"],\"camera\":{\"x\":1,\"y\":2,\"scale\":3}}");
  SemaCamera                   camera = {4, 5, 6};

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  sema_session_set_camera (session, &camera);
  state = sema_session_state_load (path, NULL);
  g_assert_false (sema_vectors_place_is_known (state->place));
  sema_session_state_apply (state, session, NULL, "open");
  session_fixture_wait (session, session_fixture_is_quiet);
  sema_session_get_camera (session, &camera);
  g_assert_cmpfloat (camera.scale, ==, 6);
  g_assert_cmpuint (sema_session_get_recipe (session)->words->len, ==, 1);
  g_unlink (path);
}

/* Who edits the file is told which line to look at. */
static void
test_line_of_a_mistake (void)
{
  g_autofree char   *path = session_fixture_write ("{\n  \"semascope-session\": 1,\n  \"words\": [\"king\" \"queen\"]\n}\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (sema_session_state_load (path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_assert_nonnull (strstr (error->message, "line 3"));
  g_unlink (path);
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sema_session_state_load ("/dev/zero", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (sema_session_state_load (g_get_tmp_dir (), &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (sema_session_state_load ("/nowhere/x.semascope", &error));
  g_assert_nonnull (error);
}

static void
refuse (const char *text)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  g_autoptr (GError)      error = NULL;
  g_autofree char        *path = session_fixture_write (text);

  session_fixture_commit_words (session, "king", "add");
  g_assert_false (sema_session_state_restore (session, path, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (sema_session_get_recipe (session)->words->len, ==, 1);
  g_unlink (path);
}

static void
test_strangers (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');

  refuse ("");
  refuse ("nothing");
  refuse ("[]");
  refuse ("{\"semascope-session\":1}{\"semascope-session\":1}");
  refuse ("[{}]{\"semascope-session\":1}");
  refuse ("1 {\"semascope-session\":1}");
  refuse ("{\"semascope-session\":1} x");
  refuse ("{\"words\":[\"x\"]}");
  refuse ("{\"semascope-session\":2,\"words\":[\"x\"]}");
  refuse ("{\"semascope-session\":1,\"title\":\"\xff\"}");
  refuse (deep);
}

/* Brackets in brackets, where json-glib sees them and a reader that knows less of its ways does not. */
static void
test_hidden_depth (void)
{
  static const char *const starts[] = {"{\"a\": /* \" */ ", "{\"a\": // \"\n ", "{\"a\": '\"', \"b\": ", "{'\"': ", "{\"a\\\": ", "var a = '\"', "};
  g_autofree char         *deep = g_strnfill (200000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *text = g_strconcat (starts[i], deep, NULL);

      refuse (text);
    }
}

static void
test_odd_members (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  g_autoptr (GError)      error = NULL;
  g_autofree char        *path = session_fixture_write ("{\"semascope-session\":1,\"camera\":{\"x\":1e999,\"scale\":-1},\"focus\":[],\"vectors-file\":\"http://x/y\",\"words\":[\"a[[[[\\\"[\"],\"new\":{}}");
  SemaCamera              camera = {1, 1, 1};

  g_assert_true (sema_session_state_restore (session, path, &error));
  g_assert_cmpstr (sema_recipe_get_word (sema_session_get_recipe (session), 0), ==, "a[[[[\"[");
  g_assert_false (sema_session_get_loading (session));
  sema_session_get_camera (session, &camera);
  g_assert_cmpfloat (camera.scale, ==, 0);
  g_unlink (path);
}

/* Cut anywhere, the file is refused or read, and never harms. */
static void
test_truncated (void)
{
  g_autoptr (SemaSession) before = sema_session_new ();
  g_autofree char        *path = make_path ();
  g_autofree char        *text = NULL;
  gsize                   length;

  session_fixture_commit_words (before, "king queen mango", "add");
  g_assert_true (sema_session_state_save (before, path, NULL));
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize cut = 0; cut < length; cut++)
    {
      g_autoptr (SemaSession) after = sema_session_new ();

      g_assert_true (g_file_set_contents (path, text, (gssize)cut, NULL));
      g_assert_false (sema_session_state_restore (after, path, NULL));
    }
  g_unlink (path);
}

/* Whatever one byte becomes, the file is read or refused in a sentence. */
static void
test_spoiled (void)
{
  static const char       bytes[] = {0, '"', '{', '}', '[', '9', '-', 'e', '\\', (char)0xff};
  g_autoptr (SemaSession) before = sema_session_new ();
  g_autofree char        *path = make_path ();
  g_autofree char        *text = NULL;
  gsize                   length;

  session_fixture_commit_words (before, "king queen", "add");
  g_assert_true (sema_session_state_save (before, path, NULL));
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize i = 0; i < length; i++)
    for (guint k = 0; k < G_N_ELEMENTS (bytes); k++)
      {
        g_autoptr (SemaSessionState) state = NULL;
        g_autoptr (GError)           error = NULL;
        char                         was = text[i];

        text[i] = bytes[k];
        g_assert_true (g_file_set_contents_full (path, text, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
        text[i] = was;
        state = sema_session_state_load (path, &error);
        g_assert_true ((state == NULL) == (error != NULL));
        g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
      }
  g_unlink (path);
}

/* Which matrix of a model was open, and what was chosen as its tokenizer, even if it is none. */
static void
test_tensor (void)
{
  g_autoptr (SemaSession)      session = sema_session_new ();
  g_autoptr (SemaSession)      again = sema_session_new ();
  g_autoptr (SemaSessionState) state = NULL;
  g_autofree char             *vectors = g_test_build_filename (G_TEST_DIST, "data", "formats", "tensors", "stored.npz", NULL);
  g_autofree char             *path = make_path ();

  sema_session_open_model (session, vectors, "wpe", vectors);
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_cmpstr (sema_session_get_part (session), ==, "wpe");
  g_assert_true (sema_session_state_save (session, path, NULL));
  g_assert_true (sema_session_state_restore (again, path, NULL));
  session_fixture_wait (again, session_fixture_is_quiet);
  g_assert_cmpuint (sema_set_get_n_rows (sema_session_get_set (again)), ==, 9);
  g_assert_cmpstr (sema_session_get_part (again), ==, "wpe");
  g_assert_cmpstr (sema_session_get_tokenizer (again), ==, vectors);
  sema_session_open (again, vectors);
  session_fixture_wait (again, session_fixture_is_quiet);
  g_assert_null (sema_session_get_part (again));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-state/another-file", test_another_file);
  g_test_add_func ("/session-state/round-trip", test_round_trip);
  g_test_add_func ("/session-state/contents", test_contents);
  g_test_add_func ("/session-state/apply-over-another", test_apply_over_another);
  g_test_add_func ("/session-state/apply-without-vectors", test_apply_without_vectors);
  g_test_add_func ("/session-state/line-of-a-mistake", test_line_of_a_mistake);
  g_test_add_func ("/session-state/no-file", test_no_file);
  g_test_add_func ("/session-state/strangers", test_strangers);
  g_test_add_func ("/session-state/hidden-depth", test_hidden_depth);
  g_test_add_func ("/session-state/odd-members", test_odd_members);
  g_test_add_func ("/session-state/truncated", test_truncated);
  g_test_add_func ("/session-state/spoiled", test_spoiled);
  g_test_add_func ("/session-state/tensor", test_tensor);
  return g_test_run ();
}
