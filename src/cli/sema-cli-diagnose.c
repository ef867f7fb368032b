/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "sema-cli-command.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-diagnosis-text.h"
#include "sema-memory.h"
#include "sema-number.h"
#include "sema-tensors.h"
#include "sema-tokenizer-beside.h"
#include "sema-word.h"

#define ALL_FINDINGS (SEMA_FINDING_BIT (SEMA_N_FINDINGS) - 1)
#define LEAST_TOKEN_WIDTH 16 /* cells */

/**
 * Call: the options as they were typed, and what they come to
 */
typedef struct
{
  char    *tokenizer;
  char    *indicator;
  char    *centre;
  char    *sort;
  char   **show;
  double   percent;
  gint64   top;
  gboolean descending;
  gboolean csv;

  SemaDiagnosisOptions options;
  int                  column; /* -1: by the indicator */
  guint                findings;
} Call;

static void
call_clear (Call *self)
{
  g_free (self->tokenizer);
  g_free (self->indicator);
  g_free (self->centre);
  g_free (self->sort);
  g_strfreev (self->show);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

/* Which rows are listed: those with any finding, unless told otherwise. */
static char *
read_findings (Call *self)
{
  self->findings = self->show == NULL ? ALL_FINDINGS : 0;
  for (char **name = self->show; name != NULL && *name != NULL; name++)
    {
      guint finding = 0;

      if (g_str_equal (*name, "all"))
        return NULL; /* and those without any */
      while (finding < SEMA_N_FINDINGS && !g_str_equal (*name, sema_diagnosis_text_get_finding_name (finding)))
        finding++;
      if (finding == SEMA_N_FINDINGS)
        {
          g_autofree char *names = sema_diagnosis_text_list_findings (ALL_FINDINGS);

          return g_strdup_printf (_ ("--show takes all or one of these, not “%s”: %s."), *name, names);
        }
      self->findings |= SEMA_FINDING_BIT (finding);
    }
  return NULL;
}

/* What is wrong with the options, or NULL. */
static char *
read_call (Call *self)
{
  static const char *const indicators[] = {"auto", "norm", "cosine", "distance", NULL};
  static const char *const centres[] = {"mean", "axis", "none", NULL};
  static const char *const columns[] = {"indicator", "id", "token", "norm", "cosine", "distance", "findings", NULL};
  int                      indicator = sema_cli_arguments_choose (self->indicator, indicators);
  int                      centre = sema_cli_arguments_choose (self->centre, centres);
  int                      column = sema_cli_arguments_choose (self->sort, columns);

  if (indicator < 0)
    return g_strdup_printf (_ ("--indicator takes auto, norm, cosine or distance, not “%s”."), self->indicator);
  if (centre < 0)
    return g_strdup_printf (_ ("--centre takes mean, axis or none, not “%s”."), self->centre);
  if (column < 0)
    return g_strdup_printf (_ ("--sort takes indicator, id, token, norm, cosine, distance or findings, not “%s”."), self->sort);
  if (!(self->percent >= 0 && self->percent <= 100))
    return g_strdup (_ ("--percent takes a number from 0 to 100."));
  if (self->top < 0)
    return g_strdup_printf (_ ("--top takes a number from 0 on, not %" PRId64 "."), self->top);
  self->options = (SemaDiagnosisOptions) {(SemaIndicator)indicator, (SemaCentring)centre, self->percent / 100};
  self->column = column - 1;
  return read_findings (self);
}

static SemaDiagnosisColumn
choose_column (const Call *call, const SemaDiagnosisSummary *summary)
{
  if (call->column >= 0)
    return (SemaDiagnosisColumn)call->column;
  if (summary->options.indicator == SEMA_INDICATOR_COSINE)
    return SEMA_DIAGNOSIS_COSINE;
  return summary->options.indicator == SEMA_INDICATOR_DISTANCE ? SEMA_DIAGNOSIS_DISTANCE : SEMA_DIAGNOSIS_NORM;
}

static void
print_summary (const SemaDiagnosis *diagnosis)
{
  const SemaDiagnosisSummary *summary = sema_diagnosis_get_summary (diagnosis);
  g_autofree char            *rule = sema_diagnosis_text_describe_rule (summary);

  printf ("%-12s %10" PRIu32 "\n", "rows", summary->n_rows);
  for (guint finding = 0; finding < SEMA_N_FINDINGS; finding++)
    {
      printf ("%-12s %10" PRIu32, sema_diagnosis_text_get_finding_name (finding), summary->counts[finding]);
      if (finding == SEMA_FINDING_DUPLICATE && summary->n_groups > 0)
        printf (ngettext ("  in %" PRIu32 " group", "  in %" PRIu32 " groups", summary->n_groups), summary->n_groups);
      putchar ('\n');
    }
  puts (rule);
}

static void
print_number (double value)
{
  char buffer[SEMA_NUMBER_SIZE];

  printf (" %12s", isnan (value) ? "-" : sema_number_print_fixed (value, 6, buffer));
}

static void
print_row (const SemaDiagnosis *diagnosis, guint32 number, guint width)
{
  g_autofree char *label = sema_cli_vectors_dup_cell (sema_diagnosis_get_set (diagnosis), number);
  g_autofree char *list = NULL;
  SemaDiagnosisRow row;

  sema_diagnosis_get (diagnosis, number, &row);
  list = sema_diagnosis_text_list_findings (row.findings);
  printf ("%10" PRIu32 "  ", number);
  sema_cli_print_padded (label, MAX (width, sema_cli_measure_text (label)));
  print_number (row.norm);
  print_number (row.cosine);
  print_number (row.distance);
  printf ("  %s", list);
  if (row.first != number)
    printf ("%s(= %" PRIu32 ")", *list != 0 ? " " : "", row.first);
  putchar ('\n');
}

static void
print_table (const SemaDiagnosis *diagnosis, const guint32 *order, guint32 n)
{
  guint width = LEAST_TOKEN_WIDTH;

  if (n == 0)
    return;
  printf ("%10s  %-*s   %12s %12s %12s  %s\n", "id", (int)width, "token", "norm", "cosine", "distance", "findings");
  for (guint32 i = 0; i < n; i++)
    print_row (diagnosis, order[i], width);
}

static gboolean
print_csv (const SemaDiagnosis *diagnosis, const guint32 *order, guint32 n, GError **error)
{
  g_autoptr (GBytes) csv = sema_diagnosis_text_print_csv (diagnosis, order, n, sema_cli_interrupt_get_progress (), error);

  if (csv != NULL)
    fwrite (g_bytes_get_data (csv, NULL), 1, g_bytes_get_size (csv), stdout);
  return csv != NULL;
}

static gboolean
print (const Call *call, const SemaDiagnosis *diagnosis, GError **error)
{
  const SemaDiagnosisSummary *summary = sema_diagnosis_get_summary (diagnosis);
  guint32                     n;
  guint32                    *order = sema_diagnosis_sort (diagnosis, choose_column (call, summary), call->descending, call->findings, &n, sema_cli_interrupt_get_progress (), error);
  gboolean                    done = order != NULL;

  if (!done)
    return FALSE;
  if (call->top > 0)
    n = (guint32)MIN (n, call->top);
  if (call->csv)
    done = print_csv (diagnosis, order, n, error);
  else
    {
      print_summary (diagnosis);
      print_table (diagnosis, order, n);
    }
  sema_memory_free (order);
  return done;
}

/* Of a file of tensors, the one that names its rows. That it cannot be used was told when the file was opened. */
static SemaTokenizer *
open_tokenizer (const Call *call, const char *path, SemaSet *set)
{
  g_autofree char *name = NULL;

  if (!sema_tensors_is_format (sema_set_get_format (set)))
    return NULL;
  if (call->tokenizer != NULL)
    return sema_tokenizer_given_open (call->tokenizer, sema_cli_interrupt_get_progress (), NULL);
  return sema_tokenizer_beside_open (path, &name, sema_cli_interrupt_get_progress (), NULL);
}

static int
answer (const Call *call, const SemaCliArguments *arguments)
{
  const char               *path = arguments->words[0];
  const SemaFormatsOptions  options = {.most_rows = (guint64)arguments->most_rows, .tokenizer = call->tokenizer};
  g_autoptr (SemaSet)       set = sema_cli_vectors_open (path, &options);
  g_autoptr (SemaTokenizer) tokenizer = set != NULL ? open_tokenizer (call, path, set) : NULL;
  g_autoptr (SemaDiagnosis) diagnosis = NULL;
  g_autoptr (GError)        error = NULL;

  if (set == NULL || !sema_cli_vectors_check_tokenizer (call->tokenizer, set, NULL))
    return SEMA_CLI_FAILED;
  diagnosis = sema_diagnosis_new (set, tokenizer, &call->options, sema_cli_interrupt_get_progress (), &error);
  if (diagnosis == NULL || !print (call, diagnosis, &error))
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  sema_cli_vectors_keep (path, set);
  return SEMA_CLI_OK;
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  g_auto (Call)      call = {.percent = 100 * SEMA_DIAGNOSIS_SHARE, .top = 20};
  const GOptionEntry entries[] = {
    {"tokenizer", 0, 0, G_OPTION_ARG_FILENAME, &call.tokenizer, N_ ("The tokenizer that knows the tokens of the rows; else one beside the file"), "F"},
     {"indicator", 0, 0, G_OPTION_ARG_STRING, &call.indicator, N_ ("norm, cosine or distance to the mean of the unused rows; else cosine where there are such rows"), "I"},
      {"centre", 0, 0, G_OPTION_ARG_STRING, &call.centre, N_ ("mean, axis or none: what is taken from all rows before cosines, the mean or the first principal component"), "C"},
       {"percent", 0, 0, G_OPTION_ARG_DOUBLE, &call.percent, N_ ("How many percent of the judged rows are suspected (2)"), "P"},
        {"show", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call.show, N_ ("List the rows with this finding, or all; can be given several times"), "FINDING"},
         {"sort", 0, 0, G_OPTION_ARG_STRING, &call.sort, N_ ("indicator, id, token, norm, cosine, distance or findings"), "COLUMN"},
          {"descending", 0, 0, G_OPTION_ARG_NONE, &call.descending, N_ ("List the largest first"), NULL},
           {"top", 0, 0, G_OPTION_ARG_INT64, &call.top, N_ ("How many rows to list (20; 0: all)"), "N"},
            {"csv", 0, 0, G_OPTION_ARG_NONE, &call.csv, N_ ("Print the list alone, as CSV"), NULL},
             {NULL},
           };
  g_auto (SemaCliArguments) arguments = {0};
  g_autofree char          *fault = NULL;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 1, 1);
  if (arguments.done)
    return arguments.status;
  fault = read_call (&call);
  return fault != NULL ? sema_cli_fail_usage (command, "%s", fault) : answer (&call, &arguments);
}

const SemaCliCommand sema_cli_diagnose = {
  "diagnose",
  "FILE [OPTION]...",
  N_ ("Look for rows that are zero, padding, the same, not finite or without a token, and for tokens that may be under-trained: small, or near the mean of rows known to be unused."),
      "  semascope-cli diagnose model.safetensors --show suspect\n",
      run,
};
