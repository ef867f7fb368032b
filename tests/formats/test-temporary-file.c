/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-temporary-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sema-test-files.h"
#include "sema-test-forbid.h"

static void
begin (SemaTemporaryFile *file, const SemaTestPlace *place, const char *text)
{
  gssize n = (gssize)strlen (text);

  g_assert_cmpint (sema_temporary_file_open (file, place->path, 0666), ==, 0);
  g_assert_cmpint (write (file->fd, text, (gsize)n), ==, n);
  g_assert_cmpint (sema_temporary_file_sync (file), ==, 0);
  sema_test_files_assert_holds (file->path, text);
}

/* What the file system says of itself. */
static gboolean
has_unnamed_files (const SemaTestPlace *place)
{
  int fd = open (place->directory, O_RDWR | O_TMPFILE, 0666);

  if (fd >= 0)
    close (fd);
  return fd >= 0;
}

/* Nothing is there to be left over until the file has a name. */
static void
test_unnamed (SemaTestPlace *place, gconstpointer data)
{
  SemaTemporaryFile file;

  if (!has_unnamed_files (place))
    {
      g_test_skip ("this file system has no files without a name");
      return;
    }
  begin (&file, place, "new");
  g_assert_false (file.has_name);
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 0);
  g_assert_cmpint (sema_temporary_file_place (&file), ==, 0);
  sema_test_files_assert_holds (place->path, "new");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
  sema_temporary_file_clear (&file);

  begin (&file, place, "newer");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
  g_assert_cmpint (sema_temporary_file_name (&file), ==, 0);
  g_assert_cmpint (sema_temporary_file_name (&file), ==, 0);
  g_assert_true (file.has_name);
  sema_test_files_assert_holds (file.path, "newer");
  sema_test_files_assert_holds (place->path, "new");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 2);
  sema_temporary_file_clear (&file);
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
}

static void
test_replace (SemaTestPlace *place, gconstpointer data)
{
  SemaTemporaryFile file;

  g_file_set_contents (place->path, "old", -1, NULL);
  begin (&file, place, "new");
  sema_test_files_assert_holds (place->path, "old");
  g_assert_cmpint (sema_temporary_file_place (&file), ==, 0);
  sema_temporary_file_clear (&file);
  sema_test_files_assert_holds (place->path, "new");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);

  begin (&file, place, "never");
  sema_temporary_file_clear (&file);
  sema_test_files_assert_holds (place->path, "new");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
}

/* What was there is away until the new file comes, or until it is clear that it does not. */
static void
test_withdraw_old (SemaTestPlace *place, gconstpointer data)
{
  SemaTemporaryFile file;

  g_file_set_contents (place->path, "old", -1, NULL);
  begin (&file, place, "never");
  g_assert_cmpint (sema_temporary_file_withdraw_old (&file), ==, 0);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  sema_test_files_assert_holds (file.old_path, "old");
  sema_temporary_file_clear (&file);
  sema_test_files_assert_holds (place->path, "old");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);

  begin (&file, place, "new");
  g_assert_cmpint (sema_temporary_file_withdraw_old (&file), ==, 0);
  g_assert_cmpint (sema_temporary_file_place (&file), ==, 0);
  sema_temporary_file_clear (&file);
  sema_test_files_assert_holds (place->path, "new");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);

  /* Another program was quicker: its file is not replaced. */
  begin (&file, place, "never");
  g_assert_cmpint (sema_temporary_file_withdraw_old (&file), ==, 0);
  g_file_set_contents (place->path, "other", -1, NULL);
  sema_temporary_file_clear (&file);
  sema_test_files_assert_holds (place->path, "other");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 2);
}

static void
test_refused (SemaTestPlace *place, gconstpointer data)
{
  g_autofree char  *missing = g_build_filename (place->directory, "missing", "a.bin", NULL);
  SemaTemporaryFile file;

  g_assert_cmpint (sema_temporary_file_open (&file, missing, 0666), ==, ENOENT);
  g_assert_cmpint (sema_temporary_file_withdraw_old (&file), ==, 0);
  g_assert_cmpint (sema_temporary_file_place (&(SemaTemporaryFile) {.fd = -1, .path = missing, .target = place->path, .has_name = TRUE}), ==, ENOENT);
  sema_temporary_file_clear (&file);
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 0);
}

static void
check_place (SemaTestPlace *place)
{
  struct stat info;

  g_file_set_contents (place->path, "old", -1, NULL);
  test_replace (place, NULL);
  g_assert_cmpint (g_unlink (place->path), ==, 0);
  test_replace (place, NULL);
  g_assert_cmpint (g_stat (place->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0644);
}

/* The old file stays away while a copy is made: nothing comes back before the new one is there. */
static void
test_withdrawn_without_links (SemaTestPlace *place, gconstpointer data)
{
  SemaTemporaryFile file;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_file_set_contents (place->path, "old", -1, NULL);
  begin (&file, place, "new");
  sema_test_forbid (SYS_linkat, 2, 0, EPERM);
  g_assert_cmpint (sema_temporary_file_withdraw_old (&file), ==, 0);
  g_assert_cmpint (sema_temporary_file_name (&file), ==, 0);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (sema_temporary_file_place (&file), ==, 0);
  sema_temporary_file_clear (&file);
  sema_test_files_assert_holds (place->path, "new");
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
}

static void
test_without_links (SemaTestPlace *place, gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  umask (022);
  sema_test_forbid (SYS_linkat, 2, 0, EPERM);
  check_place (place);
}

static void
test_without_unnamed (SemaTestPlace *place, gconstpointer data)
{
  SemaTemporaryFile file;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  umask (022);
  sema_test_forbid (SYS_openat, 2, O_TMPFILE & ~O_DIRECTORY, EPERM);
  begin (&file, place, "new");
  g_assert_true (file.has_name);
  g_assert_cmpint (file.fd, ==, -1);
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 1);
  sema_temporary_file_clear (&file);
  g_assert_cmpuint (sema_test_files_count (place->directory), ==, 0);
  check_place (place);
}

#define ADD(path, func) SEMA_TEST_ADD_WITH_PLACE (path, "a.bin", func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/temporary-file/unnamed", test_unnamed);
  ADD ("/temporary-file/replace", test_replace);
  ADD ("/temporary-file/withdraw-old", test_withdraw_old);
  ADD ("/temporary-file/refused", test_refused);
  ADD ("/temporary-file/without-links", test_without_links);
  ADD ("/temporary-file/withdrawn-without-links", test_withdrawn_without_links);
  ADD ("/temporary-file/without-unnamed", test_without_unnamed);
  return g_test_run ();
}
