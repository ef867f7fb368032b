/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-numbers.h"

#include <math.h>
#include <string.h>

/* By the definition of the format: a sign, an exponent and a fraction. */
static double
define (guint bits, guint n_fraction, guint n_exponent)
{
  int    most = (1 << n_exponent) - 1, bias = most >> 1;
  int    exponent = bits >> n_fraction & most;
  double fraction = bits & ((1u << n_fraction) - 1);
  double value;

  if (exponent == most)
    value = fraction > 0 ? NAN : INFINITY;
  else if (exponent == 0)
    value = ldexp (fraction, 1 - bias - (int)n_fraction);
  else
    value = ldexp (1 + ldexp (fraction, -(int)n_fraction), exponent - bias);
  return copysign (value, bits >> 15 != 0 ? -1 : 1);
}

static void
assert_same (float value, double expected)
{
  g_assert_true (isnan (expected) ? isnan (value) : (double)value == expected && !signbit (value) == !signbit (expected));
}

/* All there are, so many at a time and from such addresses that each place of a register is met. */
static void
check_halves (SemaNumbers numbers, guint n_fraction, guint n_exponent)
{
  g_autofree guint8 *bytes = g_new (guint8, 2 * 65536 + 1);
  float              values[21];

  g_assert_cmpuint (sema_numbers_get_size (numbers), ==, 2);
  for (guint bits = 0; bits < 65536; bits++)
    {
      bytes[1 + 2 * bits] = bits & 0xff;
      bytes[2 + 2 * bits] = (guint8)(bits >> 8);
    }
  for (guint first = 0, n = 1; first < 65536; first += n, n = n % 20 + 1)
    {
      n = MIN (n, 65536 - first);
      values[n] = 7;
      sema_numbers_widen (numbers, bytes + 1 + 2 * first, n, values);
      for (guint i = 0; i < n; i++)
        assert_same (values[i], define (first + i, n_fraction, n_exponent));
      g_assert_cmpfloat (values[n], ==, 7);
    }
}

static void
test_halves (void)
{
  check_halves (SEMA_NUMBERS_FLOAT16, 10, 5);
  check_halves (SEMA_NUMBERS_BFLOAT16, 7, 8);
}

static void
test_others (void)
{
  const double doubles[] = {1.5, -0.0, 1e300, 1e-300, NAN, -INFINITY, 1 + 0x1p-25};
  const float  floats[] = {1.5f, -0.0f, NAN, INFINITY, 0x1p-149f};
  float        values[8];
  guint8       bytes[sizeof doubles + 3];

  memcpy (bytes + 3, doubles, sizeof doubles);
  sema_numbers_widen (SEMA_NUMBERS_FLOAT64, bytes + 3, 7, values);
  assert_same (values[0], 1.5);
  assert_same (values[1], -0.0);
  assert_same (values[2], INFINITY);
  assert_same (values[3], 0);
  assert_same (values[4], NAN);
  assert_same (values[5], -INFINITY);
  assert_same (values[6], 1);
  sema_numbers_widen (SEMA_NUMBERS_FLOAT32, (const guint8 *)floats, 5, values);
  g_assert_cmpmem (values, sizeof floats, floats, sizeof floats);
  g_assert_cmpuint (sema_numbers_get_size (SEMA_NUMBERS_FLOAT32), ==, 4);
  g_assert_cmpuint (sema_numbers_get_size (SEMA_NUMBERS_FLOAT64), ==, 8);
}

static void
test_none (void)
{
  float value = 7;

  for (guint numbers = SEMA_NUMBERS_FLOAT32; numbers <= SEMA_NUMBERS_FLOAT64; numbers++)
    sema_numbers_widen ((SemaNumbers)numbers, (const guint8 *)"", 0, &value);
  g_assert_cmpfloat (value, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/halves", test_halves);
  g_test_add_func ("/numbers/others", test_others);
  g_test_add_func ("/numbers/none", test_none);
  return g_test_run ();
}
