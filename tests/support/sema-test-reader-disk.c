/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-test-reader.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-file.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

/* What happens at the n-th read, counted from 0, of those that are at a place and those that are not. */
typedef enum {
  NOTHING,
  FAIL,
  CANCEL,
  HALVE,
  GROW,
} Event;

static atomic_uint   n_reads;
static guint         event_at;
static Event         event;
static gboolean      reads_little;
static SemaProgress *cancelled;
static const char   *changed_path;
static guint64       changed_size;

/* TRUE: the read fails, with errno. */
static gboolean
come_to_read (void)
{
  guint nth = atomic_fetch_add (&n_reads, 1);

  if (nth == event_at && event == CANCEL)
    sema_progress_cancel (cancelled);
  if (nth == event_at && event == HALVE)
    g_assert_cmpint (truncate (changed_path, (off_t)changed_size / 2), ==, 0);
  if (nth == event_at && event == GROW)
    g_assert_cmpint (truncate (changed_path, (off_t)changed_size * 2), ==, 0);
  errno = event == FAIL ? EIO : EINTR;
  return (nth == event_at && event == FAIL) || (reads_little && nth % 3 == 1);
}

static gsize
limit (gsize n_bytes)
{
  return reads_little ? MIN (n_bytes, 7) : n_bytes;
}

static gssize
read_on (int fd, void *buffer, gsize n_bytes)
{
  return come_to_read () ? -1 : read (fd, buffer, limit (n_bytes));
}

static gssize
read_at (int fd, void *buffer, gsize n_bytes, off_t offset)
{
  return come_to_read () ? -1 : pread (fd, buffer, limit (n_bytes), offset);
}

/* Reads a file while something happens. Returns whether it did, which it does not where there are not so many reads. */
static gboolean
read_with_event (SemaTestRead read, const char *path, Event what, guint nth, GString *content, SemaProgress *progress, GError **error, gboolean *is_read)
{
  event = what;
  event_at = nth;
  n_reads = 0;
  sema_file_set_read (read_on);
  sema_file_set_read_at (read_at);
  *is_read = read (path, content, progress, error);
  sema_file_set_read (NULL);
  sema_file_set_read_at (NULL);
  return n_reads > nth;
}

/* A part that cannot be read may be left out, if that is told. */
static void
check_failing (SemaTestRead read, const char *path, const GString *expected)
{
  gboolean happened = TRUE;

  for (guint nth = 0; happened; nth++)
    {
      g_autoptr (GString) content = g_string_new (NULL);
      g_autoptr (GError)  error = NULL;
      gboolean            is_read;

      happened = read_with_event (read, path, FAIL, nth, content, NULL, &error, &is_read);
      if (is_read && !g_string_equal (content, expected) && strstr (content->str, "cannot be read at byte") == NULL)
        g_error ("%s, read %u: “%s” came, which is not in the file", path, nth, content->str);
      if (!is_read)
        sema_test_reader_assert_sentence (path, error);
      if (!is_read && !g_error_matches (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO) && strstr (error->message, "cannot be read at byte") == NULL)
        g_error ("%s, read %u: %s", path, nth, error->message);
    }
}

static void
check_little (SemaTestRead read, const char *path, const GString *expected)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GError)  error = NULL;
  gboolean            is_read;

  reads_little = TRUE;
  read_with_event (read, path, NOTHING, 0, content, NULL, &error, &is_read);
  reads_little = FALSE;
  g_assert_no_error (error);
  sema_test_reader_assert_same (path, content, expected);
}

/* Without waiting for the disk. */
static void
write_file (const char *path, const char *bytes, gsize n_bytes)
{
  g_remove (path);
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize)n_bytes, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* The files of a folder lie in one of their own, where they can be changed. */
static char *
copy_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *copy = g_dir_make_tmp ("sema-test-XXXXXX", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *other;

  while ((other = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (folder, other, NULL);
      g_autofree char *to = g_build_filename (copy, other, NULL);
      g_autofree char *bytes = NULL;
      gsize            n_bytes;

      if (g_file_test (from, G_FILE_TEST_IS_REGULAR) && g_file_get_contents (from, &bytes, &n_bytes, NULL))
        write_file (to, bytes, n_bytes);
    }
  return g_build_filename (copy, name, NULL);
}

static void
remove_copies (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_remove (file);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Another program cuts the file in half, or doubles it with zeros, at the n-th read. */
static void
check_changing (SemaTestRead read, const char *path, Event what)
{
  g_autofree char *copy = copy_folder (path);
  g_autofree char *bytes = NULL;
  gsize            n_bytes;
  gboolean         happened = TRUE;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  changed_path = copy;
  changed_size = n_bytes;
  for (guint nth = 0; happened; nth++)
    {
      g_autoptr (GString) content = g_string_new (NULL);
      g_autoptr (GError)  error = NULL;
      gboolean            is_read;

      write_file (copy, bytes, n_bytes);
      happened = read_with_event (read, copy, what, nth, content, NULL, &error, &is_read);
      if (!is_read)
        sema_test_reader_assert_sentence (copy, error);
    }
  remove_copies (copy);
}

/**
 * sema_test_reader_check_disk:
 * @read: a reader
 * @path: a good file of its kind
 *
 * A disk that fails at the n-th read, one that gives little and is interrupted, and a file that is cut or grows while it is read.
 */
void
sema_test_reader_check_disk (SemaTestRead read, const char *path)
{
  g_autoptr (GString) expected = sema_test_reader_read_whole (read, path);
  guint               n_descriptors = sema_test_count_descriptors ();
  guint64             used = sema_memory_get_used ();

  check_failing (read, path, expected);
  check_little (read, path, expected);
  check_changing (read, path, HALVE);
  check_changing (read, path, GROW);
  g_assert_cmpuint (sema_memory_get_used (), ==, used);
  g_assert_cmpuint (sema_test_count_descriptors (), ==, n_descriptors);
}

/**
 * sema_test_reader_cancel_at_reads:
 * @read: a reader
 * @path: a good file of its kind
 * @expected: what comes of it
 *
 * Cancelled at the n-th read: only what looks no more at cancel comes to its end.
 */
void
sema_test_reader_cancel_at_reads (SemaTestRead read, const char *path, const GString *expected)
{
  gboolean happened = TRUE;

  for (guint nth = 0; happened; nth++)
    {
      g_autoptr (SemaProgress) progress = sema_progress_new ();
      g_autoptr (GString)      content = g_string_new (NULL);
      g_autoptr (GError)       error = NULL;
      gboolean                 is_read;

      cancelled = progress;
      happened = read_with_event (read, path, CANCEL, nth, content, progress, &error, &is_read);
      sema_test_reader_assert_stopped (path, is_read, content, expected, error);
    }
}
