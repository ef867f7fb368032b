/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cache.h"

#include "cache-fixture.h"
#include "sema-test-files.h"

/* A key tells two states of a file apart by any byte that it looks at. */
static void
test_key (void)
{
  g_autofree char *text = g_strnfill (1000000, 'x');
  g_autofree char *path = sema_test_files_write ("long.txt", text, 1000000);
  const gsize      places[] = {0, 65535, 500000, 565535, 999999, 934464};
  SemaCacheKey     key;

  g_assert_true (sema_cache_key_init (&key, path));
  g_assert_cmpuint (key.size, ==, 1000000);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      SemaCacheKey other;

      text[places[i]] = 'y';
      g_free (sema_test_files_write ("long.txt", text, 1000000));
      g_assert_true (sema_cache_key_init (&other, path));
      g_assert_cmpuint (other.sample, !=, key.sample);
      text[places[i]] = 'x';
    }
}

static void
test_empty (void)
{
  g_autofree char    *folder = cache_fixture_get_folder ();
  g_autofree char    *path = cache_fixture_write ("words.txt");
  g_autofree char    *foreign = g_build_filename (folder, "something else", NULL);
  g_autoptr (SemaSet) set = cache_fixture_store (folder, path);

  g_assert_true (g_file_set_contents (foreign, "kept", -1, NULL));
  g_assert_cmpuint (sema_cache_measure (folder), >, 100);
  sema_cache_empty (folder);
  g_assert_cmpuint (sema_cache_measure (folder), ==, 0);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

static void
test_no_file (void)
{
  SemaCacheKey key;

  g_assert_false (sema_cache_key_init (&key, "/proc/no-such-file"));
  g_assert_false (sema_cache_key_init (&key, "/tmp"));
  g_assert_false (sema_cache_key_init (&key, "/dev/zero"));
  g_assert_cmpuint (sema_cache_measure ("/proc/no-such-folder"), ==, 0);
  sema_cache_empty ("/proc/no-such-folder");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/cache/key", test_key);
  g_test_add_func ("/formats/cache/empty", test_empty);
  g_test_add_func ("/formats/cache/no-file", test_no_file);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
