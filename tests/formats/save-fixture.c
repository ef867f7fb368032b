/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "save-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-set-builder.h"
#include "sema-tensors-set.h"
#include "sema-test-files.h"

/**
 * sema_test_save_path:
 * @name: base name
 *
 * Returns: (transfer full): the path of a file in the folder of the test
 */
char *
sema_test_save_path (const char *name)
{
  return g_build_filename (sema_test_files_folder (), name, NULL);
}

/**
 * sema_test_save_make_set:
 * @words: (array length=n): words
 * @values: (n, dim) numbers
 * @n: how many rows
 * @dim: numbers of each
 *
 * Returns: (transfer full): a set of them
 */
SemaSet *
sema_test_save_make_set (const char *const *words, const float *values, gsize n, gsize dim)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (dim, n);

  for (gsize i = 0; i < n; i++)
    memcpy (sema_set_builder_add (builder, words[i], strlen (words[i]), NULL), values + i * dim, dim * sizeof *values);
  return sema_set_builder_finish (builder, "made", "none", "none", NULL, NULL);
}

/**
 * sema_test_save_make_random:
 * @words: (array length=n): words
 * @n: how many rows
 * @dim: numbers of each
 * @seed: of their bits
 *
 * Returns: (transfer full): a set of random bits: infinities, what is no number and what is nearly nothing among them
 */
SemaSet *
sema_test_save_make_random (const char *const *words, gsize n, gsize dim, guint32 seed)
{
  GRand             *random = g_rand_new_with_seed (seed);
  g_autofree float  *values = g_new (float, n *dim);
  const guint32      special[] = {0x80000000, 0x00000001, 0x7f800000, 0xff800000, 0x7fc12345, 0x00800000, 0x7f7fffff};
  static const guint n_special = G_N_ELEMENTS (special);

  for (gsize i = 0; i < n * dim; i++)
    {
      guint32 bits = i % 3 ? g_rand_int (random) : g_rand_int (random) & 0x80ffffff;

      if (i % 11 == 0)
        bits = special[(i / 11) % n_special];
      memcpy (&values[i], &bits, sizeof bits);
    }
  g_rand_free (random);
  return sema_test_save_make_set (words, values, n, dim);
}

/**
 * sema_test_save_make_large:
 *
 * Returns: (transfer full): a set of 4 MB
 */
SemaSet *
sema_test_save_make_large (void)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (1000, 0);

  for (guint i = 0; i < 1000; i++)
    {
      float *row = sema_set_builder_add (builder, "word", 4, NULL);

      for (guint k = 0; k < 1000; k++)
        row[k] = (float)(i * 1000 + k) / 7;
    }
  return sema_set_builder_finish (builder, "large", "none", "none", NULL, NULL);
}

static const char *
get_own_word (guint64 id, gsize *length, gpointer data)
{
  return sema_tensors_peek_row_word (data, 0, id, length);
}

static SemaSet *
load_array (const char *path, GError **error)
{
  g_autoptr (SemaTensors) tensors = sema_tensors_open (path, NULL, error);

  if (tensors == NULL || !sema_tensors_prepare (tensors, 0, NULL, error))
    return NULL;
  return sema_tensors_load_set (tensors, 0, "array", sema_tensors_has_row_words (tensors, 0) ? get_own_word : NULL, tensors, NULL, NULL, error);
}

/**
 * sema_test_save_load:
 * @path: a file of any format that is written
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the vectors in it
 */
SemaSet *
sema_test_save_load (const char *path, GError **error)
{
  gboolean is_tensors;

  if (!sema_tensors_recognise (path, &is_tensors, error))
    return NULL;
  return is_tensors ? load_array (path, error) : sema_formats_load (path, NULL, error);
}

/**
 * sema_test_save_assert_holds:
 * @path: a file
 * @expected: (array length=n_expected): its bytes
 * @n_expected: how many
 */
void
sema_test_save_assert_holds (const char *path, gconstpointer expected, gsize n_expected)
{
  g_autofree char *bytes = NULL;
  gsize            n_bytes;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  g_assert_cmpmem (bytes, n_bytes, expected, n_expected);
}

/**
 * sema_test_save_assert_same:
 * @set: a set
 * @other: another
 * @is_text: whether a number that is none may be another that is none
 *
 * Asserts that both have the same words and bits.
 */
