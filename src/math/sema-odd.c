/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-odd.h"

#include <stdlib.h>

#include "sema-dot.h"
#include "sema-memory.h"
#include "sema-query.h"
#include "sema-vectors.h"

static int
compare_words (const void *a, const void *b)
{
  const SemaOddWord *left = a, *right = b;

  if (left->score != right->score)
    return left->score < right->score ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

static void
score_rows (const SemaSet *set, const guint64 *rows, const double *sum, double *unit, GArray *words)
{
  gsize  dim = sema_set_get_dim (set);
  double norm = sema_vectors_norm (sum, dim);

  for (gsize i = 0; i < words->len; i++)
    {
      double cosine;

      sema_vectors_get (set, rows[i], SEMA_VECTORS_UNIT, unit);
      cosine = sema_dot (unit, sum, dim) / norm;
      g_array_index (words, SemaOddWord, i) = (SemaOddWord) {i, CLAMP (cosine, -1, 1)};
    }
}

/* Two vectors lie at the same angle to their mean: that neither is odd must not be lost to rounding. */
static void
even_out_two (GArray *words)
{
  SemaOddWord *two = (SemaOddWord *)words->data;

  two[0].score = two[1].score = (two[0].score + two[1].score) / 2;
}

static gboolean
sum_units (const SemaSet *set, const guint64 *rows, gsize n, double *sum, GError **error)
{
  g_autofree SemaTerm *terms = g_new (SemaTerm, n);

  for (gsize i = 0; i < n; i++)
    terms[i] = (SemaTerm) {rows[i], 1};
  return sema_query_sum (set, terms, n, SEMA_VECTORS_UNIT, sum, error);
}

/**
 * sema_odd_find:
 * @set: a set
 * @rows: (n) rows of it, from 0; one that is given twice counts twice
 * @n: number of rows, 1 or more
 * @error: %SEMA_MATH_ERROR_UNDEFINED where a row is zero or not finite or all of them cancel out, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Ranks the rows by how well they go with the others: the cosine of each with the mean of the unit vectors of all, as
 * gensim's KeyedVectors.rank_by_centrality() does, of which doesnt_match() takes the last. Here the odd one comes first.
 * Equal scores go by their order in @rows. O(n dim).
 *
 * Returns: (transfer full) (element-type SemaOddWord) (nullable): all of the rows, the lowest score first; %NULL on error
 */
GArray *
sema_odd_find (const SemaSet *set, const guint64 *rows, gsize n, GError **error)
{
  gsize   dim = sema_set_get_dim (set);
  double *sum = sema_memory_alloc_n (dim, sizeof (double), error);
  double *unit = sum != NULL ? sema_memory_alloc_n (dim, sizeof (double), error) : NULL;
  GArray *words = NULL;

  if (unit != NULL && sum_units (set, rows, n, sum, error))
    {
      words = g_array_new (FALSE, FALSE, sizeof (SemaOddWord));
      g_array_set_size (words, (guint)n);
      score_rows (set, rows, sum, unit, words);
      if (n == 2)
        even_out_two (words);
      qsort (words->data, n, sizeof (SemaOddWord), compare_words);
    }
  sema_memory_free (unit);
  sema_memory_free (sum);
  return words;
}
