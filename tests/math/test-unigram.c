/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-unigram.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-random.h"

/* The probability of each word, by the cells. */
static double *
add_up (const SemaUnigram *unigram)
{
  double *sums = g_new0 (double, unigram->n_words);

  for (guint32 word = 0; word < unigram->n_words; word++)
    {
      double stays = unigram->cells[word].bound * 0x1p-32;

      sums[word] += stays / unigram->n_words;
      sums[unigram->cells[word].other] += (1 - stays) / unigram->n_words;
    }
  return sums;
}

static void
assert_powers (const guint64 *counts, guint32 n_words)
{
  g_auto (SemaUnigram) unigram = {0};
  g_autofree double   *sums = NULL;
  double               total = 0;

  g_assert_true (sema_unigram_init (&unigram, counts, n_words, NULL));
  sums = add_up (&unigram);
  for (guint32 word = 0; word < n_words; word++)
    total += pow ((double)counts[word], 0.75);
  for (guint32 word = 0; word < n_words; word++)
    g_assert_cmpfloat (fabs (sums[word] - pow ((double)counts[word], 0.75) / total), <=, 1e-9);
}

static void
test_powers (void)
{
  const guint64 one[] = {7};
  const guint64 few[] = {100, 30, 30, 5, 1, 0, 1};
  const guint64 equal[] = {3, 3, 3, 3, 3};
  const guint64 large[] = {G_GUINT64_CONSTANT (1) << 50, 1, G_GUINT64_CONSTANT (1) << 50};
  guint64       zipf[5000];

  for (gsize i = 0; i < G_N_ELEMENTS (zipf); i++)
    zipf[i] = 1000000 / (i + 1);
  assert_powers (one, 1);
  assert_powers (few, G_N_ELEMENTS (few));
  assert_powers (equal, G_N_ELEMENTS (equal));
  assert_powers (large, G_N_ELEMENTS (large));
  assert_powers (zipf, G_N_ELEMENTS (zipf));
}

static void
test_pick (void)
{
  const guint64        counts[] = {10000, 0, 16, 1};
  const double         expected[] = {1000 / 1009.0, 0, 8 / 1009.0, 1 / 1009.0};
  g_auto (SemaUnigram) unigram = {0};
  SemaRandom           random;
  guint                drawn[4] = {0};
  const guint          n = 1000000;

  g_assert_true (sema_unigram_init (&unigram, counts, 4, NULL));
  sema_random_init (&random, 1);
  for (guint i = 0; i < n; i++)
    drawn[sema_unigram_pick (&unigram, sema_random_next (&random))]++;
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (fabs (drawn[i] - n * expected[i]), <=, 5 * sqrt (n * expected[i]));
}

static void
test_no_memory (void)
{
  const guint64 counts[] = {3, 2, 1};

  for (guint64 nth = 1; nth <= 3; nth++)
    {
      g_auto (SemaUnigram) unigram = {0};
      g_autoptr (GError)   error = NULL;

      sema_memory_fail_at (nth);
      g_assert_false (sema_unigram_init (&unigram, counts, 3, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unigram/powers", test_powers);
  g_test_add_func ("/unigram/pick", test_pick);
  g_test_add_func ("/unigram/no-memory", test_no_memory);
  return g_test_run ();
}
