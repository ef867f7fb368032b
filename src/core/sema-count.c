/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-count.h"

#include <langinfo.h>
#include <string.h>

#define NARROW_BLANK "\u202f"

/* What stands between groups of three digits. Numbers that are not whole have a point in all languages, so none may stand there. */
static const char *
get_separator (void)
{
  const char *separator = nl_langinfo (THOUSEP);

  if (separator[0] == '\0')
    return "";
  return strcmp (nl_langinfo (RADIXCHAR), ".") == 0 && strlen (separator) <= strlen (NARROW_BLANK) ? separator : NARROW_BLANK;
}

/**
 * sema_count_print:
 * @n: a count
 * @buffer: (out): its text, for people
 *
 * Writes a count with its digits in groups of three, where the user's locale has a sign between groups. A locale whose decimal point is no point gets narrow
 * blanks between them: elsewhere numbers have a point, and 6.830 could be either.
 *
 * Returns: @buffer
 */
const char *
sema_count_print (guint64 n, char buffer[SEMA_COUNT_SIZE])
{
  const char *separator = get_separator ();
  char        digits[24];
  gsize       n_digits = (gsize)g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, n);
  char       *end = buffer;

  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        end = g_stpcpy (end, separator);
      *end++ = digits[i];
    }
  *end = '\0';
  return buffer;
}
