/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-math-error.h"
#include "sema-vectors.h"
#include "sema-vocab-search.h"
#include "sema-word.h"

/* The row of a word, or of the word with a blank before it where only that is there, as in most language models. */
static guint64
find_row (const SemaSet *set, const char *word)
{
  guint64 row = sema_set_compose (set, word, -1);

  return row != SEMA_VOCAB_NO_ROW ? row : sema_vocab_search_with_blank (sema_set_get_vocab (set), word);
}

static GArray *
look_up (SemaQuestionRows *self, char **words, const SemaSet *set)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (; *words != NULL; words++)
    {
      guint64 row = find_row (set, *words);

      if (row == SEMA_VOCAB_NO_ROW)
        self->n_missing++;
      else if (!sema_vectors_is_usable (set, row, SEMA_VECTORS_UNIT))
        self->n_unusable++;
      else
        g_array_append_val (rows, row);
    }
  return rows;
}

/**
 * sema_question_rows_new:
 * @question: a question
 * @set: the vectors
 *
 * Looks the words of a question up; one that is there with a blank before it only, so. A word that is there twice counts twice.
 *
 * Returns: (transfer full): their rows
 */
SemaQuestionRows *
sema_question_rows_new (const SemaQuestionText *question, const SemaSet *set)
{
  SemaQuestionRows *self = g_new0 (SemaQuestionRows, 1);

  self->yes = look_up (self, question->yes, set);
  self->no = look_up (self, question->no, set);
  return self;
}

/**
 * sema_question_rows_free:
 * @self: (transfer full) (nullable): rows
 */
void
sema_question_rows_free (SemaQuestionRows *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->yes);
  g_array_unref (self->no);
  g_free (self);
}

/**
 * sema_question_rows_get_words:
 * @self: rows
 *
 * Returns: the same, borrowed
 */
SemaQuestionWords
sema_question_rows_get_words (const SemaQuestionRows *self)
{
  return (SemaQuestionWords) {(const guint64 *)self->yes->data, self->yes->len, (const guint64 *)self->no->data, self->no->len};
}

static void
append_word (GString *list, const char *word, gsize length)
{
  g_autofree char *label = sema_word_to_label (word, length);

  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", label);
}

/**
 * sema_question_rows_list_words:
 * @rows: (element-type guint64): of one side
 * @set: the vectors
 *
 * Returns: (transfer full): the words that are there, as one text, with commas between them
 */
char *
sema_question_rows_list_words (const GArray *rows, const SemaSet *set)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (sema_set_get_vocab (set), g_array_index (rows, guint64, i), &length);

      append_word (list, word, length);
    }
  return g_string_free (list, FALSE);
}

/* Which side it is that has no word, with its words: that tells what is wrong with them. */
static void
set_empty_side (const SemaQuestionRows *self, const SemaQuestionText *question, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char    *name = sema_word_to_label (question->name, strlen (question->name));

  for (char **word = self->yes->len == 0 ? question->yes : question->no; *word != NULL; word++)
    append_word (words, *word, strlen (*word));
  g_set_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED,
               _("The question “%s” cannot be asked here: no word of its side “%s” is in this file with a vector that has a direction; give that side another word."),
                  name, words->str);
}

/**
 * sema_question_rows_find_direction:
 * @self: rows of the question
 * @question: the question
 * @set: the vectors
 * @direction: (dim) where it goes, of length 1
 * @error: %SEMA_MATH_ERROR_UNDEFINED where a side has no row or both sides come to the same vector, in a sentence that names the question and
 *   says what to do
 *
 * Finds the direction of a question by those of its words that are there, as sema_question_find_direction() does.
 *
 * Returns: whether there is one
 */
gboolean
sema_question_rows_find_direction (const SemaQuestionRows *self, const SemaQuestionText *question, const SemaSet *set, double *direction, GError **error)
{
  SemaQuestionWords words = sema_question_rows_get_words (self);
  g_autofree char  *name = NULL;

  if (self->yes->len == 0 || self->no->len == 0)
    {
      set_empty_side (self, question, error);
      return FALSE;
    }
  if (sema_question_find_direction (set, &words, direction, NULL))
    return TRUE;
  name = sema_word_to_label (question->name, strlen (question->name));
  g_set_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED,
               _("The question “%s” cannot be asked here: its two sides come to the same vector; give one of them other words."), name);
  return FALSE;
}
