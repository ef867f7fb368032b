/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-query.h"

#include <math.h>
#include <string.h>

#include "sema-math-error.h"
#include "sema-memory.h"
#include "sema-neighbours.h"
#include "small-set.h"

#define N_ROWS 300
#define DIM 13

static SemaSet *set;

/* The plainest way to each score. */
static double
score_plainly (const SemaTerm *terms, gsize n_terms, const SemaQueryKind *kind, guint64 row)
{
  const SemaFloat *values = sema_set_get_row (set, row);
  double           plus = 1, minus = 1, dot = 0, sum_square = 0, gap_square = 0;

  for (gsize d = 0; d < DIM; d++)
    {
      double sum = 0;

      for (gsize t = 0; t < n_terms; t++)
        sum += terms[t].weight * sema_set_get_row (set, terms[t].row)[d] /
               (kind->vectors == SEMA_VECTORS_UNIT && kind->metric == SEMA_METRIC_COSINE ? sema_set_get_norm (set, terms[t].row) : 1);
      dot += sum * values[d];
      sum_square += sum * sum;
      gap_square += (sum - values[d]) * (sum - values[d]);
    }
  for (gsize t = 0; t < n_terms; t++)
    *(terms[t].weight > 0 ? &plus : &minus) *= (1 + sema_vectors_cosine (set, terms[t].row, row)) / 2;
  if (kind->method == SEMA_METHOD_MUL)
    return plus / (minus + 1e-6);
  if (kind->metric == SEMA_METRIC_DOT)
    return dot;
  return kind->metric == SEMA_METRIC_EUCLID ? sqrt (gap_square) : dot / sqrt (sum_square) / sema_set_get_norm (set, row);
}

static const SemaQueryKind kinds[] = {
  {SEMA_METRIC_COSINE, SEMA_METHOD_ADD, SEMA_VECTORS_UNIT},
  {SEMA_METRIC_COSINE, SEMA_METHOD_ADD, SEMA_VECTORS_RAW},
  {SEMA_METRIC_COSINE, SEMA_METHOD_MUL, SEMA_VECTORS_UNIT},
  {SEMA_METRIC_DOT, SEMA_METHOD_ADD, SEMA_VECTORS_UNIT},
  {SEMA_METRIC_EUCLID, SEMA_METHOD_ADD, SEMA_VECTORS_RAW},
};

static void
test_scores (void)
{
  const SemaTerm terms[] = {{7, 1}, {200, -1}, {31, 1}};

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (gsize n = 1; n <= 3; n++)
      {
        g_autoptr (SemaQuery) query = sema_query_new (set, terms, n, &kinds[k], NULL);
        double                scores[N_ROWS];

        sema_query_score (query, set, 0, N_ROWS, scores);
        for (guint64 row = 0; row < N_ROWS; row++)
          g_assert_cmpfloat_with_epsilon (sema_query_present (query, scores[row]), score_plainly (terms, n, &kinds[k], row), 1e-12);
      }
}

static void
test_weights (void)
{
  const SemaTerm        terms[] = {{7, 0.5}, {200, -3}};
  g_autoptr (SemaQuery) query = sema_query_new (set, terms, 2, &kinds[0], NULL);
  double                score;

  sema_query_score (query, set, 9, 1, &score);
  g_assert_cmpfloat_with_epsilon (score, score_plainly (terms, 2, &kinds[0], 9), 1e-12);
}

/* The least distance comes first, the others by the highest score; and only the first rows are looked at. */
static void
test_order (void)
{
  const SemaTerm term = {7, 1};

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (SemaQuery) query = sema_query_new (set, &term, 1, &kinds[k], NULL);
      SemaSearch            wanted = {.most_rows = 100, .k = 200};
      g_autoptr (GArray)    found = sema_neighbours_search (set, NULL, query, &wanted, NULL, NULL);

      g_assert_cmpuint (found->len, ==, 100);
      for (guint i = 1; i < found->len; i++)
        {
          double before = g_array_index (found, SemaNeighbour, i - 1).score, here = g_array_index (found, SemaNeighbour, i).score;

          g_assert_true (kinds[k].metric == SEMA_METRIC_EUCLID ? before <= here : before >= here);
          g_assert_cmpuint (g_array_index (found, SemaNeighbour, i).row, <, 100);
        }
      if (kinds[k].metric != SEMA_METRIC_DOT)
        g_assert_cmpuint (g_array_index (found, SemaNeighbour, 0).row, ==, 7);
    }
}

