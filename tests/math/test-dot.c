/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-dot.h"

#include <math.h>
#include <string.h>

#include "small-set.h"

#define MAX_DIM 301

/* The order that sema-dot.c promises, one number at a time. */
static double
sum_in_order (const double *terms, gsize dim)
{
  double lanes[16] = {0}, fours[4], sum;
  gsize  i = 0;

  for (; i + 16 <= dim; i += 16)
    for (gsize lane = 0; lane < 16; lane++)
      lanes[lane] += terms[i + lane];
  for (; i + 4 <= dim; i += 4)
    for (gsize lane = 0; lane < 4; lane++)
      lanes[lane] += terms[i + lane];
  for (gsize lane = 0; lane < 4; lane++)
    fours[lane] = (lanes[lane] + lanes[lane + 8]) + (lanes[lane + 4] + lanes[lane + 12]);
  sum = (fours[0] + fours[2]) + (fours[1] + fours[3]);
  for (; i < dim; i++)
    sum += terms[i];
  return sum;
}

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
          for (gsize i = 0; i < dim; i++)
            terms[i] = (double)rows[r][i] * query[i];
          assert_same_bits (dots[r], sum_in_order (terms, dim));
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
      assert_same_bits (sema_dot (a + 1, b, dim), sum_in_order (terms, dim));
      assert_same_bits (sema_dot_squared_distance (a + 1, b, dim), sum_in_order (gaps, dim));
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dot/rows", test_rows);
  g_test_add_func ("/dot/doubles", test_doubles);
  g_test_add_func ("/dot/not-finite", test_not_finite);
  return g_test_run ();
}
