/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-neighbours.h"

#include <math.h>
#include <string.h>

#include "hard-set.h"
#include "score-oracle.h"
#include "sema-error.h"
#include "sema-math-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-set-builder.h"
#include "sema-test-tries.h"
#include "small-set.h"

#define DIM 7

static const char *const words[] = {"east", "zero", "north", "nan", "far-east", "west", "inf", "north-east"};
static const float       values[] = {1, 0, 0, 0, 0, 2, NAN, 1, 8, 0, -1, 0, INFINITY, 0, 3, 3};

static GArray *
find (SemaSet *set, const double *query, const guint64 *excluded, gsize n_excluded, gsize k)
{
  g_autoptr (GError) error = NULL;
  GArray            *found = sema_neighbours_find (set, NULL, query, excluded, n_excluded, k, NULL, &error);

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

      g_assert_null (sema_neighbours_find (set, NULL, queries[q], NULL, 0, 3, NULL, &error));
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
  g_assert_null (sema_neighbours_find (set, NULL, query, NULL, 0, 3, progress, &error));
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
assert_same (GArray *found, GArray *expected, gsize k)
{
  g_assert_cmpuint (found->len, ==, MIN (k, expected->len));
  g_assert_cmpmem (found->data, found->len * sizeof (SemaNeighbour), expected->data, found->len * sizeof (SemaNeighbour));
}

/* Both searches against sorting everything, to the bit. */
static void
check_searches (const SemaSet *set, const SemaNarrow *narrow, const double *query, const guint64 *excluded, gsize n_excluded)
{
  const guint64      n = sema_set_get_n_rows (set);
  const gsize        ks[] = {0, 1, 10, n / 64, n / 64 + 1, n, n + 5};
  g_autoptr (GArray) expected = score_oracle_find (set, query, excluded, n_excluded, n);

  for (gsize i = 0; i < G_N_ELEMENTS (ks); i++)
    {
      g_autoptr (GArray) plain = sema_neighbours_find (set, NULL, query, excluded, n_excluded, ks[i], NULL, NULL);
      g_autoptr (GArray) quick = sema_neighbours_find (set, narrow, query, excluded, n_excluded, ks[i], NULL, NULL);

      assert_same (plain, expected, ks[i]);
      assert_same (quick, expected, ks[i]);
    }
}

/* Without some of the best rows, and some others. */
static void
check_searches_with_excluded (const SemaSet *set, const SemaNarrow *narrow, const double *query)
{
  g_autoptr (GArray) best = score_oracle_find (set, query, NULL, 0, 12);
  guint64            excluded[40];

  for (gsize i = 0; i < G_N_ELEMENTS (excluded); i++)
    excluded[i] = i % 2 == 0 && i / 2 < best->len ? g_array_index (best, SemaNeighbour, i / 2).row : (i * 31) % sema_set_get_n_rows (set);
  check_searches (set, narrow, query, NULL, 0);
  check_searches (set, narrow, query, excluded, G_N_ELEMENTS (excluded));
}

static void
check_hard_set (HardSet kind, guint64 n, gsize dim, guint64 seed)
{
  g_autoptr (SemaSet)    set = hard_set_new (kind, n, dim, seed);
  g_autoptr (SemaNarrow) narrow = sema_narrow_new (set, NULL, NULL);
  g_autofree double     *query = small_set_draw_vectors (1, dim, seed + 1);
  guint64                row = n / 3;

  check_searches_with_excluded (set, narrow, query);
  while (!isfinite (sema_set_get_norm (set, row)) || sema_set_get_norm (set, row) == 0)
    row++;
  for (gsize d = 0; d < dim; d++)
    query[d] = sema_set_get_row (set, row)[d] / sema_set_get_norm (set, row);
  check_searches_with_excluded (set, narrow, query);
}

static void
test_hard_sets (void)
{
  const gsize dims[] = {1, 2, 3, 17, 100, 300, 301};

  for (HardSet kind = 0; kind < N_HARD_SETS; kind++)
    for (gsize i = 0; i < G_N_ELEMENTS (dims); i++)
      check_hard_set (kind, 1000 + 37 * i, dims[i], 20 + i);
}

/* Several chunks, and one to five threads. */
static void
test_hard_sets_in_threads (void)
{
  for (HardSet kind = 0; kind < N_HARD_SETS; kind++)
    for (guint t = 1; t <= 5; t += SEMA_TEST_TRIES (1, 1, 2))
      {
        sema_parallel_set_threads (t);
        check_hard_set (kind, kind == HARD_SET_EQUAL ? 18000 : 9000 + t, 3 + 2 * t, 50 + t);
      }
  sema_parallel_set_threads (0);
}

/* Rows so wide that a chunk has few of them, and at last none are compared by their codes. */
static void
test_wide_rows (void)
{
  const guint64 n = SEMA_TEST_TRIES (130, 130, 66);

  check_hard_set (HARD_SET_CLUSTERS, 300, 5000, 60);
  check_hard_set (HARD_SET_RANDOM, n, SEMA_NARROW_MAX_DIM, 61);
  check_hard_set (HARD_SET_RANDOM, n, SEMA_NARROW_MAX_DIM + 1, 62);
}

/* The squares of such a query are rounded to nothing but one: its length is taken for far too short, and scores are cut off. */
static void
check_tiny_query (HardSet kind, double tiny)
{
  const gsize            dim = 100;
  g_autoptr (SemaSet)    set = hard_set_new (kind, 2000, dim, 70);
  g_autoptr (SemaNarrow) narrow = sema_narrow_new (set, NULL, NULL);
  g_autofree double     *query = g_new (double, dim);

  for (gsize d = 0; d < dim; d++)
    query[d] = tiny * copysign (d == 0 ? 2 : 1, sema_set_get_row (set, 0)[d]);
  check_searches_with_excluded (set, narrow, query);
}

static void
test_tiny_query (void)
{
  for (HardSet kind = 0; kind < N_HARD_SETS; kind++)
    {
      check_tiny_query (kind, 1.5e-162);
      check_tiny_query (kind, -1.5e-162);
    }
}

/* Fewer rows have a direction than neighbours are wanted. */
static void
test_few_directions (void)
{
  const gsize             n = 1000;
  g_autofree float       *many = g_new0 (float, n);
  g_autofree const char **names = g_new (const char *, n);
  g_autoptr (SemaSet)     set = NULL;
  g_autoptr (SemaNarrow)  narrow = NULL;
  const double            query[] = {3};

  for (gsize i = 0; i < n; i++)
    names[i] = "w";
  many[500] = -1;
  many[700] = 1e-45f;
  many[900] = NAN;
  set = small_set_new (names, many, n, 1);
  narrow = sema_narrow_new (set, NULL, NULL);
  check_searches (set, narrow, query, NULL, 0);
}

static void
test_narrow_cancelled (void)
{
  g_autoptr (SemaSet)      set = hard_set_new (HARD_SET_RANDOM, 1000, DIM, 1);
  g_autoptr (SemaNarrow)   narrow = sema_narrow_new (set, NULL, NULL);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autofree double       *query = small_set_draw_vectors (1, DIM, 2);
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_neighbours_find (set, narrow, query, NULL, 0, 3, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

static void
test_narrow_undefined (void)
{
  g_autoptr (SemaSet)    set = hard_set_new (HARD_SET_RANDOM, 1000, DIM, 1);
  g_autoptr (SemaNarrow) narrow = sema_narrow_new (set, NULL, NULL);
  const double           query[DIM] = {0};
  g_autoptr (GError)     error = NULL;

  g_assert_null (sema_neighbours_find (set, narrow, query, NULL, 0, 3, NULL, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
}

static void
test_narrow_without_memory (void)
{
  g_autoptr (SemaSet)    set = hard_set_new (HARD_SET_RANDOM, 1000, DIM, 1);
  g_autoptr (SemaNarrow) narrow = sema_narrow_new (set, NULL, NULL);
  g_autofree double     *query = small_set_draw_vectors (1, DIM, 2);
  const guint64          excluded = 3, used = sema_memory_get_used ();

  for (guint64 nth = 1; nth <= 6; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_neighbours_find (set, narrow, query, &excluded, 1, 3, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_assert_cmpuint (sema_memory_get_used (), ==, used);
    }
  sema_memory_fail_at (0);
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
      g_assert_null (sema_neighbours_find (set, NULL, query, &excluded, 1, 3, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

/* Where the rows were multiplied while they were read, they are not multiplied again: these products are those of a west wind. */
static void
test_known_products (void)
{
  static const float         rows[] = {1, 0, 0, 1, -1, 0};
  static const guint64       starts[] = {0, 8, 16};
  static const double        norms[] = {1, 1, 1}, products[] = {-0.25, 0, 0.75}, east[] = {2, 0}, north[] = {0, 1};
  static const guint32       lengths[] = {1, 1, 1};
  const SemaLentPart         part = {starts, norms, lengths, "e\0n\0w", 6, 3};
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 3);
  double                    *query = sema_memory_alloc_n (2, sizeof (double), NULL);
  double                    *known_products;
  g_autoptr (SemaSet)        set = NULL;
  g_autoptr (GArray)         known = NULL;
  g_autoptr (GArray)         unknown = NULL;

  query[0] = 1;
  query[1] = 0;
  sema_set_builder_lend_bytes (builder, (const guint8 *)rows, &(SemaMatrixOwner) {0});
  g_assert_true (sema_set_builder_add_lent (builder, &part, NULL));
  known_products = sema_memory_alloc (sizeof products, NULL);
  memcpy (known_products, products, sizeof products);
  sema_set_builder_take_products (builder, query, known_products);
  set = sema_set_builder_finish (builder, NULL, NULL, NULL, NULL, NULL);
  known = find (set, east, NULL, 0, 1);
  unknown = find (set, north, NULL, 0, 1);
  g_assert_cmpuint (g_array_index (known, SemaNeighbour, 0).row, ==, 2);
  g_assert_cmpfloat (g_array_index (known, SemaNeighbour, 0).score, ==, 0.75);
  g_assert_cmpuint (g_array_index (unknown, SemaNeighbour, 0).row, ==, 1);
  g_assert_cmpfloat (g_array_index (unknown, SemaNeighbour, 0).score, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/neighbours/order", test_order);
  g_test_add_func ("/neighbours/known-products", test_known_products);
  g_test_add_func ("/neighbours/excluded", test_excluded);
  g_test_add_func ("/neighbours/undefined", test_undefined);
  g_test_add_func ("/neighbours/cancelled", test_cancelled);
  g_test_add_func ("/neighbours/sorted", test_sorted);
  g_test_add_func ("/neighbours/ties", test_ties);
  g_test_add_func ("/neighbours/threads", test_threads);
  g_test_add_func ("/neighbours/without-memory", test_without_memory);
  g_test_add_func ("/neighbours/hard-sets", test_hard_sets);
  g_test_add_func ("/neighbours/hard-sets-in-threads", test_hard_sets_in_threads);
  g_test_add_func ("/neighbours/wide-rows", test_wide_rows);
  g_test_add_func ("/neighbours/tiny-query", test_tiny_query);
  g_test_add_func ("/neighbours/few-directions", test_few_directions);
  g_test_add_func ("/neighbours/narrow-cancelled", test_narrow_cancelled);
  g_test_add_func ("/neighbours/narrow-undefined", test_narrow_undefined);
  g_test_add_func ("/neighbours/narrow-without-memory", test_narrow_without_memory);
  return g_test_run ();
}
