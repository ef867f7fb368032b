/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cli-plot-views.h"

#include <glib/gi18n-lib.h>

#include "sema-asked-question.h"
#include "sema-cli-chosen.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-place-picture.h"

static char **
list_words (const SemaRecipe *recipe)
{
  char **words = g_new0 (char *, recipe->words->len + 1);

  for (gsize i = 0; i < recipe->words->len; i++)
    words[i] = g_strdup (sema_recipe_get_word (recipe, i));
  return words;
}

static GArray *
find_in_file (SemaSet *set, char **words)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (; *words != NULL; words++)
    {
      guint64 row = sema_set_compose (set, *words, -1);

      if (row == SEMA_VOCAB_NO_ROW)
        sema_cli_chosen_warn (set, *words, SEMA_WORD_MISSING, TRUE);
      else
        g_array_append_val (rows, row);
      sema_cli_vectors_note_composed (set, *words, row);
    }
  return g_steal_pointer (&rows);
}

/* What is left out is named, as of the map. Raw vectors are shown where they are zero, too. */
static GArray *
find_shown (const SemaCliPlotOptions *options, SemaSet *set)
{
  const SemaLooks   *looks = &options->looks;
  g_auto (GStrv)     words = list_words (options->recipe);
  g_autoptr (GArray) rows = NULL;

  if (looks->place == SEMA_PLACE_COMPARE && looks->compare_as == SEMA_COMPARE_VECTORS && options->recipe->vectors == SEMA_VECTORS_RAW)
    return find_in_file (set, words);
  if (looks->place == SEMA_PLACE_COMPARE)
    return sema_cli_chosen_find (set, words, TRUE);
  rows = sema_cli_chosen_look_up (set, words, TRUE);
  if (rows->len > 0)
    return g_steal_pointer (&rows);
  sema_cli_complain (_("none of the words can be asked."));
  return NULL;
}

/* Names the words of a question that are left out. What was asked for here must be possible; a session may be of another file. */
static gboolean
check_question (const SemaCliPlotOptions *options, SemaSet *set, const SemaQuestionText *question)
{
  g_autoptr (SemaAskedQuestion) asked = sema_asked_question_new (set, question);

  sema_cli_chosen_warn_of_question (set, question);
  if (asked->problem != NULL && options->questions != NULL)
    sema_cli_complain ("%s", asked->problem);
  else if (asked->problem != NULL)
    sema_cli_warn (asked->problem);
  return asked->problem == NULL || options->questions == NULL;
}

static gboolean
check_questions (const SemaCliPlotOptions *options, SemaSet *set)
{
  const SemaLooks  *looks = &options->looks;
  const SemaRecipe *recipe = options->recipe;
  gssize            shown = MAX (sema_recipe_find_question (recipe, looks->question), 0);

  if (looks->place != SEMA_PLACE_QUESTIONS)
    return TRUE;
  for (gsize i = 0; i < recipe->questions->len; i++)
    if ((looks->questions_as == SEMA_QUESTIONS_TABLE || i == (gsize)shown) && !check_question (options, set, sema_recipe_get_question (recipe, i)))
      return FALSE;
  return TRUE;
}

static SemaPlacePicture *
make_picture (const SemaCliPlotOptions *options, SemaSet *set)
{
  g_autoptr (GArray)           rows = find_shown (options, set);
  g_autoptr (SemaPlacePicture) picture = NULL;
  g_autoptr (GError)           error = NULL;

  if (rows == NULL || !check_questions (options, set))
    return NULL;
  picture = sema_place_picture_new (set, options->recipe, &options->looks, sema_cli_interrupt_get_progress (), &error);
  if (picture == NULL)
    sema_cli_complain ("%s", error->message);
  return g_steal_pointer (&picture);
}

/**
 * sema_cli_plot_views_draw:
 * @options: a call of plot for another view than the map
 *
 * Draws a heat map or a ruler, as the window draws it.
 *
 * Returns: an exit status
 */
int
sema_cli_plot_views_draw (const SemaCliPlotOptions *options)
{
  g_autofree char             *vectors = sema_cli_plot_options_find_vectors (options);
  g_autoptr (SemaSet)          set = vectors != NULL ? sema_cli_vectors_open (vectors, &(SemaFormatsOptions) {.most_rows = options->most_rows, .tokenizer = options->tokenizer}) : NULL;
  g_autoptr (SemaPlacePicture) picture = set != NULL ? make_picture (options, set) : NULL;
  g_autoptr (GBytes)           bytes = NULL;
  g_autoptr (GError)           error = NULL;
  SemaExportSubject            subject;

  if (picture == NULL)
    return SEMA_CLI_FAILED;
  sema_place_picture_get_subject (picture, &subject);
  bytes = sema_set_check_lost (set, &error) ? sema_export_subject_to_bytes (&subject, &options->export, &error) : NULL;
  if (sema_cli_interrupt_write (options->output, bytes, &error))
    {
      sema_cli_vectors_keep (vectors, set);
      return SEMA_CLI_OK;
    }
  sema_cli_complain ("%s", error->message);
  return SEMA_CLI_FAILED;
}
