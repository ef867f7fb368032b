/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-dot.h"

#include <math.h>

#include "sema-lanes.h"
#include "sema-norms.h"

typedef char   Codes __attribute__ ((vector_size (SEMA_DOT_CODES)));
typedef gint16 Shorts __attribute__ ((vector_size (SEMA_DOT_CODES * sizeof (gint16))));
typedef gint32 Sums __attribute__ ((vector_size (SEMA_DOT_CODES * sizeof (gint16))));

/* For each of n rows the sum of what TERMS says, widened by WIDEN. */
#define SUM_ROWS(TERMS, TERM)                     \
  for (gsize r = 0; r < n; r++)                   \
    {                                             \
      const SemaFloat *row = rows[r];             \
                                                  \
      SEMA_LANES_SUM (sums[r], dim, TERMS, TERM); \
    }

#define PRODUCTS(i) (SEMA_WIDEN (row + (i)) * SEMA_LANES_QUAD (query + (i)))
#define PRODUCTS_AVX2(i) (SEMA_WIDEN_AVX2 (row + (i)) * SEMA_LANES_QUAD (query + (i)))
#define PRODUCT(i) ((double)row[i] * query[i])
#define GAPS(i) (SEMA_WIDEN (row + (i)) - SEMA_LANES_QUAD (query + (i)))
#define GAPS_AVX2(i) (SEMA_WIDEN_AVX2 (row + (i)) - SEMA_LANES_QUAD (query + (i)))
#define SQUARES(i) (GAPS (i) * GAPS (i))
#define SQUARES_AVX2(i) (GAPS_AVX2 (i) * GAPS_AVX2 (i))
#define SQUARE(i) (((double)row[i] - query[i]) * ((double)row[i] - query[i]))

static void
dot_rows (const SemaFloat *const *rows, gsize n, gsize dim, const double *query, double *sums)
{
  SUM_ROWS (PRODUCTS, PRODUCT)
}

static void
measure_rows (const SemaFloat *const *rows, gsize n, gsize dim, const double *query, double *sums) {
  SUM_ROWS (SQUARES, SQUARE)}

#ifdef SEMA_AVX2
SEMA_AVX2 static void dot_rows_avx2 (const SemaFloat *const *rows, gsize n, gsize dim, const double *query, double *sums) {
  SUM_ROWS (PRODUCTS_AVX2, PRODUCT)}

SEMA_AVX2 static void measure_rows_avx2 (const SemaFloat *const *rows, gsize n, gsize dim, const double *query, double *sums)
{
  SUM_ROWS (SQUARES_AVX2, SQUARE)
}
#else
#define dot_rows_avx2 dot_rows
#define measure_rows_avx2 measure_rows
#endif
#undef GAPS
#undef GAPS_AVX2
#undef SQUARES
#undef SQUARES_AVX2
#undef SQUARE

/**
 * sema_dot_rows:
 * @rows: (n) where each row of dim float32 numbers is, at any address
 * @n: number of rows, may be 0
 * @dim: length of a row
 * @query: (dim) the other vector
 * @dots: (n) where the dot products go
 *
 * Multiplies each row with the query, in double. NaN and infinity go through as IEEE 754 says. O(n dim).
 */
void
sema_dot_rows (const SemaFloat *const *rows, gsize n, gsize dim, const double *query, double *dots)
{
  if (SEMA_HAS_AVX2)
    dot_rows_avx2 (rows, n, dim, query, dots);
  else
    dot_rows (rows, n, dim, query, dots);
}

/**
 * sema_dot_row_distances:
 * @rows: (n) where each row of dim float32 numbers is, at any address
 * @n: number of rows, may be 0
 * @dim: length of a row
 * @query: (dim) the other vector
 * @squares: (n) where the squared distances go
 *
 * Measures how far each row is from the query, in double, number by number, so that near ones do not cancel out. O(n dim).
 */
