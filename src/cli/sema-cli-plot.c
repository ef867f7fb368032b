/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-cli-chosen.h"
#include "sema-cli-command.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-plot-options.h"
#include "sema-cli-plot-views.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-coordinates.h"
#include "sema-projection.h"
#include "sema-word.h"

/* Those that are left out, and those whose vectors are not in the file. */
static void
name_odd_words (SemaSet *set, const SemaProjection *projection)
{
  for (gsize i = 0; i < sema_projection_get_n_words (projection); i++)
    {
      const SemaProjectionWord *word = sema_projection_get_word (projection, i);

      if (word->state != SEMA_WORD_PLACED)
        sema_cli_chosen_warn (set, word->word, word->state, TRUE);
      else
        sema_cli_vectors_note_composed (set, word->word, word->row);
    }
}

static void
name_open_questions (const SemaProjection *projection)
{
  for (gsize i = 0; i < sema_projection_get_n_analogies (projection); i++)
    {
      const char *problem = sema_projection_get_analogy (projection, i)->problem;

      if (problem != NULL)
        sema_cli_warn (problem);
    }
}

/* The picture says it small; clusters are drawn then. */
static void
name_absent_column (SemaSet *set, const SemaRecipe *recipe)
{
  const SemaColumns *columns = sema_set_get_columns (set);
  g_autofree char   *label = NULL;
  g_autofree char   *sentence = NULL;

  if (recipe->colour_by != SEMA_COLOUR_BY_COLUMN || recipe->column == NULL || (columns != NULL && sema_columns_find (columns, recipe->column) >= 0))
    return;
  label = sema_word_to_label (recipe->column, strlen (recipe->column));
  sentence = g_strdup_printf (_("This file has no column “%s” to colour its words by."), label);
  sema_cli_warn (sentence);
}

/* Question words that are left out. */
static void
name_absent_question_words (SemaSet *set, const SemaRecipe *recipe)
{
  for (guint axis = 0; axis < G_N_ELEMENTS (recipe->axes) && recipe->axes[axis] != NULL; axis++)
    {
      const SemaQuestionText *question = sema_recipe_get_question (recipe, (gsize)sema_recipe_find_question (recipe, recipe->axes[axis]));

      sema_cli_chosen_warn_of_question (set, question);
    }
}

/* Axes asked for here must be there. Those of a session may have been made for other vectors: the window shows what it can, too. */
static gboolean
has_axes (const SemaProjection *projection, const SemaCliPlotOptions *options)
{
  const char *problem = sema_projection_get_axes_problem (projection);

  if (problem != NULL && options->has_axes)
    sema_cli_complain ("%s", problem);
  else if (problem != NULL)
    sema_cli_warn (problem);
  return problem == NULL || !options->has_axes;
}

static gboolean
is_drawable (const SemaProjection *projection)
{
  const SemaScatter *scatter = sema_projection_get_scatter (projection);
  guint              n = scatter->points->len;

  if (n >= 2 || (scatter->cloud != NULL && scatter->cloud->n_placed >= 2))
    return TRUE;
  sema_cli_complain (ngettext ("a plot needs at least 2 words that are in the file; %u is left.",
                               "a plot needs at least 2 words that are in the file; %u are left.", n),
                     n);
  return FALSE;
}

/* Both are made before the first is written. */
static gboolean
write_files (const SemaProjection *projection, const SemaCliPlotOptions *options, GError **error)
{
  g_autoptr (GBytes) picture = sema_export_to_bytes (sema_projection_get_scatter (projection), &options->export, error);
  g_autoptr (GBytes) csv = picture != NULL && options->coordinates != NULL ? g_string_free_to_bytes (sema_coordinates_print_csv (projection)) : NULL;

  if (csv != NULL && !sema_cli_interrupt_write (options->coordinates, csv, error))
    return FALSE;
  return sema_cli_interrupt_write (options->output, picture, error);
}

static int
plot (const SemaCliPlotOptions *options)
{
  g_autofree char           *vectors = sema_cli_plot_options_find_vectors (options);
  g_autoptr (SemaSet)        set = vectors != NULL ? sema_cli_vectors_open (vectors, &(SemaFormatsOptions) {.most_rows = options->most_rows, .tokenizer = options->tokenizer}) : NULL;
  g_autoptr (SemaProjection) projection = NULL;
  g_autoptr (GError)         error = NULL;

  if (set == NULL)
    return SEMA_CLI_FAILED;
  projection = sema_projection_new (set, options->recipe, NULL, sema_cli_interrupt_get_progress (), &error);
  if (projection != NULL)
    {
      name_odd_words (set, projection);
      name_open_questions (projection);
      name_absent_column (set, options->recipe);
      name_absent_question_words (set, options->recipe);
      if (!has_axes (projection, options) || !is_drawable (projection))
        return SEMA_CLI_FAILED;
    }
  if (projection != NULL && write_files (projection, options, &error))
    {
      sema_cli_vectors_keep (vectors, set);
      return SEMA_CLI_OK;
    }
  sema_cli_complain ("%s", error->message);
  return SEMA_CLI_FAILED;
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  g_auto (SemaCliPlotOptions) options = {0};
  int                         status = sema_cli_plot_options_parse (&options, command, argc, argv);

  if (!options.ready)
    return status;
  return options.view == SEMA_CLI_VIEW_MAP ? plot (&options) : sema_cli_plot_views_draw (&options);
}

const SemaCliCommand sema_cli_plot = {
  "plot",
  "[FILE] --words \"WORD ...\"|--session FILE --output FILE.png|.svg|.pdf [OPTION]...",
  N_ ("Project words to the plane by a PCA, or by two questions, and draw them with their clusters and analogies."),
      "  semascope-cli plot glove.6B.100d.txt --words \"king queen man woman apple mango\" \\\n"
      "      --analogy man:king:woman --output plot.png\n"
      "  semascope-cli plot glove.6B.100d.txt --words \"king queen man woman apple mango\" \\\n"
      "      --view matrix --order tree --output matrix.png\n"
      "  semascope-cli plot glove.6B.100d.txt --words \"king queen man woman apple mango\" \\\n"
      "      --question 'edible: food fruit / metal stone' --question 'royal: king queen / man woman' \\\n"
      "      --axes edible,royal --output axes.png\n"
      "  semascope-cli plot --session birds.semascope --output birds.pdf\n",
      run,
};
