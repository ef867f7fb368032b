/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-utf8.h"

/**
 * sema_utf8_next:
 * @cursor: (inout): where to read, below @end; moves past what was read
 * @end: where the bytes end
 *
 * Returns: the next character of any bytes: a code point, NUL too, or %SEMA_UTF8_INVALID plus the byte when the bytes from
 *   there are no character
 */
gunichar
sema_utf8_next (const char **cursor, const char *end)
{
  guchar   byte = (guchar) * *cursor;
  gunichar ch;

  if (byte < 0x80)
    {
      (*cursor)++;
      return byte;
    }
  ch = g_utf8_get_char_validated (*cursor, end - *cursor);
  if (ch >= SEMA_UTF8_INVALID)
    {
      (*cursor)++;
      return SEMA_UTF8_INVALID + byte;
    }
  *cursor = g_utf8_next_char (*cursor);
  return ch;
}
