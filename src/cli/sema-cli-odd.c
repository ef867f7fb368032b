/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "sema-cli-chosen.h"
#include "sema-cli-command.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-number.h"
#include "sema-odd.h"

static const char *
get_word (SemaSet *set, const GArray *rows, const SemaOddWord *word, gsize *length)
{
  return sema_vocab_get_word (sema_set_get_vocab (set), g_array_index (rows, guint64, word->index), length);
}

static void
print_plain (SemaSet *set, const GArray *rows, const GArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const SemaOddWord *odd = &g_array_index (found, SemaOddWord, i);
      char               buffer[SEMA_NUMBER_SIZE];
      gsize              length;
      const char        *word = get_word (set, rows, odd, &length);

      sema_cli_print_word (word, length);
      printf ("\t%s\n", sema_number_print_fixed (odd->score, 6, buffer));
    }
}

static void
print_json_word (SemaSet *set, const GArray *rows, const SemaOddWord *odd)
{
  gsize       length;
  const char *word = get_word (set, rows, odd, &length);

  sema_cli_print_json_word (word, length);
}

static void
print_json (SemaSet *set, const GArray *rows, const GArray *found)
{
  printf ("{\"odd\":");
  print_json_word (set, rows, &g_array_index (found, SemaOddWord, 0));
  printf (",\"scores\":[");
  for (guint i = 0; i < found->len; i++)
    {
      const SemaOddWord *odd = &g_array_index (found, SemaOddWord, i);

      printf ("%s{\"word\":", i == 0 ? "" : ",");
      print_json_word (set, rows, odd);
      printf (",\"score\":");
      sema_cli_print_json_double (odd->score);
      putchar ('}');
    }
  printf ("]}\n");
}

static int
answer (const SemaCliArguments *arguments, gboolean json)
{
  const char         *path = arguments->words[0];
  g_autoptr (SemaSet) set = sema_cli_vectors_open (path, &(SemaFormatsOptions) {.most_rows = (guint64)arguments->most_rows});
  g_autoptr (GArray)  rows = set != NULL ? sema_cli_chosen_find (set, arguments->words + 1, FALSE) : NULL;
  g_autoptr (GArray)  found = NULL;
  g_autoptr (GError)  error = NULL;

  if (rows == NULL)
    return SEMA_CLI_FAILED;
  found = sema_odd_find (set, (const guint64 *)rows->data, rows->len, &error);
  if (found == NULL || !sema_set_check_lost (set, &error))
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  if (json)
    print_json (set, rows, found);
  else
    print_plain (set, rows, found);
  sema_cli_vectors_keep (path, set);
  return SEMA_CLI_OK;
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  gboolean           json = FALSE;
  const GOptionEntry entries[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object, with the odd word first"), NULL},
     {NULL},
  };
  g_auto (SemaCliArguments) arguments = {0};

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 3, G_MAXUINT);
  return arguments.done ? arguments.status : answer (&arguments, json);
}

const SemaCliCommand sema_cli_odd = {
  "odd",
  "FILE WORD WORD...",
  N_ ("Rank words by how badly they go with the others: the odd one first, each with its cosine similarity to the mean of all."),
      "  semascope-cli odd glove.6B.100d.txt breakfast cereal dinner lunch\n",
      run,
};
