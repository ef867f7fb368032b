/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-dot.h"

#include <math.h>
#include <string.h>

#include "score-oracle.h"
#include "sema-memory.h"
#include "sema-norms.h"
#include "small-set.h"

#define MAX_DIM 301

static void
assert_same_bits (double a, double b)
{
  guint64 bits_a, bits_b;

  memcpy (&bits_a, &a, sizeof a);
  memcpy (&bits_b, &b, sizeof b);
  g_assert_cmphex (bits_a, ==, bits_b);
}

static void
test_rows (void)
{
  g_autofree double *query = small_set_draw_vectors (1, MAX_DIM, 1);
  g_autofree double *wide = small_set_draw_vectors (5, MAX_DIM, 2);
  g_autofree guint8 *bytes = g_malloc (5 * (MAX_DIM * sizeof (float) + 1)); /* no two rows at one alignment */
  const SemaFloat   *rows[5];
  double             terms[MAX_DIM], dots[5];

  for (gsize r = 0; r < 5; r++)
    {
      SemaFloat *row = (SemaFloat *)(bytes + r * (MAX_DIM * sizeof (float) + 1));

      for (gsize i = 0; i < MAX_DIM; i++)
        row[i] = (float)wide[r * MAX_DIM + i];
      rows[r] = row;
    }
  for (gsize dim = 0; dim <= MAX_DIM; dim++)
    {
      sema_dot_rows (rows, 5, dim, query, dots);
      for (gsize r = 0; r < 5; r++)
        {
          double dot, norm = sema_dot_measured_row (rows[r], dim, query, &dot);

          for (gsize i = 0; i < dim; i++)
            terms[i] = (double)rows[r][i] * query[i];
          assert_same_bits (dots[r], score_oracle_sum (terms, dim));
          assert_same_bits (dot, dots[r]);
          for (gsize i = 0; i < dim; i++)
            terms[i] = (double)rows[r][i] * (double)rows[r][i];
          assert_same_bits (norm, sqrt (score_oracle_sum (terms, dim)));
          assert_same_bits (norm, sema_norms_measure (rows[r], dim));
        }
    }
}

/* One number after the other; and nothing is written between the lines. */
static void
test_columns (void)
{
  const gsize        stride = SEMA_DOT_COLUMNS + 3, most = 8;
  g_autofree double *queries = small_set_draw_vectors (most, MAX_DIM, 5);
  g_autofree double *columns = small_set_draw_vectors (SEMA_DOT_COLUMNS, MAX_DIM, 6);
  g_autofree double *dots = g_new (double, most *stride);

  for (gsize dim = 0; dim <= MAX_DIM; dim++)
    for (gsize n_queries = dim % 2; n_queries <= most; n_queries += 2 + dim % 3)
      {
        for (gsize i = 0; i < most * stride; i++)
          dots[i] = 4711;
        sema_dot_columns (columns, dim, queries, n_queries, dots, stride);
        for (gsize i = 0; i < most * stride; i++)
          {
            gsize  q = i / stride, column = i % stride;
            double expected = 0;

            for (gsize d = 0; d < dim && column < SEMA_DOT_COLUMNS; d++)
              expected += queries[q * dim + d] * columns[d * SEMA_DOT_COLUMNS + column];
            assert_same_bits (dots[i], q < n_queries && column < SEMA_DOT_COLUMNS ? expected : 4711);
          }
      }
}

static void
test_doubles (void)
{
  g_autofree double *a = small_set_draw_vectors (1, MAX_DIM, 3);
  g_autofree double *b = small_set_draw_vectors (1, MAX_DIM, 4);
  double             terms[MAX_DIM], gaps[MAX_DIM];

  for (gsize dim = 0; dim < MAX_DIM; dim++)
    {
      for (gsize i = 0; i < dim; i++)
        {
          terms[i] = a[i + 1] * b[i];
          gaps[i] = (a[i + 1] - b[i]) * (a[i + 1] - b[i]);
        }
      assert_same_bits (sema_dot (a + 1, b, dim), score_oracle_sum (terms, dim));
      assert_same_bits (sema_dot_squared_distance (a + 1, b, dim), score_oracle_sum (gaps, dim));
    }
}

static void
test_not_finite (void)
{
  const double ones[20] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

  for (gsize at = 0; at < 20; at++)
    {
      SemaFloat        row[20] = {0};
      const SemaFloat *rows[] = {row};
      double           dot;

      row[at] = NAN;
      sema_dot_rows (rows, 1, 20, ones, &dot);
      g_assert_true (isnan (dot));
      row[at] = INFINITY;
      sema_dot_rows (rows, 1, 20, ones, &dot);
      g_assert_true (isinf (dot));
    }
}

static gint32
multiply_codes (const gint8 *codes, const gint16 *query, gsize n)
{
  gint32 sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += codes[i] * query[i];
  return sum;
}

/* Each code in turn is the largest, the smallest, and any. */
static gint8
choose_code (gsize i, SemaRandom *random)
{
  return i % 3 == 0 ? 127 : i % 3 == 1 ? -127
                                       : (gint8)(127 * small_set_draw (random));
}

static void
test_codes (void)
{
  const gsize n = 5, most = 320;
  gint8      *codes = sema_memory_alloc (n * most, NULL);
  gint16     *query = sema_memory_alloc (most * sizeof (gint16), NULL);
  gint32      dots[5];
  SemaRandom  random;

  sema_random_init (&random, 5);
  for (gsize i = 0; i < most; i++)
    query[i] = i % 2 == 0 ? 32767 : i % 7 == 0 ? -32767
                                               : (gint16)(32767 * small_set_draw (&random));
  for (gsize i = 0; i < n * most; i++)
    codes[i] = choose_code (i, &random);
  for (gsize stride = 0; stride <= most; stride += SEMA_DOT_CODES)
    {
      sema_dot_codes (codes, n, stride, query, dots);
      for (gsize r = 0; r < n; r++)
        g_assert_cmpint (dots[r], ==, multiply_codes (codes + r * stride, query, stride));
    }
  sema_memory_free (codes);
  sema_memory_free (query);
}

/* The products that sum up to all of 32 bits but a few. */
static void
test_largest_codes (void)
{
  const gsize stride = 512;
  gint8      *codes = sema_memory_alloc (stride, NULL);
  gint16     *query = sema_memory_alloc (stride * sizeof (gint16), NULL);
  gint32      dot;

  for (gsize i = 0; i < stride; i++)
    {
      codes[i] = i % 2 == 0 ? 127 : -127;
      query[i] = i % 2 == 0 ? 32767 : -32767;
    }
  sema_dot_codes (codes, 1, stride, query, &dot);
  g_assert_cmpint (dot, ==, 127 * 32767 * 512);
  sema_memory_free (codes);
  sema_memory_free (query);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dot/rows", test_rows);
  g_test_add_func ("/dot/columns", test_columns);
  g_test_add_func ("/dot/doubles", test_doubles);
  g_test_add_func ("/dot/not-finite", test_not_finite);
  g_test_add_func ("/dot/codes", test_codes);
  g_test_add_func ("/dot/largest-codes", test_largest_codes);
  return g_test_run ();
}
