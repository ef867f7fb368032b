/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is learnt from the text that is shipped: words of a family come to lie together. */
#include <math.h>
#include <string.h>

#include "sema-corpus.h"
#include "sema-dot.h"
#include "sema-test-files.h"

#define N_FAMILIES 10
#define N_MEMBERS 8
#define N (N_FAMILIES * N_MEMBERS)

static const char *const words[N] = {
  "dog", "cat", "horse", "cow", "sheep", "goat", "rabbit", "mouse",
  "apple", "pear", "plum", "cherry", "peach", "banana", "lemon", "mango",
  "king", "queen", "prince", "princess", "emperor", "empress", "duke", "duchess",
  "father", "mother", "brother", "sister", "son", "daughter", "uncle", "aunt",
  "paris", "london", "rome", "berlin", "madrid", "vienna", "lisbon", "athens",
  "france", "england", "italy", "germany", "spain", "austria", "portugal", "greece",
  "red", "blue", "green", "yellow", "black", "white", "brown", "purple",
  "walk", "run", "swim", "dance", "jump", "climb", "ride", "skate",
  "two", "three", "four", "five", "six", "seven", "eight", "nine",
  "doctor", "teacher", "baker", "farmer", "sailor", "painter", "tailor", "carpenter"};

typedef struct
{
  double within;    /* mean cosine of two words of a family */
  double across;    /* that of two words of different families */
  guint  n_at_home; /* words whose nearest word of all these is of their family */
} Order;

static SemaCorpus *
read_text (void)
{
  g_autofree char       *path = g_build_filename (g_getenv ("SEMASCOPE_DATA"), "texts", "small-world.txt", NULL);
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);
  g_autoptr (SemaCorpus) corpus = sema_corpus_new (0);

  g_assert_nonnull (source);
  g_assert_true (sema_corpus_add_source (corpus, source, NULL));
  g_assert_true (sema_corpus_finish (corpus, SEMA_CORPUS_MIN_COUNT, NULL));
  return g_steal_pointer (&corpus);
}

static void
read_units (const SemaSet *set, double *units)
{
  gsize dim = sema_set_get_dim (set);

  for (gsize i = 0; i < N; i++)
    {
      guint64 row = sema_vocab_find (sema_set_get_vocab (set), words[i], -1);

      g_assert_cmpuint (row, !=, SEMA_VOCAB_NO_ROW);
      for (gsize d = 0; d < dim; d++)
        units[i * dim + d] = (double)sema_set_get_row (set, row)[d] / sema_set_get_norm (set, row);
    }
}

static Order
measure (const SemaSet *set)
{
  gsize              dim = sema_set_get_dim (set);
  g_autofree double *units = g_new (double, N *dim);
  Order              order = {0};

  read_units (set, units);
  for (gsize i = 0; i < N; i++)
    {
      double best = -2;
      gsize  nearest = i;

      for (gsize j = 0; j < N; j++)
        {
          double cosine = sema_dot (units + i * dim, units + j * dim, dim);

          if (i == j)
            continue;
          *(i / N_MEMBERS == j / N_MEMBERS ? &order.within : &order.across) += cosine;
          if (cosine > best)
            {
              best = cosine;
              nearest = j;
            }
        }
      order.n_at_home += nearest / N_MEMBERS == i / N_MEMBERS;
    }
  order.within /= N * (N_MEMBERS - 1);
  order.across /= N * (N - N_MEMBERS);
  return order;
}

static Order
learn (guint64 seed, guint epochs)
{
  g_autoptr (SemaCorpus)   corpus = read_text ();
  SemaSkipgramSettings     settings = SEMA_SKIPGRAM_DEFAULTS;
  g_autoptr (SemaSkipgram) skipgram = NULL;
  g_autoptr (SemaSet)      set = NULL;

  settings.seed = seed;
  settings.epochs = MAX (epochs, 1);
  settings.rate = 0.05;
  skipgram = sema_skipgram_new (sema_corpus_get_text (corpus), &settings, NULL);
  if (epochs > 0)
    sema_skipgram_step (skipgram, G_MAXUINT64);
  set = sema_corpus_dup_set (corpus, skipgram, 0, "small world", NULL);
  return measure (set);
}

static void
test_untrained (void)
{
  Order order = learn (1, 0);

  g_test_message ("within %.3f, across %.3f, at home %u of %d", order.within, order.across, order.n_at_home, N);
  g_assert_cmpfloat (fabs (order.within - order.across), <, 0.05);
  g_assert_cmpuint (order.n_at_home, <, N / 3);
}

static void
test_trained (void)
{
  for (guint64 seed = 1; seed <= 3; seed++)
    {
      Order order = learn (seed, 60);

      g_test_message ("within %.3f, across %.3f, at home %u of %d", order.within, order.across, order.n_at_home, N);
      g_assert_cmpfloat (order.within, >, order.across + 0.3);
      g_assert_cmpuint (order.n_at_home, >=, N - 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shipped-text/untrained", test_untrained);
  g_test_add_func ("/shipped-text/trained", test_trained);
  return g_test_run ();
}
