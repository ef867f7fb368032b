/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-place-table.h"

#include "sema-csv.h"

static void
append_text (GString *csv, const char *text)
{
  g_string_append_c (csv, ',');
  sema_csv_append_text (csv, text);
}

/* A question goes by its name alone, as on the command line. */
static void
append_head (GString *csv, const SemaPlacePicture *picture, const SemaHeatmap *heatmap)
{
  g_string_append (csv, "word");
  for (gsize column = 0; column < heatmap->n_columns; column++)
    {
      const char *question = sema_place_picture_get_question (picture, column);

      append_text (csv, question != NULL ? question : heatmap->column_labels[column]);
    }
  g_string_append (csv, SEMA_CSV_LINE_END);
}

static void
print_ruler (GString *csv, const SemaRuler *ruler)
{
  g_string_append (csv, "word");
  append_text (csv, ruler->question.name);
  g_string_append (csv, SEMA_CSV_LINE_END);
  for (gsize i = 0; i < ruler->n; i++)
    {
      sema_csv_append_text (csv, ruler->labels[i]);
      g_string_append_c (csv, ',');
      sema_csv_append_double (csv, ruler->values[i]);
      g_string_append (csv, SEMA_CSV_LINE_END);
    }
}

/**
 * sema_place_table_print_csv:
 * @picture: a picture
 *
 * Returns: (transfer full): RFC 4180 text (lines end in CR LF) with the numbers of the heat map or the ruler, all digits: a line for each row, which
 *   its label begins, after a line with the labels of the columns; a cell without a number is empty
 */
GString *
sema_place_table_print_csv (const SemaPlacePicture *picture)
{
  const SemaHeatmap *heatmap = sema_place_picture_get_heatmap (picture);
  GString           *csv = g_string_new (NULL);

  if (heatmap == NULL)
    {
      print_ruler (csv, sema_place_picture_get_ruler (picture));
      return csv;
    }
  append_head (csv, picture, heatmap);
  for (gsize row = 0; row < heatmap->n_rows; row++)
    {
      sema_csv_append_text (csv, heatmap->row_labels[row]);
      for (gsize column = 0; column < heatmap->n_columns; column++)
        {
          g_string_append_c (csv, ',');
          sema_csv_append_double (csv, sema_heatmap_get (heatmap, row, column));
        }
      g_string_append (csv, SEMA_CSV_LINE_END);
    }
  return csv;
}
