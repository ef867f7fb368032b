/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-set-builder.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-buffer.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-norms.h"
#include "sema-set-private.h"

/* How much is taken on a header's word alone. */
#define TRUSTED_BYTES (64 * 1024 * 1024)

struct _SemaSetBuilder
{
  gsize      dim;
  guint64    expected_rows;
  SemaBuffer values; /* (n_rows, dim) float */
  SemaBuffer bytes;  /* the words, a NUL after each */
  SemaBuffer starts; /* (n_rows + 1) guint64 into bytes */
  guint64    n_rows;
  GPtrArray *warnings;

  SemaLentRows lent; /* instead of the buffers, where its words are not NULL */
};

/**
 * sema_set_builder_new:
 * @dim: numbers of a row, 1 or more
 * @expected_rows: how many rows are announced, 0 when nothing is; only a hint, trusted up to 64 MiB
 *
 * Returns: (transfer full): a builder without rows, which takes memory with its first one; free it with
 *   sema_set_builder_free()
 */
SemaSetBuilder *
sema_set_builder_new (gsize dim, guint64 expected_rows)
{
  SemaSetBuilder *self;

  g_return_val_if_fail (dim > 0, NULL);

  self = g_new0 (SemaSetBuilder, 1);
  self->dim = dim;
  self->expected_rows = expected_rows;
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  return self;
}

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
  sema_memory_free (self->row_starts);
  sema_memory_free (self->words);
  sema_memory_free (self->word_starts);
  sema_memory_free (self->norms);
  *self = (SemaLentRows) {0};
}

static void
clear_rows (SemaSetBuilder *self)
{
  sema_lent_rows_clear (&self->lent);
  sema_buffer_clear (&self->values);
  sema_buffer_clear (&self->bytes);
  sema_buffer_clear (&self->starts);
  self->n_rows = 0;
}

/**
 * sema_set_builder_free:
 * @self: (nullable) (transfer full): a builder, with the rows it still holds
 */
void
sema_set_builder_free (SemaSetBuilder *self)
{
  if (self == NULL)
    return;
  clear_rows (self);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

/* A row of any size the address space could hold; what it could not becomes a refusal by the allocator. */
static gsize
get_row_bytes (const SemaSetBuilder *self)
{
  gsize n_bytes;

  return __builtin_mul_overflow (self->dim, sizeof (float), &n_bytes) ? G_MAXSIZE : n_bytes;
}

/* The first row's start, and room for what the header announced as far as it is trusted: a hint, so it may fail. */
static gboolean
begin (SemaSetBuilder *self, GError **error)
{
  gsize    row_bytes = get_row_bytes (self);
  gsize    all_bytes;
  guint64  n_trusted;
  guint64 *start;

  if (__builtin_add_overflow (row_bytes, sizeof *start, &all_bytes))
    all_bytes = G_MAXSIZE;
  n_trusted = MIN (self->expected_rows, TRUSTED_BYTES / all_bytes);
  sema_buffer_reserve (&self->starts, (n_trusted + 1) * sizeof *start, NULL);
  start = sema_buffer_append (&self->starts, sizeof *start, error);
  if (start == NULL)
    return FALSE;
  *start = 0;
  sema_buffer_reserve (&self->values, n_trusted * row_bytes, NULL);
  return TRUE;
}

static gboolean
add_word (SemaSetBuilder *self, const char *word, gsize length, GError **error)
{
  gsize    with_nul;
  char    *place;
  guint64 *start;

  if (__builtin_add_overflow (length, (gsize)1, &with_nul))
    with_nul = G_MAXSIZE;
  if (!sema_buffer_reserve (&self->starts, sizeof *start, error))
    return FALSE;
  place = sema_buffer_append (&self->bytes, with_nul, error);
  if (place == NULL)
    return FALSE;
  if (length > 0)
    memcpy (place, word, length);
  place[length] = '\0';
  start = sema_buffer_append (&self->starts, sizeof *start, error);
  *start = self->bytes.n_bytes;
  return TRUE;
}

/**
 * sema_set_builder_add:
 * @self: a builder
 * @word: (array length=length): the row's word, any bytes; copied
 * @length: its bytes, may be 0
 * @error: %SEMA_CORE_ERROR_NO_MEMORY; the builder then has the rows it had
 *
 * Appends a row. O(@length + dim) in the mean.
 *
 * Returns: (transfer none) (nullable): (dim) where the row's numbers go, undefined until the caller fills them all, which
 *   it must do before the next call with @self
 */
float *
sema_set_builder_add (SemaSetBuilder *self, const char *word, gsize length, GError **error)
{
  gpointer row;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (word != NULL || length == 0, NULL);

  if (self->starts.n_bytes == 0 && !begin (self, error))
    return NULL;
  if (!sema_buffer_reserve (&self->values, get_row_bytes (self), error) || !add_word (self, word, length, error))
    return NULL;
  row = sema_buffer_append (&self->values, get_row_bytes (self), error);
  self->n_rows++;
  return row;
}

/**
 * sema_set_builder_drop_last:
 * @self: a builder with one row or more
 *
 * Takes the last row back, as if it had not been added.
 */
void
sema_set_builder_drop_last (SemaSetBuilder *self)
{
  const guint64 *starts;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->n_rows > 0);

  self->n_rows--;
  starts = (const guint64 *)self->starts.data;
  self->bytes.n_bytes = starts[self->n_rows];
  self->starts.n_bytes -= sizeof (guint64);
  self->values.n_bytes -= get_row_bytes (self);
}

/**
 * sema_set_builder_lend:
 * @self: a builder without rows
 * @rows: (transfer full): all the rows; the struct itself is copied
 *
 * Gives the builder its rows at once. No other rows may be added.
 */
