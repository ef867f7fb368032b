/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensor-type.h"

#include <string.h>

#include "sema-quantised-blocks.h"

typedef struct
{
  const char *name;
  guint       bits;
} Kind;

/* The names are those of safetensors, and of ggml. */
static const Kind kinds[] = {
  [SEMA_TENSOR_OTHER] = {"", 0},
  [SEMA_TENSOR_F32] = {"F32", 32},
  [SEMA_TENSOR_F16] = {"F16", 16},
  [SEMA_TENSOR_BF16] = {"BF16", 16},
  [SEMA_TENSOR_F64] = {"F64", 64},
  [SEMA_TENSOR_BOOL] = {"BOOL", 8},
  [SEMA_TENSOR_I8] = {"I8", 8},
  [SEMA_TENSOR_U8] = {"U8", 8},
  [SEMA_TENSOR_I16] = {"I16", 16},
  [SEMA_TENSOR_U16] = {"U16", 16},
  [SEMA_TENSOR_I32] = {"I32", 32},
  [SEMA_TENSOR_U32] = {"U32", 32},
  [SEMA_TENSOR_I64] = {"I64", 64},
  [SEMA_TENSOR_U64] = {"U64", 64},
  [SEMA_TENSOR_C64] = {"C64", 64},
  [SEMA_TENSOR_C128] = {"C128", 128},
  [SEMA_TENSOR_F8_E5M2] = {"F8_E5M2", 8},
  [SEMA_TENSOR_F8_E4M3] = {"F8_E4M3", 8},
  [SEMA_TENSOR_F8_E8M0] = {"F8_E8M0", 8},
  [SEMA_TENSOR_F8_E4M3FNUZ] = {"F8_E4M3FNUZ", 8},
  [SEMA_TENSOR_F8_E5M2FNUZ] = {"F8_E5M2FNUZ", 8},
  [SEMA_TENSOR_F6_E2M3] = {"F6_E2M3", 6},
  [SEMA_TENSOR_F6_E3M2] = {"F6_E3M2", 6},
  [SEMA_TENSOR_F4] = {"F4", 4},
  [SEMA_TENSOR_PQ] = {"PQ", 0},
  [SEMA_TENSOR_Q4_0] = {"Q4_0", 0},
  [SEMA_TENSOR_Q4_1] = {"Q4_1", 0},
  [SEMA_TENSOR_Q5_0] = {"Q5_0", 0},
  [SEMA_TENSOR_Q5_1] = {"Q5_1", 0},
  [SEMA_TENSOR_Q8_0] = {"Q8_0", 0},
  [SEMA_TENSOR_Q8_1] = {"Q8_1", 0},
  [SEMA_TENSOR_Q2_K] = {"Q2_K", 0},
  [SEMA_TENSOR_Q3_K] = {"Q3_K", 0},
  [SEMA_TENSOR_Q4_K] = {"Q4_K", 0},
  [SEMA_TENSOR_Q5_K] = {"Q5_K", 0},
  [SEMA_TENSOR_Q6_K] = {"Q6_K", 0},
  [SEMA_TENSOR_IQ4_NL] = {"IQ4_NL", 0},
  [SEMA_TENSOR_IQ4_XS] = {"IQ4_XS", 0},
  [SEMA_TENSOR_MXFP4] = {"MXFP4", 0},
};

/**
 * sema_tensor_type_find:
 * @name: bytes, as safetensors calls it
 * @length: how many
 *
 * Returns: the type, or %SEMA_TENSOR_OTHER when it is none that safetensors has
 */
SemaTensorType
sema_tensor_type_find (const char *name, gsize length)
{
  for (guint i = SEMA_TENSOR_OTHER + 1; i <= SEMA_TENSOR_F4; i++)
    if (strlen (kinds[i].name) == length && memcmp (kinds[i].name, name, length) == 0)
      return (SemaTensorType)i;
  return SEMA_TENSOR_OTHER;
}

/**
 * sema_tensor_type_get_name:
 * @type: a type
 *
 * Returns: its name, the same in every language; empty for %SEMA_TENSOR_OTHER
 */
const char *
sema_tensor_type_get_name (SemaTensorType type)
{
  return kinds[type].name;
}

/**
 * sema_tensor_type_get_bits:
 * @type: a type
 *
 * Returns: the bits of one number; 0 when nobody knows, and of a type that is stored in blocks
 */
guint
sema_tensor_type_get_bits (SemaTensorType type)
{
  return kinds[type].bits;
}

/**
 * sema_tensor_type_is_readable:
 * @type: a type
 *
 * Returns: whether its numbers can be widened: it is F32, F16, BF16 or F64, or stored in blocks
 */
