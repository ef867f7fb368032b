/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-norms.h"

#include <math.h>

#include "sema-lanes.h"

#define SQUARES(i) (SEMA_WIDEN (row + (i)) * SEMA_WIDEN (row + (i)))
#define SQUARES_AVX2(i) (SEMA_WIDEN_AVX2 (row + (i)) * SEMA_WIDEN_AVX2 (row + (i)))
#define SQUARES_AVX512(i) (SEMA_WIDEN_AVX512 (row + (i)) * SEMA_WIDEN_AVX512 (row + (i)))
#define SQUARE(i) ((double)row[i] * (double)row[i])

static double
sum_squares (const SemaFloat *row, gsize dim)
{
  double sum;

  SEMA_LANES_SUM (sum, dim, SQUARES, SQUARE);
  return sum;
}

#ifdef SEMA_AVX2
SEMA_AVX2 static double
sum_squares_avx2 (const SemaFloat *row, gsize dim)
{
  double sum;

  SEMA_LANES_SUM (sum, dim, SQUARES_AVX2, SQUARE);
  return sum;
}

SEMA_AVX512 static double
sum_squares_avx512 (const SemaFloat *row, gsize dim)
{
  SemaOct ab = {0}, cd = {0};
  gsize   i = 0;
  double  sum;

  for (; i + 16 <= dim; i += 16)
    {
      ab += SQUARES_AVX512 (i);
      cd += SQUARES_AVX512 (i + 8);
    }
  SEMA_LANES_FINISH_OCTS (sum, i, dim, ab, cd, SQUARES_AVX2, SQUARE);
  return sum;
}
#else
#define sum_squares_avx2 sum_squares
#define sum_squares_avx512 sum_squares
#endif

/**
 * sema_norms_measure:
 * @row: (dim) a row's numbers, at any address
 * @dim: how many, may be 0
 *
 * Returns: the row's Euclidean length: the squares are summed in double in sixteen lanes, which are added up in one fixed
 *   order, so it has the same bits on every processor. A double holds the square of any float32, so it is finite as long as
 *   the numbers are. O(dim).
 */
double
sema_norms_measure (const SemaFloat *row, gsize dim)
{
  if (SEMA_HAS_AVX512)
    return sqrt (sum_squares_avx512 (row, dim));
  return sqrt (SEMA_HAS_AVX2 ? sum_squares_avx2 (row, dim) : sum_squares (row, dim));
}
