/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>

#include "sema-cli-command.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-evaluation-text.h"

static void
print_json (const SemaPairEvaluation *evaluation)
{
  printf ("{\"pearson\":");
  sema_cli_print_json_double (evaluation->pearson);
  printf (",\"spearman\":");
  sema_cli_print_json_double (evaluation->spearman);
  printf (",\"pairs\":%" PRIu64 ",\"missing\":%" PRIu64 "}\n", evaluation->n_pairs, evaluation->n_missing);
}

static void
print_plain (const SemaPairEvaluation *evaluation)
{
  GString *text = sema_pair_evaluation_print_text (evaluation);

  fputs (text->str, stdout);
  g_string_free (text, TRUE);
}

static int
correlate (const SemaCliArguments *arguments, guint64 most_words, gboolean json)
{
  const char                    *path = arguments->words[0];
  g_autoptr (SemaSet)            set = sema_cli_vectors_open (path, &(SemaFormatsOptions) {.most_rows = (guint64)arguments->most_rows});
  g_autoptr (SemaPairEvaluation) evaluation = NULL;
  g_autoptr (GError)             error = NULL;

  if (set == NULL)
    return SEMA_CLI_FAILED;
  evaluation = sema_pair_evaluation_new (set, arguments->words[1], most_words, sema_cli_interrupt_get_progress (), &error);
  if (evaluation == NULL)
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  for (char **warning = evaluation->warnings; *warning != NULL; warning++)
    sema_cli_warn (*warning);
  if (json)
    print_json (evaluation);
  else
    print_plain (evaluation);
  sema_cli_vectors_keep (path, set);
  return SEMA_CLI_OK;
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  gint64             n_words = SEMA_EVALUATION_MOST_WORDS;
  gboolean           json = FALSE;
  const GOptionEntry entries[] = {
    SEMA_CLI_RESTRICT (&n_words),
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object"), NULL},
     {NULL},
    };
  g_auto (SemaCliArguments) arguments = {0};
  guint64                   most_words;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 2, 2);
  sema_cli_arguments_restrict (&arguments, command, n_words, &most_words);
  if (arguments.done)
    return arguments.status;
  return correlate (&arguments, most_words, json);
}

const SemaCliCommand sema_cli_correlate = {
  "correlate",
  "FILE PAIRS [--restrict N]",
  N_ ("Correlate the cosines of word pairs with the scores that people gave them, a line “word TAB word TAB score” each, as gensim does."),
      "  semascope-cli correlate glove.6B.100d.txt wordsim353.tsv\n",
      run,
};