void
sema_dot_row_distances (const SemaFloat *const *rows, gsize n, gsize dim, const double *query, double *squares)
{
  if (SEMA_HAS_AVX2)
    measure_rows_avx2 (rows, n, dim, query, squares);
  else
    measure_rows (rows, n, dim, query, squares);
}

#ifdef SEMA_AVX512
#define SQUARES_OF_ROW(i) (SEMA_WIDEN_AVX2 (row + (i)) * SEMA_WIDEN_AVX2 (row + (i)))
#define SQUARE_OF_ROW(i) ((double)row[i] * (double)row[i])

SEMA_AVX512 static double
measure_and_multiply_avx512 (const SemaFloat *row, gsize dim, const double *query, double *dot)
{
  SemaOct squares_ab = {0}, squares_cd = {0}, dots_ab = {0}, dots_cd = {0};
  gsize   i = 0;
  double  sum;

  for (; i + 16 <= dim; i += 16)
    {
      SemaOct ab = SEMA_WIDEN_AVX512 (row + i);
      SemaOct cd = SEMA_WIDEN_AVX512 (row + i + 8);

      squares_ab += ab * ab;
      squares_cd += cd * cd;
      dots_ab += ab * SEMA_LANES_OCT (query + i);
      dots_cd += cd * SEMA_LANES_OCT (query + i + 8);
    }
  SEMA_LANES_FINISH_OCTS (*dot, i, dim, dots_ab, dots_cd, PRODUCTS_AVX2, PRODUCT);
  SEMA_LANES_FINISH_OCTS (sum, i, dim, squares_ab, squares_cd, SQUARES_OF_ROW, SQUARE_OF_ROW);
  return sqrt (sum);
}
#undef SQUARES_OF_ROW
#undef SQUARE_OF_ROW
#else
#define measure_and_multiply_avx512(row, dim, query, dot) NAN /* never called */
#endif
#undef PRODUCTS
#undef PRODUCTS_AVX2
#undef PRODUCT

/**
 * sema_dot_measured_row:
 * @row: (dim) float32 numbers, at any address
 * @dim: how many, may be 0
 * @query: (dim) the other vector
 * @dot: (out): their dot product, as sema_dot_rows() has it to the bit
 *
 * Does both while the row is at hand. O(dim).
 *
 * Returns: the row's length, as sema_norms_measure() has it to the bit
 */
double
sema_dot_measured_row (const SemaFloat *row, gsize dim, const double *query, double *dot)
{
  if (SEMA_HAS_AVX512)
    return measure_and_multiply_avx512 (row, dim, query, dot);
  sema_dot_rows (&row, 1, dim, query, dot);
  return sema_norms_measure (row, dim);
}

/* Sixteen columns and three queries are what the registers of AVX2 hold the sums of; those of AVX-512 hold twice as many. */
#define QUERIES 3
#define MORE_QUERIES 6

#define BEGIN(q) SemaQuad a##q = {0}, b##q = {0}, c##q = {0}, d##q = {0};
#define ADD(q)                                          \
  a##q += SEMA_LANES_QUAD (column) * queries[q][i];     \
  b##q += SEMA_LANES_QUAD (column + 4) * queries[q][i]; \
  c##q += SEMA_LANES_QUAD (column + 8) * queries[q][i]; \
  d##q += SEMA_LANES_QUAD (column + 12) * queries[q][i];
#define END(q)                            \
  *(SemaLooseQuad *)dots[q] = a##q;       \
  *(SemaLooseQuad *)(dots[q] + 4) = b##q; \
  *(SemaLooseQuad *)(dots[q] + 8) = c##q; \
  *(SemaLooseQuad *)(dots[q] + 12) = d##q;

