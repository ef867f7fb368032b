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

#define DECIMALS 6
#define ANGLE_DECIMALS 2
#define POLL_EVERY 4096 /* lines */

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
append_number (GString *text, double value, int decimals)
{
  char number[SEMA_NUMBER_SIZE];

  g_string_append_c (text, '\t');
  if (isfinite (value))
    g_string_append (text, sema_number_print_fixed (value, decimals, number));
}

static void
append_header (GString *text)
{
  const char      *names[] = {_ ("Word"), _ ("Word"), _ ("Cosine"), _ ("Dot product"), _ ("Distance"), _ ("Angle"), _ ("Norm of the first"), _ ("Norm of the second"), NULL};
  g_autofree char *line = g_strjoinv ("\t", (char **)names);

  g_string_append_printf (text, "%s\n", line);
}

static void
append_line (GString *text, const char *a, const char *b, const SemaPair *pair)
{
  g_string_append_printf (text, "%s\t%s", a, b);
  append_number (text, pair->cosine, DECIMALS);
  append_number (text, pair->dot, DECIMALS);
  append_number (text, pair->distance, DECIMALS);
  append_number (text, pair->angle, ANGLE_DECIMALS);
  append_number (text, pair->norm_a, DECIMALS);
  append_number (text, pair->norm_b, DECIMALS);
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
