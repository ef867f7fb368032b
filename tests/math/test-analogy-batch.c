/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-analogy-batch.h"

#include <math.h>

#include "sema-analogy.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-vectors.h"
#include "small-set.h"

#define BEST SEMA_ANALOGY_BATCH_BEST

static guint64 *
answer (SemaSet *set, guint64 n_rows, SemaMethod method, const SemaAnalogyQuestion *questions, gsize n)
{
  guint64           *answers = g_new (guint64, BEST * n + 1);
  g_autoptr (GError) error = NULL;

  answers[BEST * n] = 4711;
  g_assert_true (sema_analogy_batch_answer (set, n_rows, method, questions, n, answers, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (answers[BEST * n], ==, 4711);
  return answers;
}

static SemaAnalogyQuestion *
draw_questions (gsize n, guint64 n_rows, guint64 seed)
{
  SemaAnalogyQuestion *questions = g_new (SemaAnalogyQuestion, n);
  SemaRandom           random;

  sema_random_init (&random, seed);
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < 3; j++)
      questions[i].rows[j] = sema_random_below (&random, n_rows);
  return questions;
}

/* Questions one at a time, by the search that is tested elsewhere. */
static void
assert_as_one_by_one (SemaSet *set, const SemaAnalogyQuestion *question, const guint64 *answers)
{
  const guint64     *rows = question->rows;
  const guint64      plus[] = {rows[1], rows[2]};
  g_autoptr (GArray) expected = sema_analogy_find (set, NULL, plus, 2, rows, 1, BEST, NULL, NULL);

  g_assert_cmpuint (expected->len, ==, BEST);
  for (gsize i = 0; i < BEST; i++)
    g_assert_cmpuint (answers[i], ==, g_array_index (expected, SemaNeighbour, i).row);
}

/* More words than a batch has room for, rows for several chunks, and a last block that is not full. */
static void
test_add (void)
{
  const gsize                     n = 2000;
  g_autoptr (SemaSet)             set = small_set_new_random (5003, 11, 1);
  g_autofree SemaAnalogyQuestion *questions = draw_questions (n, 3000, 2);
  g_autofree guint64             *answers = answer (set, 5003, SEMA_METHOD_ADD, questions, n);

  for (gsize i = 0; i < n; i += 3)
    assert_as_one_by_one (set, &questions[i], answers + BEST * i);
}

/* The definition, by sorting everything. */
static double
score_mul (const SemaSet *set, const guint64 *rows, guint64 row)
{
  double a = sema_vectors_cosine (set, rows[0], row), b = sema_vectors_cosine (set, rows[1], row), c = sema_vectors_cosine (set, rows[2], row);

  return (1 + b) / 2 * ((1 + c) / 2) / ((1 + a) / 2 + 0.000001);
}

static gboolean
is_asked_with (const guint64 *rows, guint64 row)
{
  return row == rows[0] || row == rows[1] || row == rows[2];
}

static void
test_mul (void)
{
  const gsize                     n = 40;
  const guint64                   n_rows = 2500;
  g_autoptr (SemaSet)             set = small_set_new_random (n_rows, 5, 3);
  g_autofree SemaAnalogyQuestion *questions = draw_questions (n, n_rows, 4);
  g_autofree guint64             *answers = answer (set, n_rows, SEMA_METHOD_MUL, questions, n);

  for (gsize i = 0; i < n; i++)
    {
      const guint64 *rows = questions[i].rows;
      guint          n_better[BEST] = {0};

      for (guint64 row = 0; row < n_rows; row++)
        for (gsize place = 0; place < BEST; place++)
          n_better[place] += !is_asked_with (rows, row) && score_mul (set, rows, row) > score_mul (set, rows, answers[BEST * i + place]);
      for (gsize place = 0; place < BEST; place++)
        {
          g_assert_cmpuint (n_better[place], ==, place);
          g_assert_false (is_asked_with (rows, answers[BEST * i + place]));
        }
    }
}

/* A second “queen”, which would be best, is passed over, zero and NaN are no answers and have none, and of equal rows the first is
 * first. */
static void
test_odd_rows (void)
{
  static const char *const  words[] = {"man", "zero", "woman", "king", "queen", "nan", "queen", "twin", "other twin", "far"};
  static const float        values[] = {1, 0, 0, 0, 1, 1, 3, 0, 3, 1, NAN, 0, 3, 3, 2, 2, 2, 2, -1, -2};
  const guint64             none = SEMA_VOCAB_NO_ROW;
  const SemaAnalogyQuestion questions[] = {{{0, 2, 3}}, {{0, 1, 3}}, {{5, 2, 3}}, {{0, 0, 0}}};
  const guint64             expected[] = {7, 8, 4, 9, none, none, none, none, none, none, none, none, none, none, none, 3, 4, 2, 7, 8};
  g_autoptr (SemaSet)       set = small_set_new (words, values, G_N_ELEMENTS (words), 2);

  for (SemaMethod method = SEMA_METHOD_ADD; method <= SEMA_METHOD_MUL; method++)
    {
      g_autofree guint64 *answers = answer (set, G_N_ELEMENTS (words), method, questions, G_N_ELEMENTS (questions));

      for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
        g_assert_cmpuint (answers[i], ==, expected[i]);
    }
}

/* Of the first rows only; the words asked with may lie behind them. */
static void
test_first_rows (void)
{
  const gsize                     n = 50;
  g_autoptr (SemaSet)             set = small_set_new_random (300, 4, 5);
  g_autofree SemaAnalogyQuestion *questions = draw_questions (n, 300, 6);
  g_autofree guint64             *all = answer (set, 300, SEMA_METHOD_ADD, questions, n);
  g_autofree guint64             *some = answer (set, 100, SEMA_METHOD_ADD, questions, n);
  g_autofree guint64             *none = answer (set, 0, SEMA_METHOD_ADD, questions, n);

  for (gsize i = 0; i < n; i++)
    {
      gsize at = 0;

      for (gsize place = 0; place < BEST; place++)
        if (all[BEST * i + place] < 100)
          g_assert_cmpuint (some[BEST * i + at++], ==, all[BEST * i + place]);
      for (gsize place = 0; place < BEST; place++)
        {
          g_assert_cmpuint (some[BEST * i + place], <, 100);
          g_assert_cmpuint (none[BEST * i + place], ==, SEMA_VOCAB_NO_ROW);
        }
    }
  g_free (answer (set, 300, SEMA_METHOD_ADD, NULL, 0));
}

/* Neither the threads nor what is asked together matters. */
static void
test_threads (void)
{
  const gsize                     n = 5000;
  g_autoptr (SemaSet)             set = small_set_new_random (9000, 3, 7);
  g_autofree SemaAnalogyQuestion *questions = draw_questions (n, 500, 8);

  for (SemaMethod method = SEMA_METHOD_ADD; method <= SEMA_METHOD_MUL; method++)
    {
      g_autofree guint64 *expected = NULL;

      sema_parallel_set_threads (1);
      expected = answer (set, 9000, method, questions, n);
      for (guint n_threads = 2; n_threads <= 7; n_threads += 5)
        {
          g_autofree guint64 *answers = NULL;

          sema_parallel_set_threads (n_threads);
          answers = answer (set, 9000, method, questions, n);
          g_assert_cmpmem (answers, n * BEST * sizeof *answers, expected, n * BEST * sizeof *expected);
        }
      for (gsize i = 0; i < n; i += 499)
        {
          g_autofree guint64 *alone = answer (set, 9000, method, questions + i, 1);

          g_assert_cmpmem (alone, BEST * sizeof *alone, expected + BEST * i, BEST * sizeof *expected);
        }
    }
  sema_parallel_set_threads (0);
}

static void
test_progress (void)
{
  g_autoptr (SemaSet)      set = small_set_new_random (3000, 3, 9);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  SemaAnalogyQuestion      questions[] = {{{1, 2, 3}}, {{4, 5, 6}}};
  guint64                  answers[2 * BEST];

  g_assert_true (sema_analogy_batch_answer (set, 2999, SEMA_METHOD_ADD, questions, 2, answers, progress, NULL));
  g_assert_cmpuint (sema_progress_get_done (progress), ==, 2 * 2999);
}

static void
test_stopped (void)
{
  g_autoptr (SemaSet)      set = small_set_new_random (100, 3, 9);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  SemaAnalogyQuestion      question = {{1, 2, 3}};
  guint64                  answers[BEST];

  for (guint64 nth = 1; nth <= 5; nth++)
    {
      sema_memory_fail_at (nth);
      g_assert_false (sema_analogy_batch_answer (set, 100, SEMA_METHOD_ADD, &question, 1, answers, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_clear_error (&error);
    }
  sema_memory_fail_at (0);
  sema_progress_cancel (progress);
  g_assert_false (sema_analogy_batch_answer (set, 100, SEMA_METHOD_ADD, &question, 1, answers, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analogy-batch/add", test_add);
  g_test_add_func ("/analogy-batch/mul", test_mul);
  g_test_add_func ("/analogy-batch/odd-rows", test_odd_rows);
  g_test_add_func ("/analogy-batch/first-rows", test_first_rows);
  g_test_add_func ("/analogy-batch/threads", test_threads);
  g_test_add_func ("/analogy-batch/progress", test_progress);
  g_test_add_func ("/analogy-batch/stopped", test_stopped);
  return g_test_run ();
}
