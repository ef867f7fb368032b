/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-formats.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-file.h"
#include "sema-memory.h"
#include "sema-test-files.h"

/* What gensim reads from the same file: a row a line, the word in hexadecimal and the bits of its numbers. */
static void
assert_expected (SemaSet *set, const char *name)
{
  g_autoptr (GByteArray) table = sema_test_files_read (name);
  g_autofree char       *text = g_strndup ((const char *)table->data, table->len);
  g_auto (GStrv)         lines = g_strsplit (g_strchomp (text), "\n", -1);

  g_assert_cmpuint (sema_set_get_n_rows (set), ==, g_strv_length (lines));
  for (guint row = 0; lines[row] != NULL; row++)
    {
      g_auto (GStrv)      columns = g_strsplit (lines[row], "\t", 2);
      g_auto (GStrv)      numbers = g_strsplit (columns[1], " ", -1);
      g_autoptr (GString) hex = g_string_new (NULL);
      gsize               length;
      const guchar       *word = (const guchar *)sema_vocab_get_word (sema_set_get_vocab (set), row, &length);

      for (gsize i = 0; i < length; i++)
        g_string_append_printf (hex, "%02x", word[i]);
      g_assert_cmpstr (hex->str, ==, columns[0]);
      g_assert_cmpuint (sema_set_get_dim (set), ==, g_strv_length (numbers));
      for (gsize i = 0; i < sema_set_get_dim (set); i++)
        {
          guint32 bits;

          memcpy (&bits, &sema_set_get_row (set, row)[i], sizeof bits);
          g_assert_cmphex (bits, ==, strtoul (numbers[i], NULL, 16));
        }
    }
}

/* The three formats, each plain, gzip, and gzip of four members of which one is empty. */
static void
test_good_files (void)
{
  static const struct
  {
    const char *name, *format;
  } files[] = {
    {"small.bin", "word2vec-binary"},
    {"small-feeds.bin", "word2vec-binary"},
    {"small.vec", "word2vec-text"},
    {"small.txt", "glove-text"},
  };
  static const char *const suffixes[] = {"", ".gz", ".members.gz"};

  for (guint i = 0; i < G_N_ELEMENTS (files) * G_N_ELEMENTS (suffixes); i++)
    {
      const char         *suffix = suffixes[i % G_N_ELEMENTS (suffixes)];
      g_autofree char    *name = g_strconcat (files[i / G_N_ELEMENTS (suffixes)].name, suffix, NULL);
      g_autofree char    *path = sema_test_files_data (name);
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaSet) set = sema_formats_load (path, NULL, &error);

      g_test_message ("%s", name);
      g_assert_no_error (error);
      g_assert_cmpstr (sema_set_get_format (set), ==, files[i / G_N_ELEMENTS (suffixes)].format);
      g_assert_cmpstr (sema_set_get_compression (set), ==, *suffix == '\0' ? "none" : "gzip");
      assert_expected (set, "small.tsv");
      sema_test_assert_no_warnings (set);
    }
}

/* The first rows of every format, plain and packed: the same as of the whole file, and nothing is said of the others. */
static void
test_first_rows (void)
{
  static const char *const names[] = {"small.bin", "small-feeds.bin", "small.vec", "small.txt", "small.bin.gz", "small.vec.members.gz", "small.txt.gz"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char    *path = sema_test_files_data (names[i]);
      g_autoptr (SemaSet) whole = sema_formats_load (path, NULL, NULL);
      guint64             n_all = sema_set_get_n_rows (whole);

      for (guint64 n = 1; n <= n_all + 1; n++)
        {
          SemaFormatsOptions  options = {.most_rows = n};
          g_autoptr (GError)  error = NULL;
          g_autoptr (SemaSet) set = sema_formats_load_with (path, &options, NULL, &error);
          g_autofree char    *part = g_strdup_printf (", first %" G_GUINT64_FORMAT " word", n);

          g_assert_no_error (error);
          g_assert_cmpuint (sema_set_get_n_rows (set), ==, MIN (n, n_all));
          for (guint64 row = 0; row < MIN (n, n_all); row++)
            {
              gsize       length;
              const char *word = sema_vocab_get_word (sema_set_get_vocab (whole), row, &length);

              sema_test_assert_row (set, row, word, (gssize)length, sema_set_get_dim (whole), sema_set_get_row (whole, row));
            }
          sema_test_assert_no_warnings (set);
          g_assert_cmpint (strstr (sema_set_get_name (set), part) != NULL, ==, n <= n_all);
        }
    }
}

