/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-buffer.h"
#include "sema-csv.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-number.h"
#include "sema-word.h"

#define NOTHING "–"     /* on the screen, where there is no number */
#define POLL_EVERY 4096 /* lines */

/**
 * Column:
 * @title: over it
 * @decimals: of its numbers in a text
 * @shown_decimals: of those on the screen; -1: it has words
 * @unit: behind each number on the screen
 */
typedef struct
{
  const char *title;
  int         decimals;
  int         shown_decimals;
  const char *unit;
} Column;

/* The formatter makes stairs of rows that hold N_ (). */
/* clang-format off */
static const Column columns[SEMA_N_PAIR_COLUMNS] = {
  [SEMA_PAIR_COSINE] = {N_ ("Cosine"), 6, 4, ""},
  [SEMA_PAIR_DOT] = {N_ ("Dot product"), 6, 4, ""},
  [SEMA_PAIR_DISTANCE] = {N_ ("Distance"), 6, 4, ""},
  [SEMA_PAIR_ANGLE] = {N_ ("Angle"), 2, 1, "°"},
  [SEMA_PAIR_WORD_A] = {N_ ("Word 1"), 0, -1, ""},
  [SEMA_PAIR_WORD_B] = {N_ ("Word 2"), 0, -1, ""},
  [SEMA_PAIR_NORM_A] = {N_ ("Norm 1"), 6, 4, ""},
  [SEMA_PAIR_NORM_B] = {N_ ("Norm 2"), 6, 4, ""},
};
/* clang-format on */

static const SemaPairColumn numbers[] = {SEMA_PAIR_COSINE, SEMA_PAIR_DOT, SEMA_PAIR_DISTANCE, SEMA_PAIR_ANGLE, SEMA_PAIR_NORM_A, SEMA_PAIR_NORM_B};

static double
get_number (const SemaPair *pair, SemaPairColumn column)
{
  switch (column)
    {
    case SEMA_PAIR_COSINE:
      return pair->cosine;
    case SEMA_PAIR_DOT:
      return pair->dot;
    case SEMA_PAIR_DISTANCE:
      return pair->distance;
    case SEMA_PAIR_ANGLE:
      return pair->angle;
    case SEMA_PAIR_NORM_A:
      return pair->norm_a;
    case SEMA_PAIR_NORM_B:
      return pair->norm_b;
    case SEMA_PAIR_WORD_A:
    case SEMA_PAIR_WORD_B:
    case SEMA_N_PAIR_COLUMNS:
    default:
      return NAN;
    }
}

/**
 * sema_pair_text_get_title:
 * @column: a column
 *
 * Returns: (transfer none): what stands over it, translated
 */
const char *
sema_pair_text_get_title (SemaPairColumn column)
{
  return _ (columns[column].title);
}

/**
 * sema_pair_text_is_word:
 * @column: a column
 *
 * Returns: whether it has words, not numbers
 */
gboolean
sema_pair_text_is_word (SemaPairColumn column)
{
  return columns[column].shown_decimals < 0;
}

/**
 * sema_pair_text_print_cell:
 * @pair: how two words lie to each other
 * @column: one of numbers
 *
 * Returns: (transfer full): the number for the screen, with its unit, or a dash
 */
char *
sema_pair_text_print_cell (const SemaPair *pair, SemaPairColumn column)
{
  double value = get_number (pair, column);
  char   number[SEMA_NUMBER_SIZE];

  if (!isfinite (value))
    return g_strdup (NOTHING);
  return g_strconcat (sema_number_print_fixed (value, columns[column].shown_decimals, number), columns[column].unit, NULL);
}

/**
 * sema_pair_text_append_csv_header:
 * @csv: gets a line
 *
 * Appends the names of the columns. They are never translated: scripts look for them.
 */
void
sema_pair_text_append_csv_header (GString *csv)
{
  g_string_append (csv, "a,b,cosine,dot,distance,angle" SEMA_CSV_LINE_END);
}

/**
 * sema_pair_text_append_csv:
 * @csv: gets a line
 * @a: the first word, UTF-8
 * @b: the second
 * @pair: how they lie to each other
 */
