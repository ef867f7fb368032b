/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "sema-cli-command.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-comparison-text.h"
#include "sema-csv.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-number.h"
#include "sema-word.h"

#define LEAST_WORD_WIDTH 16 /* cells */

/**
 * Call: the options as they were typed, and what they come to
 */
typedef struct
{
  char    *tokenizer;
  char    *sort;
  gint64   top;
  gint64   k;
  gboolean no_align;
  gboolean ascending;
  gboolean csv;

  SemaComparisonColumn column;
} Call;

static void
call_clear (Call *self)
{
  g_free (self->tokenizer);
  g_free (self->sort);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

/* What is wrong with the options, or NULL. */
static char *
read_call (Call *self)
{
  static const char *const   names[] = {"moved", "cosine", "id", "word", "norm-a", "norm-b", NULL};
  const SemaComparisonColumn columns[] = {
    self->no_align ? SEMA_COMPARISON_PLAIN_DISTANCE : SEMA_COMPARISON_DISTANCE,
    self->no_align ? SEMA_COMPARISON_PLAIN_COSINE : SEMA_COMPARISON_COSINE,
    SEMA_COMPARISON_ID,
    SEMA_COMPARISON_WORD,
    SEMA_COMPARISON_NORM_A,
    SEMA_COMPARISON_NORM_B,
  };
  int sort = sema_cli_arguments_choose (self->sort, names);

  if (sort < 0)
    return g_strdup_printf (_ ("--sort takes moved, cosine, id, word, norm-a or norm-b, not “%s”."), self->sort);
  if (self->top < 0)
    return g_strdup_printf (_ ("--top takes a number from 0 on, not %" PRId64 "."), self->top);
  if (self->k < 0 || self->k > G_MAXINT32)
    return g_strdup_printf (_ ("--neighbours takes a number from 0 on, not %" PRId64 "."), self->k);
  self->column = columns[sort];
  return NULL;
}

static gboolean
has_moves (const SemaComparisonSummary *summary)
{
  return summary->dim_a == summary->dim_b;
}

static void
warn_of_sets (const Call *call, const SemaComparisonSummary *summary)
{
  g_autofree char *dims = NULL;

  if (summary->n_common == 0)
    sema_cli_warn (_ ("The files have no word in common."));
  if (has_moves (summary))
    return;
  dims = g_strdup_printf (call->k > 0 ? _ ("The vectors have %" PRIu64 " and %" PRIu64 " dimensions, so how far words moved cannot be said, only what neighbours they kept.")
                                      : _ ("The vectors have %" PRIu64 " and %" PRIu64 " dimensions, so how far words moved cannot be said; --neighbours K compares their neighbours."),
                                           (guint64)summary->dim_a, (guint64)summary->dim_b);
  sema_cli_warn (dims);
}

static void
print_number (double value)
{
  char buffer[SEMA_NUMBER_SIZE];

  printf (" %12s", isnan (value) ? "-" : sema_number_print_fixed (value, 6, buffer));
}

static void
print_means (const char *name, const SemaComparisonMeans *means)
{
  printf ("%-16s", name);
  print_number (means->cosine);
  print_number (means->distance);
  putchar ('\n');
}

static void
print_summary (const SemaComparisonSummary *summary)
{
  printf ("%-16s %10" PRIu64 "\n%-16s %10" PRIu64 "\n%-16s %10" PRIu32 "\n", "words a", summary->n_rows_a, "words b", summary->n_rows_b, "common", summary->n_common);
  if (!has_moves (summary) || summary->n_common == 0)
    return;
  printf ("%-16s %12s %12s\n", "", "cosine", "moved");
  if (summary->is_aligned)
    print_means ("aligned", &summary->aligned);
  print_means ("as they are", &summary->plain);
}

/* Of a word without a direction there are none. */
static SemaSharedNeighbours *
find_neighbours (const Call *call, const SemaComparison *comparison, guint32 index)
{
  return call->k > 0 ? sema_shared_neighbours_new (sema_comparison_get_common (comparison), index, (gsize)call->k, sema_cli_interrupt_get_progress (), NULL) : NULL;
}

/* Those of the first neighbours that are none of the others, on a line. */
static void
print_other (char sign, const SemaCommonRows *common, const SemaNeighbour *list, gsize n, const SemaNeighbour *others, gsize n_others)
{
  gboolean is_first = TRUE;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *cell = NULL;

      if (sema_shared_neighbours_has (others, n_others, list[i].row))
        continue;
      cell = sema_cli_vectors_dup_cell (common->a, common->rows_a[list[i].row]);
      if (is_first)
        printf ("  %c %s", sign, cell);
      else
        printf (", %s", cell);
      is_first = FALSE;
    }
  if (!is_first)
    putchar ('\n');
}

