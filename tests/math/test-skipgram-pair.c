/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-skipgram-pair.h"

#include <math.h>
#include <string.h>

#include "sema-random.h"

#define STRIDE 40
#define N_OUTPUTS 4

typedef struct
{
  float word[STRIDE];
  float outputs[N_OUTPUTS][STRIDE];
} Rows;

static SemaSigmoid sigmoid;

static void
fill (Rows *rows, guint64 seed, double scale)
{
  SemaRandom random;

  sema_random_init (&random, seed);
  for (gsize i = 0; i < STRIDE; i++)
    rows->word[i] = (float)((sema_random_uniform (&random) - 0.5) * scale);
  for (gsize o = 0; o < N_OUTPUTS; o++)
    for (gsize i = 0; i < STRIDE; i++)
      rows->outputs[o][i] = (float)((sema_random_uniform (&random) - 0.5) * scale);
}

static double
learn (Rows *rows, float rate)
{
  float *outputs[N_OUTPUTS];

  for (gsize o = 0; o < N_OUTPUTS; o++)
    outputs[o] = rows->outputs[o];
  return sema_skipgram_pair_learn (rows->word, outputs, N_OUTPUTS, STRIDE, rate, &sigmoid);
}

static double
get_dot (const Rows *rows, gsize o)
{
  double dot = 0;

  for (gsize i = 0; i < STRIDE; i++)
    dot += (double)rows->word[i] * (double)rows->outputs[o][i];
  return dot;
}

/* The loss and the step by the formulas, in double. */
static double
learn_by_formula (const Rows *old, double rate, double word[STRIDE], double outputs[N_OUTPUTS][STRIDE])
{
  double loss = 0;

  for (gsize i = 0; i < STRIDE; i++)
    word[i] = (double)old->word[i];
  for (gsize o = 0; o < N_OUTPUTS; o++)
    {
      double dot = get_dot (old, o);
      double step = rate * ((o == 0) - 1 / (1 + exp (-dot)));

      loss += log1p (exp (o == 0 ? -dot : dot));
      for (gsize i = 0; i < STRIDE; i++)
        {
          word[i] += step * (double)old->outputs[o][i];
          outputs[o][i] = (double)old->outputs[o][i] + step * (double)old->word[i];
        }
    }
  return loss;
}

/* A step of the table is 1/64 wide, the sigmoid at most 1/4 steep. */
static void
test_formula (void)
{
  const double near = 1.0 / 64 / 2 / 4 * 1.01;

  for (guint64 seed = 1; seed <= 20; seed++)
    {
      Rows   old, rows;
      double word[STRIDE], outputs[N_OUTPUTS][STRIDE];
      double rate = 0.1, loss, expected;

      fill (&old, seed, 1.5);
      rows = old;
      loss = learn (&rows, (float)rate);
      expected = learn_by_formula (&old, rate, word, outputs);
      g_assert_cmpfloat (fabs (loss - expected), <=, N_OUTPUTS / 128.0);
      for (gsize i = 0; i < STRIDE; i++)
        {
          g_assert_cmpfloat (fabs ((double)rows.word[i] - word[i]), <=, N_OUTPUTS * rate * near * 0.75 + 1e-6);
          for (gsize o = 0; o < N_OUTPUTS; o++)
            g_assert_cmpfloat (fabs ((double)rows.outputs[o][i] - outputs[o][i]), <=, rate * near * 0.75 + 1e-6);
        }
    }
}

static void
test_loss_falls (void)
{
  Rows   rows;
  double first, last = 0;

  fill (&rows, 3, 1);
  first = learn (&rows, 0.1f);
  for (gsize i = 0; i < 200; i++)
    last = learn (&rows, 0.1f);
  g_assert_cmpfloat (last, <, first / 5);
  g_assert_cmpfloat (get_dot (&rows, 0), >, 1);
  g_assert_cmpfloat (get_dot (&rows, 1), <, -1);
}

/* Far beyond the table nothing moves any more, so that nothing grows without end. */
static void
test_limits (void)
{
  Rows rows, old;

  for (gsize i = 0; i < STRIDE; i++)
    {
      rows.word[i] = 2;
      for (gsize o = 0; o < N_OUTPUTS; o++)
        rows.outputs[o][i] = o == 0 ? 2 : -2;
    }
  old = rows;
  learn (&rows, 1);
  g_assert_cmpmem (&rows, sizeof rows, &old, sizeof old);
}

/* Words never get longer than they may, and outputs only little by little. */
static void
test_length (void)
{
  Rows rows;

  fill (&rows, 7, 60);
  for (gsize i = 0; i < 1000; i++)
    {
      double squares = 0;

      g_assert_true (isfinite (learn (&rows, 1)));
      for (gsize d = 0; d < STRIDE; d++)
        squares += (double)rows.word[d] * (double)rows.word[d];
      g_assert_cmpfloat (sqrt (squares), <=, SEMA_SKIPGRAM_MAX_LENGTH * 1.00001);
    }
}

static void
test_twice (void)
{
  float  word[8] = {1}, output[8] = {0};
  float *outputs[] = {output, output};
  double loss = sema_skipgram_pair_learn (word, outputs, 2, 8, 0.5f, &sigmoid);

  g_assert_cmpfloat (fabs (loss - 2 * log (2)), <, 0.01);
  g_assert_cmpfloat (fabsf (output[0]), <, 0.01f);
  for (gsize i = 1; i < 8; i++)
    g_assert_true (word[i] == 0 && output[i] == 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sema_sigmoid_init (&sigmoid);
  g_test_add_func ("/skipgram-pair/formula", test_formula);
  g_test_add_func ("/skipgram-pair/loss-falls", test_loss_falls);
  g_test_add_func ("/skipgram-pair/limits", test_limits);
  g_test_add_func ("/skipgram-pair/length", test_length);
  g_test_add_func ("/skipgram-pair/twice", test_twice);
  return g_test_run ();
}
