/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-matrix-picture.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "small-set.h"

/* Two pairs of words, the pairs mixed. */
static const guint64 rows[] = {0, 1, 2, 3};

static SemaSet *
make_set (void)
{
  static const char *const words[] = {"king", "mango", "queen", "grape"};
  static const float       values[] = {4, 0, 0, 2, 3, 1, 0.5f, 2};

  return small_set_new (words, values, G_N_ELEMENTS (words), 2);
}

static SemaHeatmap *
make (SemaMetric metric, SemaMatrixOrder order)
{
  g_autoptr (SemaSet) set = make_set ();
  g_autoptr (GError)  error = NULL;
  SemaHeatmap        *heatmap = sema_matrix_picture_new (set, rows, 4, metric, order, NULL, &error);

  g_assert_no_error (error);
  return heatmap;
}

static void
test_metrics (void)
{
  g_autoptr (SemaHeatmap) cosine = make (SEMA_METRIC_COSINE, SEMA_MATRIX_AS_CHOSEN);
  g_autoptr (SemaHeatmap) dot = make (SEMA_METRIC_DOT, SEMA_MATRIX_AS_CHOSEN);
  g_autoptr (SemaHeatmap) euclid = make (SEMA_METRIC_EUCLID, SEMA_MATRIX_AS_CHOSEN);

  g_assert_cmpfloat_with_epsilon (sema_heatmap_get (cosine, 0, 2), 0.9486832980505138, 1e-9);
  g_assert_cmpfloat_with_epsilon (sema_heatmap_get (dot, 0, 2), 12, 1e-9);
  g_assert_cmpfloat_with_epsilon (sema_heatmap_get (euclid, 0, 2), 1.4142135623730951, 1e-9);
  g_assert_cmpfloat (cosine->limit, ==, 1);
  g_assert_cmpfloat_with_epsilon (dot->limit, 16, 1e-9);
  g_assert_cmpfloat_with_epsilon (euclid->limit, 4.47213595499958, 1e-9);
  g_assert_cmpint (dot->range, ==, SEMA_HEATMAP_DIVERGING);
  g_assert_cmpint (euclid->range, ==, SEMA_HEATMAP_SEQUENTIAL);
  g_assert_cmpstr (cosine->row_labels[1], ==, "mango");
  g_assert_cmpstr (cosine->column_labels[3], ==, "grape");
  g_assert_null (cosine->row_tree);
  g_assert_nonnull (strstr (euclid->caption, "Euclidean distance"));
}

/* Words and values are moved together. */
static void
test_tree (void)
{
  static const SemaMetric metrics[] = {SEMA_METRIC_COSINE, SEMA_METRIC_EUCLID};

  for (gsize m = 0; m < G_N_ELEMENTS (metrics); m++)
    {
      g_autoptr (SemaHeatmap) plain = make (metrics[m], SEMA_MATRIX_AS_CHOSEN);
      g_autoptr (SemaHeatmap) tree = make (metrics[m], SEMA_MATRIX_BY_TREE);

      g_assert_true (tree->row_tree != NULL && tree->column_tree == tree->row_tree);
      g_assert_cmpuint ((tree->row_tree->leaves[0] + tree->row_tree->leaves[1]) % 2, ==, 0);
      for (gsize i = 0; i < 4; i++)
        for (gsize j = 0; j < 4; j++)
          {
            gsize from_i = tree->row_tree->leaves[i], from_j = tree->row_tree->leaves[j];

            g_assert_cmpfloat (sema_heatmap_get (tree, i, j), ==, sema_heatmap_get (plain, from_i, from_j));
            g_assert_cmpstr (tree->row_labels[i], ==, plain->row_labels[from_i]);
            g_assert_cmpstr (tree->column_labels[j], ==, plain->column_labels[from_j]);
          }
    }
}

static void
test_no_memory (void)
{
  g_autoptr (SemaSet) set = make_set ();
  guint64             used = sema_memory_get_used ();
  guint64             nth;

  for (nth = 1; nth < 100; nth++)
    {
      g_autoptr (GError)      error = NULL;
      g_autoptr (SemaHeatmap) heatmap = NULL;

      sema_memory_fail_at (nth);
      heatmap = sema_matrix_picture_new (set, rows, 4, SEMA_METRIC_COSINE, SEMA_MATRIX_BY_TREE, NULL, &error);
      if (heatmap != NULL)
        break;
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_assert_cmpuint (sema_memory_get_used (), ==, used);
    }
  sema_memory_fail_at (0);
  g_assert_cmpuint (nth, >, 8);
  g_assert_cmpuint (nth, <, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix-picture/metrics", test_metrics);
  g_test_add_func ("/matrix-picture/tree", test_tree);
  g_test_add_func ("/matrix-picture/no-memory", test_no_memory);
  return g_test_run ();
}
