/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "sema-cli-chosen.h"
#include "sema-cli-command.h"
#include "sema-cli-print.h"
#include "sema-cli-questions.h"
#include "sema-cli-vectors.h"
#include "sema-csv.h"
#include "sema-number.h"
#include "sema-question-text.h"
#include "sema-question.h"
#include "sema-word.h"

#define DECIMALS 3
#define WIDTH 8 /* of a number in the table */

/**
 * Column:
 * @text: the question
 * @n_right: of how many of its own words it is right without knowing them
 * @n_tried: of how many
 * @answers: (n_rows) double
 */
typedef struct
{
  SemaQuestionText *text;
  gsize             n_right;
  gsize             n_tried;
  GArray           *answers;
} Column;

/**
 * Table:
 * @set: the vectors
 * @rows: guint64: of the words
 * @labels: (array zero-terminated=1): the words, UTF-8, as they are printed
 * @columns: Column: the questions
 */
typedef struct
{
  SemaSet *set;
  GArray  *rows;
  char   **labels;
  GArray  *columns;
} Table;

typedef void (*PrintTable) (const Table *table);

static void
column_clear (gpointer data)
{
  Column *self = data;

  sema_question_text_free (self->text);
  g_clear_pointer (&self->answers, g_array_unref);
}

static void
table_clear (Table *self)
{
  g_clear_pointer (&self->set, sema_set_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->labels, g_strfreev);
  g_clear_pointer (&self->columns, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static Column *
get_column (const Table *table, guint i)
{
  return &g_array_index (table->columns, Column, i);
}

static double
get_answer (const Table *table, guint column, guint row)
{
  return g_array_index (get_column (table, column)->answers, double, row);
}

static void
print_json (const Table *table)
{
  printf ("{\"questions\":[");
  for (guint c = 0; c < table->columns->len; c++)
    {
      printf ("%s{\"name\":", c > 0 ? "," : "");
      sema_cli_print_json_text (get_column (table, c)->text->name);
      printf (",\"right\":%zu,\"tried\":%zu}", get_column (table, c)->n_right, get_column (table, c)->n_tried);
    }
  printf ("],\"words\":[");
  for (guint r = 0; r < table->rows->len; r++)
    {
      printf ("%s{\"word\":", r > 0 ? "," : "");
      sema_cli_print_json_text (table->labels[r]);
      printf (",\"answers\":[");
      for (guint c = 0; c < table->columns->len; c++)
        {
          fputs (c > 0 ? "," : "", stdout);
          sema_cli_print_json_double (get_answer (table, c, r));
        }
      printf ("]}");
    }
  printf ("]}\n");
}

static void
print_csv (const Table *table)
{
  g_autoptr (GString) csv = g_string_new ("word");

  for (guint c = 0; c < table->columns->len; c++)
    {
      g_string_append_c (csv, ',');
      sema_csv_append_text (csv, get_column (table, c)->text->name);
    }
  g_string_append (csv, SEMA_CSV_LINE_END);
  for (guint r = 0; r < table->rows->len; r++)
    {
      sema_csv_append_text (csv, table->labels[r]);
      for (guint c = 0; c < table->columns->len; c++)
        {
          g_string_append_c (csv, ',');
          sema_csv_append_double (csv, get_answer (table, c, r));
        }
      g_string_append (csv, SEMA_CSV_LINE_END);
    }
  fputs (csv->str, stdout);
}

/* How good the questions are stands below, for a bad one should look bad. */
static void
print_rights (const Table *table)
{
  for (guint c = 0; c < table->columns->len; c++)
    printf (_ ("%s: right on %zu of %zu of its own words, each left out in turn\n"), get_column (table, c)->text->name, get_column (table, c)->n_right, get_column (table, c)->n_tried);
}

/* A field of the table, to the right. */
static void
print_field (const Table *table, guint column, const char *text)
{
  guint width = MAX (WIDTH, sema_cli_measure_text (get_column (table, column)->text->name));

  printf ("%s%*s%s", column > 0 ? "  " : "", (int)(width - sema_cli_measure_text (text)), "", text);
}

static void
print_row (const Table *table, guint row, guint width)
{
  sema_cli_print_padded (table->labels[row], width);
  for (guint c = 0; c < table->columns->len; c++)
    {
      char buffer[SEMA_NUMBER_SIZE];

      print_field (table, c, sema_number_print_fixed (get_answer (table, c, row), DECIMALS, buffer));
    }
  putchar ('\n');
}

static void
print_plain (const Table *table)
{
  guint width = 1;

  for (guint r = 0; r < table->rows->len; r++)
    width = MAX (width, sema_cli_measure_text (table->labels[r]));
  sema_cli_print_padded ("", width);
  for (guint c = 0; c < table->columns->len; c++)
    print_field (table, c, get_column (table, c)->text->name);
  putchar ('\n');
  for (guint r = 0; r < table->rows->len; r++)
    print_row (table, r, width);
  print_rights (table);
}

static gboolean
fail (const GError *error)
{
  sema_cli_complain ("%s", error->message);
  return FALSE;
}

static gboolean
answer_all (const Table *table, Column *column, const SemaQuestionWords *words)
{
  gsize              dim = sema_set_get_dim (table->set);
  g_autofree double *direction = g_new (double, dim);
  g_autoptr (GError) error = NULL;

  if (!sema_question_find_direction (table->set, words, direction, &error) ||
      !sema_question_count_right (table->set, words, &column->n_right, &column->n_tried, &error))
    return fail (error);
  column->answers = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint r = 0; r < table->rows->len; r++)
    {
      double answer = sema_question_answer (table->set, g_array_index (table->rows, guint64, r), direction);

      g_array_append_val (column->answers, answer);
    }
  return TRUE;
}

static gboolean
add_question (Table *table, const char *text)
{
  Column             column = {.text = sema_question_text_parse (text)};
  g_autoptr (GArray) yes = sema_cli_chosen_look_up (table->set, column.text->yes, TRUE);
  g_autoptr (GArray) no = sema_cli_chosen_look_up (table->set, column.text->no, TRUE);
  SemaQuestionWords  words = {(const guint64 *)yes->data, yes->len, (const guint64 *)no->data, no->len};
  gboolean           fine = answer_all (table, &column, &words);

  g_array_append_val (table->columns, column);
  return fine;
}

static int
answer (const SemaCliArguments *arguments, const char *words, char **questions, PrintTable print)
{
  const char        *path = arguments->words[0];
  g_auto (Table)     table = {.set = sema_cli_vectors_open (path, &(SemaFormatsOptions) {.most_rows = (guint64)arguments->most_rows})};
  g_auto (GStrv)     split = sema_word_split (words);
  g_autoptr (GError) error = NULL;

  if (table.set == NULL)
    return SEMA_CLI_FAILED;
  table.rows = sema_cli_chosen_look_up (table.set, split, TRUE);
  table.labels = print == print_plain ? sema_cli_chosen_list_cells (table.set, table.rows) : sema_cli_chosen_list_words (table.set, table.rows);
  if (table.rows->len == 0)
    {
      sema_cli_complain (_("none of the words can be asked."));
      return SEMA_CLI_FAILED;
    }
  table.columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (table.columns, column_clear);
  for (; *questions != NULL; questions++)
    if (!add_question (&table, *questions))
      return SEMA_CLI_FAILED;
  if (!sema_set_check_lost (table.set, &error))
    {
      fail (error);
      return SEMA_CLI_FAILED;
    }
  print (&table);
  sema_cli_vectors_keep (path, table.set);
  return SEMA_CLI_OK;
}

/**
 * sema_cli_questions_find_fault:
 * @questions: (array zero-terminated=1) (nullable): as typed
 *
 * Returns: (transfer full) (nullable): what is wrong with the first that cannot be read, in a sentence
 */
char *
sema_cli_questions_find_fault (char **questions)
{
  for (; questions != NULL && *questions != NULL; questions++)
    {
      g_autoptr (SemaQuestionText) question = sema_question_text_parse (*questions);
      g_autofree char             *label = NULL;

      if (question != NULL)
        continue;
      label = sema_word_to_label (*questions, strlen (*questions));
      return g_strdup_printf (_("--question takes a name, a colon, words, a slash and words, such as 'edible: food fruit / metal stone', not “%s”."), label);
    }
  return NULL;
}

/* What is wrong with the call, or NULL. */
static char *
find_fault (const char *words, char **questions, gboolean json, gboolean csv)
{
  if (json && csv)
    return g_strdup (_("--json and --csv do not go together."));
  if (words == NULL || questions == NULL)
    return g_strdup (_("--words and --question are needed: which words, and what is asked of them."));
  return sema_cli_questions_find_fault (questions);
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  g_autofree char   *words = NULL;
  g_auto (GStrv)     questions = NULL;
  gboolean           json = FALSE, csv = FALSE;
  const GOptionEntry entries[] = {
    {"words", 0, 0, G_OPTION_ARG_FILENAME, &words, N_ ("Words to ask about, with blanks between them; double quotes keep those of a word"), "WORDS"},
     {"question", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &questions, N_ ("A question: NAME: WORDS / WORDS; can be given several times"), "QUESTION"},
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object"), NULL},
       {"csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("Print a table as CSV"), NULL},
        {NULL},
      };
  g_auto (SemaCliArguments) arguments = {0};
  g_autofree char          *fault = NULL;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 1, 1);
  if (arguments.done)
    return arguments.status;
  fault = find_fault (words, questions, json, csv);
  if (fault != NULL)
    return sema_cli_fail_usage (command, "%s", fault);
  return answer (&arguments, words, questions, json ? print_json : csv ? print_csv
                                                                       : print_plain);
}

const SemaCliCommand sema_cli_questions = {
  "questions",
  "FILE --words \"WORD ...\" --question 'NAME: WORD ... / WORD ...' ... [--json|--csv]",
  N_ ("Ask words questions that are defined by opposed words: how far each word lies in the direction from the ones to the others, -1 to 1."),
      "  semascope-cli questions glove.6B.100d.txt --words \"apple stone king\" \\\n"
      "      --question 'edible: food fruit delicious / metal stone machine'\n",
      run,
};
