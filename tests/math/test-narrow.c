/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-narrow.h"

#include <math.h>

#include "hard-set.h"
#include "score-oracle.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

static const gsize dims[] = {1, 2, 3, 15, 16, 17, 100, 300, 301};

static SemaNarrow *
narrow_new (const SemaSet *set)
{
  g_autoptr (GError) error = NULL;
  SemaNarrow        *narrow = sema_narrow_new (set, NULL, &error);

  g_assert_no_error (error);
  return narrow;
}

/* Of every row the bounds hold the score, and rows without direction have none. Returns how wide the widest are. */
static float
assert_bounds (const SemaSet *set, const SemaNarrow *narrow, const double *query)
{
  guint64                     n = sema_set_get_n_rows (set);
  g_autofree double          *unit = g_new (double, sema_set_get_dim (set));
  g_autofree float           *lowers = g_new (float, n), *uppers = g_new (float, n);
  g_autoptr (SemaNarrowQuery) narrow_query = NULL;
  float                       widest = 0, ceiling, highest = -INFINITY;

  score_oracle_unit (query, sema_set_get_dim (set), unit);
  narrow_query = sema_narrow_query_new (narrow, unit, NULL);
  ceiling = sema_narrow_bound (narrow, narrow_query, 0, n, lowers, uppers);
  for (guint64 row = 0; row < n; row++)
    {
      double score = score_oracle_score (set, row, unit);

      g_assert_cmpint (isnan (score), ==, isnan (lowers[row]));
      g_assert_cmpint (isnan (score), ==, isnan (uppers[row]));
      if (isnan (score))
        continue;
      g_assert_cmpfloat (lowers[row], <=, score);
      g_assert_cmpfloat (uppers[row], >=, score);
      widest = MAX (widest, uppers[row] - lowers[row]);
      highest = MAX (highest, uppers[row]);
    }
  g_assert_cmpfloat (ceiling, ==, highest);
  return widest;
}

static void
test_bounds (void)
{
  for (HardSet kind = 0; kind < N_HARD_SETS; kind++)
    for (gsize i = 0; i < G_N_ELEMENTS (dims); i++)
      {
        g_autoptr (SemaSet)    set = hard_set_new (kind, 300, dims[i], 1 + i);
        g_autoptr (SemaNarrow) narrow = narrow_new (set);

        for (guint64 seed = 0; seed < 10; seed++)
          {
            g_autofree double *query = small_set_draw_vectors (1, dims[i], 100 + seed);

            /* Bounds that are always true would be of no use. */
            g_assert_cmpfloat (assert_bounds (set, narrow, query), <, 0.12);
          }
      }
}

/* Directions that lie along an axis or a row. */
static void
test_bounds_of_special_directions (void)
{
  const gsize dim = 17;

  for (HardSet kind = 0; kind < N_HARD_SETS; kind++)
    {
      g_autoptr (SemaSet)    set = hard_set_new (kind, 200, dim, 3);
      g_autoptr (SemaNarrow) narrow = narrow_new (set);
      double                 query[17];

      for (gsize axis = 0; axis < dim; axis++)
        {
          for (gsize d = 0; d < dim; d++)
            query[d] = d == axis ? -2 : 0;
          assert_bounds (set, narrow, query);
        }
      for (guint64 row = 0; row < 200; row++)
        {
          if (!isfinite (sema_set_get_norm (set, row)) || sema_set_get_norm (set, row) == 0)
            continue;
          for (gsize d = 0; d < dim; d++)
            query[d] = sema_set_get_row (set, row)[d] / sema_set_get_norm (set, row);
          assert_bounds (set, narrow, query);
        }
    }
}

/* What the codes say of one number of a row: the middle between the bounds along its axis. */
static void
read_codes (const SemaNarrow *narrow, guint64 row, double *decoded)
{
  gsize              dim = sema_narrow_get_dim (narrow);
  g_autofree double *axis = g_new0 (double, dim);

  for (gsize d = 0; d < dim; d++)
    {
      g_autoptr (SemaNarrowQuery) query = NULL;
      float                       lower, upper;

      axis[d] = 1;
      query = sema_narrow_query_new (narrow, axis, NULL);
      sema_narrow_bound (narrow, query, row, 1, &lower, &upper);
      decoded[d] = ((double)lower + upper) / 2;
      axis[d] = 0;
    }
}

