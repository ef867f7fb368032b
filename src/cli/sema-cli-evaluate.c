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
print_counts_json (const SemaEvaluationCounts *counts)
{
  printf ("\"correct\":%" PRIu64 ",\"incorrect\":%" PRIu64 ",\"skipped\":%" PRIu64, counts->n_correct, counts->n_incorrect, counts->n_skipped);
}

static void
print_json (const SemaEvaluation *evaluation)
{
  const SemaEvaluationCounts *total = sema_evaluation_get_total (evaluation);

  printf ("{\"sections\":[");
  for (gsize i = 0; i < sema_evaluation_get_n_sections (evaluation); i++)
    {
      const char                 *name;
      gsize                       length;
      const SemaEvaluationCounts *counts = sema_evaluation_get_section (evaluation, i, &name, &length);

      printf ("%s{\"name\":", i == 0 ? "" : ",");
      sema_cli_print_json_word (name, length);
      putchar (',');
      print_counts_json (counts);
      putchar ('}');
    }
  printf ("],");
  print_counts_json (total);
  printf (",\"accuracy\":");
  sema_cli_print_json_double (sema_evaluation_counts_get_accuracy (total));
  printf ("}\n");
}

static void
print_plain (const SemaEvaluation *evaluation)
{
  GString *text = sema_evaluation_print_text (evaluation);

  fputs (text->str, stdout);
  g_string_free (text, TRUE);
}

static int
evaluate (const SemaCliArguments *arguments, guint64 most_words, SemaMethod method, gboolean json)
{
  const char                *path = arguments->words[0];
  g_autoptr (SemaSet)        set = sema_cli_vectors_open (path, &(SemaFormatsOptions) {.most_rows = (guint64)arguments->most_rows});
  g_autoptr (SemaEvaluation) evaluation = NULL;
  g_autoptr (GError)         error = NULL;

  if (set == NULL)
    return SEMA_CLI_FAILED;
  evaluation = sema_evaluation_new (set, arguments->words[1], most_words, method, sema_cli_interrupt_get_progress (), &error);
  if (evaluation == NULL)
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  for (const char *const *warning = sema_evaluation_get_warnings (evaluation); *warning != NULL; warning++)
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
  static const char *const methods[] = {"add", "mul", NULL};
  g_autofree char         *method_text = NULL;
  gint64                   n_words = SEMA_EVALUATION_MOST_WORDS;
  gboolean                 json = FALSE;
  const GOptionEntry       entries[] = {
          SEMA_CLI_RESTRICT (&n_words),
          {"method", 0, 0, G_OPTION_ARG_FILENAME, &method_text, N_ ("How an analogy is solved: 3CosAdd or 3CosMul (add)"), "add|mul"},
           {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object"), NULL},
            {NULL},
    };
  g_auto (SemaCliArguments) arguments = {0};
  guint64                   most_words;
  int                       method;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 2, 2);
  sema_cli_arguments_restrict (&arguments, command, n_words, &most_words);
  if (arguments.done)
    return arguments.status;
  method = sema_cli_arguments_choose (method_text, methods);
  if (method < 0)
    return sema_cli_fail_usage (command, _("--method takes add or mul, not “%s”."), method_text);
  return evaluate (&arguments, most_words, (SemaMethod)method, json);
}

const SemaCliCommand sema_cli_evaluate = {
  "evaluate",
  "FILE QUESTIONS [--restrict N] [--method add|mul]",
  N_ ("Count how many of the analogies in a file such as questions-words.txt the vectors solve, section by section, as gensim counts them."),
      "  semascope-cli evaluate glove.6B.100d.txt questions-words.txt --restrict 30000\n",
      run,
};
