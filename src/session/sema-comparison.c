/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-comparison.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sema-memory.h"
#include "sema-moves.h"
#include "sema-order.h"
#include "sema-procrustes-rows.h"

/**
 * Moves:
 * @cosines: (n) (nullable): of each word; %NULL where they were not measured
 * @distances: (n) (nullable): the same
 */
typedef struct
{
  double *cosines;
  double *distances;
} Moves;

struct _SemaComparison
{
  gatomicrefcount       n_refs;
  SemaCommonRows       *common;
  Moves                 plain;
  Moves                 aligned;
  SemaComparisonSummary summary;
};

static gboolean
measure (const SemaComparison *self, const double *rotation, Moves *moves, SemaProgress *progress, GError **error)
{
  guint32 n = MAX (self->common->n, 1);

  moves->cosines = sema_memory_alloc_n (n, sizeof *moves->cosines, error);
  moves->distances = moves->cosines != NULL ? sema_memory_alloc_n (n, sizeof *moves->distances, error) : NULL;
  return moves->distances != NULL && sema_moves_measure (self->common, rotation, moves->cosines, moves->distances, progress, error);
}

static gboolean
turn (SemaComparison *self, SemaProgress *progress, GError **error)
{
  gsize    dim = self->summary.dim_a;
  double  *rotation = sema_memory_alloc_n (dim, dim * sizeof *rotation, error);
  gboolean done = rotation != NULL && sema_procrustes_rows_find (self->common, rotation, progress, error) &&
                  measure (self, rotation, &self->aligned, progress, error);

  sema_memory_free (rotation);
  self->summary.is_aligned = done;
  return done;
}

static SemaComparisonMeans
find_means (const Moves *moves, guint32 n)
{
  SemaComparisonMeans means = {0, 0, 0};

  for (guint32 i = 0; moves->cosines != NULL && i < n; i++)
    if (!isnan (moves->cosines[i]))
      {
        means.n++;
        means.cosine += moves->cosines[i];
        means.distance += moves->distances[i] * moves->distances[i];
      }
  means.cosine = means.n > 0 ? means.cosine / means.n : NAN;
  means.distance = means.n > 0 ? sqrt (means.distance / means.n) : NAN;
  return means;
}

static gboolean
compare (SemaComparison *self, SemaSet *a, SemaSet *b, gboolean wants_aligned, SemaProgress *progress, GError **error)
{
  gboolean is_alike = sema_set_get_dim (a) == sema_set_get_dim (b);

  self->common = sema_common_rows_new (a, b, progress, error);
  if (self->common == NULL)
    return FALSE;
  self->summary = (SemaComparisonSummary) {.n_rows_a = sema_set_get_n_rows (a), .n_rows_b = sema_set_get_n_rows (b), .n_common = self->common->n, .dim_a = sema_set_get_dim (a), .dim_b = sema_set_get_dim (b)};
  sema_progress_set_total (progress, self->common->n * (is_alike ? (wants_aligned ? 3 : 1) : 0));
  if (is_alike && !measure (self, NULL, &self->plain, progress, error))
    return FALSE;
  if (is_alike && wants_aligned && !turn (self, progress, error))
    return FALSE;
  self->summary.plain = find_means (&self->plain, self->common->n);
  self->summary.aligned = find_means (&self->aligned, self->common->n);
  return sema_set_check_lost (a, error) && sema_set_check_lost (b, error);
}

/**
 * sema_comparison_new:
 * @a: vectors
 * @b: others, such as those of another training, of a fine-tuned model or of the same with fewer bits
 * @align: whether the second set is turned to where the first lies, which vectors of another training need
 * @progress: (nullable): told how far it is; cancels
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_LOST, %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_MATH_ERROR_LAPACK
 *
 * Measures how far each word that both sets have moved, as the files have them and, where asked for, after the rotation about the origin
 * that brings them nearest to each other, see sema_procrustes_rows_find(). Sets of different dimensions, or without a common word, are no
 * error: nothing of them is measured. O(n dim), aligned O(n dim² + dim³); 40 bytes a word.
 *
 * Returns: (transfer full) (nullable): the comparison
 */
