/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of ggml that are stored in blocks: whole numbers of few bits, which are multiplied with what the block
 * says. All is done in float32, in the order of the reference, so that the values are the same to the last bit. */
#include "sema-quantised-blocks.h"

#include <string.h>

#include "sema-quantised-groups.h"

#define SIZE 32 /* numbers in a block */
#define HALF (SIZE / 2)

typedef void (*WidenFunc) (const guint8 *block, float *values);

/* What four bits stand for: steps that are finer near zero. */
static const gint8 uneven[16] = {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};

/* Floats of four bits, twice as large. */
static const gint8 tiny_floats[16] = {0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12};

static float
read_half (const guint8 *bytes)
{
  float value;

  sema_numbers_widen (SEMA_NUMBERS_FLOAT16, bytes, 1, &value);
  return value;
}

/* The first half of the numbers are the low halves of the bytes, the second the high ones. */
static inline void
spread (const guint8 *halves, guint8 numbers[SIZE])
{
  for (guint i = 0; i < HALF; i++)
    {
      numbers[i] = halves[i] & 15;
      numbers[i + HALF] = halves[i] >> 4;
    }
}

/* The same with a fifth bit for each number. */
static inline void
spread_five (const guint8 *fifths, const guint8 *halves, guint8 numbers[SIZE])
{
  guint32 bits = fifths[0] | (guint32)fifths[1] << 8 | (guint32)fifths[2] << 16 | (guint32)fifths[3] << 24;

  spread (halves, numbers);
  for (guint i = 0; i < SIZE; i++)
    numbers[i] |= (guint8)(((bits >> i) & 1) << 4);
}

static inline void
scale (float factor, const guint8 numbers[SIZE], int middle, float *values)
{
  for (guint i = 0; i < SIZE; i++)
    values[i] = (float)(numbers[i] - middle) * factor;
}

static inline void
scale_and_add (float factor, float least, const guint8 numbers[SIZE], float *values)
{
  for (guint i = 0; i < SIZE; i++)
    values[i] = (float)numbers[i] * factor + least;
}

static inline void
look_up (float factor, const gint8 table[16], const guint8 *halves, float *values)
{
  for (guint i = 0; i < HALF; i++)
    {
      values[i] = (float)table[halves[i] & 15] * factor;
      values[i + HALF] = (float)table[halves[i] >> 4] * factor;
    }
}

static void
widen_q4_0 (const guint8 *block, float *values)
{
  guint8 numbers[SIZE];

  spread (block + 2, numbers);
  scale (read_half (block), numbers, 8, values);
}

static void
widen_q4_1 (const guint8 *block, float *values)
{
  guint8 numbers[SIZE];

  spread (block + 4, numbers);
  scale_and_add (read_half (block), read_half (block + 2), numbers, values);
}

static void
widen_q5_0 (const guint8 *block, float *values)
{
  guint8 numbers[SIZE];

  spread_five (block + 2, block + 6, numbers);
  scale (read_half (block), numbers, 16, values);
}

static void
widen_q5_1 (const guint8 *block, float *values)
{
  guint8 numbers[SIZE];

  spread_five (block + 4, block + 8, numbers);
  scale_and_add (read_half (block), read_half (block + 2), numbers, values);
}

static inline void
scale_bytes (float factor, const guint8 *bytes, float *values)
{
  for (guint i = 0; i < SIZE; i++)
    values[i] = (float)(gint8)bytes[i] * factor;
}

static void
widen_q8_0 (const guint8 *block, float *values)
{
  scale_bytes (read_half (block), block + 2, values);
}

/* The second number of the block is a sum that only multiplying needs. */
static void
widen_q8_1 (const guint8 *block, float *values)
{
  scale_bytes (read_half (block), block + 4, values);
}

static void
widen_iq4_nl (const guint8 *block, float *values)
{
  look_up (read_half (block), uneven, block + 2, values);
}

