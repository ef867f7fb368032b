/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-comparison-text.h"

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

#define WORDS_PER_LOOK 4096 /* between two looks at cancel */
#define DECIMALS 6          /* on the screen, as the command line prints them */
#define NOTHING "–"         /* on the screen, where there is no number */

/* The formatter makes stairs of rows that hold N_ (). */
/* clang-format off */
static const char *const titles[SEMA_N_COMPARISON_COLUMNS] = {
  [SEMA_COMPARISON_ID] = N_ ("Id"),
  [SEMA_COMPARISON_WORD] = N_ ("Word"),
  [SEMA_COMPARISON_COSINE] = N_ ("Cosine, aligned"),
  [SEMA_COMPARISON_DISTANCE] = N_ ("Moved, aligned"),
  [SEMA_COMPARISON_PLAIN_COSINE] = N_ ("Cosine"),
  [SEMA_COMPARISON_PLAIN_DISTANCE] = N_ ("Moved"),
  [SEMA_COMPARISON_NORM_A] = N_ ("Norm 1"),
  [SEMA_COMPARISON_NORM_B] = N_ ("Norm 2"),
};
/* clang-format on */

/**
 * sema_comparison_text_get_column_title:
 * @column: a column
 *
 * Returns: (transfer none): what stands over it, translated
 */
const char *
sema_comparison_text_get_column_title (SemaComparisonColumn column)
{
  return _ (titles[column]);
}

static char *
dup_text (const SemaComparison *comparison, guint64 index)
{
  const SemaCommonRows *common = sema_comparison_get_common (comparison);
  gsize                 length;
  const char           *word = sema_vocab_get_word (sema_set_get_vocab (common->a), common->rows_a[index], &length);

  return sema_word_to_utf8 (word, length);
}

static char *
print_number (double value)
{
  char number[SEMA_NUMBER_SIZE];

  return g_strdup (isfinite (value) ? sema_number_print_fixed (value, DECIMALS, number) : NOTHING);
}

/**
 * sema_comparison_text_print_cell:
 * @comparison: a comparison
 * @index: number of a common word
 * @column: a column
 *
 * Returns: (transfer full): what is shown there, UTF-8
 */
char *
sema_comparison_text_print_cell (const SemaComparison *comparison, guint32 index, SemaComparisonColumn column)
{
  SemaComparisonWord word;

  sema_comparison_get (comparison, index, &word);
  switch (column)
    {
    case SEMA_COMPARISON_WORD:
      return sema_vocab_dup_label (sema_set_get_vocab (sema_comparison_get_common (comparison)->a), word.row_a);
    case SEMA_COMPARISON_COSINE:
      return print_number (word.cosine);
    case SEMA_COMPARISON_DISTANCE:
      return print_number (word.distance);
    case SEMA_COMPARISON_PLAIN_COSINE:
      return print_number (word.plain_cosine);
    case SEMA_COMPARISON_PLAIN_DISTANCE:
      return print_number (word.plain_distance);
    case SEMA_COMPARISON_NORM_A:
      return print_number (word.norm_a);
    case SEMA_COMPARISON_NORM_B:
      return print_number (word.norm_b);
    case SEMA_COMPARISON_ID:
    case SEMA_N_COMPARISON_COLUMNS:
    default:
      return g_strdup_printf ("%" PRIu32, word.row_a);
    }
}

/* The sentence is consumed. */
static void
append_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, " %s", sentence);
  g_free (sentence);
}

static char *
describe_aligned (const SemaComparisonMeans *means)
{
  g_autofree char *cosine = print_number (means->cosine);
  g_autofree char *distance = print_number (means->distance);

  /* Translators: both are numbers; the second is how far words moved */
  return g_strdup_printf (_ ("Aligned, their mean cosine is %s, and they moved by %s."), cosine, distance);
}

static char *
describe_plain (const SemaComparisonMeans *means)
{
  g_autofree char *cosine = print_number (means->cosine);
  g_autofree char *distance = print_number (means->distance);

  /* Translators: both are numbers; the second is how far words moved */
  return g_strdup_printf (_ ("As the files have them, their mean cosine is %s, and they moved by %s."), cosine, distance);
}

/**
 * sema_comparison_text_describe_summary:
 * @summary: of a comparison with common words
 *
 * Returns: (transfer full): what the sets have in common, and how far the words moved on average, in sentences
 */
char *
sema_comparison_text_describe_summary (const SemaComparisonSummary *summary)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%s word is in both files, of %s and %s.", "%s words are in both files, of %s and %s.", summary->n_common),
                          SEMA_COUNT (summary->n_common), SEMA_COUNT (summary->n_rows_a), SEMA_COUNT (summary->n_rows_b));
  if (summary->dim_a != summary->dim_b)
    append_sentence (text, g_strdup_printf (_ ("The vectors have %" PRIu64 " and %" PRIu64 " dimensions: only neighbours can be compared."), (guint64)summary->dim_a, (guint64)summary->dim_b));
  if (summary->is_aligned)
    append_sentence (text, describe_aligned (&summary->aligned));
  if (summary->dim_a == summary->dim_b)
    append_sentence (text, describe_plain (&summary->plain));
  return g_string_free (text, FALSE);
}

