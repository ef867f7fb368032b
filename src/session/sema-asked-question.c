/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-asked-question.h"

#include "sema-memory.h"

static gboolean
has_direction (const SemaAskedQuestion *self, const SemaSet *set, GError **error)
{
  double  *direction = sema_memory_alloc_n (sema_set_get_dim (set), sizeof *direction, error);
  gboolean has = direction != NULL && sema_question_rows_find_direction (self->rows, self->text, set, direction, error);

  sema_memory_free (direction);
  return has;
}

/**
 * sema_asked_question_new:
 * @set: the vectors
 * @text: a question; copied
 *
 * Looks the words of a question up, and finds how well it separates them, see sema_question_count_right(). O(dim n).
 *
 * Returns: (transfer full): how it can be asked
 */
SemaAskedQuestion *
sema_asked_question_new (const SemaSet *set, const SemaQuestionText *text)
{
  SemaAskedQuestion *self = g_new0 (SemaAskedQuestion, 1);
  g_autoptr (GError) error = NULL;

  self->text = sema_question_text_copy (text);
  self->rows = sema_question_rows_new (text, set);
  self->words = sema_question_rows_get_words (self->rows);
  if (!has_direction (self, set, &error))
    self->problem = g_strdup (error->message);
  else if (!sema_question_count_right (set, &self->words, &self->n_right, &self->n_tried, NULL))
    self->n_right = self->n_tried = 0;
  return self;
}

/**
 * sema_asked_question_count_absent:
 * @self: how a question can be asked
 *
 * Returns: how many of its words the file does not have, or has without a direction
 */
gsize
sema_asked_question_count_absent (const SemaAskedQuestion *self)
{
  return self->rows->n_missing + self->rows->n_unusable;
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
  sema_question_rows_free (self->rows);
  g_free (self->problem);
  g_free (self);
}
