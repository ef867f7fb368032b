/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-number.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sema-random.h"
#include "table.h"

static guint32
get_bits (float value)
{
  guint32 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits;
}

static float
get_float (guint32 bits)
{
  float value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

static float
parse (const char *text)
{
  float value = 12345.0f;

  if (!sema_number_parse_float (text, strlen (text), &value))
    g_error ("\"%s\" is not read", text);
  return value;
}

static void
check_row (char **cells)
{
  guint32 bits = get_bits (parse (cells[0]));

  if (bits != strtoul (cells[1], NULL, 16))
    g_error ("%s is read as %08x, not as %s", cells[0], bits, cells[1]);
}

static void
test_table (void)
{
  table_for_each_row ("numbers.tsv", 2, check_row);
}

/* Where the scan takes a number, it is the same, and ends where it ends. */
static void
check_scan (const char *text, guint32 bits)
{
  static const char *const ends[] = {"", " ", "\t9", " x"};
  static const char *const others[] = {"x", ".", "e1", "5x", "\n", "_"};

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *longer = g_strconcat (text, ends[i], NULL);
      float            value;
      const char      *after = sema_number_scan_float (longer, longer + strlen (longer), &value);

      if (after == NULL)
        continue;
      g_assert_cmpuint ((gsize)(after - longer), ==, strlen (text));
      g_assert_cmphex (get_bits (value), ==, bits);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *longer = g_strconcat (text, others[i], NULL);
      float            value;

      g_assert_null (sema_number_scan_float (longer, longer + strlen (longer), &value));
    }
}

static void
scan_row (char **cells)
{
  check_scan (cells[0], (guint32)strtoul (cells[1], NULL, 16));
}

