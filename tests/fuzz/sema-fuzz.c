/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "sema-memory.h"

static char   *folder;
static char   *path;
static guint64 kept;

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* GLib ends a program by a trap, which libFuzzer does not take for an end. */
static void
trap_to_abort (int number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  sema_memory_set_budget (SEMA_FUZZ_MEMORY);
  signal (SIGTRAP, trap_to_abort);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

/* Memory that is left, and time that is spent, do not end a program by themselves. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  double  start = get_seconds ();
  guint64 used;

  sema_fuzz_read (data, size);
  used = sema_memory_get_used ();
  if (used != kept)
    g_error ("%" G_GUINT64_FORMAT " bytes are still held, not %" G_GUINT64_FORMAT, used, kept);
  if (get_seconds () - start > SEMA_FUZZ_SECONDS)
    g_error ("this took %.1f s of processor time", get_seconds () - start);
  return 0;
}

/* From now on what is held at this moment is held on purpose. */
void
sema_fuzz_keep_memory (void)
{
  kept = sema_memory_get_used ();
}

/* Removes the files that were written. */
void
sema_fuzz_remove_files (void)
{
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_remove (file);
    }
  if (folder != NULL)
    g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&path, g_free);
}

static void
build_path (const char *name)
{
  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("sema-fuzz-XXXXXX", NULL);
      g_assert_nonnull (folder);
      atexit (sema_fuzz_remove_files);
    }
  g_free (path);
  path = g_build_filename (folder, name, NULL);
}

/* Writes a file into a folder of this program, over what it was before. Returns its path, which is valid until the next call. */
const char *
sema_fuzz_write (const char *name, gconstpointer data, gsize size)
{
  int fd;

  build_path (name);
  /* A file that is cut to nothing and written again goes to the disk at once; a new one does not. */
  g_remove (path);
  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize)size);
  close (fd);
  return path;
}

/* The path of a file in tests/data. */
char *
sema_fuzz_build_stored_path (const char *stored)
{
  return g_build_filename (SEMA_FUZZ_DATA, stored, NULL);
}

/* Puts a good file beside the one that is read, unless it is there. */
void
sema_fuzz_copy (const char *stored)
{
  g_autofree char *from = sema_fuzz_build_stored_path (stored);
  g_autofree char *name = g_path_get_basename (stored);
  g_autofree char *contents = NULL;
  gsize            length;

  build_path (name);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  if (!g_file_get_contents (from, &contents, &length, NULL))
    g_error ("%s is missing", from);
  sema_fuzz_write (name, contents, length);
}

/* Looks at every byte: they must be there. */
void
sema_fuzz_touch (gconstpointer bytes, gsize n_bytes)
{
  static volatile guint8 sum;

  for (gsize i = 0; i < n_bytes; i++)
    sum = (guint8)(sum + ((const guint8 *)bytes)[i]);
}

/* What is said to people is one sentence. */
void
sema_fuzz_check_sentence (const char *sentence)
{
  if (!g_str_has_suffix (sentence, ".") || strchr (sentence, '\n') != NULL || !g_utf8_validate (sentence, -1, NULL))
    g_error ("this is no sentence: “%s”", sentence);
}

void
sema_fuzz_check_sentences (const char *const *sentences)
{
  for (; *sentences != NULL; sentences++)
    sema_fuzz_check_sentence (*sentences);
}

/* There is an error, which is a sentence, where nothing came out, and only there. The place of the error is taken, as it may be written to
 * while the first argument is made. */
void
sema_fuzz_check (gboolean is_fine, GError **error)
{
  g_assert_true (is_fine == (*error == NULL));
  if (*error != NULL)
    sema_fuzz_check_sentence ((*error)->message);
}