static void
assert_refused (SemaSet *other, const SemaTerm *terms, gsize n, const SemaQueryKind *kind)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sema_query_new (other, terms, n, kind, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
}

static void
test_undefined (void)
{
  static const char *const words[] = {"zero", "nan", "good"};
  static const float       values[] = {0, 0, NAN, 1, 3, 4};
  g_autoptr (SemaSet)      odd = small_set_new (words, values, 3, 2);
  const SemaTerm           zero = {0, 1}, nan = {1, 1}, cancelled[] = {{2, 1}, {2, -1}}, weighted = {2, 2};

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      assert_refused (odd, &nan, 1, &kinds[k]);
      assert_refused (odd, &zero, 1, &kinds[k]);
      assert_refused (odd, NULL, 0, &kinds[k]);
      if (kinds[k].method == SEMA_METHOD_ADD)
        assert_refused (odd, cancelled, 2, &kinds[k]);
      else
        assert_refused (odd, &weighted, 1, &kinds[k]);
    }
  assert_refused (odd, &(SemaTerm) {2, 1}, 1, &(SemaQueryKind) {SEMA_METRIC_DOT, SEMA_METHOD_MUL, SEMA_VECTORS_UNIT});
}

/* A row of zeros has a distance and a product, but no angle; one that is not a number has nothing. */
static void
test_odd_rows (void)
{
  static const char *const words[] = {"zero", "nan", "good", "infinite"};
  static const float       values[] = {0, 0, NAN, 1, 3, 4, INFINITY, 0};
  static const guint       n_found[] = {1, 1, 1, 2, 2};
  g_autoptr (SemaSet)      odd = small_set_new (words, values, 4, 2);
  const SemaTerm           term = {2, 1};

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (SemaQuery) query = sema_query_new (odd, &term, 1, &kinds[k], NULL);
      SemaSearch            wanted = {.k = 9};
      g_autoptr (GArray)    found = sema_neighbours_search (odd, NULL, query, &wanted, NULL, NULL);

      g_assert_cmpuint (found->len, ==, n_found[k]);
    }
}

static void
test_direction (void)
{
  const double          direction[] = {3, 4};
  const double          none[] = {0, 0};
  g_autoptr (SemaQuery) query = sema_query_new_direction (direction, 2, NULL);
  g_autoptr (GError)    error = NULL;

  g_assert_cmpfloat (sema_query_get_unit (query)[1], ==, 0.8);
  g_assert_null (sema_query_new_direction (none, 2, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
}

/* Only a cosine can be of unit vectors. */
static void
test_vectors (void)
{
  g_assert_cmpint (sema_query_kind_get_vectors (&(SemaQueryKind) {SEMA_METRIC_COSINE, SEMA_METHOD_ADD, SEMA_VECTORS_UNIT}), ==, SEMA_VECTORS_UNIT);
  g_assert_cmpint (sema_query_kind_get_vectors (&(SemaQueryKind) {SEMA_METRIC_COSINE, SEMA_METHOD_ADD, SEMA_VECTORS_RAW}), ==, SEMA_VECTORS_RAW);
  g_assert_cmpint (sema_query_kind_get_vectors (&(SemaQueryKind) {SEMA_METRIC_EUCLID, SEMA_METHOD_ADD, SEMA_VECTORS_UNIT}), ==, SEMA_VECTORS_RAW);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set = small_set_new_random (N_ROWS, DIM, 5);
  g_test_add_func ("/query/scores", test_scores);
  g_test_add_func ("/query/weights", test_weights);
  g_test_add_func ("/query/order", test_order);
  g_test_add_func ("/query/undefined", test_undefined);
  g_test_add_func ("/query/odd-rows", test_odd_rows);
  g_test_add_func ("/query/direction", test_direction);
  g_test_add_func ("/query/vectors", test_vectors);
  status = g_test_run ();
  sema_set_unref (set);
  return status;
}
