/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-clones.h"

/* Every sum over a vector is made in one order, so that it has the same bits on every processor: blocks of sixteen numbers go to
 * sixteen lanes by turns, so that no sum waits for another; what is left of them goes by fours to the first four lanes, the lanes
 * are added in pairs, and the last numbers follow one by one. */

/* The four, or the eight, doubles at p. */
#define SEMA_LANES_QUAD(p) ((SemaQuad) * (const SemaLooseQuad *)(p))
#define SEMA_LANES_OCT(p) ((SemaOct) * (const SemaLooseOct *)(p))

/* What follows the blocks, from number i on. TERMS (i) are the four terms from i, TERM (i) is the one at i; a to d are the lanes. */
#define SEMA_LANES_FINISH(sum, i, dim, a, b, c, d, TERMS, TERM) \
  G_STMT_START                                                  \
  {                                                             \
    for (; (i) + 4 <= (dim); (i) += 4)                          \
      (a) += TERMS (i);                                         \
    (a) = ((a) + (c)) + ((b) + (d));                            \
    (sum) = ((a)[0] + (a)[2]) + ((a)[1] + (a)[3]);              \
    for (; (i) < (dim); (i)++)                                  \
      (sum) += TERM (i);                                        \
  }                                                             \
  G_STMT_END

#define SEMA_LANES_SUM(sum, dim, TERMS, TERM)                      \
  G_STMT_START                                                     \
  {                                                                \
    SemaQuad a_ = {0}, b_ = {0}, c_ = {0}, d_ = {0};               \
    gsize    i_ = 0;                                               \
                                                                   \
    for (; i_ + 16 <= (dim); i_ += 16)                             \
      {                                                            \
        a_ += TERMS (i_);                                          \
        b_ += TERMS (i_ + 4);                                      \
        c_ += TERMS (i_ + 8);                                      \
        d_ += TERMS (i_ + 12);                                     \
      }                                                            \
    SEMA_LANES_FINISH (sum, i_, dim, a_, b_, c_, d_, TERMS, TERM); \
  }                                                                \
  G_STMT_END

/* The same where eight lanes lie in one register, from number i on: ab and cd are the lanes. */
#define SEMA_LANES_FINISH_OCTS(sum, i, dim, ab, cd, TERMS, TERM)   \
  G_STMT_START                                                     \
  {                                                                \
    gsize    i_ = (i);                                             \
    SemaQuad a_ = __builtin_shufflevector (ab, ab, 0, 1, 2, 3);    \
    SemaQuad b_ = __builtin_shufflevector (ab, ab, 4, 5, 6, 7);    \
    SemaQuad c_ = __builtin_shufflevector (cd, cd, 0, 1, 2, 3);    \
    SemaQuad d_ = __builtin_shufflevector (cd, cd, 4, 5, 6, 7);    \
                                                                   \
    SEMA_LANES_FINISH (sum, i_, dim, a_, b_, c_, d_, TERMS, TERM); \
  }                                                                \
  G_STMT_END