/* The worst that can happen to a row: the direction is that of what its codes miss. Then the bound is met, but for rounding. */
static void
test_worst_direction (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dims); i++)
    {
      const gsize            dim = dims[i];
      g_autoptr (SemaSet)    set = hard_set_new (HARD_SET_HALF_STEPS, 8, dim, 5);
      g_autoptr (SemaNarrow) narrow = narrow_new (set);
      g_autofree double     *missed = g_new (double, dim), *unit = g_new (double, dim);

      for (guint64 row = 0; row < 8 && dim > 1; row++)
        {
          g_autoptr (SemaNarrowQuery) query = NULL;
          float                       lower, upper;
          double                      middle, score;

          read_codes (narrow, row, missed);
          for (gsize d = 0; d < dim; d++)
            missed[d] = sema_set_get_row (set, row)[d] / sema_set_get_norm (set, row) - missed[d];
          assert_bounds (set, narrow, missed);
          score_oracle_unit (missed, dim, unit);
          query = sema_narrow_query_new (narrow, unit, NULL);
          sema_narrow_bound (narrow, query, row, 1, &lower, &upper);
          middle = ((double)lower + upper) / 2;
          score = score_oracle_score (set, row, unit);
          g_assert_cmpfloat (score, <=, upper);
          g_assert_cmpfloat (score - middle, >=, 0.95 * (upper - middle));
        }
    }
}

/* The largest codes that there are, in all dimensions: the sums come near 32 bits, and not over. */
static void
test_wide_rows (void)
{
  const gsize wide[] = {515, 516, 517, 4099, SEMA_NARROW_MAX_DIM};

  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    {
      g_autofree float      *values = g_new (float, 3 * wide[i]);
      g_autofree double     *query = g_new (double, wide[i]);
      const char *const      words[] = {"up", "down", "mixed"};
      g_autoptr (SemaSet)    set = NULL;
      g_autoptr (SemaNarrow) narrow = NULL;

      for (gsize d = 0; d < wide[i]; d++)
        {
          query[d] = 1;
          values[d] = 1;
          values[wide[i] + d] = -1;
          values[2 * wide[i] + d] = d % 3 == 0 ? 1 : 0.3f;
        }
      set = small_set_new (words, values, 3, wide[i]);
      narrow = narrow_new (set);
      g_assert_cmpfloat (assert_bounds (set, narrow, query), <, 0.02);
    }
}

/* The squares of such a query are rounded to nothing but one, so that the search takes its norm for far too short and cuts
 * most scores off, at 1 or -1. */
static void
test_tiny_query (void)
{
  const gsize            dim = 100;
  g_autoptr (SemaSet)    set = hard_set_new (HARD_SET_CLUSTERS, 300, dim, 6);
  g_autoptr (SemaNarrow) narrow = narrow_new (set);
  g_autofree double     *query = g_new (double, dim), *unit = g_new (double, dim);

  for (int sign = -1; sign <= 1; sign += 2)
    {
      for (gsize d = 0; d < dim; d++)
        query[d] = copysign (d == 0 ? 3e-162 : 1.5e-162, sign * sema_set_get_row (set, 0)[d]);
      score_oracle_unit (query, dim, unit);
      g_assert_cmpfloat (score_oracle_score (set, 0, unit), ==, sign);
      assert_bounds (set, narrow, query);
    }
}

static void
test_no_rows (void)
{
  g_autoptr (SemaSet)    set = hard_set_new (HARD_SET_RANDOM, 0, 5, 1);
  g_autoptr (SemaNarrow) narrow = narrow_new (set);

  g_assert_cmpuint (sema_narrow_get_n_rows (narrow), ==, 0);
  g_assert_cmpuint (sema_narrow_get_dim (narrow), ==, 5);
  g_assert_cmpuint (sema_narrow_get_size (narrow), ==, 0);
}