void
sema_pair_text_append_csv (GString *csv, const char *a, const char *b, const SemaPair *pair)
{
  const double values[] = {pair->cosine, pair->dot, pair->distance, pair->angle};

  sema_csv_append_text (csv, a);
  g_string_append_c (csv, ',');
  sema_csv_append_text (csv, b);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_string_append_c (csv, ',');
      sema_csv_append_double (csv, values[i]);
    }
  g_string_append (csv, SEMA_CSV_LINE_END);
}

static void
append_header (GString *text)
{
  g_string_append_printf (text, "%s\t%s", sema_pair_text_get_title (SEMA_PAIR_WORD_A), sema_pair_text_get_title (SEMA_PAIR_WORD_B));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_string_append_printf (text, "\t%s", sema_pair_text_get_title (numbers[i]));
  g_string_append_c (text, '\n');
}

/* What is no number is nothing. */
static void
append_line (GString *text, const char *a, const char *b, const SemaPair *pair)
{
  g_string_append_printf (text, "%s\t%s", a, b);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      double value = get_number (pair, numbers[i]);
      char   number[SEMA_NUMBER_SIZE];

      g_string_append_c (text, '\t');
      if (isfinite (value))
        g_string_append (text, sema_number_print_fixed (value, columns[numbers[i]].decimals, number));
    }
  g_string_append_c (text, '\n');
}

typedef void (*AppendPair) (GString *text, const char *a, const char *b, const SemaPair *pair);

static gboolean
append_string (SemaBuffer *buffer, const GString *string, GError **error)
{
  char *place = sema_buffer_append (buffer, string->len, error);

  if (place != NULL)
    memcpy (place, string->str, string->len);
  return place != NULL;
}

/* @head is the first line; the text lives in memory of the budget, for two million pairs take 200 MB. */
static GBytes *
print_all (const SemaPairList *list, const guint32 *order, GString *head, char **words, AppendPair append, SemaProgress *progress, GError **error)
{
  g_auto (SemaBuffer) buffer = {0};
  GString            *line = head;
  guint32             n = sema_pair_list_get_n (list);
  char               *data;

  if (!append_string (&buffer, line, error))
    return NULL;
  for (guint32 i = 0; i < n; i++)
    {
      SemaPair pair;

      if (i % POLL_EVERY == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return NULL;
        }
      sema_pair_list_get (list, order[i], &pair);
      g_string_truncate (line, 0);
      append (line, words[pair.a], words[pair.b], &pair);
      if (!append_string (&buffer, line, error))
        return NULL;
    }
  data = g_steal_pointer (&buffer.data);
  return g_bytes_new_with_free_func (data, buffer.n_bytes, sema_memory_free, data);
}

/**
 * sema_pair_text_print_csv:
 * @list: pairs
 * @order: the numbers of all of them
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): a table as `semascope-cli compare --csv` prints it, in that order
 */
GBytes *
sema_pair_text_print_csv (const SemaPairList *list, const guint32 *order, SemaProgress *progress, GError **error)
{
  g_autoptr (GString) head = g_string_new (NULL);
  gsize               n = sema_pair_list_get_n_words (list);
  g_auto (GStrv)      words = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    words[i] = sema_word_to_utf8 (sema_pair_list_get_word (list, i), strlen (sema_pair_list_get_word (list, i)));
  sema_pair_text_append_csv_header (head);
  return print_all (list, order, head, words, sema_pair_text_append_csv, progress, error);
}

/**
 * sema_pair_text_print:
 * @list: pairs
 * @order: the numbers of all of them
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): a line a pair, tabs between columns, under a line of their names
 */
GBytes *
sema_pair_text_print (const SemaPairList *list, const guint32 *order, SemaProgress *progress, GError **error)
{
  g_autoptr (GString) head = g_string_new (NULL);
  gsize               n = sema_pair_list_get_n_words (list);
  g_auto (GStrv)      labels = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    labels[i] = g_strdup (sema_pair_list_get_label (list, i));
  append_header (head);
  return print_all (list, order, head, labels, append_line, progress, error);
}