/* What is wrong behind the rows that are wanted does not matter: neither a cut nor damaged compression. */
static void
test_first_rows_of_damaged (void)
{
  g_autoptr (GString)    text = g_string_new (NULL);
  g_autoptr (GByteArray) packed = NULL;
  g_autofree char       *path = NULL;
  SemaFormatsOptions     options = {.most_rows = 100};

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "w%u %u.5 %u\n", i, i % 7, i % 11);
  packed = sema_test_gzip (text->str, text->len);
  memset (packed->data + packed->len / 2, 0xff, 100);
  path = sema_test_files_write ("damaged.txt.gz", packed->data, packed->len);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SemaSet) set = sema_formats_load_with (path, &options, NULL, NULL);

      g_assert_cmpuint (sema_set_get_n_rows (set), ==, 100);
      sema_test_assert_no_warnings (set);
    }
}

static void
test_numbers (void)
{
  g_autofree char    *path = sema_test_files_data ("numbers.txt");
  g_autoptr (SemaSet) set = sema_formats_load (path, NULL, NULL);

  assert_expected (set, "numbers.tsv");
}

/* Names say nothing: every good file under the name of another. */
static void
test_wrong_names (void)
{
  static const char *const files[] = {"small.bin", "small.vec", "small.txt", "small.bin.gz"};
  static const char *const names[] = {"x.txt", "x.gz", "x.bin", "x.npy"};

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GByteArray) bytes = sema_test_files_read (files[i]);
      g_autoptr (GError)     error = NULL;
      g_autoptr (SemaSet)    set = sema_test_load (names[i], bytes->data, bytes->len, &error);

      g_assert_no_error (error);
      assert_expected (set, "small.tsv");
    }
}

static void
test_set_name (void)
{
  g_autofree char    *path = sema_test_files_data ("small.bin.gz");
  g_autoptr (SemaSet) set = sema_formats_load (path, NULL, NULL);

  g_assert_cmpstr (sema_set_get_name (set), ==, "small");
}

static void
test_sample (void)
{
  g_autoptr (SemaSet) set = NULL;
  const char         *path = g_getenv ("SEMA_SAMPLE");

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("SEMA_SAMPLE names no file");
      return;
    }
  set = sema_formats_load (path, NULL, NULL);
  g_assert_cmpuint (sema_set_get_dim (set), ==, 100);
  g_assert_cmpuint (sema_set_get_n_rows (set), >=, 30000);
  g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), "king", 4), !=, SEMA_VOCAB_NO_ROW);
  sema_test_assert_no_warnings (set);
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sema_formats_load ("/nowhere/words.bin", NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  g_assert_null (sema_formats_load (sema_test_files_folder (), NULL, NULL));
}

static void
test_progress (void)
{
  g_autofree char         *path = sema_test_files_data ("small.bin.gz");
  g_autoptr (GByteArray)   bytes = sema_test_files_read ("small.bin.gz");
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (SemaSet)      set = sema_formats_load (path, progress, NULL);

  g_assert_nonnull (set);
  g_assert_cmpuint (sema_progress_get_total (progress), ==, bytes->len);
  g_assert_cmpuint (sema_progress_get_done (progress), ==, bytes->len);
}

static void
test_hundred_times (void)
{
  g_autofree char *good = sema_test_files_data ("small.vec.gz");
  g_autofree char *bad = sema_test_files_write ("bad.gz", "\x1f\x8b\x08\0\0\0\0\0\0\0xx", 12);
  guint            n_descriptors = sema_test_count_descriptors ();

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (SemaSet) set = sema_formats_load (good, NULL, NULL);
      g_autoptr (SemaSet) none = sema_formats_load (bad, NULL, NULL);

      g_assert_nonnull (set);
      g_assert_null (none);
    }
  g_assert_cmpuint (sema_test_count_descriptors (), ==, n_descriptors);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static gpointer
