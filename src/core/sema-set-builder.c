/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-set-builder.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-norms.h"
#include "sema-set-builder-private.h"
#include "sema-set-private.h"

/* How much is taken on a header's word alone. */
#define TRUSTED_BYTES (64 * 1024 * 1024)

/* Rows that are indexed and measured at a time. */
#define ROWS_BEHIND 64

/* From so many words on, the index makes room for those that are announced, or for so many times as many. */
#define MANY_WORDS 4096
#define MORE_WORDS 64

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

static void
clear_rows (SemaSetBuilder *self)
{
  if (self->owner.release != NULL)
    self->owner.release (self->owner.data);
  if (self->composer.release != NULL)
    self->composer.release (self->composer.data);
  self->owner = (SemaMatrixOwner) {0};
  self->composer = (SemaSetComposer) {0};
  self->lent = NULL;
  sema_buffer_clear (&self->values);
  sema_buffer_clear (&self->words);
  sema_buffer_clear (&self->starts);
  sema_buffer_clear (&self->row_starts);
  sema_buffer_clear (&self->norms);
  sema_vocab_index_clear (&self->index);
  g_clear_pointer (&self->query, sema_memory_free);
  g_clear_pointer (&self->products, sema_memory_free);
  g_clear_pointer (&self->columns, sema_columns_unref);
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

/**
 * sema_set_builder_count_trusted:
 * @self: a builder
 * @row_bytes: bytes that a row takes
 *
 * Returns: of the rows that the header announced as many as may be trusted to come
 */
guint64
sema_set_builder_count_trusted (const SemaSetBuilder *self, gsize row_bytes)
{
  gsize all_bytes;

  if (__builtin_add_overflow (row_bytes, sizeof (guint64), &all_bytes))
    all_bytes = G_MAXSIZE;
  return MIN (self->expected_rows, TRUSTED_BYTES / all_bytes);
}

/**
 * sema_set_builder_begin_starts:
 * @self: a builder of no rows
 * @n_trusted: rows that may come
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Notes where the first word begins, and makes room for those that may come: that is a hint, so it may fail.
 *
 * Returns: whether there was memory for the first
 */
gboolean
sema_set_builder_begin_starts (SemaSetBuilder *self, guint64 n_trusted, GError **error)
{
  guint64 *start;

  sema_buffer_reserve (&self->starts, (n_trusted + 1) * sizeof *start, NULL);
  start = sema_buffer_append (&self->starts, sizeof *start, error);
  if (start != NULL)
    *start = 0;
  return start != NULL;
}

/* Bytes that the index and the norms will take for a row, at the most. */
#define LATER_BYTES (2.7 * sizeof (guint64) + sizeof (double))

/* Of what is left, some is for the pictures that will be made of the rows. */
#define FITTING_SHARE 0.7

/* Two digits are as much as one wants to read, and as much as is certain. */
static guint64
round_down (double n)
{
  guint64 unit = 1;

  while (n / (double)unit >= 100)
    unit *= 10;
  return (guint64)(n / (double)unit) * unit;
}

/* How many rows such as those that are there would fit, roundly; 0 when there is none. */
static guint64
estimate_fitting (const SemaSetBuilder *self)
{
  const SemaBuffer *buffers[] = {&self->values, &self->words, &self->starts, &self->row_starts, &self->norms};
  guint64           used = sema_memory_get_used ();
  guint64           budget = sema_memory_get_budget ();
  double            of_rows = 0, taken = 0;

  for (guint i = 0; i < G_N_ELEMENTS (buffers); i++)
    {
      of_rows += (double)buffers[i]->n_bytes;
      taken += (double)buffers[i]->capacity;
    }
  if (self->n_rows == 0)
    return 0;
  taken += (double)(self->index.n_slots * sizeof (guint64)) + (double)(budget - MIN (used, budget));
  return round_down (FITTING_SHARE * taken / (of_rows / (double)self->n_rows + LATER_BYTES));
}

/**
 * sema_set_builder_note_fitting:
 * @self: a builder whose rows could not all be had
 * @error: (nullable): why
 *
 * Where the memory was not enough, lets the error know for how many rows it is: see sema_error_get_fitting_rows().
 */
void
sema_set_builder_note_fitting (const SemaSetBuilder *self, GError **error)
{
  if (error != NULL)
    sema_error_set_fitting_rows (*error, estimate_fitting (self));
}

static gboolean
begin (SemaSetBuilder *self, GError **error)
{
  gsize   row_bytes = get_row_bytes (self);
  guint64 n_trusted = sema_set_builder_count_trusted (self, row_bytes);

  if (!sema_set_builder_begin_starts (self, n_trusted, error))
    return FALSE;
  sema_buffer_reserve (&self->values, n_trusted * row_bytes, NULL);
  return TRUE;
}

static void
prepare_index (SemaSetBuilder *self, guint64 first, guint64 end)
{
  if (first < MANY_WORDS && end >= MANY_WORDS)
    sema_vocab_index_reserve (&self->index, MIN (sema_set_builder_count_trusted (self, get_row_bytes (self)), MORE_WORDS * end), NULL);
}

/* Indexes and measures rows that are whole, some at a time: what reads a file waits for its bytes anyhow. */
static gboolean
catch_up (SemaSetBuilder *self, guint64 end, GError **error)
{
  SemaVocabWords words = {self->words.data, (const guint64 *)self->starts.data};
  guint64        first = self->norms.n_bytes / sizeof (double);
  double        *norms = sema_buffer_append (&self->norms, (end - first) * sizeof *norms, error);

  if (norms == NULL)
    return FALSE;
  for (guint64 row = first; row < end; row++)
    norms[row - first] = sema_norms_measure ((const SemaFloat *)self->values.data + row * self->dim, self->dim);
  prepare_index (self, first, end);
  return sema_vocab_index_add (&self->index, &words, end, error);
}

/* All rows but the one that is added are whole. */
static gboolean
catch_up_some (SemaSetBuilder *self, GError **error)
{
  guint64 n_measured = self->norms.n_bytes / sizeof (double);

  return self->n_rows - n_measured <= ROWS_BEHIND || catch_up (self, self->n_rows, error);
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
  place = sema_buffer_append (&self->words, with_nul, error);
  if (place == NULL)
    return FALSE;
  if (length > 0)
    memcpy (place, word, length);
  place[length] = '\0';
  start = sema_buffer_append (&self->starts, sizeof *start, error);
  *start = self->words.n_bytes;
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
  if (!catch_up_some (self, error))
    return NULL;
  if (!sema_buffer_reserve (&self->values, get_row_bytes (self), error) || !add_word (self, word, length, error))
    return NULL;
  row = sema_buffer_append (&self->values, get_row_bytes (self), error);
  self->n_rows++;
  return row;
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

/**
 * sema_set_builder_take_columns:
 * @self: a builder
 * @columns: (transfer full) (nullable): what is known of the words of its rows, with as many rows as the set will have
 */
void
sema_set_builder_take_columns (SemaSetBuilder *self, SemaColumns *columns)
{
  g_clear_pointer (&self->columns, sema_columns_unref);
  self->columns = columns;
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
take_lent_matrix (SemaSetBuilder *self, GError **error)
{
  guint64    *row_starts = NULL;
  SemaMatrix *matrix;

  if (self->row_starts.data != NULL)
    {
      row_starts = sema_buffer_steal (&self->row_starts, error);
      if (row_starts == NULL)
        return NULL;
    }
  if (row_starts != NULL)
    matrix = sema_matrix_new_lent (self->lent, row_starts, self->n_rows, self->dim, &self->owner);
  else
    matrix = sema_matrix_new_lent_numbers (self->lent, self->numbers, self->n_rows, self->dim, &self->owner);
  self->owner = (SemaMatrixOwner) {0};
  return matrix;
}

static SemaMatrix *
take_matrix (SemaSetBuilder *self, GError **error)
{
  float *values;

  if (self->lent != NULL)
    return take_lent_matrix (self, error);
  values = sema_buffer_steal (&self->values, error);

  return values != NULL ? sema_matrix_new_take (values, self->n_rows, self->dim) : NULL;
}

static SemaVocab *
take_vocab (SemaSetBuilder *self, GError **error)
{
  char    *words = sema_buffer_steal (&self->words, error);
  guint64 *starts = words != NULL ? sema_buffer_steal (&self->starts, error) : NULL;

  if (starts != NULL)
    return sema_vocab_new_take_index (words, starts, self->n_rows, &self->index, error);
  sema_memory_free (words);
  return NULL;
}

static char **
take_warnings (SemaSetBuilder *self)
{
  g_ptr_array_add (self->warnings, NULL);
  return (char **)g_ptr_array_steal (self->warnings, NULL);
}

static SemaSet *
take_rows (SemaSetBuilder *self, GError **error)
{
  g_autoptr (SemaMatrix) matrix = take_matrix (self, error);
  g_autoptr (SemaVocab)  vocab = matrix != NULL ? take_vocab (self, error) : NULL;
  double                *norms = vocab != NULL ? sema_buffer_steal (&self->norms, error) : NULL;
  SemaSet               *set;

  if (norms == NULL)
    return NULL;
  warn_of_odd_rows (self, norms);
  warn_of_repeats (self, vocab);
  set = sema_set_new_take (g_steal_pointer (&matrix), g_steal_pointer (&vocab), norms, take_warnings (self));
  if (self->composer.compose != NULL)
    sema_set_take_composer (set, &self->composer, self->n_spare);
  self->composer = (SemaSetComposer) {0};
  sema_set_take_products (set, g_steal_pointer (&self->query), g_steal_pointer (&self->products));
  sema_set_take_columns (set, g_steal_pointer (&self->columns));
  return set;
}

/* The rows that are not indexed and measured yet; those that are lent are. */
static gboolean
catch_up_all (SemaSetBuilder *self, GError **error)
{
  return self->lent != NULL || catch_up (self, self->n_rows, error);
}

/**
 * sema_set_builder_finish:
 * @self: a builder; it has no rows and no warnings afterwards, also when this fails, and is still to be freed
 * @name: (nullable): what to call the set; copied, as the next two
 * @format: (nullable): the file format it came in
 * @compression: (nullable): what it was packed with
 * @progress: (nullable): polled; its counts are left alone
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, with sema_error_get_fitting_rows(), or %SEMA_CORE_ERROR_CANCELLED
 *
 * Gives spare memory back. To the warnings noted it adds how many rows hold NaN or infinite numbers and how many repeat a
 * word. No rows make an empty set. O(n).
 *
 * Returns: (transfer full) (nullable): the set; drop it with sema_set_unref()
 */
SemaSet *
sema_set_builder_finish (SemaSetBuilder *self, const char *name, const char *format, const char *compression, SemaProgress *progress, GError **error)
{
  SemaSet *set = NULL;
  guint64  n_fitting;

  g_return_val_if_fail (self != NULL, NULL);

  n_fitting = MIN (estimate_fitting (self), round_down (FITTING_SHARE * (double)self->n_rows));
  if (sema_progress_is_cancelled (progress))
    sema_set_cancelled (error);
  else if ((self->starts.n_bytes > 0 || begin (self, error)) && catch_up_all (self, error))
    set = take_rows (self, error);
  if (set != NULL)
    sema_set_describe (set, name, format, compression);
  else if (error != NULL)
    sema_error_set_fitting_rows (*error, n_fitting);
  clear_rows (self);
  g_ptr_array_set_size (self->warnings, 0);
  return set;
}
