/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-byte-alphabet.h"

#include <string.h>

#include "sema-utf8.h"

#define N_MOVED 68 /* bytes that are no letter of their own */

static gboolean
is_own_letter (guint byte)
{
  return (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
}

/**
 * sema_byte_alphabet_get:
 * @byte: any byte
 *
 * Returns: the letter it is written with
 */
gunichar
sema_byte_alphabet_get (guint8 byte)
{
  if (is_own_letter (byte))
    return byte;
  if (byte <= 32)
    return 0x100u + byte;
  return byte <= 160 ? 0x100u + byte - 127 + 33 : 0x100 + N_MOVED - 1;
}

static gboolean
find_byte (gunichar ch, char *byte)
{
  guint place = ch - 0x100;

  if (ch < 0x100 && is_own_letter (ch))
    *byte = (char)ch;
  else if (ch < 0x100 || place >= N_MOVED)
    return FALSE;
  else if (place < 33)
    *byte = (char)place;
  else
    *byte = place == N_MOVED - 1 ? (char)173 : (char)(127 + place - 33);
  return TRUE;
}

/**
 * sema_byte_alphabet_encode:
 * @bytes: (array length=length): any bytes
 * @length: how many there are
 * @letters: (out): room for twice as many bytes: them as letters, in UTF-8
 *
 * Returns: bytes of the letters
 */
gsize
sema_byte_alphabet_encode (const char *bytes, gsize length, char *letters)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += (gsize)g_unichar_to_utf8 (sema_byte_alphabet_get ((guint8)bytes[i]), letters + n);
  return n;
}

/**
 * sema_byte_alphabet_decode:
 * @letters: (array length=length): a token of a file, in UTF-8
 * @length: bytes of it
 * @n_bytes: (out): bytes that it stands for
 *
 * Returns: (transfer full): the bytes, with a NUL after the last; @letters themselves where one of them is not of the alphabet
 */
char *
sema_byte_alphabet_decode (const char *letters, gsize length, gsize *n_bytes)
{
  char       *bytes = g_malloc (length + 1);
  const char *end = letters + length;

  *n_bytes = 0;
  for (const char *p = letters; p < end; (*n_bytes)++)
    if (!find_byte (sema_utf8_next (&p, end), &bytes[*n_bytes]))
      {
        memcpy (bytes, letters, length);
        *n_bytes = length;
        break;
      }
  bytes[*n_bytes] = 0;
  return bytes;
}
