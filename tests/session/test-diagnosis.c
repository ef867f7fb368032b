/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-diagnosis.h"

#include <math.h>

#include "diagnosis-values.inc"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

#define N 200
#define DIM 6

static void
spoil (float *values)
{
  for (gsize d = 0; d < DIM; d++)
    {
      values[7 * DIM + d] = 0;
      values[50 * DIM + d] = 2;
      values[90 * DIM + d] = values[120 * DIM + d] = values[11 * DIM + d];
      values[121 * DIM + d] = values[12 * DIM + d];
    }
  values[150 * DIM + 3] = NAN;
  values[151 * DIM] = INFINITY;
}

/* As make-diagnosis-values.py draws. */
static SemaSet *
draw (gboolean with_unused)
{
  g_autofree float *values = g_new (float, N *DIM);
  g_auto (GStrv)    words = g_new0 (char *, N + 1);

  for (gsize i = 0; i < N; i++)
    {
      words[i] = with_unused && i / 4 == 9 ? g_strdup_printf ("[unused%u]", (guint)i) : g_strdup_printf ("w%u", (guint)i);
      for (gsize d = 0; d < DIM; d++)
        values[i * DIM + d] = (float)(sin (0.3 + 1.3 * (double)(i * (d + 1)) + 0.2 * (double)(d * d)) + 0.25 * (double)d) * (i % 9 == 0 ? 0.125f : 1);
    }
  spoil (values);
  return small_set_new ((const char *const *)words, values, N, DIM);
}

static SemaDiagnosis *
diagnose (gboolean with_unused, SemaIndicator indicator)
{
  g_autoptr (SemaSet)        set = draw (with_unused);
  const SemaDiagnosisOptions options = {indicator, SEMA_CENTRING_MEAN, 0.05};
  g_autoptr (GError)         error = NULL;
  SemaDiagnosis             *diagnosis = sema_diagnosis_new (set, NULL, &options, NULL, &error);

  g_assert_no_error (error);
  return diagnosis;
}

static void
assert_suspects (gboolean with_unused, SemaIndicator indicator, SemaIndicator used, double threshold, const guint32 *suspects, guint n_suspects)
{
  g_autoptr (SemaDiagnosis)   diagnosis = diagnose (with_unused, indicator);
  const SemaDiagnosisSummary *summary = sema_diagnosis_get_summary (diagnosis);
  guint32                     n;
  guint32                    *rows = sema_diagnosis_sort (diagnosis, SEMA_DIAGNOSIS_ID, FALSE, SEMA_FINDING_BIT (SEMA_FINDING_SUSPECT), &n, NULL, NULL);

  g_assert_cmpint (summary->options.indicator, ==, used);
  g_assert_cmpuint (summary->n_unused, ==, with_unused ? 4 : 0);
  g_assert_cmpuint (summary->n_judged, ==, with_unused ? 193 : 197);
  g_assert_cmpfloat_with_epsilon (summary->threshold, threshold, 1e-14);
  g_assert_cmpmem (rows, n * sizeof *rows, suspects, n_suspects * sizeof *suspects);
  g_assert_cmpuint (summary->counts[SEMA_FINDING_SUSPECT], ==, n);
  sema_memory_free (rows);
}

static void
test_numpy (void)
{
  assert_suspects (FALSE, SEMA_INDICATOR_AUTO, SEMA_INDICATOR_NORM, norm_threshold, norm_suspects, G_N_ELEMENTS (norm_suspects));
  assert_suspects (FALSE, SEMA_INDICATOR_COSINE, SEMA_INDICATOR_NORM, norm_threshold, norm_suspects, G_N_ELEMENTS (norm_suspects));
  assert_suspects (TRUE, SEMA_INDICATOR_NORM, SEMA_INDICATOR_NORM, unused_norm_threshold, unused_norm_suspects, G_N_ELEMENTS (unused_norm_suspects));
  assert_suspects (TRUE, SEMA_INDICATOR_DISTANCE, SEMA_INDICATOR_DISTANCE, distance_threshold, distance_suspects, G_N_ELEMENTS (distance_suspects));
  assert_suspects (TRUE, SEMA_INDICATOR_AUTO, SEMA_INDICATOR_COSINE, cosine_threshold, cosine_suspects, G_N_ELEMENTS (cosine_suspects));
}

