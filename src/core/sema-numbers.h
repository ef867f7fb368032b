/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaNumbers:
 * @SEMA_NUMBERS_FLOAT32: float32
 * @SEMA_NUMBERS_FLOAT16: IEEE half
 * @SEMA_NUMBERS_BFLOAT16: the upper half of a float32
 * @SEMA_NUMBERS_FLOAT64: float64
 * @SEMA_NUMBERS_Q4_0: the first of those that are stored in blocks, see sema-quantised-blocks.h
 * @SEMA_NUMBERS_MXFP4: the last of those
 *
 * What the numbers of a matrix are where they lie, the lowest byte first.
 */
typedef enum {
  SEMA_NUMBERS_FLOAT32,
  SEMA_NUMBERS_FLOAT16,
  SEMA_NUMBERS_BFLOAT16,
  SEMA_NUMBERS_FLOAT64,
  SEMA_NUMBERS_Q4_0,
  SEMA_NUMBERS_Q4_1,
  SEMA_NUMBERS_Q5_0,
  SEMA_NUMBERS_Q5_1,
  SEMA_NUMBERS_Q8_0,
  SEMA_NUMBERS_Q8_1,
  SEMA_NUMBERS_Q2_K,
  SEMA_NUMBERS_Q3_K,
  SEMA_NUMBERS_Q4_K,
  SEMA_NUMBERS_Q5_K,
  SEMA_NUMBERS_Q6_K,
  SEMA_NUMBERS_IQ4_NL,
  SEMA_NUMBERS_IQ4_XS,
  SEMA_NUMBERS_MXFP4,
} SemaNumbers;

gsize sema_numbers_get_size (SemaNumbers numbers);
gsize sema_numbers_measure (SemaNumbers numbers, gsize n);
void  sema_numbers_widen (SemaNumbers numbers, const guint8 *bytes, gsize n, float *values);

G_END_DECLS
