/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "sema-cli-command.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-number.h"
#include "sema-word.h"

/* One line a column: its name, what it holds, and how many categories or from where to where. */
static void
print_plain_columns (const SemaColumns *columns)
{
  for (guint i = 0; i < sema_columns_get_n (columns); i++)
    {
      SemaColumn       info;
      g_autofree char *label = NULL;
      char             least[SEMA_NUMBER_SIZE], most[SEMA_NUMBER_SIZE];

      sema_columns_get (columns, i, &info);
      label = sema_word_to_label (info.name, strlen (info.name));
      if (info.kind == SEMA_COLUMN_NUMBERS)
        printf ("column: %s\tnumbers\t%s\t%s\n", label, sema_number_print_double (info.least, least), sema_number_print_double (info.most, most));
      else
        printf ("column: %s\tcategories\t%" G_GUINT64_FORMAT "\n", label, info.n_distinct);
    }
}

static void
print_json_columns (const SemaColumns *columns)
{
  printf (",\"columns\":[");
  for (guint i = 0; i < sema_columns_get_n (columns); i++)
    {
      SemaColumn info;

      sema_columns_get (columns, i, &info);
      printf ("%s{\"name\":", i > 0 ? "," : "");
      sema_cli_print_json_text (info.name);
      printf (",\"kind\":\"%s\",\"distinct\":%" G_GUINT64_FORMAT ",\"missing\":%" G_GUINT64_FORMAT, info.kind == SEMA_COLUMN_NUMBERS ? "numbers" : "categories", info.n_distinct, info.n_missing);
      if (info.kind == SEMA_COLUMN_NUMBERS)
        {
          printf (",\"least\":");
          sema_cli_print_json_double (info.least);
          printf (",\"most\":");
          sema_cli_print_json_double (info.most);
        }
      printf ("}");
    }
  printf ("]");
}

static void
print_plain (SemaSet *set)
{
  printf ("format: %s\n", sema_set_get_format (set));
  printf ("compression: %s\n", sema_set_get_compression (set));
  printf ("words: %" G_GUINT64_FORMAT "\n", sema_set_get_n_rows (set));
  printf ("dimensions: %" G_GSIZE_FORMAT "\n", sema_set_get_dim (set));
  if (sema_set_can_compose (set))
    printf ("other words: composed of character n-grams\n");
  printf ("warnings: %u\n", g_strv_length ((char **)sema_set_get_warnings (set)));
  if (sema_set_get_columns (set) != NULL)
    print_plain_columns (sema_set_get_columns (set));
}

static void
print_json (SemaSet *set)
{
  const char *const *warnings = sema_set_get_warnings (set);

  printf ("{\"format\":");
  sema_cli_print_json_text (sema_set_get_format (set));
  printf (",\"compression\":");
  sema_cli_print_json_text (sema_set_get_compression (set));
  printf (",\"words\":%" G_GUINT64_FORMAT, sema_set_get_n_rows (set));
  printf (",\"dimensions\":%" G_GSIZE_FORMAT "%s,\"warnings\":[", sema_set_get_dim (set), sema_set_can_compose (set) ? ",\"composes\":true" : "");
  for (gsize i = 0; warnings[i] != NULL; i++)
    {
      fputs (i == 0 ? "" : ",", stdout);
      sema_cli_print_json_text (warnings[i]);
    }
  printf ("]");
  if (sema_set_get_columns (set) != NULL)
    print_json_columns (sema_set_get_columns (set));
  printf ("}\n");
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  gboolean           json = FALSE;
  const GOptionEntry entries[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object"), NULL},
     {NULL},
  };
  g_auto (SemaCliArguments) arguments = {0};
  g_autoptr (SemaSet)       set = NULL;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 1, 1);
  if (arguments.done)
    return arguments.status;
  set = sema_cli_vectors_open (arguments.words[0], &(SemaFormatsOptions) {.most_rows = (guint64)arguments.most_rows});
  if (set == NULL)
    return SEMA_CLI_FAILED;
  if (json)
    print_json (set);
  else
    print_plain (set);
  return SEMA_CLI_OK;
}

const SemaCliCommand sema_cli_info = {
  "info",
  "FILE",
  N_ ("Tell the format, the compression, the number of words and dimensions, and what is wrong with a file of word vectors."),
      "  semascope-cli info glove.6B.100d.txt\n",
      run,
};
