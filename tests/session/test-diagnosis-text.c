/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-diagnosis-text.h"

#include <string.h>

#include "sema-error.h"
#include "small-set.h"

static SemaDiagnosis *
diagnose (void)
{
  static const char *const words[] = {"a,b", "c", "d", "[unused1]"};
  static const float       values[] = {3, 4, 0, 0, 3, 4, 1, 0};
  g_autoptr (SemaSet)      set = small_set_new (words, values, 4, 2);

  return sema_diagnosis_new (set, NULL, &(SemaDiagnosisOptions) {SEMA_INDICATOR_NORM, SEMA_CENTRING_NONE, 0.5}, NULL, NULL);
}

static void
test_csv (void)
{
  g_autoptr (SemaDiagnosis) diagnosis = diagnose ();
  const guint32             order[] = {2, 1, 0, 3};
  g_autoptr (GBytes)        csv = sema_diagnosis_text_print_csv (diagnosis, order, 4, NULL, NULL);
  static const char *const  expected = "id,token,norm,cosine_distance,distance,first,findings\r\n"
                                       "2,d,5,0.4,4.47213595499958,0,duplicate suspect\r\n"
                                       "1,c,0,,1,,zero\r\n"
                                       "0,\"a,b\",5,0.4,4.47213595499958,,suspect\r\n"
                                       "3,[unused1],1,0,0,,reserved\r\n";

  g_assert_cmpmem (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), expected, strlen (expected));
}

static void
test_rule (void)
{
  g_autoptr (SemaDiagnosis) diagnosis = diagnose ();
  SemaDiagnosisSummary      summary = *sema_diagnosis_get_summary (diagnosis);
  g_autofree char          *rule = sema_diagnosis_text_describe_rule (&summary);
  g_autofree char          *none = NULL, *list = sema_diagnosis_text_list_findings (5);

  g_assert_cmpstr (rule, ==, "Suspect is the lowest 50 % of 2 judged rows by norm: up to 5.000000.");
  summary.n_judged = 0;
  none = sema_diagnosis_text_describe_rule (&summary);
  g_assert_cmpstr (none, ==, "No row can be judged.");
  g_assert_cmpstr (list, ==, "zero nan");
  for (guint finding = 0; finding < SEMA_N_FINDINGS; finding++)
    g_assert_nonnull (sema_diagnosis_text_get_finding_title (finding));
  for (guint column = 0; column < SEMA_N_DIAGNOSIS_COLUMNS; column++)
    g_assert_nonnull (sema_diagnosis_text_get_column_title (column));
}

static void
assert_cell (SemaDiagnosis *diagnosis, guint32 row, SemaDiagnosisColumn column, const char *expected)
{
  g_autofree char *text = sema_diagnosis_text_print_cell (diagnosis, row, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_cells (void)
{
  g_autoptr (SemaDiagnosis) diagnosis = diagnose ();

  assert_cell (diagnosis, 2, SEMA_DIAGNOSIS_ID, "2");
  assert_cell (diagnosis, 0, SEMA_DIAGNOSIS_TOKEN, "a,b");
  assert_cell (diagnosis, 2, SEMA_DIAGNOSIS_NORM, "5.000000");
  assert_cell (diagnosis, 2, SEMA_DIAGNOSIS_COSINE, "0.400000");
  assert_cell (diagnosis, 1, SEMA_DIAGNOSIS_COSINE, "–");
  assert_cell (diagnosis, 1, SEMA_DIAGNOSIS_DISTANCE, "1.000000");
  assert_cell (diagnosis, 2, SEMA_DIAGNOSIS_FINDINGS, "Duplicate of 0, Suspect");
  assert_cell (diagnosis, 1, SEMA_DIAGNOSIS_FINDINGS, "All zero");
}

static void
assert_summary (const SemaDiagnosisSummary *summary, const char *expected)
{
  g_autofree char *text = sema_diagnosis_text_describe_summary (summary);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_summary (void)
{
  g_autoptr (SemaDiagnosis) diagnosis = diagnose ();
  SemaDiagnosisSummary      summary = *sema_diagnosis_get_summary (diagnosis);

  assert_summary (&summary, "Something was found about 4 of 4 rows.");
  for (guint finding = 0; finding < SEMA_FINDING_SUSPECT; finding++)
    summary.counts[finding] = 0;
  assert_summary (&summary, "Nothing unusual was found in 4 rows, only suspects by rule.");
  summary.counts[SEMA_FINDING_SUSPECT] = 0;
  assert_summary (&summary, "Nothing unusual was found in 4 rows.");
}

static void
test_cancel (void)
{
  g_autoptr (SemaDiagnosis) diagnosis = diagnose ();
  g_autoptr (SemaProgress)  progress = sema_progress_new ();
  g_autoptr (GError)        error = NULL;
  const guint32             order[] = {0};

  sema_progress_cancel (progress);
  g_assert_null (sema_diagnosis_text_print_csv (diagnosis, order, 1, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagnosis-text/csv", test_csv);
  g_test_add_func ("/diagnosis-text/rule", test_rule);
  g_test_add_func ("/diagnosis-text/cells", test_cells);
  g_test_add_func ("/diagnosis-text/summary", test_summary);
  g_test_add_func ("/diagnosis-text/cancel", test_cancel);
  return g_test_run ();
}
