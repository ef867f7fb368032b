/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cache.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cache-fixture.h"
#include "sema-test-files.h"

static void
test_round_trip (void)
{
  g_autofree char       *folder = cache_fixture_get_folder ();
  g_autoptr (GByteArray) packed = sema_test_gzip (CACHE_FIXTURE_TEXT, strlen (CACHE_FIXTURE_TEXT));
  g_autofree char       *path = sema_test_files_write ("words.txt.gz", packed->data, packed->len);
  g_autoptr (SemaSet)    set = NULL;
  g_autoptr (SemaSet)    again = NULL;

  g_assert_null (cache_fixture_load (folder, path));
  set = cache_fixture_store (folder, path);
  g_assert_cmpstr (sema_set_get_compression (set), ==, "gzip");
  again = cache_fixture_load (folder, path);
  cache_fixture_assert_same (again, set);
  g_assert_cmpuint (sema_cache_measure (folder), >, 100);
  sema_cache_empty (folder);
  g_assert_cmpuint (cache_fixture_count_files (folder), ==, 0);
  g_assert_cmpuint (sema_cache_measure (folder), ==, 0);
  g_assert_cmpfloat (sema_set_get_row (again, 0)[2], ==, 0.5f);
}

/* Another size, another time, other bytes in the same size and time: the copy is of another state. */
static void
test_changes (void)
{
  g_autofree char    *folder = cache_fixture_get_folder ();
  g_autofree char    *path = cache_fixture_write ("words.txt");
  g_autoptr (SemaSet) set = cache_fixture_store (folder, path);
  g_autoptr (SemaSet) good = cache_fixture_load (folder, path);
  GStatBuf            status;
  struct timespec     times[2];

  g_assert_nonnull (good);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  times[0] = times[1] = status.st_mtim;
  g_free (sema_test_files_write ("words.txt", "king 1 0 0.7\nqueen 0.9 nan 0\n\303\266l 0 0 0\nking 1e-40 3 2\n", strlen (CACHE_FIXTURE_TEXT)));
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  g_assert_null (cache_fixture_load (folder, path));
  g_free (cache_fixture_write ("words.txt"));
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  g_clear_pointer (&good, sema_set_unref);
  good = cache_fixture_load (folder, path);
  g_assert_nonnull (good);
  times[1].tv_nsec = (times[1].tv_nsec + 1) % 1000000000;
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  g_assert_null (cache_fixture_load (folder, path));
  sema_cache_empty (folder);
}

/* Every byte of the copy changed, every length: what comes is what was kept, or nothing. Rows are checked by their norms. */
static void
test_damage (void)
{
  g_autofree char    *folder = cache_fixture_get_folder ();
  g_autofree char    *path = cache_fixture_write ("words.txt");
  g_autoptr (SemaSet) set = cache_fixture_store (folder, path);
  g_autofree char    *copy = cache_fixture_find_copy (folder);
  g_autofree char    *bytes = NULL;
  gsize               n_bytes;

  g_assert_true (g_file_get_contents (copy, &bytes, &n_bytes, NULL));
  for (gsize place = 0; place < n_bytes; place++)
    {
      g_autoptr (SemaSet) changed = NULL;

      bytes[place] ^= 0x41;
      g_assert_true (g_file_set_contents (copy, bytes, (gssize)n_bytes, NULL));
      changed = cache_fixture_load (folder, path);
      if (changed != NULL)
        cache_fixture_assert_same (changed, set);
      bytes[place] ^= 0x41;
    }
  for (gsize length = 0; length < n_bytes; length++)
    {
      g_assert_true (g_file_set_contents (copy, bytes, (gssize)length, NULL));
      g_assert_null (cache_fixture_load (folder, path));
    }
  sema_cache_empty (folder);
}

/* A header that lies and has the right check is of our own making; still nothing may break. */
static void
test_other_kinds (void)
{
  g_autofree char    *folder = cache_fixture_get_folder ();
  g_autofree char    *path = cache_fixture_write ("words.txt");
  g_autoptr (SemaSet) set = cache_fixture_store (folder, path);
  g_autofree char    *copy = cache_fixture_find_copy (folder);

  g_assert_cmpint (g_unlink (copy), ==, 0);
  g_assert_cmpint (symlink (path, copy), ==, 0);
  g_assert_null (cache_fixture_load (folder, path));
  g_assert_cmpint (g_unlink (copy), ==, 0);
  g_assert_cmpint (g_mkdir (copy, 0700), ==, 0);
  g_assert_null (cache_fixture_load (folder, path));
  g_assert_cmpint (g_rmdir (copy), ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/cache-load/round-trip", test_round_trip);
  g_test_add_func ("/formats/cache-load/changes", test_changes);
  g_test_add_func ("/formats/cache-load/damage", test_damage);
  g_test_add_func ("/formats/cache-load/other-kinds", test_other_kinds);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
