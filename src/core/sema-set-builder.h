/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaSetBuilder:
 *
 * Takes rows one after another, in file order, and makes a SemaSet of them. The memory for the rows grows as they
 * arrive, by the budget of sema-memory.h, never by what a header promises.
 */
typedef struct _SemaSetBuilder SemaSetBuilder;

/**
 * SemaLentPart:
 * @row_starts: (n_rows) where each row begins in the lent bytes
 * @norms: (n_rows) the length of each row, as sema_norms_measure() finds it
 * @word_lengths: (n_rows) bytes of each word
 * @words: the words, a NUL after each
 * @n_word_bytes: bytes of all of them with their NULs
 * @n_rows: how many
 *
 * Some rows that follow one another in a file, their numbers left where they are. All is borrowed.
 */
typedef struct
{
  const guint64 *row_starts;
  const double  *norms;
  const guint32 *word_lengths;
  const char    *words;
  guint64        n_word_bytes;
  guint64        n_rows;
} SemaLentPart;

/**
 * SemaLentRows:
 * @bytes: where the numbers are, see sema_matrix_new_lent()
 * @numbers: what they are; only float32 need not lie one row after another
 * @row_starts: (n_rows) where each row begins in @bytes; %NULL when they lie one after another
 * @words: the words, a NUL after each
 * @word_starts: (n_rows + 1) where each begins in @words, and where the last one ends
 * @norms: (n_rows + n_spare) the length of each row, as sema_norms_measure() finds it
 * @n_rows: how many
 * @owner: who lends the bytes
 * @composer: composes other words; all zeros where nobody does
 * @n_spare: for how many of them there is room after the rows, which are then float32 one after another in memory; at least 1 with a @composer
 *
 * All rows of a file at once, their numbers left where they are. The arrays are blocks of sema-memory.h.
 */
typedef struct
{
  const guint8   *bytes;
  SemaNumbers     numbers;
  guint64        *row_starts;
  char           *words;
  guint64        *word_starts;
  double         *norms;
  guint64         n_rows;
  SemaMatrixOwner owner;
  SemaSetComposer composer;
  gsize           n_spare;
} SemaLentRows;

void sema_lent_rows_clear (SemaLentRows *self);

SemaSetBuilder *sema_set_builder_new (gsize dim, guint64 expected_rows);
void            sema_set_builder_free (SemaSetBuilder *self);

float         *sema_set_builder_add (SemaSetBuilder *self, const char *word, gsize length, GError **error);
guint64        sema_set_builder_get_n_rows (const SemaSetBuilder *self);
void           sema_set_builder_lend (SemaSetBuilder *self, const SemaLentRows *rows);
void           sema_set_builder_lend_bytes (SemaSetBuilder *self, const guint8 *bytes, const SemaMatrixOwner *owner);
void           sema_set_builder_take_products (SemaSetBuilder *self, double *query, double *products);
void           sema_set_builder_take_columns (SemaSetBuilder *self, SemaColumns *columns);
const guint64 *sema_set_builder_get_row_starts (const SemaSetBuilder *self);
guint64        sema_set_builder_find (const SemaSetBuilder *self, const char *word);
gboolean       sema_set_builder_add_lent (SemaSetBuilder *self, const SemaLentPart *part, GError **error);
void           sema_set_builder_warn (SemaSetBuilder *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void           sema_set_builder_note_fitting (const SemaSetBuilder *self, GError **error);
SemaSet       *sema_set_builder_finish (SemaSetBuilder *self, const char *name, const char *format, const char *compression, SemaProgress *progress, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaSetBuilder, sema_set_builder_free)

G_END_DECLS
