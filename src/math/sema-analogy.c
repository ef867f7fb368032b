/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-analogy.h"

#include "sema-memory.h"

/**
 * sema_analogy_find_inputs:
 * @vocab: the words
 * @terms: (n_terms) (nullable): words asked with
 * @n_terms: how many
 * @rows: (nullable): where their rows go
 *
 * Finds every row that has the same bytes as one of the words.
 *
 * Returns: how many there are; a row that two terms have counts twice
 */
gsize
sema_analogy_find_inputs (const SemaVocab *vocab, const SemaTerm *terms, gsize n_terms, guint64 *rows)
{
  gsize n = 0;

  for (gsize i = 0; i < n_terms; i++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (vocab, terms[i].row, &length);

      for (guint64 row = sema_vocab_find (vocab, word, length); row != SEMA_VOCAB_NO_ROW; row = sema_vocab_find_next (vocab, row))
        {
          if (rows != NULL)
            rows[n] = row;
          n++;
        }
    }
  return n;
}

/* The rows to leave out. */
static guint64 *
make_excluded (const SemaSet *set, const SemaTerm *terms, gsize n_terms, SemaSearch *wanted, GError **error)
{
  const SemaVocab *vocab = sema_set_get_vocab (set);
  guint64         *excluded;

  wanted->n_excluded = sema_analogy_find_inputs (vocab, terms, n_terms, NULL);
  excluded = sema_memory_alloc_n (wanted->n_excluded, sizeof *excluded, error);
  if (excluded != NULL)
    sema_analogy_find_inputs (vocab, terms, n_terms, excluded);
  wanted->excluded = excluded;
  return excluded;
}

/**
 * sema_analogy_answer:
 * @set: a set
 * @narrow: (nullable): its narrow copy, for speed
 * @terms: (n_terms) (nullable): words with their weights
 * @n_terms: how many
 * @options: how the question is meant
 * @progress: (nullable): for cancelling
 * @error: %SEMA_MATH_ERROR_UNDEFINED as in sema_query_new(), %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Finds the words nearest to what an expression such as king - man + woman comes to. Unless they are wanted too, the rows
 * asked with are left out, and every row with the same bytes as one of their words. O(rows dim).
 *
 * Returns: (transfer full) (element-type SemaNeighbour): at most k answers, the best first
 */
GArray *
sema_analogy_answer (const SemaSet *set, const SemaNarrow *narrow, const SemaTerm *terms, gsize n_terms, const SemaAnalogyOptions *options, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaQuery) query = sema_query_new (set, terms, n_terms, &options->kind, error);
  SemaSearch            wanted = {.most_rows = options->most_rows, .k = options->k};
  guint64              *excluded = NULL;
  GArray               *answers = NULL;

  if (query == NULL)
    return NULL;
  if (!options->with_inputs)
    excluded = make_excluded (set, terms, n_terms, &wanted, error);
  if (options->with_inputs || excluded != NULL)
    answers = sema_neighbours_search (set, narrow, query, &wanted, progress, error);
  sema_memory_free (excluded);
  return answers;
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
 * @error: as sema_analogy_answer()
 *
 * Answers "@plus[1] is to @minus[0] as @plus[0] is to which word?" by 3CosAdd: the rows with the highest cosine to the sum of
 * the unit vectors. With one row in @plus and none in @minus these are its nearest words. O(rows dim).
 *
 * Returns: (transfer full) (element-type SemaNeighbour): at most @k answers, the best first
 */
GArray *
sema_analogy_find (const SemaSet *set, const SemaNarrow *narrow, const guint64 *plus, gsize n_plus, const guint64 *minus, gsize n_minus, gsize k, SemaProgress *progress, GError **error)
{
  g_autofree SemaTerm *terms = g_new (SemaTerm, n_plus + n_minus);
  SemaAnalogyOptions   options = {.k = k};

  for (gsize i = 0; i < n_plus; i++)
    terms[i] = (SemaTerm) {plus[i], 1};
  for (gsize i = 0; i < n_minus; i++)
    terms[n_plus + i] = (SemaTerm) {minus[i], -1};
  return sema_analogy_answer (set, narrow, terms, n_plus + n_minus, &options, progress, error);
}