static void
print_neighbours (const SemaComparison *comparison, const SemaSharedNeighbours *neighbours)
{
  const SemaCommonRows *common = sema_comparison_get_common (comparison);

  print_other ('+', common, neighbours->b, neighbours->k_b, neighbours->a, neighbours->k_a);
  print_other ('-', common, neighbours->a, neighbours->k_a, neighbours->b, neighbours->k_b);
}

static void
print_moves (const Call *call, const SemaComparisonWord *word)
{
  if (!call->no_align)
    {
      print_number (word->cosine);
      print_number (word->distance);
    }
  print_number (word->plain_cosine);
  print_number (word->plain_distance);
}

static void
print_word (const Call *call, const SemaComparison *comparison, guint32 index)
{
  const SemaCommonRows            *common = sema_comparison_get_common (comparison);
  g_autofree char                 *label = sema_cli_vectors_dup_cell (common->a, common->rows_a[index]);
  g_autoptr (SemaSharedNeighbours) neighbours = find_neighbours (call, comparison, index);
  gboolean                         moves = has_moves (sema_comparison_get_summary (comparison));
  SemaComparisonWord               word;

  sema_comparison_get (comparison, index, &word);
  sema_cli_print_padded (label, MAX (LEAST_WORD_WIDTH, sema_cli_measure_text (label)));
  if (moves)
    print_moves (call, &word);
  if (call->k > 0)
    print_number (neighbours != NULL ? sema_shared_neighbours_get_overlap (neighbours) : NAN);
  putchar ('\n');
  if (neighbours != NULL)
    print_neighbours (comparison, neighbours);
}

/* Only columns that have something in them. */
static void
print_table (const Call *call, const SemaComparison *comparison, const guint32 *order, guint32 n)
{
  gboolean moves = has_moves (sema_comparison_get_summary (comparison));

  if (n == 0 || (!moves && call->k == 0))
    return;
  printf ("%-*s  ", LEAST_WORD_WIDTH, "word");
  if (moves && !call->no_align)
    printf (" %12s %12s", "cosine", "moved");
  if (moves)
    printf (" %12s %12s", call->no_align ? "cosine" : "plain cosine", call->no_align ? "moved" : "plain moved");
  printf ("%s\n", call->k > 0 ? "      overlap" : "");
  for (guint32 i = 0; i < n && !sema_cli_interrupt_is_wanted (); i++)
    print_word (call, comparison, order[i]);
}

static void
append_neighbours (GString *line, const SemaComparison *comparison, const SemaSharedNeighbours *neighbours)
{
  g_autofree char *gained = neighbours != NULL ? sema_comparison_text_list_gained (comparison, neighbours, " ") : NULL;
  g_autofree char *lost = neighbours != NULL ? sema_comparison_text_list_lost (comparison, neighbours, " ") : NULL;

  g_string_append_c (line, ',');
  sema_csv_append_double (line, neighbours != NULL ? sema_shared_neighbours_get_overlap (neighbours) : NAN);
  g_string_append_c (line, ',');
  sema_csv_append_text (line, gained != NULL ? gained : "");
  g_string_append_c (line, ',');
  sema_csv_append_text (line, lost != NULL ? lost : "");
}

static void
print_csv (const Call *call, const SemaComparison *comparison, const guint32 *order, guint32 n)
{
  g_autoptr (GString) line = g_string_new (NULL);

  sema_comparison_text_append_csv_header (line);
  printf ("%s%s" SEMA_CSV_LINE_END, line->str, call->k > 0 ? ",overlap,gained,lost" : "");
  for (guint32 i = 0; i < n && !sema_cli_interrupt_is_wanted (); i++)
    {
      g_string_truncate (line, 0);
      sema_comparison_text_append_csv (line, comparison, order[i]);
      if (call->k > 0)
        {
          g_autoptr (SemaSharedNeighbours) neighbours = find_neighbours (call, comparison, order[i]);

          append_neighbours (line, comparison, neighbours);
        }
      printf ("%s" SEMA_CSV_LINE_END, line->str);
    }
}

static void
warn_of_word (const char *word)
{
  g_autofree char *label = sema_word_to_label (word, strlen (word));
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” is not in both files and is left out."), label);

  sema_cli_warn (sentence);
}

