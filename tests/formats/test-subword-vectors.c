/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-subword-vectors.h"

#include <string.h>

#include "fasttext-fixture.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-tensors-set.h"
#include "sema-parallel.h"
#include "sema-test-files.h"

static SemaSet *
load (const char *name)
{
  g_autofree char *path = fasttext_fixture_path (name);

  return fasttext_fixture_load (path, NULL);
}

/* A word that is not in the file has a row after the last one, the same each time, and is in nothing that goes over all rows. */
static void
test_compose (void)
{
  g_autoptr (SemaSet) set = load ("words.bin");
  guint64             n = sema_set_get_n_rows (set);
  guint64             row;

  g_assert_true (sema_set_can_compose (set));
  g_assert_cmpuint (sema_set_find (set, "kinggg", -1), ==, SEMA_VOCAB_NO_ROW);
  row = sema_set_compose (set, "kinggg", -1);
  g_assert_cmpuint (row, ==, n);
  g_assert_cmpuint (sema_set_compose (set, "kinggg", 6), ==, n);
  g_assert_cmpuint (sema_set_find (set, "kinggg", -1), ==, n);
  g_assert_cmpuint (sema_set_compose (set, "queens", -1), ==, n + 1);
  g_assert_cmpuint (sema_set_compose (set, "king", -1), ==, sema_vocab_find (sema_set_get_vocab (set), "king", -1));
  g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), "kinggg", -1), ==, SEMA_VOCAB_NO_ROW);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, n);
  g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (set), n + 1, NULL), ==, "queens");
  g_assert_true (sema_set_is_composed (set, n + 1));
  g_assert_false (sema_set_is_composed (set, n + 2));
  g_assert_false (sema_set_is_composed (set, n - 1));
  g_assert_false (sema_vocab_is_repeat (sema_set_get_vocab (set), n));
  g_assert_cmpuint (sema_vocab_find_next (sema_set_get_vocab (set), n), ==, SEMA_VOCAB_NO_ROW);
  g_assert_cmpfloat (sema_set_get_norm (set, n), >, 0);
}

/* There is room for so many, and no more; those that are there stay. */
static void
test_full (void)
{
  g_autoptr (SemaSet) set = load ("words.bin");
  guint64             n = sema_set_get_n_rows (set);
  char                word[16];

  for (guint i = 0; i < 16384; i++)
    {
      g_snprintf (word, sizeof word, "word%u", i);
      g_assert_cmpuint (sema_set_compose (set, word, -1), ==, n + i);
    }
  g_assert_cmpuint (sema_set_compose (set, "another", -1), ==, SEMA_VOCAB_NO_ROW);
  g_assert_cmpuint (sema_set_compose (set, "word7", -1), ==, n + 7);
}

/* A word after those that are wanted would be composed without its own row, so none is. */
static void
test_first_rows (void)
{
  g_autofree char        *path = fasttext_fixture_path ("words.bin");
  g_autoptr (SemaTensors) tensors = sema_tensors_open (path, NULL, NULL);
  g_autoptr (SemaSet)     all = load ("words.bin");
  g_autoptr (SemaSet)     first = NULL;

  sema_tensors_want_rows (tensors, 4);
  first = sema_subword_vectors_load (tensors, "model", NULL, NULL);
  g_assert_cmpuint (sema_set_get_n_rows (first), ==, 4);
  g_assert_false (sema_set_can_compose (first));
  for (guint64 row = 0; row < 4; row++)
    g_assert_cmpmem (sema_matrix_get_row (sema_set_get_matrix (first), row), sema_set_get_dim (first) * sizeof (float), sema_matrix_get_row (sema_set_get_matrix (all), row),
                     sema_set_get_dim (all) * sizeof (float));
}

static void
test_none (void)
{
  g_autoptr (SemaSet) set = load ("plain.bin");

  g_assert_false (sema_set_can_compose (set));
  g_assert_cmpuint (sema_set_compose (set, "kinggg", -1), ==, SEMA_VOCAB_NO_ROW);
}

typedef struct
{
  SemaSet *set;
  guint64  rows[100];
} Asking;

static gpointer
ask (gpointer data)
{
  Asking *asking = data;
  char    word[16];

  for (guint i = 0; i < G_N_ELEMENTS (asking->rows); i++)
    {
      g_snprintf (word, sizeof word, "word%u", i);
      asking->rows[i] = sema_set_compose (asking->set, word, -1);
      g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (asking->set), asking->rows[i], NULL), ==, word);
      g_assert_cmpfloat (sema_set_get_norm (asking->set, asking->rows[i]), >, 0);
    }
  return NULL;
}

/* All threads find the same row of a word. */
static void
test_threads (void)
{
  g_autoptr (SemaSet) set = load ("words.bin");
  Asking              asking[4];
  GThread            *threads[4];

  for (guint i = 0; i < 4; i++)
    {
      asking[i].set = set;
      threads[i] = g_thread_new ("ask", ask, &asking[i]);
    }
  for (guint i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpmem (asking[i].rows, sizeof asking[i].rows, asking[0].rows, sizeof asking[0].rows);
}

static void
test_no_memory (void)
{
  g_autofree char        *path = fasttext_fixture_path ("words.bin");
  g_autoptr (SemaTensors) tensors = sema_tensors_open (path, NULL, NULL);
  guint64                 used = sema_memory_get_used (), nth = 1;

  for (;; nth++)
    {
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaSet) set = NULL;

      sema_memory_fail_at (nth);
      set = sema_subword_vectors_load (tensors, "model", NULL, &error);
      sema_memory_fail_at (0);
      if (set != NULL)
        break;
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_assert_cmpuint (sema_memory_get_used (), ==, used);
    }
  g_assert_cmpuint (nth, >, 5);
}

static void
test_cancel (void)
{
  g_autofree char         *path = fasttext_fixture_path ("words.bin");
  g_autoptr (SemaTensors)  tensors = sema_tensors_open (path, NULL, NULL);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_subword_vectors_load (tensors, "model", progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/subword-vectors/compose", test_compose);
  g_test_add_func ("/formats/subword-vectors/full", test_full);
  g_test_add_func ("/formats/subword-vectors/first-rows", test_first_rows);
  g_test_add_func ("/formats/subword-vectors/none", test_none);
  g_test_add_func ("/formats/subword-vectors/threads", test_threads);
  g_test_add_func ("/formats/subword-vectors/no-memory", test_no_memory);
  g_test_add_func ("/formats/subword-vectors/cancel", test_cancel);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
