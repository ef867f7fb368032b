/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-unigram.h"

#include <math.h>

#include "sema-memory.h"

/* By square roots, which are exact everywhere; pow() is not. */
static double
get_weight (guint64 count)
{
  double root = sqrt ((double)count);

  return root * sqrt (root);
}

static void
share (SemaUnigramCell *cells, guint32 word, double part, guint32 other)
{
  cells[word].bound = (guint32)MIN (part * 0x1p32, (double)G_MAXUINT32);
  cells[word].other = other;
}

/* Every cell has room for the mean weight: those who have less share it with one who has more (Vose 1991). @queue has the small ones
 * from the front and the large ones from the back. */
static void
fill (SemaUnigramCell *cells, double *parts, guint32 *queue, guint32 n_words)
{
  guint32 n_small = 0, first_large = n_words;

  for (guint32 word = 0; word < n_words; word++)
    {
      if (parts[word] < 1)
        queue[n_small++] = word;
      else
        queue[--first_large] = word;
    }
  while (n_small > 0 && first_large < n_words)
    {
      guint32 small = queue[--n_small], large = queue[first_large];

      share (cells, small, parts[small], large);
      parts[large] -= 1 - parts[small];
      if (parts[large] < 1)
        {
          first_large++;
          queue[n_small++] = large;
        }
    }
  /* What is left has 1 but for rounding. */
  while (n_small > 0)
    {
      n_small--;
      share (cells, queue[n_small], 1, queue[n_small]);
    }
  for (; first_large < n_words; first_large++)
    share (cells, queue[first_large], 1, queue[first_large]);
}

/**
 * sema_unigram_init:
 * @self: (out caller-allocates): gets the cells; to be cleared with sema_unigram_clear()
 * @counts: (n_words) how often each word occurs; one that does not is never drawn
 * @n_words: how many, 1 or more; not all counts are 0
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Prepares the drawing in O(@n_words), with the same bits everywhere.
 *
 * Returns: whether there was memory
 */
gboolean
sema_unigram_init (SemaUnigram *self, const guint64 *counts, guint32 n_words, GError **error)
{
  double  *parts = sema_memory_alloc_n (n_words, sizeof *parts, error);
  guint32 *queue = parts != NULL ? sema_memory_alloc_n (n_words, sizeof *queue, error) : NULL;
  double   sum = 0;

  *self = (SemaUnigram) {.n_words = n_words};
  if (queue != NULL)
    self->cells = sema_memory_alloc_n (n_words, sizeof *self->cells, error);
  if (self->cells != NULL)
    {
      for (guint32 word = 0; word < n_words; word++)
        sum += parts[word] = get_weight (counts[word]);
      for (guint32 word = 0; word < n_words; word++)
        parts[word] = parts[word] * n_words / sum;
      fill (self->cells, parts, queue, n_words);
    }
  sema_memory_free (queue);
  sema_memory_free (parts);
  return self->cells != NULL;
}

/**
 * sema_unigram_clear:
 * @self: what sema_unigram_init() made, or all zeros
 */
void
sema_unigram_clear (SemaUnigram *self)
{
  g_clear_pointer (&self->cells, sema_memory_free);
}
