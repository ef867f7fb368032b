/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* SEMA_CLONES before a function makes the compiler write it twice, and the program choose the one for AVX2 when it starts
 * on a processor that has it. AVX2 alone has no fused multiply-add, so both round alike. The sanitizers do not bear code
 * that runs as early as the choice; they see the portable code. */
#if defined(__clang__)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SEMA_HAS_CLONES
#define SEMA_CLONES __attribute__ ((target_clones ("avx2", "default")))
#else
#define SEMA_CLONES
#endif

/* What is written by hand for AVX2 or AVX-512 is chosen under the same conditions as the clones: SEMA_AVX2 before a function, where
 * it is defined, and SEMA_HAS_AVX2 for who calls it. Products and sums are not fused there either. */
#ifdef SEMA_HAS_CLONES
#define SEMA_AVX2 __attribute__ ((target ("avx2")))
#define SEMA_HAS_AVX2 __builtin_cpu_supports ("avx2")
#define SEMA_AVX512 __attribute__ ((target ("avx512f")))
#define SEMA_HAS_AVX512 __builtin_cpu_supports ("avx512f")
#else
#define SEMA_HAS_AVX2 0
#define SEMA_HAS_AVX512 0
#endif

/* Four or eight doubles, which may also lie as doubles do; the compiler splits them where the processor's registers are shorter. And four
 * or eight floats, which may lie anywhere. */
typedef double SemaQuad __attribute__ ((vector_size (4 * sizeof (double))));
typedef double SemaLooseQuad __attribute__ ((vector_size (4 * sizeof (double)), aligned (sizeof (double))));
typedef double SemaOct __attribute__ ((vector_size (8 * sizeof (double))));
typedef double SemaLooseOct __attribute__ ((vector_size (8 * sizeof (double)), aligned (sizeof (double))));
typedef float  SemaFloats __attribute__ ((vector_size (4 * sizeof (float))));
typedef float  SemaLooseFloats __attribute__ ((vector_size (4 * sizeof (float)), aligned (1)));
typedef float  SemaEight __attribute__ ((vector_size (8 * sizeof (float))));
typedef float  SemaLooseEight __attribute__ ((vector_size (8 * sizeof (float)), aligned (1)));

/* The four or eight floats at p as doubles. The compiler widens by halves unless the instruction is named, which takes three for one. */
#define SEMA_WIDEN(p) (__builtin_convertvector(*(const SemaLooseFloats *)(p), SemaQuad))
#define SEMA_WIDEN_AVX2(p) ((SemaQuad)__builtin_ia32_cvtps2pd256 ((SemaFloats) * (const SemaLooseFloats *)(p)))
#define SEMA_WIDEN_AVX512(p) ((SemaOct)__builtin_ia32_cvtps2pd512_mask ((SemaEight) * (const SemaLooseEight *)(p), (SemaOct) {0}, 0xff, 4))
