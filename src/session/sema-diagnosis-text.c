/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-diagnosis-text.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "sema-buffer.h"
#include "sema-count.h"
#include "sema-csv.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-number.h"
#include "sema-word.h"

#define ROWS_PER_LOOK 4096 /* between two looks at cancel */
#define DECIMALS 6         /* on the screen, as the command line prints them */
#define NOTHING "–"        /* on the screen, where there is no number */

typedef struct
{
  const char *name;  /* for scripts */
  const char *title; /* for people */
} Finding;

/* The formatter makes stairs of rows that hold N_ (). */
/* clang-format off */
static const Finding findings[SEMA_N_FINDINGS] = {
  [SEMA_FINDING_ZERO] = {"zero", N_ ("All zero")},
  [SEMA_FINDING_CONSTANT] = {"constant", N_ ("One number")},
  [SEMA_FINDING_NAN] = {"nan", N_ ("NaN")},
  [SEMA_FINDING_INFINITE] = {"infinite", N_ ("Infinite")},
  [SEMA_FINDING_DUPLICATE] = {"duplicate", N_ ("Duplicate")},
  [SEMA_FINDING_PADDING] = {"padding", N_ ("Padding")},
  [SEMA_FINDING_NO_TOKEN] = {"no-token", N_ ("No token")},
  [SEMA_FINDING_RESERVED] = {"reserved", N_ ("Reserved")},
  [SEMA_FINDING_UNREACHABLE] = {"unreachable", N_ ("Unreachable")},
  [SEMA_FINDING_SUSPECT] = {"suspect", N_ ("Suspect")},
};

static const char *const titles[SEMA_N_DIAGNOSIS_COLUMNS] = {
  [SEMA_DIAGNOSIS_ID] = N_ ("Id"),
  [SEMA_DIAGNOSIS_TOKEN] = N_ ("Token"),
  [SEMA_DIAGNOSIS_NORM] = N_ ("Norm"),
  [SEMA_DIAGNOSIS_COSINE] = N_ ("Cosine distance"),
  [SEMA_DIAGNOSIS_DISTANCE] = N_ ("Distance"),
  [SEMA_DIAGNOSIS_FINDINGS] = N_ ("Findings"),
};
/* clang-format on */

/**
 * sema_diagnosis_text_get_finding_name:
 * @finding: a finding
 *
 * Returns: (transfer none): what scripts call it, never translated
 */
const char *
sema_diagnosis_text_get_finding_name (SemaFinding finding)
{
  return findings[finding].name;
}

/**
 * sema_diagnosis_text_get_finding_title:
 * @finding: a finding
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
sema_diagnosis_text_get_finding_title (SemaFinding finding)
{
  return _ (findings[finding].title);
}

/**
 * sema_diagnosis_text_get_column_title:
 * @column: a column
 *
 * Returns: (transfer none): what stands over it, translated
 */
const char *
sema_diagnosis_text_get_column_title (SemaDiagnosisColumn column)
{
  return _ (titles[column]);
}

/**
 * sema_diagnosis_text_list_findings:
 * @bits: of #SemaFinding
 *
 * Returns: (transfer full): the names of all of them, spaces between
 */
