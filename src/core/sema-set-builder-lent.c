/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-set-builder-private.h"

#include <string.h>

#include "sema-memory.h"

/* Rows whose numbers stay where they are: in a file that is mapped. */

/**
 * sema_lent_rows_clear:
 * @self: rows that no builder has, some of its members perhaps not set yet
 *
 * Frees the arrays, gives the bytes back to who lends them, and leaves no rows.
 */
void
sema_lent_rows_clear (SemaLentRows *self)
{
  if (self->owner.release != NULL)
    self->owner.release (self->owner.data);
  if (self->composer.release != NULL)
    self->composer.release (self->composer.data);
  sema_memory_free (self->row_starts);
  sema_memory_free (self->words);
  sema_memory_free (self->word_starts);
  sema_memory_free (self->norms);
  *self = (SemaLentRows) {0};
}

static SemaBuffer
adopt (gpointer block, gsize n_bytes)
{
  return (SemaBuffer) {.data = block, .n_bytes = n_bytes, .capacity = n_bytes};
}

/**
 * sema_set_builder_lend:
 * @self: a builder without rows
 * @rows: (transfer full): all the rows; the struct itself is copied
 *
 * Gives the builder its rows at once.
 */
void
sema_set_builder_lend (SemaSetBuilder *self, const SemaLentRows *rows)
{
  g_return_if_fail (self != NULL && self->n_rows == 0);

  sema_set_builder_lend_bytes (self, rows->bytes, &rows->owner);
  self->numbers = rows->numbers;
  self->n_rows = rows->n_rows;
  self->words = adopt (rows->words, rows->word_starts[rows->n_rows]);
  self->starts = adopt (rows->word_starts, (rows->n_rows + 1) * sizeof (guint64));
  self->norms = adopt (rows->norms, (rows->n_rows + rows->n_spare) * sizeof (double));
  self->composer = rows->composer;
  self->n_spare = rows->n_spare;
}

/**
 * sema_set_builder_lend_bytes:
 * @self: a builder without rows
 * @bytes: where the numbers of all its rows will be, see sema_matrix_new_lent()
 * @owner: (transfer full): who lends them; the struct itself is copied
 *
 * From now on sema_set_builder_add_lent() is the way to add rows.
 */
void
sema_set_builder_lend_bytes (SemaSetBuilder *self, const guint8 *bytes, const SemaMatrixOwner *owner)
{
  g_return_if_fail (self != NULL && self->n_rows == 0);

  self->lent = bytes;
  self->owner = *owner;
}

/**
 * sema_set_builder_take_products:
 * @self: a builder
 * @query: (transfer full): (dim) a vector
 * @products: (transfer full): (n_rows) of each row with it
 *
 * For sema_set_get_products(). Both are blocks of sema-memory.h.
 */
void
sema_set_builder_take_products (SemaSetBuilder *self, double *query, double *products)
{
  g_return_if_fail (self != NULL && self->query == NULL);

  self->query = query;
  self->products = products;
}

/**
 * sema_set_builder_get_row_starts:
 * @self: a builder to which sema_set_builder_add_lent() added all rows
 *
 * Returns: (transfer none): (n_rows) where each row begins in the lent bytes; valid until a row is added
 */
const guint64 *
sema_set_builder_get_row_starts (const SemaSetBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const guint64 *)self->row_starts.data;
}

static SemaVocabWords
get_words (const SemaSetBuilder *self)
{
  return (SemaVocabWords) {self->words.data, (const guint64 *)self->starts.data};
}

/**
 * sema_set_builder_find:
 * @self: a builder to which sema_set_builder_add_lent() added all rows
 * @word: a word, ended by a NUL
 *
 * Returns: the first row with it, or %SEMA_VOCAB_NO_ROW
 */
guint64
sema_set_builder_find (const SemaSetBuilder *self, const char *word)
{
  SemaVocabWords words;

  g_return_val_if_fail (self != NULL && word != NULL, SEMA_VOCAB_NO_ROW);

  words = get_words (self);
  return sema_vocab_index_find (&self->index, &words, word, strlen (word));
}

static gboolean
begin_lent (SemaSetBuilder *self, GError **error)
{
  guint64 n_trusted = sema_set_builder_count_trusted (self, sizeof (guint64) + sizeof (double));

  sema_buffer_reserve (&self->row_starts, n_trusted * sizeof (guint64), NULL);
  sema_buffer_reserve (&self->norms, n_trusted * sizeof (double), NULL);
  sema_vocab_index_reserve (&self->index, n_trusted, NULL);
  return sema_set_builder_begin_starts (self, n_trusted, error);
}

static gboolean
append (SemaBuffer *buffer, gconstpointer bytes, gsize n_bytes, GError **error)
{
  gpointer place = sema_buffer_append (buffer, n_bytes, error);

  if (place != NULL)
    memcpy (place, bytes, n_bytes);
  return place != NULL;
}

static gboolean
append_starts (SemaSetBuilder *self, const SemaLentPart *part, GError **error)
{
  guint64  end = self->words.n_bytes - part->n_word_bytes;
  guint64 *starts = sema_buffer_append (&self->starts, part->n_rows * sizeof *starts, error);

  if (starts == NULL)
    return FALSE;
  for (guint64 i = 0; i < part->n_rows; i++)
    {
      end += part->word_lengths[i] + 1;
      starts[i] = end;
    }
  return TRUE;
}

/**
 * sema_set_builder_add_lent:
 * @self: a builder whose bytes are lent
 * @part: the next rows
 * @error: %SEMA_CORE_ERROR_NO_MEMORY; the builder is then good for nothing but to be freed
 *
 * Appends rows whose numbers stay where they are, and indexes their words while they are at hand. O(their words).
 *
 * Returns: whether they were added
 */
gboolean
sema_set_builder_add_lent (SemaSetBuilder *self, const SemaLentPart *part, GError **error)
{
  SemaVocabWords words;

  g_return_val_if_fail (self != NULL && self->lent != NULL, FALSE);

  if (part->n_rows == 0)
    return TRUE;
  if (self->starts.n_bytes == 0 && !begin_lent (self, error))
    return FALSE;
  if (!append (&self->row_starts, part->row_starts, part->n_rows * sizeof (guint64), error) ||
      !append (&self->norms, part->norms, part->n_rows * sizeof (double), error) ||
      !append (&self->words, part->words, part->n_word_bytes, error) ||
      !append_starts (self, part, error))
    return FALSE;
  self->n_rows += part->n_rows;
  words = get_words (self);
  return sema_vocab_index_add (&self->index, &words, self->n_rows, error);
}
