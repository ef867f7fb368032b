/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-diagnose.h"

#include "sema-error.h"
#include "session-fixture.h"

#define VECTORS "man 1 0\nwoman 1 1\nking 0 0\nqueen 1 1\n"

typedef struct
{
  SemaDiagnosis *diagnosis;
  GError        *error;
  gboolean       done;
} Found;

static Found found;

static void
diagnosed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  found.diagnosis = sema_session_diagnose_finish (SEMA_SESSION (source), result, &found.error);
  found.done = TRUE;
}

static gboolean
is_done (SemaSession *session)
{
  return found.done;
}

static void
diagnose (SemaSession *session, gboolean cancel)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();

  found = (Found) {0};
  sema_session_diagnose_async (session, &(SemaDiagnosisOptions) {.share = 0.5}, progress, diagnosed, NULL);
  if (cancel)
    sema_progress_cancel (progress);
  session_fixture_wait (session, is_done);
}

static void
test_finds (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();

  session_fixture_open (session, VECTORS);
  diagnose (session, FALSE);
  g_assert_no_error (found.error);
  g_assert_cmpuint (sema_diagnosis_get_summary (found.diagnosis)->counts[SEMA_FINDING_ZERO], ==, 1);
  g_assert_cmpuint (sema_diagnosis_get_summary (found.diagnosis)->counts[SEMA_FINDING_DUPLICATE], ==, 1);
  g_assert_true (sema_diagnosis_get_set (found.diagnosis) == sema_session_get_set (session));
  sema_diagnosis_unref (found.diagnosis);
}

static guint
count_odd (SemaSession *session)
{
  const SemaScatter *scatter = sema_projection_get_scatter (sema_session_get_projection (session));
  guint              n = 0;

  for (gsize i = 0; i < scatter->points->len; i++)
    n += sema_scatter_get_point (scatter, i)->is_odd;
  return n;
}

/* On the map, and not on that of another file. */
static void
test_marks (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();

  session_fixture_open (session, VECTORS);
  session_fixture_commit_words (session, "man woman queen", "add");
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_cmpuint (count_odd (session), ==, 0);
  diagnose (session, FALSE);
  sema_diagnosis_unref (found.diagnosis);
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_cmpuint (count_odd (session), >=, 1);
  g_assert_true (sema_scatter_get_point (sema_projection_get_scatter (sema_session_get_projection (session)), 2)->is_odd);
  session_fixture_open (session, "man 1 0\nwoman 1 1\nqueen 1 1\n");
  session_fixture_wait (session, session_fixture_is_quiet);
  g_assert_cmpuint (count_odd (session), ==, 0);
}

static void
test_cancel (void)
{
  g_autoptr (SemaSession) session = sema_session_new ();

  session_fixture_open (session, VECTORS);
  diagnose (session, TRUE);
  g_assert_null (found.diagnosis);
  g_assert_error (found.error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_clear_error (&found.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-diagnose/finds", test_finds);
  g_test_add_func ("/session-diagnose/marks", test_marks);
  g_test_add_func ("/session-diagnose/cancel", test_cancel);
  return g_test_run ();
}
