/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-memory.h"
#include "sema-question-rows.h"
#include "sema-word.h"

static gboolean
holds (const GArray *rows, guint64 row)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, guint64, i) == row)
      return TRUE;
  return FALSE;
}

static gboolean
fill (SemaRuler *self, const SemaSet *set, const guint64 *rows, const SemaQuestionText *question, const SemaQuestionRows *found, GError **error)
{
  double  *direction = sema_memory_alloc_n (sema_set_get_dim (set), sizeof *direction, error);
  gboolean fine = direction != NULL && sema_question_rows_find_direction (found, question, set, direction, error);

  for (gsize i = 0; fine && i < self->n; i++)
    {
      self->labels[i] = sema_vocab_dup_label (sema_set_get_vocab (set), rows[i]);
      self->values[i] = sema_question_answer (set, rows[i], direction);
      self->marked[i] = holds (found->yes, rows[i]) || holds (found->no, rows[i]);
    }
  sema_memory_free (direction);
  return fine;
}

static void
add_part (GPtrArray *parts, char *part)
{
  g_ptr_array_add (parts, part);
}

static void
count_words (const SemaRuler *self, GPtrArray *parts)
{
  gsize n_unusable = 0, n_marked = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      n_unusable += isnan (self->values[i]) != 0;
      n_marked += self->marked[i] != 0;
    }
  add_part (parts, g_strdup_printf (ngettext ("%zu word", "%zu words", self->n), self->n));
  if (n_unusable > 0)
    add_part (parts, g_strdup_printf (ngettext ("%zu of them has no direction", "%zu of them have no direction", n_unusable), n_unusable));
  if (n_marked > 0)
    add_part (parts, g_strdup (_("framed = defines the question")));
}

/* How good the question is stands in the picture, for a bad one should look bad. */
static gboolean
make_caption (SemaRuler *self, const SemaSet *set, const SemaQuestionRows *found, GError **error)
{
  SemaQuestionWords words = sema_question_rows_get_words (found);
  GPtrArray        *parts = g_ptr_array_new ();
  gsize             n_right = 0, n_tried = 0;
  gboolean          fine = sema_question_count_right (set, &words, &n_right, &n_tried, error);

  count_words (self, parts);
  if (found->n_missing > 0)
    add_part (parts, g_strdup_printf (ngettext ("%zu word of the question is not in this file", "%zu words of the question are not in this file", found->n_missing), found->n_missing));
  if (found->n_unusable > 0)
    add_part (parts, g_strdup_printf (ngettext ("%zu word of the question has no direction", "%zu words of the question have no direction", found->n_unusable), found->n_unusable));
  if (n_tried > 0)
    /* Translators: how well a question does on the words that define it, each left out in turn; in as few words as possible */
    add_part (parts, g_strdup_printf (_("right on %zu of %zu of its own words, each left out in turn"), n_right, n_tried));
  add_part (parts, g_strdup (sema_set_get_name (set)));
  g_ptr_array_add (parts, NULL);
  self->caption = (char **)g_ptr_array_free (parts, FALSE);
  return fine;
}

/**
 * sema_ruler_picture_new:
 * @set: a set
 * @rows: (n): words of it
 * @n: how many
 * @question: what is asked of them
 * @error: %SEMA_CORE_ERROR_NO_MEMORY; %SEMA_MATH_ERROR_UNDEFINED where the question has no direction in this set
 *
 * Makes a ruler of the answers of words to a question, -1 to 1; NaN for a word without a direction. A word is marked where it defines the
 * question. Words of the question that the set lacks are left out, and counted in the caption. O(n dim), and what
 * sema_question_count_right() takes.
 *
 * Returns: (transfer full) (nullable): the ruler, without a title
 */
SemaRuler *
sema_ruler_picture_new (const SemaSet *set, const guint64 *rows, gsize n, const SemaQuestionText *question, GError **error)
{
  g_autoptr (SemaRuler)        self = sema_ruler_new (n, error);
  g_autoptr (SemaQuestionRows) found = sema_question_rows_new (question, set);

  if (self == NULL || !fill (self, set, rows, question, found, error) || !make_caption (self, set, found, error))
    return NULL;
  self->question.name = sema_word_to_label (question->name, strlen (question->name));
  self->question.yes = sema_question_rows_list_words (found->yes, set);
  self->question.no = sema_question_rows_list_words (found->no, set);
  return g_steal_pointer (&self);
}
