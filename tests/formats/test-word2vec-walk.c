/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-walk.h"

#include <math.h>
#include <string.h>

#include "sema-memory.h"
#include "sema-test-files.h"

#define DIM 30
#define N_RECORDS 900
#define HEADER "900 30\n"

static guint64 places[N_RECORDS + 1]; /* where each record begins */

/* Records with words of 1 to 24 letters, every third with a feed after it. */
static char *
write_file (void)
{
  g_autoptr (GByteArray) bytes = sema_test_bytes (HEADER);
  float                  values[DIM];

  for (guint i = 0; i < N_RECORDS; i++)
    {
      char word[24];

      memset (word, 'a' + i % 26, sizeof word);
      for (guint k = 0; k < DIM; k++)
        values[k] = sinf ((float)(i * DIM + k));
      places[i] = bytes->len;
      sema_test_append_record (bytes, word, 1 + i % 24, values, DIM, i % 3 == 0);
    }
  places[N_RECORDS] = bytes->len;
  return sema_test_files_write ("walk.bin", bytes->data, bytes->len);
}

static void
test_all (void)
{
  g_autofree char          *path = write_file ();
  g_autoptr (SemaFile)      file = sema_file_open (path, NULL, NULL);
  g_auto (SemaWord2vecPart) part = {0};
  SemaWord2vecRecords       records = {.file = file, .dim = DIM, .start = places[0]};

  g_assert_true (sema_word2vec_walk (&records, places[0], G_MAXUINT64, &part, NULL));
  g_assert_cmpuint (part.n_rows, ==, N_RECORDS);
  g_assert_cmpint (part.end, ==, SEMA_WORD2VEC_RECORD_NONE);
  g_assert_cmpuint (part.end_at, ==, places[N_RECORDS]);
  for (guint i = 0; i <= N_RECORDS; i++)
    g_assert_cmpuint (sema_word2vec_part_get_record (&part, i), ==, places[i]);
  for (guint i = 0; i < N_RECORDS; i++)
    {
      double sum = 0;

      for (guint k = 0; k < DIM; k++)
        sum += pow ((double)sinf ((float)(i * DIM + k)), 2);
      g_assert_cmpfloat_with_epsilon (((const double *)part.norms.data)[i], sqrt (sum), 1e-12);
    }
  g_assert_cmpstr (part.words.data, ==, "a");
}

static void
test_stop (void)
{
  g_autofree char          *path = write_file ();
  g_autoptr (SemaFile)      file = sema_file_open (path, NULL, NULL);
  g_auto (SemaWord2vecPart) part = {0};
  SemaWord2vecRecords       records = {.file = file, .dim = DIM, .start = places[0]};

  g_assert_true (sema_word2vec_walk (&records, places[10], places[20] + 1, &part, NULL));
  g_assert_cmpuint (part.n_rows, ==, 11);
  g_assert_cmpint (part.end, ==, SEMA_WORD2VEC_RECORD_WHOLE);
  g_assert_cmpuint (part.end_at, ==, places[21]);
}

/* From any byte the guess is the next record's beginning. */
static void
test_guess (void)
{
  g_autofree char     *path = write_file ();
  g_autoptr (SemaFile) file = sema_file_open (path, NULL, NULL);
  SemaWord2vecRecords  records = {.file = file, .dim = DIM, .start = places[0]};
  guint                next = 0;

  for (guint64 at = places[0] + 1; at < places[60]; at++)
    {
      guint64 guessed;

      while (places[next] < at)
        next++;
      g_assert_true (sema_word2vec_walk_guess (&records, at, &guessed, NULL));
      g_assert_cmpuint (guessed, ==, places[next]);
    }
}

static void
test_no_guess (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char       *path = NULL;
  g_autoptr (SemaFile)   file = NULL;
  guint64                guessed = 1;

  sema_test_append_zeros (bytes, 100000);
  path = sema_test_files_write ("zeros.bin", bytes->data, bytes->len);
  file = sema_file_open (path, NULL, NULL);
  g_assert_true (sema_word2vec_walk_guess (&(SemaWord2vecRecords) {.file = file, .dim = DIM, .start = 10}, 50000, &guessed, NULL));
  g_assert_cmpuint (guessed, ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/word2vec-walk/all", test_all);
  g_test_add_func ("/formats/word2vec-walk/stop", test_stop);
  g_test_add_func ("/formats/word2vec-walk/guess", test_guess);
  g_test_add_func ("/formats/word2vec-walk/no-guess", test_no_guess);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