load_often (gpointer data)
{
  const char         *name = data;
  g_autofree char    *path = sema_test_files_data (name);
  g_autoptr (SemaSet) first = sema_formats_load (path, NULL, NULL);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SemaSet) set = sema_formats_load (path, NULL, NULL);

      sema_test_assert_same (set, first);
    }
  return NULL;
}

/* Two loads at once, on stacks that are much smaller than usual. */
static void
test_two_at_once (void)
{
  static const char *const names[] = {"small.bin.gz", "small.txt"};
  pthread_t                threads[2];
  pthread_attr_t           attributes;

  pthread_attr_init (&attributes);
  g_assert_cmpint (pthread_attr_setstacksize (&attributes, 256 * 1024), ==, 0);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (pthread_create (&threads[i], &attributes, load_often, (gpointer)names[i]), ==, 0);
  for (guint i = 0; i < 2; i++)
    pthread_join (threads[i], NULL);
  pthread_attr_destroy (&attributes);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

/* A text of a megabyte, so that what holds the rows grows while it is read. */
static char *
write_large (gboolean compress)
{
  g_autoptr (GString)    text = g_string_new ("20000 8\n");
  g_autoptr (GByteArray) packed = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "word%u 1.5 -2.25 3 %u -5 6.125 7e-3 8\n", i, i % 977);
  if (!compress)
    return sema_test_files_write ("large.txt", text->str, text->len);
  packed = sema_test_gzip (text->str, text->len);
  return sema_test_files_write ("large.txt.gz", packed->data, packed->len);
}

/* Whichever allocation fails: an error and nothing left behind, or less memory to spare and the same rows. */
static void
test_allocation_failures (void)
{
  char *paths[] = {write_large (FALSE), write_large (TRUE), sema_test_files_data ("small.bin.gz")};

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      guint n_failed = 0;

      for (guint nth = 1; nth <= 60; nth++)
        {
          g_autoptr (GError)  error = NULL;
          g_autoptr (SemaSet) set = NULL;

          sema_memory_fail_at (nth);
          set = sema_formats_load (paths[i], NULL, &error);
          sema_memory_fail_at (0);
          if (set == NULL)
            {
              g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
              g_assert_cmpuint (sema_memory_get_used (), ==, 0);
              n_failed++;
            }
        }
      g_assert_cmpuint (n_failed, >=, 5);
      g_free (paths[i]);
    }
}

static SemaProgress *cancelled_by_read;
static guint         reads_before_cancel;

static gssize
read_and_cancel (int fd, void *buffer, gsize n_bytes)
{
  if (reads_before_cancel-- == 0)
    sema_progress_cancel (cancelled_by_read);
  return read (fd, buffer, MIN (n_bytes, 60000));
}

/* Cancelled at each of its reads, a load gives nothing, says so, and leaves nothing behind. */
static void
test_cancel (void)
{
  g_autofree char *plain = write_large (FALSE);
  g_autofree char *packed = write_large (TRUE);
  guint            n_descriptors = sema_test_count_descriptors ();

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (SemaProgress) progress = sema_progress_new ();
      g_autoptr (GError)       error = NULL;
      g_autoptr (SemaSet)      set = NULL;

      cancelled_by_read = progress;
      reads_before_cancel = i / 2;
      sema_file_set_read (read_and_cancel);
      set = sema_formats_load (i % 2 == 0 ? plain : packed, progress, &error);
      sema_file_set_read (NULL);
      if (!sema_progress_is_cancelled (progress))
        continue;
      g_assert_null (set);
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
    }
  g_assert_cmpuint (sema_test_count_descriptors (), ==, n_descriptors);
}

static gpointer
cancel_soon (gpointer progress)
{
  sema_progress_cancel (progress);
  return NULL;
}

