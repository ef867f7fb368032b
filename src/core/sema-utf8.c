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

/**
 * sema_utf8_is_space:
 * @ch: a character as sema_utf8_next() gives it
 *
 * Returns: whether it parts words: what is white space to Unicode 14 and four separators of ASCII, as str.isspace() of Python tells
 */
gboolean
sema_utf8_is_space (gunichar ch)
{
  if (ch < 0x80)
    return (ch >= 0x09 && ch <= 0x0d) || (ch >= 0x1c && ch <= 0x20);
  return ch == 0x85 || ch == 0xa0 || ch == 0x1680 || (ch >= 0x2000 && ch <= 0x200a) || ch == 0x2028 || ch == 0x2029 ||
         ch == 0x202f || ch == 0x205f || ch == 0x3000;
}

static const char *
skip_while (gboolean is_space, const char *cursor, const char *end)
{
  while (cursor < end)
    {
      const char *next = cursor;

      if (sema_utf8_is_space (sema_utf8_next (&next, end)) != is_space)
        break;
      cursor = next;
    }
  return cursor;
}

/**
 * sema_utf8_skip_spaces:
 * @cursor: where to read
 * @end: where the bytes end
 *
 * Returns: the first character that is no white space, or @end
 */
const char *
sema_utf8_skip_spaces (const char *cursor, const char *end)
{
  return skip_while (TRUE, cursor, end);
}

/**
 * sema_utf8_skip_word:
 * @cursor: where to read
 * @end: where the bytes end
 *
 * Returns: the first white space, or @end
 */
const char *
sema_utf8_skip_word (const char *cursor, const char *end)
{
  return skip_while (FALSE, cursor, end);
}
