/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

static char *
list_words (SemaSession *session)
{
  const SemaRecipe *recipe = sema_session_get_recipe (session);
  GString          *list = g_string_new (NULL);

  for (gsize i = 0; i < recipe->words->len; i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : " ", sema_recipe_get_word (recipe, i));
  return g_string_free (list, FALSE);
}

static void
assert_words (SemaSession *session, const char *expected)
{
  g_autofree char *words = list_words (session);

  g_assert_cmpstr (words, ==, expected);
}

static char *
dup_property (SemaSession *session, const char *name)
{
  char *value;

  g_object_get (session, name, &value, NULL);
  return value;
}

static void
test_undo (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  g_autofree char        *undo = NULL;
  g_autofree char        *redo = NULL;

  g_assert_null (sema_session_get_undone (session));
  session_fixture_commit_words (session, "king", "first");
  session_fixture_commit_words (session, "king queen", "second");
  g_assert_cmpuint (sema_session_get_undone (session)->words->len, ==, 1);
  sema_session_undo (session);
  assert_words (session, "king");
  g_assert_cmpuint (sema_session_get_undone (session)->words->len, ==, 0);
  undo = dup_property (session, "undo-label");
  redo = dup_property (session, "redo-label");
  g_assert_cmpstr (undo, ==, "first");
  g_assert_cmpstr (redo, ==, "second");
  sema_session_undo (session);
  sema_session_undo (session);
  assert_words (session, "");
  sema_session_redo (session);
  sema_session_redo (session);
  sema_session_redo (session);
  assert_words (session, "king queen");
}

static void
test_change_forgets_redo (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  gboolean                can_redo = TRUE;

  session_fixture_commit_words (session, "king", "first");
  sema_session_undo (session);
  session_fixture_commit_words (session, "mango", "other");
  g_object_get (session, "can-redo", &can_redo, NULL);
  g_assert_false (can_redo);
  sema_session_redo (session);
  assert_words (session, "mango");
}

static void
test_same_is_no_step (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();

  session_fixture_commit_words (session, "king", "first");
  session_fixture_commit_words (session, "king", "again");
  sema_session_undo (session);
  assert_words (session, "");
}

static void
test_undo_is_bounded (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  gboolean                can_undo = TRUE;
  int                     n = 0;

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%d", i);

      session_fixture_commit_words (session, word, "step");
    }
  for (; can_undo; n++)
    {
      sema_session_undo (session);
      g_object_get (session, "can-undo", &can_undo, NULL);
    }
  g_assert_cmpint (n, ==, 200);
}

static void
count (int *n)
{
  ++*n;
}

static void
test_selection (void)
{
  static const char *const both[] = {"king", "queen", NULL};
  g_autoptr (SemaSession)  session = sema_session_new ();
  int                      n_selected = 0;
  int                      n_focus = 0;

  g_signal_connect_swapped (session, "notify::selected", G_CALLBACK (count), &n_selected);
  g_signal_connect_swapped (session, "notify::focus", G_CALLBACK (count), &n_focus);
  sema_session_select (session, both, "queen");
  sema_session_select (session, both, "queen");
  g_assert_cmpint (n_selected, ==, 1);
  g_assert_cmpint (n_focus, ==, 1);
  g_assert_true (sema_session_is_selected (session, "king"));
  g_assert_false (sema_session_is_selected (session, "mango"));
  sema_session_select (session, NULL, "mango");
  g_assert_false (sema_session_is_selected (session, "king"));
  g_assert_true (sema_session_is_selected (session, "mango"));
  sema_session_select (session, NULL, NULL);
  g_assert_null (sema_session_get_focus (session));
  g_assert_null (sema_session_get_selected (session)[0]);
}

/* The words may be the session's own. */
static void
test_selection_of_the_selected (void)
{
  static const char *const both[] = {"king", "queen", NULL};
  g_autoptr (SemaSession)  session = sema_session_new ();

  sema_session_select (session, both, "king");
  sema_session_select (session, NULL, sema_session_get_selected (session)[1]);
  g_assert_cmpstr (sema_session_get_focus (session), ==, "queen");
  sema_session_select (session, sema_session_get_selected (session), sema_session_get_focus (session));
  g_assert_cmpstr (sema_session_get_selected (session)[0], ==, "queen");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/undo", test_undo);
  g_test_add_func ("/session/change-forgets-redo", test_change_forgets_redo);
  g_test_add_func ("/session/same-is-no-step", test_same_is_no_step);
  g_test_add_func ("/session/undo-is-bounded", test_undo_is_bounded);
  g_test_add_func ("/session/selection", test_selection);
  g_test_add_func ("/session/selection-of-the-selected", test_selection_of_the_selected);
  return g_test_run ();
}
