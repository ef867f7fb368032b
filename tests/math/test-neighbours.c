/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-neighbours.h"

#include <math.h>

#include "sema-error.h"
#include "sema-math-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

#define DIM 7

static const char *const words[] = {"east", "zero", "north", "nan", "far-east", "west", "inf", "north-east"};
static const float       values[] = {1, 0, 0, 0, 0, 2, NAN, 1, 8, 0, -1, 0, INFINITY, 0, 3, 3};

static GArray *
find (SemaSet *set, const double *query, const guint64 *excluded, gsize n_excluded, gsize k)
{
  g_autoptr (GError) error = NULL;
  GArray            *found = sema_neighbours_find (set, query, excluded, n_excluded, k, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static void
assert_rows (GArray *found, const guint64 *rows, guint n)
{
  g_assert_cmpuint (found->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_array_index (found, SemaNeighbour, i).row, ==, rows[i]);
}

static void
test_order (void)
{
  g_autoptr (SemaSet) set = small_set_new (words, values, G_N_ELEMENTS (words), 2);
  const double        query[] = {5, 0};
  const double        scores[] = {1, 1, sqrt (0.5), 0, -1};
  const guint64       rows[] = {0, 4, 7, 2, 5};

  for (gsize k = 0; k < 20; k++)
    {
      g_autoptr (GArray) found = find (set, query, NULL, 0, k);

      assert_rows (found, rows, MIN (k, 5));
      for (guint i = 0; i < found->len; i++)
        g_assert_cmpfloat_with_epsilon (g_array_index (found, SemaNeighbour, i).score, scores[i], 1e-15);
    }
}

static void
test_excluded (void)
{
  g_autoptr (SemaSet) set = small_set_new (words, values, G_N_ELEMENTS (words), 2);
  const double        query[] = {1, 0};
  const guint64       excluded[] = {7, 0, 3, 7};
  const guint64       rows[] = {4, 2};
  g_autoptr (GArray)  found = find (set, query, excluded, 4, 2);

  assert_rows (found, rows, 2);
}

static void
test_undefined (void)
{
  g_autoptr (SemaSet) set = small_set_new (words, values, G_N_ELEMENTS (words), 2);
  const double        queries[3][2] = {{0, 0}, {1, NAN}, {INFINITY, 0}};

  for (gsize q = 0; q < 3; q++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sema_neighbours_find (set, queries[q], NULL, 0, 3, NULL, &error));
      g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (SemaSet)      set = small_set_new (words, values, G_N_ELEMENTS (words), 2);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  const double             query[] = {1, 0};

  sema_progress_cancel (progress);
  g_assert_null (sema_neighbours_find (set, query, NULL, 0, 3, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

static double
measure (SemaSet *set, const double *query, guint64 row)
{
  const SemaFloat *values_of_row = sema_set_get_row (set, row);
  double           dot = 0, a = 0, b = 0;

  for (gsize d = 0; d < DIM; d++)
    {
      dot += values_of_row[d] * query[d];
      a += (double)values_of_row[d] * values_of_row[d];
      b += query[d] * query[d];
    }
  return dot / sqrt (a * b);
}

static int
compare_scores (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *scores = data;
  gsize         i = *(const gsize *)a, j = *(const gsize *)b;

  return scores[i] > scores[j] ? -1 : scores[i] < scores[j];
}

/* Over several chunks, against sorting them all. */
static void
test_sorted (void)
{
  const gsize         n = 20000, k = 9000;
  g_autoptr (SemaSet) set = small_set_new_random (n, DIM, 1);
  g_autofree double  *query = small_set_draw_vectors (1, DIM, 2);
  g_autofree double  *scores = g_new (double, n);
  g_autofree gsize   *order = g_new (gsize, n);
  g_autoptr (GArray)  found = find (set, query, NULL, 0, k);

  for (gsize i = 0; i < n; i++)
    {
      order[i] = i;
      scores[i] = measure (set, query, i);
    }
  g_qsort_with_data (order, n, sizeof (gsize), compare_scores, scores);
  g_assert_cmpuint (found->len, ==, k);
  for (guint i = 0; i < k; i++)
    {
      SemaNeighbour neighbour = g_array_index (found, SemaNeighbour, i);

      g_assert_cmpfloat_with_epsilon (neighbour.score, scores[order[i]], 1e-14);
      g_assert_cmpfloat_with_epsilon (neighbour.score, scores[neighbour.row], 1e-14);
    }
}

/* Every row twice, in different chunks: equal scores come in row order. */
static void
test_ties (void)
{
  const gsize         n = 10000;
  g_auto (GStrv)      many = g_new0 (char *, 2 * n + 1);
  g_autofree float   *rows = g_new (float, 2 * n * 2);
  g_autoptr (SemaSet) set = NULL;
  g_autoptr (GArray)  found = NULL;
  const double        query[] = {1, 0.5};

  for (gsize i = 0; i < 2 * n; i++)
    {
      many[i] = g_strdup ("w");
      rows[2 * i] = 1 + i % n;
      rows[2 * i + 1] = 20;
    }
  set = small_set_new ((const char *const *)many, rows, 2 * n, 2);
  found = find (set, query, NULL, 0, 2 * n);
  g_assert_cmpuint (found->len, ==, 2 * n);
  for (guint i = 0; i < 2 * n; i += 2)
    g_assert_cmpuint (g_array_index (found, SemaNeighbour, i).row + n, ==, g_array_index (found, SemaNeighbour, i + 1).row);
}

static void
test_threads (void)
{
  g_autoptr (SemaSet) set = small_set_new_random (30000, DIM, 3);
  g_autofree double  *query = small_set_draw_vectors (1, DIM, 4);
  g_autoptr (GArray)  one = NULL, four = NULL;

  sema_parallel_set_threads (1);
  one = find (set, query, NULL, 0, 100);
  sema_parallel_set_threads (4);
  four = find (set, query, NULL, 0, 100);
  sema_parallel_set_threads (0);
  g_assert_cmpmem (one->data, one->len * sizeof (SemaNeighbour), four->data, four->len * sizeof (SemaNeighbour));
}

static void
test_without_memory (void)
{
  g_autoptr (SemaSet) set = small_set_new (words, values, G_N_ELEMENTS (words), 2);
  const double        query[] = {1, 0};
  const guint64       excluded = 3;

  for (guint64 nth = 1; nth <= 4; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_neighbours_find (set, query, &excluded, 1, 3, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/neighbours/order", test_order);
  g_test_add_func ("/neighbours/excluded", test_excluded);
  g_test_add_func ("/neighbours/undefined", test_undefined);
  g_test_add_func ("/neighbours/cancelled", test_cancelled);
  g_test_add_func ("/neighbours/sorted", test_sorted);
  g_test_add_func ("/neighbours/ties", test_ties);
  g_test_add_func ("/neighbours/threads", test_threads);
  g_test_add_func ("/neighbours/without-memory", test_without_memory);
  return g_test_run ();
}