char *
sema_diagnosis_text_list_findings (guint bits)
{
  GString *list = g_string_new (NULL);

  for (guint finding = 0; finding < SEMA_N_FINDINGS; finding++)
    if ((bits & SEMA_FINDING_BIT (finding)) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", findings[finding].name);
  return g_string_free (list, FALSE);
}

/**
 * sema_diagnosis_text_describe_findings:
 * @row: what was found about a row
 *
 * Returns: (transfer full): the titles of all of it, commas between, for the screen; empty where there is nothing
 */
char *
sema_diagnosis_text_describe_findings (const SemaDiagnosisRow *row)
{
  GString *list = g_string_new (NULL);

  for (guint finding = 0; finding < SEMA_N_FINDINGS; finding++)
    {
      if ((row->findings & SEMA_FINDING_BIT (finding)) == 0)
        continue;
      g_string_append (list, list->len > 0 ? ", " : "");
      if (finding == SEMA_FINDING_DUPLICATE)
        g_string_append_printf (list, _ ("Duplicate of %" PRIu32), row->first);
      else
        g_string_append (list, _ (findings[finding].title));
    }
  return g_string_free (list, FALSE);
}

/**
 * sema_diagnosis_text_print_cell:
 * @diagnosis: a diagnosis
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full): what is shown there, UTF-8
 */
char *
sema_diagnosis_text_print_cell (const SemaDiagnosis *diagnosis, guint32 row, SemaDiagnosisColumn column)
{
  SemaDiagnosisRow found;
  double           value;
  char             number[SEMA_NUMBER_SIZE];

  if (column == SEMA_DIAGNOSIS_ID)
    return g_strdup_printf ("%" PRIu32, row);
  if (column == SEMA_DIAGNOSIS_TOKEN)
    return sema_vocab_dup_label (sema_set_get_vocab (sema_diagnosis_get_set (diagnosis)), row);
  sema_diagnosis_get (diagnosis, row, &found);
  if (column == SEMA_DIAGNOSIS_FINDINGS)
    return sema_diagnosis_text_describe_findings (&found);
  value = column == SEMA_DIAGNOSIS_NORM ? found.norm : column == SEMA_DIAGNOSIS_COSINE ? found.cosine
                                                                                       : found.distance;
  return g_strdup (isfinite (value) ? sema_number_print_fixed (value, DECIMALS, number) : NOTHING);
}

/**
 * sema_diagnosis_text_describe_summary:
 * @summary: of a diagnosis
 *
 * Suspected is always somebody, so where nobody else is listed nothing is wrong.
 *
 * Returns: (transfer full): how many rows are unusual, one sentence
 */
char *
sema_diagnosis_text_describe_summary (const SemaDiagnosisSummary *summary)
{
  guint32 n_suspects = summary->counts[SEMA_FINDING_SUSPECT];

  for (guint finding = 0; finding < SEMA_FINDING_SUSPECT; finding++)
    if (summary->counts[finding] > 0)
      return g_strdup_printf (ngettext ("Something was found about %s of %s row.",
                                        "Something was found about %s of %s rows.", summary->n_rows),
                              SEMA_COUNT (summary->n_found), SEMA_COUNT (summary->n_rows));
  if (n_suspects == 0)
    return g_strdup_printf (ngettext ("Nothing unusual was found in %s row.", "Nothing unusual was found in %s rows.", summary->n_rows), SEMA_COUNT (summary->n_rows));
  return g_strdup_printf (ngettext ("Nothing unusual was found in %s row, only suspects by rule.",
                                    "Nothing unusual was found in %s rows, only suspects by rule.", summary->n_rows),
                          SEMA_COUNT (summary->n_rows));
}

static const char *
describe_indicator (const SemaDiagnosisSummary *summary)
{
  if (summary->options.indicator == SEMA_INDICATOR_NORM)
    return summary->n_unused > 0 ? _ ("norm") : _ ("norm, for no row is known to be unused");
  if (summary->options.indicator == SEMA_INDICATOR_DISTANCE)
    return _ ("distance to the mean of the unused rows");
  switch (summary->options.centring)
    {
    case SEMA_CENTRING_AXIS:
      return _ ("cosine distance to the mean of the unused rows, without the first principal component");
    case SEMA_CENTRING_NONE:
      return _ ("cosine distance to the mean of the unused rows");
    case SEMA_CENTRING_MEAN:
    default:
      return _ ("cosine distance to the mean of the unused rows, the mean of all rows subtracted");
    }
}

/**
 * sema_diagnosis_text_describe_rule:
 * @summary: of a diagnosis
 *
 * Returns: (transfer full): by what rows are suspected, one sentence
 */
char *
sema_diagnosis_text_describe_rule (const SemaDiagnosisSummary *summary)
{
  char share[SEMA_NUMBER_SIZE], threshold[SEMA_NUMBER_SIZE];

  if (summary->n_judged == 0)
    return g_strdup (_ ("No row can be judged."));
  return g_strdup_printf (_ ("Suspect is the lowest %s %% of %s judged rows by %s: up to %s."), sema_number_print_double (100 * summary->options.share, share),
                             SEMA_COUNT (summary->n_judged), describe_indicator (summary), sema_number_print_fixed (summary->threshold, 6, threshold));
}

/**
 * sema_diagnosis_text_append_csv_header:
 * @csv: gets a line
 *
 * Appends the names of the columns. They are never translated: scripts look for them.
 */
void
sema_diagnosis_text_append_csv_header (GString *csv)
{
  g_string_append (csv, "id,token,norm,cosine_distance,distance,first,findings" SEMA_CSV_LINE_END);
}

/**
 * sema_diagnosis_text_append_csv:
 * @csv: gets a line
 * @diagnosis: a diagnosis
 * @row: a row
 */
void
sema_diagnosis_text_append_csv (GString *csv, const SemaDiagnosis *diagnosis, guint32 row)
{
  SemaDiagnosisRow found;
  gsize            length;
  const char      *word = sema_vocab_get_word (sema_set_get_vocab (sema_diagnosis_get_set (diagnosis)), row, &length);
  g_autofree char *text = sema_word_to_utf8 (word, length);
  g_autofree char *list = NULL;

  sema_diagnosis_get (diagnosis, row, &found);
  list = sema_diagnosis_text_list_findings (found.findings);
  g_string_append_printf (csv, "%" PRIu32 ",", row);
  sema_csv_append_text (csv, text);
  g_string_append_c (csv, ',');
  sema_csv_append_double (csv, found.norm);
  g_string_append_c (csv, ',');
  sema_csv_append_double (csv, found.cosine);
  g_string_append_c (csv, ',');
  sema_csv_append_double (csv, found.distance);
  g_string_append_c (csv, ',');
  if (found.first != row)
    g_string_append_printf (csv, "%" PRIu32, found.first);
  g_string_append_printf (csv, ",%s" SEMA_CSV_LINE_END, list);
}

static gboolean
append_string (SemaBuffer *buffer, GString *string, GError **error)
{
  char *place = sema_buffer_append (buffer, string->len, error);

  if (place != NULL)
    memcpy (place, string->str, string->len);
  g_string_truncate (string, 0);
  return place != NULL;
}

/**
 * sema_diagnosis_text_print_csv:
 * @diagnosis: a diagnosis
 * @order: (n) rows of it
 * @n: how many
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): a table of the rows in that order, as `semascope-cli diagnose --csv` prints it
 */
GBytes *
sema_diagnosis_text_print_csv (const SemaDiagnosis *diagnosis, const guint32 *order, guint32 n, SemaProgress *progress, GError **error)
{
  g_auto (SemaBuffer) buffer = {0};
  g_autoptr (GString) line = g_string_new (NULL);
  char               *data;

  sema_diagnosis_text_append_csv_header (line);
  for (guint32 i = 0; i < n; i++)
    {
      if (i % ROWS_PER_LOOK == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return NULL;
        }
      if (!append_string (&buffer, line, error))
        return NULL;
      sema_diagnosis_text_append_csv (line, diagnosis, order[i]);
    }
  if (!append_string (&buffer, line, error))
    return NULL;
  data = g_steal_pointer (&buffer.data);
  return g_bytes_new_with_free_func (data, buffer.n_bytes, sema_memory_free, data);
}
