/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-map.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "sema-analogy.h"
#include "sema-error.h"
#include "sema-file.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-test-files.h"
#include "sema-test-tries.h"

/* A file that is mapped must come out as the same file does that is read: rows, lengths, warnings and errors. The reader is
 * tested by itself. */

#define DIM 3

static const guint64 segment_sizes[] = {7, 40, 333, 5000};

/* The set that a file becomes when it is read from front to back, or the error. */
static SemaSet *
load_read (const GByteArray *bytes, GError **error)
{
  sema_word2vec_map_set_sizes (G_MAXUINT64, 0);
  return sema_test_load ("vectors", bytes->data, bytes->len, error);
}

static SemaSet *
load_mapped (const GByteArray *bytes, guint64 segment, guint n_threads, GError **error)
{
  SemaSet *set;

  sema_word2vec_map_set_sizes (1, segment);
  sema_parallel_set_threads (n_threads);
  set = sema_test_load ("vectors", bytes->data, bytes->len, error);
  sema_parallel_set_threads (0);
  return set;
}

static void
assert_same_set (SemaSet *set, SemaSet *expected)
{
  g_autofree char *warnings = g_strjoinv ("\n", (char **)sema_set_get_warnings (set));
  g_autofree char *expected_warnings = g_strjoinv ("\n", (char **)sema_set_get_warnings (expected));

  sema_test_assert_same (set, expected);
  g_assert_cmpmem (sema_set_get_norms (set), sema_set_get_n_rows (set) * sizeof (double),
                   sema_set_get_norms (expected), sema_set_get_n_rows (expected) * sizeof (double));
  g_assert_cmpstr (warnings, ==, expected_warnings);
}

static void
check (const GByteArray *bytes)
{
  g_autoptr (GError)  expected_error = NULL;
  g_autoptr (SemaSet) expected = load_read (bytes, &expected_error);

  for (guint i = 0; i < G_N_ELEMENTS (segment_sizes); i++)
    {
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaSet) set = load_mapped (bytes, segment_sizes[i], i + 1, &error);

      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, expected_error != NULL ? expected_error->message : NULL);
      if (set != NULL)
        assert_same_set (set, expected);
    }
}

/* Words of 1 to 45 bytes, some odd, some repeated; numbers of any bits, blanks and feeds among them. */
static GByteArray *
make_file (GRand *rand, guint n_records, guint n_promised, double feed_share)
{
  GByteArray      *bytes = g_byte_array_new ();
  g_autofree char *header = g_strdup_printf ("%u %d\n", n_promised, DIM);

  sema_test_append_text (bytes, header);
  for (guint i = 0; i < n_records; i++)
    {
      char  word[46];
      float values[DIM];
      gsize length = (gsize)g_rand_int_range (rand, 1, 46);

      for (gsize k = 0; k < length; k++)
        word[k] = (char)g_rand_int_range (rand, '!', 0x100);
      for (gsize k = 0; k < DIM; k++)
        {
          guint32 bits = g_rand_int (rand);

          memcpy (&values[k], &bits, sizeof bits);
        }
      sema_test_append_record (bytes, i % 17 == 16 ? "again" : word, i % 17 == 16 ? 5 : (gssize)length, values, DIM,
                               g_rand_double (rand) < feed_share);
    }
  return bytes;
}

static void
test_random (void)
{
  GRand *rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < SEMA_TEST_TRIES (60, 60, 20); i++)
    {
      guint                  n = (guint)g_rand_int_range (rand, 1, 300);
      g_autoptr (GByteArray) bytes = make_file (rand, n, n + (i % 5 == 4 ? 3 : 0) - (i % 7 == 6 && n > 2 ? 2 : 0), (i % 3) * 0.5);

      check (bytes);
    }
  g_rand_free (rand);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static void
test_lengths (void)
{
  GRand                 *rand = g_rand_new_with_seed (2);
  g_autoptr (GByteArray) bytes = make_file (rand, 12, 12, 0.5);

  for (guint length = bytes->len; length > 4; length--)
    {
      g_byte_array_set_size (bytes, length);
      check (bytes);
    }
  g_rand_free (rand);
}

