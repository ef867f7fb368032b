/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-count.h"

#include <locale.h>

static void
assert_prints (guint64 n, const char *expected)
{
  g_assert_cmpstr (SEMA_COUNT (n), ==, expected);
}

static void
test_plain (void)
{
  assert_prints (0, "0");
  assert_prints (999, "999");
  assert_prints (1000, "1000");
  assert_prints (341479, "341479");
  assert_prints (G_MAXUINT64, "18446744073709551615");
}

/* Both of one call are there at once. */
static void
test_several (void)
{
  g_autofree char *text = g_strdup_printf ("%s of %s", SEMA_COUNT (3), SEMA_COUNT (10));

  g_assert_cmpstr (text, ==, "3 of 10");
}

/* A point would be taken for that before decimals. */
static void
test_comma_locale (void)
{
  g_autofree char *old = g_strdup (setlocale (LC_ALL, NULL));

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the German locale is not installed");
      return;
    }
  assert_prints (999, "999");
  assert_prints (6830, "6\u202f830");
  assert_prints (341479, "341\u202f479");
  assert_prints (G_MAXUINT64, "18\u202f446\u202f744\u202f073\u202f709\u202f551\u202f615");
  setlocale (LC_ALL, old);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/count/plain", test_plain);
  g_test_add_func ("/count/several", test_several);
  g_test_add_func ("/count/comma-locale", test_comma_locale);
  return g_test_run ();
}
