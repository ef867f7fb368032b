/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-skipgram-pair.h"

#include <math.h>

#include "sema-clones.h"

#define EIGHT(p) (*(SemaLooseEight *)(p))
#define ADD_LANES(a) (((a[0] + a[4]) + (a[2] + a[6])) + ((a[1] + a[5]) + (a[3] + a[7])))

/* Sixteen lanes by turns, added in one order, so that the sums have the same bits on every processor. */
SEMA_CLONES static void
multiply (const float *word, float *const *outputs, guint n_outputs, gsize stride, float *dots)
{
  for (guint o = 0; o < n_outputs; o++)
    {
      const float *output = outputs[o];
      SemaEight    a = {0}, b = {0};
      gsize        i = 0;

      for (; i + 16 <= stride; i += 16)
        {
          a += (SemaEight)EIGHT (word + i) * (SemaEight)EIGHT (output + i);
          b += (SemaEight)EIGHT (word + i + 8) * (SemaEight)EIGHT (output + i + 8);
        }
      if (i < stride)
        a += (SemaEight)EIGHT (word + i) * (SemaEight)EIGHT (output + i);
      a += b;
      dots[o] = ADD_LANES (a);
    }
}

/* The word moves by what the outputs were before it moves them. Returns the square of its length then. */
SEMA_CLONES static float
move (float *word, float *const *outputs, guint n_outputs, gsize stride, const float *steps)
{
  SemaEight squares = {0};

  for (gsize i = 0; i < stride; i += 8)
    {
      SemaEight old = EIGHT (word + i);
      SemaEight sum = {0};

      for (guint o = 0; o < n_outputs; o++)
        {
          SemaEight output = EIGHT (outputs[o] + i);

          sum += output * steps[o];
          EIGHT (outputs[o] + i) = output + old * steps[o];
        }
      sum += old;
      EIGHT (word + i) = sum;
      squares += sum * sum;
    }
  return ADD_LANES (squares);
}

/* Where the rate is far too high, words and outputs drive each other apart ever faster. Nothing else comes near the limit. */
static void
shorten (float *word, gsize stride, float squares)
{
  float factor = SEMA_SKIPGRAM_MAX_LENGTH / sqrtf (squares);

  for (gsize i = 0; i < stride; i++)
    word[i] *= factor;
}

/**
 * sema_skipgram_pair_learn:
 * @word: (stride) vector of a word, padded with zeros; moved
 * @outputs: (n_outputs) output vectors: first that of the word that occurs near it, then those of words that need not; moved. One
 *   that is there twice is moved twice.
 * @n_outputs: 1 to %SEMA_SKIPGRAM_MAX_NEGATIVES + 1
 * @stride: a multiple of %SEMA_SKIPGRAM_LANES
 * @rate: how far they move
 * @sigmoid: the tables
 *
 * One step down the gradient of the loss of skip-gram with negative sampling (Mikolov et al. 2013), in float32 with the same bits on
 * every processor. A word that gets longer than %SEMA_SKIPGRAM_MAX_LENGTH is shortened to it, so that no rate below 1 makes numbers
 * that are none. O(@n_outputs @stride).
 *
 * Returns: the loss before: the sum of -ln σ(x) for the first dot product x, and of -ln σ(-x) for the others
 */
double
sema_skipgram_pair_learn (float *word, float *const *outputs, guint n_outputs, gsize stride, float rate, const SemaSigmoid *sigmoid)
{
  float  dots[SEMA_SKIPGRAM_MAX_NEGATIVES + 1];
  float  steps[SEMA_SKIPGRAM_MAX_NEGATIVES + 1];
  float  squares;
  double loss;

  multiply (word, outputs, n_outputs, stride, dots);
  loss = (double)sigmoid->losses[sema_sigmoid_find (dots[0])];
  steps[0] = rate * (dots[0] >= SEMA_SIGMOID_LIMIT ? 0 : 1 - sigmoid->values[sema_sigmoid_find (dots[0])]);
  for (guint o = 1; o < n_outputs; o++)
    {
      loss += (double)sigmoid->losses[sema_sigmoid_find (-dots[o])];
      steps[o] = -rate * (dots[o] <= -SEMA_SIGMOID_LIMIT ? 0 : sigmoid->values[sema_sigmoid_find (dots[o])]);
    }
  squares = move (word, outputs, n_outputs, stride, steps);
  if (squares > SEMA_SKIPGRAM_MAX_LENGTH * SEMA_SKIPGRAM_MAX_LENGTH)
    shorten (word, stride, squares);
  return loss;
}