gboolean
sema_tensor_type_is_readable (SemaTensorType type)
{
  return (type >= SEMA_TENSOR_F32 && type <= SEMA_TENSOR_F64) || sema_tensor_type_is_in_blocks (type);
}

/**
 * sema_tensor_type_is_in_blocks:
 * @type: a type
 *
 * Returns: whether its numbers do not stand alone, but some of them together in a block, see sema-quantised-blocks.h
 */
gboolean
sema_tensor_type_is_in_blocks (SemaTensorType type)
{
  return type >= SEMA_TENSOR_Q4_0 && type <= SEMA_TENSOR_MXFP4;
}

/**
 * sema_tensor_type_get_numbers:
 * @type: one that is readable
 *
 * Returns: what its numbers are
 */
SemaNumbers
sema_tensor_type_get_numbers (SemaTensorType type)
{
  if (sema_tensor_type_is_in_blocks (type))
    return (SemaNumbers)(SEMA_NUMBERS_Q4_0 + (type - SEMA_TENSOR_Q4_0));
  switch (type)
    {
    case SEMA_TENSOR_F16:
      return SEMA_NUMBERS_FLOAT16;
    case SEMA_TENSOR_BF16:
      return SEMA_NUMBERS_BFLOAT16;
    case SEMA_TENSOR_F64:
      return SEMA_NUMBERS_FLOAT64;
    default:
      return SEMA_NUMBERS_FLOAT32;
    }
}

/* Numbers in whole blocks, block by block. */
static void
widen_blocks (SemaNumbers numbers, const guint8 *bytes, gsize n, double *values)
{
  guint n_numbers = sema_quantised_blocks_get_n_numbers (numbers);
  gsize n_bytes = sema_quantised_blocks_get_n_bytes (numbers);
  float block[SEMA_QUANTISED_BLOCKS_MOST];

  for (gsize i = 0; i < n; i++)
    {
      if (i % n_numbers == 0)
        sema_quantised_blocks_widen (numbers, bytes + i / n_numbers * n_bytes, 1, block);
      values[i] = (double)block[i % n_numbers];
    }
}

/* One number with its lowest byte first. */
static void
take (const guint8 *bytes, gsize width, gboolean is_swapped, guint8 number[8])
{
  for (gsize i = 0; i < width; i++)
    number[i] = bytes[is_swapped ? width - 1 - i : i];
}

/**
 * sema_tensor_type_widen_floats:
 * @type: one that is readable
 * @is_swapped: whether the bytes of a number come the largest first, not of one that is stored in blocks
 * @bytes: @n numbers one after another, at any address
 * @n: how many; of a type that is stored in blocks those of whole blocks
 * @values: (out): (n) their values; of F64 the nearest float32, which is infinite where the number is too large; of the others
 *   exactly what they are, NaN, infinity and denormals too
 */
void
sema_tensor_type_widen_floats (SemaTensorType type, gboolean is_swapped, const guint8 *bytes, gsize n, float *values)
{
  SemaNumbers numbers = sema_tensor_type_get_numbers (type);
  gsize       width = sema_numbers_get_size (numbers);

  g_return_if_fail (sema_tensor_type_is_readable (type));

  if (!is_swapped)
    sema_numbers_widen (numbers, bytes, n, values);
  for (gsize i = 0; i < n && is_swapped; i++)
    {
      guint8 number[8];

      take (bytes + i * width, width, TRUE, number);
      sema_numbers_widen (numbers, number, 1, values + i);
    }
}

/**
 * sema_tensor_type_widen_doubles:
 * @type: one that is readable
 * @is_swapped: whether the bytes of a number come the largest first, not of one that is stored in blocks
 * @bytes: @n numbers one after another, at any address
 * @n: how many; of a type that is stored in blocks those of whole blocks
 * @values: (out): (n) exactly their values
 */
void
sema_tensor_type_widen_doubles (SemaTensorType type, gboolean is_swapped, const guint8 *bytes, gsize n, double *values)
{
  gsize width = sema_numbers_get_size (sema_tensor_type_get_numbers (type));

  g_return_if_fail (sema_tensor_type_is_readable (type));

  if (sema_tensor_type_is_in_blocks (type))
    {
      widen_blocks (sema_tensor_type_get_numbers (type), bytes, n, values);
      return;
    }
  for (gsize i = 0; i < n; i++)
    {
      guint8 number[8];
      float  value;

      take (bytes + i * width, width, is_swapped, number);
      if (type == SEMA_TENSOR_F64)
        memcpy (&values[i], number, sizeof values[i]);
      else
        {
          sema_numbers_widen (sema_tensor_type_get_numbers (type), number, 1, &value);
          values[i] = (double)value;
        }
    }
}