/* The words that were asked for, in their order; those that are not in both files are told. */
static guint32 *
find_words (char **words, const SemaComparison *comparison, guint32 *n, GError **error)
{
  guint32 *order = sema_memory_alloc_n (g_strv_length (words) + 1, sizeof *order, error);

  *n = 0;
  for (char **word = words; order != NULL && *word != NULL; word++)
    {
      gint64 index = sema_comparison_find (comparison, *word, -1);

      if (index >= 0)
        order[(*n)++] = (guint32)index;
      else
        warn_of_word (*word);
    }
  return order;
}

static guint32 *
choose_words (const Call *call, char **words, const SemaComparison *comparison, guint32 *n, GError **error)
{
  if (*words != NULL)
    return find_words (words, comparison, n, error);
  *n = sema_comparison_get_summary (comparison)->n_common;
  if (call->top > 0)
    *n = (guint32)MIN (*n, call->top);
  return sema_comparison_sort (comparison, call->column, !call->ascending, sema_cli_interrupt_get_progress (), error);
}

static gboolean
print (const Call *call, char **words, const SemaComparison *comparison, GError **error)
{
  guint32  n;
  guint32 *order = choose_words (call, words, comparison, &n, error);

  if (order == NULL)
    return FALSE;
  if (call->csv)
    print_csv (call, comparison, order, n);
  else
    {
      print_summary (sema_comparison_get_summary (comparison));
      print_table (call, comparison, order, n);
    }
  sema_memory_free (order);
  if (sema_cli_interrupt_is_wanted ())
    sema_set_cancelled (error);
  return !sema_cli_interrupt_is_wanted ();
}

static int
answer (const Call *call, const SemaCliArguments *arguments)
{
  const SemaFormatsOptions   options = {.most_rows = (guint64)arguments->most_rows, .tokenizer = call->tokenizer};
  g_autoptr (SemaSet)        a = sema_cli_vectors_open (arguments->words[0], &options);
  g_autoptr (SemaSet)        b = a != NULL ? sema_cli_vectors_open (arguments->words[1], &options) : NULL;
  g_autoptr (SemaComparison) comparison = NULL;
  g_autoptr (GError)         error = NULL;

  if (b == NULL || !sema_cli_vectors_check_tokenizer (call->tokenizer, a, b))
    return SEMA_CLI_FAILED;
  comparison = sema_comparison_new (a, b, !call->no_align, sema_cli_interrupt_get_progress (), &error);
  if (comparison != NULL)
    warn_of_sets (call, sema_comparison_get_summary (comparison));
  if (comparison != NULL && print (call, arguments->words + 2, comparison, &error))
    return SEMA_CLI_OK;
  sema_cli_complain ("%s", error->message);
  return SEMA_CLI_FAILED;
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  g_auto (Call)      call = {.top = 20};
  const GOptionEntry entries[] = {
    {"neighbours", 0, 0, G_OPTION_ARG_INT64, &call.k, N_ ("Print what nearest words each gained and lost, among its K nearest (0: none)"), "K"},
     {"no-align", 0, 0, G_OPTION_ARG_NONE, &call.no_align, N_ ("Do not turn the second file to where the first lies: for one model with fewer bits or fine-tuned"), NULL},
      {"tokenizer", 0, 0, G_OPTION_ARG_FILENAME, &call.tokenizer, N_ ("The tokenizer that knows the tokens of the rows; else one beside each file"), "F"},
       {"sort", 0, 0, G_OPTION_ARG_STRING, &call.sort, N_ ("moved, cosine, id, word, norm-a or norm-b, the largest first"), "COLUMN"},
        {"ascending", 0, 0, G_OPTION_ARG_NONE, &call.ascending, N_ ("Print the smallest first"), NULL},
         {"top", 0, 0, G_OPTION_ARG_INT64, &call.top, N_ ("How many words to print (20; 0: all)"), "N"},
          {"csv", 0, 0, G_OPTION_ARG_NONE, &call.csv, N_ ("Print the list alone, as CSV"), NULL},
           {NULL},
         };
  g_auto (SemaCliArguments) arguments = {0};
  g_autofree char          *fault = NULL;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 2, G_MAXUINT);
  if (arguments.done)
    return arguments.status;
  fault = read_call (&call);
  return fault != NULL ? sema_cli_fail_usage (command, "%s", fault) : answer (&call, &arguments);
}

const SemaCliCommand sema_cli_diff = {
  "diff",
  "FILE OTHER [WORD]... [OPTION]...",
  N_ ("Print how far the words that two files have in common moved from the one to the other, after the second was turned to where the first lies, and as they are: those that moved most, or the words that are named."),
      "  semascope-cli diff base.safetensors tuned.safetensors --no-align --neighbours 10\n",
      run,
};
