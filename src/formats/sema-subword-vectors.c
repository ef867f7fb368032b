/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-subword-vectors.h"

#include <stdatomic.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-norms.h"
#include "sema-parallel.h"
#include "sema-set-builder.h"
#include "sema-tensors-private.h"
#include "sema-tensors-set.h"

#define ROWS_PER_CHUNK 256
#define SPARE_BYTES (32 * 1024 * 1024) /* of memory for the vectors of words that are not in the file… */
#define MOST_SPARE 16384               /* …so many words at the most… */
#define LEAST_SPARE 16                 /* …and at the least */

/* Composes vectors; one for each thread. */
typedef struct
{
  const SemaTensors *tensors;
  guint64            dim;
  SemaBuffer         buckets; /* guint32 */
  float             *row;
} Composer;

typedef struct
{
  SemaTensors       *tensors;
  SemaProgress      *progress;
  guint64            dim;
  float             *values;
  double            *norms;
  _Atomic (GError *) problem; /* the first that a thread had */
} Job;

/**
 * sema_subword_vectors_free:
 * @self: (transfer full) (nullable): what vectors are composed of
 */
void
sema_subword_vectors_free (SemaSubwordVectors *self)
{
  if (self == NULL)
    return;
  sema_buffer_clear (&self->kept);
  g_free (self);
}

/**
 * sema_tensors_has_subwords:
 * @self: tensors
 * @index: one of them
 *
 * Returns: whether its rows are those of words that go together with those of their n-grams: sema_subword_vectors_load()
 */
gboolean
sema_tensors_has_subwords (const SemaTensors *self, guint64 index)
{
  return self->subwords != NULL && self->subwords->words == index;
}

static gboolean
has_grams (const SemaSubwordVectors *self)
{
  return self->rules.max_n > 0 && self->rules.n_buckets > 0 && (!self->is_pruned || self->kept.n_bytes > 0);
}

static void
composer_init (Composer *self, const SemaTensors *tensors)
{
  SemaTensor tensor;

  sema_tensors_get (tensors, tensors->subwords->words, &tensor);
  *self = (Composer) {.tensors = tensors, .dim = tensor.dim};
  self->row = g_new (float, tensor.dim);
}

static void
composer_clear (Composer *self)
{
  sema_buffer_clear (&self->buckets);
  g_free (self->row);
}

/* The row of a bucket among those of n-grams; FALSE: it was pruned. */
static gboolean
find_gram (const SemaSubwordVectors *subwords, guint32 bucket, guint64 *row)
{
  const guint64 *kept = (const guint64 *)(gconstpointer)subwords->kept.data;
  gsize          low = 0, high = subwords->kept.n_bytes / sizeof *kept, n = high;

  *row = subwords->first_gram + bucket;
  if (!subwords->is_pruned)
    return TRUE;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (kept[middle] >> 32 < bucket)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == n || kept[low] >> 32 != bucket)
    return FALSE;
  *row = subwords->first_gram + (kept[low] & G_MAXUINT32);
  return TRUE;
}

static gboolean
add_row (Composer *self, guint64 tensor, guint64 row, float *values, GError **error)
{
  if (!sema_tensors_read_floats (self->tensors, tensor, row, self->row, error))
    return FALSE;
  for (guint64 i = 0; i < self->dim; i++)
    values[i] += self->row[i];
  return TRUE;
}

/* Sums of float32 in the order of fastText and gensim, and their mean as each of them takes it. A row without a word is its own vector. */
static gboolean
compose (Composer *self, const char *word, gsize length, gboolean has_row, guint64 own_row, float *values, guint64 *n, GError **error)
{
  const SemaSubwordVectors *subwords = self->tensors->subwords;
  const guint32            *buckets;
  guint64                   row;

  *n = 0;
  memset (values, 0, self->dim * sizeof *values);
  self->buckets.n_bytes = 0;
  if (word != NULL && !(has_row && subwords->is_whole) && !sema_subwords_list (&subwords->rules, word, length, &self->buckets, error))
    return FALSE;
  if (has_row && !add_row (self, subwords->words, own_row, values, error))
    return FALSE;
  *n += has_row;
  buckets = (const guint32 *)(gconstpointer)self->buckets.data;
  for (gsize i = 0; i < self->buckets.n_bytes / sizeof *buckets; i++)
    if (find_gram (subwords, buckets[i], &row))
      {
        if (!add_row (self, subwords->grams, row, values, error))
          return FALSE;
        ++*n;
      }
  for (guint64 i = 0; *n > 1 && i < self->dim; i++)
    values[i] = subwords->is_divided ? values[i] / (float)*n : values[i] * (float)(1.0 / (double)*n);
  return TRUE;
}

/* Of a word that is not in the file. */
static gboolean
compose_other (const char *word, gsize length, float *values, gpointer data)
{
  SemaTensors *tensors = data;
  Composer     composer;
  guint64      n;
  gboolean     is_composed;

  composer_init (&composer, tensors);
  is_composed = compose (&composer, word, length, FALSE, 0, values, &n, NULL) && n > 0;
  composer_clear (&composer);
  return is_composed;
}

