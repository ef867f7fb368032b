/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cli-plot-options.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-cli-print.h"
#include "sema-cli-questions.h"
#include "sema-cli-vectors.h"
#include "sema-number.h"
#include "sema-question-text.h"
#include "sema-session-state.h"
#include "sema-ready-set.h"
#include "sema-word-list.h"
#include "sema-word.h"

/* The options as text, before anything is understood. */
typedef struct
{
  char    *session;
  gboolean fit;
  char    *words;
  char    *words_file;
  gboolean all;
  char   **analogies;
  char    *clusters;
  char    *column;
  char    *vectors;
  char    *size;
  char    *scale;
  char    *dpi;
  char    *theme;
  char    *background;
  char    *title;
  char    *coordinates;
  char    *view;
  char    *metric;
  char    *order;
  char   **questions;
  char    *axes;
  char    *output;
} PlotTexts;

static void
plot_texts_clear (PlotTexts *self)
{
  g_free (self->session);
  g_free (self->words);
  g_free (self->words_file);
  g_strfreev (self->analogies);
  g_free (self->clusters);
  g_free (self->column);
  g_free (self->vectors);
  g_free (self->size);
  g_free (self->scale);
  g_free (self->dpi);
  g_free (self->theme);
  g_free (self->background);
  g_free (self->title);
  g_free (self->coordinates);
  g_free (self->view);
  g_free (self->metric);
  g_free (self->order);
  g_strfreev (self->questions);
  g_free (self->axes);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlotTexts, plot_texts_clear)

static gboolean
read_positive (const char *text, gsize length, double *value)
{
  float number;

  if (!sema_number_parse_float (text, length, &number) || !isfinite (number) || number <= 0)
    return FALSE;
  *value = number;
  return TRUE;
}

static gboolean
read_size (const char *text, SemaExportOptions *options)
{
  const char *cross = strchr (text, 'x');

  return cross != NULL && read_positive (text, (gsize)(cross - text), &options->width) &&
         read_positive (cross + 1, strlen (cross + 1), &options->height);
}

static gboolean
read_clusters (const char *text, int *clusters)
{
  guint64 k;

  if (g_str_equal (text, "auto"))
    *clusters = SEMA_CLUSTERS_AUTO;
  else if (g_str_equal (text, "none"))
    *clusters = SEMA_CLUSTERS_NONE;
  else if (g_ascii_string_to_unsigned (text, 10, 1, SEMA_CLUSTERS_MAX, &k, NULL))
    *clusters = (int)k;
  else
    return FALSE;
  return TRUE;
}

static gboolean
add_analogy (const char *text, SemaRecipe *recipe)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);

  if (g_strv_length (parts) != 3 || *parts[0] == 0 || *parts[1] == 0 || *parts[2] == 0)
    return FALSE;
  sema_recipe_add_analogy (recipe, parts[0], parts[1], parts[2]);
  return TRUE;
}

static void
add_words (const char *text, SemaRecipe *recipe)
{
  g_auto (GStrv) words = sema_word_split (text);

  for (char **word = words; *word != NULL; word++)
    sema_recipe_add_word (recipe, *word, SEMA_NO_GROUP);
}

/* They join those of the session, each in the place of the one of its name. */
static void
put_questions (SemaRecipe *recipe, char **texts)
{
  for (; *texts != NULL; texts++)
    {
      g_autoptr (SemaQuestionText) question = sema_question_text_parse (*texts);

      sema_recipe_put_question (recipe, sema_recipe_find_question (recipe, question->name), question);
    }
}

static int
understand_recipe (SemaCliPlotOptions *self, const PlotTexts *texts, const SemaCliCommand *command)
{
  static const char *const vectors[] = {"unit", "raw", NULL};
  int                      kind = sema_cli_arguments_choose (texts->vectors, vectors);
  g_autoptr (GError)       error = NULL;

  if (kind < 0)
    return sema_cli_fail_usage (command, _("--vectors takes unit or raw, not “%s”."), texts->vectors);
  if (texts->vectors != NULL)
    self->recipe->vectors = (SemaVectors)kind;
  self->recipe->all_words |= texts->all;
  if (texts->clusters != NULL && !read_clusters (texts->clusters, &self->recipe->clusters))
    return sema_cli_fail_usage (command, _("--clusters takes auto, none or a number from 1 to %d, not “%s”."), SEMA_CLUSTERS_MAX, texts->clusters);
  if (texts->column != NULL)
    {
      self->recipe->colour_by = SEMA_COLOUR_BY_COLUMN;
      g_free (self->recipe->column);
      self->recipe->column = g_strdup (texts->column);
    }
  if (texts->title != NULL)
    {
      g_autofree char *title = sema_word_to_label (texts->title, strlen (texts->title));

      sema_recipe_set_title (self->recipe, title);
    }
  if (texts->words != NULL)
    add_words (texts->words, self->recipe);
  if (texts->words_file != NULL && !sema_word_list_load (texts->words_file, self->recipe, &error))
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  if (texts->questions != NULL)
    put_questions (self->recipe, texts->questions);
  for (char **analogy = texts->analogies; analogy != NULL && *analogy != NULL; analogy++)
    if (!add_analogy (*analogy, self->recipe))
      return sema_cli_fail_usage (command, _("--analogy takes three words with colons between them, such as man:king:woman, not “%s”."), *analogy);
  return SEMA_CLI_OK;
}

