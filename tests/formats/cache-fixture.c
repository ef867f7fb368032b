/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cache-fixture.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"

char *
cache_fixture_get_folder (void)
{
  return g_build_filename (sema_test_files_folder (), "cache", NULL);
}

guint
cache_fixture_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint            n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* The only file in the folder. */
char *
cache_fixture_find_copy (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_cmpuint (cache_fixture_count_files (folder), ==, 1);
  return g_build_filename (folder, g_dir_read_name (dir), NULL);
}

SemaSet *
cache_fixture_load (const char *folder, const char *path)
{
  SemaCacheKey key;

  g_assert_true (sema_cache_key_init (&key, path));
  return sema_cache_load (folder, path, &key, NULL);
}

SemaSet *
cache_fixture_store (const char *folder, const char *path)
{
  g_autoptr (GError) error = NULL;
  SemaSet           *set = sema_formats_load (path, NULL, NULL);
  SemaCacheKey       key;

  g_assert_true (sema_cache_key_init (&key, path));
  g_assert_true (sema_cache_store (folder, path, &key, set, G_MAXINT64, NULL, &error));
  g_assert_no_error (error);
  return set;
}

void
cache_fixture_assert_same (SemaSet *set, SemaSet *other)
{
  g_autofree char *warnings = g_strjoinv ("\n", (char **)sema_set_get_warnings (set));
  g_autofree char *other_warnings = g_strjoinv ("\n", (char **)sema_set_get_warnings (other));

  sema_test_assert_same (set, other);
  g_assert_cmpmem (sema_set_get_norms (set), sema_set_get_n_rows (set) * sizeof (double),
                   sema_set_get_norms (other), sema_set_get_n_rows (other) * sizeof (double));
  g_assert_cmpstr (warnings, ==, other_warnings);
  g_assert_cmpstr (sema_set_get_name (set), ==, sema_set_get_name (other));
  g_assert_cmpstr (sema_set_get_format (set), ==, sema_set_get_format (other));
  g_assert_cmpstr (sema_set_get_compression (set), ==, sema_set_get_compression (other));
}

char *
cache_fixture_write (const char *name)
{
  return sema_test_files_write (name, CACHE_FIXTURE_TEXT, strlen (CACHE_FIXTURE_TEXT));
}