static void
note (Job *job, GError *problem)
{
  GError *none = NULL;

  if (!atomic_compare_exchange_strong (&job->problem, &none, problem))
    g_error_free (problem);
}

static void
compose_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Job     *job = data;
  GError  *problem = NULL;
  Composer composer;

  composer_init (&composer, job->tensors);
  for (guint64 row = first; row < end; row++)
    {
      float      *values = job->values + row * job->dim;
      gsize       length;
      guint64     n;
      const char *word = sema_tensors_peek_row_word (job->tensors, job->tensors->subwords->words, row, &length);

      if (!compose (&composer, word, length, TRUE, row, values, &n, &problem))
        note (job, g_steal_pointer (&problem));
      job->norms[row] = sema_norms_measure (values, job->dim);
    }
  composer_clear (&composer);
  sema_progress_add_done (job->progress, end - first);
}

static gboolean
compose_all (Job *job, guint64 n_rows, GError **error)
{
  const SemaSubwordVectors *subwords = job->tensors->subwords;

  sema_progress_set_total (job->progress, n_rows);
  sema_progress_set_done (job->progress, 0);
  if (!sema_parallel_rows (n_rows, ROWS_PER_CHUNK, job->progress, compose_rows, job))
    {
      g_clear_error ((GError **)&job->problem);
      sema_set_cancelled (error);
      return FALSE;
    }
  if (job->problem != NULL)
    {
      g_propagate_error (error, job->problem);
      return FALSE;
    }
  return sema_tensor_bytes_check_lost (sema_tensors_peek_bytes (job->tensors, subwords->words), error) &&
         sema_tensor_bytes_check_lost (sema_tensors_peek_bytes (job->tensors, subwords->grams), error);
}

static gboolean
is_never_lost (gpointer data)
{
  return FALSE;
}

static void
release_tensors (gpointer tensors)
{
  sema_tensors_unref (tensors);
}

/* Room for all rows, and for those of other words. */
static gboolean
make_room (SemaLentRows *rows, Job *job, GError **error)
{
  gsize n_bytes = job->dim * sizeof (float);

  rows->n_spare = CLAMP (SPARE_BYTES / n_bytes, LEAST_SPARE, MOST_SPARE);
  job->values = sema_memory_alloc_n (rows->n_rows + rows->n_spare, n_bytes, error);
  if (job->values == NULL)
    return FALSE;
  rows->bytes = (const guint8 *)job->values;
  rows->owner = (SemaMatrixOwner) {sema_memory_free, is_never_lost, job->values};
  if (has_grams (job->tensors->subwords) && rows->n_rows == job->tensors->subwords->n_words)
    rows->composer = (SemaSetComposer) {compose_other, release_tensors, sema_tensors_ref (job->tensors)};
  job->norms = rows->norms = sema_memory_alloc_n (rows->n_rows + rows->n_spare, sizeof *rows->norms, error);
  return rows->norms != NULL;
}

static const char *
get_word (guint64 row, gsize *length, gpointer data)
{
  SemaTensors *tensors = data;

  return sema_tensors_peek_row_word (tensors, tensors->subwords->words, row, length);
}

/**
 * sema_subword_vectors_load:
 * @tensors: those of a model for which sema_tensors_has_subwords() holds of one of them
 * @name: what the vectors are called
 * @progress: (nullable): told how many words there are, and how many are done; cancels it
 * @error: return location
 *
 * Makes word vectors of a model of fastText: that of each word is composed at once, by all cores, of its row and those of its n-grams, to
 * the bit as the program does that wrote the file. Words that are not in it are composed as they are asked for: sema_set_compose(). Where
 * only the first rows are wanted, no other words are: those of the file would come without their own row. Takes four bytes a number;
 * O(n-grams · dim).
 *
 * Returns: (transfer full) (nullable): the vectors; %NULL with %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED,
 *   %SEMA_CORE_ERROR_LOST or a #SemaFormatError
 */
SemaSet *
sema_subword_vectors_load (SemaTensors *tensors, const char *name, SemaProgress *progress, GError **error)
{
  const SemaSubwordVectors *subwords = tensors->subwords;
  SemaLentRows              rows = {.n_rows = sema_tensors_limit_rows (tensors, subwords->n_words)};
  Job                       job = {.tensors = tensors, .progress = progress};
  SemaTensor                tensor;

  if (!sema_tensors_prepare (tensors, subwords->words, progress, error) || !sema_tensors_prepare (tensors, subwords->grams, progress, error))
    return NULL;
  sema_tensors_get (tensors, subwords->words, &tensor);
  job.dim = tensor.dim;
  if (make_room (&rows, &job, error) && sema_tensors_name_rows (&rows, get_word, tensors, progress, error) && compose_all (&job, rows.n_rows, error))
    return sema_tensors_build_set (tensors, subwords->words, name, &rows, job.dim, NULL, progress, error);
  sema_lent_rows_clear (&rows);
  return NULL;
}