static int
understand_export (SemaCliPlotOptions *self, const PlotTexts *texts, const SemaCliCommand *command)
{
  static const char *const themes[] = {"light", "dark", NULL};
  static const char *const backgrounds[] = {"theme", "white", "transparent", "dark", NULL};
  int                      theme = sema_cli_arguments_choose (texts->theme, themes);
  int                      background = sema_cli_arguments_choose (texts->background, backgrounds);
  g_autoptr (GError)       error = NULL;

  sema_export_options_init (&self->export);
  if (!sema_export_format_from_name (texts->output, &self->export.format, &error))
    return sema_cli_fail_usage (command, "%s", error->message);
  if (texts->size != NULL && !read_size (texts->size, &self->export))
    return sema_cli_fail_usage (command, _("--size takes width and height such as 1600x1000, not “%s”."), texts->size);
  if (texts->scale != NULL && !read_positive (texts->scale, strlen (texts->scale), &self->export.scale))
    return sema_cli_fail_usage (command, _("--scale takes a number above 0, not “%s”."), texts->scale);
  if (texts->dpi != NULL && !read_positive (texts->dpi, strlen (texts->dpi), &self->export.dpi))
    return sema_cli_fail_usage (command, _("--dpi takes a number above 0, not “%s”."), texts->dpi);
  if (theme < 0)
    return sema_cli_fail_usage (command, _("--theme takes light or dark, not “%s”."), texts->theme);
  if (background < 0)
    return sema_cli_fail_usage (command, _("--background takes white, transparent or dark, not “%s”."), texts->background);
  self->export.theme = (SemaThemeKind)theme;
  self->export.background = (SemaBackground)background;
  return SEMA_CLI_OK;
}

/* The first option given that does not go with the view, or NULL. */
static const char *
find_stray (const PlotTexts *texts, SemaCliView view, const SemaLooks *looks)
{
  gboolean has_vectors = view == SEMA_CLI_VIEW_MATRIX && looks->compare_as == SEMA_COMPARE_VECTORS;
  const struct
  {
    const char *name;
    gboolean    is_given;
    guint       views;
  } options[] = {
    {"--all", texts->all, 1 << SEMA_CLI_VIEW_MAP},
    {"--analogy", texts->analogies != NULL, 1 << SEMA_CLI_VIEW_MAP},
    {"--clusters", texts->clusters != NULL, 1 << SEMA_CLI_VIEW_MAP},
    {"--colour-by", texts->column != NULL, 1 << SEMA_CLI_VIEW_MAP},
    {"--vectors", texts->vectors != NULL && !has_vectors, 1 << SEMA_CLI_VIEW_MAP},
    {"--coordinates", texts->coordinates != NULL, 1 << SEMA_CLI_VIEW_MAP},
    {"--axes", texts->axes != NULL, 1 << SEMA_CLI_VIEW_MAP},
    {"--metric", texts->metric != NULL, 1 << SEMA_CLI_VIEW_MATRIX},
    {"--order", texts->order != NULL, 1 << SEMA_CLI_VIEW_MATRIX},
    {"--question", texts->questions != NULL, 1 << SEMA_CLI_VIEW_QUESTIONS | 1 << SEMA_CLI_VIEW_RULER | (texts->axes != NULL) << SEMA_CLI_VIEW_MAP},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].is_given && (options[i].views & 1 << view) == 0)
      return options[i].name;
  return NULL;
}

