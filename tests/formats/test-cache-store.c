/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cache.h"

#include "cache-fixture.h"
#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

/* What the reader had to say must be said each time. */
static void
test_warnings (void)
{
  g_autofree char    *folder = cache_fixture_get_folder ();
  g_autofree char    *path = sema_test_files_write ("words.txt", "5 2\na 1 2\nb 3 4\n", 16);
  g_autoptr (SemaSet) set = cache_fixture_store (folder, path);

  sema_test_assert_warning (set, "promises 5 words");
  g_assert_cmpuint (cache_fixture_count_files (folder), ==, 0);
}

/* The copy not used for longest goes first. */
static void
test_limit (void)
{
  g_autofree char    *folder = cache_fixture_get_folder ();
  g_autofree char    *first = cache_fixture_write ("first.txt");
  g_autofree char    *second = cache_fixture_write ("second.txt");
  g_autofree char    *third = cache_fixture_write ("third.txt");
  g_autoptr (SemaSet) set = cache_fixture_store (folder, first);
  guint64             size = sema_cache_measure (folder);
  SemaCacheKey        key;

  g_usleep (20000);
  sema_set_unref (cache_fixture_store (folder, second));
  g_usleep (20000);
  sema_set_unref (cache_fixture_load (folder, first));
  g_assert_true (sema_cache_key_init (&key, third));
  g_assert_true (sema_cache_store (folder, third, &key, set, 2 * size + size / 2, NULL, NULL));
  g_assert_null (cache_fixture_load (folder, second));
  sema_set_unref (cache_fixture_load (folder, first));
  sema_set_unref (cache_fixture_load (folder, third));
  g_assert_true (sema_cache_store (folder, third, &key, set, size - 1, NULL, NULL));
  g_assert_cmpuint (sema_cache_measure (folder), ==, 2 * size);
  sema_cache_empty (folder);
}

static void
test_failures (void)
{
  g_autofree char         *folder = cache_fixture_get_folder ();
  g_autofree char         *path = cache_fixture_write ("words.txt");
  g_autoptr (SemaSet)      set = sema_formats_load (path, NULL, NULL);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  SemaCacheKey             key;

  g_assert_true (sema_cache_key_init (&key, path));
  sema_progress_cancel (progress);
  g_assert_false (sema_cache_store (folder, path, &key, set, G_MAXINT64, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_assert_cmpuint (cache_fixture_count_files (folder), ==, 0);
  g_clear_error (&error);
  g_assert_false (sema_cache_store ("/proc/semascope", path, &key, set, G_MAXINT64, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  for (guint64 nth = 1; nth < 12; nth++)
    {
      guint64             used = sema_memory_get_used ();
      g_autoptr (SemaSet) again = NULL;

      sema_memory_fail_at (nth);
      sema_cache_store (folder, path, &key, set, G_MAXINT64, NULL, NULL);
      sema_memory_fail_at (nth);
      again = cache_fixture_load (folder, path);
      sema_memory_fail_at (0);
      if (again != NULL)
        cache_fixture_assert_same (again, set);
      g_clear_pointer (&again, sema_set_unref);
      g_assert_cmpuint (sema_memory_get_used (), ==, used);
    }
  sema_cache_empty (folder);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/cache-store/warnings", test_warnings);
  g_test_add_func ("/formats/cache-store/limit", test_limit);
  g_test_add_func ("/formats/cache-store/failures", test_failures);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
