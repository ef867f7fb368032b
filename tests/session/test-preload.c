/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-preload.h"

#include <glib/gstdio.h>

#include "session-fixture.h"

static void
test_taken_once (void)
{
  g_autofree char        *path = session_fixture_write (SESSION_FIXTURE_TEXT);
  g_autoptr (SemaSession) session = sema_session_new ();

  sema_preload_start (path, 0);
  g_assert_null (sema_preload_take ("/somewhere/else"));
  sema_session_open (session, path);
  g_assert_null (sema_preload_take (path));
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_cmpuint (sema_set_get_n_rows (sema_session_get_set (session)), ==, 5);
  sema_session_open (session, path);
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_cmpuint (sema_set_get_n_rows (sema_session_get_set (session)), ==, 5);
  g_unlink (path);
}

/* Nobody waits then, and nobody need be called back. */
static void
test_done_is_taken_at_once (void)
{
  g_autofree char        *path = session_fixture_write (SESSION_FIXTURE_TEXT);
  g_autoptr (SemaSession) session = sema_session_new ();
  SemaVectorsPlace       *place;
  SemaCamera              camera;

  sema_preload_start (path, 0);
  g_usleep (G_USEC_PER_SEC / 5);
  sema_session_open_at (session, path, &(SemaFormatsOptions) {0}, &(SemaCamera) {1, 2, 3});
  g_assert_cmpuint (sema_set_get_n_rows (sema_session_get_set (session)), ==, 5);
  sema_session_get_camera (session, &camera);
  g_assert_cmpfloat (camera.scale, ==, 3);
  g_assert_false (sema_session_get_loading (session));
  place = sema_vectors_place_new (path);
  g_assert_cmpstr (sema_session_get_place (session)->sample, ==, place->sample);
  sema_vectors_place_free (place);
  session_fixture_wait (session, session_fixture_is_quiet);
  g_unlink (path);
}

static void
test_failure (void)
{
  g_autoptr (GError) error = NULL;
  SemaPreload       *preload;
  SemaVectorsPlace  *place;
  SemaKeptNote       note;

  sema_preload_start ("/proc/no-such-file", 0);
  preload = sema_preload_take ("/proc/no-such-file");
  g_assert_nonnull (sema_preload_get_progress (preload));
  g_assert_null (sema_preload_finish (preload, &place, &note, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (place);
  sema_vectors_place_free (place);
}

static void
test_given_up (void)
{
  g_autofree char        *path = session_fixture_write (SESSION_FIXTURE_TEXT);
  g_autoptr (SemaSession) session = sema_session_new ();

  sema_preload_start (path, 0);
  sema_session_open (session, path);
  sema_session_cancel_open (session);
  for (int i = 0; i < 50; i++)
    {
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_null (sema_session_get_set (session));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preload/taken-once", test_taken_once);
  g_test_add_func ("/preload/done-is-taken-at-once", test_done_is_taken_at_once);
  g_test_add_func ("/preload/failure", test_failure);
  g_test_add_func ("/preload/given-up", test_given_up);
  return g_test_run ();
}
