/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-job.h"

#include "sema-error.h"
#include "session-fixture.h"

#define FAILS "fails"

static GThread *maker;
static int      n_orders_freed, n_results_freed;

/* The order and the name of the set. */
static gpointer
make (SemaSet *set, gconstpointer order, SemaProgress *progress, GError **error)
{
  maker = g_thread_self ();
  if (!g_str_equal (order, FAILS))
    return g_strdup_printf ("%s %" G_GUINT64_FORMAT, (const char *)order, sema_set_get_n_rows (set));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "It fails.");
  return NULL;
}

static void
free_order (gpointer order)
{
  n_orders_freed++;
  g_free (order);
}

static void
free_result (gpointer made)
{
  n_results_freed++;
  g_free (made);
}

static const SemaSessionJob counting = {make, free_order, free_result};

typedef struct
{
  char    *made;
  GError  *error;
  gboolean done;
} Found;

static Found found;

static void
finished (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (user_data != NULL)
    sema_progress_cancel (user_data);
  found.made = sema_session_job_finish (SEMA_SESSION (source), &counting, result, &found.error);
  found.done = TRUE;
}

static gboolean
is_done (SemaSession *session)
{
  return found.done;
}

/* Orders, waits for it, and lets go of all but what was found. */
static void
order (const char *what, gboolean cancel_late)
{
  g_autoptr (SemaSession)  session = sema_session_new ();
  g_autoptr (SemaProgress) progress = sema_progress_new ();

  found = (Found) {0};
  n_orders_freed = n_results_freed = 0;
  session_fixture_open (session, SESSION_FIXTURE_TEXT);
  sema_session_job_begin (session, &counting, g_strdup (what), progress, finished, cancel_late ? progress : NULL);
  session_fixture_open (session, "king 1 0\n");
  session_fixture_wait (session, is_done);
}

static void
test_makes_of_what_was_open (void)
{
  order ("rows", FALSE);
  g_assert_no_error (found.error);
  g_assert_cmpstr (found.made, ==, "rows 5");
  g_assert_true (maker != g_thread_self ());
  g_assert_cmpint (n_orders_freed, ==, 1);
  g_assert_cmpint (n_results_freed, ==, 0);
  g_free (found.made);
}

static void
test_hands_on_its_error (void)
{
  order (FAILS, FALSE);
  g_assert_error (found.error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_null (found.made);
  g_assert_cmpint (n_orders_freed, ==, 1);
  g_clear_error (&found.error);
}

/* What is given up is given up, also where it was over already. */
static void
test_cancels_late (void)
{
  order ("rows", TRUE);
  g_assert_error (found.error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_assert_null (found.made);
  g_assert_cmpint (n_results_freed, ==, 1);
  g_clear_error (&found.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-job/makes-of-what-was-open", test_makes_of_what_was_open);
  g_test_add_func ("/session-job/hands-on-its-error", test_hands_on_its_error);
  g_test_add_func ("/session-job/cancels-late", test_cancels_late);
  return g_test_run ();
}
