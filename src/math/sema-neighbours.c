/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-neighbours.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "sema-best.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

/* Rows a thread takes at a time, fewer of wide ones. */
#define ROWS_PER_CHUNK 8192
#define NUMBERS_PER_CHUNK (4 * 1024 * 1024)
/* Rows compared with the list at a time; a chunk is a number of whole blocks. */
#define ROWS_PER_BLOCK 64
/* Of fewer rows for each neighbour too many would have to be looked at twice. */
#define ROWS_PER_NARROW_NEIGHBOUR 64

/**
 * Search:
 * @set: what is searched
 * @narrow: (nullable): a copy of it to look at first
 * @query: what rows are compared with
 * @n_rows: the first of its rows, that are searched
 * @products: (n_rows) (nullable): of each row with the query's unit vector, when they are known already
 * @excluded: (n_excluded) rows in ascending order
 * @rows_per_chunk: rows of every chunk but the last
 * @n_chunks: how many chunks
 * @k_wanted: how many neighbours are wanted
 * @k: most neighbours a chunk can give
 * @best: (n_chunks, k) where the lists lie
 * @lists: (n_chunks) for each chunk the best of it
 * @narrow_query: @query, for @narrow
 * @ceilings: (n_blocks) with @narrow, what no row of a block can be above
 * @floor: what @k_wanted rows are known to reach: a row below it is none of the best
 */
typedef struct
{
  const SemaSet    *set;
  const SemaNarrow *narrow;
  const SemaQuery  *query;
  guint64           n_rows;
  const double     *products;
  guint64          *excluded;
  gsize             n_excluded;
  guint64           rows_per_chunk;
  guint64           n_chunks;
  gsize             k_wanted;
  gsize             k;
  SemaNeighbour    *best;
  SemaBest         *lists;
  SemaNarrowQuery  *narrow_query;
  float            *ceilings;
  _Atomic double    floor;
} Search;

static void
search_clear (Search *search)
{
  sema_memory_free (search->excluded);
  sema_memory_free (search->best);
  sema_memory_free (search->lists);
  sema_memory_free (search->ceilings);
  sema_narrow_query_free (search->narrow_query);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

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
offer (const Search *search, guint64 chunk, SemaNeighbour neighbour)
{
  if (!is_excluded (search, neighbour.row))
    sema_best_offer (&search->lists[chunk], neighbour);
}

/* Side by side, so that no comparison waits for another. What is not a number is passed over. */
static double
find_highest (const double *scores, gsize n)
{
  double highest[8] = {-INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY};
  gsize  i = 0;

  for (; i + 8 <= n; i += 8)
    for (gsize lane = 0; lane < 8; lane++)
      highest[lane] = scores[i + lane] > highest[lane] ? scores[i + lane] : highest[lane];
  for (; i < n; i++)
    highest[0] = scores[i] > highest[0] ? scores[i] : highest[0];
  for (gsize lane = 1; lane < 8; lane++)
    highest[0] = MAX (highest[0], highest[lane]);
  return highest[0];
}

static inline double
get_floor (const Search *search)
{
  return atomic_load_explicit (&search->floor, memory_order_relaxed);
}

/* One full list is enough to know. Of two threads the lower may win: its floor is true as well. */
static void
raise_floor (Search *search, guint64 chunk)
{
  const SemaBest *best = &search->lists[chunk];

  if (search->k == search->k_wanted && sema_best_is_full (best) && best->heap[0].score > get_floor (search))
    atomic_store_explicit (&search->floor, best->heap[0].score, memory_order_relaxed);
}

/* A chunk's rows come in order, so that of equal ones the later does not enter. What is not a number never does. */
static inline gboolean
can_enter (const Search *search, guint64 chunk, double score)
{
  const SemaBest *best = &search->lists[chunk];

  return score >= get_floor (search) && (!sema_best_is_full (best) || score > best->heap[0].score);
}

static void
offer_block (Search *search, guint64 chunk, guint64 block, gsize n, const double *scores)
{
  for (gsize i = 0; i < n; i++)
    if (can_enter (search, chunk, scores[i]))
      offer (search, chunk, (SemaNeighbour) {block + i, scores[i]});
  raise_floor (search, chunk);
}

/* A row without direction has no score: it comes to something that is not a number, and stays so. */
static void
score_products (const double *products, const double *norms, gsize n, double *scores)
{
  for (gsize i = 0; i < n; i++)
    scores[i] = CLAMP (products[i] / norms[i], -1, 1);
}

static void
search_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Search       *search = data;
  const double *norms = sema_set_get_norms (search->set);
  double        scores[ROWS_PER_BLOCK];

  for (guint64 block = first; block < end; block += ROWS_PER_BLOCK)
    {
      gsize n = MIN (end - block, ROWS_PER_BLOCK);

      if (search->products != NULL)
        score_products (search->products + block, norms + block, n, scores);
      else
        sema_query_score (search->query, search->set, block, n, scores);
      if (can_enter (search, chunk, find_highest (scores, n)))
        offer_block (search, chunk, block, n, scores);
    }
}

