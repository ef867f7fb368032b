/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-set.h"

#include <glib/gi18n-lib.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-norms.h"
#include "sema-set-private.h"

struct _SemaSet
{
  atomic_int   ref_count;
  SemaMatrix  *matrix;
  SemaVocab   *vocab;
  SemaColumns *columns;  /* (n_rows) or NULL */
  double      *norms;    /* (n_rows), and as many as may be composed */
  double      *query;    /* (dim) what the rows were multiplied with, or NULL */
  double      *products; /* (n_rows) */
  char        *name;
  char        *format;
  char        *compression;
  char       **warnings;

  SemaSetComposer  composer;
  pthread_mutex_t *composing; /* held while one is made; NULL without a composer */
};

/**
 * sema_set_new_take:
 * @matrix: (transfer full): the vectors
 * @vocab: (transfer full): the word of each row of @matrix
 * @norms: (transfer full): (n_rows) the length of each row, a block of sema-memory.h
 * @warnings: (transfer full): (array zero-terminated=1): sentences for the user
 *
 * Returns: (transfer full): the set, without a name yet
 */
SemaSet *
sema_set_new_take (SemaMatrix *matrix, SemaVocab *vocab, double *norms, char **warnings)
{
  SemaSet *self = g_new0 (SemaSet, 1);

  atomic_init (&self->ref_count, 1);
  self->matrix = matrix;
  self->vocab = vocab;
  self->norms = norms;
  self->warnings = warnings;
  return self;
}

/**
 * sema_set_take_composer:
 * @self: a set that nobody else has seen yet, of rows of float32 that lie one after another in memory
 * @composer: (transfer full): makes the vectors of other words; the struct itself is copied
 * @n_spare: for how many of them there is room after the last row, and after the last norm
 *
 * Lets words be asked for that are not in the file: see sema_set_compose().
 */
void
sema_set_take_composer (SemaSet *self, const SemaSetComposer *composer, gsize n_spare)
{
  self->composer = *composer;
  self->composing = g_new (pthread_mutex_t, 1);
  pthread_mutex_init (self->composing, NULL);
  sema_matrix_make_room (self->matrix, n_spare);
  sema_vocab_make_room (self->vocab, n_spare);
}

/**
 * sema_set_take_products:
 * @self: a set that nobody else has seen yet
 * @query: (transfer full) (nullable): (dim) a vector
 * @products: (transfer full) (nullable): (n_rows) of each row with it, as sema_dot_rows() makes them
 *
 * Keeps what was multiplied on the way. Both are blocks of sema-memory.h.
 */
void
sema_set_take_products (SemaSet *self, double *query, double *products)
{
  self->query = query;
  self->products = products;
}

/**
 * sema_set_take_columns:
 * @self: a set that nobody else has seen yet
 * @columns: (transfer full) (nullable): what is known of its words, with as many rows
 */
void
sema_set_take_columns (SemaSet *self, SemaColumns *columns)
{
  self->columns = columns;
}

/**
 * sema_set_describe:
 * @self: a set that nobody else has seen yet
 * @name: (nullable): what to call it
 * @format: (nullable): the file format it came in
 * @compression: (nullable): what it was packed with
 *
 * Copies what is known of the file.
 */
void
sema_set_describe (SemaSet *self, const char *name, const char *format, const char *compression)
{
  g_free (self->name);
  g_free (self->format);
  g_free (self->compression);
  self->name = g_strdup (name);
  self->format = g_strdup (format);
  self->compression = g_strdup (compression);
}

/**
 * sema_set_ref:
 * @self: a set
 *
 * Returns: (transfer full): @self, with one owner more
 */
SemaSet *
sema_set_ref (SemaSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  atomic_fetch_add_explicit (&self->ref_count, 1, memory_order_relaxed);
  return self;
}

/**
 * sema_set_unref:
 * @self: (nullable) (transfer full): a set; the last owner's call frees it with all it holds
 */
void
sema_set_unref (SemaSet *self)
{
  if (self == NULL || atomic_fetch_sub_explicit (&self->ref_count, 1, memory_order_acq_rel) > 1)
    return;
  if (self->composer.release != NULL)
    self->composer.release (self->composer.data);
  if (self->composing != NULL)
    pthread_mutex_destroy (self->composing);
  g_free (self->composing);
  sema_matrix_unref (self->matrix);
  sema_vocab_unref (self->vocab);
  sema_columns_unref (self->columns);
  sema_memory_free (self->norms);
  sema_memory_free (self->query);
  sema_memory_free (self->products);
  g_free (self->name);
  g_free (self->format);
  g_free (self->compression);
  g_strfreev (self->warnings);
  g_free (self);
}

