/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-neighbours.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-math-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-vectors.h"

/* Rows a thread takes at a time. The lists are kept by chunk, so this may not depend on the number of threads. */
#define ROWS_PER_CHUNK 8192
/* Rows multiplied at a time. */
#define ROWS_PER_BLOCK 64

/**
 * Search:
 * @set: what is searched
 * @query: (dim) of norm 1
 * @excluded: (n_excluded) rows in ascending order
 * @k: most neighbours a chunk can give
 * @best: (n_chunks, k) for each chunk a heap, the worst on top
 * @n_best: (n_chunks) how many it holds
 */
typedef struct
{
  const SemaSet *set;
  double        *query;
  guint64       *excluded;
  gsize          n_excluded;
  gsize          k;
  SemaNeighbour *best;
  gsize         *n_best;
} Search;

static void
search_clear (Search *search)
{
  sema_memory_free (search->query);
  sema_memory_free (search->excluded);
  sema_memory_free (search->best);
  sema_memory_free (search->n_best);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static inline gboolean
is_worse (SemaNeighbour a, SemaNeighbour b)
{
  return a.score < b.score || (a.score == b.score && a.row > b.row);
}

static int
compare_neighbours (const void *a, const void *b)
{
  const SemaNeighbour *left = a, *right = b;

  return is_worse (*right, *left) ? -1 : is_worse (*left, *right);
}

static int
compare_rows (const void *a, const void *b)
{
  const guint64 *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

static gboolean
is_excluded (const Search *search, guint64 row)
{
  return search->n_excluded > 0 && bsearch (&row, search->excluded, search->n_excluded, sizeof row, compare_rows) != NULL;
}

static void
sift_up (SemaNeighbour *heap, gsize at)
{
  while (at > 0 && is_worse (heap[at], heap[(at - 1) / 2]))
    {
      SemaNeighbour parent = heap[(at - 1) / 2];

      heap[(at - 1) / 2] = heap[at];
      heap[at] = parent;
      at = (at - 1) / 2;
    }
}

static void
sift_down (SemaNeighbour *heap, gsize n)
{
  gsize at = 0;

  for (;;)
    {
      gsize         worst = at;
      SemaNeighbour here = heap[at];

      for (gsize child = 2 * at + 1; child <= 2 * at + 2 && child < n; child++)
        if (is_worse (heap[child], heap[worst]))
          worst = child;
      if (worst == at)
        return;
      heap[at] = heap[worst];
      heap[worst] = here;
      at = worst;
    }
}

static void
offer (const Search *search, guint64 chunk, SemaNeighbour neighbour)
{
  SemaNeighbour *heap = search->best + chunk * search->k;
  gsize         *n = &search->n_best[chunk];

  if ((*n == search->k && !is_worse (heap[0], neighbour)) || is_excluded (search, neighbour.row))
    return;
  if (*n < search->k)
    {
      heap[*n] = neighbour;
      sift_up (heap, (*n)++);
      return;
    }
  heap[0] = neighbour;
  sift_down (heap, *n);
}

static void
search_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  const Search *search = data;
  const double *norms = sema_set_get_norms (search->set);
  gsize         dim = sema_set_get_dim (search->set);
  double        dots[ROWS_PER_BLOCK];

  for (guint64 block = first; block < end; block += ROWS_PER_BLOCK)
    {
      const SemaFloat *rows[ROWS_PER_BLOCK];
      gsize            n = MIN (end - block, ROWS_PER_BLOCK);

      for (gsize i = 0; i < n; i++)
        rows[i] = sema_set_get_row (search->set, block + i);
      sema_dot_rows (rows, n, dim, search->query, dots);
      for (gsize i = 0; i < n; i++)
        if (isfinite (norms[block + i]) && norms[block + i] > 0)
          offer (search, chunk, (SemaNeighbour) {block + i, CLAMP (dots[i] / norms[block + i], -1, 1)});
    }
}

static gboolean
take_query (Search *search, const double *query, GError **error)
{
  gsize  dim = sema_set_get_dim (search->set);
  double norm = sema_vectors_norm (query, dim);

  if (!isfinite (norm) || norm == 0)
    {
      g_set_error_literal (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED,
                           _ ("A vector that is zero or not a number has no nearest words."));
      return FALSE;
    }
  search->query = sema_memory_alloc_n (dim, sizeof (double), error);
  if (search->query == NULL)
    return FALSE;
  for (gsize d = 0; d < dim; d++)
    search->query[d] = query[d] / norm;
  return TRUE;
}

static gboolean
take_excluded (Search *search, const guint64 *excluded, gsize n_excluded, GError **error)
{
  if (n_excluded == 0)
    return TRUE;
  search->excluded = sema_memory_alloc_n (n_excluded, sizeof (guint64), error);
  if (search->excluded == NULL)
    return FALSE;
  memcpy (search->excluded, excluded, n_excluded * sizeof (guint64));
  qsort (search->excluded, n_excluded, sizeof (guint64), compare_rows);
  search->n_excluded = n_excluded;
  return TRUE;
}

static gboolean
make_heaps (Search *search, guint64 n_chunks, GError **error)
{
  search->best = sema_memory_alloc_n (n_chunks, search->k * sizeof (SemaNeighbour), error);
  if (search->best == NULL)
    return FALSE;
  search->n_best = sema_memory_alloc_n (n_chunks, sizeof (gsize), error);
  if (search->n_best == NULL)
    return FALSE;
  memset (search->n_best, 0, n_chunks * sizeof (gsize));
  return TRUE;
}

/* The order is total, so the list does not depend on which chunk found what first. */
static GArray *
merge (Search *search, guint64 n_chunks, gsize k)
{
  GArray *neighbours = g_array_new (FALSE, FALSE, sizeof (SemaNeighbour));
  gsize   n = 0;

  for (guint64 chunk = 0; chunk < n_chunks; chunk++)
    {
      memmove (search->best + n, search->best + chunk * search->k, search->n_best[chunk] * sizeof (SemaNeighbour));
      n += search->n_best[chunk];
    }
  qsort (search->best, n, sizeof (SemaNeighbour), compare_neighbours);
  g_array_append_vals (neighbours, search->best, MIN (MIN (n, k), G_MAXUINT / sizeof (SemaNeighbour)));
  return neighbours;
}

/**
 * sema_neighbours_find:
 * @set: a set
 * @query: (dim) a direction, of any length but zero
 * @excluded: (n_excluded) (nullable): rows to leave out, in any order
 * @n_excluded: how many
 * @k: how many neighbours are wanted; may be more than there are rows
 * @progress: (nullable): for cancelling
 * @error: %SEMA_MATH_ERROR_UNDEFINED where @query is zero or not finite, %SEMA_CORE_ERROR_CANCELLED,
 *   %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Finds the rows with the highest cosine to @query by looking at all of them, in double. Rows that are zero or not
 * finite have no cosine and are left out. Equal cosines come in row order. The same bits with any number of threads
 * on any processor. O(rows dim).
 *
 * Returns: (transfer full) (element-type SemaNeighbour): at most @k neighbours, the nearest first
 */
GArray *
sema_neighbours_find (const SemaSet *set, const double *query, const guint64 *excluded, gsize n_excluded, gsize k, SemaProgress *progress, GError **error)
{
  g_auto (Search) search = {.set = set};
  guint64         n_rows = sema_set_get_n_rows (set);
  guint64         n_chunks = sema_parallel_count_chunks (n_rows, ROWS_PER_CHUNK);

  search.k = MIN (k, MIN (n_rows, ROWS_PER_CHUNK));
  if (!take_query (&search, query, error) ||
      !take_excluded (&search, excluded, n_excluded, error) ||
      !make_heaps (&search, n_chunks, error))
    return NULL;

  if (search.k > 0 && !sema_parallel_rows (n_rows, ROWS_PER_CHUNK, progress, search_rows, &search))
    {
      sema_set_cancelled (error);
      return NULL;
    }
  return merge (&search, n_chunks, k);
}
