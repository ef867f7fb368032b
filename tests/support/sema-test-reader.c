/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-test-reader.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <pthread.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

#define STACK (256 * 1024)
#define OFTEN 100
#define GROWTH ((guint64)1 << 20) /* bytes that may come and go with the allocator of the C library while a file is opened often */

static const char *const folders[] = {"evaluation", "formats", "formats/archives", "formats/fasttext", "formats/gensim", "formats/gguf", "formats/projector", "formats/saved", "formats/tensors", "tokens"};

/**
 * sema_test_reader_read_whole:
 * @read: a reader
 * @path: a good file of its kind
 *
 * Returns: (transfer full): what comes of it
 */
GString *
sema_test_reader_read_whole (SemaTestRead read, const char *path)
{
  GString           *content = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean           is_read = read (path, content, NULL, &error);

  if (!is_read)
    g_error ("%s: %s", path, error->message);
  return content;
}

/**
 * sema_test_reader_assert_sentence:
 * @path: a file that did not open
 * @error: why
 *
 * It must be one of our own errors, and a sentence.
 */
void
sema_test_reader_assert_sentence (const char *path, const GError *error)
{
  g_assert_nonnull (error);
  if ((error->domain != SEMA_FORMAT_ERROR && error->domain != SEMA_CORE_ERROR) || !g_str_has_suffix (error->message, ".") || !g_utf8_validate (error->message, -1, NULL))
    g_error ("%s: %s", path, error->message);
}

/**
 * sema_test_reader_assert_same:
 * @path: a file
 * @content: what came of it
 * @expected: what comes of it when nothing happens
 */
void
sema_test_reader_assert_same (const char *path, const GString *content, const GString *expected)
{
  if (!g_string_equal (content, expected))
    g_error ("%s: “%s” is not “%s”", path, content->str, expected->str);
}

typedef struct
{
  SemaTestRead   read;
  const char    *path;
  const GString *expected;
} Often;

static gpointer
read_often (gpointer data)
{
  const Often *often = data;

  for (guint i = 0; i < 5; i++)
    {
      GString *content = sema_test_reader_read_whole (often->read, often->path);

      sema_test_reader_assert_same (often->path, content, often->expected);
      g_string_free (content, TRUE);
    }
  return NULL;
}

/* Two loads at once, on stacks that are much smaller than usual. */
static void
check_threads (SemaTestRead read, const char *path, const GString *expected)
{
  Often          often = {read, path, expected};
  pthread_t      threads[2];
  pthread_attr_t attributes;

  pthread_attr_init (&attributes);
  g_assert_cmpint (pthread_attr_setstacksize (&attributes, STACK), ==, 0);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (pthread_create (&threads[i], &attributes, read_often, &often), ==, 0);
  for (guint i = 0; i < 2; i++)
    pthread_join (threads[i], NULL);
  pthread_attr_destroy (&attributes);
}

/**
 * sema_test_reader_check_places:
 * @read: a reader
 * @path: a good file of its kind
 *
 * The same comes of the file where numbers have commas and “i” has another capital, as far as such a locale is installed, and of two loads
 * at once on a stack of 256 KiB.
 */
void
sema_test_reader_check_places (SemaTestRead read, const char *path)
{
  static const char *const locales[] = {"de_DE.UTF-8", "tr_TR.UTF-8", "C"};
  g_autoptr (GString)      expected = sema_test_reader_read_whole (read, path);
  g_autofree char         *old = g_strdup (setlocale (LC_ALL, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_ALL, locales[i]) != NULL)
      {
        g_autoptr (GString) content = sema_test_reader_read_whole (read, path);

        sema_test_reader_assert_same (path, content, expected);
        check_threads (read, path, expected);
      }
  setlocale (LC_ALL, old);
}

/* Whether so many allocations did not come to the one that was to fail. */
static gboolean
is_failure_left (guint64 most)
{
  gboolean is_left = FALSE;

  for (guint64 i = 0; i < most && !is_left; i++)
    {
      gpointer block = sema_memory_alloc (1, NULL);

      is_left = block == NULL;
      sema_memory_free (block);
    }
  sema_memory_fail_at (0);
  return is_left;
}

/**
 * sema_test_reader_check_memory:
 * @read: a reader
 * @path: a good file of its kind
 *
 * Whichever allocation fails: an error that says so and nothing left behind, or the same content with less memory to spare,
 * or a warning of what was left out.
 */