static void
test_cancel_from_thread (void)
{
  g_autofree char *path = write_large (TRUE);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (SemaProgress) progress = sema_progress_new ();
      g_autoptr (GError)       error = NULL;
      g_autoptr (SemaSet)      set = NULL;
      GThread                 *thread = g_thread_new ("cancel", cancel_soon, progress);

      g_usleep (i * 10);
      set = sema_formats_load (path, progress, &error);
      g_thread_join (thread);
      if (set == NULL)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static guint fail_at_read;
static guint n_reads;
static guint fail_with;

static gssize
read_and_fail (int fd, void *buffer, gsize n_bytes)
{
  if (n_reads++ == fail_at_read)
    {
      errno = (int)fail_with;
      return -1;
    }
  return read (fd, buffer, MIN (n_bytes, 50));
}

/* A disk that fails at any read: an error that has the byte; a signal at any read: nothing. */
static void
test_failing_reads (void)
{
  g_autofree char *path = sema_test_files_data ("small.bin.gz");

  for (fail_at_read = 0; fail_at_read < 12; fail_at_read++)
    {
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaSet) failed = NULL;
      g_autoptr (SemaSet) set = NULL;

      sema_file_set_read (read_and_fail);
      n_reads = 0;
      fail_with = EIO;
      failed = sema_formats_load (path, NULL, &error);
      n_reads = 0;
      fail_with = EINTR;
      set = sema_formats_load (path, NULL, NULL);
      sema_file_set_read (NULL);
      g_assert_null (failed);
      g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
      g_assert_nonnull (strstr (error->message, "cannot be read at byte"));
      assert_expected (set, "small.tsv");
    }
}

static gssize
read_and_vanish (int fd, void *buffer, gsize n_bytes)
{
  return n_reads++ < 10 ? read (fd, buffer, MIN (n_bytes, 60000)) : 0;
}

/* Another program cuts the file while it is read: the rows that came are whole, and the rest is told. */
static void
test_vanishing (void)
{
  g_autofree char    *path = write_large (FALSE);
  g_autoptr (SemaSet) whole = sema_formats_load (path, NULL, NULL);
  g_autoptr (SemaSet) set = NULL;

  n_reads = 0;
  sema_file_set_read (read_and_vanish);
  set = sema_formats_load (path, NULL, NULL);
  sema_file_set_read (NULL);
  g_assert_cmpuint (sema_set_get_n_rows (set), <, sema_set_get_n_rows (whole));
  sema_test_assert_warning (set, "promises 20000 words");
}

static const char *growing_path;

static gssize
read_and_grow (int fd, void *buffer, gsize n_bytes)
{
  if (n_reads++ == 1)
    {
      FILE *file = fopen (growing_path, "ab");

      g_assert_cmpuint (fwrite ("c 5 6\n", 1, 6, file), ==, 6);
      g_assert_cmpint (fclose (file), ==, 0);
    }
  return read (fd, buffer, n_bytes);
}

/* Another program appends while it is read: what is there at the end counts. */
static void
test_growing (void)
{
  g_autofree char    *path = sema_test_files_write ("grows.txt", "a 1 2\nb 3 4\n", 12);
  g_autoptr (SemaSet) set = NULL;

  n_reads = 0;
  growing_path = path;
  sema_file_set_read (read_and_grow);
  set = sema_formats_load (path, NULL, NULL);
  sema_file_set_read (NULL);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 3);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/formats/good-files", test_good_files);
  g_test_add_func ("/formats/formats/first-rows", test_first_rows);
  g_test_add_func ("/formats/formats/first-rows-of-damaged", test_first_rows_of_damaged);
  g_test_add_func ("/formats/formats/numbers", test_numbers);
  g_test_add_func ("/formats/formats/wrong-names", test_wrong_names);
  g_test_add_func ("/formats/formats/set-name", test_set_name);
  g_test_add_func ("/formats/formats/sample", test_sample);
  g_test_add_func ("/formats/formats/no-file", test_no_file);
  g_test_add_func ("/formats/formats/progress", test_progress);
  g_test_add_func ("/formats/formats/hundred-times", test_hundred_times);
  g_test_add_func ("/formats/formats/two-at-once", test_two_at_once);
  g_test_add_func ("/formats/formats/allocation-failures", test_allocation_failures);
  g_test_add_func ("/formats/formats/cancel", test_cancel);
  g_test_add_func ("/formats/formats/cancel-from-thread", test_cancel_from_thread);
  g_test_add_func ("/formats/formats/failing-reads", test_failing_reads);
  g_test_add_func ("/formats/formats/vanishing", test_vanishing);
  g_test_add_func ("/formats/formats/growing", test_growing);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
