/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "sema-analogy.h"
#include "sema-cli-command.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-number.h"

static void
print_plain (SemaSet *set, const SemaNeighbour *neighbour)
{
  char        buffer[SEMA_NUMBER_SIZE];
  gsize       length;
  const char *word = sema_vocab_get_word (sema_set_get_vocab (set), neighbour->row, &length);

  sema_cli_print_word (word, length);
  printf ("\t%s\n", sema_number_print_fixed (neighbour->score, 6, buffer));
}

static void
print_json (SemaSet *set, const SemaNeighbour *neighbour, gboolean first)
{
  gsize       length;
  const char *word = sema_vocab_get_word (sema_set_get_vocab (set), neighbour->row, &length);

  printf ("%s{\"word\":", first ? "" : ",");
  sema_cli_print_json_word (word, length);
  printf (",\"score\":");
  sema_cli_print_json_double (neighbour->score);
  putchar ('}');
}

static void
print_all (SemaSet *set, GArray *neighbours, gboolean json)
{
  fputs (json ? "[" : "", stdout);
  for (guint i = 0; i < neighbours->len; i++)
    {
      const SemaNeighbour *neighbour = &g_array_index (neighbours, SemaNeighbour, i);

      if (json)
        print_json (set, neighbour, i == 0);
      else
        print_plain (set, neighbour);
    }
  fputs (json ? "]\n" : "", stdout);
}

static GArray *
find_rows (SemaSet *set, char **words)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (; words != NULL && *words != NULL; words++)
    {
      guint64 row;

      if (!sema_cli_vectors_find (set, *words, &row))
        return NULL;
      g_array_append_val (rows, row);
    }
  return g_steal_pointer (&rows);
}

static int
answer (const SemaCliArguments *arguments, char **minus_words, int top, gboolean json)
{
  const char         *path = arguments->words[0];
  char              **plus_words = arguments->words + 1;
  SemaFormatsOptions  options = {(guint64)arguments->most_rows, (const char *const *)plus_words, (const char *const *)minus_words};
  g_autoptr (SemaSet) set = sema_cli_vectors_open (path, &options);
  g_autoptr (GArray)  plus = set != NULL ? find_rows (set, plus_words) : NULL;
  g_autoptr (GArray)  minus = plus != NULL ? find_rows (set, minus_words) : NULL;
  g_autoptr (GArray)  neighbours = NULL;
  g_autoptr (GError)  error = NULL;

  if (minus == NULL)
    return SEMA_CLI_FAILED;
  neighbours = sema_analogy_find (set, NULL, (const guint64 *)plus->data, plus->len, (const guint64 *)minus->data, minus->len, (gsize)top, NULL, &error);
  if (neighbours == NULL || !sema_set_check_lost (set, &error))
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  print_all (set, neighbours, json);
  sema_cli_vectors_keep (path, set);
  return SEMA_CLI_OK;
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  g_auto (GStrv)     minus = NULL;
  gboolean           json = FALSE;
  int                top = 10;
  const GOptionEntry entries[] = {
    {"minus", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &minus, N_ ("A word to take away; can be given several times"), "WORD"},
     {"top", 0, 0, G_OPTION_ARG_INT, &top, N_ ("How many words to print (10)"), "N"},
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON array of objects"), NULL},
       {NULL},
     };
  g_auto (SemaCliArguments) arguments = {0};

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 2, G_MAXUINT);
  if (arguments.done)
    return arguments.status;
  if (top < 1)
    return sema_cli_fail_usage (command, _("--top takes a number from 1 on, not %d."), top);
  return answer (&arguments, minus, top, json);
}

const SemaCliCommand sema_cli_similar = {
  "similar",
  "FILE WORD... [--minus WORD]... [--top N]",
  N_ ("Print the words nearest to the sum of the words' unit vectors, less those to take away (3CosAdd), with their cosine similarity."),
      "  semascope-cli similar glove.6B.100d.txt king woman --minus man\n",
      run,
};