void
sema_test_save_assert_same (SemaSet *set, SemaSet *other, gboolean is_text)
{
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, sema_set_get_n_rows (other));
  g_assert_cmpuint (sema_set_get_dim (set), ==, sema_set_get_dim (other));
  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    {
      gsize       length, other_length;
      const char *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);
      const char *other_word = sema_vocab_get_word (sema_set_get_vocab (other), row, &other_length);

      g_assert_cmpmem (word, length, other_word, other_length);
      for (gsize i = 0; i < sema_set_get_dim (set); i++)
        {
          float a = sema_set_get_row (set, row)[i], b = sema_set_get_row (other, row)[i];

          g_assert_true (memcmp (&a, &b, sizeof a) == 0 || (is_text && isnan (a) && isnan (b)));
        }
    }
}

/**
 * sema_test_save_assert_returns:
 * @writer: a format
 * @set: vectors
 * @name: base name for the file
 * @is_text: as for sema_test_save_assert_same()
 *
 * Asserts that what is written is read back.
 */
void
sema_test_save_assert_returns (const SemaVectorsWriter *writer, SemaSet *set, const char *name, gboolean is_text)
{
  g_autofree char    *path = sema_test_save_path (name);
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) back = NULL;

  sema_vectors_save_all (writer, set, path, NULL, &error);
  g_assert_no_error (error);
  back = sema_test_save_load (path, &error);
  g_assert_no_error (error);
  sema_test_save_assert_same (set, back, is_text);
}

/**
 * sema_test_save_assert_refused:
 * @writer: a format
 * @name: base name for the file
 * @word: a word that it cannot have, in the second of two rows, or in the first
 * @length: its bytes, -1: up to its NUL
 * @dim: numbers of a row
 * @part: what the sentence must hold
 *
 * Asserts that the word and its row are named, and that the old file is as it was.
 */
void
sema_test_save_assert_refused (const SemaVectorsWriter *writer, const char *name, const char *word, gssize length, gsize dim, const char *part)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (dim, 2);
  g_autoptr (SemaSet)        set = NULL;
  g_autofree char           *path = sema_test_save_path (name);
  g_autofree char           *label = NULL;
  g_autoptr (GError)         error = NULL;
  gsize                      n = length < 0 ? strlen (word) : (gsize)length;

  memset (sema_set_builder_add (builder, "good", 4, NULL), 0, dim * sizeof (float));
  memset (sema_set_builder_add (builder, word, n, NULL), 0, dim * sizeof (float));
  set = sema_set_builder_finish (builder, "made", "none", "none", NULL, NULL);
  g_file_set_contents (path, "old", 3, NULL);
  label = g_strescape (word, NULL);
  g_test_message ("“%s”", label);
  g_assert_false (sema_vectors_save_all (writer, set, path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WORD);
  g_assert_nonnull (strstr (error->message, "row 1,"));
  g_assert_nonnull (strstr (error->message, part));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  sema_test_save_assert_holds (path, "old", 3);
}

static guint
count_files (void)
{
  g_autoptr (GDir) directory = g_dir_open (sema_test_files_folder (), 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (directory) != NULL)
    n++;
  return n;
}

/* A disk that is full after so many bytes, as far as this process can tell. */
static void
check_no_room (const SemaVectorsWriter *writer, SemaSet *set, const char *path, rlim_t most)
{
  g_autoptr (GError) error = NULL;
  struct rlimit      before, limit;
  guint              n_files = count_files ();
  gboolean           saved;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = most;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  saved = sema_vectors_save_all (writer, set, path, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (saved);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));
  sema_test_save_assert_holds (path, "old", 3);
  g_assert_cmpuint (count_files (), ==, n_files);
}

static void
check_no_place (const SemaVectorsWriter *writer, SemaSet *set)
{
  g_autofree char   *missing = sema_test_save_path ("missing/vectors.bin");
  g_autoptr (GError) error = NULL;

  g_assert_false (sema_vectors_save_all (writer, set, missing, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "there is no folder “"));
  g_clear_error (&error);
  g_assert_false (sema_vectors_save_all (writer, set, "/dev/full", NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
}

static void
check_read_only (const SemaVectorsWriter *writer, SemaSet *set, const char *name)
{
  g_autofree char   *folder = sema_test_save_path ("read-only");
  g_autofree char   *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    return;
  g_assert_cmpint (g_mkdir (folder, 0555), ==, 0);
  g_assert_false (sema_vectors_save_all (writer, set, path, NULL, &error));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, g_strerror (EACCES)));
}

