/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-evaluation-text.h"

#include <inttypes.h>

#include "sema-csv.h"
#include "sema-number.h"
#include "sema-word.h"

/* Columns that a name gets; a longer one moves its numbers. */
#define NAME_WIDTH 30

typedef void (*AppendRow) (GString *text, const char *name, const SemaEvaluationCounts *counts);

static void
append_sections (GString *text, const SemaEvaluation *evaluation, AppendRow append_row)
{
  for (gsize i = 0; i < sema_evaluation_get_n_sections (evaluation); i++)
    {
      const char                 *name;
      gsize                       length;
      const SemaEvaluationCounts *counts = sema_evaluation_get_section (evaluation, i, &name, &length);
      g_autofree char            *label = sema_word_to_label (name, length);

      append_row (text, label, counts);
    }
  append_row (text, "total", sema_evaluation_get_total (evaluation));
}

static void
append_text_row (GString *text, const char *name, const SemaEvaluationCounts *counts)
{
  char  buffer[SEMA_NUMBER_SIZE];
  glong n_columns = g_utf8_strlen (name, -1);

  g_string_append_printf (text, "%s%*s %9" PRIu64 " %9" PRIu64 " %9" PRIu64 "  %s\n", name, (int)MAX (NAME_WIDTH - n_columns, 0), "",
                          counts->n_correct, counts->n_incorrect, counts->n_skipped,
                          sema_number_print_fixed (sema_evaluation_counts_get_accuracy (counts), 4, buffer));
}

/**
 * sema_evaluation_print_text:
 * @evaluation: counts
 *
 * Returns: (transfer full): a table in columns of equal width, with a heading, a line a section and the total
 */
GString *
sema_evaluation_print_text (const SemaEvaluation *evaluation)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%-*s %9s %9s %9s  %s\n", NAME_WIDTH, "section", "correct", "incorrect", "skipped", "accuracy");
  append_sections (text, evaluation, append_text_row);
  return text;
}

static void
append_csv_row (GString *csv, const char *name, const SemaEvaluationCounts *counts)
{
  sema_csv_append_text (csv, name);
  g_string_append_printf (csv, ",%" PRIu64 ",%" PRIu64 ",%" PRIu64 ",", counts->n_correct, counts->n_incorrect, counts->n_skipped);
  sema_csv_append_double (csv, sema_evaluation_counts_get_accuracy (counts));
  g_string_append (csv, SEMA_CSV_LINE_END);
}

/**
 * sema_evaluation_print_csv:
 * @evaluation: counts
 *
 * Returns: (transfer full): RFC 4180 text (lines end in CR LF) with a line for each section and one for the total: name, correct,
 *   incorrect and skipped questions, and the share of the correct ones, 0 to 1, skipped ones left out
 */
GString *
sema_evaluation_print_csv (const SemaEvaluation *evaluation)
{
  GString *csv = g_string_new ("section,correct,incorrect,skipped,accuracy" SEMA_CSV_LINE_END);

  append_sections (csv, evaluation, append_csv_row);
  return csv;
}

/**
 * sema_pair_evaluation_print_text:
 * @evaluation: correlations
 *
 * Returns: (transfer full): a line each for both correlations, the pairs that they are of, and the pairs that are missing
 */
GString *
sema_pair_evaluation_print_text (const SemaPairEvaluation *evaluation)
{
  GString *text = g_string_new (NULL);
  char     buffer[SEMA_NUMBER_SIZE];

  g_string_append_printf (text, "pearson: %s\n", sema_number_print_fixed (evaluation->pearson, 6, buffer));
  g_string_append_printf (text, "spearman: %s\n", sema_number_print_fixed (evaluation->spearman, 6, buffer));
  g_string_append_printf (text, "pairs: %" PRIu64 "\nmissing: %" PRIu64 "\n", evaluation->n_pairs, evaluation->n_missing);
  return text;
}

/**
 * sema_pair_evaluation_print_csv:
 * @evaluation: correlations
 *
 * Returns: (transfer full): RFC 4180 text (lines end in CR LF) with a heading and one line of both correlations, empty where there is
 *   none, the pairs that they are of, and the pairs that are missing
 */
GString *
sema_pair_evaluation_print_csv (const SemaPairEvaluation *evaluation)
{
  GString *csv = g_string_new ("pearson,spearman,pairs,missing" SEMA_CSV_LINE_END);

  sema_csv_append_double (csv, evaluation->pearson);
  g_string_append_c (csv, ',');
  sema_csv_append_double (csv, evaluation->spearman);
  g_string_append_printf (csv, ",%" PRIu64 ",%" PRIu64 SEMA_CSV_LINE_END, evaluation->n_pairs, evaluation->n_missing);
  return csv;
}
