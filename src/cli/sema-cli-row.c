/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "sema-cli-command.h"
#include "sema-cli-print.h"
#include "sema-cli-rows.h"
#include "sema-memory.h"
#include "sema-number.h"
#include "sema-word.h"

/* A whole number in digits and nothing else. */
static gboolean
read_id (const char *text, guint64 *id)
{
  *id = 0;
  if (*text == 0)
    return FALSE;
  for (; *text != 0; text++)
    {
      if (!g_ascii_isdigit (*text))
        return FALSE;
      /* What does not fit is out of range anyhow, and so is told. */
      if (__builtin_mul_overflow (*id, 10, id) || __builtin_add_overflow (*id, (guint64)(*text - '0'), id))
        *id = G_MAXUINT64;
    }
  return TRUE;
}

/* The arguments after the file: ids, one or several with commas between them. NULL when the call is wrong. */
static GArray *
read_ids (const SemaCliCommand *command, char **words, int *status)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (; *words != NULL; words++)
    {
      g_auto (GStrv) parts = g_strsplit (*words, ",", -1);
      guint          n = 0;

      do
        {
          const char *part = parts[n] != NULL ? g_strstrip (parts[n]) : "";
          guint64     id;

          if (!read_id (part, &id))
            {
              *status = sema_cli_fail_usage (command, _("An id is a whole number from 0 on, not “%s”."), part);
              return NULL;
            }
          g_array_append_val (ids, id);
          n++;
        }
      while (parts[n] != NULL);
    }
  return g_steal_pointer (&ids);
}

static gboolean
check_ids (const SemaCliRows *rows, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      guint64 id = g_array_index (ids, guint64, i);

      if (id < rows->n_rows)
        continue;
      if (id == G_MAXUINT64)
        sema_cli_complain (_("No row has so large an id: the ids go from 0 to %" PRIu64 "."), rows->n_rows - 1);
      else if (rows->n_rows == 1)
        sema_cli_complain (_("There is no row %" PRIu64 ": the only id is 0."), id);
      else
        sema_cli_complain (_("There is no row %" PRIu64 ": the ids go from 0 to %" PRIu64 "."), id, rows->n_rows - 1);
      return FALSE;
    }
  return TRUE;
}

/* Numbers that no double holds the square of come out right, too. */
static double
get_norm (const double *values, guint64 dim)
{
  double largest = 0.0;
  double sum = 0.0;

  for (guint64 i = 0; i < dim; i++)
    if (!(fabs (values[i]) <= largest))
      largest = fabs (values[i]);
  if (!(largest > 0.0) || isinf (largest))
    return largest;
  for (guint64 i = 0; i < dim; i++)
    sum += (values[i] / largest) * (values[i] / largest);
  return largest * sqrt (sum);
}

static void
print_json_value (const SemaCliRows *rows, double value)
{
  if (rows->is_double)
    sema_cli_print_json_double (value);
  else
    sema_cli_print_json_float ((float)value);
}

static void
print_json (SemaCliRows *rows, guint64 id, const double *values)
{
  gsize       length;
  const char *token = sema_cli_rows_get_token (rows, id, &length);

  printf ("{\"id\":%" PRIu64 ",\"token\":", id);
  if (token != NULL)
    sema_cli_print_json_word (token, length);
  else
    fputs ("null", stdout);
  printf (",\"norm\":");
  sema_cli_print_json_double (get_norm (values, rows->dim));
  printf (",\"values\":[");
  for (guint64 i = 0; i < rows->dim; i++)
    {
      fputs (i == 0 ? "" : ",", stdout);
      print_json_value (rows, values[i]);
    }
  printf ("]}");
}

/* A token may be anything; what would break the line is shown as a label. A row without one is called by its id. */
static void
print_plain (SemaCliRows *rows, guint64 id, const double *values)
{
  gsize            length;
  const char      *token = sema_cli_rows_get_token (rows, id, &length);
  g_autofree char *label = token != NULL ? sema_word_to_label (token, length) : NULL;
  char             name[SEMA_WORD_ROW_SIZE];
  char             buffer[SEMA_NUMBER_SIZE];

  sema_word_name_row (name, id);
  printf ("%" PRIu64 "\t%s\t", id, label != NULL ? label : name);
  for (guint64 i = 0; i < rows->dim; i++)
    printf ("%s%s", i == 0 ? "" : " ", rows->is_double ? sema_number_print_double (values[i], buffer) : sema_number_print_float ((float)values[i], buffer));
  putchar ('\n');
}

static gboolean
print_rows (SemaCliRows *rows, const GArray *ids, double *values, gboolean json)
{
  for (guint i = 0; i < ids->len; i++)
    {
      guint64 id = g_array_index (ids, guint64, i);

      if (!sema_cli_rows_read (rows, id, values))
        return FALSE;
      if (json)
        {
          fputs (i == 0 ? "[" : ",", stdout);
          print_json (rows, id, values);
        }
      else
        print_plain (rows, id, values);
    }
  if (json)
    printf ("]\n");
  return TRUE;
}

static int
answer (const SemaCliArguments *arguments, const GArray *ids, const char *tensor, const char *tokenizer, gboolean json)
{
  g_auto (SemaCliRows) rows = {0};
  g_autoptr (GError)   error = NULL;
  double              *values;
  gboolean             is_done;

  if (!sema_cli_rows_open (&rows, arguments->words[0], tensor, arguments->most_rows) || !check_ids (&rows, ids) ||
      !sema_cli_rows_open_tokenizer (&rows, arguments->words[0], tokenizer))
    return SEMA_CLI_FAILED;
  values = sema_memory_alloc_n (rows.dim, sizeof *values, &error);
  if (values == NULL)
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  is_done = print_rows (&rows, ids, values, json);
  sema_memory_free (values);
  return is_done ? SEMA_CLI_OK : SEMA_CLI_FAILED;
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  g_autofree char   *tensor = NULL;
  g_autofree char   *tokenizer = NULL;
  gboolean           json = FALSE;
  const GOptionEntry entries[] = {
    {"tensor", 0, 0, G_OPTION_ARG_FILENAME, &tensor, N_ ("Read the rows of this tensor, not of the embedding matrix"), "NAME"},
     {"tokenizer", 0, 0, G_OPTION_ARG_FILENAME, &tokenizer, N_ ("The tokenizer that knows the tokens of the rows; else one beside the file"), "F"},
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON: one object for each row"), NULL},
       {NULL},
     };
  g_auto (SemaCliArguments) arguments = {0};
  g_autoptr (GArray)        ids = NULL;
  int                       status = SEMA_CLI_OK;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 2, G_MAXUINT);
  if (arguments.done)
    return arguments.status;
  ids = read_ids (command, arguments.words + 1, &status);
  return ids != NULL ? answer (&arguments, ids, tensor, tokenizer, json) : status;
}

const SemaCliCommand sema_cli_row = {
  "row",
  "FILE ID...",
  N_ ("Print rows of an embedding matrix by their ids: of a model's tensors, or of a file of word vectors."),
      "  semascope-cli row model.safetensors 2 3 5 1\n",
      run,
};