static SemaCliView
get_saved_view (const SemaLooks *looks)
{
  if (looks->place == SEMA_PLACE_COMPARE)
    return SEMA_CLI_VIEW_MATRIX;
  if (looks->place == SEMA_PLACE_QUESTIONS)
    return looks->questions_as == SEMA_QUESTIONS_RULER ? SEMA_CLI_VIEW_RULER : SEMA_CLI_VIEW_QUESTIONS;
  return SEMA_CLI_VIEW_MAP;
}

static void
show_question (SemaLooks *looks, const char *text)
{
  g_autoptr (SemaQuestionText) question = sema_question_text_parse (text);

  g_free (looks->question);
  looks->question = g_strdup (question->name);
}

/* A matrix that is asked for by name is one, also where the session shows vectors. */
static void
change_looks (SemaLooks *looks, const PlotTexts *texts, SemaCliView view, SemaMetric metric, SemaMatrixOrder order)
{
  static const SemaPlace places[] = {SEMA_PLACE_MAP, SEMA_PLACE_COMPARE, SEMA_PLACE_QUESTIONS, SEMA_PLACE_QUESTIONS};

  looks->place = places[view];
  if (view == SEMA_CLI_VIEW_MATRIX && (texts->view != NULL || texts->metric != NULL || texts->order != NULL))
    looks->compare_as = SEMA_COMPARE_MATRIX;
  if (texts->metric != NULL)
    looks->metric = metric;
  if (texts->order != NULL)
    looks->order = order;
  looks->questions_as = view == SEMA_CLI_VIEW_RULER ? SEMA_QUESTIONS_RULER : SEMA_QUESTIONS_TABLE;
  if (view == SEMA_CLI_VIEW_RULER && texts->questions != NULL)
    show_question (looks, texts->questions[0]);
}

static int
understand_view (SemaCliPlotOptions *self, const PlotTexts *texts, const SemaCliCommand *command)
{
  static const char *const views[] = {"map", "matrix", "questions", "ruler", NULL};
  static const char *const metrics[] = {"cosine", "dot", "euclid", NULL};
  static const char *const orders[] = {"chosen", "tree", NULL};
  int                      view = sema_cli_arguments_choose (texts->view, views);
  int                      metric = sema_cli_arguments_choose (texts->metric, metrics);
  int                      order = sema_cli_arguments_choose (texts->order, orders);
  const char              *stray;
  g_autofree char         *fault = NULL;

  if (view < 0)
    return sema_cli_fail_usage (command, _("--view takes map, matrix, questions or ruler, not “%s”."), texts->view);
  self->view = texts->view != NULL ? (SemaCliView)view : get_saved_view (&self->looks);
  stray = find_stray (texts, self->view, &self->looks);
  if (stray != NULL)
    return sema_cli_fail_usage (command, _("%s does not go with --view %s."), stray, views[self->view]);
  if (self->view == SEMA_CLI_VIEW_QUESTIONS && texts->questions == NULL && self->session == NULL)
    return sema_cli_fail_usage (command, _("--view questions needs --question: what is asked."));
  if (self->view == SEMA_CLI_VIEW_RULER && (texts->questions == NULL ? self->session == NULL : texts->questions[1] != NULL))
    return sema_cli_fail_usage (command, _("--view ruler needs one --question: what is asked."));
  fault = sema_cli_questions_find_fault (texts->questions);
  if (fault != NULL)
    return sema_cli_fail_usage (command, "%s", fault);
  if (metric < 0)
    return sema_cli_fail_usage (command, _("--metric takes cosine, dot or euclid, not “%s”."), texts->metric);
  if (order < 0)
    return sema_cli_fail_usage (command, _("--order takes chosen or tree, not “%s”."), texts->order);
  change_looks (&self->looks, texts, self->view, (SemaMetric)metric, (SemaMatrixOrder)order);
  return SEMA_CLI_OK;
}

/* A name may have commas in it: the one between two names of questions counts. */
static gboolean
set_axes (const char *text, SemaRecipe *recipe)
{
  for (const char *comma = strchr (text, ','); comma != NULL; comma = strchr (comma + 1, ','))
    {
      g_autofree char *x = g_strstrip (g_strndup (text, (gsize)(comma - text)));
      g_autofree char *y = g_strstrip (g_strdup (comma + 1));

      if (sema_recipe_set_axes (recipe, x, y))
        return TRUE;
    }
  return FALSE;
}