static void
test_bytes (void)
{
  GRand                 *rand = g_rand_new_with_seed (3);
  g_autoptr (GByteArray) bytes = make_file (rand, 9, 9, 0.5);

  for (guint place = 5; place < bytes->len; place += SEMA_TEST_TRIES (1, 1, 4))
    {
      const guint8 old = bytes->data[place];
      const guint8 others[] = {0x00, 0xff, ' ', '\n', '\r', 0x80};

      for (guint k = 0; k < G_N_ELEMENTS (others); k++)
        {
          bytes->data[place] = others[k];
          check (bytes);
        }
      bytes->data[place] = old;
    }
  g_rand_free (rand);
}

/* Numbers that look like words, so that every guess is wrong: the walk from the front wins. */
static void
test_misleading (void)
{
  g_autoptr (GByteArray) bytes = sema_test_bytes ("400 3\n");
  float                  values[DIM];

  memcpy (values, "abc def ghi ", sizeof values);
  for (guint i = 0; i < 400; i++)
    {
      const char word[] = {'a' + i % 26, 'a' + i / 26, 0x7f, 0};

      sema_test_append_record (bytes, word, 2, values, DIM, i % 2 == 0);
    }
  check (bytes);
  sema_test_append_text (bytes, "something else");
  check (bytes);
}

static GByteArray *
make_large_file (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  sema_test_append_text (bytes, "2000 300\n");
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%u", i);
      float            values[300];

      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        values[k] = sinf ((float)(i * 7 + k));
      sema_test_append_record (bytes, word, -1, values, G_N_ELEMENTS (values), FALSE);
    }
  return g_steal_pointer (&bytes);
}

/* The numbers stay in the file, at any byte. */
static void
test_is_lent (void)
{
  g_autoptr (GByteArray) bytes = make_large_file ();
  g_autoptr (SemaSet)    set = load_mapped (bytes, 0, 2, NULL);

  g_assert_cmpuint (sema_memory_get_used (), <, bytes->len / 10);
  g_assert_cmpint (sema_set_get_row (set, 1) - sema_set_get_row (set, 0), !=, 300);
  g_assert_cmpfloat (sema_set_get_row (set, 3)[2], ==, sinf (23));
}

/* The first rows of a mapped file are those of the file that is read, with any size of segments. */
static void
test_first_rows (void)
{
  GRand                 *rand = g_rand_new_with_seed (4);
  g_autoptr (GByteArray) bytes = make_file (rand, 300, 300, 0.5);
  g_autofree char       *path = sema_test_files_write ("first.bin", bytes->data, bytes->len);
  guint                  n_same = 0;

  for (guint64 n = 1; n <= 301; n += SEMA_TEST_TRIES (3, 3, 15))
    for (guint i = 0; i < G_N_ELEMENTS (segment_sizes); i++)
      {
        SemaFormatsOptions  options = {.most_rows = n};
        g_autoptr (GError)  read_error = NULL;
        g_autoptr (GError)  error = NULL;
        g_autoptr (SemaSet) mapped = NULL;
        g_autoptr (SemaSet) read = NULL;

        sema_word2vec_map_set_sizes (G_MAXUINT64, 0);
        read = sema_formats_load_with (path, &options, NULL, &read_error);
        sema_word2vec_map_set_sizes (1, segment_sizes[i]);
        mapped = sema_formats_load_with (path, &options, NULL, &error);
        g_assert_cmpstr (error != NULL ? error->message : NULL, ==, read_error != NULL ? read_error->message : NULL);
        if (read == NULL)
          continue;
        assert_same_set (mapped, read);
        n_same++;
        g_assert_cmpuint (sema_set_get_n_rows (mapped), ==, MIN (n, 300));
        g_assert_cmpstr (sema_set_get_name (mapped), ==, sema_set_get_name (read));
      }
  g_assert_cmpuint (n_same, >, 20);
  g_rand_free (rand);
}

typedef struct
{
  const char *path;
  gint64      size;
} Cut;

static gpointer
cut_soon (gpointer data)
{
  const Cut *cut = data;

  g_usleep (2000);
  g_assert_cmpint (truncate (cut->path, cut->size), ==, 0);
  return NULL;
}

