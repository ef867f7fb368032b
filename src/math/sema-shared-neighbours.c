/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-shared-neighbours.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-query.h"

#define ROWS_PER_CHUNK 8192
#define ROWS_PER_SCORE 8 /* at a time */

typedef struct
{
  const SemaSet   *set;
  const guint32   *rows; /* (n) of the words in the set */
  guint32          word;
  gsize            k;
  const SemaQuery *query;
  SemaBest        *best; /* (n_chunks) */
} Job;

static void
offer (const Job *job, SemaBest *best, guint64 first, gsize n, float *space)
{
  const SemaMatrix *matrix = sema_set_get_matrix (job->set);
  gsize             dim = sema_matrix_get_dim (matrix);
  const SemaFloat  *rows[ROWS_PER_SCORE];
  double            norms[ROWS_PER_SCORE], scores[ROWS_PER_SCORE];

  for (gsize i = 0; i < n; i++)
    {
      rows[i] = sema_matrix_read_row (matrix, job->rows[first + i], space != NULL ? space + i * dim : NULL);
      norms[i] = sema_set_get_norm (job->set, job->rows[first + i]);
    }
  sema_query_score_rows (job->query, rows, norms, n, scores);
  for (gsize i = 0; i < n; i++)
    if (!isnan (scores[i]) && isfinite (norms[i]) && first + i != job->word)
      sema_best_offer (best, (SemaNeighbour) {first + i, scores[i]});
}

static void
search_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Job              *job = data;
  g_autofree float *space = sema_set_new_space (job->set, ROWS_PER_SCORE);

  for (guint64 row = first; row < end; row += ROWS_PER_SCORE)
    offer (job, &job->best[chunk], row, (gsize)MIN (ROWS_PER_SCORE, end - row), space);
}

/* The best of each chunk, which lie one after another, come to the front in their order. Returns how many there are, at most k. */
static gsize
join (const Job *job, guint64 n_chunks)
{
  SemaNeighbour *all = job->best[0].heap;
  gsize          n = 0;

  for (guint64 chunk = 0; chunk < n_chunks; chunk++)
    for (gsize i = 0; i < job->best[chunk].n; i++)
      all[n++] = job->best[chunk].heap[i];
  sema_best_sort (all, n);
  return MIN (n, job->k);
}

static gboolean
search (Job *job, guint32 n, SemaNeighbour *heaps, gsize *n_found, SemaProgress *progress, GError **error)
{
  const SemaTerm        term = {job->rows[job->word], 1};
  g_autoptr (SemaQuery) query = sema_query_new (job->set, &term, 1, &(SemaQueryKind) {0}, error);
  guint64               n_chunks = sema_parallel_count_chunks (n, ROWS_PER_CHUNK);
  g_autofree SemaBest  *best = g_new (SemaBest, n_chunks);

  if (query == NULL)
    return FALSE;
  for (guint64 chunk = 0; chunk < n_chunks; chunk++)
    best[chunk] = (SemaBest) {heaps + chunk * job->k, 0, job->k};
  job->query = query;
  job->best = best;
  if (!sema_parallel_rows (n, ROWS_PER_CHUNK, progress, search_rows, job))
    {
      sema_set_cancelled (error);
      return FALSE;
    }
  *n_found = join (job, n_chunks);
  return TRUE;
}

static SemaNeighbour *
find (const SemaCommonRows *common, gboolean second, guint32 word, gsize k, gsize *n_found, SemaProgress *progress, GError **error)
{
  Job            job = {second ? common->b : common->a, second ? common->rows_b : common->rows_a, word, k};
  guint64        n_chunks = sema_parallel_count_chunks (common->n, ROWS_PER_CHUNK);
  SemaNeighbour *heaps = sema_memory_alloc_n (n_chunks * k, sizeof *heaps, error);

  if (heaps == NULL || search (&job, common->n, heaps, n_found, progress, error))
    return heaps;
  sema_memory_free (heaps);
  return NULL;
}

/**
 * sema_shared_neighbours_new:
 * @common: words of two sets, which may have different dimensions
 * @word: number of one of them
 * @k: how many neighbours are wanted, 1 or more
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_MATH_ERROR_UNDEFINED where the word has no direction in one set
 *
 * Finds the common words with the highest cosine to one of them in either set, exactly; of equal ones the earlier. No rotation changes
 * them. O(n dim).
 *
 * Returns: (transfer full) (nullable): the neighbours
 */
SemaSharedNeighbours *
sema_shared_neighbours_new (const SemaCommonRows *common, guint32 word, gsize k, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSharedNeighbours) self = g_new0 (SemaSharedNeighbours, 1);

  g_return_val_if_fail (word < common->n && k > 0, NULL);

  k = MIN (k, common->n);
  self->a = find (common, FALSE, word, k, &self->k_a, progress, error);
  self->b = self->a != NULL ? find (common, TRUE, word, k, &self->k_b, progress, error) : NULL;
  if (self->b == NULL)
    return NULL;
  for (gsize i = 0; i < self->k_a; i++)
    self->n_shared += sema_shared_neighbours_has (self->b, self->k_b, self->a[i].row);
  return g_steal_pointer (&self);
}

/**
 * sema_shared_neighbours_free:
 * @self: (nullable) (transfer full): neighbours
 */
void
sema_shared_neighbours_free (SemaSharedNeighbours *self)
{
  if (self == NULL)
    return;
  sema_memory_free (self->a);
  sema_memory_free (self->b);
  g_free (self);
}

/**
 * sema_shared_neighbours_has:
 * @neighbours: (k) neighbours
 * @k: how many
 * @word: number of a common word
 *
 * Returns: whether it is among them. O(k).
 */
gboolean
sema_shared_neighbours_has (const SemaNeighbour *neighbours, gsize k, guint64 word)
{
  for (gsize i = 0; i < k; i++)
    if (neighbours[i].row == word)
      return TRUE;
  return FALSE;
}

/**
 * sema_shared_neighbours_get_overlap:
 * @self: neighbours
 *
 * Returns: how many of the words that are neighbours in one set are so in both, 0 to 1 (the Jaccard index); NaN where there are none
 */
double
sema_shared_neighbours_get_overlap (const SemaSharedNeighbours *self)
{
  gsize n = self->k_a + self->k_b - self->n_shared;

  return n > 0 ? (double)self->n_shared / (double)n : NAN;
}