void
sema_test_reader_check_memory (SemaTestRead read, const char *path)
{
  g_autoptr (GString) expected = sema_test_reader_read_whole (read, path);
  guint64             used = sema_memory_get_used ();
  gboolean            is_done = FALSE;
  guint64             nth;

  for (nth = 1; !is_done; nth++)
    {
      g_autoptr (GString) content = g_string_new (NULL);
      g_autoptr (GError)  error = NULL;
      gboolean            is_read;

      sema_memory_fail_at (nth);
      is_read = read (path, content, NULL, &error);
      is_done = is_failure_left (nth);
      if (is_read && strstr (content->str, "Not enough memory") == NULL)
        sema_test_reader_assert_same (path, content, expected);
      else if (!is_read && !g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY))
        g_error ("%s, allocation %" G_GUINT64_FORMAT ": %s", path, nth, error->message);
      g_assert_cmpuint (sema_memory_get_used (), ==, used);
    }
  g_assert_cmpuint (nth, >, 2);
}

/**
 * sema_test_reader_assert_stopped:
 * @path: a file
 * @is_read: whether it opened
 * @content: what came of it
 * @expected: what comes of it when nothing happens
 * @error: (nullable): why it did not open
 *
 * A load that was cancelled says so, or was done.
 */
void
sema_test_reader_assert_stopped (const char *path, gboolean is_read, const GString *content, const GString *expected, const GError *error)
{
  if (is_read)
    sema_test_reader_assert_same (path, content, expected);
  else if (!g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED))
    g_error ("%s: %s", path, error->message);
}

static gpointer
cancel_soon (gpointer progress)
{
  sema_progress_cancel (progress);
  return NULL;
}

static void
cancel_at_times (SemaTestRead read, const char *path, const GString *expected)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (SemaProgress) progress = sema_progress_new ();
      g_autoptr (GString)      content = g_string_new (NULL);
      g_autoptr (GError)       error = NULL;
      GThread                 *thread = i > 0 ? g_thread_new ("cancel", cancel_soon, progress) : cancel_soon (progress);
      gboolean                 is_read;

      g_usleep (i / 2 * 5);
      is_read = read (path, content, progress, &error);
      if (thread != NULL)
        g_thread_join (thread);
      sema_test_reader_assert_stopped (path, is_read, content, expected, error);
      g_assert_true (i > 0 || !is_read);
    }
}

/**
 * sema_test_reader_check_cancel:
 * @read: a reader
 * @path: a good file of its kind
 *
 * Cancelled before it begins, at the n-th read, and from another thread at any time: a load says so and leaves nothing behind.
 */
void
sema_test_reader_check_cancel (SemaTestRead read, const char *path)
{
  g_autoptr (GString) expected = sema_test_reader_read_whole (read, path);
  guint               n_descriptors = sema_test_count_descriptors ();
  guint64             used = sema_memory_get_used ();

  sema_test_reader_cancel_at_reads (read, path, expected);
  cancel_at_times (read, path, expected);
  g_assert_cmpuint (sema_memory_get_used (), ==, used);
  g_assert_cmpuint (sema_test_count_descriptors (), ==, n_descriptors);
}

/* What the program holds in memory; a sanitizer holds back what was freed. */
static guint64
measure_memory (void)
{
  g_autofree char *text = NULL;
  guint64          n_pages = 0;

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  n_pages = g_ascii_strtoull (strchr (text, ' '), NULL, 10);
#endif
  return n_pages * (guint64)sysconf (_SC_PAGESIZE);
}

/**
 * sema_test_reader_check_often:
 * @read: a reader
 * @path: a good file of its kind
 *
 * A hundred loads, after some others, leave no file open and no memory taken.
 */
void
sema_test_reader_check_often (SemaTestRead read, const char *path)
{
  guint64 used = sema_memory_get_used (), held = 0;
  guint   n_descriptors = sema_test_count_descriptors ();

  for (guint i = 0; i < OFTEN + 10; i++)
    {
      g_string_free (sema_test_reader_read_whole (read, path), TRUE);
      if (i == 9)
        held = measure_memory ();
    }
  g_assert_cmpuint (measure_memory (), <=, held + GROWTH);
  g_assert_cmpuint (sema_memory_get_used (), ==, used);
  g_assert_cmpuint (sema_test_count_descriptors (), ==, n_descriptors);
}

static void
check_one (SemaTestRead read, const char *path)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GError)  error = NULL;

  if (!read (path, content, NULL, &error))
    sema_test_reader_assert_sentence (path, error);
}

/* Each of the files in a folder, whatever it is, opens or is refused in a sentence. */
static void
check_others (SemaTestRead read, const char *folder)
{
  g_autofree char *path = sema_test_reader_build_path (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;
  guint64          used = sema_memory_get_used ();

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_REGULAR))
        check_one (read, file);
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, used);
}

