/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-data-dir.h"

static void
test_environment_wins (void)
{
  g_autofree char *path = NULL;

  g_setenv ("SEMASCOPE_DATA", "/somewhere", TRUE);
  path = sema_data_dir_build ("sets", "family.txt");
  g_assert_cmpstr (path, ==, "/somewhere/sets/family.txt");
}

static void
test_installed (void)
{
  g_autofree char *path = NULL;
  g_autofree char *expected = g_build_filename (SEMA_DATA_DIR, "sets", "family.txt", NULL);

  g_setenv ("SEMASCOPE_DATA", "", TRUE);
  path = sema_data_dir_build ("sets", "family.txt");
  g_assert_cmpstr (path, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-dir/environment-wins", test_environment_wins);
  g_test_add_func ("/data-dir/installed", test_installed);
  return g_test_run ();
}