void
sema_set_builder_lend (SemaSetBuilder *self, const SemaLentRows *rows)
{
  g_return_if_fail (self != NULL && self->n_rows == 0);

  self->lent = *rows;
  self->n_rows = rows->n_rows;
}

/**
 * sema_set_builder_get_n_rows:
 * @self: a builder
 *
 * Returns: the rows that were added and not dropped
 */
guint64
sema_set_builder_get_n_rows (const SemaSetBuilder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * sema_set_builder_warn:
 * @self: a builder
 * @format: a translated sentence, as for printf()
 * @...: what goes into it
 *
 * Notes something that the user should know of the file; sema_set_get_warnings() gives the sentences in this order.
 */
void
sema_set_builder_warn (SemaSetBuilder *self, const char *format, ...)
{
  va_list args;

  g_return_if_fail (self != NULL);

  va_start (args, format);
  g_ptr_array_add (self->warnings, g_strdup_vprintf (format, args));
  va_end (args);
}

static void
warn_of_odd_rows (SemaSetBuilder *self, const double *norms)
{
  g_autofree char *number = NULL;
  guint64          n_odd = 0;

  for (guint64 row = 0; row < self->n_rows; row++)
    n_odd += !isfinite (norms[row]);
  number = g_strdup_printf ("%" G_GUINT64_FORMAT, n_odd);
  if (n_odd > 0)
    sema_set_builder_warn (self, ngettext ("%s row holds numbers that are infinite or not a number.", "%s rows hold numbers that are infinite or not a number.", n_odd), number);
}

static void
warn_of_repeats (SemaSetBuilder *self, const SemaVocab *vocab)
{
  guint64          n_repeats = sema_vocab_get_n_duplicates (vocab);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, n_repeats);

  if (n_repeats > 0)
    sema_set_builder_warn (self, ngettext ("%s row repeats the word of an earlier row; lookup finds the first.", "%s rows repeat the word of an earlier row; lookup finds the first.", n_repeats), number);
}

static SemaMatrix *
take_lent_matrix (SemaSetBuilder *self)
{
  SemaMatrix *matrix = sema_matrix_new_lent (self->lent.bytes, self->lent.row_starts, self->n_rows, self->dim, &self->lent.owner);

  self->lent.row_starts = NULL;
  self->lent.owner = (SemaMatrixOwner) {0};
  return matrix;
}

static SemaMatrix *
take_matrix (SemaSetBuilder *self, GError **error)
{
  float *values;

  if (self->lent.words != NULL)
    return take_lent_matrix (self);
  values = sema_buffer_steal (&self->values, error);

  return values != NULL ? sema_matrix_new_take (values, self->n_rows, self->dim) : NULL;
}

static SemaVocab *
take_lent_vocab (SemaSetBuilder *self, GError **error)
{
  return sema_vocab_new_take (g_steal_pointer (&self->lent.words), g_steal_pointer (&self->lent.word_starts), self->n_rows, error);
}

static SemaVocab *
take_vocab (SemaSetBuilder *self, GError **error)
{
  char    *bytes;
  guint64 *starts;

  if (self->lent.words != NULL)
    return take_lent_vocab (self, error);
  bytes = sema_buffer_steal (&self->bytes, error);
  starts = bytes != NULL ? sema_buffer_steal (&self->starts, error) : NULL;

  if (starts != NULL)
    return sema_vocab_new_take (bytes, starts, self->n_rows, error);
  sema_memory_free (bytes);
  return NULL;
}

static double *
take_norms (SemaSetBuilder *self, const SemaMatrix *matrix, SemaProgress *progress, GError **error)
{
  return self->lent.norms != NULL ? g_steal_pointer (&self->lent.norms) : sema_norms_new (matrix, progress, error);
}

static char **
take_warnings (SemaSetBuilder *self)
{
  g_ptr_array_add (self->warnings, NULL);
  return (char **)g_ptr_array_steal (self->warnings, NULL);
}

static SemaSet *
take_rows (SemaSetBuilder *self, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaMatrix) matrix = take_matrix (self, error);
  g_autoptr (SemaVocab)  vocab = matrix != NULL ? take_vocab (self, error) : NULL;
  double                *norms = vocab != NULL ? take_norms (self, matrix, progress, error) : NULL;

  if (norms == NULL)
    return NULL;
  warn_of_odd_rows (self, norms);
  warn_of_repeats (self, vocab);
  return sema_set_new_take (g_steal_pointer (&matrix), g_steal_pointer (&vocab), norms, take_warnings (self));
}

/**
 * sema_set_builder_finish:
 * @self: a builder; it has no rows and no warnings afterwards, also when this fails, and is still to be freed
 * @name: (nullable): what to call the set; copied, as the next two
 * @format: (nullable): the file format it came in
 * @compression: (nullable): what it was packed with
 * @progress: (nullable): polled; its counts are left alone
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Gives spare memory back, indexes the words and measures the rows. To the warnings noted it adds how many rows hold NaN or
 * infinite numbers and how many repeat a word. No rows make an empty set. O(bytes + n dim).
 *
 * Returns: (transfer full) (nullable): the set; drop it with sema_set_unref()
 */
SemaSet *
sema_set_builder_finish (SemaSetBuilder *self, const char *name, const char *format, const char *compression, SemaProgress *progress, GError **error)
{
  SemaSet *set = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (sema_progress_is_cancelled (progress))
    sema_set_cancelled (error);
  else if (self->lent.words != NULL || self->starts.n_bytes > 0 || begin (self, error))
    set = take_rows (self, progress, error);
  if (set != NULL)
    sema_set_describe (set, name, format, compression);
  clear_rows (self);
  g_ptr_array_set_size (self->warnings, 0);
  return set;
}
