/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-utf8.h"

static gboolean
is_continuation (char byte)
{
  return ((guchar)byte & 0xc0) == 0x80;
}

/* The bytes of a character that begins with @byte, by its leading ones; 0 when none does. */
static guint
get_length (guchar byte)
{
  if (byte < 0xe0)
    return byte >= 0xc2 ? 2 : 0;
  if (byte < 0xf0)
    return 3;
  return byte <= 0xf4 ? 4 : 0;
}

/* Not longer than need be, no half of a UTF-16 pair, and within Unicode. */
static gboolean
is_right (gunichar ch, guint length)
{
  if (length == 3)
    return ch >= 0x800 && (ch & 0xfffff800) != 0xd800;
  return length == 2 || (ch >= 0x10000 && ch < SEMA_UTF8_INVALID);
}

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
  const char *p = *cursor;
  guchar      byte = (guchar)*p;
  guint       length = byte < 0x80 ? 1 : get_length (byte);
  gunichar    ch = length > 1 ? byte & (0x7f >> length) : byte;
  guint       n = 1;

  while (n < length && n < (gsize)(end - p) && is_continuation (p[n]))
    ch = ch << 6 | ((guchar)p[n++] & 0x3f);
  if (length == 1 || (length > 1 && n == length && is_right (ch, length)))
    {
      *cursor = p + n;
      return ch;
    }
  *cursor = p + 1;
  return SEMA_UTF8_INVALID + byte;
}