static void
check_progress (const SemaVectorsWriter *writer, SemaSet *set, const char *path)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (SemaProgress) cancelled = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  guint                    n_files = count_files ();

  sema_progress_cancel (cancelled);
  g_assert_false (sema_vectors_save_all (writer, set, path, cancelled, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  sema_test_save_assert_holds (path, "old", 3);
  g_assert_cmpuint (count_files (), ==, n_files);
  g_assert_true (sema_vectors_save_all (writer, set, path, progress, NULL));
  g_assert_cmpuint (sema_progress_get_done (progress), ==, 1000);
  g_assert_cmpuint (sema_progress_get_total (progress), ==, 1000);
}

/* Every allocation of file-sized memory fails once. */
static void
check_no_memory (const SemaVectorsWriter *writer, const char *path)
{
  static const char *const words[] = {"a", "ice cream", "b"};
  g_autoptr (SemaSet)      set = sema_test_save_make_random (words, writer == &sema_word2vec_binary_writer ? 1 : 3, 2, 1);
  guint64                  used = sema_memory_get_used ();
  gboolean                 is_done = FALSE;

  for (guint64 nth = 1; !is_done; nth++)
    {
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, "old", 3, NULL);
      sema_memory_fail_at (nth);
      is_done = sema_vectors_save_all (writer, set, path, NULL, &error);
      sema_memory_fail_at (0);
      g_assert_cmpuint (sema_memory_get_used (), ==, used);
      if (is_done)
        break;
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      sema_test_save_assert_holds (path, "old", 3);
    }
}

/* Where numbers have commas the same bytes are written, as far as such a locale is installed. */
static void
check_locales (const SemaVectorsWriter *writer, SemaSet *set, const char *path)
{
  static const char *const locales[] = {"C", "de_DE.UTF-8", "tr_TR.UTF-8"};
  g_autofree char         *old = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char         *first = NULL;
  gsize                    n_first = 0;

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      if (setlocale (LC_ALL, locales[i]) == NULL)
        continue;
      g_assert_true (sema_vectors_save_all (writer, set, path, NULL, NULL));
      if (first == NULL)
        g_assert_true (g_file_get_contents (path, &first, &n_first, NULL));
      sema_test_save_assert_holds (path, first, n_first);
    }
  setlocale (LC_ALL, old);
}

/* What is written is killed at some moment: the file is the old one or the whole new one. */
static void
check_killed (const SemaVectorsWriter *writer, SemaSet *set, const char *path)
{
  g_autofree char *whole = NULL;
  gsize            n_whole;
  guint            n_old = 0;

  g_assert_true (sema_vectors_save_all (writer, set, path, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &whole, &n_whole, NULL));
  for (guint round = 0; round < 12; round++)
    {
      g_autofree char *bytes = NULL;
      gsize            n_bytes;
      pid_t            child;

      g_file_set_contents (path, "old", 3, NULL);
      child = fork ();
      if (child == 0)
        _exit (sema_vectors_save_all (writer, set, path, NULL, NULL) ? 0 : 1);
      g_assert_cmpint (child, >, 0);
      g_usleep (round * round * 400);
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
      if (n_bytes == 3)
        {
          g_assert_cmpmem (bytes, n_bytes, "old", 3);
          n_old++;
        }
      else
        g_assert_cmpmem (bytes, n_bytes, whole, n_whole);
    }
  g_test_message ("%s: the old file was there %u times of 12", writer->id, n_old);
}

/**
 * sema_test_save_assert_safe:
 * @writer: a format
 * @name: base name for its files
 *
 * Asserts that a full disk, a missing, protected or wrong place, cancelling and lack of memory leave the old file as it was and nothing beside it, that
 * a process that is killed leaves the old one or the new one, and that the locale is of no matter.
 */
void
sema_test_save_assert_safe (const SemaVectorsWriter *writer, const char *name)
{
  g_autoptr (SemaSet) set = sema_test_save_make_large ();
  g_autofree char    *path = sema_test_save_path (name);

  g_file_set_contents (path, "old", 3, NULL);
  check_no_room (writer, set, path, 10);
  check_no_room (writer, set, path, 1500000);
  check_no_place (writer, set);
  check_read_only (writer, set, name);
  check_progress (writer, set, path);
  check_killed (writer, set, path);
  check_locales (writer, set, path);
  check_no_memory (writer, path);
}
