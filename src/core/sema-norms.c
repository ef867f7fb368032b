/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-norms.h"

#include <math.h>

#include "sema-clones.h"

/* WIDEN (p) are the four numbers at p as doubles. The squares go to sixteen lanes by turns, so that no sum waits for another;
 * what is left of them goes by fours to the first four lanes, and the last numbers follow one by one. */
#define SUM_SQUARES(WIDEN)                                               \
  SemaQuad a = {0}, b = {0}, c = {0}, d = {0};                           \
  double   sum;                                                          \
  gsize    i = 0;                                                        \
                                                                         \
  for (; i + 16 <= dim; i += 16)                                         \
    {                                                                    \
      SemaQuad one = WIDEN (row + i), two = WIDEN (row + i + 4);         \
      SemaQuad three = WIDEN (row + i + 8), four = WIDEN (row + i + 12); \
                                                                         \
      a += one * one;                                                    \
      b += two * two;                                                    \
      c += three * three;                                                \
      d += four * four;                                                  \
    }                                                                    \
  for (; i + 4 <= dim; i += 4)                                           \
    {                                                                    \
      SemaQuad one = WIDEN (row + i);                                    \
                                                                         \
      a += one * one;                                                    \
    }                                                                    \
  a = (a + c) + (b + d);                                                 \
  sum = (a[0] + a[2]) + (a[1] + a[3]);                                   \
  for (; i < dim; i++)                                                   \
    sum += (double)row[i] * (double)row[i];                              \
  return sum;

static double
sum_squares (const SemaFloat *row, gsize dim) {
  SUM_SQUARES (SEMA_WIDEN)}

#ifdef SEMA_AVX2
SEMA_AVX2 static double sum_squares_avx2 (const SemaFloat *row, gsize dim)
{
  SUM_SQUARES (SEMA_WIDEN_AVX2)
}
#else
#define sum_squares_avx2 sum_squares
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
  return sqrt (SEMA_HAS_AVX2 ? sum_squares_avx2 (row, dim) : sum_squares (row, dim));
}