SEMA_CLONES static void
dot_three (const double *columns, gsize dim, const double *const queries[QUERIES], double *const dots[QUERIES])
{
  BEGIN (0)
  BEGIN (1)
  BEGIN (2)
  for (gsize i = 0; i < dim; i++)
    {
      const double *column = columns + i * SEMA_DOT_COLUMNS;

      ADD (0)
      ADD (1)
      ADD (2)
    }
  END (0)
  END (1)
  END (2)
}
#undef BEGIN
#undef ADD
#undef END

#ifdef SEMA_AVX512
#define BEGIN(q) SemaOct ab##q = {0}, cd##q = {0};
#define ADD(q)                        \
  ab##q += ab * queries[(q)*dim + i]; \
  cd##q += cd * queries[(q)*dim + i];
#define END(q)                                  \
  *(SemaLooseOct *)(dots + (q)*stride) = ab##q; \
  *(SemaLooseOct *)(dots + (q)*stride + 8) = cd##q;

SEMA_AVX512 static void
dot_six_avx512 (const double *columns, gsize dim, const double *queries, double *dots, gsize stride)
{
  BEGIN (0)
  BEGIN (1)
  BEGIN (2)
  BEGIN (3)
  BEGIN (4)
  BEGIN (5)
  for (gsize i = 0; i < dim; i++)
    {
      SemaOct ab = *(const SemaLooseOct *)(columns + i * SEMA_DOT_COLUMNS);
      SemaOct cd = *(const SemaLooseOct *)(columns + i * SEMA_DOT_COLUMNS + 8);

      ADD (0)
      ADD (1)
      ADD (2)
      ADD (3)
      ADD (4)
      ADD (5)
    }
  END (0)
  END (1)
  END (2)
  END (3)
  END (4)
  END (5)
}
#undef BEGIN
#undef ADD
#undef END
#else
#define dot_six_avx512(columns, dim, queries, dots, stride) g_assert_not_reached ()
#endif

/**
 * sema_dot_columns:
 * @columns: (dim, SEMA_DOT_COLUMNS) vectors beside each other: a number of each, then the next number of each
 * @dim: their length, may be 0
 * @queries: (n_queries, dim) other vectors
 * @n_queries: how many, may be 0
 * @dots: (n_queries, @stride) of which the first %SEMA_DOT_COLUMNS numbers of each line are where the dot products go
 * @stride: length of a line
 *
 * Multiplies each column with each query, one number after the other, so that nothing is left to be added up at the end: for many
 * queries two to four times as fast as sema_dot_rows(). The same bits on every processor and whichever queries are given together.
 * O(n_queries dim).
 */
void
sema_dot_columns (const double *columns, gsize dim, const double *queries, gsize n_queries, double *dots, gsize stride)
{
  gsize done = 0;

  for (; SEMA_HAS_AVX512 && done + MORE_QUERIES <= n_queries; done += MORE_QUERIES)
    dot_six_avx512 (columns, dim, queries + done * dim, dots + done * stride, stride);
  for (; done < n_queries; done += QUERIES)
    {
      const double *three[QUERIES];
      double       *lines[QUERIES];

      /* At the end the last query stands in for those that are not there. */
      for (gsize q = 0; q < QUERIES; q++)
        {
          gsize at = MIN (done + q, n_queries - 1);

          three[q] = queries + at * dim;
          lines[q] = dots + at * stride;
        }
      dot_three (columns, dim, three, lines);
    }
}

static void
dot_codes (const gint8 *codes, gsize n, gsize stride, const gint16 *query, gint32 *dots)
{
  for (gsize r = 0; r < n; r++, codes += stride)
    {
      gint32 sum = 0;

      for (gsize i = 0; i < stride; i++)
        sum += codes[i] * query[i];
      dots[r] = sum;
    }
}

#ifdef SEMA_AVX2
#define PRODUCTS(p) ((Sums)__builtin_ia32_pmaddwd256 (__builtin_ia32_pmovsxbw256 (*(const Codes *)(p)), part))
#define ADD_PAIRS(a, b) ((Sums)__builtin_ia32_phaddd256 ((a), (b)))