static int
understand_axes (SemaCliPlotOptions *self, const PlotTexts *texts, const SemaCliCommand *command)
{
  g_autofree char *label = NULL;

  if (texts->axes == NULL)
    return SEMA_CLI_OK;
  if (g_str_equal (texts->axes, "none"))
    {
      sema_recipe_set_axes (self->recipe, NULL, NULL);
      return SEMA_CLI_OK;
    }
  self->has_axes = set_axes (texts->axes, self->recipe);
  if (self->has_axes)
    return SEMA_CLI_OK;
  label = sema_word_to_label (texts->axes, strlen (texts->axes));
  return sema_cli_fail_usage (command, _("--axes takes the names of two questions with a comma between them, or none, not “%s”; --question asks them."), label);
}

/* Of its own vectors the session knows what was opened; others are opened as the options say. */
static void
take_parts (SemaCliPlotOptions *self, SemaSessionState *state)
{
  if (self->most_rows == 0)
    self->most_rows = state->most_rows;
  if (self->vectors != NULL)
    return;
  if (sema_cli_vectors_get_part () == NULL)
    sema_cli_vectors_want_part (state->part);
  self->tokenizer = g_steal_pointer (&state->tokenizer);
}

/* What the session says comes first: the options have the last word. */
static int
take_session (SemaCliPlotOptions *self, const PlotTexts *texts)
{
  g_autoptr (GError)           error = NULL;
  g_autoptr (SemaSessionState) state = NULL;

  if (texts->session == NULL)
    return SEMA_CLI_OK;
  state = sema_session_state_load (texts->session, &error);
  if (state == NULL)
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  sema_recipe_free (self->recipe);
  self->recipe = g_steal_pointer (&state->recipe);
  self->session = g_strdup (texts->session);
  self->place = g_steal_pointer (&state->place);
  sema_looks_copy (&state->looks, &self->looks);
  take_parts (self, state);
  if (!texts->fit)
    self->export.region = state->region;
  return SEMA_CLI_OK;
}

static int
understand (SemaCliPlotOptions *self, PlotTexts *texts, const SemaCliCommand *command)
{
  int status;

  if (texts->output == NULL || *texts->output == 0)
    return sema_cli_fail_usage (command, _("--output is needed: where the picture goes."));
  if (texts->words == NULL && texts->words_file == NULL && texts->analogies == NULL && !texts->all && texts->session == NULL)
    return sema_cli_fail_usage (command, _("--words, --words-file, --analogy, --all or --session is needed: what to draw."));
  self->recipe = sema_recipe_new ();
  status = understand_export (self, texts, command);
  if (status == SEMA_CLI_OK)
    status = take_session (self, texts);
  if (status == SEMA_CLI_OK)
    status = understand_view (self, texts, command);
  if (status == SEMA_CLI_OK)
    status = understand_recipe (self, texts, command);
  if (status == SEMA_CLI_OK)
    status = understand_axes (self, texts, command);
  self->questions = g_steal_pointer (&texts->questions);
  self->output = g_steal_pointer (&texts->output);
  self->coordinates = g_steal_pointer (&texts->coordinates);
  self->ready = status == SEMA_CLI_OK;
  return status;
}

/**
 * sema_cli_plot_options_parse:
 * @self: (out): what was understood
 * @command: the command
 * @argc: number of arguments
 * @argv: the arguments
 *
 * Reads a call of plot. Where @self->ready is not set, the returned status is that of the program.
 *
 * Returns: an exit status
 */