static void
test_scan (void)
{
  static const char *const usual[] = {"0.5", "-0.38194", "12.000000", "-0.0", "0.1234567890123456", "000.25"};
  static const char *const left[] = {"", "-", "5", ".5", "5.", "-.5", "+0.5", "1e5", "1.5e3", "nan", "0.12345678901234567890"};
  float                    value;

  table_for_each_row ("numbers.tsv", 2, scan_row);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_assert_nonnull (sema_number_scan_float (usual[i], usual[i] + strlen (usual[i]), &value));
      g_assert_cmphex (get_bits (value), ==, get_bits (strtof (usual[i], NULL)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    g_assert_null (sema_number_scan_float (left[i], left[i] + strlen (left[i]), &value));
}

static void
test_refused (void)
{
  const char *const texts[] = {"", " ", "+", "-", ".", "-.", "e5", ".e5", "1e", "1e+", "1e-", "1 ", " 1", "1\n", "1_0", "1,5", "0x10", "0x1p3",
                               "1.2.3", "1e5.0", "--1", "+-1", "1-", "1f", "٣", "１", "1\xa0", "na", "nan0", "nan(1)", "in", "infi", "infinit", "infinityx", "+", "- 1"};
  float             value;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (sema_number_parse_float (texts[i], strlen (texts[i]), &value))
      g_error ("\"%s\" is taken for a number", texts[i]);
  g_assert_false (sema_number_parse_float ("1\0", 2, &value));
  g_assert_false (sema_number_parse_float ("\0", 1, &value));
}

static void
test_length_ends_it (void)
{
  float value;

  g_assert_true (sema_number_parse_float ("12345", 2, &value));
  g_assert_cmpfloat (value, ==, 12.0f);
  g_assert_true (sema_number_parse_float ("1.5e39", 3, &value));
  g_assert_cmpfloat (value, ==, 1.5f);
  g_assert_false (sema_number_parse_float ("1.5e39", 4, &value));
}

static void
test_names (void)
{
  g_assert_true (isnan (parse ("nan")));
  g_assert_true (isnan (parse ("-NaN")));
  g_assert_true (isnan (parse ("+NAN")));
  g_assert_cmpfloat (parse ("inf"), ==, INFINITY);
  g_assert_cmpfloat (parse ("-inf"), ==, -INFINITY);
  g_assert_cmpfloat (parse ("+Infinity"), ==, INFINITY);
  g_assert_cmpfloat (parse ("-INFINITY"), ==, -INFINITY);
}

static void
test_far_exponents (void)
{
  g_assert_cmpfloat (parse ("1e99999999999999999999999"), ==, INFINITY);
  g_assert_cmpfloat (parse ("-1e2147483648"), ==, -INFINITY);
  g_assert_cmpuint (get_bits (parse ("-1e-99999999999999999999999")), ==, 0x80000000);
  g_assert_cmpfloat (parse ("1e-9223372036854775808"), ==, 0.0f);
  g_assert_cmpuint (get_bits (parse ("0e99999999999999999999999")), ==, 0);
  g_assert_cmpfloat (parse ("1e0000000000000000000000001"), ==, 10.0f);
}

/* A million digits: their weight counts, and no copy of them is made. */
static void
test_long_text (void)
{
  GString *text = g_string_new ("1");

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (text, '0');
  g_string_append (text, "e-1000000");
  g_assert_cmpfloat (parse (text->str), ==, 1.0f);
  text->str[0] = '0';
  g_assert_cmpfloat (parse (text->str), ==, 0.0f);
  text->str[1] = '.';
  text->str[999999] = '3';
  g_assert_cmpfloat (parse (text->str), ==, 0.0f);
  g_string_overwrite (text, text->len - 9, "e00999998");
  g_assert_cmpfloat (parse (text->str), ==, 3.0f);
  g_string_free (text, TRUE);
}

/* The C library rounds well too, slowly; the test runs in the C locale. */
static void
test_as_strtof (void)
{
  SemaRandom random;

  sema_random_init (&random, 1);
  for (guint i = 0; i < 200000; i++)
    {
      char   text[64];
      double value = ldexp (sema_random_uniform (&random) - 0.5, (int)sema_random_below (&random, 300) - 160);

      g_snprintf (text, sizeof text, "%.*g", (int)sema_random_below (&random, 24) + 1, i % 2 == 0 ? value : fmod (value, 1.0));
      if (get_bits (parse (text)) != get_bits (strtof (text, NULL)))
        g_error ("%s is read as %08x, not as %08x", text, get_bits (parse (text)), get_bits (strtof (text, NULL)));
    }
}

static double
parse_double (const char *text)
{
  double value = 12345.0;

  if (!sema_number_parse_double (text, strlen (text), &value))
    g_error ("\"%s\" is not read", text);
  return value;
}

static void
check_double_row (char **cells)
{
  double value = parse_double (cells[0]);

  g_assert_cmpmem (&value, sizeof value, &(double) {g_ascii_strtod (cells[0], NULL)}, sizeof value);
}

/* 2^53 and 2^53 + 2 are doubles, and what lies between them goes to the even one, unless a last digit says that it is more. */
static void
test_double (void)
{
  static const char *const refused[] = {"", " 1", "1 ", "1_0", "0x10", "1,5", "1e", "--1"};
  g_autofree char         *zeros = g_strnfill (2000, '0');
  g_autofree char         *more = g_strconcat ("9007199254740993.", zeros, "1e0", NULL);
  double                   value;

  table_for_each_row ("numbers.tsv", 2, check_double_row);
  g_assert_cmpfloat (parse_double ("9007199254740993"), ==, 9007199254740992.0);
  g_assert_cmpfloat (parse_double (more), ==, 9007199254740994.0);
  g_assert_cmpfloat (parse_double ("-7.35"), ==, -7.35);
  g_assert_cmpfloat (parse_double ("1e-9999999999999999999999"), ==, 0);
  g_assert_cmpfloat (parse_double ("-INFINITY"), ==, -INFINITY);
  g_assert_true (isnan (parse_double ("nan")));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (sema_number_parse_double (refused[i], strlen (refused[i]), &value));
  g_assert_false (sema_number_parse_double ("1\0", 2, &value));
}

static void
assert_prints_float (float value, const char *expected)
{
  char buffer[SEMA_NUMBER_SIZE];

  g_assert_cmpstr (sema_number_print_float (value, buffer), ==, expected);
}

static void
test_print_float (void)
{
  assert_prints_float (0.1f, "0.1");
  assert_prints_float (-0.0f, "-0");
  assert_prints_float (0.0f, "0");
  assert_prints_float (1.0f, "1");
  assert_prints_float (16777216.0f, "16777216");
  assert_prints_float (1.0f / 3.0f, "0.33333334");
  assert_prints_float (1e-45f, "1e-45");
  assert_prints_float (FLT_MAX, "3.4028235e+38");
  assert_prints_float (FLT_MIN, "1.1754944e-38");
  assert_prints_float (NAN, "nan");
  assert_prints_float (-NAN, "nan");
  assert_prints_float (INFINITY, "inf");
  assert_prints_float (-INFINITY, "-inf");
}

static void
test_print_float_returns (void)
{
  SemaRandom random;
  char       buffer[SEMA_NUMBER_SIZE];

  sema_random_init (&random, 2);
  for (guint i = 0; i < 50000; i++)
    {
      float value = get_float ((guint32)sema_random_next (&random));

      sema_number_print_float (value, buffer);
      g_assert_cmpuint (strlen (buffer), <, 16);
      if (!isnan (value))
        g_assert_cmpuint (get_bits (parse (buffer)), ==, get_bits (value));
    }
}

static void
assert_prints_double (double value, const char *expected)
{
  char buffer[SEMA_NUMBER_SIZE];

  g_assert_cmpstr (sema_number_print_double (value, buffer), ==, expected);
}

static void
test_print_double (void)
{
  SemaRandom random;
  char       buffer[SEMA_NUMBER_SIZE];

  assert_prints_double (0.1, "0.1");
  assert_prints_double (0.1 + 0.2, "0.30000000000000004");
  assert_prints_double (-0.0, "-0");
  assert_prints_double (5e-324, "5e-324");
  assert_prints_double (DBL_MAX, "1.7976931348623157e+308");
  assert_prints_double (NAN, "nan");
  assert_prints_double (-INFINITY, "-inf");
  sema_random_init (&random, 3);
  for (guint i = 0; i < 20000; i++)
    {
      double value = ldexp (sema_random_uniform (&random) - 0.5, (int)sema_random_below (&random, 2000) - 1000);

      g_assert_cmpfloat (g_ascii_strtod (sema_number_print_double (value, buffer), NULL), ==, value);
    }
}

static void
assert_prints_fixed (double value, int decimals, const char *expected)
{
  char buffer[SEMA_NUMBER_SIZE];

  g_assert_cmpstr (sema_number_print_fixed (value, decimals, buffer), ==, expected);
}

static void
test_print_fixed (void)
{
  assert_prints_fixed (0.7669, 3, "0.767");
  assert_prints_fixed (-0.7669, 3, "-0.767");
  assert_prints_fixed (-0.0004, 3, "0.000");
  assert_prints_fixed (-0.0, 0, "0");
  assert_prints_fixed (-0.6, 0, "-1");
  assert_prints_fixed (2.5, -3, "2");
  assert_prints_fixed (1.0, 500, "1.000000000000");
  assert_prints_fixed (-999999999999999.0, 12, "-999999999999999.000000000000");
  assert_prints_fixed (1e15, 2, "1e+15");
  assert_prints_fixed (DBL_MAX, 6, "1.7976931348623157e+308");
  assert_prints_fixed (NAN, 2, "nan");
  assert_prints_fixed (-INFINITY, 2, "-inf");
}

static void
test_comma_locale (void)
{
  g_autofree char *old = g_strdup (setlocale (LC_ALL, NULL));

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the German locale is not installed");
      return;
    }
  test_table ();
  test_refused ();
  test_double ();
  test_print_float ();
  test_print_double ();
  test_print_fixed ();
  setlocale (LC_ALL, old);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/table", test_table);
  g_test_add_func ("/number/scan", test_scan);
  g_test_add_func ("/number/refused", test_refused);
  g_test_add_func ("/number/length-ends-it", test_length_ends_it);
  g_test_add_func ("/number/names", test_names);
  g_test_add_func ("/number/far-exponents", test_far_exponents);
  g_test_add_func ("/number/long-text", test_long_text);
  g_test_add_func ("/number/as-strtof", test_as_strtof);
  g_test_add_func ("/number/double", test_double);
  g_test_add_func ("/number/print-float", test_print_float);
  g_test_add_func ("/number/print-float-returns", test_print_float_returns);
  g_test_add_func ("/number/print-double", test_print_double);
  g_test_add_func ("/number/print-fixed", test_print_fixed);
  g_test_add_func ("/number/comma-locale", test_comma_locale);
  return g_test_run ();
}
