/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-comparison-text.h"

#include <string.h>

#include "sema-error.h"
#include "small-set.h"

static SemaComparison *
compare (void)
{
  static const char *const words[] = {"a,b", "c", "d", "e"};
  static const float       first[] = {1, 0, 0, 2, 3, 4, 0, 0}, second[] = {0, 1, 0, 2, -3, -4, 0, 0};
  g_autoptr (SemaSet)      a = small_set_new (words, first, 4, 2);
  g_autoptr (SemaSet)      b = small_set_new (words, second, 4, 2);

  return sema_comparison_new (a, b, FALSE, NULL, NULL);
}

static void
test_csv (void)
{
  g_autoptr (SemaComparison) comparison = compare ();
  const guint32              order[] = {2, 0, 3};
  g_autoptr (GBytes)         csv = sema_comparison_text_print_csv (comparison, order, 3, NULL, NULL);
  static const char *const   expected = "word,id_a,id_b,cosine,distance,plain_cosine,plain_distance,norm_a,norm_b\r\n"
                                        "d,2,2,,,-1,10,5,5\r\n"
                                        "\"a,b\",0,0,,,0,1.4142135623730951,1,1\r\n"
                                        "e,3,3,,,,0,0,0\r\n";

  g_assert_cmpmem (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), expected, strlen (expected));
  for (guint column = 0; column < SEMA_N_COMPARISON_COLUMNS; column++)
    g_assert_nonnull (sema_comparison_text_get_column_title (column));
}

/* In the first set the nearest to c is d, in the second a,b. */
static void
test_neighbours (void)
{
  g_autoptr (SemaComparison)       comparison = compare ();
  g_autoptr (SemaSharedNeighbours) one = sema_shared_neighbours_new (sema_comparison_get_common (comparison), 1, 1, NULL, NULL);
  g_autoptr (SemaSharedNeighbours) two = sema_shared_neighbours_new (sema_comparison_get_common (comparison), 1, 2, NULL, NULL);
  g_autofree char                 *gained = sema_comparison_text_list_gained (comparison, one, " ");
  g_autofree char                 *lost = sema_comparison_text_list_lost (comparison, one, " ");
  g_autofree char                 *kept = sema_comparison_text_list_kept (comparison, two, " ");
  g_autofree char                 *none = sema_comparison_text_list_lost (comparison, two, " ");

  g_assert_cmpstr (gained, ==, "a,b");
  g_assert_cmpstr (lost, ==, "d");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (kept, ==, "d a,b");
}

static void
assert_cell (SemaComparison *comparison, guint32 index, SemaComparisonColumn column, const char *expected)
{
  g_autofree char *text = sema_comparison_text_print_cell (comparison, index, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_cells (void)
{
  g_autoptr (SemaComparison) comparison = compare ();

  assert_cell (comparison, 2, SEMA_COMPARISON_ID, "2");
  assert_cell (comparison, 0, SEMA_COMPARISON_WORD, "a,b");
  assert_cell (comparison, 2, SEMA_COMPARISON_COSINE, "–");
  assert_cell (comparison, 2, SEMA_COMPARISON_DISTANCE, "–");
  assert_cell (comparison, 2, SEMA_COMPARISON_PLAIN_COSINE, "-1.000000");
  assert_cell (comparison, 2, SEMA_COMPARISON_PLAIN_DISTANCE, "10.000000");
  assert_cell (comparison, 2, SEMA_COMPARISON_NORM_A, "5.000000");
  assert_cell (comparison, 0, SEMA_COMPARISON_NORM_B, "1.000000");
}

static void
assert_summary (const SemaComparisonSummary *summary, const char *expected)
{
  g_autofree char *text = sema_comparison_text_describe_summary (summary);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_summary (void)
{
  SemaComparisonSummary summary = {.n_rows_a = 4, .n_rows_b = 5, .n_common = 3, .dim_a = 2, .dim_b = 2, .is_aligned = TRUE, .aligned = {3, 0.5, 2}, .plain = {3, -0.25, 4}};

  assert_summary (&summary, "3 words are in both files, of 4 and 5. Aligned, their mean cosine is 0.500000, and they moved by 2.000000. "
                            "As the files have them, their mean cosine is -0.250000, and they moved by 4.000000.");
  summary.is_aligned = FALSE;
  summary.dim_b = 3;
  assert_summary (&summary, "3 words are in both files, of 4 and 5. The vectors have 2 and 3 dimensions: only neighbours can be compared.");
}

static void
test_cancel (void)
{
  g_autoptr (SemaComparison) comparison = compare ();
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  g_autoptr (GError)         error = NULL;
  const guint32              order[] = {0};

  sema_progress_cancel (progress);
  g_assert_null (sema_comparison_text_print_csv (comparison, order, 1, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison-text/csv", test_csv);
  g_test_add_func ("/comparison-text/neighbours", test_neighbours);
  g_test_add_func ("/comparison-text/cells", test_cells);
  g_test_add_func ("/comparison-text/summary", test_summary);
  g_test_add_func ("/comparison-text/cancel", test_cancel);
  return g_test_run ();
}
