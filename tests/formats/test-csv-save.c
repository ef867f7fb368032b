/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "save-fixture.h"
#include "sema-test-files.h"

static void
test_bytes (void)
{
  static const char        expected[] = "word,v1,v2\r\nking,1,-2\r\n\"a,b\",0.1,-0\r\n\"say \"\"x\"\"\",nan,-inf\r\n\"two\nlines\",1e-45,3.4028235e+38\r\n";
  static const char *const words[] = {"king", "a,b", "say \"x\"", "two\nlines"};
  static const float       values[] = {1, -2, 0.1f, -0.0f, __builtin_nanf (""), -__builtin_inff (), 1e-45f, 3.4028235e38f};
  g_autoptr (SemaSet)      set = sema_test_save_make_set (words, values, 4, 2);
  g_autofree char         *path = sema_test_save_path ("small.csv");

  g_assert_true (sema_vectors_save_all (&sema_csv_writer, set, path, NULL, NULL));
  sema_test_save_assert_holds (path, expected, sizeof expected - 1);
}

static void
test_refused (void)
{
  sema_test_save_assert_refused (&sema_csv_writer, "refused.csv", "caf\xe9", -1, 1, "no UTF-8");
  sema_test_save_assert_refused (&sema_csv_writer, "refused.csv", "a\0b", 3, 1, "no UTF-8");
}

static void
test_safe (void)
{
  sema_test_save_assert_safe (&sema_csv_writer, "safe.csv");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-save/bytes", test_bytes);
  g_test_add_func ("/csv-save/refused", test_refused);
  g_test_add_func ("/csv-save/safe", test_safe);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
