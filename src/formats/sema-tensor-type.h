/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-numbers.h"

G_BEGIN_DECLS

/**
 * SemaTensorType:
 * @SEMA_TENSOR_OTHER: one that has no number here; it is listed by what the file calls it
 * @SEMA_TENSOR_F32: float32
 * @SEMA_TENSOR_F16: IEEE half
 * @SEMA_TENSOR_BF16: the upper half of a float32
 * @SEMA_TENSOR_F64: float64
 * @SEMA_TENSOR_PQ: kept by product quantisation, as by fastText: see #SemaProductQuantizer
 * @SEMA_TENSOR_Q4_0: the first of those that ggml stores in blocks, in the order of #SemaNumbers
 * @SEMA_TENSOR_MXFP4: the last of those
 *
 * What the numbers of a tensor are. The rows of those that are named here can be read; the others are listed.
 */
typedef enum {
  SEMA_TENSOR_OTHER,
  SEMA_TENSOR_F32,
  SEMA_TENSOR_F16,
  SEMA_TENSOR_BF16,
  SEMA_TENSOR_F64,
  SEMA_TENSOR_BOOL,
  SEMA_TENSOR_I8,
  SEMA_TENSOR_U8,
  SEMA_TENSOR_I16,
  SEMA_TENSOR_U16,
  SEMA_TENSOR_I32,
  SEMA_TENSOR_U32,
  SEMA_TENSOR_I64,
  SEMA_TENSOR_U64,
  SEMA_TENSOR_C64,
  SEMA_TENSOR_C128,
  SEMA_TENSOR_F8_E5M2,
  SEMA_TENSOR_F8_E4M3,
  SEMA_TENSOR_F8_E8M0,
  SEMA_TENSOR_F8_E4M3FNUZ,
  SEMA_TENSOR_F8_E5M2FNUZ,
  SEMA_TENSOR_F6_E2M3,
  SEMA_TENSOR_F6_E3M2,
  SEMA_TENSOR_F4,
  SEMA_TENSOR_PQ,
  SEMA_TENSOR_Q4_0,
  SEMA_TENSOR_Q4_1,
  SEMA_TENSOR_Q5_0,
  SEMA_TENSOR_Q5_1,
  SEMA_TENSOR_Q8_0,
  SEMA_TENSOR_Q8_1,
  SEMA_TENSOR_Q2_K,
  SEMA_TENSOR_Q3_K,
  SEMA_TENSOR_Q4_K,
  SEMA_TENSOR_Q5_K,
  SEMA_TENSOR_Q6_K,
  SEMA_TENSOR_IQ4_NL,
  SEMA_TENSOR_IQ4_XS,
  SEMA_TENSOR_MXFP4,
} SemaTensorType;

SemaTensorType sema_tensor_type_find (const char *name, gsize length);
const char    *sema_tensor_type_get_name (SemaTensorType type);
guint          sema_tensor_type_get_bits (SemaTensorType type);
gboolean       sema_tensor_type_is_readable (SemaTensorType type);
gboolean       sema_tensor_type_is_in_blocks (SemaTensorType type);
SemaNumbers    sema_tensor_type_get_numbers (SemaTensorType type);

void sema_tensor_type_widen_floats (SemaTensorType type, gboolean is_swapped, const guint8 *bytes, gsize n, float *values);
void sema_tensor_type_widen_doubles (SemaTensorType type, gboolean is_swapped, const guint8 *bytes, gsize n, double *values);

G_END_DECLS
