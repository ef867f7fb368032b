/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-place-picture-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-question-picture.h"
#include "sema-ruler-picture.h"

typedef struct
{
  guint64 row;
  double  answer;
  gsize   place;
} Answer;

/* The largest first; equal ones as they were chosen. */
static int
compare_answers (gconstpointer a, gconstpointer b)
{
  const Answer *left = a;
  const Answer *right = b;

  if (left->answer != right->answer)
    return left->answer > right->answer ? -1 : 1;
  return (left->place > right->place) - (left->place < right->place);
}

static gboolean
sort_rows (const SemaSet *set, GArray *rows, const SemaQuestionWords *words, GError **error)
{
  g_autofree Answer *answers = g_new (Answer, rows->len);
  double            *direction = sema_memory_alloc_n (sema_set_get_dim (set), sizeof *direction, error);
  gboolean           fine = direction != NULL && sema_question_find_direction (set, words, direction, error);

  for (guint i = 0; fine && i < rows->len; i++)
    {
      guint64 row = g_array_index (rows, guint64, i);

      answers[i] = (Answer) {row, sema_question_answer (set, row, direction), i};
    }
  if (fine)
    qsort (answers, rows->len, sizeof *answers, compare_answers);
  for (guint i = 0; fine && i < rows->len; i++)
    g_array_index (rows, guint64, i) = answers[i].row;
  sema_memory_free (direction);
  return fine;
}

static gboolean
ask_all (SemaPlacePicture *self, const SemaSet *set, const SemaRecipe *recipe, SemaProgress *progress, GError **error)
{
  for (guint i = 0; i < recipe->questions->len && !sema_progress_is_cancelled (progress); i++)
    g_ptr_array_add (self->asked, sema_asked_question_new (set, sema_recipe_get_question (recipe, i)));
  if (sema_progress_is_cancelled (progress))
    sema_set_cancelled (error);
  return !sema_progress_is_cancelled (progress);
}

/* With how well it separates its own words: a bad question is to look bad. */
static char *
make_label (const SemaAskedQuestion *question)
{
  if (question->n_tried == 0)
    return g_strdup (question->text->name);
  return g_strdup_printf ("%s (%zu/%zu)", question->text->name, question->n_right, question->n_tried);
}

static SemaHeatmap *
draw_table (SemaPlacePicture *self, const SemaSet *set, const GArray *rows, GError **error)
{
  g_autoptr (GArray)    columns = g_array_new (FALSE, FALSE, sizeof (SemaQuestionColumn));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < self->asked->len; i++)
    {
      const SemaAskedQuestion *question = sema_place_picture_get_asked (self, i);
      SemaQuestionColumn       column = {make_label (question), question->words};

      g_ptr_array_add (labels, (gpointer)column.name);
      if (question->problem != NULL)
        continue;
      g_array_append_val (columns, column);
      g_ptr_array_add (self->columns, question->text->name);
    }
  if (columns->len > 0)
    return sema_question_picture_new (set, (const guint64 *)rows->data, rows->len, (const SemaQuestionColumn *)columns->data, columns->len, error);
  g_set_error (error, SEMA_PLACE_PICTURE_ERROR, SEMA_PLACE_PICTURE_ERROR_NO_QUESTION, _("None of the questions can be asked of this file: it has no words for both of their sides."));
  return NULL;
}

static gboolean
make_table (SemaPlacePicture *self, const SemaSet *set, GArray *rows, const SemaRecipe *recipe, const SemaLooks *looks, GError **error)
{
  gssize sorted_by = sema_recipe_find_question (recipe, looks->question);

  if (sorted_by >= 0 && sema_place_picture_get_asked (self, (gsize)sorted_by)->problem == NULL && !sort_rows (set, rows, &sema_place_picture_get_asked (self, (gsize)sorted_by)->words, error))
    return FALSE;
  self->heatmap = draw_table (self, set, rows, error);
  if (self->heatmap == NULL)
    return FALSE;
  sema_place_picture_note_words (self, set, (const guint64 *)rows->data, rows->len);
  return TRUE;
}

/* Of the question of the looks, or of the first where there is none of that name. */
static gboolean
make_ruler (SemaPlacePicture *self, const SemaSet *set, const GArray *rows, const SemaRecipe *recipe, const SemaLooks *looks, GError **error)
{
  gssize                   index = MAX (sema_recipe_find_question (recipe, looks->question), 0);
  const SemaAskedQuestion *question = index < (gssize)self->asked->len ? sema_place_picture_get_asked (self, (gsize)index) : NULL;

  if (question == NULL || question->problem != NULL)
    {
      g_set_error_literal (error, SEMA_PLACE_PICTURE_ERROR, SEMA_PLACE_PICTURE_ERROR_NO_QUESTION,
                           question != NULL ? question->problem : _("There is no question to ask."));
      return FALSE;
    }
  self->ruler = sema_ruler_picture_new (set, (const guint64 *)rows->data, rows->len, question->text, error);
  if (self->ruler == NULL)
    return FALSE;
  sema_place_picture_note_words (self, set, (const guint64 *)rows->data, rows->len);
  return TRUE;
}

/* Makes what the place Questions shows. */
gboolean
sema_place_picture_ask_words (SemaPlacePicture *self, const SemaSet *set, GArray *rows, const SemaRecipe *recipe, const SemaLooks *looks, SemaProgress *progress, GError **error)
{
  if (!ask_all (self, set, recipe, progress, error))
    return FALSE;
  if (rows->len == 0)
    {
      g_set_error (error, SEMA_PLACE_PICTURE_ERROR, SEMA_PLACE_PICTURE_ERROR_TOO_FEW, _("There are no words to ask: add words on the left."));
      return FALSE;
    }
  if (looks->questions_as == SEMA_QUESTIONS_RULER)
    return make_ruler (self, set, rows, recipe, looks, error);
  return make_table (self, set, rows, recipe, looks, error);
}