/* The lists become those of the lower bounds. */
static void
bound_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Search *search = data;
  float   lowers[ROWS_PER_BLOCK], uppers[ROWS_PER_BLOCK];
  double  scores[ROWS_PER_BLOCK];

  for (guint64 block = first; block < end; block += ROWS_PER_BLOCK)
    {
      gsize n = MIN (end - block, ROWS_PER_BLOCK);
      float ceiling = sema_narrow_bound (search->narrow, search->narrow_query, block, n, lowers, uppers);

      search->ceilings[block / ROWS_PER_BLOCK] = ceiling;
      if (!can_enter (search, chunk, ceiling))
        continue;
      for (gsize i = 0; i < n; i++)
        scores[i] = lowers[i];
      offer_block (search, chunk, block, n, scores);
    }
}

static void
score_row (Search *search, guint64 row, guint64 chunk)
{
  g_autofree float *space = sema_set_new_space (search->set, 1);
  const SemaFloat  *values = sema_set_read_row (search->set, row, space);
  double            norm = sema_set_get_norm (search->set, row);
  double            score;

  sema_query_score_rows (search->query, &values, &norm, 1, &score);
  if (can_enter (search, chunk, score))
    offer (search, chunk, (SemaNeighbour) {row, score});
}

/* The bounds are made again rather than kept: few blocks have a row that reaches the floor. */
static void
score_block (Search *search, guint64 block, gsize n, guint64 chunk)
{
  float lowers[ROWS_PER_BLOCK], uppers[ROWS_PER_BLOCK];

  sema_narrow_bound (search->narrow, search->narrow_query, block, n, lowers, uppers);
  for (gsize i = 0; i < n; i++)
    if (uppers[i] >= get_floor (search))
      score_row (search, block + i, chunk);
  raise_floor (search, chunk);
}

static void
score_reaching_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Search *search = data;

  for (guint64 block = first; block < end; block += ROWS_PER_BLOCK)
    if (search->ceilings[block / ROWS_PER_BLOCK] >= get_floor (search))
      score_block (search, block, MIN (end - block, ROWS_PER_BLOCK), chunk);
}

