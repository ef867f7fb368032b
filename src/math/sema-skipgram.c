/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-skipgram.h"

#include <math.h>
#include <string.h>

#include "sema-memory.h"
#include "sema-random.h"
#include "sema-unigram.h"

#define ALIGNMENT 64         /* bytes of a line of the cache */
#define SENTENCE 1000        /* a longer one is cut, as word2vec does: some texts have no ends at all */
#define LEAST_RATE_LEFT 1e-4 /* of the first rate */

struct _SemaSkipgram
{
  SemaSkipgramText     text;
  SemaSkipgramSettings settings;
  guint64              n_places; /* of words in the text */
  gsize                stride;
  gpointer             block;
  float               *words;   /* (n_words, stride) */
  float               *outputs; /* (n_words, stride) */
  SemaUnigram          unigram;
  SemaSigmoid          sigmoid;
  SemaRandom           random;

  guint64 next;  /* of the ids */
  guint   epoch; /* from 0 */
  guint32 sentence[SENTENCE];
  gsize   n_sentence;
  gsize   at; /* in the sentence */

  guint64 n_done;
  double  loss; /* of the last step */
};

/* Rows that begin at a line of the cache. */
static gboolean
make_rows (SemaSkipgram *self, GError **error)
{
  guint64 n = 2 * (guint64)self->text.n_words * self->stride;

  self->block = sema_memory_alloc_n (n + ALIGNMENT / sizeof (float), sizeof (float), error);
  if (self->block == NULL)
    return FALSE;
  self->words = (float *)(((guintptr)self->block + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
  self->outputs = self->words + n / 2;
  memset (self->words, 0, n * sizeof (float));
  return TRUE;
}

/* As word2vec begins: words within ±1/(2 dim), outputs at 0. */
static void
scatter (SemaSkipgram *self)
{
  double dim = (double)self->settings.dim;

  for (guint32 word = 0; word < self->text.n_words; word++)
    for (gsize i = 0; i < self->settings.dim; i++)
      self->words[word * self->stride + i] = (float)((sema_random_uniform (&self->random) - 0.5) / dim);
}

/**
 * sema_skipgram_new:
 * @text: what is learnt from; its arrays must outlive what is returned. It has one word at least.
 * @settings: how
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Prepares to learn by skip-gram with negative sampling (Mikolov, Sutskever, Chen, Corrado and Dean 2013), as word2vec does it: each
 * word of a sentence is brought near those within a distance drawn from 1 to the window, and away from words drawn by their counts to
 * the power 3/4. The same text and settings give the same bits on every processor. O(n_words dim).
 *
 * Returns: (transfer full) (nullable): vectors as they are before anything was learnt
 */
SemaSkipgram *
sema_skipgram_new (const SemaSkipgramText *text, const SemaSkipgramSettings *settings, GError **error)
{
  g_autoptr (SemaSkipgram) self = NULL;

  g_return_val_if_fail (text->n_words > 0, NULL);
  g_return_val_if_fail (settings->dim > 0 && settings->window > 0 && settings->epochs > 0, NULL);
  g_return_val_if_fail (settings->negatives > 0 && settings->negatives <= SEMA_SKIPGRAM_MAX_NEGATIVES, NULL);

  self = g_new0 (SemaSkipgram, 1);
  self->text = *text;
  self->settings = *settings;
  self->loss = NAN;
  self->stride = (settings->dim + SEMA_SKIPGRAM_LANES - 1) / SEMA_SKIPGRAM_LANES * SEMA_SKIPGRAM_LANES;
  for (guint32 word = 0; word < text->n_words; word++)
    self->n_places += text->counts[word];
  if (!make_rows (self, error) || !sema_unigram_init (&self->unigram, text->counts, text->n_words, error))
    return NULL;
  sema_sigmoid_init (&self->sigmoid);
  sema_random_init (&self->random, settings->seed);
  scatter (self);
  return g_steal_pointer (&self);
}

/**
 * sema_skipgram_free:
 * @self: (nullable) (transfer full): what was learnt
 */
void
sema_skipgram_free (SemaSkipgram *self)
{
  if (self == NULL)
    return;
  sema_unigram_clear (&self->unigram);
  sema_memory_free (self->block);
  g_free (self);
}

/**
 * sema_skipgram_get_dim:
 * @self: what is learnt
 *
 * Returns: numbers of a vector
 */
gsize
sema_skipgram_get_dim (const SemaSkipgram *self)
{
  return self->settings.dim;
}

/* Of a word with the share f of the text, places are kept with the probability (√(f/s) + 1) s/f, as in word2vec. */
static gboolean
is_passed_over (SemaSkipgram *self, guint32 word)
{
  double share, ratio;

  if (!(self->settings.sample > 0))
    return FALSE;
  share = (double)self->text.counts[word] / (double)self->n_places;
  ratio = self->settings.sample / share;
  return sqrt (ratio) + ratio < sema_random_uniform (&self->random);
}

/* Goes to where the text begins again; FALSE after the last time. */
static gboolean
begin_epoch (SemaSkipgram *self)
{
  self->next = 0;
  self->epoch++;
  return self->epoch < self->settings.epochs;
}

/* The next words up to the end of a sentence; FALSE when all is done. */
static gboolean
read_sentence (SemaSkipgram *self)
{
  self->n_sentence = self->at = 0;
  if (self->epoch == self->settings.epochs)
    return FALSE;
  while (self->n_sentence < SENTENCE)
    {
      guint32 word;

      if (self->next == self->text.n_ids)
        {
          if (!begin_epoch (self) || self->n_sentence > 0)
            break;
          continue;
        }
      word = self->text.ids[self->next++];
      if (word == SEMA_SKIPGRAM_END && self->n_sentence > 0)
        break;
      if (word == SEMA_SKIPGRAM_END)
        continue;
      if (is_passed_over (self, word))
        self->n_done++;
      else
        self->sentence[self->n_sentence++] = word;
    }
  return self->n_sentence > 0;
}

/* A word that is drawn against itself is left out, as in word2vec. */
static double
learn_pair (SemaSkipgram *self, guint32 word, guint32 near, float rate)
{
  float *outputs[SEMA_SKIPGRAM_MAX_NEGATIVES + 1];
  guint  n_outputs = 0;

  outputs[n_outputs++] = self->outputs + near * self->stride;
  for (guint i = 0; i < self->settings.negatives; i++)
    {
      guint32 drawn = sema_unigram_pick (&self->unigram, sema_random_next (&self->random));
      float  *output = self->outputs + drawn * self->stride;

      if (drawn == near)
        continue;
      __builtin_prefetch (output, 1);
      outputs[n_outputs++] = output;
    }
  return sema_skipgram_pair_learn (self->words + word * self->stride, outputs, n_outputs, self->stride, rate, &self->sigmoid);
}

/* Returns how many words were near. */
static guint64
learn_place (SemaSkipgram *self, double *loss)
{
  double  left = 1 - (double)self->n_done / (double)sema_skipgram_get_n_total (self);
  float   rate = (float)(self->settings.rate * MAX (left, LEAST_RATE_LEFT));
  gsize   reach = 1 + sema_random_below (&self->random, self->settings.window);
  gsize   first = self->at - MIN (self->at, reach);
  gsize   end = MIN (self->at + reach + 1, self->n_sentence);
  guint32 word = self->sentence[self->at];

  for (gsize i = first; i < end; i++)
    if (i != self->at)
      *loss += learn_pair (self, word, self->sentence[i], rate);
  self->at++;
  self->n_done++;
  return end - first - 1;
}

/**
 * sema_skipgram_step:
 * @self: what is learnt
 * @n_words: how many words of the text to go on; a few more are taken where some are passed over
 *
 * Learns from the next words. In how many steps does not change what is learnt. O(@n_words window negatives dim).
 *
 * Returns: how many words it went on: 0 when the text was gone through as often as the settings say
 */
guint64
sema_skipgram_step (SemaSkipgram *self, guint64 n_words)
{
  guint64 first = self->n_done;
  guint64 n_pairs = 0;
  double  loss = 0;

  while (self->n_done - first < n_words && (self->at < self->n_sentence || read_sentence (self)))
    n_pairs += learn_place (self, &loss);
  if (n_pairs > 0)
    self->loss = loss / (double)n_pairs;
  return self->n_done - first;
}

/**
 * sema_skipgram_get_n_done:
 * @self: what is learnt
 *
 * Returns: how many words of the text were gone through, each as often as it was
 */
guint64
sema_skipgram_get_n_done (const SemaSkipgram *self)
{
  return self->n_done;
}

/**
 * sema_skipgram_get_n_total:
 * @self: what is learnt
 *
 * Returns: how many it will have been in the end
 */
guint64
sema_skipgram_get_n_total (const SemaSkipgram *self)
{
  return self->n_places * self->settings.epochs;
}

/**
 * sema_skipgram_get_loss:
 * @self: what is learnt
 *
 * Returns: the mean loss of the pairs of the last step that had any, see sema_skipgram_pair_learn(); NaN before
 */
double
sema_skipgram_get_loss (const SemaSkipgram *self)
{
  return self->loss;
}

/**
 * sema_skipgram_get_row:
 * @self: what is learnt
 * @word: its id
 *
 * Returns: (transfer none): (dim) its vector as it is now; the next step changes it
 */
const float *
sema_skipgram_get_row (const SemaSkipgram *self, guint32 word)
{
  return self->words + word * self->stride;
}
