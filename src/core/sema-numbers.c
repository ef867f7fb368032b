/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-numbers.h"

#include <string.h>

#include "sema-clones.h"
#include "sema-quantised-blocks.h"

#define LANES 8

typedef guint16 Halves __attribute__ ((vector_size (LANES * sizeof (guint16)), aligned (1)));
typedef guint32 Bits __attribute__ ((vector_size (LANES * sizeof (guint32))));
typedef gint32  Marks __attribute__ ((vector_size (LANES * sizeof (gint32))));
typedef float   Floats __attribute__ ((vector_size (LANES * sizeof (float))));
typedef Bits    LooseBits __attribute__ ((aligned (1)));

/**
 * sema_numbers_get_size:
 * @numbers: a kind of numbers
 *
 * Returns: the bytes of one; 0 of those that are stored in blocks
 */
gsize
sema_numbers_get_size (SemaNumbers numbers)
{
  switch (numbers)
    {
    case SEMA_NUMBERS_FLOAT32:
      return 4;
    case SEMA_NUMBERS_FLOAT64:
      return 8;
    case SEMA_NUMBERS_FLOAT16:
    case SEMA_NUMBERS_BFLOAT16:
      return 2;
    default:
      return 0;
    }
}

/**
 * sema_numbers_measure:
 * @numbers: a kind of numbers
 * @n: how many there are; of those that are stored in blocks those of whole blocks
 *
 * Returns: the bytes of all of them
 */
gsize
sema_numbers_measure (SemaNumbers numbers, gsize n)
{
  guint n_numbers = sema_quantised_blocks_get_n_numbers (numbers);

  return n_numbers > 0 ? n / n_numbers * sema_quantised_blocks_get_n_bytes (numbers) : n * sema_numbers_get_size (numbers);
}

/* The exponent of a half is moved; its denormals are whole numbers of the smallest one, for a processor is slow with denormals of its own;
 * infinity and NaN keep what they are. */
__attribute__ ((always_inline)) static inline void
widen_halves (const guint8 *bytes, Bits *values)
{
  Bits  bits = __builtin_convertvector(*(const Halves *)bytes, Bits);
  Bits  rest = (bits & 0x7fff) << 13;
  Bits  small = (Bits)(__builtin_convertvector((Marks)(bits & 0x3ff), Floats) * 0x1p-24f);
  Marks is_small = (bits & 0x7c00) == 0;
  Marks is_special = (bits & 0x7c00) == 0x7c00;
  Bits  normal = rest + (((Bits)is_special & (112 << 23)) + (112 << 23));

  *values = (small & (Bits)is_small) | (normal & ~(Bits)is_small) | (bits & 0x8000) << 16;
}

__attribute__ ((always_inline)) static inline void
widen_upper_halves (const guint8 *bytes, Bits *values)
{
  *values = __builtin_convertvector(*(const Halves *)bytes, Bits) << 16;
}

/* Eight at a time; the last few are filled up with zeros. */
SEMA_CLONES static void
widen_float16 (const guint8 *bytes, gsize n, float *values)
{
  guint8 last[sizeof (Halves)] = {0};
  gsize  i = 0;
  Bits   eight;

  for (; i + LANES <= n; i += LANES)
    {
      widen_halves (bytes + 2 * i, &eight);
      *(LooseBits *)(values + i) = eight;
    }
  memcpy (last, bytes + 2 * i, 2 * (n - i));
  widen_halves (last, &eight);
  memcpy (values + i, &eight, (n - i) * sizeof *values);
}

SEMA_CLONES static void
widen_bfloat16 (const guint8 *bytes, gsize n, float *values)
{
  guint8 last[sizeof (Halves)] = {0};
  gsize  i = 0;
  Bits   eight;

  for (; i + LANES <= n; i += LANES)
    {
      widen_upper_halves (bytes + 2 * i, &eight);
      *(LooseBits *)(values + i) = eight;
    }
  memcpy (last, bytes + 2 * i, 2 * (n - i));
  widen_upper_halves (last, &eight);
  memcpy (values + i, &eight, (n - i) * sizeof *values);
}

static void
narrow_float64 (const guint8 *bytes, gsize n, float *values)
{
  for (gsize i = 0; i < n; i++)
    {
      double value;

      memcpy (&value, bytes + i * sizeof value, sizeof value);
      values[i] = (float)value;
    }
}

/**
 * sema_numbers_widen:
 * @numbers: what they are
 * @bytes: @n of them one after another, at any address, the lowest byte first
 * @n: how many; of those that are stored in blocks those of whole blocks
 * @values: (out): (n) their values; of float64 the nearest float32, which is infinite where the number is too large; of the others
 *   exactly what they are, NaN, infinity and denormals too, as sema_quantised_blocks_widen() has it
 */
void
sema_numbers_widen (SemaNumbers numbers, const guint8 *bytes, gsize n, float *values)
{
  switch (numbers)
    {
    case SEMA_NUMBERS_FLOAT16:
      widen_float16 (bytes, n, values);
      break;
    case SEMA_NUMBERS_BFLOAT16:
      widen_bfloat16 (bytes, n, values);
      break;
    case SEMA_NUMBERS_FLOAT64:
      narrow_float64 (bytes, n, values);
      break;
    case SEMA_NUMBERS_FLOAT32:
      memcpy (values, bytes, n * sizeof *values);
      break;
    default:
      sema_quantised_blocks_widen (numbers, bytes, n / sema_quantised_blocks_get_n_numbers (numbers), values);
    }
}