/* All its memory is counted, and goes with the last owner. */
static void
test_size (void)
{
  g_autoptr (SemaSet) set = hard_set_new (HARD_SET_RANDOM, 1000, 100, 1);
  guint64             used = sema_memory_get_used ();
  SemaNarrow         *narrow = narrow_new (set);

  g_assert_cmpuint (sema_narrow_get_size (narrow), ==, 1000 * (112 + 8));
  g_assert_cmpuint (sema_memory_get_used () - used, ==, sema_narrow_get_size (narrow));
  sema_narrow_unref (sema_narrow_ref (narrow));
  g_assert_cmpuint (sema_narrow_get_n_rows (narrow), ==, 1000);
  sema_narrow_unref (narrow);
  g_assert_cmpuint (sema_memory_get_used (), ==, used);
}

/* (2, n) bounds, of a copy made with that many threads. */
static float *
find_bounds (const SemaSet *set, const double *unit, guint n_threads)
{
  guint64                     n = sema_set_get_n_rows (set);
  float                      *bounds = g_new (float, 2 * n);
  g_autoptr (SemaNarrow)      narrow = NULL;
  g_autoptr (SemaNarrowQuery) query = NULL;

  sema_parallel_set_threads (n_threads);
  narrow = narrow_new (set);
  query = sema_narrow_query_new (narrow, unit, NULL);
  sema_narrow_bound (narrow, query, 0, n, bounds, bounds + n);
  sema_parallel_set_threads (0);
  return bounds;
}

static void
test_threads (void)
{
  const gsize         n = 3000, dim = 300;
  g_autoptr (SemaSet) set = hard_set_new (HARD_SET_ODD_NUMBERS, n, dim, 8);
  g_autofree double  *query = small_set_draw_vectors (1, dim, 9);
  g_autofree float   *one = find_bounds (set, query, 1);

  for (guint t = 2; t <= 5; t++)
    {
      g_autofree float *several = find_bounds (set, query, t);

      g_assert_cmpmem (several, 2 * n * sizeof (float), one, 2 * n * sizeof (float));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (SemaSet)      set = hard_set_new (HARD_SET_RANDOM, 10, 3, 1);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_narrow_new (set, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

static void
test_without_memory (void)
{
  g_autoptr (SemaSet) set = hard_set_new (HARD_SET_RANDOM, 10, 3, 1);
  guint64             used = sema_memory_get_used ();

  for (guint64 nth = 1; nth <= 3; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_narrow_new (set, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_assert_cmpuint (sema_memory_get_used (), ==, used);
    }
  sema_memory_fail_at (0);
}

static void
test_query_without_memory (void)
{
  g_autoptr (SemaSet)    set = hard_set_new (HARD_SET_RANDOM, 10, 3, 1);
  g_autoptr (SemaNarrow) narrow = narrow_new (set);
  g_autoptr (GError)     error = NULL;
  const double           unit[] = {1, 0, 0};

  sema_memory_fail_at (1);
  g_assert_null (sema_narrow_query_new (narrow, unit, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
}

/* A copy that lies over the budget is refused before a byte of it is taken. */
static void
test_over_budget (void)
{
  g_autoptr (SemaSet) set = hard_set_new (HARD_SET_RANDOM, 1000, 100, 1);
  guint64             used = sema_memory_get_used ();
  g_autoptr (GError)  error = NULL;

  sema_memory_set_budget (used + 1000 * (112 + 8) - 1);
  g_assert_null (sema_narrow_new (set, NULL, &error));
  sema_memory_set_budget (0);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_cmpuint (sema_memory_get_used (), ==, used);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/narrow/bounds", test_bounds);
  g_test_add_func ("/narrow/bounds-of-special-directions", test_bounds_of_special_directions);
  g_test_add_func ("/narrow/worst-direction", test_worst_direction);
  g_test_add_func ("/narrow/wide-rows", test_wide_rows);
  g_test_add_func ("/narrow/tiny-query", test_tiny_query);
  g_test_add_func ("/narrow/no-rows", test_no_rows);
  g_test_add_func ("/narrow/size", test_size);
  g_test_add_func ("/narrow/threads", test_threads);
  g_test_add_func ("/narrow/cancelled", test_cancelled);
  g_test_add_func ("/narrow/without-memory", test_without_memory);
  g_test_add_func ("/narrow/query-without-memory", test_query_without_memory);
  g_test_add_func ("/narrow/over-budget", test_over_budget);
  return g_test_run ();
}
