/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cli-plot-views.h"

#include <glib/gi18n-lib.h>

#include "sema-cli-chosen.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-matrix-picture.h"
#include "sema-question-picture.h"
#include "sema-question-text.h"
#include "sema-ruler-picture.h"

static GArray *
find_words (const SemaCliPlotOptions *options, SemaSet *set)
{
  gsize              n = options->recipe->words->len;
  g_auto (GStrv)     words = g_new0 (char *, n + 1);
  g_autoptr (GArray) rows = NULL;

  for (gsize i = 0; i < n; i++)
    words[i] = g_strdup (sema_recipe_get_word (options->recipe, i));
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

static SemaRuler *
make_ruler (const SemaCliPlotOptions *options, SemaSet *set, const GArray *rows, GError **error)
{
  g_autoptr (SemaQuestionText) question = sema_question_text_parse (options->questions[0]);
  SemaRuler                   *ruler;

  /* What is left out is named. */
  g_array_unref (sema_cli_chosen_look_up (set, question->yes));
  g_array_unref (sema_cli_chosen_look_up (set, question->no));
  ruler = sema_ruler_picture_new (set, (const guint64 *)rows->data, rows->len, question, error);
  if (ruler != NULL)
    ruler->title = g_strdup (options->recipe->title);
  return ruler;
}

/**
 * sema_cli_plot_views_draw:
 * @options: a call of plot for another view than the map
 *
 * Draws a heat map or a ruler.
 *
 * Returns: an exit status
 */
int
sema_cli_plot_views_draw (const SemaCliPlotOptions *options)
{
  g_autofree char        *vectors = sema_cli_plot_options_find_vectors (options);
  g_autoptr (SemaSet)     set = vectors != NULL ? sema_cli_vectors_open (vectors, &(SemaFormatsOptions) {.most_rows = options->most_rows}) : NULL;
  g_autoptr (GArray)      rows = set != NULL ? find_words (options, set) : NULL;
  g_autoptr (SemaHeatmap) heatmap = NULL;
  g_autoptr (SemaRuler)   ruler = NULL;
  g_autoptr (GError)      error = NULL;

  if (rows == NULL)
    return SEMA_CLI_FAILED;
  if (options->view == SEMA_CLI_VIEW_RULER)
    ruler = make_ruler (options, set, rows, &error);
  else
    heatmap = make_heatmap (options, set, rows, &error);
  if ((heatmap != NULL || ruler != NULL) && sema_set_check_lost (set, &error) &&
      sema_export_subject_to_file (&(SemaExportSubject) {.heatmap = heatmap, .ruler = ruler}, &options->export, options->output, &error))
    {
      sema_cli_vectors_keep (vectors, set);
      return SEMA_CLI_OK;
    }
  sema_cli_complain ("%s", error->message);
  return SEMA_CLI_FAILED;
}
