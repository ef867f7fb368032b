/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-compare.h"

#include "sema-error.h"
#include "session-fixture.h"

#define VECTORS "man 1 0\nwoman 1 1\nking 0 2\nqueen 1 1\n"
#define OTHERS "king 2 0\nwoman 1 -1\nman 0 -1\nprince 1 1\n"

typedef struct
{
  SemaComparison *comparison;
  GError         *error;
  gboolean        done;
} Found;

static Found found;

static void
compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  found.comparison = sema_session_compare_finish (SEMA_SESSION (source), result, &found.error);
  found.done = TRUE;
}

static gboolean
is_done (SemaSession *session)
{
  return found.done;
}

static void
compare (const char *path, gboolean cancel)
{
  g_autoptr (SemaSession)  session = sema_session_new ();
  g_autoptr (SemaProgress) progress = sema_progress_new ();

  session_fixture_open (session, VECTORS);
  found = (Found) {0};
  sema_session_compare_async (session, path, &(SemaFormatsOptions) {0}, TRUE, progress, compared, NULL);
  if (cancel)
    sema_progress_cancel (progress);
  session_fixture_wait (session, is_done);
}

static void
test_compares (void)
{
  g_autofree char             *path = session_fixture_write (OTHERS);
  const SemaComparisonSummary *summary;

  compare (path, FALSE);
  g_assert_no_error (found.error);
  summary = sema_comparison_get_summary (found.comparison);
  g_assert_cmpuint (summary->n_common, ==, 3);
  g_assert_cmpfloat_with_epsilon (summary->aligned.distance, 0, 1e-12);
  g_assert_cmpfloat (summary->plain.distance, >, 1);
  sema_comparison_unref (found.comparison);
}

static void
test_failures (void)
{
  g_autofree char *path = session_fixture_write (OTHERS);

  compare (path, TRUE);
  g_assert_null (found.comparison);
  g_assert_error (found.error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_clear_error (&found.error);
  compare ("/no/such/file", FALSE);
  g_assert_null (found.comparison);
  g_assert_error (found.error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  g_clear_error (&found.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-compare/compares", test_compares);
  g_test_add_func ("/session-compare/failures", test_failures);
  return g_test_run ();
}
