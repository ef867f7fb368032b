/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-question.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "sema-analogy.h"
#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-neighbours.h"
#include "sema-parallel.h"
#include "sema-test-files.h"
#include "sema-test-tries.h"
#include "sema-word2vec-map.h"

#define DIM 30
#define N_RECORDS 3000

/* Words from the beginning, the middle and the end of the file: the rows before them are multiplied later than those after. */
static const char *const early[] = {"w3", NULL};
static const char *const late[] = {"w2990", NULL};
static const char *const mixed[] = {"w1500", "w7", NULL};
static const char *const other[] = {"w2200", NULL};

static const SemaFormatsOptions questions[] = {
  {.plus = early},
  {.plus = late},
  {.plus = mixed, .minus = other},
  {.minus = late},
};

static char *
write_file (void)
{
  g_autoptr (GByteArray) bytes = sema_test_bytes ("3000 30\n");
  float                  values[DIM];

  for (guint row = 0; row < N_RECORDS; row++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", row);

      for (guint k = 0; k < DIM; k++)
        values[k] = sinf ((float)(row * DIM + k));
      sema_test_append_record (bytes, word, -1, values, DIM, row % 3 == 0);
    }
  return sema_test_files_write ("question.bin", bytes->data, bytes->len);
}

static SemaSet *
load (const char *path, const SemaFormatsOptions *options)
{
  g_autoptr (GError) error = NULL;
  SemaSet           *set = sema_formats_load_with (path, options, NULL, &error);

  g_assert_no_error (error);
  return set;
}

static gsize
find_rows (SemaSet *set, const char *const *words, guint64 *rows)
{
  gsize n = 0;

  for (; words != NULL && *words != NULL; words++)
    rows[n++] = sema_vocab_find (sema_set_get_vocab (set), *words, -1);
  return n;
}

/* What the question comes to when the whole file is there. */
static double *
ask (SemaSet *set, const SemaFormatsOptions *options)
{
  guint64               rows[3];
  gsize                 n_plus = find_rows (set, options->plus, rows);
  gsize                 n = n_plus + find_rows (set, options->minus, rows + n_plus);
  SemaTerm              terms[3];
  g_autoptr (SemaQuery) query = NULL;
  double               *unit = sema_memory_alloc_n (DIM, sizeof *unit, NULL);

  for (gsize i = 0; i < n; i++)
    terms[i] = (SemaTerm) {rows[i], i < n_plus ? 1 : -1};
  query = sema_query_new (set, terms, n, &(SemaQueryKind) {0}, NULL);
  return memcpy (unit, sema_query_get_unit (query), DIM * sizeof *unit);
}

/* All products, to the bit, for the very vector that is looked for. */
static void
assert_multiplied (SemaSet *set, const SemaFormatsOptions *options)
{
  double       *query = ask (set, options);
  const double *products = sema_set_get_products (set, query);

  g_assert_nonnull (products);
  for (guint64 row = 0; row < N_RECORDS; row++)
    {
      const SemaFloat *values = sema_set_get_row (set, row);
      double           product;

      sema_dot_rows (&values, 1, DIM, query, &product);
      g_assert_cmpmem (&products[row], sizeof product, &product, sizeof product);
    }
  sema_memory_free (query);
}

static void
test_products (void)
{
  g_autofree char *path = write_file ();

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    for (guint64 segment = SEMA_TEST_TRIES (200, 200, 2000); segment < 1000000; segment *= 32)
      for (guint threads = 1; threads <= 4; threads += 3)
        {
          g_autoptr (SemaSet) set = NULL;

          sema_word2vec_map_set_sizes (1, segment);
          sema_parallel_set_threads (threads);
          set = load (path, &questions[i]);
          g_assert_cmpuint (sema_set_get_n_rows (set), ==, N_RECORDS);
          assert_multiplied (set, &questions[i]);
        }
  sema_parallel_set_threads (0);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static GArray *
find (SemaSet *set, const SemaFormatsOptions *options)
{
  guint64 plus[2], minus[2];
  gsize   n_plus = find_rows (set, options->plus, plus);
  gsize   n_minus = find_rows (set, options->minus, minus);

  return sema_analogy_find (set, NULL, plus, n_plus, minus, n_minus, 20, NULL, NULL);
}

static void
test_same_answer (void)
{
  g_autofree char *path = write_file ();

  sema_word2vec_map_set_sizes (1, 5000);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (SemaSet) plain = load (path, &(SemaFormatsOptions) {0});
      g_autoptr (SemaSet) set = load (path, &questions[i]);
      g_autoptr (GArray)  expected = find (plain, &questions[i]);
      g_autoptr (GArray)  found = find (set, &questions[i]);

      g_assert_cmpuint (found->len, ==, 20);
      g_assert_cmpmem (found->data, found->len * sizeof (SemaNeighbour), expected->data, expected->len * sizeof (SemaNeighbour));
    }
}

