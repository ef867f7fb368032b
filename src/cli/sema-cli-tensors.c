/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>

#include "sema-cli-command.h"
#include "sema-cli-print.h"
#include "sema-cli-rows.h"
#include "sema-word.h"

static void
print_shape (const SemaTensor *tensor, const char *between)
{
  putchar ('[');
  for (guint i = 0; i < tensor->n_axes; i++)
    printf ("%s%" PRIu64, i == 0 ? "" : between, tensor->shape[i]);
  putchar (']');
}

static void
print_plain (const SemaTensor *tensor)
{
  g_autofree char *label = sema_word_to_label (tensor->name, tensor->name_length);

  printf ("%s\t%s\t", label, tensor->dtype);
  print_shape (tensor, ", ");
  puts (tensor->is_head ? "\tembedding and output head" : tensor->is_embedding ? "\tembedding"
                                                                               : "");
}

static void
print_json (const SemaTensor *tensor)
{
  printf ("{\"name\":");
  sema_cli_print_json_word (tensor->name, tensor->name_length);
  printf (",\"dtype\":");
  sema_cli_print_json_text (tensor->dtype);
  printf (",\"shape\":");
  print_shape (tensor, ",");
  printf (",\"embedding\":%s%s}", tensor->is_embedding ? "true" : "false", tensor->is_head ? ",\"head\":true" : "");
}

static void
print (const SemaTensors *tensors, gboolean json)
{
  guint64 n = sema_tensors_get_n (tensors);

  for (guint64 i = 0; i < n; i++)
    {
      SemaTensor tensor;

      sema_tensors_get (tensors, i, &tensor);
      if (json)
        {
          fputs (i == 0 ? "[" : ",", stdout);
          print_json (&tensor);
        }
      else
        print_plain (&tensor);
    }
  if (json)
    printf ("]\n");
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  gboolean           json = FALSE;
  const GOptionEntry entries[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON: one object for each tensor"), NULL},
     {NULL},
  };
  g_auto (SemaCliArguments) arguments = {0};
  g_autoptr (SemaTensors)   tensors = NULL;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 1, 1);
  if (arguments.done)
    return arguments.status;
  tensors = sema_cli_tensors_open (arguments.words[0]);
  if (tensors == NULL)
    return SEMA_CLI_FAILED;
  print (tensors, json);
  return SEMA_CLI_OK;
}

const SemaCliCommand sema_cli_tensors = {
  "tensors",
  "FILE",
  N_ ("List the tensors of a model or of NumPy arrays, each with its type and its shape, and which is the embedding matrix."),
      "  semascope-cli tensors model.safetensors\n",
      run,
      TRUE,
};
