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
 *
 * What the numbers of a matrix are where they lie, the lowest byte first.
 */
typedef enum {
  SEMA_NUMBERS_FLOAT32,
  SEMA_NUMBERS_FLOAT16,
  SEMA_NUMBERS_BFLOAT16,
  SEMA_NUMBERS_FLOAT64,
} SemaNumbers;

gsize sema_numbers_get_size (SemaNumbers numbers);
void  sema_numbers_widen (SemaNumbers numbers, const guint8 *bytes, gsize n, float *values);

G_END_DECLS
