/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cli-plot-views.h"

#include <glib/gi18n-lib.h>

#include "sema-cli-chosen.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-matrix-picture.h"
#include "sema-place-picture.h"
#include "sema-question-picture.h"
#include "sema-question-text.h"

static char **
list_words (const SemaRecipe *recipe)
{
  char **words = g_new0 (char *, recipe->words->len + 1);

  for (gsize i = 0; i < recipe->words->len; i++)
    words[i] = g_strdup (sema_recipe_get_word (recipe, i));
  return words;
}

static GArray *
find_words (const SemaCliPlotOptions *options, SemaSet *set)
{
  g_auto (GStrv)     words = list_words (options->recipe);
  g_autoptr (GArray) rows = NULL;

  if (options->view == SEMA_CLI_VIEW_MATRIX)
    return sema_cli_chosen_find (set, words);
  rows = sema_cli_chosen_look_up (set, words);
  if (rows->len > 0)
    return g_steal_pointer (&rows);
  sema_cli_complain (_("none of the words can be asked."));
  return NULL;
}

/**
 * Question:
 * @text: as it was read
 * @yes: guint64: rows of words of which the answer is yes
 * @no: guint64: rows of words of which it is no
 */
typedef struct
{
  SemaQuestionText *text;
  GArray           *yes;
  GArray           *no;
} Question;

static void
question_clear (gpointer data)
{
  Question *self = data;

  sema_question_text_free (self->text);
  g_array_unref (self->yes);
  g_array_unref (self->no);
}

static SemaHeatmap *
make_questions (const SemaCliPlotOptions *options, SemaSet *set, const GArray *rows, GError **error)
{
  g_autoptr (GArray) questions = g_array_new (FALSE, FALSE, sizeof (Question));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (SemaQuestionColumn));

  g_array_set_clear_func (questions, question_clear);
  for (char **text = options->questions; *text != NULL; text++)
    {
      Question question = {.text = sema_question_text_parse (*text)};

      question.yes = sema_cli_chosen_look_up (set, question.text->yes);
      question.no = sema_cli_chosen_look_up (set, question.text->no);
      g_array_append_val (questions, question);
    }
  for (guint i = 0; i < questions->len; i++)
    {
      const Question    *question = &g_array_index (questions, Question, i);
      SemaQuestionColumn column = {question->text->name, {(const guint64 *)question->yes->data, question->yes->len, (const guint64 *)question->no->data, question->no->len}};

      g_array_append_val (columns, column);
    }
  return sema_question_picture_new (set, (const guint64 *)rows->data, rows->len, (const SemaQuestionColumn *)columns->data, columns->len, error);
}

/* What is left out is named, as of the map. Raw vectors are shown where they are zero, too. */
static void
name_absent_words (const SemaCliPlotOptions *options, SemaSet *set)
{
  g_auto (GStrv) words = list_words (options->recipe);
  gboolean       is_raw = options->recipe->vectors == SEMA_VECTORS_RAW && options->looks->compare_as == SEMA_COMPARE_VECTORS;

  if (options->looks->place != SEMA_PLACE_COMPARE || !is_raw)
    g_array_unref (sema_cli_chosen_look_up (set, words));
  else
    for (char **word = words; *word != NULL; word++)
      if (sema_vocab_find (sema_set_get_vocab (set), *word, -1) == SEMA_VOCAB_NO_ROW)
        sema_cli_chosen_warn (*word, SEMA_WORD_MISSING);
}

/* The place of the window that a session shows, drawn as the window draws it. */
static int
draw_place (const SemaCliPlotOptions *options, SemaSet *set, const char *vectors)
{
  g_autoptr (SemaPlacePicture) picture = NULL;
  g_autoptr (GError)           error = NULL;
  SemaExportSubject            subject;

  name_absent_words (options, set);
  picture = sema_place_picture_new (set, options->recipe, options->looks, NULL, &error);
  if (picture != NULL)
    sema_place_picture_get_subject (picture, &subject);
  if (picture != NULL && sema_set_check_lost (set, &error) && sema_export_subject_to_file (&subject, &options->export, options->output, &error))
    {
      sema_cli_vectors_keep (vectors, set);
      return SEMA_CLI_OK;
    }
  sema_cli_complain ("%s", error->message);
  return SEMA_CLI_FAILED;
}

static SemaHeatmap *
make_heatmap (const SemaCliPlotOptions *options, SemaSet *set, const GArray *rows, GError **error)
{
  SemaHeatmap *heatmap;

  if (options->view == SEMA_CLI_VIEW_QUESTIONS)
    heatmap = make_questions (options, set, rows, error);
  else
    heatmap = sema_matrix_picture_new (set, (const guint64 *)rows->data, rows->len, options->metric, options->order, NULL, error);
  if (heatmap != NULL)
    heatmap->title = g_strdup (options->recipe->title);
  return heatmap;
}

/**
 * sema_cli_plot_views_draw:
 * @options: a call of plot for another view than the map
 *
 * Draws a heat map, or what a session shows instead of the map.
 *
 * Returns: an exit status
 */
int
sema_cli_plot_views_draw (const SemaCliPlotOptions *options)
{
  g_autofree char        *vectors = sema_cli_plot_options_find_vectors (options);
  g_autoptr (SemaSet)     set = vectors != NULL ? sema_cli_vectors_open (vectors, &(SemaFormatsOptions) {.most_rows = options->most_rows}) : NULL;
  g_autoptr (GArray)      rows = NULL;
  g_autoptr (SemaHeatmap) heatmap = NULL;
  g_autoptr (GError)      error = NULL;

  if (set != NULL && options->looks != NULL)
    return draw_place (options, set, vectors);
  rows = set != NULL ? find_words (options, set) : NULL;
  if (rows == NULL)
    return SEMA_CLI_FAILED;
  heatmap = make_heatmap (options, set, rows, &error);
  if (heatmap != NULL && sema_set_check_lost (set, &error) &&
      sema_export_subject_to_file (&(SemaExportSubject) {.heatmap = heatmap}, &options->export, options->output, &error))
    {
      sema_cli_vectors_keep (vectors, set);
      return SEMA_CLI_OK;
    }
  sema_cli_complain ("%s", error->message);
  return SEMA_CLI_FAILED;
}
