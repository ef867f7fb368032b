/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-analogy.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-memory.h"
#include "sema-vectors.h"
#include "sema-word.h"

static gboolean
check_usable (const SemaSet *set, const guint64 *rows, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (!sema_vectors_is_usable (set, rows[i], SEMA_VECTORS_UNIT))
      {
        gsize            length;
        const char      *word = sema_vocab_get_word (sema_set_get_vocab (set), rows[i], &length);
        g_autofree char *label = sema_word_to_label (word, length);

        g_set_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED,
                     _ ("The vector of “%s” is zero or not a number, so it has no direction."), label);
        return FALSE;
      }
  return TRUE;
}

static void
add_units (const SemaSet *set, const guint64 *rows, gsize n, double weight, double *sum)
{
  gsize dim = sema_set_get_dim (set);

  for (gsize i = 0; i < n; i++)
    {
      const SemaFloat *row = sema_set_get_row (set, rows[i]);
      double           norm = sema_set_get_norm (set, rows[i]);

      for (gsize d = 0; d < dim; d++)
        sum[d] += weight * (row[d] / norm);
    }
}

/**
 * sema_analogy_query:
 * @set: a set
 * @plus: (n_plus) (nullable): rows to add
 * @n_plus: how many
 * @minus: (n_minus) (nullable): rows to subtract
 * @n_minus: how many
 * @query: (dim) where the sum goes
 * @error: %SEMA_MATH_ERROR_UNDEFINED where a row is zero or not finite, or nothing is left of the sum but rounding
 *
 * Adds the unit vectors of @plus and subtracts those of @minus: the direction asked for by 3CosAdd (Mikolov, Yih and
 * Zweig 2013). The sum is not normalised. O(dim (n_plus + n_minus)).
 *
 * Returns: whether the sum is a direction
 */
gboolean
sema_analogy_query (const SemaSet *set, const guint64 *plus, gsize n_plus, const guint64 *minus, gsize n_minus, double *query, GError **error)
{
  gsize dim = sema_set_get_dim (set);

  if (!check_usable (set, plus, n_plus, error) || !check_usable (set, minus, n_minus, error))
    return FALSE;

  memset (query, 0, dim * sizeof (double));
  add_units (set, plus, n_plus, 1, query);
  add_units (set, minus, n_minus, -1, query);
  if (sema_vectors_norm (query, dim) > 4 * DBL_EPSILON * (n_plus + n_minus))
    return TRUE;
  g_set_error_literal (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED,
                       _ ("These words cancel each other out, so the question has no direction."));
  return FALSE;
}

/* Counts the rows that have the word of one of @rows, and writes them where @same is given. */
static gsize
find_same_words (const SemaVocab *vocab, const guint64 *rows, gsize n_rows, guint64 *same)
{
  gsize n = 0;

  for (gsize i = 0; i < n_rows; i++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (vocab, rows[i], &length);

      for (guint64 row = sema_vocab_find (vocab, word, length); row != SEMA_VOCAB_NO_ROW; row = sema_vocab_find_next (vocab, row))
        {
          if (same != NULL)
            same[n] = row;
          n++;
        }
    }
  return n;
}

/**
 * sema_analogy_find:
 * @set: a set
 * @narrow: (nullable): its narrow copy, for speed
 * @plus: (n_plus) (nullable): rows to add
 * @n_plus: how many
 * @minus: (n_minus) (nullable): rows to subtract
 * @n_minus: how many
 * @k: how many answers are wanted; may be more than there are rows
 * @progress: (nullable): for cancelling
 * @error: %SEMA_MATH_ERROR_UNDEFINED as in sema_analogy_query(), %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Answers "@plus[1] is to @minus[0] as @plus[0] is to which word?" by 3CosAdd: the rows with the highest cosine to
 * sema_analogy_query(). Left out are the rows asked with and every row with the same bytes as one of their words. With
 * one row in @plus and none in @minus these are its nearest words. O(rows dim).
 *
 * Returns: (transfer full) (element-type SemaNeighbour): at most @k answers, the best first
 */
GArray *
sema_analogy_find (const SemaSet *set, const SemaNarrow *narrow, const guint64 *plus, gsize n_plus, const guint64 *minus, gsize n_minus, gsize k, SemaProgress *progress, GError **error)
{
  const SemaVocab *vocab = sema_set_get_vocab (set);
  gsize            n_excluded = find_same_words (vocab, plus, n_plus, NULL) + find_same_words (vocab, minus, n_minus, NULL);
  double          *query = sema_memory_alloc_n (sema_set_get_dim (set), sizeof (double), error);
  guint64         *excluded = NULL;
  GArray          *answers = NULL;

  if (query != NULL && sema_analogy_query (set, plus, n_plus, minus, n_minus, query, error))
    excluded = sema_memory_alloc_n (n_excluded, sizeof (guint64), error);
  if (excluded != NULL)
    {
      find_same_words (vocab, minus, n_minus, excluded + find_same_words (vocab, plus, n_plus, excluded));
      answers = sema_neighbours_find_narrow (set, narrow, query, excluded, n_excluded, k, progress, error);
    }
  sema_memory_free (excluded);
  sema_memory_free (query);
  return answers;
}