/* Of @n_bytes each so many are changed that there are no more than @most changes. */
static void
change_bytes (SemaTestRead read, const char *name, guint8 *bytes, gsize n_bytes, gsize most)
{
  for (gsize at = 0; at < n_bytes; at += n_bytes * 4 / most + 1)
    {
      const guint8 original = bytes[at];
      const guint8 changes[] = {0, 0xff, original ^ 0x80, (guint8)(original + 1)};

      for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
        {
          g_autofree char *path = NULL;

          bytes[at] = changes[i];
          path = sema_test_files_write (name, bytes, n_bytes);
          check_one (read, path);
        }
      bytes[at] = original;
    }
}

/**
 * sema_test_reader_check_changes:
 * @read: a reader
 * @path: a good file of its kind, of which nothing lies beside it
 * @most: how many lengths, and how many changes of bytes, at the most; of larger files only some are tried
 *
 * Cut at any length, and with any byte set to 00, FF, its highest bit changed or one added, the file opens or is refused in a sentence.
 */
void
sema_test_reader_check_changes (SemaTestRead read, const char *path, gsize most)
{
  g_autofree char *bytes = NULL;
  gsize            n_bytes;
  guint64          used = sema_memory_get_used ();
  guint            n_descriptors = sema_test_count_descriptors ();

  g_test_message ("%s", path);
  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  for (gsize length = 0; length < n_bytes; length += n_bytes / most + 1)
    {
      g_autofree char *cut = sema_test_files_write ("cut", bytes, length);

      check_one (read, cut);
    }
  change_bytes (read, "changed", (guint8 *)bytes, n_bytes, most);
  g_assert_cmpuint (sema_memory_get_used (), ==, used);
  g_assert_cmpuint (sema_test_count_descriptors (), ==, n_descriptors);
}

/* What is no ordinary file, and what may not be read, is refused at once. */
static void
check_kinds (SemaTestRead read)
{
  g_autofree char *fifo = g_build_filename (sema_test_files_folder (), "fifo", NULL);
  g_autofree char *secret = sema_test_files_write ("secret", "king 1 2\n", 9);
  const char      *paths[] = {fifo, secret, "/dev/zero", "/dev/null", "/dev/full", sema_test_files_folder (), "/nowhere/at/all"};

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (chmod (secret, 0), ==, 0);
  for (guint i = geteuid () == 0 ? 2 : 0; i < G_N_ELEMENTS (paths); i++)
    {
      const char         *path = i == 1 && geteuid () == 0 ? fifo : paths[i];
      g_autoptr (GString) content = g_string_new (NULL);
      g_autoptr (GError)  error = NULL;

      g_assert_false (read (path, content, NULL, &error));
      sema_test_reader_assert_sentence (path, error);
    }
  g_remove (fifo);
}

/**
 * sema_test_reader_check_files:
 * @read: a reader
 * @names: (array length=n_names): good files of its kind in the folder of data
 * @n_names: how many
 *
 * All that is above, of each of the files.
 */
void
sema_test_reader_check_files (SemaTestRead read, const char *const *names, guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *path = sema_test_reader_build_path (names[i]);

      g_test_message ("%s", path);
      sema_test_reader_check_places (read, path);
      sema_test_reader_check_memory (read, path);
      sema_test_reader_check_disk (read, path);
      sema_test_reader_check_cancel (read, path);
      sema_test_reader_check_often (read, path);
    }
}

/**
 * sema_test_reader_check:
 * @read: a reader
 * @names: (array length=n_names): good files of its kind in the folder of data
 * @n_names: how many
 *
 * All that is above, of each of the files, and what is no ordinary file, and good files of all kinds.
 */
void
sema_test_reader_check (SemaTestRead read, const char *const *names, guint n_names)
{
  sema_test_reader_check_files (read, names, n_names);
  check_kinds (read);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    check_others (read, folders[i]);
}

/**
 * sema_test_reader_build_path:
 * @name: of a file in the folder of data
 *
 * Returns: (transfer full): its path
 */
char *
sema_test_reader_build_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", name, NULL);
}

/**
 * sema_test_reader_tell_texts:
 * @content: gets them
 * @texts: (array zero-terminated=1): warnings
 */
void
sema_test_reader_tell_texts (GString *content, const char *const *texts)
{
  for (; *texts != NULL; texts++)
    g_string_append_printf (content, "%s\n", *texts);
}

/**
 * sema_test_reader_tell_set:
 * @content: gets the warnings, the words, and the bytes of the rows
 * @set: a set
 */
void
sema_test_reader_tell_set (GString *content, SemaSet *set)
{
  float *space = sema_set_new_space (set, 1);

  sema_test_reader_tell_texts (content, sema_set_get_warnings (set));
  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    {
      gsize        length;
      const char  *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);
      const float *values = sema_set_read_row (set, row, space);

      g_string_append_len (content, word, (gssize)length);
      g_string_append_len (content, (const char *)values, (gssize)(sema_set_get_dim (set) * sizeof *values));
    }
  g_free (space);
}
