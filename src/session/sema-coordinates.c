/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-coordinates.h"

#include <math.h>
#include <string.h>

#include "sema-csv.h"
#include "sema-word.h"

static void
append_number (GString *csv, double value)
{
  g_string_append_c (csv, ',');
  sema_csv_append_double (csv, value);
}

/* Clusters are numbered from 1 by their first member: groups made by hand may come in another order. */
static int
number_cluster (GArray *numbers, int cluster)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, int, i) == cluster)
      return (int)i + 1;
  g_array_append_val (numbers, cluster);
  return (int)numbers->len;
}

/* Whether a word of the map is not in the file. */
static gboolean
has_composed (const SemaProjection *projection)
{
  for (gsize i = 0; i < sema_projection_get_n_words (projection); i++)
    {
      const SemaProjectionWord *word = sema_projection_get_word (projection, i);

      if (word->point >= 0 && word->is_composed)
        return TRUE;
    }
  return FALSE;
}

/**
 * sema_coordinates_print_csv:
 * @projection: a projection
 *
 * Returns: (transfer full): RFC 4180 text (lines end in CR LF) with a line for each word on the map: word, its two PCA
 *   scores in units of the vectors, or how far it goes in the directions of the questions that are the axes, its cluster (from 1 by first member; empty without), the quality of its place (cos² in the plane;
 *   empty at the mean), and precision and recall of its neighbourhood, as #SemaTrust has them (empty where they are not known).
 *   Where the vector of any word is composed of its n-grams a last column says of which: 1, of the others 0. Words are UTF-8, with U+FFFD for bytes that are not.
 */
GString *
sema_coordinates_print_csv (const SemaProjection *projection)
{
  const SemaScatter *scatter = sema_projection_get_scatter (projection);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean           marks_composed = has_composed (projection);
  GString           *csv = g_string_new ("word,x,y,cluster,quality,precision,recall");

  g_string_append (csv, marks_composed ? ",composed" SEMA_CSV_LINE_END : SEMA_CSV_LINE_END);

  for (gsize i = 0; i < sema_projection_get_n_words (projection); i++)
    {
      const SemaProjectionWord *word = sema_projection_get_word (projection, i);
      const SemaScatterPoint   *point;
      g_autofree char          *text = NULL;

      if (word->point < 0)
        continue;
      point = sema_scatter_get_point (scatter, (gsize)word->point);
      text = sema_word_to_utf8 (word->word, strlen (word->word));
      sema_csv_append_text (csv, text);
      append_number (csv, point->x);
      append_number (csv, point->y);
      g_string_append_c (csv, ',');
      if (point->cluster >= 0)
        g_string_append_printf (csv, "%d", number_cluster (numbers, point->cluster));
      append_number (csv, point->quality);
      append_number (csv, scatter->trust != NULL ? scatter->trust->precision[word->point] : NAN);
      append_number (csv, scatter->trust != NULL ? scatter->trust->recall[word->point] : NAN);
      if (marks_composed)
        g_string_append (csv, word->is_composed ? ",1" : ",0");
      g_string_append (csv, SEMA_CSV_LINE_END);
    }
  return csv;
}
