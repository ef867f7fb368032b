/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

static void
count (int *n)
{
  ++*n;
}

static void
test_follows_the_recipe (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  session_fixture_commit_words (session, "king queen mango", "add");
  g_assert_true (sema_session_get_busy (session));
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_cmpuint (sema_projection_get_scatter (sema_session_get_projection (session))->points->len, ==, 3);
  sema_session_undo (session);
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_cmpuint (sema_projection_get_scatter (sema_session_get_projection (session))->points->len, ==, 0);
}

/* Of many changes in a row only the last one's projection arrives. */
static void
test_latest_wins (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  int                     n = 0;

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  g_signal_connect_swapped (session, "notify::projection", G_CALLBACK (count), &n);
  for (int i = 0; i < 20; i++)
    session_fixture_commit_words (session, i % 2 ? "king queen" : "king mango grape", "change");
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpuint (sema_projection_get_n_words (sema_session_get_projection (session)), ==, 2);
}

/* Whether the map of all words is being made, which is seen within some ms; what is made stays until the main loop turns. */
static gboolean
counts (SemaSession *session, int most)
{
  for (int i = 0; i < most && sema_session_get_map_fraction (session) < 0; i++)
    g_usleep (1000);
  return sema_session_get_map_fraction (session) >= 0;
}

/* It has a fraction, but not when it is there already. */
static void
test_map_fraction (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  g_autoptr (SemaRecipe)  recipe = sema_recipe_new ();

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  session_fixture_commit_words (session, "king queen", "add");
  g_assert_false (counts (session, 50));
  session_fixture_wait (session, session_fixture_is_quiet);
  recipe->all_words = TRUE;
  sema_session_commit (session, recipe, "all");
  g_assert_true (counts (session, 20000));
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_cmpfloat (sema_session_get_map_fraction (session), ==, -1);
  sema_session_undo (session);
  session_fixture_wait (session, session_fixture_is_quiet);
  sema_session_redo (session);
  g_assert_false (counts (session, 50));
}

static void
test_nothing_open (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();

  session_fixture_commit_words (session, "king", "add");
  g_assert_false (sema_session_get_busy (session));
  g_assert_null (sema_session_get_projection (session));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-project/follows-the-recipe", test_follows_the_recipe);
  g_test_add_func ("/session-project/latest-wins", test_latest_wins);
  g_test_add_func ("/session-project/map-fraction", test_map_fraction);
  g_test_add_func ("/session-project/nothing-open", test_nothing_open);
  return g_test_run ();
}