static guint32
count_found (SemaDiagnosis *diagnosis)
{
  guint32 n_found = 0;

  for (guint32 i = 0; i < N; i++)
    {
      SemaDiagnosisRow row;

      sema_diagnosis_get (diagnosis, i, &row);
      n_found += row.findings != 0;
    }
  return n_found;
}

static void
test_findings (void)
{
  g_autoptr (SemaDiagnosis)   diagnosis = diagnose (TRUE, SEMA_INDICATOR_AUTO);
  const SemaDiagnosisSummary *summary = sema_diagnosis_get_summary (diagnosis);
  const guint32               counts[SEMA_N_FINDINGS - 1] = {1, 1, 1, 1, 3, 0, 0, 4, 0};
  SemaDiagnosisRow            row;

  g_assert_cmpuint (summary->n_rows, ==, N);
  g_assert_cmpuint (summary->n_groups, ==, 2);
  for (guint finding = 0; finding < G_N_ELEMENTS (counts); finding++)
    g_assert_cmpuint (summary->counts[finding], ==, counts[finding]);
  g_assert_cmpuint (summary->n_found, ==, count_found (diagnosis));
  sema_diagnosis_get (diagnosis, 120, &row);
  g_assert_cmpuint (row.first, ==, 11);
  g_assert_true ((row.findings & SEMA_FINDING_BIT (SEMA_FINDING_DUPLICATE)) != 0);
  sema_diagnosis_get (diagnosis, 150, &row);
  g_assert_true (isnan (row.norm) && isnan (row.cosine) && isnan (row.distance));
  g_assert_cmpuint (row.findings, ==, SEMA_FINDING_BIT (SEMA_FINDING_NAN));
}

static void
test_sort (void)
{
  g_autoptr (SemaDiagnosis) diagnosis = diagnose (FALSE, SEMA_INDICATOR_AUTO);
  guint32                   n;
  guint32                  *order = sema_diagnosis_sort (diagnosis, SEMA_DIAGNOSIS_NORM, FALSE, 0, &n, NULL, NULL);

  g_assert_cmpuint (n, ==, N);
  g_assert_cmpuint (order[0], ==, 7);
  g_assert_cmpuint (order[N - 1], ==, 150);
  g_assert_cmpuint (order[N - 2], ==, 151);
  sema_memory_free (order);
  order = sema_diagnosis_sort (diagnosis, SEMA_DIAGNOSIS_TOKEN, TRUE, 0, &n, NULL, NULL);
  g_assert_cmpuint (order[0], ==, 99);
  g_assert_cmpuint (order[N - 1], ==, 0);
  sema_memory_free (order);
  order = sema_diagnosis_sort (diagnosis, SEMA_DIAGNOSIS_ID, TRUE, SEMA_FINDING_BIT (SEMA_FINDING_NAN) | SEMA_FINDING_BIT (SEMA_FINDING_ZERO), &n, NULL, NULL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (order[0], ==, 150);
  sema_memory_free (order);
  order = sema_diagnosis_sort (diagnosis, SEMA_DIAGNOSIS_COSINE, TRUE, 0, &n, NULL, NULL);
  g_assert_cmpuint (order[3], ==, 3);
  sema_memory_free (order);
}

static void
test_failures (void)
{
  g_autoptr (SemaSet)       set = draw (TRUE);
  g_autoptr (SemaProgress)  progress = sema_progress_new ();
  g_autoptr (SemaDiagnosis) whole = sema_diagnosis_new (set, NULL, NULL, progress, NULL);
  g_autoptr (GError)        error = NULL;

  g_assert_nonnull (whole);
  g_assert_cmpfloat (sema_progress_get_fraction (progress), ==, 1);
  sema_progress_cancel (progress);
  g_assert_null (sema_diagnosis_new (set, NULL, NULL, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint64 nth = 1;; nth++)
    {
      g_autoptr (GError)        no_memory = NULL;
      g_autoptr (SemaDiagnosis) diagnosis = NULL;

      sema_memory_fail_at (nth);
      diagnosis = sema_diagnosis_new (set, NULL, NULL, NULL, &no_memory);
      sema_memory_fail_at (0);
      if (diagnosis != NULL)
        {
          g_assert_cmpuint (nth, >, 10);
          return;
        }
      g_assert_error (no_memory, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagnosis/numpy", test_numpy);
  g_test_add_func ("/diagnosis/findings", test_findings);
  g_test_add_func ("/diagnosis/sort", test_sort);
  g_test_add_func ("/diagnosis/failures", test_failures);
  return g_test_run ();
}
