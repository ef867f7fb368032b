/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensors-set.h"

#include <stdatomic.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-norms.h"
#include "sema-parallel.h"
#include "sema-set-builder.h"
#include "sema-tensors-private.h"
#include "sema-word.h"

#define NAMES_BETWEEN_LOOKS 65536 /* at cancel */
#define CHUNK_BYTES (1024 * 1024) /* of the numbers that a thread widens before the next look at cancel */

/* Who lends rows that lie in a file. */
typedef struct
{
  SemaTensors *tensors;
  guint64      index;
} Lender;

typedef struct
{
  SemaTensors  *tensors;
  guint64       index;
  guint64       dim;
  float        *values; /* NULL: the rows are read in place */
  const guint8 *bytes;
  SemaNumbers   numbers;
  double       *norms;
  atomic_bool   is_broken;
} Job;

static void
release_file (gpointer data)
{
  Lender *lender = data;

  sema_tensors_unref (lender->tensors);
  g_free (lender);
}

static gboolean
is_file_lost (gpointer data)
{
  Lender *lender = data;

  return !sema_tensor_bytes_check_lost (sema_tensors_peek_bytes (lender->tensors, lender->index), NULL);
}

static gboolean
is_never_lost (gpointer data)
{
  return FALSE;
}

/* Where the rows lie one after another, the lowest byte of a number first, in memory or a mapping; NULL where they have to be gathered. */
static const guint8 *
find_rows (SemaTensors *self, guint64 index, const SemaTensorsLayout *layout)
{
  const SemaTensorEntry *entry = sema_tensor_list_peek (&self->list, index);
  SemaNumbers            numbers = sema_tensor_type_get_numbers (entry->type);

  if (entry->is_swapped || G_BYTE_ORDER != G_LITTLE_ENDIAN)
    return NULL;
  if (layout->step != sema_numbers_get_size (numbers) || layout->row_stride != sema_numbers_measure (numbers, layout->dim))
    return NULL;
  return sema_tensor_bytes_peek (sema_tensors_peek_bytes (self, index), entry->offset);
}

static gboolean
add_name (SemaBuffer *words, SemaTensorsTokenFunc func, gpointer data, guint64 id, GError **error)
{
  char        own[SEMA_WORD_ROW_SIZE];
  gsize       length = 0;
  const char *token = func != NULL ? func (id, &length, data) : NULL;
  char       *place;

  if (token == NULL)
    {
      length = sema_word_name_row (own, id);
      token = own;
    }
  place = sema_buffer_append (words, length + 1, error);
  if (place == NULL)
    return FALSE;
  memcpy (place, token, length);
  place[length] = 0;
  return TRUE;
}

/* A name for each row, and where it begins. */
gboolean
sema_tensors_name_rows (SemaLentRows *rows, SemaTensorsTokenFunc func, gpointer data, SemaProgress *progress, GError **error)
{
  g_auto (SemaBuffer) words = {0};

  rows->word_starts = sema_memory_alloc_n (rows->n_rows + 1, sizeof *rows->word_starts, error);
  if (rows->word_starts == NULL)
    return FALSE;
  for (guint64 id = 0; id < rows->n_rows; id++)
    {
      if (id % NAMES_BETWEEN_LOOKS == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      rows->word_starts[id] = words.n_bytes;
      if (!add_name (&words, func, data, id, error))
        return FALSE;
    }
  rows->word_starts[rows->n_rows] = words.n_bytes;
  rows->words = sema_buffer_steal (&words, error);
  return rows->words != NULL;
}

static void
measure_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Job              *job = data;
  gsize             size = sema_numbers_measure (job->numbers, job->dim);
  g_autofree float *space = g_new (float, job->dim);

  for (guint64 row = first; row < end; row++)
    {
      const SemaFloat *values = (const SemaFloat *)(job->bytes + row * size);

      if (job->values != NULL && !sema_tensors_read_floats (job->tensors, job->index, row, job->values + row * job->dim, NULL))
        atomic_store (&job->is_broken, TRUE);
      if (job->numbers != SEMA_NUMBERS_FLOAT32)
        {
          sema_numbers_widen (job->numbers, job->bytes + row * size, job->dim, space);
          values = space;
        }
      job->norms[row] = sema_norms_measure (values, job->dim);
    }
}

/* Reads the row again that could not be read, for the reason. */
static void
explain (Job *job, guint64 n_rows, GError **error)
{
  for (guint64 row = 0; row < n_rows; row++)
    if (!sema_tensors_read_floats (job->tensors, job->index, row, job->values + row * job->dim, error))
      return;
  sema_tensor_bytes_check_lost (sema_tensors_peek_bytes (job->tensors, job->index), error);
}

static gboolean
measure (Job *job, guint64 n_rows, SemaProgress *progress, GError **error)
{
  guint64 rows_per_chunk = MAX (CHUNK_BYTES / (job->dim * sizeof (float)), 1);

  if (!sema_parallel_rows (n_rows, rows_per_chunk, progress, measure_rows, job))
    {
      sema_set_cancelled (error);
      return FALSE;
    }
  if (!atomic_load (&job->is_broken))
    return sema_tensor_bytes_check_lost (sema_tensors_peek_bytes (job->tensors, job->index), error);
  explain (job, n_rows, error);
  if (error != NULL && *error == NULL)
    sema_set_cancelled (error);
  return FALSE;
}