/**
 * sema_set_get_name:
 * @self: a set
 *
 * Returns: (transfer none) (nullable): what its reader called it
 */
const char *
sema_set_get_name (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * sema_set_get_format:
 * @self: a set
 *
 * Returns: (transfer none) (nullable): the file format it came in, as its reader named it
 */
const char *
sema_set_get_format (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->format;
}

/**
 * sema_set_get_compression:
 * @self: a set
 *
 * Returns: (transfer none) (nullable): what it was packed with, as its reader named it
 */
const char *
sema_set_get_compression (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->compression;
}

/**
 * sema_set_get_warnings:
 * @self: a set
 *
 * Returns: (transfer none) (array zero-terminated=1): one sentence for each thing the user should know, none at all perhaps
 */
const char *const *
sema_set_get_warnings (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *)self->warnings;
}

/**
 * sema_set_get_matrix:
 * @self: a set
 *
 * Returns: (transfer none): the vectors
 */
const SemaMatrix *
sema_set_get_matrix (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->matrix;
}

/**
 * sema_set_get_vocab:
 * @self: a set
 *
 * Returns: (transfer none): the word of each row
 */
const SemaVocab *
sema_set_get_vocab (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->vocab;
}

/**
 * sema_set_get_columns:
 * @self: a set
 *
 * Returns: (transfer none) (nullable): what the file knows of the words beside their vectors, a row for each; %NULL for nothing
 */
const SemaColumns *
sema_set_get_columns (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->columns;
}

/**
 * sema_set_get_n_rows:
 * @self: a set
 *
 * Returns: the number of rows, may be 0
 */
guint64
sema_set_get_n_rows (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sema_matrix_get_n_rows (self->matrix);
}

/**
 * sema_set_get_dim:
 * @self: a set
 *
 * Returns: the numbers of a row, 1 or more
 */
gsize
sema_set_get_dim (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sema_matrix_get_dim (self->matrix);
}

/**
 * sema_set_get_row:
 * @self: a set of float32; of others see sema_set_read_row()
 * @row: from 0, below the number of rows
 *
 * Returns: (transfer none): (dim) the row's numbers as the file has them, NaN and infinite ones too, at any address
 */
const SemaFloat *
sema_set_get_row (const SemaSet *self, guint64 row)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sema_matrix_get_row (self->matrix, row);
}

/**
 * sema_set_read_row:
 * @self: a set
 * @row: from 0, below the number of rows
 * @space: (nullable): (dim) from sema_set_new_space(), for one row
 *
 * Returns: (transfer none): (dim) the row's numbers as the file has them, NaN and infinite ones too, at any address: where they lie, or in
 *   @space
 */
const SemaFloat *
sema_set_read_row (const SemaSet *self, guint64 row, float *space)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sema_matrix_read_row (self->matrix, row, space);
}

/**
 * sema_set_new_space:
 * @self: a set
 * @n_rows: how many rows are held at once
 *
 * Returns: (transfer full) (nullable): (n_rows, dim) room for sema_set_read_row(); %NULL where the rows are read where they lie
 */
float *
sema_set_new_space (const SemaSet *self, gsize n_rows)
{
  return sema_matrix_new_space (self->matrix, n_rows);
}

/**
 * sema_set_get_norm:
 * @self: a set
 * @row: from 0, below the number of rows; or that of a word that was composed
 *
 * Returns: the row's Euclidean length; 0 for a row of zeros, NaN or infinite for a row that holds such numbers
 */
double
sema_set_get_norm (const SemaSet *self, guint64 row)
{
  g_return_val_if_fail (row < sema_set_get_n_rows (self) || sema_set_is_composed (self, row), 0.0);

  return self->norms[row];
}

/**
 * sema_set_get_norms:
 * @self: a set
 *
 * Returns: (transfer none): (n_rows) every row's Euclidean length, as sema_set_get_norm()
 */
const double *
sema_set_get_norms (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->norms;
}

