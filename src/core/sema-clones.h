/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* SEMA_CLONES before a function makes the compiler write it twice, and the program choose the one for AVX2 when it starts
 * on a processor that has it. AVX2 alone has no fused multiply-add, so both round alike. The sanitizers do not bear code
 * that runs as early as the choice; they see the portable code. */
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SEMA_HAS_CLONES
#define SEMA_CLONES __attribute__ ((target_clones ("avx2", "default")))
#else
#define SEMA_CLONES
#endif