/* The numbers: those of the file where they lie in order, else a block of them. */
static gboolean
place_rows (SemaTensors *self, guint64 index, const SemaTensorsLayout *layout, SemaLentRows *rows, Job *job, GError **error)
{
  rows->bytes = find_rows (self, index, layout);
  if (rows->bytes != NULL)
    {
      Lender *lender = g_new (Lender, 1);

      *lender = (Lender) {sema_tensors_ref (self), index};
      rows->numbers = sema_tensor_type_get_numbers (sema_tensor_list_peek (&self->list, index)->type);
      rows->owner = (SemaMatrixOwner) {release_file, is_file_lost, lender};
    }
  else
    {
      gsize n_bytes;

      if (__builtin_mul_overflow (layout->dim, sizeof (float), &n_bytes))
        n_bytes = G_MAXSIZE;
      job->values = sema_memory_alloc_n (layout->n_rows, n_bytes, error);
      if (job->values == NULL)
        return FALSE;
      rows->bytes = (const guint8 *)job->values;
      rows->owner = (SemaMatrixOwner) {sema_memory_free, is_never_lost, job->values};
    }
  job->bytes = rows->bytes;
  job->numbers = rows->numbers;
  rows->norms = sema_memory_alloc_n (rows->n_rows, sizeof *rows->norms, error);
  job->norms = rows->norms;
  return rows->norms != NULL;
}

/* The set of rows that are whole, with what the file warns of: which matrix was guessed to be meant only where that is it. The rows are consumed. */
SemaSet *
sema_tensors_build_set (SemaTensors *self, guint64 index, const char *name, SemaLentRows *rows, gsize dim, const char *note, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (dim, rows->n_rows);

  sema_set_builder_lend (builder, rows);
  for (const char *const *warning = sema_tensors_get_warnings (self); *warning != NULL; warning++)
    if (*warning != self->guess || index == self->embedding)
      sema_set_builder_warn (builder, "%s", *warning);
  if (note != NULL)
    sema_set_builder_warn (builder, "%s", note);
  return sema_set_builder_finish (builder, name, self->format, "none", progress, error);
}

/**
 * sema_tensors_want_rows:
 * @self: tensors that nobody makes vectors of yet
 * @most_rows: how many rows of a matrix are wanted as vectors, from the first on; 0: all
 *
 * Of a matrix with more rows sema_tensors_load_set() and sema_subword_vectors_load() take only the first ones.
 */
void
sema_tensors_want_rows (SemaTensors *self, guint64 most_rows)
{
  self->most_rows = most_rows;
}

/**
 * sema_tensors_limit_rows:
 * @self: tensors
 * @n_rows: of a matrix of theirs
 *
 * Returns: how many of so many rows are wanted
 */
guint64
sema_tensors_limit_rows (const SemaTensors *self, guint64 n_rows)
{
  return self->most_rows > 0 ? MIN (self->most_rows, n_rows) : n_rows;
}

/**
 * sema_tensors_load_set:
 * @self: tensors
 * @index: a matrix among them that sema_tensors_prepare() made ready
 * @name: what the vectors are called
 * @token: (nullable): gives the rows their words; those that have none are called by their id, as “[7]”
 * @data: for @token
 * @note: (nullable): a sentence about the tokens, that the set warns with
 * @progress: (nullable): cancels it; is not told how far it is
 * @error: return location
 *
 * Makes word vectors of the rows of a matrix, with which all can be done that is done with word vectors. The rows stay in the file, as
 * long as the set lives, and are widened as they are read; only those whose numbers do not lie one after another, or with the highest
 * byte first, are gathered by all cores, which takes four bytes a number. O(n·dim).
 *
 * Returns: (transfer full) (nullable): the vectors; %NULL with %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED,
 *   %SEMA_CORE_ERROR_LOST or %SEMA_FORMAT_ERROR_IO
 */
SemaSet *
sema_tensors_load_set (SemaTensors *self, guint64 index, const char *name, SemaTensorsTokenFunc token, gpointer data, const char *note, SemaProgress *progress, GError **error)
{
  SemaTensorsLayout layout;
  SemaLentRows      rows = {0};
  Job               job = {.tensors = self, .index = index};

  g_return_val_if_fail (index < sema_tensors_get_n (self), NULL);
  g_return_val_if_fail (sema_tensors_get_layout (&self->list, index, &layout), NULL);
  g_return_val_if_fail (sema_tensors_peek_bytes (self, index) != NULL, NULL);

  layout.n_rows = sema_tensors_limit_rows (self, layout.n_rows);
  rows.n_rows = layout.n_rows;
  job.dim = layout.dim;
  if (place_rows (self, index, &layout, &rows, &job, error) && sema_tensors_name_rows (&rows, token, data, progress, error) &&
      measure (&job, rows.n_rows, progress, error))
    return sema_tensors_build_set (self, index, name, &rows, layout.dim, note, progress, error);
  sema_lent_rows_clear (&rows);
  return NULL;
}