static guint64
count_rows_of_chunk (gsize dim)
{
  guint64 n_blocks = CLAMP (NUMBERS_PER_CHUNK / dim, ROWS_PER_BLOCK, ROWS_PER_CHUNK) / ROWS_PER_BLOCK;

  return n_blocks * ROWS_PER_BLOCK;
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
make_lists (Search *search, GError **error)
{
  search->best = sema_memory_alloc_n (search->n_chunks, search->k * sizeof (SemaNeighbour), error);
  if (search->best == NULL)
    return FALSE;
  search->lists = sema_memory_alloc_n (search->n_chunks, sizeof (SemaBest), error);
  if (search->lists == NULL)
    return FALSE;
  for (guint64 chunk = 0; chunk < search->n_chunks; chunk++)
    search->lists[chunk] = (SemaBest) {search->best + chunk * search->k, 0, search->k};
  return TRUE;
}

static gboolean
is_worth_it (const SemaNarrow *narrow, gsize k)
{
  return narrow != NULL && sema_narrow_get_dim (narrow) <= SEMA_NARROW_MAX_DIM &&
         k <= sema_narrow_get_n_rows (narrow) / ROWS_PER_NARROW_NEIGHBOUR;
}

static gboolean
take_narrow (Search *search, const SemaNarrow *narrow, GError **error)
{
  guint64       n_blocks = sema_parallel_count_chunks (search->n_rows, ROWS_PER_BLOCK);
  const double *unit = sema_query_get_unit (search->query);

  if (unit == NULL || search->products != NULL || !is_worth_it (narrow, search->k_wanted))
    return TRUE;
  search->narrow_query = sema_narrow_query_new (narrow, unit, error);
  if (search->narrow_query == NULL)
    return FALSE;
  search->ceilings = sema_memory_alloc_n (n_blocks, sizeof (float), error);
  search->narrow = narrow;
  return search->ceilings != NULL;
}

/* Makes one sorted list of all, and returns how many are in it. The order is total, so the list does not depend on which
 * chunk found what first. */
static gsize
merge (Search *search)
{
  gsize n = 0;

  for (guint64 chunk = 0; chunk < search->n_chunks; chunk++)
    {
      SemaBest *list = &search->lists[chunk];

      memmove (search->best + n, list->heap, list->n * sizeof (SemaNeighbour));
      n += list->n;
      list->n = 0;
    }
  sema_best_sort (search->best, n);
  return n;
}

static gboolean
search_all (Search *search, SemaProgress *progress, SemaRowsFunc func)
{
  return sema_parallel_rows (search->n_rows, search->rows_per_chunk, progress, func, search);
}

/* As many rows as are wanted reach the last of the best lower bounds. */
static gboolean
search_narrow (Search *search, SemaProgress *progress)
{
  if (!search_all (search, progress, bound_rows))
    return FALSE;
  if (merge (search) >= search->k_wanted)
    atomic_store (&search->floor, search->best[search->k_wanted - 1].score);
  return search_all (search, progress, score_reaching_rows);
}

/* The order is that of the scores; what comes out is what the metric calls them. */
static GArray *
list_found (const Search *search, gsize n)
{
  GArray *neighbours = g_array_new (FALSE, FALSE, sizeof (SemaNeighbour));

  g_array_append_vals (neighbours, search->best, MIN (n, G_MAXUINT / sizeof (SemaNeighbour)));
  for (guint i = 0; i < neighbours->len; i++)
    {
      SemaNeighbour *neighbour = &g_array_index (neighbours, SemaNeighbour, i);

      neighbour->score = sema_query_present (search->query, neighbour->score);
    }
  return neighbours;
}

/* What is searched, and how much of it at a time. */
static void
begin (Search *search, const SemaSet *set, const SemaQuery *query, const SemaSearch *wanted)
{
  const double *unit = sema_query_get_unit (query);
  guint64       n_rows = sema_set_get_n_rows (set);

  search->set = set;
  search->query = query;
  search->products = unit != NULL ? sema_set_get_products (set, unit) : NULL;
  search->n_rows = wanted->most_rows > 0 ? MIN (n_rows, wanted->most_rows) : n_rows;
  search->rows_per_chunk = count_rows_of_chunk (sema_set_get_dim (set));
  search->n_chunks = sema_parallel_count_chunks (search->n_rows, search->rows_per_chunk);
  search->k_wanted = wanted->k;
  search->k = MIN (wanted->k, MIN (search->n_rows, search->rows_per_chunk));
  search->floor = -INFINITY;
}

/**
 * sema_neighbours_search:
 * @set: a set
 * @narrow: (nullable): the narrow copy of @set
 * @query: what rows are compared with
 * @wanted: which rows, and how many
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED or %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Finds the nearest rows by looking at all of them, in double. Rows that have no score, such as zero ones by the cosine, are left
 * out. Equal scores come in row order. The same bits with any number of threads on any processor. Where the cosine to one
 * vector is asked for, the narrow copy makes it more than twice as fast, to the bit: it tells between which numbers each cosine
 * lies, and only rows that may be among the best are looked at themselves. Without it, or for more than one neighbour in 64
 * rows, all of them are. O(rows dim).
 *
 * Returns: (transfer full) (element-type SemaNeighbour): the nearest first
 */
GArray *
sema_neighbours_search (const SemaSet *set, const SemaNarrow *narrow, const SemaQuery *query, const SemaSearch *wanted, SemaProgress *progress, GError **error)
{
  g_auto (Search) search = {0};
  gboolean        is_done;
  gsize           n_found;

  g_return_val_if_fail (narrow == NULL || sema_narrow_get_n_rows (narrow) == sema_set_get_n_rows (set), NULL);
  g_return_val_if_fail (narrow == NULL || sema_narrow_get_dim (narrow) == sema_set_get_dim (set), NULL);

  begin (&search, set, query, wanted);
  if (!take_excluded (&search, wanted->excluded, wanted->n_excluded, error) ||
      !make_lists (&search, error) ||
      !take_narrow (&search, narrow, error))
    return NULL;
  is_done = search.k == 0 || (search.narrow != NULL ? search_narrow (&search, progress) : search_all (&search, progress, search_rows));
  if (!is_done)
    {
      sema_set_cancelled (error);
      return NULL;
    }
  n_found = merge (&search);
  return list_found (&search, MIN (n_found, wanted->k));
}

/**
 * sema_neighbours_find:
 * @set: a set
 * @narrow: (nullable): the narrow copy of @set
 * @direction: (dim) a direction, of any length but zero
 * @excluded: (n_excluded) (nullable): rows to leave out, in any order
 * @n_excluded: how many
 * @k: how many neighbours are wanted; may be more than there are rows
 * @progress: (nullable): for cancelling
 * @error: %SEMA_MATH_ERROR_UNDEFINED where @direction is zero or not finite, %SEMA_CORE_ERROR_CANCELLED,
 *   %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Finds the rows with the highest cosine to a direction; see sema_neighbours_search().
 *
 * Returns: (transfer full) (element-type SemaNeighbour): at most @k neighbours, the nearest first
 */
GArray *
sema_neighbours_find (const SemaSet *set, const SemaNarrow *narrow, const double *direction, const guint64 *excluded, gsize n_excluded, gsize k, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaQuery) query = sema_query_new_direction (direction, sema_set_get_dim (set), error);
  SemaSearch            wanted = {.excluded = excluded, .n_excluded = n_excluded, .k = k};

  return query != NULL ? sema_neighbours_search (set, narrow, query, &wanted, progress, error) : NULL;
}
