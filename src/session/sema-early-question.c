/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-early-question.h"

#include "sema-analogy.h"
#include "sema-memory.h"

/* The rows of words, or NULL when one is not there. */
static GArray *
find_rows (SemaSet *set, const char *const *words)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (; words != NULL && *words != NULL; words++)
    {
      guint64 row = sema_vocab_find (sema_set_get_vocab (set), *words, -1);

      if (row == SEMA_VOCAB_NO_ROW)
        return NULL;
      g_array_append_val (rows, row);
    }
  return g_steal_pointer (&rows);
}

static double *
ask_rows (SemaSet *set, const GArray *plus, const GArray *minus)
{
  gsize   dim = sema_set_get_dim (set);
  double *sum = sema_memory_alloc_n (dim, sizeof *sum, NULL);
  double *query = NULL;

  if (sum != NULL && sema_analogy_query (set, (const guint64 *)plus->data, plus->len, (const guint64 *)minus->data, minus->len, sum, NULL))
    query = sema_neighbours_normalise (sum, dim, NULL);
  sema_memory_free (sum);
  return query;
}

/**
 * sema_early_question_ask:
 * @head: the first rows of the file
 * @question: a #SemaEarlyQuestion
 *
 * A #SemaFormatsAsk: where all words of the question are among the first of the file, its answer needs no second pass over it.
 *
 * Returns: (transfer full) (nullable): (dim) what sema_analogy_find() will look for; %NULL where that is not known yet
 */
double *
sema_early_question_ask (SemaSet *head, gpointer question)
{
  const SemaEarlyQuestion *self = question;
  g_autoptr (GArray)       plus = find_rows (head, self->plus);
  g_autoptr (GArray)       minus = find_rows (head, self->minus);

  return plus != NULL && minus != NULL ? ask_rows (head, plus, minus) : NULL;
}
