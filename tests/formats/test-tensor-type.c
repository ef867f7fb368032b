/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensor-type.h"

#include <math.h>
#include <string.h>

static void
test_names (void)
{
  g_assert_cmpint (sema_tensor_type_find ("BF16", 4), ==, SEMA_TENSOR_BF16);
  g_assert_cmpint (sema_tensor_type_find ("F6_E2M3", 7), ==, SEMA_TENSOR_F6_E2M3);
  g_assert_cmpint (sema_tensor_type_find ("F3", 2), ==, SEMA_TENSOR_OTHER);
  g_assert_cmpint (sema_tensor_type_find ("f32", 3), ==, SEMA_TENSOR_OTHER);
  g_assert_cmpint (sema_tensor_type_find ("", 0), ==, SEMA_TENSOR_OTHER);
  g_assert_cmpint (sema_tensor_type_find ("Q4_0", 4), ==, SEMA_TENSOR_OTHER);
  for (guint i = SEMA_TENSOR_F32; i <= SEMA_TENSOR_F4; i++)
    {
      const char *name = sema_tensor_type_get_name (i);

      g_assert_cmpint (sema_tensor_type_find (name, strlen (name)), ==, i);
      g_assert_cmpuint (sema_tensor_type_get_bits (i), >, 0);
    }
  g_assert_cmpuint (sema_tensor_type_get_bits (SEMA_TENSOR_OTHER), ==, 0);
  g_assert_true (sema_tensor_type_is_readable (SEMA_TENSOR_F64));
  g_assert_true (sema_tensor_type_is_readable (SEMA_TENSOR_Q4_0));
  g_assert_true (sema_tensor_type_is_readable (SEMA_TENSOR_MXFP4));
  g_assert_cmpstr (sema_tensor_type_get_name (SEMA_TENSOR_Q6_K), ==, "Q6_K");
  g_assert_cmpint (sema_tensor_type_get_numbers (SEMA_TENSOR_Q6_K), ==, SEMA_NUMBERS_Q6_K);
  g_assert_cmpint (sema_tensor_type_get_numbers (SEMA_TENSOR_MXFP4), ==, SEMA_NUMBERS_MXFP4);
  g_assert_false (sema_tensor_type_is_readable (SEMA_TENSOR_BOOL));
  g_assert_false (sema_tensor_type_is_readable (SEMA_TENSOR_OTHER));
}

static void
assert_same (float value, double expected)
{
  g_assert_true (isnan (expected) ? isnan (value) : (double)value == expected && !signbit (value) == !signbit (expected));
}

/* All there are, by what IEEE 754 says of sign, exponent and fraction. */
static void
test_halves (void)
{
  for (guint half = 0; half <= G_MAXUINT16; half++)
    {
      const guint8 bytes[] = {half & 0xff, half >> 8};
      const guint8 swapped[] = {half >> 8, half & 0xff};
      int          exponent = half >> 10 & 0x1f;
      double       fraction = half & 0x3ff;
      double       expected = exponent == 0 ? ldexp (fraction, -24) : ldexp (1024 + fraction, exponent - 25);
      float        value;
      double       wide;

      if (exponent == 31)
        expected = fraction > 0 ? (double)NAN : HUGE_VAL;
      expected = copysign (expected, half >= 0x8000 ? -1.0 : 1.0);
      sema_tensor_type_widen_floats (SEMA_TENSOR_F16, FALSE, bytes, 1, &value);
      assert_same (value, expected);
      sema_tensor_type_widen_floats (SEMA_TENSOR_F16, TRUE, swapped, 1, &value);
      assert_same (value, expected);
      sema_tensor_type_widen_doubles (SEMA_TENSOR_F16, FALSE, bytes, 1, &wide);
      assert_same ((float)wide, expected);
    }
}

static void
test_upper_halves (void)
{
  for (guint half = 0; half <= G_MAXUINT16; half++)
    {
      const guint8 bytes[] = {half & 0xff, half >> 8};
      int          exponent = half >> 7 & 0xff;
      double       fraction = half & 0x7f;
      double       expected = exponent == 0 ? ldexp (fraction, -133) : ldexp (128 + fraction, exponent - 134);
      float        value;

      if (exponent == 255)
        expected = fraction > 0 ? (double)NAN : HUGE_VAL;
      sema_tensor_type_widen_floats (SEMA_TENSOR_BF16, FALSE, bytes, 1, &value);
      assert_same (value, copysign (expected, half >= 0x8000 ? -1.0 : 1.0));
    }
}

/* At an odd address, many at once, and a float64 that no float32 is. */
static void
test_rows (void)
{
  static const float  floats[] = {1.5f, -0.0f, 1e-42f};
  static const double doubles[] = {0.1, 1e300, -1e-300};
  guint8              bytes[1 + sizeof doubles];
  float               values[3];
  double              wide[3];

  memcpy (bytes + 1, floats, sizeof floats);
  sema_tensor_type_widen_floats (SEMA_TENSOR_F32, FALSE, bytes + 1, 3, values);
  g_assert_cmpmem (values, sizeof values, floats, sizeof floats);
  sema_tensor_type_widen_doubles (SEMA_TENSOR_F32, FALSE, bytes + 1, 3, wide);
  g_assert_cmpfloat (wide[2], ==, (double)1e-42f);
  memcpy (bytes + 1, doubles, sizeof doubles);
  sema_tensor_type_widen_doubles (SEMA_TENSOR_F64, FALSE, bytes + 1, 3, wide);
  g_assert_cmpmem (wide, sizeof wide, doubles, sizeof doubles);
  sema_tensor_type_widen_floats (SEMA_TENSOR_F64, FALSE, bytes + 1, 3, values);
  g_assert_cmpfloat (values[0], ==, 0.1f);
  g_assert_true (isinf (values[1]));
  g_assert_cmpfloat (values[2], ==, 0.0f);
}

/* Both ways, two blocks at an odd address. */
static void
test_blocks (void)
{
  guint8 bytes[1 + 2 * 18];
  float  floats[64];
  double doubles[64];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8)(37 * i);
  sema_tensor_type_widen_floats (SEMA_TENSOR_Q4_0, FALSE, bytes + 1, 64, floats);
  sema_tensor_type_widen_doubles (SEMA_TENSOR_Q4_0, FALSE, bytes + 1, 64, doubles);
  for (guint i = 0; i < 64; i++)
    g_assert_cmpfloat ((double)floats[i], ==, doubles[i]);
  g_assert_cmpfloat (floats[63], !=, floats[62]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/tensor-type/names", test_names);
  g_test_add_func ("/formats/tensor-type/halves", test_halves);
  g_test_add_func ("/formats/tensor-type/upper-halves", test_upper_halves);
  g_test_add_func ("/formats/tensor-type/rows", test_rows);
  g_test_add_func ("/formats/tensor-type/blocks", test_blocks);
  return g_test_run ();
}
