/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-name-list.h"

static void
assert_list (guint n, const char *expected)
{
  SemaNameList     list = {0};
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      char name[] = {'a' + (char)(i % 26), '\n'};

      sema_name_list_add (&list, name, i == 1 ? 2 : 1);
    }
  text = sema_name_list_print (&list);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (list.n, ==, 0);
  g_assert_null (list.text);
}

static void
test_print (void)
{
  assert_list (0, NULL);
  assert_list (1, "“a”");
  assert_list (2, "“a”, “b‹U+000A›”");
  assert_list (10, "“a”, “b‹U+000A›”, “c”, “d”, “e”, “f”, “g”, “h”, “i”, “j”");
  assert_list (11, "“a”, “b‹U+000A›”, “c”, “d”, “e”, “f”, “g”, “h”, “i”, “j” and 1 more");
  assert_list (1000, "“a”, “b‹U+000A›”, “c”, “d”, “e”, “f”, “g”, “h”, “i”, “j” and 990 more");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-list/print", test_print);
  return g_test_run ();
}
