/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-dot.h"

#include "sema-clones.h"

/* Every sum over a vector is made in one order, so that it has the same bits on every processor: blocks of sixteen
 * numbers go to sixteen lanes, what is left of them goes by fours to the first four lanes, the lanes are added in
 * pairs, and the last numbers follow one by one. */

typedef double LooseQuad __attribute__ ((vector_size (4 * sizeof (double)), aligned (sizeof (double))));

typedef char   Codes __attribute__ ((vector_size (SEMA_DOT_CODES)));
typedef gint16 Shorts __attribute__ ((vector_size (SEMA_DOT_CODES * sizeof (gint16))));
typedef gint32 Sums __attribute__ ((vector_size (SEMA_DOT_CODES * sizeof (gint16))));

#define LOAD(p) ((SemaQuad) * (const LooseQuad *)(p))

/* TERMS (i) are the four terms from i, TERM (i) is the one at i. */
#define SUM(sum, dim, TERMS, TERM)                   \
  G_STMT_START                                       \
  {                                                  \
    SemaQuad a_ = {0}, b_ = {0}, c_ = {0}, d_ = {0}; \
    gsize    i_ = 0;                                 \
                                                     \
    for (; i_ + 16 <= (dim); i_ += 16)               \
      {                                              \
        a_ += TERMS (i_);                            \
        b_ += TERMS (i_ + 4);                        \
        c_ += TERMS (i_ + 8);                        \
        d_ += TERMS (i_ + 12);                       \
      }                                              \
    for (; i_ + 4 <= (dim); i_ += 4)                 \
      a_ += TERMS (i_);                              \
    a_ = (a_ + c_) + (b_ + d_);                      \
    (sum) = (a_[0] + a_[2]) + (a_[1] + a_[3]);       \
    for (; i_ < (dim); i_++)                         \
      (sum) += TERM (i_);                            \
  }                                                  \
  G_STMT_END

/* For each of n rows the sum of what TERMS says, widened by WIDEN. */
#define SUM_ROWS(TERMS, TERM)          \
  for (gsize r = 0; r < n; r++)        \
    {                                  \
      const SemaFloat *row = rows[r];  \
                                       \
      SUM (sums[r], dim, TERMS, TERM); \
    }

#define PRODUCTS(i) (SEMA_WIDEN (row + (i)) * LOAD (query + (i)))
#define PRODUCTS_AVX2(i) (SEMA_WIDEN_AVX2 (row + (i)) * LOAD (query + (i)))
#define PRODUCT(i) ((double)row[i] * query[i])
#define GAPS(i) (SEMA_WIDEN (row + (i)) - LOAD (query + (i)))
#define GAPS_AVX2(i) (SEMA_WIDEN_AVX2 (row + (i)) - LOAD (query + (i)))
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
#undef PRODUCTS
#undef PRODUCTS_AVX2
#undef PRODUCT
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

/* Three queries need each row once; more would not fit the registers of AVX2. The sums are made as above. */
#define QUERIES 3

#define ADD_TO_EACH(lane, at, WIDEN)                      \
  G_STMT_START                                            \
  {                                                       \
    SemaQuad values_ = WIDEN (row + (at));                \
                                                          \
    lane##0 += values_ * LOAD (queries + (at));           \
    lane##1 += values_ * LOAD (queries + dim + (at));     \
    lane##2 += values_ * LOAD (queries + 2 * dim + (at)); \
  }                                                       \
  G_STMT_END

#define FINISH(q)                                     \
  G_STMT_START                                        \
  {                                                   \
    double sum_;                                      \
                                                      \
    a##q = (a##q + c##q) + (b##q + d##q);             \
    sum_ = (a##q[0] + a##q[2]) + (a##q[1] + a##q[3]); \
    for (gsize j = i; j < dim; j++)                   \
      sum_ += (double)row[j] * queries[(q)*dim + j];  \
    dots[(q)*stride + r] = sum_;                      \
  }                                                   \
  G_STMT_END

#define DOT_QUERIES(WIDEN)                                       \
  G_STMT_START                                                   \
  {                                                              \
    for (gsize r = 0; r < n; r++)                                \
      {                                                          \
        const SemaFloat *row = rows[r];                          \
        SemaQuad         a0 = {0}, b0 = {0}, c0 = {0}, d0 = {0}; \
        SemaQuad         a1 = {0}, b1 = {0}, c1 = {0}, d1 = {0}; \
        SemaQuad         a2 = {0}, b2 = {0}, c2 = {0}, d2 = {0}; \
        gsize            i = 0;                                  \
                                                                 \
        for (; i + 16 <= dim; i += 16)                           \
          {                                                      \
            ADD_TO_EACH (a, i, WIDEN);                           \
            ADD_TO_EACH (b, i + 4, WIDEN);                       \
            ADD_TO_EACH (c, i + 8, WIDEN);                       \
            ADD_TO_EACH (d, i + 12, WIDEN);                      \
          }                                                      \
        for (; i + 4 <= dim; i += 4)                             \
          ADD_TO_EACH (a, i, WIDEN);                             \
        FINISH (0);                                              \
        FINISH (1);                                              \
        FINISH (2);                                              \
      }                                                          \
  }                                                              \
  G_STMT_END

static void
dot_queries (const SemaFloat *const *rows, gsize n, gsize dim, const double *queries, double *dots, gsize stride)
{
  DOT_QUERIES (SEMA_WIDEN);
}

#ifdef SEMA_AVX2
SEMA_AVX2 static void
dot_queries_avx2 (const SemaFloat *const *rows, gsize n, gsize dim, const double *queries, double *dots, gsize stride)
{
  DOT_QUERIES (SEMA_WIDEN_AVX2);
}
#else
#define dot_queries_avx2 dot_queries
#endif

/**
 * sema_dot_rows_with_each:
 * @rows: (n) where each row of dim float32 numbers is, at any address
 * @n: number of rows, may be 0
 * @dim: length of a row
 * @queries: (n_queries, dim) the other vectors
 * @n_queries: how many, may be 0
 * @dots: (n_queries, @stride) of which the first n numbers of each line are where the dot products go
 * @stride: length of a line, n or more
 *
 * Multiplies each row with each query: what sema_dot_rows() finds, to the bit, in less time. O(n n_queries dim).
 */
void
sema_dot_rows_with_each (const SemaFloat *const *rows, gsize n, gsize dim, const double *queries, gsize n_queries, double *dots, gsize stride)
{
  gsize q = 0;

  for (; q + QUERIES <= n_queries; q += QUERIES)
    if (SEMA_HAS_AVX2)
      dot_queries_avx2 (rows, n, dim, queries + q * dim, dots + q * stride, stride);
    else
      dot_queries (rows, n, dim, queries + q * dim, dots + q * stride, stride);
  for (; q < n_queries; q++)
    sema_dot_rows (rows, n, dim, queries + q * dim, dots + q * stride);
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
#define TERMS(i) (LOAD (a + (i)) * LOAD (b + (i)))
#define TERM(i) (a[i] * b[i])
  double sum;

  SUM (sum, dim, TERMS, TERM);
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
#define GAPS(i) (LOAD (a + (i)) - LOAD (b + (i)))
#define GAP(i) (a[i] - b[i])
#define TERMS(i) (GAPS (i) * GAPS (i))
#define TERM(i) (GAP (i) * GAP (i))
  double sum;

  SUM (sum, dim, TERMS, TERM);
  return sum;
#undef GAPS
#undef GAP
#undef TERMS
#undef TERM
}