/* Another program cuts the file while questions are asked of it: the answers are worth nothing, and it is told. */
static void
test_cut_under_query (void)
{
  g_autoptr (GByteArray) bytes = make_large_file ();

  sema_word2vec_map_set_sizes (1, 0);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char    *path = sema_test_files_write ("cut.bin", bytes->data, bytes->len);
      g_autoptr (SemaSet) set = sema_formats_load (path, NULL, NULL);
      Cut                 cut = {path, i * 100000};
      GThread            *thread;
      guint64             row = 5;

      g_assert_false (sema_set_is_lost (set));
      thread = g_thread_new (NULL, cut_soon, &cut);
      for (guint n = 0; n < 10000 && !sema_set_is_lost (set); n++)
        {
          g_autoptr (GArray) found = sema_analogy_find (set, NULL, &row, 1, NULL, 0, 10, NULL, NULL);
        }
      g_assert_true (sema_set_is_lost (set));
      g_thread_join (thread);
    }
}

/* A file that grows is as long as it was. */
static void
test_growing (void)
{
  g_autoptr (GByteArray) bytes = make_large_file ();
  g_autofree char       *path = sema_test_files_write ("growing.bin", bytes->data, bytes->len - 700);
  g_autoptr (SemaSet)    set = NULL;

  sema_word2vec_map_set_sizes (1, 0);
  set = sema_formats_load (path, NULL, NULL);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 1999);
  sema_test_assert_warning (set, "ends inside the word");
}

static gint n_reads;

static gssize
read_short (int fd, void *buffer, gsize n_bytes, off_t offset)
{
  if (g_atomic_int_add (&n_reads, 1) % 3 == 1)
    {
      errno = EINTR;
      return -1;
    }
  return pread (fd, buffer, MIN (n_bytes, 100000), offset);
}

static gssize
read_failing (int fd, void *buffer, gsize n_bytes, off_t offset)
{
  if (offset > 1000000)
    {
      errno = EIO;
      return -1;
    }
  return pread (fd, buffer, n_bytes, offset);
}

static gssize
read_vanishing (int fd, void *buffer, gsize n_bytes, off_t offset)
{
  return offset > 1000000 ? 0 : pread (fd, buffer, n_bytes, offset);
}