/* Four rows at a time need the query once, and their sums are added up together. */
SEMA_AVX2 static inline void
dot_four_avx2 (const gint8 *const *rows, gsize stride, const gint16 *query, gint32 *dots)
{
  Sums a = {0}, b = {0}, c = {0}, d = {0};

  for (gsize i = 0; i < stride; i += SEMA_DOT_CODES)
    {
      Shorts part = *(const Shorts *)(query + i);

      a += PRODUCTS (rows[0] + i);
      b += PRODUCTS (rows[1] + i);
      c += PRODUCTS (rows[2] + i);
      d += PRODUCTS (rows[3] + i);
    }
  a = ADD_PAIRS (ADD_PAIRS (a, b), ADD_PAIRS (c, d));
  for (gsize r = 0; r < 4; r++)
    dots[r] = a[r] + a[4 + r];
}
#undef PRODUCTS
#undef ADD_PAIRS

/* At the end the last row stands in for those that are not there. */
SEMA_AVX2 static void
dot_codes_avx2 (const gint8 *codes, gsize n, gsize stride, const gint16 *query, gint32 *dots)
{
  for (gsize first = 0; first < n; first += 4)
    {
      const gint8 *rows[4];
      gint32       four[4];

      for (gsize r = 0; r < 4; r++)
        rows[r] = codes + MIN (first + r, n - 1) * stride;
      dot_four_avx2 (rows, stride, query, four);
      for (gsize r = 0; r < MIN (4, n - first); r++)
        dots[first + r] = four[r];
    }
}
#else
#define dot_codes_avx2 dot_codes
#endif

/**
 * sema_dot_codes:
 * @codes: (n, stride) rows of whole numbers, aligned to 16 bytes
 * @n: number of rows, may be 0
 * @stride: length of a row, a multiple of %SEMA_DOT_CODES
 * @query: (stride) the other vector, aligned to 32 bytes
 * @dots: (n) where the dot products go
 *
 * Multiplies each row with the query, exactly: the caller sees to it that the products of a row, all taken as positive, sum
 * up to a number of 32 bits. O(n stride).
 */
void
sema_dot_codes (const gint8 *codes, gsize n, gsize stride, const gint16 *query, gint32 *dots)
{
  if (SEMA_HAS_AVX2)
    dot_codes_avx2 (codes, n, stride, query, dots);
  else
    dot_codes (codes, n, stride, query, dots);
}

/**
 * sema_dot:
 * @a: (dim) a vector
 * @b: (dim) another
 * @dim: their length, may be 0
 *
 * Returns: their dot product; O(dim)
 */
SEMA_CLONES double
sema_dot (const double *a, const double *b, gsize dim)
{
#define TERMS(i) (SEMA_LANES_QUAD (a + (i)) * SEMA_LANES_QUAD (b + (i)))
#define TERM(i) (a[i] * b[i])
  double sum;

  SEMA_LANES_SUM (sum, dim, TERMS, TERM);
  return sum;
#undef TERMS
#undef TERM
}

/**
 * sema_dot_squared_distance:
 * @a: (dim) a vector
 * @b: (dim) another
 * @dim: their length, may be 0
 *
 * Returns: the squared norm of @a - @b, exactly 0 for equal vectors; O(dim)
 */
SEMA_CLONES double
sema_dot_squared_distance (const double *a, const double *b, gsize dim)
{
#define GAPS(i) (SEMA_LANES_QUAD (a + (i)) - SEMA_LANES_QUAD (b + (i)))
#define GAP(i) (a[i] - b[i])
#define TERMS(i) (GAPS (i) * GAPS (i))
#define TERM(i) (GAP (i) * GAP (i))
  double sum;

  SEMA_LANES_SUM (sum, dim, TERMS, TERM);
  return sum;
#undef GAPS
#undef GAP
#undef TERMS
#undef TERM
}
