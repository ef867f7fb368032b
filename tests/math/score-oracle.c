/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score-oracle.h"

#include <math.h>

/* The order that sema-dot.c promises, one number at a time. */
double
score_oracle_sum (const double *terms, gsize dim)
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

/* The direction of a query, as the search sees it. */
void
score_oracle_unit (const double *query, gsize dim, double *unit)
{
  double norm;

  for (gsize d = 0; d < dim; d++)
    unit[d] = query[d] * query[d];
  norm = sqrt (score_oracle_sum (unit, dim));
  for (gsize d = 0; d < dim; d++)
    unit[d] = query[d] / norm;
}

static double
measure (const SemaFloat *values, gsize dim)
{
  double squares = 0;

  for (gsize d = 0; d < dim; d++)
    squares += (double)values[d] * values[d];
  return sqrt (squares);
}

/* The score to the bit; NaN for a row without direction. */
double
score_oracle_score (const SemaSet *set, guint64 row, const double *unit)
{
  const SemaFloat   *values = sema_set_get_row (set, row);
  gsize              dim = sema_set_get_dim (set);
  double             norm = measure (values, dim), cosine;
  g_autofree double *terms = NULL;

  if (!isfinite (norm) || norm == 0)
    return NAN;
  g_assert_cmpfloat (fabs (sema_set_get_norm (set, row) - norm), <=, 1e-10 * norm);
  terms = g_new (double, dim);
  for (gsize d = 0; d < dim; d++)
    terms[d] = values[d] * unit[d];
  cosine = score_oracle_sum (terms, dim) / sema_set_get_norm (set, row);
  return cosine > 1 ? 1 : cosine < -1 ? -1
                                      : cosine;
}

static gboolean
is_among (guint64 row, const guint64 *rows, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (rows[i] == row)
      return TRUE;
  return FALSE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const SemaNeighbour *left = a, *right = b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

/* What a search must find, by sorting everything. */
GArray *
score_oracle_find (const SemaSet *set, const double *query, const guint64 *excluded, gsize n_excluded, gsize k)
{
  GArray            *all = g_array_new (FALSE, FALSE, sizeof (SemaNeighbour));
  g_autofree double *unit = g_new (double, sema_set_get_dim (set));

  score_oracle_unit (query, sema_set_get_dim (set), unit);
  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    {
      SemaNeighbour neighbour = {row, score_oracle_score (set, row, unit)};

      if (!isnan (neighbour.score) && !is_among (row, excluded, n_excluded))
        g_array_append_val (all, neighbour);
    }
  g_array_sort (all, compare);
  return g_array_set_size (all, (guint)MIN (k, all->len));
}
