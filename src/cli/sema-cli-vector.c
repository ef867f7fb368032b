/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "sema-cli-command.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-number.h"

static void
print_plain (const SemaFloat *values, gsize dim)
{
  char buffer[SEMA_NUMBER_SIZE];

  for (gsize i = 0; i < dim; i++)
    printf ("%s%s", i == 0 ? "" : " ", sema_number_print_float (values[i], buffer));
  putchar ('\n');
}

static void
print_json (SemaSet *set, const char *word, guint64 row, const SemaFloat *values)
{
  printf ("{\"word\":");
  sema_cli_print_json_word (word, strlen (word));
  printf (",\"row\":%" G_GUINT64_FORMAT ",\"norm\":", row);
  sema_cli_print_json_double (sema_set_get_norm (set, row));
  printf (",\"values\":[");
  for (gsize i = 0; i < sema_set_get_dim (set); i++)
    {
      fputs (i == 0 ? "" : ",", stdout);
      sema_cli_print_json_float (values[i]);
    }
  printf ("]}\n");
}

/* From a copy of the row, for its file may be cut while it is printed. */
static int
print (SemaSet *set, const char *word, guint64 row, gboolean json)
{
  gsize                 dim = sema_set_get_dim (set);
  g_autofree float     *space = sema_set_new_space (set, 1);
  g_autofree SemaFloat *values = g_memdup2 (sema_set_read_row (set, row, space), dim * sizeof (SemaFloat));
  g_autoptr (GError)    error = NULL;

  if (!sema_set_check_lost (set, &error))
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  if (json)
    print_json (set, word, row, values);
  else
    print_plain (values, dim);
  return SEMA_CLI_OK;
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  gboolean           json = FALSE;
  const GOptionEntry entries[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object, with the word's row and norm"), NULL},
     {NULL},
  };
  g_auto (SemaCliArguments) arguments = {0};
  g_autoptr (SemaSet)       set = NULL;
  guint64                   row;
  int                       status;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 2, 2);
  if (arguments.done)
    return arguments.status;
  set = sema_cli_vectors_open (arguments.words[0], &(SemaFormatsOptions) {.most_rows = (guint64)arguments.most_rows});
  if (set == NULL || !sema_cli_vectors_find (set, arguments.words[1], FALSE, &row))
    return SEMA_CLI_FAILED;
  status = print (set, arguments.words[1], row, json);
  sema_cli_vectors_keep (arguments.words[0], set);
  return status;
}

const SemaCliCommand sema_cli_vector = {
  "vector",
  "FILE WORD",
  N_ ("Print the numbers of a word's vector on one line."),
      "  semascope-cli vector glove.6B.100d.txt king\n",
      run,
};
