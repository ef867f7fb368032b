/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-quantised-groups.h"

#include "sema-numbers.h"

#define SIZE 256   /* numbers in a block */
#define SMALL 16   /* numbers in a group of the types whose numbers lie in quarters of bytes */
#define LARGE 32   /* numbers in a group of the others */
#define QUARTERS 4 /* of two bits in a byte */

static float
read_half (const guint8 *bytes)
{
  float value;

  sema_numbers_widen (SEMA_NUMBERS_FLOAT16, bytes, 1, &value);
  return value;
}

/* In each half of a block 32 bytes hold 4 times 32 numbers: the k-th quarter of each byte is of the k-th 32. A group is half of these.
 * Where the group of a number lies: its half and quarter, and the first of its bytes. */
typedef struct
{
  guint half;
  guint quarter;
  guint first;
} Place;

static inline Place
find_group (guint group)
{
  return (Place) {group / 8, group % 8 / 2, group % 2 * SMALL};
}

/**
 * sema_quantised_groups_widen_q2_k:
 * @block: 84 bytes: 16 of two factors each, 64 of numbers, and what all factors are multiplied with
 * @values: (out): (256) the values
 *
 * Numbers of two bits.
 */
void
sema_quantised_groups_widen_q2_k (const guint8 *block, float *values)
{
  const guint8 *numbers = block + 16;
  float         factor = read_half (block + 80);
  float         least = read_half (block + 82);

  for (guint group = 0; group < SIZE / SMALL; group++)
    {
      Place         place = find_group (group);
      const guint8 *bytes = numbers + LARGE * place.half + place.first;
      float         scale = factor * (float)(block[group] & 15);
      float         offset = least * (float)(block[group] >> 4);

      for (guint i = 0; i < SMALL; i++)
        values[SMALL * group + i] = scale * (float)(bytes[i] >> (2 * place.quarter) & 3) - offset;
    }
}

/* Factors of six bits: four bits in one of two halves of the first eight bytes, two in a quarter of the last four. */
static inline int
get_factor_of_q3 (const guint8 *factors, guint group)
{
  guint low = group < 8 ? factors[group] & 15 : factors[group - 8] >> 4;
  guint high = factors[8 + group % QUARTERS] >> (2 * (group / QUARTERS)) & 3;

  return (int)(low | high << 4) - 32;
}

/**
 * sema_quantised_groups_widen_q3_k:
 * @block: 110 bytes: 32 of the highest bits, 64 of the others, 12 of factors, and what all factors are multiplied with
 * @values: (out): (256) the values
 *
 * Numbers of three bits, of which the highest takes 4 away where it is not set.
 */
void
sema_quantised_groups_widen_q3_k (const guint8 *block, float *values)
{
  const guint8 *numbers = block + 32;
  float         factor = read_half (block + 108);

  for (guint group = 0; group < SIZE / SMALL; group++)
    {
      Place         place = find_group (group);
      const guint8 *bytes = numbers + LARGE * place.half + place.first;
      const guint8 *masks = block + place.first;
      guint         bit = QUARTERS * place.half + place.quarter;
      float         scale = factor * (float)get_factor_of_q3 (block + 96, group);

      for (guint i = 0; i < SMALL; i++)
        {
          int number = (bytes[i] >> (2 * place.quarter) & 3) - 4 + 4 * (masks[i] >> bit & 1);

          values[SMALL * group + i] = scale * (float)number;
        }
    }
}

/* Two factors of six bits for each of eight groups, in twelve bytes. */
static inline void
get_factors_of_q4 (const guint8 *factors, guint group, float *scale, float *offset)
{
  if (group < 4)
    {
      *scale = (float)(factors[group] & 63);
      *offset = (float)(factors[group + 4] & 63);
    }
  else
    {
      *scale = (float)((factors[group + 4] & 15) | (factors[group - 4] >> 6) << 4);
      *offset = (float)((factors[group + 4] >> 4) | (factors[group] >> 6) << 4);
    }
}

/**
 * sema_quantised_groups_widen_q4_k:
 * @block: 144 bytes: what the factors are multiplied with, 12 of factors, 128 of numbers
 * @values: (out): (256) the values
 *
 * Numbers of four bits: of two groups the first has the low halves of their bytes.
 */
void
sema_quantised_groups_widen_q4_k (const guint8 *block, float *values)
{
  float factor = read_half (block);
  float least = read_half (block + 2);

  for (guint group = 0; group < SIZE / LARGE; group++)
    {
      const guint8 *bytes = block + 16 + LARGE * (group / 2);
      guint         shift = 4 * (group % 2);
      float         scale, offset;

      get_factors_of_q4 (block + 4, group, &scale, &offset);
      scale = factor * scale;
      offset = least * offset;
      for (guint i = 0; i < LARGE; i++)
        values[LARGE * group + i] = scale * (float)(bytes[i] >> shift & 15) - offset;
    }
}

/**
 * sema_quantised_groups_widen_q5_k:
 * @block: 176 bytes: as of Q4_K, with 32 of fifth bits before the numbers
 * @values: (out): (256) the values
 *
 * Numbers of five bits.
 */
void
sema_quantised_groups_widen_q5_k (const guint8 *block, float *values)
{
  const guint8 *fifths = block + 16;
  float         factor = read_half (block);
  float         least = read_half (block + 2);

  for (guint group = 0; group < SIZE / LARGE; group++)
    {
      const guint8 *bytes = block + 48 + LARGE * (group / 2);
      guint         shift = 4 * (group % 2);
      float         scale, offset;

      get_factors_of_q4 (block + 4, group, &scale, &offset);
      scale = factor * scale;
      offset = least * offset;
      for (guint i = 0; i < LARGE; i++)
        values[LARGE * group + i] = scale * (float)((bytes[i] >> shift & 15) | (fifths[i] >> group & 1) << 4) - offset;
    }
}

/**
 * sema_quantised_groups_widen_q6_k:
 * @block: 210 bytes: 128 of the low four bits, 64 of the high two, 16 factors, and what all factors are multiplied with
 * @values: (out): (256) the values
 *
 * Numbers of six bits.
 */
void
sema_quantised_groups_widen_q6_k (const guint8 *block, float *values)
{
  float factor = read_half (block + 208);

  for (guint group = 0; group < SIZE / SMALL; group++)
    {
      Place         place = find_group (group);
      const guint8 *lows = block + 64 * place.half + LARGE * (place.quarter & 1) + place.first;
      const guint8 *highs = block + 128 + LARGE * place.half + place.first;
      guint         shift = 4 * (place.quarter / 2);
      float         scale = factor * (float)(gint8)block[192 + group];

      for (guint i = 0; i < SMALL; i++)
        {
          int number = (lows[i] >> shift & 15) | (highs[i] >> (2 * place.quarter) & 3) << 4;

          values[SMALL * group + i] = scale * (float)(number - 32);
        }
    }
}