SemaComparison *
sema_comparison_new (SemaSet *a, SemaSet *b, gboolean align, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaComparison) self = g_new0 (SemaComparison, 1);

  g_atomic_ref_count_init (&self->n_refs);
  return compare (self, a, b, align, progress, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_comparison_ref:
 * @self: a comparison
 *
 * Returns: (transfer full): the same
 */
SemaComparison *
sema_comparison_ref (SemaComparison *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * sema_comparison_unref:
 * @self: (transfer full): a comparison
 */
void
sema_comparison_unref (SemaComparison *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  sema_common_rows_free (self->common);
  sema_memory_free (self->plain.cosines);
  sema_memory_free (self->plain.distances);
  sema_memory_free (self->aligned.cosines);
  sema_memory_free (self->aligned.distances);
  g_free (self);
}

/**
 * sema_comparison_get_common:
 * @self: a comparison
 *
 * Returns: (transfer none): its words; for neighbours see sema_shared_neighbours_new()
 */
const SemaCommonRows *
sema_comparison_get_common (const SemaComparison *self)
{
  return self->common;
}

/**
 * sema_comparison_get_summary:
 * @self: a comparison
 *
 * Returns: (transfer none): what it comes to over all words
 */
const SemaComparisonSummary *
sema_comparison_get_summary (const SemaComparison *self)
{
  return &self->summary;
}

static double
get_number (const double *values, guint32 index)
{
  return values != NULL ? values[index] : NAN;
}

/**
 * sema_comparison_get:
 * @self: a comparison
 * @index: number of a common word
 * @word: (out): how far it moved
 */
void
sema_comparison_get (const SemaComparison *self, guint32 index, SemaComparisonWord *word)
{
  g_return_if_fail (index < self->common->n);

  *word = (SemaComparisonWord) {
    .row_a = self->common->rows_a[index],
    .row_b = self->common->rows_b[index],
    .cosine = get_number (self->aligned.cosines, index),
    .distance = get_number (self->aligned.distances, index),
    .plain_cosine = get_number (self->plain.cosines, index),
    .plain_distance = get_number (self->plain.distances, index),
    .norm_a = sema_set_get_norm (self->common->a, self->common->rows_a[index]),
    .norm_b = sema_set_get_norm (self->common->b, self->common->rows_b[index]),
  };
}

static int
compare_rows (const void *a, const void *b)
{
  guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;

  return (left > right) - (left < right);
}

/**
 * sema_comparison_find:
 * @self: a comparison
 * @word: bytes of a word
 * @length: how many, or -1 where a NUL ends them
 *
 * Returns: the number of that common word, or -1. O(log n).
 */
gint64
sema_comparison_find (const SemaComparison *self, const char *word, gssize length)
{
  guint64        row = sema_vocab_find (sema_set_get_vocab (self->common->a), word, length);
  guint32        wanted = (guint32)row;
  const guint32 *place = NULL;

  if (row != SEMA_VOCAB_NO_ROW)
    place = bsearch (&wanted, self->common->rows_a, self->common->n, sizeof wanted, compare_rows);
  return place != NULL ? place - self->common->rows_a : -1;
}

static double
get_value (const SemaComparison *self, SemaComparisonColumn column, guint32 index)
{
  SemaComparisonWord word;

  sema_comparison_get (self, index, &word);
  switch (column)
    {
    case SEMA_COMPARISON_COSINE:
      return word.cosine;
    case SEMA_COMPARISON_DISTANCE:
      return word.distance;
    case SEMA_COMPARISON_PLAIN_COSINE:
      return word.plain_cosine;
    case SEMA_COMPARISON_PLAIN_DISTANCE:
      return word.plain_distance;
    case SEMA_COMPARISON_NORM_A:
      return word.norm_a;
    case SEMA_COMPARISON_NORM_B:
      return word.norm_b;
    case SEMA_COMPARISON_ID:
    case SEMA_COMPARISON_WORD:
    case SEMA_N_COMPARISON_COLUMNS:
    default:
      return word.row_a;
    }
}

/* Of one set, each word once: so none are the same. */
static int
compare_words (gconstpointer a, gconstpointer b, gpointer data)
{
  const SemaCommonRows *common = data;
  const SemaVocab      *vocab = sema_set_get_vocab (common->a);
  gsize                 left_length, right_length;
  const char           *left = sema_vocab_get_word (vocab, common->rows_a[*(const guint32 *)a], &left_length);
  const char           *right = sema_vocab_get_word (vocab, common->rows_a[*(const guint32 *)b], &right_length);
  int                   order = memcmp (left, right, MIN (left_length, right_length));

  return order != 0 ? order : (left_length > right_length) - (left_length < right_length);
}

static gboolean
rank_words (const SemaComparison *self, double *ranks, GError **error)
{
  guint32  n = self->common->n;
  guint32 *order = sema_memory_alloc_n (MAX (n, 1), sizeof *order, error);

  if (order == NULL)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof *order, compare_words, self->common);
  for (guint32 i = 0; i < n; i++)
    ranks[order[i]] = i;
  sema_memory_free (order);
  return TRUE;
}

/**
 * sema_comparison_sort:
 * @self: a comparison
 * @column: by what
 * @descending: whether the largest comes first
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Equal ones come in the order of the first set; where there is no number they come last. O(n), by words O(n log n).
 *
 * Returns: (transfer full) (nullable): (n_common) the numbers of the words in that order; free it with sema_memory_free()
 */
guint32 *
sema_comparison_sort (const SemaComparison *self, SemaComparisonColumn column, gboolean descending, SemaProgress *progress, GError **error)
{
  guint32  n = self->common->n;
  double  *values = sema_memory_alloc_n (MAX (n, 1), sizeof *values, error);
  guint32 *order = NULL;
  gboolean is_ranked = values != NULL && (column != SEMA_COMPARISON_WORD || rank_words (self, values, error));

  for (guint32 i = 0; is_ranked && column != SEMA_COMPARISON_WORD && i < n; i++)
    values[i] = get_value (self, column, i);
  if (is_ranked)
    order = sema_order_new (values, n, descending, progress, error);
  sema_memory_free (values);
  return order;
}
