/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-csv.h"

#include <math.h>
#include <string.h>

#include "sema-number.h"

/**
 * sema_csv_append_text:
 * @csv: a table
 * @text: UTF-8
 *
 * Appends a field (RFC 4180): in quotes where it holds a comma, a quote or the end of a line, its own quotes doubled.
 */
void
sema_csv_append_text (GString *csv, const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *c = text; *c != 0; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  g_string_append_c (csv, '"');
}

/**
 * sema_csv_append_double:
 * @csv: a table
 * @value: any number
 *
 * Appends the shortest number that reads back as @value, in the C locale; nothing for NaN: an empty field says that
 * there is no number.
 */
void
sema_csv_append_double (GString *csv, double value)
{
  char buffer[SEMA_NUMBER_SIZE];

  if (!isnan (value))
    g_string_append (csv, sema_number_print_double (value, buffer));
}
