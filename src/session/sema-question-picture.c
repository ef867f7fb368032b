/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-memory.h"
#include "sema-word.h"

#define TENTHS 10

static gboolean
holds (const guint64 *rows, gsize n, guint64 row)
{
  for (gsize i = 0; i < n; i++)
    if (rows[i] == row)
      return TRUE;
  return FALSE;
}

static gboolean
defines (const SemaQuestionWords *words, guint64 row)
{
  return holds (words->yes, words->n_yes, row) || holds (words->no, words->n_no, row);
}

static gboolean
fill_column (SemaHeatmap *self, const SemaSet *set, const guint64 *rows, const SemaQuestionColumn *columns, gsize at, GError **error)
{
  const SemaQuestionWords *words = &columns[at].words;
  double                  *direction = sema_memory_alloc_n (sema_set_get_dim (set), sizeof *direction, error);
  gboolean                 fine = direction != NULL && sema_question_find_direction (set, words, direction, error);

  self->column_labels[at] = sema_word_to_label (columns[at].name, strlen (columns[at].name));
  for (gsize row = 0; fine && row < self->n_rows; row++)
    {
      self->values[row * self->n_columns + at] = sema_question_answer (set, rows[row], direction);
      self->marked[row * self->n_columns + at] = defines (words, rows[row]);
    }
  sema_memory_free (direction);
  return fine;
}

static gboolean
has_marks (const SemaHeatmap *self)
{
  for (gsize i = 0; i < self->n_rows * self->n_columns; i++)
    if (self->marked[i] != 0)
      return TRUE;
  return FALSE;
}

static char *
make_caption (const SemaHeatmap *self, const SemaSet *set)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%zu word", "%zu words", self->n_rows), self->n_rows);
  /* Translators: parts of the caption of a table of words and questions, in as few words as possible */
  const char *meaning = _("1 = yes, −1 = no");
  const char *parts[] = {words, sema_set_get_name (set), meaning, has_marks (self) ? _("framed = defines the question") : NULL, NULL};

  return g_strjoinv (" · ", (char **)parts);
}

/**
 * sema_question_picture_new:
 * @set: a set
 * @rows: (n): words of it
 * @n: how many
 * @columns: (n_columns): what is asked of them
 * @n_columns: how many questions
 * @error: %SEMA_CORE_ERROR_NO_MEMORY; %SEMA_MATH_ERROR_UNDEFINED where a question has no direction
 *
 * Makes a heat map of the answers of words to questions, -1 to 1; NaN for a word without a direction. A cell is marked where its
 * word defines its question. The colours end at the largest magnitude, rounded up to a tenth: answers of more than a half are rare.
 *
 * Returns: (transfer full) (nullable): the heat map, without a title
 */
SemaHeatmap *
sema_question_picture_new (const SemaSet *set, const guint64 *rows, gsize n, const SemaQuestionColumn *columns, gsize n_columns, GError **error)
{
  g_autoptr (SemaHeatmap) self = sema_heatmap_new (n, n_columns, error);
  double                  largest;

  if (self == NULL || (self->marked = sema_memory_alloc_n (MAX (n, 1), MAX (n_columns, 1), error)) == NULL)
    return NULL;
  for (gsize row = 0; row < n; row++)
    self->row_labels[row] = sema_vocab_dup_label (sema_set_get_vocab (set), rows[row]);
  for (gsize column = 0; column < n_columns; column++)
    if (!fill_column (self, set, rows, columns, column, error))
      return NULL;
  largest = ceil (sema_heatmap_find_largest (self) * TENTHS - 1e-9) / TENTHS;
  self->limit = largest > 0 ? MIN (largest, 1) : 1;
  self->caption = make_caption (self, set);
  return g_steal_pointer (&self);
}
