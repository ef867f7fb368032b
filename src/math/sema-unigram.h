/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 bound; /* of 2^32 draws so many stay here… */
  guint32 other; /* …and the others go there */
} SemaUnigramCell;

/**
 * SemaUnigram:
 * @cells: (n_words) a block of sema-memory.h
 * @n_words: how many
 *
 * Draws words by their counts to the power 3/4, which favours rare ones a little (Mikolov et al. 2013), each in the same time
 * (alias method, Walker 1977). Starts as all zeros.
 */
typedef struct
{
  SemaUnigramCell *cells;
  guint32          n_words;
} SemaUnigram;

gboolean sema_unigram_init (SemaUnigram *self, const guint64 *counts, guint32 n_words, GError **error);
void     sema_unigram_clear (SemaUnigram *self);

/**
 * sema_unigram_pick:
 * @self: what sema_unigram_init() made
 * @bits: 64 random bits
 *
 * Returns: a word; each is favoured by less than @n_words / 2^32 against what it should be
 */
static inline guint32
sema_unigram_pick (const SemaUnigram *self, guint64 bits)
{
  guint32                word = (guint32)(((bits >> 32) * self->n_words) >> 32);
  const SemaUnigramCell *cell = &self->cells[word];

  return (guint32)bits < cell->bound ? word : cell->other;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaUnigram, sema_unigram_clear)

G_END_DECLS
