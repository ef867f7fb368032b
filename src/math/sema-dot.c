/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-dot.h"

/* Every sum over a vector is made in one order, so that it has the same bits on every processor: blocks of sixteen
 * numbers go to sixteen lanes, what is left of them goes by fours to the first four lanes, the lanes are added in
 * pairs, and the last numbers follow one by one. */

/* A clone for AVX2 is chosen when the program starts. AVX2 alone has no fused multiply-add, so the clones round alike.
 * The sanitizers do not bear code that runs as early as the choice. */
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SEMA_CLONES __attribute__ ((target_clones ("avx2", "default")))
#else
#define SEMA_CLONES
#endif

/* The compiler splits these where the processor's registers are shorter. */
typedef double Quad __attribute__ ((vector_size (4 * sizeof (double))));
typedef double LooseQuad __attribute__ ((vector_size (4 * sizeof (double)), aligned (sizeof (double))));
typedef float  LooseFloats __attribute__ ((vector_size (4 * sizeof (float)), aligned (1)));

#define LOAD(p) ((Quad) * (const LooseQuad *)(p))
#define WIDEN(p) (__builtin_convertvector(*(const LooseFloats *)(p), Quad))

/* TERMS (i) are the four terms from i, TERM (i) is the one at i. */
#define SUM(sum, dim, TERMS, TERM)                \
  G_STMT_START                                    \
  {                                               \
    Quad  a_ = {0}, b_ = {0}, c_ = {0}, d_ = {0}; \
    gsize i_ = 0;                                 \
                                                  \
    for (; i_ + 16 <= (dim); i_ += 16)            \
      {                                           \
        a_ += TERMS (i_);                         \
        b_ += TERMS (i_ + 4);                     \
        c_ += TERMS (i_ + 8);                     \
        d_ += TERMS (i_ + 12);                    \
      }                                           \
    for (; i_ + 4 <= (dim); i_ += 4)              \
      a_ += TERMS (i_);                           \
    a_ = (a_ + c_) + (b_ + d_);                   \
    (sum) = (a_[0] + a_[2]) + (a_[1] + a_[3]);    \
    for (; i_ < (dim); i_++)                      \
      (sum) += TERM (i_);                         \
  }                                               \
  G_STMT_END

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
SEMA_CLONES void
sema_dot_rows (const SemaFloat *const *rows, gsize n, gsize dim, const double *query, double *dots)
{
#define TERMS(i) (WIDEN (row + (i)) * LOAD (query + (i)))
#define TERM(i) ((double)row[i] * query[i])
  for (gsize r = 0; r < n; r++)
    {
      const SemaFloat *row = rows[r];

      SUM (dots[r], dim, TERMS, TERM);
    }
#undef TERMS
#undef TERM
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
