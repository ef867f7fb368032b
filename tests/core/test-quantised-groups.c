/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-quantised-groups.h"

#include <string.h>

#define SIZE 256

/* What the package gguf computes is compared in tests/formats/test-gguf.c; here each formula is written once more, number by number, as the
 * documents of the format have it, and met with blocks of random bytes. */

typedef void (*WidenFunc) (const guint8 *block, float *values);
typedef float (*FormulaFunc) (const guint8 *block, guint i);

/* The factors are 1: what is left are whole numbers. */
static void
compare (guint n_bytes, const guint *halves, guint n_halves, WidenFunc widen, FormulaFunc formula)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261126);

  for (guint n = 0; n < 100; n++)
    {
      guint8 block[SIZE];
      float  values[SIZE];

      for (guint i = 0; i < n_bytes; i++)
        block[i] = (guint8)g_rand_int_range (rand, 0, 256);
      for (guint i = 0; i < n_halves; i++)
        memcpy (block + halves[i], "\x00\x3c", 2);
      widen (block, values);
      for (guint i = 0; i < SIZE; i++)
        g_assert_cmpfloat (values[i], ==, formula (block, i));
    }
}

static float
q2 (const guint8 *block, guint i)
{
  guint n = i / 128, k = i % 128 / 32, l = i % 32, group = 8 * n + 2 * k + l / 16;

  return (float)(int)((block[group] & 15) * ((block[16 + 32 * n + l] >> (2 * k)) & 3) - (block[group] >> 4));
}

static float
q3 (const guint8 *block, guint i)
{
  guint         n = i / 128, k = i % 128 / 32, l = i % 32, j = 8 * n + 2 * k + l / 16;
  const guint8 *factors = block + 96;
  int           factor = ((j < 8 ? factors[j] & 15 : factors[j - 8] >> 4) | ((factors[8 + j % 4] >> (2 * (j / 4))) & 3) << 4) - 32;
  int           number = ((block[32 + 32 * n + l] >> (2 * k)) & 3) - ((block[l] >> (4 * n + k)) & 1 ? 0 : 4);

  return (float)(factor * number);
}

static float
q4 (const guint8 *block, guint i)
{
  guint         j = i / 32;
  const guint8 *factors = block + 4;
  int           byte = block[16 + 32 * (j / 2) + i % 32];
  int           number = j % 2 == 0 ? byte & 15 : byte >> 4;
  int           scale = j < 4 ? factors[j] & 63 : (factors[j + 4] & 15) | (factors[j - 4] >> 6) << 4;
  int           least = j < 4 ? factors[j + 4] & 63 : (factors[j + 4] >> 4) | (factors[j] >> 6) << 4;

  return (float)(scale * number - least);
}

static float
q5 (const guint8 *block, guint i)
{
  guint         j = i / 32;
  const guint8 *factors = block + 4;
  int           byte = block[48 + 32 * (j / 2) + i % 32];
  int           number = (j % 2 == 0 ? byte & 15 : byte >> 4) + 16 * ((block[16 + i % 32] >> j) & 1);
  int           scale = j < 4 ? factors[j] & 63 : (factors[j + 4] & 15) | (factors[j - 4] >> 6) << 4;
  int           least = j < 4 ? factors[j + 4] & 63 : (factors[j + 4] >> 4) | (factors[j] >> 6) << 4;

  return (float)(scale * number - least);
}

static float
q6 (const guint8 *block, guint i)
{
  guint n = i / 128, k = i % 128 / 32, l = i % 32;
  int   byte = block[64 * n + 32 * (k & 1) + l];
  int   number = (k < 2 ? byte & 15 : byte >> 4) | ((block[128 + 32 * n + l] >> (2 * k)) & 3) << 4;

  return (float)((gint8)block[192 + 8 * n + 2 * k + l / 16] * (number - 32));
}

static void
test_formulas (void)
{
  const guint q2_halves[] = {80, 82}, q3_halves[] = {108}, first[] = {0, 2}, q6_halves[] = {208};

  compare (84, q2_halves, 2, sema_quantised_groups_widen_q2_k, q2);
  compare (110, q3_halves, 1, sema_quantised_groups_widen_q3_k, q3);
  compare (144, first, 2, sema_quantised_groups_widen_q4_k, q4);
  compare (176, first, 2, sema_quantised_groups_widen_q5_k, q5);
  compare (210, q6_halves, 1, sema_quantised_groups_widen_q6_k, q6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantised-groups/formulas", test_formulas);
  return g_test_run ();
}
