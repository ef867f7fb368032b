/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-segments.h"

#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-test-files.h"
#include "sema-test-tries.h"

#define DIM 20
#define N_RECORDS 4000
#define HEADER "4000 20\n"

/* What comes of a file is compared with the reader's in test-word2vec-map.c; here is how it comes. */

typedef struct
{
  guint64  n_rows;
  guint64  enough_at; /* rows */
  guint64  fail_at;
  guint64  next_at; /* byte where the next record must begin */
  double   sum_of_products;
  gboolean is_done;
} Taken;

static double query[DIM];

static float
get_value (guint64 row, guint k)
{
  return sinf ((float)(row * DIM + k));
}

static char *
write_file (void)
{
  g_autoptr (GByteArray) bytes = sema_test_bytes (HEADER);
  float                  values[DIM];

  for (guint row = 0; row < N_RECORDS; row++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", row * 31);

      for (guint k = 0; k < DIM; k++)
        values[k] = get_value (row, k);
      sema_test_append_record (bytes, word, -1, values, DIM, row % 2 == 0);
    }
  return sema_test_files_write ("segments.bin", bytes->data, bytes->len);
}

static gboolean
take (const SemaWord2vecPart *part, guint64 first, gpointer data, GError **error)
{
  Taken *self = data;

  g_assert_false (self->is_done);
  g_assert_cmpuint (sema_word2vec_part_get_record (part, first), ==, self->next_at);
  for (guint64 i = first; part->products.data != NULL && i < part->n_rows; i++)
    self->sum_of_products += ((const double *)part->products.data)[i];
  self->n_rows += part->n_rows - first;
  self->next_at = part->end_at;
  self->is_done = self->n_rows >= MIN (self->enough_at, self->fail_at);
  if (self->n_rows >= self->fail_at)
    sema_set_cancelled (error);
  return !self->is_done;
}

static gboolean
walk (Taken *taken, const double *wanted, SemaWord2vecEnd *end, GError **error)
{
  g_autofree char     *path = write_file ();
  g_autoptr (SemaFile) file = sema_file_open (path, NULL, NULL);
  SemaWord2vecRecords  records = {.file = file, .dim = DIM, .start = strlen (HEADER), .query = wanted};

  taken->next_at = records.start;
  return sema_word2vec_segments_walk (&records, take, taken, end, error);
}

static void
test_order (void)
{
  for (guint threads = 1; threads <= 5; threads++)
    for (guint64 size = SEMA_TEST_TRIES (50, 50, 500); size < 1000000; size *= 11)
      {
        Taken           taken = {.enough_at = G_MAXUINT64, .fail_at = G_MAXUINT64};
        SemaWord2vecEnd end;

        sema_parallel_set_threads (threads);
        sema_word2vec_segments_set_size (size);
        g_assert_true (walk (&taken, NULL, &end, NULL));
        g_assert_cmpuint (taken.n_rows, ==, N_RECORDS);
        g_assert_cmpint (end.kind, ==, SEMA_WORD2VEC_RECORD_NONE);
        g_assert_cmpuint (end.at, ==, taken.next_at);
      }
  sema_parallel_set_threads (0);
}

/* The same bits as a pass over the rows gives. */
static void
test_products (void)
{
  Taken           taken = {.enough_at = G_MAXUINT64, .fail_at = G_MAXUINT64};
  SemaWord2vecEnd end;
  double          sum = 0;

  sema_word2vec_segments_set_size (3000);
  g_assert_true (walk (&taken, query, &end, NULL));
  for (guint row = 0; row < N_RECORDS; row++)
    {
      SemaFloat        values[DIM];
      const SemaFloat *place = values;
      double           product;

      for (guint k = 0; k < DIM; k++)
        values[k] = get_value (row, k);
      sema_dot_rows (&place, 1, DIM, query, &product);
      sum += product;
    }
  g_assert_cmpfloat (taken.sum_of_products, ==, sum);
}

static void
test_enough (void)
{
  Taken           taken = {.enough_at = 100, .fail_at = G_MAXUINT64};
  SemaWord2vecEnd end;

  sema_word2vec_segments_set_size (3000);
  g_assert_true (walk (&taken, NULL, &end, NULL));
  g_assert_cmpuint (taken.n_rows, >=, 100);
  g_assert_cmpuint (taken.n_rows, <, 200);
  g_assert_cmpint (end.kind, ==, SEMA_WORD2VEC_RECORD_WHOLE);
  g_assert_cmpuint (end.at, ==, taken.next_at);
}

static void
test_failure (void)
{
  Taken              taken = {.enough_at = G_MAXUINT64, .fail_at = 100};
  SemaWord2vecEnd    end;
  g_autoptr (GError) error = NULL;

  sema_word2vec_segments_set_size (3000);
  g_assert_false (walk (&taken, NULL, &end, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  for (guint k = 0; k < DIM; k++)
    query[k] = cos (k);
  g_test_add_func ("/formats/word2vec-segments/order", test_order);
  g_test_add_func ("/formats/word2vec-segments/products", test_products);
  g_test_add_func ("/formats/word2vec-segments/enough", test_enough);
  g_test_add_func ("/formats/word2vec-segments/failure", test_failure);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