int
sema_cli_plot_options_parse (SemaCliPlotOptions *self, const SemaCliCommand *command, int argc, char **argv)
{
  g_auto (PlotTexts)        texts = {0};
  g_auto (SemaCliArguments) arguments = {0};
  const GOptionEntry        entries[] = {
           {"words", 0, 0, G_OPTION_ARG_FILENAME, &texts.words, N_ ("Words to draw, with blanks between them; double quotes keep those of a word"), "WORDS"},
            {"words-file", 0, 0, G_OPTION_ARG_FILENAME, &texts.words_file, N_ ("File of words to draw, one a line"), "FILE"},
             {"all", 0, 0, G_OPTION_ARG_NONE, &texts.all, N_ ("Draw all words of the file, with the words above on top"), NULL},
              {"analogy", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts.analogies, N_ ("A is to B as C is to what? Can be given several times"), "A:B:C"},
               {"clusters", 0, 0, G_OPTION_ARG_FILENAME, &texts.clusters, N_ ("auto (chosen by silhouette), none, or their number"), "K"},
                {"colour-by", 0, 0, G_OPTION_ARG_STRING, &texts.column, N_ ("A column that the file has beside the vectors, in place of clusters"), "NAME"},
                 {"vectors", 0, 0, G_OPTION_ARG_FILENAME, &texts.vectors, N_ ("unit (each divided by its norm) or raw"), "KIND"},
                  {"size", 0, 0, G_OPTION_ARG_FILENAME, &texts.size, N_ ("Width and height in logical units (1600x1000)"), "WxH"},
                   {"scale", 0, 0, G_OPTION_ARG_FILENAME, &texts.scale, N_ ("Pixels for a logical unit in a PNG (2)"), "X"},
                    {"dpi", 0, 0, G_OPTION_ARG_FILENAME, &texts.dpi, N_ ("Pixels an inch, as noted in a PNG (300)"), "N"},
                     {"theme", 0, 0, G_OPTION_ARG_FILENAME, &texts.theme, N_ ("light or dark"), "THEME"},
                      {"background", 0, 0, G_OPTION_ARG_FILENAME, &texts.background, N_ ("white, transparent or dark instead of the theme's"), "KIND"},
                       {"title", 0, 0, G_OPTION_ARG_FILENAME, &texts.title, N_ ("Title over the picture"), "TEXT"},
                        {"coordinates", 0, 0, G_OPTION_ARG_FILENAME, &texts.coordinates, N_ ("Also write the coordinates as CSV"), "FILE.csv"},
                         {"view", 0, 0, G_OPTION_ARG_FILENAME, &texts.view, N_ ("map, matrix (of every two words), questions (what words answer) or ruler (what they answer to one)"), "VIEW"},
                          {"question", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts.questions, N_ ("A question: NAME: WORDS / WORDS; can be given several times"), "QUESTION"},
                           {"axes", 0, 0, G_OPTION_ARG_FILENAME, &texts.axes, N_ ("Two questions as the axes of the map: their names"), "X,Y"},
                            {"metric", 0, 0, G_OPTION_ARG_FILENAME, &texts.metric, N_ ("Of a matrix: cosine, dot or euclid"), "METRIC"},
                             {"order", 0, 0, G_OPTION_ARG_FILENAME, &texts.order, N_ ("Of a matrix: chosen, or tree (by average linkage, with the tree)"), "ORDER"},
                              {"session", 0, 0, G_OPTION_ARG_FILENAME, &texts.session, N_ ("A session saved by the window: what to draw, and what part of it"), "FILE"},
                               {"fit", 0, 0, G_OPTION_ARG_NONE, &texts.fit, N_ ("Draw all of the map, not the part that the session shows"), NULL},
                                {"output", 'o', 0, G_OPTION_ARG_FILENAME, &texts.output, N_ ("Where the picture goes; .png, .svg or .pdf"), "FILE"},
                                 {NULL},
                        };

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, texts.session != NULL ? 0 : 1, 1);
  if (arguments.done)
    return arguments.status;
  self->vectors = g_strdup (arguments.words[0]);
  self->most_rows = (guint64)arguments.most_rows;
  return understand (self, &texts, command);
}

/**
 * sema_cli_plot_options_clear:
 * @self: what was understood
 */
void
sema_cli_plot_options_clear (SemaCliPlotOptions *self)
{
  g_clear_pointer (&self->vectors, g_free);
  g_clear_pointer (&self->questions, g_strfreev);
  g_clear_pointer (&self->session, g_free);
  g_clear_pointer (&self->place, sema_vectors_place_free);
  g_clear_pointer (&self->tokenizer, g_free);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->coordinates, g_free);
  g_clear_pointer (&self->recipe, sema_recipe_free);
  sema_looks_clear (&self->looks);
}

/**
 * sema_cli_plot_options_find_vectors:
 * @options: a call
 *
 * Returns: (transfer full) (nullable): path of the vectors named in the call, or of the session's own, which may have moved; %NULL when
 *   they are not found, and that is on stderr
 */
char *
sema_cli_plot_options_find_vectors (const SemaCliPlotOptions *options)
{
  g_autofree char   *sample = sema_ready_set_get_sample_path ();
  g_autofree char   *folder = g_path_get_dirname (sample);
  const char *const  folders[] = {".", folder, NULL};
  g_autoptr (GError) error = NULL;
  char              *found;

  if (options->vectors != NULL)
    return g_strdup (options->vectors);
  found = sema_vectors_place_find (options->place, options->session, folders, &error);
  if (found == NULL)
    sema_cli_complain_and_advise (error->message, _("name the file of vectors before --session"));
  return found;
}
