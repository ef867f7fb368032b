/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-linkage.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sema-error.h"
#include "sema-math-error.h"
#include "sema-memory.h"

/**
 * Work:
 * @distances: (n, n) between the clusters that there are, each known by one of its members; infinite for those that became
 *   part of another, and of each to itself, so that neither is ever the nearest
 * @sizes: (n) members of each
 * @chain: (n) clusters of which each is the nearest of the one before
 * @parents: (2 n - 1) the cluster that each became part of; itself for one that is whole
 */
typedef struct
{
  gsize        n;
  double      *distances;
  gsize       *sizes;
  gsize       *chain;
  gsize        chain_length;
  gsize       *parents;
  SemaLinkage *linkage;
} Work;

static void
work_clear (Work *work)
{
  sema_memory_free (work->distances);
  sema_memory_free (work->sizes);
  sema_memory_free (work->chain);
  sema_memory_free (work->parents);
  g_clear_pointer (&work->linkage, sema_linkage_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
alloc_all (Work *work, gsize n, GError **error)
{
  gsize row_size;

  if (__builtin_mul_overflow (n, sizeof (double), &row_size))
    row_size = G_MAXSIZE;
  work->n = n;
  work->linkage = g_new0 (SemaLinkage, 1);
  work->linkage->n = n;
  return (work->distances = sema_memory_alloc_n (n, row_size, error)) != NULL &&
         (work->sizes = sema_memory_alloc_n (n, sizeof (gsize), error)) != NULL &&
         (work->chain = sema_memory_alloc_n (n, sizeof (gsize), error)) != NULL &&
         (work->parents = sema_memory_alloc_n (n, 2 * sizeof (gsize), error)) != NULL &&
         (work->linkage->merges = sema_memory_alloc_n (n, sizeof (SemaMerge), error)) != NULL &&
         (work->linkage->leaves = sema_memory_alloc_n (n, sizeof (gsize), error)) != NULL;
}

static gboolean
is_cancelled (SemaProgress *progress, GError **error)
{
  if (!sema_progress_is_cancelled (progress))
    return FALSE;
  sema_set_cancelled (error);
  return TRUE;
}

static gboolean
take_row (Work *work, const double *row, gsize i, GError **error)
{
  double *own = work->distances + i * work->n;

  for (gsize j = 0; j < work->n; j++)
    if (j != i && !isfinite (row[j]))
      {
        g_set_error_literal (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED,
                             _ ("Some distances are not finite, so the words cannot be clustered by them."));
        return FALSE;
      }
  memcpy (own, row, work->n * sizeof (double));
  own[i] = INFINITY;
  work->sizes[i] = 1;
  return TRUE;
}

static gboolean
take_distances (Work *work, const double *distances, SemaProgress *progress, GError **error)
{
  for (gsize i = 0; i < work->n; i++)
    if (is_cancelled (progress, error) || !take_row (work, distances + i * work->n, i, error))
      return FALSE;
  return TRUE;
}

/* Among equally near ones the cluster before in the chain, or else it might go round for ever; then the first. */
static gsize
find_nearest (const Work *work, gsize cluster, gsize before)
{
  const double *row = work->distances + cluster * work->n;
  gsize         nearest = before;
  double        least = before < work->n ? row[before] : INFINITY;

  for (gsize i = 0; i < work->n; i++)
    if (row[i] < least)
      {
        least = row[i];
        nearest = i;
      }
  return nearest;
}

static gsize
find_first (const Work *work)
{
  gsize first = 0;

  while (work->sizes[first] == 0)
    first++;
  return first;
}

/* Follows the chain to its end: two clusters that are each other's nearest. They are taken off it. A chain may be as long
 * as there are clusters, so it can be given up on the way. */
static gboolean
find_mutual (Work *work, gsize *a, gsize *b, SemaProgress *progress, GError **error)
{
  if (work->chain_length == 0)
    work->chain[work->chain_length++] = find_first (work);
  while (!is_cancelled (progress, error))
    {
      gsize last = work->chain[work->chain_length - 1];
      gsize before = work->chain_length > 1 ? work->chain[work->chain_length - 2] : work->n;
      gsize nearest = find_nearest (work, last, before);

      if (nearest == before)
        {
          work->chain_length -= 2;
          *a = MIN (last, before);
          *b = MAX (last, before);
          return TRUE;
        }
      work->chain[work->chain_length++] = nearest;
    }
  return FALSE;
}

/* @b stands for both from now on: its distances are means over all members (Lance and Williams 1967). What is infinite
 * stays so. */
static void
join (Work *work, gsize a, gsize b)
{
  gsize   n = work->n;
  double *row_a = work->distances + a * n, *row_b = work->distances + b * n;
  double  size_a = work->sizes[a], size_b = work->sizes[b];

  for (gsize i = 0; i < n; i++)
    {
      row_b[i] = (size_a * row_a[i] + size_b * row_b[i]) / (size_a + size_b);
      work->distances[i * n + b] = row_b[i];
    }
  for (gsize i = 0; i < n; i++)
    row_a[i] = work->distances[i * n + a] = INFINITY;
  row_b[b] = INFINITY;
  work->sizes[b] += work->sizes[a];
  work->sizes[a] = 0;
}

/* The size of a merge is only known when they are in order; until then it holds where in the chain's order it was. */
static gboolean
merge_all (Work *work, SemaProgress *progress, GError **error)
{
  for (gsize m = 0; m + 1 < work->n; m++)
    {
      SemaMerge *merge = &work->linkage->merges[m];

      if (!find_mutual (work, &merge->a, &merge->b, progress, error))
        return FALSE;
      merge->height = work->distances[merge->a * work->n + merge->b];
      merge->size = m;
      join (work, merge->a, merge->b);
    }
  return TRUE;
}

static int
compare_merges (const void *a, const void *b)
{
  const SemaMerge *left = a, *right = b;

  if (left->height != right->height)
    return left->height < right->height ? -1 : 1;
  return left->size < right->size ? -1 : left->size > right->size;
}

static gsize
find_whole (gsize *parents, gsize cluster)
{
  gsize whole = cluster;

  while (parents[whole] != whole)
    whole = parents[whole];
  while (parents[cluster] != whole)
    {
      gsize next = parents[cluster];

      parents[cluster] = whole;
      cluster = next;
    }
  return whole;
}

static gsize
get_size (const SemaLinkage *linkage, gsize cluster)
{
  return cluster < linkage->n ? 1 : linkage->merges[cluster - linkage->n].size;
}

/* Puts the merges in order, and the number of a cluster in place of a member. */
static void
label_merges (Work *work)
{
  SemaLinkage *linkage = work->linkage;
  gsize        n = work->n;

  qsort (linkage->merges, n - 1, sizeof (SemaMerge), compare_merges);
  for (gsize i = 0; i < 2 * n - 1; i++)
    work->parents[i] = i;
  for (gsize m = 0; m + 1 < n; m++)
    {
      SemaMerge *merge = &linkage->merges[m];
      gsize      a = find_whole (work->parents, merge->a), b = find_whole (work->parents, merge->b);

      merge->a = MIN (a, b);
      merge->b = MAX (a, b);
      merge->size = get_size (linkage, a) + get_size (linkage, b);
      work->parents[a] = work->parents[b] = n + m;
    }
}

/* From left to right; @stack has room for n clusters. */
static void
list_leaves (SemaLinkage *linkage, gsize *stack)
{
  gsize n = linkage->n, depth = 0, n_leaves = 0;

  stack[depth++] = 2 * n - 2;
  while (depth > 0)
    {
      gsize cluster = stack[--depth];

      if (cluster < n)
        {
          linkage->leaves[n_leaves++] = cluster;
          continue;
        }
      stack[depth++] = linkage->merges[cluster - n].b;
      stack[depth++] = linkage->merges[cluster - n].a;
    }
}

/**
 * sema_linkage_new:
 * @distances: (n, n) symmetric, from 0 on; what stands in the diagonal does not matter
 * @n: number of items, may be 0 or 1
 * @progress: (nullable): for cancelling
 * @error: %SEMA_MATH_ERROR_UNDEFINED where a distance is not finite, %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Agglomerative clustering with average linkage (UPGMA): again and again the two clusters become one whose members are
 * nearest to each other on average. By chains of nearest neighbours (Murtagh 1983; Müllner 2011), in O(n²), with one copy
 * of the distances. Merges and leaves are those of scipy.cluster.hierarchy.linkage(method='average') and leaves_list(),
 * also where distances are equal: of equally near clusters the one that came before in the chain, then the earlier; of
 * equally high merges the one found first. Only rounding can put a merge at a lower height than one within it.
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL on error
 */
SemaLinkage *
sema_linkage_new (const double *distances, gsize n, SemaProgress *progress, GError **error)
{
  g_auto (Work) work = {0};

  if (!alloc_all (&work, n, error) || !take_distances (&work, distances, progress, error) || !merge_all (&work, progress, error))
    return NULL;
  if (n > 0)
    {
      label_merges (&work);
      list_leaves (work.linkage, work.chain);
    }
  return g_steal_pointer (&work.linkage);
}

/**
 * sema_linkage_free:
 * @self: (transfer full): a tree
 */
void
sema_linkage_free (SemaLinkage *self)
{
  sema_memory_free (self->merges);
  sema_memory_free (self->leaves);
  g_free (self);
}