/**
 * sema_set_get_products:
 * @self: a set
 * @query: (dim) a vector
 *
 * Returns: (transfer none) (nullable): (n_rows) the dot product of each row with @query, when just this vector was asked for
 *   while the rows were read; else they must be multiplied now
 */
const double *
sema_set_get_products (const SemaSet *self, const double *query)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->products == NULL || memcmp (query, self->query, sema_set_get_dim (self) * sizeof *query) != 0)
    return NULL;
  return self->products;
}

/**
 * sema_set_can_compose:
 * @self: a set
 *
 * Returns: whether sema_set_compose() may know words that are not in the file
 */
gboolean
sema_set_can_compose (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->composer.compose != NULL;
}

/**
 * sema_set_find:
 * @self: a set
 * @word: bytes
 * @length: how many, or -1 when a NUL ends them
 *
 * Returns: the row of a word of the file, or of one that was composed before; or %SEMA_VOCAB_NO_ROW
 */
guint64
sema_set_find (const SemaSet *self, const char *word, gssize length)
{
  gsize   n_bytes = length < 0 ? strlen (word) : (gsize)length;
  guint64 row = sema_vocab_find (self->vocab, word, (gssize)n_bytes);

  return row != SEMA_VOCAB_NO_ROW ? row : sema_vocab_find_composed (self->vocab, word, n_bytes);
}

/* Of a word that has no row yet. */
static guint64
compose (const SemaSet *self, const char *word, gsize length)
{
  guint64 row = sema_vocab_find_composed (self->vocab, word, length);
  gsize   place = 0;
  float  *values;

  if (row != SEMA_VOCAB_NO_ROW || sema_vocab_is_full (self->vocab))
    return row;
  place = sema_vocab_get_n_composed (self->vocab);
  values = sema_matrix_peek_spare (self->matrix, place);
  if (!self->composer.compose (word, length, values, self->composer.data))
    return SEMA_VOCAB_NO_ROW;
  self->norms[sema_set_get_n_rows (self) + place] = sema_norms_measure (values, sema_set_get_dim (self));
  return sema_vocab_add_composed (self->vocab, word, length);
}

/**
 * sema_set_compose:
 * @self: a set
 * @word: bytes
 * @length: how many, or -1 when a NUL ends them
 *
 * As sema_set_find(), and where the file knows parts of the word, such as its character n-grams, but not the word, composes a vector
 * for it. That has a row after the last one of the file, which stays; it is in none of what is done with all rows of the file. Any
 * thread may ask.
 *
 * Returns: the row of the word; %SEMA_VOCAB_NO_ROW where it has none, also where there is room for no other
 */
guint64
sema_set_compose (const SemaSet *self, const char *word, gssize length)
{
  gsize   n_bytes = length < 0 ? strlen (word) : (gsize)length;
  guint64 row = sema_set_find (self, word, (gssize)n_bytes);

  if (row != SEMA_VOCAB_NO_ROW || !sema_set_can_compose (self))
    return row;
  pthread_mutex_lock (self->composing);
  row = compose (self, word, n_bytes);
  pthread_mutex_unlock (self->composing);
  return row;
}

/**
 * sema_set_is_composed:
 * @self: a set
 * @row: any number
 *
 * Returns: whether it is the row of a word that is not in the file: see sema_set_compose()
 */
gboolean
sema_set_is_composed (const SemaSet *self, guint64 row)
{
  guint64 n_rows = sema_set_get_n_rows (self);

  return row >= n_rows && row - n_rows < sema_vocab_get_n_composed (self->vocab);
}

/**
 * sema_set_is_lost:
 * @self: a set
 *
 * Returns: whether the file that holds the rows was cut, or its disk has gone: see sema_matrix_is_lost()
 */
gboolean
sema_set_is_lost (const SemaSet *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return sema_matrix_is_lost (self->matrix);
}

/**
 * sema_set_check_lost:
 * @self: a set
 * @error: %SEMA_CORE_ERROR_LOST
 *
 * To be called when something was computed of the rows, before it is believed.
 *
 * Returns: whether all rows are still there
 */
gboolean
sema_set_check_lost (const SemaSet *self, GError **error)
{
  if (!sema_set_is_lost (self))
    return TRUE;
  g_set_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_LOST,
               _("The file of “%s” was cut short or its disk has gone, so its vectors cannot be used any more; open it again when it is whole."),
                  self->name != NULL ? self->name : "");
  return FALSE;
}
