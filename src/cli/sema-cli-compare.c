/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "sema-cli-chosen.h"
#include "sema-cli-command.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-number.h"
#include "sema-pair-text.h"
#include "sema-word.h"

#define N_VALUES 4

/* In this order everywhere; a script finds them by these names. */
static const char *const value_names[N_VALUES] = {"cosine", "dot", "distance", "angle"};

/* In the table: degrees to a hundredth, the rest as similar has it. */
static const int value_decimals[N_VALUES] = {6, 6, 6, 2};

typedef struct
{
  const char *a;
  const char *b;
  double      values[N_VALUES];
} Pair;

typedef void (*PrintPairs) (const SemaPairs *pairs, char **texts);
typedef void (*PrintPair) (const Pair *pair, gboolean first, gpointer data);

/* @texts: (n) the words as UTF-8 */
static void
each_pair (const SemaPairs *pairs, char **texts, PrintPair print, gpointer data)
{
  for (gsize i = 0; i < pairs->n; i++)
    for (gsize j = i + 1; j < pairs->n; j++)
      {
        gsize at = i * pairs->n + j;
        Pair  pair = {texts[i], texts[j], {pairs->cosine[at], pairs->dot[at], pairs->distance[at], sema_pairs_get_angle (pairs, i, j)}};

        print (&pair, at == 1, data);
      }
}

static void
print_json_pair (const Pair *pair, gboolean first, gpointer data)
{
  printf ("%s{\"a\":", first ? "" : ",");
  sema_cli_print_json_text (pair->a);
  printf (",\"b\":");
  sema_cli_print_json_text (pair->b);
  for (gsize v = 0; v < N_VALUES; v++)
    {
      printf (",\"%s\":", value_names[v]);
      sema_cli_print_json_double (pair->values[v]);
    }
  putchar ('}');
}

static void
print_json (const SemaPairs *pairs, char **texts)
{
  putchar ('[');
  each_pair (pairs, texts, print_json_pair, NULL);
  fputs ("]\n", stdout);
}

static void
print_csv_pair (const Pair *pair, gboolean first, gpointer data)
{
  g_autoptr (GString) line = g_string_new (NULL);

  sema_pair_text_append_csv (line, pair->a, pair->b, &(SemaPair) {.cosine = pair->values[0], .dot = pair->values[1], .distance = pair->values[2], .angle = pair->values[3]});
  fputs (line->str, stdout);
}

static void
print_csv (const SemaPairs *pairs, char **texts)
{
  g_autoptr (GString) head = g_string_new (NULL);

  sema_pair_text_append_csv_header (head);
  fputs (head->str, stdout);
  each_pair (pairs, texts, print_csv_pair, NULL);
}

static void
print_table_pair (const Pair *pair, gboolean first, gpointer data)
{
  const guint *width = data;

  sema_cli_print_padded (pair->a, *width);
  sema_cli_print_padded (pair->b, *width);
  for (gsize v = 0; v < N_VALUES; v++)
    {
      char buffer[SEMA_NUMBER_SIZE];

      printf ("%s%12s", v == 0 ? "" : " ", sema_number_print_fixed (pair->values[v], value_decimals[v], buffer));
    }
  putchar ('\n');
}

static void
print_table (const SemaPairs *pairs, char **texts)
{
  guint width = 1;

  for (gsize i = 0; i < pairs->n; i++)
    width = MAX (width, sema_cli_measure_text (texts[i]));
  sema_cli_print_padded ("a", width);
  sema_cli_print_padded ("b", width);
  for (gsize v = 0; v < N_VALUES; v++)
    printf ("%s%12s", v == 0 ? "" : " ", value_names[v]);
  putchar ('\n');
  each_pair (pairs, texts, print_table_pair, &width);
}

static int
answer (const SemaCliArguments *arguments, PrintPairs print)
{
  const char           *path = arguments->words[0];
  g_autoptr (SemaSet)   set = sema_cli_vectors_open (path, &(SemaFormatsOptions) {.most_rows = (guint64)arguments->most_rows});
  g_autoptr (GArray)    rows = set != NULL ? sema_cli_chosen_find (set, arguments->words + 1, FALSE) : NULL;
  g_autoptr (SemaPairs) pairs = NULL;
  g_auto (GStrv)        texts = NULL;
  g_autoptr (GError)    error = NULL;

  if (rows == NULL)
    return SEMA_CLI_FAILED;
  pairs = sema_pairs_new (set, (const guint64 *)rows->data, rows->len, sema_cli_interrupt_get_progress (), &error);
  if (pairs == NULL || !sema_set_check_lost (set, &error))
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  texts = print == print_table ? sema_cli_chosen_list_cells (set, rows) : sema_cli_chosen_list_words (set, rows);
  print (pairs, texts);
  sema_cli_vectors_keep (path, set);
  return SEMA_CLI_OK;
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  gboolean           json = FALSE, csv = FALSE;
  const GOptionEntry entries[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON array of objects"), NULL},
     {"csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("Print a table as CSV"), NULL},
      {NULL},
    };
  g_auto (SemaCliArguments) arguments = {0};

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 3, G_MAXUINT);
  if (arguments.done)
    return arguments.status;
  if (json && csv)
    return sema_cli_fail_usage (command, _("--json and --csv do not go together."));
  if (json)
    return answer (&arguments, print_json);
  return answer (&arguments, csv ? print_csv : print_table);
}

const SemaCliCommand sema_cli_compare = {
  "compare",
  "FILE WORD WORD... [--json|--csv]",
  N_ ("Compare every two of the words: their cosine similarity, dot product, distance and angle in degrees."),
      "  semascope-cli compare glove.6B.100d.txt king queen mango\n",
      run,
};
