/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vectors-picture.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "small-set.h"

static const guint64 rows[] = {0, 2, 1};

static SemaSet *
make_set (void)
{
  static const char *const words[] = {"king", "zero", "man"};
  static const float       values[] = {3, 0, 4, 0, 0, 0, 0, 0, 1, -2, 2, 0};

  return small_set_new (words, values, 3, 4);
}

static void
check_row (const SemaHeatmap *heatmap, gsize row, const double *expected)
{
  for (gsize column = 0; column < heatmap->n_columns; column++)
    g_assert_cmpfloat_with_epsilon (sema_heatmap_get (heatmap, row, column), expected[column], 1e-12);
}

static void
test_raw (void)
{
  g_autoptr (SemaSet)     set = make_set ();
  SemaVectorsView         view = {SEMA_VECTORS_RAW, 0, 1, FALSE};
  g_autoptr (SemaHeatmap) heatmap = sema_vectors_picture_new (set, rows, 3, &view, NULL);

  g_assert_cmpuint (heatmap->n_rows, ==, 4);
  g_assert_cmpuint (heatmap->n_columns, ==, 4);
  check_row (heatmap, 0, (const double[]) {3, 0, 4, 0});
  check_row (heatmap, 2, (const double[]) {0, 0, 0, 0});
  check_row (heatmap, 3, (const double[]) {2, 2, 2, 0});
  g_assert_cmpstr (heatmap->row_labels[1], ==, "man");
  g_assert_cmpstr (heatmap->row_labels[3], ==, "king − man");
  g_assert_cmpstr (heatmap->column_labels[0], ==, "1");
  g_assert_cmpstr (heatmap->column_labels[3], ==, "4");
  g_assert_cmpfloat (heatmap->limit, ==, 4);
  g_assert_true (heatmap->is_strips);
  g_assert_cmpuint (heatmap->n_apart, ==, 1);
  g_assert_nonnull (strstr (heatmap->caption, "raw vectors · dimensions 1 to 4"));
}

/* Of unit vectors the difference is one of unit vectors; equal sizes come as in the file. */
static void
test_by_difference (void)
{
  g_autoptr (SemaSet)      set = make_set ();
  SemaVectorsView          view = {SEMA_VECTORS_UNIT, 1, 0, TRUE};
  g_autoptr (SemaHeatmap)  heatmap = sema_vectors_picture_new (set, rows, 2, &view, NULL);
  static const char *const dimensions[] = {"2", "1", "3", "4"};

  for (gsize column = 0; column < 4; column++)
    g_assert_cmpstr (heatmap->column_labels[column], ==, dimensions[column]);
  check_row (heatmap, 0, (const double[]) {0, 0.6, 0.8, 0});
  check_row (heatmap, 1, (const double[]) {-2.0 / 3, 1.0 / 3, 2.0 / 3, 0});
  check_row (heatmap, 2, (const double[]) {-2.0 / 3, 1.0 / 3 - 0.6, 2.0 / 3 - 0.8, 0});
  g_assert_nonnull (strstr (heatmap->caption, "unit vectors"));
  g_assert_nonnull (strstr (heatmap->caption, "largest |man − king| first"));
}

static void
test_no_memory (void)
{
  g_autoptr (SemaSet) set = make_set ();
  SemaVectorsView     view = {SEMA_VECTORS_UNIT, 0, 1, TRUE};
  g_autoptr (GError)  error = NULL;

  for (guint nth = 1; nth <= 5; nth++)
    {
      g_clear_error (&error);
      sema_memory_fail_at (nth);
      g_assert_null (sema_vectors_picture_new (set, rows, 2, &view, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vectors-picture/raw", test_raw);
  g_test_add_func ("/vectors-picture/by-difference", test_by_difference);
  g_test_add_func ("/vectors-picture/no-memory", test_no_memory);
  return g_test_run ();
}
