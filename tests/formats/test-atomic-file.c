/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-atomic-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sema-formats.h"
#include "sema-test-files.h"

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sema_atomic_file_write (path, bytes, error);
}

static guint
get_mode (const char *path)
{
  struct stat info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
test_new (SemaTestPlace *place, gconstpointer data)
{
  mode_t             mask = umask (027);
  g_autoptr (GError) error = NULL;

  write_text (place->path, "new", &error);
  umask (mask);
  g_assert_no_error (error);
  sema_test_files_assert_holds (place->path, "new");
  g_assert_cmphex (get_mode (place->path), ==, 0640);
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
}

static void
test_replace (SemaTestPlace *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (place->path, "a longer old text", -1, NULL);
  g_chmod (place->path, 0604);
  write_text (place->path, "new", &error);
  g_assert_no_error (error);
  sema_test_files_assert_holds (place->path, "new");
  g_assert_cmphex (get_mode (place->path), ==, 0604);
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
}

static void
test_sizes (SemaTestPlace *place, gconstpointer data)
{
  const gsize sizes[] = {0, 1, (1 << 20) - 1, 1 << 20, (3 << 20) + 17};

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char        *filler = g_malloc (sizes[i] + 1);
      g_autoptr (GBytes)      bytes = NULL;
      g_autoptr (GBytes)      again = NULL;
      g_autoptr (GMappedFile) file = NULL;

      for (gsize j = 0; j < sizes[i]; j++)
        filler[j] = (char)(j * 7 + j / 251);
      bytes = g_bytes_new (filler, sizes[i]);
      g_assert_true (sema_atomic_file_write (place->path, bytes, NULL));
      file = g_mapped_file_new (place->path, FALSE, NULL);
      again = g_mapped_file_get_bytes (file);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
test_links (SemaTestPlace *place, gconstpointer data)
{
  g_autofree char *link = g_build_filename (place->directory, "link.png", NULL);
  g_autofree char *second = g_build_filename (place->directory, "second.png", NULL);

  /* To a file that is not there yet, by a relative name, by way of a second link. */
  g_assert_cmpint (symlink ("plot.png", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  g_assert_true (write_text (second, "new", NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (place->path, G_FILE_TEST_IS_SYMLINK));
  sema_test_files_assert_holds (place->path, "new");
  g_assert_true (write_text (link, "newer", NULL));
  sema_test_files_assert_holds (place->path, "newer");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 3);
}

static void
assert_refused (const SemaTestPlace *place, const char *path, const char *reason)
{
  g_autoptr (GError) error = NULL;
  guint              before = sema_test_files_count (place->directory);

  g_assert_false (write_text (path, "new", &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, reason));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, before);
}

static void
test_refused (SemaTestPlace *place, gconstpointer data)
{
  g_autofree char *loop = g_build_filename (place->directory, "loop.png", NULL);
  g_autofree char *pipe = g_build_filename (place->directory, "pipe.png", NULL);
  g_autofree char *missing = g_build_filename (place->directory, "missing", "plot.png", NULL);
  g_autofree char *below = g_build_filename (place->directory, "plot.png", "plot.png", NULL);

  g_assert_cmpint (symlink ("loop.png", loop), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_file_set_contents (place->path, "old", -1, NULL);
  assert_refused (place, loop, g_strerror (ELOOP));
  assert_refused (place, pipe, "it is no ordinary file");
  assert_refused (place, "/dev/null", "it is no ordinary file");
  assert_refused (place, missing, "/missing”.");
  assert_refused (place, below, "there is no folder “");
  assert_refused (place, place->directory, "it is a folder");
  assert_refused (place, "", "is empty");
  sema_test_files_assert_holds (place->path, "old");
}

static void
test_protected (SemaTestPlace *place, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_file_set_contents (place->path, "old", -1, NULL);
  g_chmod (place->path, 0444);
  assert_refused (place, place->path, g_strerror (EACCES));
  g_chmod (place->path, 0644);
  g_chmod (place->directory, 0555);
  assert_refused (place, place->path, g_strerror (EACCES));
  g_chmod (place->directory, 0755);
  sema_test_files_assert_holds (place->path, "old");
}

/* A disk that is full, as far as this process can tell. */
static void
test_no_room (SemaTestPlace *place, gconstpointer data)
{
  g_autofree char   *long_text = g_strnfill (3 << 20, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit      before, limit;
  gboolean           written;

  g_file_set_contents (place->path, "old", -1, NULL);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 1500000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  written = write_text (place->path, long_text, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (written);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));
  sema_test_files_assert_holds (place->path, "old");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
}

static void
test_long_name (SemaTestPlace *place, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (place->directory, name, NULL);

  g_assert_true (write_text (path, "new", NULL));
  sema_test_files_assert_holds (path, "new");
}

static void
test_relative (SemaTestPlace *place, gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (place->directory), ==, 0);
  g_assert_true (write_text ("plot.png", "new", NULL));
  g_assert_cmpint (g_chdir (before), ==, 0);
  sema_test_files_assert_holds (place->path, "new");
}

/* Written in parts, and given up in the middle. */
static void
test_parts (SemaTestPlace *place, gconstpointer data)
{
  SemaAtomicFile *file;

  g_file_set_contents (place->path, "old", -1, NULL);
  file = sema_atomic_file_open (place->path, NULL);
  g_assert_true (sema_atomic_file_append (file, "half", 4, NULL));
  sema_test_files_assert_holds (place->path, "old");
  sema_atomic_file_close (file);
  sema_test_files_assert_holds (place->path, "old");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);

  file = sema_atomic_file_open (place->path, NULL);
  g_assert_true (sema_atomic_file_append (file, "one ", 4, NULL));
  g_assert_true (sema_atomic_file_append (file, "", 0, NULL));
  g_assert_true (sema_atomic_file_append (file, "two", 3, NULL));
  g_assert_true (sema_atomic_file_commit (file, NULL));
  sema_atomic_file_close (file);
  sema_test_files_assert_holds (place->path, "one two");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
}

/* On the disk before it has its name; the room for it taken before. */
static void
test_prepare (SemaTestPlace *place, gconstpointer data)
{
  SemaAtomicFile    *file;
  const SemaFloat    value = 1;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (place->path, "old", -1, NULL);
  file = sema_atomic_file_open (place->path, NULL);
  g_assert_true (sema_atomic_file_reserve (file, 0, NULL));
  g_assert_true (sema_atomic_file_reserve (file, 100000, NULL));
  g_assert_true (sema_atomic_file_append (file, "new", 3, NULL));
  g_assert_true (sema_atomic_file_append_floats (file, &value, 1, NULL));
  g_assert_true (sema_atomic_file_prepare (file, NULL));
  g_assert_true (sema_atomic_file_prepare (file, NULL));
  sema_test_files_assert_holds (place->path, "old");
  {
    g_autofree char *text = NULL;
    gsize            length;

    g_assert_true (g_file_get_contents (sema_atomic_file_get_temporary (file), &text, &length, NULL));
    g_assert_cmpmem (text, length, "new\0\0\x80\x3f", 7);
  }
  g_assert_true (sema_atomic_file_commit (file, NULL));
  sema_atomic_file_close (file);
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);

  /* No disk has room for that. */
  file = sema_atomic_file_open (place->path, NULL);
  if (!sema_atomic_file_reserve (file, G_MAXINT64, &error))
    g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  sema_atomic_file_close (file);
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
}

/* In its place, and back again. */
static void
test_take_back (SemaTestPlace *place, gconstpointer data)
{
  SemaAtomicFile *file = sema_atomic_file_open (place->path, NULL);

  g_assert_true (sema_atomic_file_append (file, "new", 3, NULL));
  g_assert_true (sema_atomic_file_place (file, NULL));
  sema_test_files_assert_holds (place->path, "new");
  sema_atomic_file_take_back (file);
  sema_atomic_file_close (file);
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 0);

  g_file_set_contents (place->path, "old", -1, NULL);
  file = sema_atomic_file_open (place->path, NULL);
  g_assert_true (sema_atomic_file_append (file, "new", 3, NULL));
  g_assert_true (sema_atomic_file_place (file, NULL));
  sema_test_files_assert_holds (place->path, "new");
  sema_atomic_file_take_back (file);
  sema_test_files_assert_holds (place->path, "old");
  sema_atomic_file_close (file);
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);

  file = sema_atomic_file_open (place->path, NULL);
  g_assert_true (sema_atomic_file_append (file, "new", 3, NULL));
  g_assert_true (sema_atomic_file_place (file, NULL));
  sema_atomic_file_close (file);
  sema_test_files_assert_holds (place->path, "new");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
}

#define ADD(path, func) SEMA_TEST_ADD_WITH_PLACE (path, "plot.png", func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/atomic-file/new", test_new);
  ADD ("/atomic-file/replace", test_replace);
  ADD ("/atomic-file/sizes", test_sizes);
  ADD ("/atomic-file/links", test_links);
  ADD ("/atomic-file/refused", test_refused);
  ADD ("/atomic-file/protected", test_protected);
  ADD ("/atomic-file/no-room", test_no_room);
  ADD ("/atomic-file/long-name", test_long_name);
  ADD ("/atomic-file/relative", test_relative);
  ADD ("/atomic-file/parts", test_parts);
  ADD ("/atomic-file/prepare", test_prepare);
  ADD ("/atomic-file/take-back", test_take_back);
  return g_test_run ();
}
