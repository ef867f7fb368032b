/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-place-private.h"

/* Rows of the open vectors as the words that all places look at. */

/* The open vectors, or NULL. */
SemaSet *
sema_layer_place_get_open_set (SemaLayerPlace *self)
{
  SemaSession *session = sema_place_view_get_session (SEMA_PLACE_VIEW (self));

  return session != NULL ? sema_session_get_set (session) : NULL;
}

/* The row that is looked at, or else that which was looked up last. */
guint64
sema_layer_place_find_row (SemaLayerPlace *self)
{
  SemaLayerInput *input = sema_layer_model_get_input (self->model);
  gint64          row, column;

  if (sema_weight_view_get_cell (self->weight, &row, &column))
    return (guint64)row;
  if (input == NULL || self->n_shown == 0)
    return 0;
  if (!sema_weight_view_get_cell (self->output, &row, &column) || (guint64)row >= self->n_shown)
    row = (gint64)self->n_shown - 1;
  return input->ids[row];
}

/* The vocabulary in which a row of the layer is a word to look at: that of the open vectors, or NULL. */
static const SemaVocab *
get_open_vocab (SemaLayerPlace *self)
{
  SemaLayerContent *content = sema_layer_model_get_content (self->model);
  SemaSet          *set = content != NULL ? sema_layer_content_get_set (content) : NULL;

  return set != NULL && set == sema_layer_place_get_open_set (self) ? sema_set_get_vocab (set) : NULL;
}

/* The word of the row is looked at everywhere; of those that the file has twice only the first is found. */
void
sema_layer_place_select_word (SemaLayerPlace *self)
{
  const SemaVocab *vocab = get_open_vocab (self);
  guint64          row = sema_layer_place_find_row (self);
  g_autofree char *word = NULL;

  if (vocab == NULL || row >= sema_vocab_get_n_words (vocab))
    return;
  word = sema_vocab_dup_word (vocab, row);
  if (sema_vocab_find (vocab, word, -1) == row)
    sema_session_select (sema_place_view_get_session (SEMA_PLACE_VIEW (self)), NULL, word);
}

/* The word that is looked at elsewhere is the row that is looked at here. */
void
sema_layer_place_look_at_focus (SemaLayerPlace *self)
{
  const SemaVocab *vocab = get_open_vocab (self);
  SemaSession     *session = sema_place_view_get_session (SEMA_PLACE_VIEW (self));
  const char      *focus = session != NULL ? sema_session_get_focus (session) : NULL;
  guint64          row = vocab != NULL && focus != NULL ? sema_vocab_find (vocab, focus, -1) : SEMA_VOCAB_NO_ROW;

  if (row != SEMA_VOCAB_NO_ROW && row != sema_layer_place_find_row (self))
    sema_weight_view_look_at (self->weight, (gint64)row, 0);
}