static void
test_reads (void)
{
  g_autoptr (GByteArray) bytes = make_large_file ();
  g_autofree char       *path = sema_test_files_write ("reads.bin", bytes->data, bytes->len);
  g_autoptr (SemaSet)    expected = load_read (bytes, NULL);
  g_autoptr (SemaSet)    set = NULL;
  g_autoptr (SemaSet)    vanished = NULL;
  g_autoptr (GError)     error = NULL;

  sema_word2vec_map_set_sizes (1, 300000);
  sema_file_set_read_at (read_short);
  set = sema_formats_load (path, NULL, NULL);
  assert_same_set (set, expected);
  sema_file_set_read_at (read_failing);
  g_assert_null (sema_formats_load (path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  sema_file_set_read_at (read_vanishing);
  vanished = sema_formats_load (path, NULL, NULL);
  sema_file_set_read_at (NULL);
  g_assert_cmpuint (sema_set_get_n_rows (vanished), <, 2000);
  sema_test_assert_warning (vanished, "promises 2000 words");
}

static void
test_allocation_failures (void)
{
  g_autoptr (GByteArray) bytes = make_large_file ();
  g_autofree char       *path = sema_test_files_write ("memory.bin", bytes->data, bytes->len);
  g_autoptr (SemaSet)    set = NULL;

  sema_word2vec_map_set_sizes (1, 300000);
  for (guint64 nth = 1; set == NULL; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      set = sema_formats_load (path, NULL, &error);
      sema_memory_fail_at (0);
      if (set == NULL)
        {
          g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
          g_assert_cmpuint (sema_memory_get_used (), ==, 0);
        }
      g_assert_cmpuint (nth, <, 1000);
    }
}

static SemaProgress *cancelled;

static gssize
read_and_cancel (int fd, void *buffer, gsize n_bytes, off_t offset)
{
  if (g_atomic_int_dec_and_test (&n_reads))
    sema_progress_cancel (cancelled);
  return pread (fd, buffer, n_bytes, offset);
}

static void
test_cancel (void)
{
  g_autoptr (GByteArray) bytes = make_large_file ();
  g_autofree char       *path = sema_test_files_write ("cancel.bin", bytes->data, bytes->len);

  sema_word2vec_map_set_sizes (1, 300000);
  for (gint at = 1; at < 15; at++)
    {
      g_autoptr (SemaProgress) progress = sema_progress_new ();
      g_autoptr (GError)       error = NULL;

      cancelled = progress;
      n_reads = at;
      sema_file_set_read_at (read_and_cancel);
      g_assert_null (sema_formats_load (path, progress, &error));
      sema_file_set_read_at (NULL);
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
    }
}

/* A file of more numbers than 32 bits count, nearly all of them zeros in holes of the file. */
#define MANY_DIM 60000
#define MANY_RECORDS SEMA_TEST_TRIES (36000, 36000, 1000)
#define MANY_SIZE (2 + MANY_DIM * sizeof (float))
#define MANY_HEADER SEMA_TEST_TRIES ("36000 60000\n", "36000 60000\n", "1000 60000\n")

/* What the file says, without the 9 GB of zeros going through the system's memory. */
static gssize
read_holes (int fd, void *buffer, gsize n_bytes, off_t offset)
{
  guint64 first = (guint64)offset - strlen (MANY_HEADER);

  memset (buffer, 0, n_bytes);
  for (guint64 at = (first + MANY_SIZE - 1) / MANY_SIZE * MANY_SIZE; at < first + n_bytes; at += MANY_SIZE)
    g_assert_cmpint (pread (fd, (char *)buffer + (at - first), MIN (2, first + n_bytes - at), offset + (off_t)(at - first)), >, 0);
  if (first % MANY_SIZE == 1)
    *(char *)buffer = ' ';
  return (gssize)n_bytes;
}

static void
test_large_counts (void)
{
  g_autofree char    *path = sema_test_files_write ("holes.bin", MANY_HEADER, strlen (MANY_HEADER));
  const float         last = 2.5f;
  const guint64       end = strlen (MANY_HEADER) + MANY_RECORDS * MANY_SIZE;
  int                 fd = open (path, O_WRONLY);
  g_autoptr (SemaSet) set = NULL;

  for (guint64 i = 0; i < MANY_RECORDS; i++)
    g_assert_cmpint (pwrite (fd, i + 1 == MANY_RECORDS ? "z " : "a ", 2, (off_t)(strlen (MANY_HEADER) + i * MANY_SIZE)), ==, 2);
  g_assert_cmpint (pwrite (fd, &last, sizeof last, (off_t)(end - sizeof last)), ==, sizeof last);
  close (fd);
  sema_word2vec_map_set_sizes (1, 0);
  sema_file_set_read_at (read_holes);
  set = sema_formats_load (path, NULL, NULL);
  sema_file_set_read_at (NULL);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, MANY_RECORDS);
  g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), "z", -1), ==, MANY_RECORDS - 1);
  g_assert_cmpfloat (sema_set_get_row (set, MANY_RECORDS - 1)[MANY_DIM - 1], ==, 2.5f);
  g_assert_cmpfloat (sema_set_get_norm (set, 1), ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/word2vec-map/random", test_random);
  g_test_add_func ("/formats/word2vec-map/lengths", test_lengths);
  g_test_add_func ("/formats/word2vec-map/bytes", test_bytes);
  g_test_add_func ("/formats/word2vec-map/misleading", test_misleading);
  g_test_add_func ("/formats/word2vec-map/is-lent", test_is_lent);
  g_test_add_func ("/formats/word2vec-map/first-rows", test_first_rows);
  g_test_add_func ("/formats/word2vec-map/cut-under-query", test_cut_under_query);
  g_test_add_func ("/formats/word2vec-map/growing", test_growing);
  g_test_add_func ("/formats/word2vec-map/reads", test_reads);
  g_test_add_func ("/formats/word2vec-map/allocation-failures", test_allocation_failures);
  g_test_add_func ("/formats/word2vec-map/cancel", test_cancel);
  g_test_add_func ("/formats/word2vec-map/large-counts", test_large_counts);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
