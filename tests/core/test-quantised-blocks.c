/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-quantised-blocks.h"

#include <math.h>
#include <string.h>

/* What the package gguf computes is compared in tests/formats/test-gguf.c; here is what can be told by hand, and what it does not know. */

static void
test_sizes (void)
{
  for (guint type = SEMA_NUMBERS_FLOAT32; type <= SEMA_NUMBERS_MXFP4; type++)
    {
      guint    n_numbers = sema_quantised_blocks_get_n_numbers (type);
      gboolean is_one = type >= SEMA_NUMBERS_Q4_0;

      g_assert_cmpint (n_numbers > 0, ==, is_one);
      g_assert_cmpint (sema_quantised_blocks_get_n_bytes (type) > 0, ==, is_one);
      g_assert_cmpint (sema_numbers_get_size (type) == 0, ==, is_one);
      g_assert_cmpuint (sema_numbers_measure (type, 512), ==, is_one ? 512 / n_numbers * sema_quantised_blocks_get_n_bytes (type) : 512 * sema_numbers_get_size (type));
      g_assert_cmpuint (n_numbers, <=, SEMA_QUANTISED_BLOCKS_MOST);
    }
}

/* A block of Q8_0 at an odd address: the factor 0.5, and numbers from -16 on. */
static void
test_bytes (void)
{
  guint8 block[1 + 2 * 34] = {0};
  float  values[2 * 32];

  for (guint k = 0; k < 2; k++)
    {
      memcpy (block + 1 + 34 * k, "\x00\x38", 2);
      for (guint i = 0; i < 32; i++)
        block[1 + 34 * k + 2 + i] = (guint8)((int)i - 16);
    }
  sema_quantised_blocks_widen (SEMA_NUMBERS_Q8_0, block + 1, 2, values);
  for (guint i = 0; i < 64; i++)
    g_assert_cmpfloat (values[i], ==, ((float)(i % 32) - 16) / 2);
}

/* The sum of a block of Q8_1 is not looked at. */
static void
test_sum (void)
{
  guint8 block[36] = {0x00, 0x3c, 0xff, 0xff, 3, 0xfd};
  float  values[32];

  sema_quantised_blocks_widen (SEMA_NUMBERS_Q8_1, block, 1, values);
  g_assert_cmpfloat (values[0], ==, 3.0f);
  g_assert_cmpfloat (values[1], ==, -3.0f);
  g_assert_cmpfloat (values[31], ==, 0.0f);
}

/* By the formula of the OCP Microscaling Formats specification. */
static void
test_mxfp4 (void)
{
  static const double numbers[] = {0, 0.5, 1, 1.5, 2, 3, 4, 6};

  for (guint exponent = 0; exponent < 255; exponent++)
    {
      guint8 block[17] = {(guint8)exponent};
      float  values[32];

      for (guint i = 0; i < 16; i++)
        block[1 + i] = (guint8)(i | (15 - i) << 4);
      sema_quantised_blocks_widen (SEMA_NUMBERS_MXFP4, block, 1, values);
      for (guint i = 0; i < 16; i++)
        {
          float expected = (float)ldexp (i < 8 ? numbers[i] : -numbers[i - 8], (int)exponent - 127);

          g_assert_cmpfloat (values[i], ==, expected);
          g_assert_cmpfloat (values[16 + 15 - i], ==, expected);
        }
    }
}

/* Factors that are no numbers: values that are none either, and no fault. */
static void
test_special (void)
{
  static const guint8 halves[] = {0x7c, 0xfc, 0x7e, 0x00};

  for (guint type = SEMA_NUMBERS_Q4_0; type <= SEMA_NUMBERS_MXFP4; type++)
    for (guint k = 0; k < G_N_ELEMENTS (halves); k++)
      {
        guint8 block[292];
        float  values[SEMA_QUANTISED_BLOCKS_MOST];

        memset (block, halves[k], sizeof block);
        sema_quantised_blocks_widen (type, block, 1, values);
        if (halves[k] == 0)
          for (guint i = 0; i < sema_quantised_blocks_get_n_numbers (type); i++)
            g_assert_cmpfloat (fabsf (values[i]), ==, 0.0f);
        else if (type != SEMA_NUMBERS_MXFP4)
          g_assert_false (isnormal (values[0]) && fabsf (values[0]) < 1.0f);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantised-blocks/sizes", test_sizes);
  g_test_add_func ("/quantised-blocks/bytes", test_bytes);
  g_test_add_func ("/quantised-blocks/sum", test_sum);
  g_test_add_func ("/quantised-blocks/mxfp4", test_mxfp4);
  g_test_add_func ("/quantised-blocks/special", test_special);
  return g_test_run ();
}
