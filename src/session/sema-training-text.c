/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-training-text.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "sema-neighbours.h"
#include "sema-number.h"
#include "sema-vectors.h"

/* More are not searched while words are learnt: the nearest among the most frequent ones are what one looks at. */
#define MOST_ROWS 2000

/**
 * sema_training_text_describe:
 * @training: a training
 *
 * Returns: (transfer full): how far it is, with the last mean loss
 */
char *
sema_training_text_describe (SemaTraining *training)
{
  guint64          n_done = sema_training_get_n_done (training), n_all = sema_training_get_n_total (training);
  gsize            n_losses;
  const double    *losses = sema_training_get_losses (training, &n_losses);
  char             number[SEMA_NUMBER_SIZE];
  g_autofree char *loss = NULL;

  if (sema_training_get_state (training) == SEMA_TRAINING_READING)
    return g_strdup_printf (_ ("Reading the text: %d %%"), (int)(100 * sema_training_get_read_share (training)));
  if (n_all == 0)
    return g_strdup (_ ("Choose a text, or drop it here."));
  if (n_losses > 0 && isfinite (losses[n_losses - 1]))
    loss = g_strdup_printf (_ (" · loss %s"), sema_number_print_fixed (losses[n_losses - 1], 3, number));
  return g_strdup_printf (ngettext ("%" PRIu64 " of %" PRIu64 " word%s", "%" PRIu64 " of %" PRIu64 " words%s", (gulong)n_all), n_done, n_all, loss != NULL ? loss : "");
}

/**
 * sema_training_text_list_neighbours:
 * @set: vectors, the most frequent word first
 * @word: a word, as it is typed; its small letters count
 * @n: how many are wanted
 *
 * Returns: (transfer full): the nearest of the most frequent words, one a line, with their cosines; or why there are none
 */
char *
sema_training_text_list_neighbours (const SemaSet *set, const char *word, gsize n)
{
  g_autofree char      *small = g_utf8_strdown (word, -1);
  guint64               row = sema_vocab_find (sema_set_get_vocab (set), small, -1);
  SemaTerm              term = {row, 1};
  g_autoptr (SemaQuery) query = NULL;
  g_autoptr (GArray)    found = NULL;
  g_autoptr (GString)   text = g_string_new (NULL);

  if (row == SEMA_VOCAB_NO_ROW)
    return g_strdup_printf (_ ("“%s” is not among the words that are learnt."), word);
  query = sema_query_new (set, &term, 1, &(SemaQueryKind) {SEMA_METRIC_COSINE, SEMA_METHOD_ADD, SEMA_VECTORS_UNIT}, NULL);
  if (query != NULL)
    found = sema_neighbours_search (set, NULL, query, &(SemaSearch) {&row, 1, MOST_ROWS, n}, NULL, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const SemaNeighbour *neighbour = &g_array_index (found, SemaNeighbour, i);
      char                 number[SEMA_NUMBER_SIZE];
      g_autofree char     *label = sema_vocab_dup_label (sema_set_get_vocab (set), neighbour->row);

      g_string_append_printf (text, "%s%s  %s", i > 0 ? "\n" : "", sema_number_print_fixed (neighbour->score, 3, number), label);
    }
  return g_strdup (text->str);
}