/* Eight groups, each with a factor of six bits: four of them two to a byte, the others in the number before them. */
static void
widen_iq4_xs (const guint8 *block, float *values)
{
  float factor = read_half (block);
  guint high = block[2] | (guint)block[3] << 8;

  for (guint j = 0; j < 8; j++)
    {
      guint low = block[4 + j / 2] >> (4 * (j % 2)) & 15;
      int   step = (int)(low | (high >> (2 * j) & 3) << 4) - 32;

      look_up (factor * (float)step, uneven, block + 8 + HALF * j, values + SIZE * j);
    }
}

/* The exponent of half the factor, as in a float32; the two least are no exponents of normal numbers. */
static void
widen_mxfp4 (const guint8 *block, float *values)
{
  guint32 bits = block[0] < 2 ? (guint32)0x00200000 << block[0] : (guint32)(block[0] - 1) << 23;
  float   factor;

  memcpy (&factor, &bits, sizeof factor);
  look_up (factor, tiny_floats, block + 1, values);
}

static const struct
{
  guint     n_numbers;
  guint     n_bytes;
  WidenFunc widen;
} types[] = {
  [SEMA_NUMBERS_Q4_0] = {SIZE, 18, widen_q4_0},
  [SEMA_NUMBERS_Q4_1] = {SIZE, 20, widen_q4_1},
  [SEMA_NUMBERS_Q5_0] = {SIZE, 22, widen_q5_0},
  [SEMA_NUMBERS_Q5_1] = {SIZE, 24, widen_q5_1},
  [SEMA_NUMBERS_Q8_0] = {SIZE, 34, widen_q8_0},
  [SEMA_NUMBERS_Q8_1] = {SIZE, 36, widen_q8_1},
  [SEMA_NUMBERS_Q2_K] = {SEMA_QUANTISED_BLOCKS_MOST, 84, sema_quantised_groups_widen_q2_k},
  [SEMA_NUMBERS_Q3_K] = {SEMA_QUANTISED_BLOCKS_MOST, 110, sema_quantised_groups_widen_q3_k},
  [SEMA_NUMBERS_Q4_K] = {SEMA_QUANTISED_BLOCKS_MOST, 144, sema_quantised_groups_widen_q4_k},
  [SEMA_NUMBERS_Q5_K] = {SEMA_QUANTISED_BLOCKS_MOST, 176, sema_quantised_groups_widen_q5_k},
  [SEMA_NUMBERS_Q6_K] = {SEMA_QUANTISED_BLOCKS_MOST, 210, sema_quantised_groups_widen_q6_k},
  [SEMA_NUMBERS_IQ4_NL] = {SIZE, 18, widen_iq4_nl},
  [SEMA_NUMBERS_IQ4_XS] = {SEMA_QUANTISED_BLOCKS_MOST, 136, widen_iq4_xs},
  [SEMA_NUMBERS_MXFP4] = {SIZE, 17, widen_mxfp4},
};

/**
 * sema_quantised_blocks_get_n_numbers:
 * @numbers: any kind
 *
 * Returns: how many numbers are in a block; 0 of those that stand alone
 */
guint
sema_quantised_blocks_get_n_numbers (SemaNumbers numbers)
{
  return numbers < G_N_ELEMENTS (types) ? types[numbers].n_numbers : 0;
}

/**
 * sema_quantised_blocks_get_n_bytes:
 * @numbers: any kind
 *
 * Returns: how many bytes a block has; 0 of those that stand alone
 */
guint
sema_quantised_blocks_get_n_bytes (SemaNumbers numbers)
{
  return numbers < G_N_ELEMENTS (types) ? types[numbers].n_bytes : 0;
}

/**
 * sema_quantised_blocks_widen:
 * @numbers: one that is stored in blocks
 * @bytes: @n_blocks blocks one after another, at any address
 * @n_blocks: how many
 * @values: (out): (n_blocks, numbers in a block) the values as ggml computes them, NaN and infinity too
 */
void
sema_quantised_blocks_widen (SemaNumbers numbers, const guint8 *bytes, gsize n_blocks, float *values)
{
  g_return_if_fail (sema_quantised_blocks_get_n_numbers (numbers) > 0);

  for (gsize i = 0; i < n_blocks; i++)
    types[numbers].widen (bytes + i * types[numbers].n_bytes, values + i * types[numbers].n_numbers);
}