/* Those of the first list that the second has, or has not. */
static char *
list_some (const SemaComparison *comparison, const SemaNeighbour *list, gsize n, const SemaNeighbour *other, gsize n_other, gboolean had, const char *between)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    if (sema_shared_neighbours_has (other, n_other, list[i].row) == had)
      {
        g_autofree char *word = dup_text (comparison, list[i].row);

        g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", word);
      }
  return g_string_free (text, FALSE);
}

/**
 * sema_comparison_text_list_kept:
 * @comparison: a comparison
 * @neighbours: of one of its words
 * @between: what stands between two words
 *
 * Returns: (transfer full): the words that are neighbours in both sets, UTF-8, the nearest in the first set first
 */
char *
sema_comparison_text_list_kept (const SemaComparison *comparison, const SemaSharedNeighbours *neighbours, const char *between)
{
  return list_some (comparison, neighbours->a, neighbours->k_a, neighbours->b, neighbours->k_b, TRUE, between);
}

/**
 * sema_comparison_text_list_gained:
 * @comparison: a comparison
 * @neighbours: of one of its words
 * @between: what stands between two words
 *
 * Returns: (transfer full): the words that are neighbours in the second set only, UTF-8, the nearest first
 */
char *
sema_comparison_text_list_gained (const SemaComparison *comparison, const SemaSharedNeighbours *neighbours, const char *between)
{
  return list_some (comparison, neighbours->b, neighbours->k_b, neighbours->a, neighbours->k_a, FALSE, between);
}

/**
 * sema_comparison_text_list_lost:
 * @comparison: a comparison
 * @neighbours: of one of its words
 * @between: what stands between two words
 *
 * Returns: (transfer full): the words that are neighbours in the first set only, UTF-8, the nearest first
 */
char *
sema_comparison_text_list_lost (const SemaComparison *comparison, const SemaSharedNeighbours *neighbours, const char *between)
{
  return list_some (comparison, neighbours->a, neighbours->k_a, neighbours->b, neighbours->k_b, FALSE, between);
}

/**
 * sema_comparison_text_append_csv_header:
 * @csv: gets the names of the columns, without the end of the line
 *
 * The names are never translated: scripts look for them.
 */
void
sema_comparison_text_append_csv_header (GString *csv)
{
  g_string_append (csv, "word,id_a,id_b,cosine,distance,plain_cosine,plain_distance,norm_a,norm_b");
}

/**
 * sema_comparison_text_append_csv:
 * @csv: gets a line, without its end
 * @comparison: a comparison
 * @index: number of a common word
 */
void
sema_comparison_text_append_csv (GString *csv, const SemaComparison *comparison, guint32 index)
{
  g_autofree char   *text = dup_text (comparison, index);
  SemaComparisonWord word;

  sema_comparison_get (comparison, index, &word);
  sema_csv_append_text (csv, text);
  g_string_append_printf (csv, ",%" PRIu32 ",%" PRIu32, word.row_a, word.row_b);
  for (guint i = 0; i < 6; i++)
    {
      const double values[] = {word.cosine, word.distance, word.plain_cosine, word.plain_distance, word.norm_a, word.norm_b};

      g_string_append_c (csv, ',');
      sema_csv_append_double (csv, values[i]);
    }
}

static gboolean
append_line (SemaBuffer *buffer, GString *line, GError **error)
{
  char *place;

  g_string_append (line, SEMA_CSV_LINE_END);
  place = sema_buffer_append (buffer, line->len, error);
  if (place != NULL)
    memcpy (place, line->str, line->len);
  g_string_truncate (line, 0);
  return place != NULL;
}

/**
 * sema_comparison_text_print_csv:
 * @comparison: a comparison
 * @order: (n) numbers of its words
 * @n: how many
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): a table of the words in that order, as `semascope-cli diff --csv` prints it
 */
GBytes *
sema_comparison_text_print_csv (const SemaComparison *comparison, const guint32 *order, guint32 n, SemaProgress *progress, GError **error)
{
  g_auto (SemaBuffer) buffer = {0};
  g_autoptr (GString) line = g_string_new (NULL);
  char               *data;

  sema_comparison_text_append_csv_header (line);
  if (!append_line (&buffer, line, error))
    return NULL;
  for (guint32 i = 0; i < n; i++)
    {
      if (i % WORDS_PER_LOOK == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return NULL;
        }
      sema_comparison_text_append_csv (line, comparison, order[i]);
      if (!append_line (&buffer, line, error))
        return NULL;
    }
  data = g_steal_pointer (&buffer.data);
  return g_bytes_new_with_free_func (data, buffer.n_bytes, sema_memory_free, data);
}
