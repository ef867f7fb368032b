/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

static gboolean
has_picture (SemaSession *session)
{
  return sema_session_get_picture (session) != NULL;
}

static gboolean
has_problem (SemaSession *session)
{
  return sema_session_get_picture_problem (session) != NULL;
}

static gboolean
has_neither (SemaSession *session)
{
  return !has_picture (session) && !has_problem (session);
}

static gsize
count_rows (SemaSession *session)
{
  return sema_place_picture_get_heatmap (sema_session_get_picture (session))->n_rows;
}

static gboolean
has_two_rows (SemaSession *session)
{
  return has_picture (session) && count_rows (session) == 2;
}

static void
test_follows (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  SemaLooks               looks = {.place = SEMA_PLACE_COMPARE};

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  session_fixture_commit_words (session, "king queen mango", "add");
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_null (sema_session_get_picture (session));
  sema_session_set_looks (session, &looks);
  session_fixture_wait (session, has_picture);
  g_assert_cmpuint (count_rows (session), ==, 3);
  session_fixture_commit_words (session, "king mango", "change");
  session_fixture_wait (session, has_two_rows);
  session_fixture_commit_words (session, "king", "change");
  session_fixture_wait (session, has_problem);
  g_assert_null (sema_session_get_picture (session));
  sema_session_undo (session);
  session_fixture_wait (session, has_two_rows);
  g_assert_null (sema_session_get_picture_problem (session));
  sema_session_set_looks (session, &(SemaLooks) {.place = SEMA_PLACE_MAP});
  g_assert_true (has_neither (session));
}

static void
count (int *n)
{
  ++*n;
}

static gboolean
is_tree (SemaSession *session)
{
  return has_picture (session) && sema_place_picture_get_heatmap (sema_session_get_picture (session))->row_tree != NULL;
}

/* Of many changes in a row only the last one's picture arrives. */
static void
test_latest_wins (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  int                     n = 0;

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  session_fixture_commit_words (session, "king queen mango", "add");
  g_signal_connect_swapped (session, "notify::picture", G_CALLBACK (count), &n);
  for (guint i = 0; i < 20; i++)
    sema_session_set_looks (session, &(SemaLooks) {.place = SEMA_PLACE_COMPARE, .order = i % 2 == 1 ? SEMA_MATRIX_BY_TREE : SEMA_MATRIX_AS_CHOSEN});
  session_fixture_wait (session, is_tree);
  g_assert_cmpint (n, ==, 1);
}

static const char *
get_last_label (SemaSession *session)
{
  const SemaHeatmap *heatmap = has_picture (session) ? sema_place_picture_get_heatmap (sema_session_get_picture (session)) : NULL;

  return heatmap != NULL ? heatmap->row_labels[heatmap->n_rows - 1] : NULL;
}

static gboolean
is_of_the_first (SemaSession *session)
{
  return g_strcmp0 (get_last_label (session), "king − queen") == 0;
}

static gboolean
is_of_the_selected (SemaSession *session)
{
  return g_strcmp0 (get_last_label (session), "mango − king") == 0;
}

static void
select_words (SemaSession *session, const char *words)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  sema_session_select (session, (const char *const *)split, split[0]);
}

/* Exactly two of the chosen words. */
static void
test_difference_follows_selection (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  session_fixture_commit_words (session, "king queen mango", "add");
  sema_session_set_looks (session, &(SemaLooks) {.place = SEMA_PLACE_COMPARE, .compare_as = SEMA_COMPARE_VECTORS});
  session_fixture_wait (session, is_of_the_first);
  select_words (session, "mango king grape");
  session_fixture_wait (session, is_of_the_selected);
  select_words (session, "mango");
  session_fixture_wait (session, is_of_the_first);
  g_assert_null (sema_session_get_looks (session)->pair[0]);
  select_words (session, "mango king");
  session_fixture_wait (session, is_of_the_selected);
  select_words (session, "mango king queen");
  session_fixture_wait (session, is_of_the_first);
}

/* Sorting a list makes no new picture. */
static void
test_sorting_is_no_picture (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();
  SemaLooks               looks = {.place = SEMA_PLACE_COMPARE, .compare_as = SEMA_COMPARE_PAIRS};
  SemaPlacePicture       *picture;

  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  session_fixture_commit_words (session, "king queen mango", "add");
  sema_session_set_looks (session, &looks);
  session_fixture_wait (session, has_picture);
  picture = sema_session_get_picture (session);
  looks.pairs_by = SEMA_PAIR_DOT;
  sema_session_set_looks (session, &looks);
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_true (sema_session_get_picture (session) == picture);
  g_assert_cmpint (sema_session_get_looks (session)->pairs_by, ==, SEMA_PAIR_DOT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-picture/follows", test_follows);
  g_test_add_func ("/session-picture/latest-wins", test_latest_wins);
  g_test_add_func ("/session-picture/difference-follows-selection", test_difference_follows_selection);
  g_test_add_func ("/session-picture/sorting-is-no-picture", test_sorting_is_no_picture);
  return g_test_run ();
}