/* A word that is not there, words that cancel each other out, none at all, and a word that is not among those wanted. */
static void
test_no_question (void)
{
  static const char *const unknown[] = {"w7", "w3000", NULL};
  const SemaFormatsOptions options[] = {{.plus = unknown}, {.plus = early, .minus = early}, {0}, {.most_rows = 100, .plus = late}};
  g_autofree char         *path = write_file ();
  g_autoptr (SemaSet)      plain = load (path, &(SemaFormatsOptions) {0});
  double                  *query = ask (plain, &questions[0]);

  sema_word2vec_map_set_sizes (1, 5000);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (SemaSet) set = load (path, &options[i]);

      g_assert_cmpuint (sema_set_get_n_rows (set), ==, options[i].most_rows > 0 ? 100 : N_RECORDS);
      g_assert_null (sema_set_get_products (set, query));
    }
  sema_memory_free (query);
}

static gint n_reads;

static gssize
read_failing_late (int fd, void *buffer, gsize n_bytes, off_t offset)
{
  if (g_atomic_int_add (&n_reads, -1) > 0)
    return pread (fd, buffer, n_bytes, offset);
  errno = EIO;
  return -1;
}

static gssize
read_cut_late (int fd, void *buffer, gsize n_bytes, off_t offset)
{
  return g_atomic_int_add (&n_reads, -1) > 0 ? pread (fd, buffer, n_bytes, offset) : 0;
}

static guint n_counted;

static gssize
read_counting (int fd, void *buffer, gsize n_bytes, off_t offset)
{
  n_counted++;
  return pread (fd, buffer, n_bytes, offset);
}

/* The disk fails, or the file is cut, when all is found and something must be read once more. */
static void
test_second_reading_fails (void)
{
  const SemaReadAtFunc readers[] = {read_failing_late, read_cut_late};
  g_autofree char     *path = write_file ();
  guint                n_all;

  sema_word2vec_map_set_sizes (1, 5000);
  sema_parallel_set_threads (1);
  n_counted = 0;
  sema_file_set_read_at (read_counting);
  sema_set_unref (load (path, &(SemaFormatsOptions) {0}));
  n_all = n_counted;
  sema_set_unref (load (path, &questions[1]));
  g_assert_cmpuint (n_counted, >, 2 * n_all);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (GError) error = NULL;

      n_reads = (gint)n_all;
      sema_file_set_read_at (readers[i]);
      g_assert_null (sema_formats_load_with (path, &questions[1], NULL, &error));
      g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
    }
  sema_file_set_read_at (NULL);
  sema_parallel_set_threads (0);
}

static void
test_allocation_failures (void)
{
  g_autofree char *path = write_file ();
  gboolean         is_done = FALSE;
  guint            n_failures = 0;

  sema_word2vec_map_set_sizes (1, 50000);
  for (guint64 nth = 1; !is_done; nth++)
    {
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaSet) set = NULL;

      sema_memory_fail_at (nth);
      set = sema_formats_load_with (path, &questions[1], NULL, &error);
      is_done = nth > 200 && set != NULL;
      sema_memory_fail_at (0);
      if (set != NULL)
        continue;
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
      n_failures++;
      g_assert_cmpuint (nth, <, 1000);
    }
  g_assert_cmpuint (n_failures, >, 10);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/word2vec-question/products", test_products);
  g_test_add_func ("/formats/word2vec-question/same-answer", test_same_answer);
  g_test_add_func ("/formats/word2vec-question/no-question", test_no_question);
  g_test_add_func ("/formats/word2vec-question/second-reading-fails", test_second_reading_fails);
  g_test_add_func ("/formats/word2vec-question/allocation-failures", test_allocation_failures);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
