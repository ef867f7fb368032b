/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-csv.h"

#include <math.h>

static void
assert_text (const char *text, const char *expected)
{
  g_autoptr (GString) csv = g_string_new ("before,");

  sema_csv_append_text (csv, text);
  g_assert_true (g_str_has_prefix (csv->str, "before,"));
  g_assert_cmpstr (csv->str + 7, ==, expected);
}

static void
test_text (void)
{
  assert_text ("king", "king");
  assert_text ("", "");
  assert_text (" größe; ", " größe; ");
  assert_text ("a,b", "\"a,b\"");
  assert_text ("\"", "\"\"\"\"");
  assert_text ("say \"so\"", "\"say \"\"so\"\"\"");
  assert_text ("a\nb", "\"a\nb\"");
  assert_text ("a\rb", "\"a\rb\"");
}

static void
assert_double (double value, const char *expected)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  sema_csv_append_double (csv, value);
  g_assert_cmpstr (csv->str, ==, expected);
}

static void
test_double (void)
{
  assert_double (0.1, "0.1");
  assert_double (-2, "-2");
  assert_double (1.0 / 3, "0.3333333333333333");
  assert_double (NAN, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/text", test_text);
  g_test_add_func ("/csv/double", test_double);
  return g_test_run ();
}
