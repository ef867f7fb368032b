/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-asked-question.h"

#include "sema-memory.h"
#include "sema-vectors.h"

static guint64 *
find_side (SemaAskedQuestion *self, const SemaSet *set, char *const *words, gsize *n)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (; *words != NULL; words++)
    {
      guint64 row = sema_vocab_find (sema_set_get_vocab (set), *words, -1);

      if (row != SEMA_VOCAB_NO_ROW && sema_vectors_is_usable (set, row, SEMA_VECTORS_UNIT))
        g_array_append_val (rows, row);
      else
        self->n_absent++;
    }
  *n = rows->len;
  return (guint64 *)g_array_free (g_steal_pointer (&rows), FALSE);
}

static gboolean
has_direction (const SemaSet *set, const SemaQuestionWords *words)
{
  double  *direction = sema_memory_alloc_n (sema_set_get_dim (set), sizeof *direction, NULL);
  gboolean has = direction != NULL && sema_question_find_direction (set, words, direction, NULL);

  sema_memory_free (direction);
  return has;
}

/**
 * sema_asked_question_new:
 * @set: the vectors
 * @text: a question; copied
 *
 * Looks the words of a question up, and finds how well it separates them, see sema_question_count_right(). O(dim n^2).
 *
 * Returns: (transfer full): how it can be asked
 */
SemaAskedQuestion *
sema_asked_question_new (const SemaSet *set, const SemaQuestionText *text)
{
  SemaAskedQuestion *self = g_new0 (SemaAskedQuestion, 1);

  self->text = sema_question_text_copy (text);
  self->words.yes = find_side (self, set, text->yes, &self->words.n_yes);
  self->words.no = find_side (self, set, text->no, &self->words.n_no);
  self->can_be_asked = has_direction (set, &self->words);
  if (self->can_be_asked && !sema_question_count_right (set, &self->words, &self->n_right, &self->n_tried, NULL))
    self->n_right = self->n_tried = 0;
  return self;
}

/**
 * sema_asked_question_free:
 * @self: (transfer full) (nullable): how a question can be asked
 */
void
sema_asked_question_free (SemaAskedQuestion *self)
{
  if (self == NULL)
    return;
  sema_question_text_free (self->text);
  g_free ((gpointer)self->words.yes);
  g_free ((gpointer)self->words.no);
  g_free (self);
}
