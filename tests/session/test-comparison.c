/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-comparison.h"

#include <math.h>
#include <string.h>

#include "comparison-values.inc"
#include "comparison-sets.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "small-set.h"

#define N COMPARISON_N

static SemaComparison *
compare (gboolean align)
{
  g_autoptr (SemaSet) a = comparison_sets_draw_a ();
  g_autoptr (SemaSet) b = comparison_sets_draw_b ();

  return sema_comparison_new (a, b, align, NULL, NULL);
}

static void
test_scipy (void)
{
  g_autoptr (SemaComparison)   comparison = compare (TRUE);
  const SemaComparisonSummary *summary = sema_comparison_get_summary (comparison);
  double                       cosine = 0, squares = 0;

  for (guint i = 0; i < N; i++)
    {
      SemaComparisonWord word;

      sema_comparison_get (comparison, i, &word);
      g_assert_cmpuint (word.row_a, ==, i);
      g_assert_cmpuint (word.row_b, ==, N - 1 - i);
      g_assert_cmpfloat_with_epsilon (word.cosine, cosines_expected[i], 1e-12);
      g_assert_cmpfloat_with_epsilon (word.distance, distances_expected[i], 1e-12);
      g_assert_cmpfloat_with_epsilon (word.plain_cosine, plain_cosines_expected[i], 1e-12);
      g_assert_cmpfloat_with_epsilon (word.plain_distance, plain_distances_expected[i], 1e-12);
      cosine += cosines_expected[i] / N;
      squares += distances_expected[i] * distances_expected[i] / N;
    }
  g_assert_true (summary->is_aligned);
  g_assert_cmpuint (summary->n_rows_a, ==, N + 2);
  g_assert_cmpuint (summary->n_rows_b, ==, N + 1);
  g_assert_cmpuint (summary->n_common, ==, N);
  g_assert_cmpfloat_with_epsilon (summary->aligned.cosine, cosine, 1e-12);
  g_assert_cmpfloat_with_epsilon (summary->aligned.distance, sqrt (squares), 1e-12);
  g_assert_cmpfloat (summary->plain.distance, >, summary->aligned.distance);
}

static void
test_not_aligned (void)
{
  g_autoptr (SemaComparison) comparison = compare (FALSE);
  SemaComparisonWord         word;

  sema_comparison_get (comparison, 0, &word);
  g_assert_true (isnan (word.cosine) && isnan (word.distance));
  g_assert_cmpfloat_with_epsilon (word.plain_distance, plain_distances_expected[0], 1e-12);
  g_assert_false (sema_comparison_get_summary (comparison)->is_aligned);
  g_assert_cmpuint (sema_comparison_get_summary (comparison)->aligned.n, ==, 0);
}

static void
test_odd_sets (void)
{
  const float                numbers[] = {1, 2, 3, 4};
  g_autoptr (SemaSet)        a = small_set_new_numbered (numbers, 4, 1);
  g_autoptr (SemaSet)        b = small_set_new_numbered (numbers, 2, 2);
  g_autoptr (SemaSet)        c = comparison_sets_draw_a ();
  g_autoptr (SemaSet)        empty = small_set_new_numbered (numbers, 0, 1);
  g_autoptr (SemaComparison) other = sema_comparison_new (a, b, TRUE, NULL, NULL);
  g_autoptr (SemaComparison) none = sema_comparison_new (a, empty, TRUE, NULL, NULL);
  g_autoptr (SemaComparison) strange = sema_comparison_new (a, c, TRUE, NULL, NULL);
  SemaComparisonWord         word;

  g_assert_cmpuint (sema_comparison_get_summary (other)->n_common, ==, 2);
  g_assert_false (sema_comparison_get_summary (other)->is_aligned);
  sema_comparison_get (other, 1, &word);
  g_assert_true (isnan (word.plain_distance));
  g_assert_cmpfloat (word.norm_b, ==, 5);
  g_assert_cmpuint (sema_comparison_get_summary (none)->n_common, ==, 0);
  g_assert_true (isnan (sema_comparison_get_summary (none)->plain.cosine));
  g_assert_cmpuint (sema_comparison_get_summary (strange)->n_common, ==, 0);
}

static void
test_sort (void)
{
  g_autoptr (SemaComparison) comparison = compare (TRUE);

  for (guint column = 0; column < SEMA_N_COMPARISON_COLUMNS; column++)
    {
      guint32           *order = sema_comparison_sort (comparison, column, TRUE, NULL, NULL);
      SemaComparisonWord first, last;

      sema_comparison_get (comparison, order[0], &first);
      sema_comparison_get (comparison, order[N - 1], &last);
      if (column == SEMA_COMPARISON_DISTANCE)
        g_assert_cmpfloat (first.distance, >, last.distance);
      else if (column == SEMA_COMPARISON_PLAIN_COSINE)
        g_assert_cmpfloat (first.plain_cosine, >, last.plain_cosine);
      else if (column == SEMA_COMPARISON_WORD)
        g_assert_true (first.row_a == 9 && last.row_a == 0);
      else if (column == SEMA_COMPARISON_ID)
        g_assert_true (first.row_a == N - 1 && last.row_a == 0);
      sema_memory_free (order);
    }
  g_assert_cmpint (sema_comparison_find (comparison, "w17", -1), ==, 17);
  g_assert_cmpint (sema_comparison_find (comparison, "a60", -1), ==, -1);
  g_assert_cmpint (sema_comparison_find (comparison, "nix", -1), ==, -1);
}

static void
test_failures (void)
{
  g_autoptr (SemaSet)        a = comparison_sets_draw_a ();
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  g_autoptr (SemaComparison) whole = sema_comparison_new (a, a, TRUE, progress, NULL);
  g_autoptr (GError)         error = NULL;

  g_assert_nonnull (whole);
  g_assert_cmpfloat (sema_progress_get_fraction (progress), ==, 1);
  sema_progress_cancel (progress);
  g_assert_null (sema_comparison_new (a, a, TRUE, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint64 nth = 1;; nth++)
    {
      g_autoptr (SemaComparison) comparison = NULL;
      g_autoptr (GError)         no_memory = NULL;

      sema_memory_fail_at (nth);
      comparison = sema_comparison_new (a, a, TRUE, NULL, &no_memory);
      sema_memory_fail_at (0);
      if (comparison != NULL)
        return;
      g_assert_error (no_memory, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/scipy", test_scipy);
  g_test_add_func ("/comparison/not-aligned", test_not_aligned);
  g_test_add_func ("/comparison/odd-sets", test_odd_sets);
  g_test_add_func ("/comparison/sort", test_sort);
  g_test_add_func ("/comparison/failures", test_failures);
  return g_test_run ();
}
